import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../app/controls.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { icons } from '../icons.ts';
import { currentHeading, readShare } from './headings.ts';
import type { Heading } from './headings.ts';
import { lineStyles } from './line-styles.ts';
import { language, words } from '../words/language.ts';

/** The reader chose a heading in the table of contents. */
export class HeadingChooseEvent extends Event {
  static readonly type = 'heading-choose';
  readonly heading: Element;

  constructor(heading: Element) {
    super(HeadingChooseEvent.type);
    this.heading = heading;
  }
}

/**
 * A slim line below the text, always as high, so that nothing moves: how far the reader is, in which
 * section (a button that opens the table of contents), and how long the rest takes.
 */
@customElement('carrel-reading-line')
export class CarrelReadingLine extends LitElement {
  static override styles = [controls, popoverStyles, lineStyles];

  /** How long the whole text takes to read; 0 while there is no text. */
  @property({ attribute: false }) minutes = 0;
  @property({ attribute: false }) headings: readonly Heading[] = [];
  /** The article's language, which its headings are in. */
  @property({ attribute: false }) tongue: string | null = null;

  @state() private open = false;
  @state() private current = -1;
  /** From 0 to 1; `null` where the whole text is in view. */
  @state() private share: number | null = null;
  @query('.section') private sectionButton!: HTMLElement | null;
  @query('[popover]') private sheet!: HTMLElement | null;

  /** Looks where the reader is; called on every scroll and layout. */
  measure(scroller: Element, body: Element): void {
    this.share = readShare(scroller, body);
    this.current = currentHeading(scroller, this.headings);
  }

  /** Opens the table of contents, or closes it. */
  toggleContents(): void {
    this.sectionButton?.click();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('headings') && this.headings.length === 0) this.sheet?.hidePopover();
  }

  override render(): TemplateResult {
    const { article: says, direction } = words();
    const { share } = this;
    return html`<div class="line" lang=${language()} dir=${direction}>
        <div class="track" aria-hidden="true">
          <div .style=${`inline-size: ${(share ?? 0) * 100}%`}></div>
        </div>
        ${this.headings.length === 0 ? html`<span></span>` : this.section()}
        ${share === null || this.minutes === 0 ? nothing : html`<span class="left">${leftOf(this.minutes, share)}</span>`}
      </div>
      <nav
        id="contents"
        popover
        aria-label=${says.contents}
        @toggle=${this.onToggle}
        @keydown=${this.onKey}
      >
        ${this.headings.map((heading, index) => this.entry(heading, index))}
      </nav>`;
  }

  private section(): TemplateResult {
    const { contents } = words().article;
    const heading = this.headings[this.current];
    return html`<button
      class="section"
      popovertarget="contents"
      aria-expanded=${this.open}
      aria-label=${contents}
      title=${contents}
    >
      ${icons.contents}
      <span lang=${this.tongue ?? nothing} dir="auto">${heading?.text ?? contents}</span>
    </button>`;
  }

  private entry({ depth, text, element }: Heading, index: number): TemplateResult {
    return html`<button
      class="entry"
      data-depth=${depth}
      lang=${this.tongue ?? nothing}
      dir="auto"
      aria-current=${index === this.current ? 'location' : nothing}
      @click=${() => {
        this.sheet?.hidePopover();
        this.dispatchEvent(new HeadingChooseEvent(element));
      }}
    >
      ${text}
    </button>`;
  }

  private readonly onToggle = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    if (this.open) this.entries()[Math.max(this.current, 0)]?.focus();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const entries = this.entries();
    const at = entries.findIndex((entry) => entry === this.shadowRoot?.activeElement);
    const last = entries.length - 1;
    const next = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    entries[next]?.focus();
  };

  private entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.entry')];
  }
}

function leftOf(minutes: number, share: number): string {
  const { minutesLeft, readWhole } = words().article;
  return share >= 1 ? readWhole : minutesLeft(Math.max(1, Math.round(minutes * (1 - share))));
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-reading-line': CarrelReadingLine;
  }
  interface HTMLElementEventMap {
    'heading-choose': HeadingChooseEvent;
  }
}
