import { VirtualizerController, defaultRangeExtractor } from '@tanstack/lit-virtual';
import type { VirtualItem } from '@tanstack/lit-virtual';
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArticleId, ArticleSummary } from '../../contract/types.ts';
import { ArticleOpenEvent } from '../app/events.ts';
import './carrel-row.ts';
import { place, tall } from './place.ts';
import { rowRem } from './row-styles.ts';
import type { Row } from './rows.ts';
import { words } from '../words/language.ts';

/** Which rows are in view; `nearEnd` when more will be needed soon. */
export class ViewEvent extends Event {
  static readonly type = 'view';
  readonly first: number;
  readonly last: number;
  readonly atTop: boolean;
  readonly nearEnd: boolean;

  constructor(first: number, last: number, atTop: boolean, nearEnd: boolean) {
    super(ViewEvent.type);
    this.first = first;
    this.last = last;
    this.atTop = atTop;
    this.nearEnd = nearEnd;
  }
}

/** So many rows from the end, the next page is asked for: three screens of a tall window. */
const nearEndRows = 40;

/**
 * Rows of articles, of which only those in view are in the document. A listbox: one row has the
 * keyboard (arrows, Home, End, Page Up and Down move it), Enter opens it.
 */
@customElement('carrel-list')
export class CarrelList extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-block-size: 0;
    }
    .scroller {
      block-size: 100%;
      overflow: hidden auto;
      overflow-anchor: none;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    .all {
      position: relative;
    }
    carrel-row {
      position: absolute;
      inset: 0 0 auto;
    }
  `;

  @property({ attribute: false }) rows: readonly Row[] = [];
  @property({ attribute: false }) openId: ArticleId | null = null;
  /** Whether rows follow that are not loaded. */
  @property({ type: Boolean }) more = false;
  /** What the list shows; another place starts at its top. */
  @property({ attribute: false }) place = '';
  @property() override ariaLabel: string | null = null;
  @state() private activeId: ArticleId | null = null;
  @query('.scroller') private scroller!: HTMLElement | null;

  private readonly rowPx =
    rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  private readonly virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.scroller,
    estimateSize: () => this.rowPx,
    overscan: 5,
    onChange: () => this.tellView(),
  });
  /** How far the rows in view moved with the last change of `rows`, in pixels. */
  private shiftPx = 0;

  /** Moves the keyboard to an article's row and brings the row into view. */
  async focusRow(id: ArticleId): Promise<void> {
    this.reveal(id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#row-${id}`)?.focus({ preventScroll: true });
  }

  /** Brings an article's row into view and makes it the one that gets the keyboard. */
  reveal(id: ArticleId): void {
    this.activeId = id;
    const index = this.activeIndex;
    if (index >= 0) this.virtual.getVirtualizer().scrollToIndex(index, { align: 'auto' });
  }

  /** The row that has, or would get, the keyboard; `null` in an empty list. */
  get active(): ArticleSummary | null {
    return (this.rows[this.activeIndex] ?? this.rows[0])?.article ?? null;
  }

  scrollToTop(): void {
    this.virtual.getVirtualizer().scrollToOffset(0);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const virtualizer = this.virtual.getVirtualizer();
    this.shiftPx = 0;
    if (changed.has('place')) {
      this.activeId = null;
    } else if (changed.has('rows')) {
      this.shiftPx = this.shiftSince(changed.get('rows') ?? []);
    }
    const { activeIndex } = this;
    virtualizer.setOptions({
      ...virtualizer.options,
      count: this.rows.length,
      // The row with the keyboard stays in the document when it is scrolled out of view.
      rangeExtractor: (range) => {
        const shown = defaultRangeExtractor(range);
        return activeIndex < 0 || shown.includes(activeIndex)
          ? shown
          : [...shown, activeIndex].toSorted(ascending);
      },
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('place') && this.scroller !== null) this.scroller.scrollTop = 0;
    else if (this.shiftPx !== 0 && this.scroller !== null) this.scroller.scrollTop += this.shiftPx;
    if (changed.has('rows')) this.tellView();
  }

  override render(): TemplateResult {
    const virtualizer = this.virtual.getVirtualizer();
    const { active } = this;
    return html`<div
      class="scroller"
      role="listbox"
      aria-label=${this.ariaLabel ?? words().common.articles}
      @keydown=${this.onKey}
    >
      <div class="all" role="presentation" ${tall(virtualizer.getTotalSize())}>
        ${repeat(
          virtualizer.getVirtualItems(),
          ({ index }) => this.rows[index]?.article.id ?? -index,
          (item) => this.row(item, active),
        )}
      </div>
    </div>`;
  }

  private row({ index, start }: VirtualItem, active: ArticleSummary | null): TemplateResult | null {
    const row = this.rows[index];
    if (row === undefined) return null;
    const { article, hit } = row;
    return html`<carrel-row
      id="row-${article.id}"
      role="option"
      tabindex=${article === active ? 0 : -1}
      aria-selected=${article.id === this.openId}
      aria-posinset=${index + 1}
      aria-setsize=${this.more ? -1 : this.rows.length}
      .article=${article}
      .hit=${hit}
      ${place(start)}
      @click=${() => this.open(article.id, false)}
      @focus=${() => {
        this.activeId = article.id;
      }}
    ></carrel-row>`;
  }

  private get activeIndex(): number {
    return this.activeId === null
      ? -1
      : this.rows.findIndex(({ article }) => article.id === this.activeId);
  }

  /** How far the first row in view that is still there has moved. At the top nothing is held. */
  private shiftSince(before: readonly Row[]): number {
    const top = this.scroller?.scrollTop ?? 0;
    if (top === 0) return 0;
    const now = new Map(this.rows.map(({ article }, index) => [article.id, index]));
    for (let index = Math.floor(top / this.rowPx); index < before.length; index += 1) {
      const id = before[index]?.article.id;
      const found = id === undefined ? undefined : now.get(id);
      if (found !== undefined) return (found - index) * this.rowPx;
    }
    return 0;
  }

  private tellView(): void {
    const range = this.virtual.getVirtualizer().range;
    if (range === null || this.rows.length === 0) return;
    const { startIndex, endIndex } = range;
    const nearEnd = endIndex + nearEndRows >= this.rows.length;
    const atTop = (this.scroller?.scrollTop ?? 0) < this.rowPx / 2;
    this.dispatchEvent(new ViewEvent(startIndex, endIndex, atTop, nearEnd));
  }

  private open(id: ArticleId, enter: boolean): void {
    this.activeId = id;
    this.dispatchEvent(new ArticleOpenEvent(id, enter));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((this.scroller?.clientHeight ?? 0) / this.rowPx) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (event.key === 'Enter' && this.active !== null) this.open(this.active.id, true);
    else if (step !== undefined) this.move(step);
    else return;
    event.preventDefault();
  };

  private move(step: number): void {
    const to = Math.min(Math.max(Math.max(this.activeIndex, 0) + step, 0), this.rows.length - 1);
    const row = this.rows[to];
    if (row !== undefined) void this.focusRow(row.article.id);
  }
}

function ascending(a: number, b: number): number {
  return a - b;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-list': CarrelList;
  }
}
