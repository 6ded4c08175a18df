import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Direction } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { bodyStyles } from './body-styles.ts';
import { languageStyles } from './languages.ts';
import { noteStyles } from './note-styles.ts';
import { contentOf, noteReferredTo } from './notes.ts';
import type { Note, Notes } from './notes.ts';
import { pressesLink } from './press.ts';
import { language, words } from '../words/language.ts';

/** The reader wants to see a note where it stands. */
export class NoteGoEvent extends Event {
  static readonly type = 'note-go';
  readonly note: Note;

  constructor(note: Note) {
    super(NoteGoEvent.type);
    this.note = note;
  }
}

/** Between the sheet and what it belongs to, and the edges of the pane. */
const gapPx = 6;

/**
 * The sheet that shows a note beside what refers to it. It closes by Escape, by a press elsewhere,
 * and when what refers to it is scrolled out of the pane; the keyboard then goes back there.
 */
@customElement('carrel-note')
export class CarrelNote extends LitElement {
  static override styles = [controls, languageStyles, bodyStyles, noteStyles];

  /** The article's language and direction, which its notes are in. */
  @property({ attribute: false }) tongue: string | null = null;
  @property({ attribute: false }) direction: Direction = 'ltr';

  @state() private note: Note | null = null;
  @query('[popover]') private sheet!: HTMLElement | null;
  @query('.text') private text!: HTMLElement | null;

  private notes: Notes = new Map();
  private reference: HTMLElement | null = null;
  private pane: Element | null = null;

  /**
   * Shows a note beside what refers to it, within a pane.
   *
   * @param notes all notes of the article: one may refer to another.
   */
  async open(notes: Notes, note: Note, reference: HTMLElement, pane: Element): Promise<void> {
    this.notes = notes;
    this.reference = reference;
    this.pane = pane;
    await this.fill(note);
    reference.ariaExpanded = 'true';
    this.sheet?.showPopover();
    this.place();
    this.sheet?.focus({ preventScroll: true });
  }

  close(): void {
    if (this.note !== null) this.sheet?.hidePopover();
  }

  /** Stays beside what it belongs to, which has moved, and closes when that is out of sight. */
  follow(): void {
    if (this.note === null || this.reference === null || this.pane === null) return;
    const at = this.reference.getBoundingClientRect();
    const view = this.pane.getBoundingClientRect();
    const isSeen =
      at.bottom > view.top && at.top < view.bottom && at.right > view.left && at.left < view.right;
    if (isSeen) this.place();
    else this.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', this.onResize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.onResize);
  }

  override render(): TemplateResult {
    const { article: says, direction } = words();
    return html`<div
      class="sheet"
      popover
      role="dialog"
      tabindex="-1"
      lang=${language()}
      dir=${direction}
      aria-label=${this.note === null ? nothing : says.note(this.note.label)}
      @beforetoggle=${this.onBeforeToggle}
      @toggle=${this.onToggle}
      @click=${this.onPress}
      @keydown=${this.onPress}
    >
      <div class="text" lang=${this.tongue ?? nothing} dir=${this.direction}></div>
      <button class="link" type="button" @click=${this.onGo}>${says.goToNote}</button>
    </div>`;
  }

  private async turnTo(note: Note): Promise<void> {
    await this.fill(note);
    this.place();
    this.sheet?.focus({ preventScroll: true });
  }

  private async fill(note: Note): Promise<void> {
    this.note = note;
    await this.updateComplete;
    this.text?.replaceChildren(contentOf(note));
    this.text?.scrollTo(0, 0);
  }

  /** Below what it belongs to, or above it, wherever it fits whole, or else where there is more room. */
  private place(): void {
    const { sheet, reference, pane } = this;
    if (sheet === null || reference === null || pane === null) return;
    const view = pane.getBoundingClientRect();
    const at = reference.getBoundingClientRect();
    sheet.style.maxInlineSize = `${view.width - 2 * gapPx}px`;
    sheet.style.maxBlockSize = '';
    const below = view.bottom - at.bottom - 2 * gapPx;
    const above = at.top - view.top - 2 * gapPx;
    const isBelow = sheet.offsetHeight <= below || below >= above;
    sheet.style.maxBlockSize = `${Math.max(isBelow ? below : above, 0)}px`;
    const { offsetHeight: height, offsetWidth: width } = sheet;
    const middle = (at.left + at.right - width) / 2;
    const left = Math.max(view.left + gapPx, Math.min(middle, view.right - gapPx - width));
    sheet.style.left = `${left}px`;
    sheet.style.top = `${isBelow ? at.bottom + gapPx : at.top - gapPx - height}px`;
  }

  private readonly onResize = (): void => {
    this.follow();
  };

  /** The keyboard goes back to where the sheet was opened, unless it is elsewhere by now. */
  private readonly onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open' || !this.shadowRoot?.activeElement) return;
    this.reference?.focus({ preventScroll: true });
  };

  private readonly onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') return;
    if (this.reference !== null) this.reference.ariaExpanded = null;
    this.note = null;
    this.text?.replaceChildren();
  };

  /** A note that refers to another shows it in its place. */
  private readonly onPress = (event: MouseEvent | KeyboardEvent): void => {
    const target = pressesLink(event);
    const note = this.notes.get(noteReferredTo(target));
    if (note === undefined) return;
    event.preventDefault();
    void this.turnTo(note);
  };

  private readonly onGo = (): void => {
    const { note } = this;
    if (note === null) return;
    this.close();
    this.dispatchEvent(new NoteGoEvent(note));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-note': CarrelNote;
  }
  interface HTMLElementEventMap {
    'note-go': NoteGoEvent;
  }
}
