import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../app/controls.ts';
import { icons } from '../icons.ts';
import { findStyles } from './find-styles.ts';
import { findText } from './find-text.ts';
import { along, scrollAlong, scrolled, viewLength } from './flow.ts';
import { language, words } from '../words/language.ts';

/** The names of what is painted over the text; `find-styles.ts` says how. */
const all = 'carrel-found';
const one = 'carrel-found-now';

/**
 * The field that finds words in the open article. It lies over the text, which it marks by the CSS
 * Custom Highlight API and so leaves as it is. Closed, it tells `close`.
 */
@customElement('carrel-find')
export class CarrelFind extends LitElement {
  static override styles = [controls, findStyles];

  /** What is searched, and what scrolls it. */
  @property({ attribute: false }) body: Element | null = null;
  @property({ attribute: false }) scroller: Element | null = null;
  @state() private sought = '';
  @state() private found: Range[] = [];
  /** The index of the place that is shown. */
  @state() private at = 0;
  @query('input') private field!: HTMLInputElement | null;

  /** Puts the keyboard into the field, with its words selected. */
  override focus(): void {
    this.field?.focus();
    this.field?.select();
  }

  /** Looks again in a text that has changed, and stays at the same place as far as there is one. */
  refresh(): void {
    if (this.body === null || this.sought === '') return;
    this.found = findText(this.body, this.sought);
    this.at = Math.min(this.at, Math.max(this.found.length - 1, 0));
    this.mark();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    CSS.highlights.delete(all);
    CSS.highlights.delete(one);
  }

  override render(): TemplateResult {
    const { find: says, common, direction } = { ...words(), ...words().article };
    const { found, sought } = this;
    const none = sought.trim() !== '' && found.length === 0;
    return html`<search lang=${language()} dir=${direction} @keydown=${this.onKey}>
      <input
        type="text"
        class=${none ? 'none' : ''}
        aria-label=${says.label}
        placeholder=${says.label}
        autocomplete="off"
        spellcheck="false"
        @input=${this.onInput}
      />
      <span class="count" role="status">${this.count(none)}</span>
      <button
        class="tool"
        aria-label=${says.previous}
        title=${says.previous}
        ?disabled=${found.length === 0}
        @click=${() => this.step(-1)}
      >
        ${icons.up}
      </button>
      <button
        class="tool"
        aria-label=${says.next}
        title=${says.next}
        ?disabled=${found.length === 0}
        @click=${() => this.step(1)}
      >
        ${icons.down}
      </button>
      <button
        class="tool"
        aria-label=${common.close}
        title=${common.close}
        @click=${() => this.close()}
      >
        ${icons.close}
      </button>
    </search>`;
  }

  private count(none: boolean): string {
    const says = words().article.find;
    if (none) return says.none;
    return this.found.length === 0 ? '' : says.count(this.at + 1, this.found.length);
  }

  private readonly onInput = (): void => {
    this.sought = this.field?.value ?? '';
    this.found = this.body === null ? [] : findText(this.body, this.sought);
    this.at = this.firstInView();
    this.mark();
    this.reveal();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const isField = event.composedPath()[0] === this.field;
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    else if (isField && event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
    else if (isField && event.key === 'ArrowDown') this.step(1);
    else if (isField && event.key === 'ArrowUp') this.step(-1);
    else return;
    event.preventDefault();
  };

  private step(by: 1 | -1): void {
    const { length } = this.found;
    if (length === 0) return;
    this.at = (this.at + by + length) % length;
    this.mark();
    this.reveal();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  /** The first place that is not before the view; where all are, the first of all. */
  private firstInView(): number {
    const { scroller, found } = this;
    if (scroller === null) return 0;
    const isAhead = (range: Range): boolean =>
      along(scroller, range.getBoundingClientRect()).start >= 0;
    return Math.max(found.findIndex(isAhead), 0);
  }

  private mark(): void {
    CSS.highlights.set(all, new Highlight(...this.found));
    const now = this.found[this.at];
    const shown = new Highlight(...(now === undefined ? [] : [now]));
    shown.priority = 1;
    CSS.highlights.set(one, shown);
  }

  private reveal(): void {
    const range = this.found[this.at];
    const { scroller } = this;
    const around = range?.startContainer.parentElement;
    if (range === undefined || scroller === null || !around) return;
    const folded = around.closest('details');
    if (folded !== null) folded.open = true;
    // Sideways, in a table or in code.
    around.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { start, end } = along(scroller, range.getBoundingClientRect());
    const length = viewLength(scroller);
    if (start < 64 || end > length - 32) {
      scrollAlong(scroller, scrolled(scroller) + start - length / 3);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-find': CarrelFind;
  }
}
