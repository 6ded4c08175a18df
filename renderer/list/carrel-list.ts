import type { VirtualItem } from '@tanstack/lit-virtual';
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArticleId, ArticleSummary, Settings } from '../../contract/types.ts';
import { ArticleOpenEvent } from '../app/events.ts';
import { formatDay } from '../format.ts';
import './carrel-row.ts';
import { daysOf } from './days.ts';
import { RowMenuEvent, SelectEvent, ViewEvent } from './events.ts';
import { dayRem, listStyles } from './list-styles.ts';
import { Pace } from './pace.ts';
import { place, tall } from './place.ts';
import { RollingRows } from './rolling-rows.ts';
import { rowRem } from './row-styles.ts';
import type { Row } from './rows.ts';
import type { SelectWay } from './selection.ts';
import { words } from '../words/language.ts';

/** So far within its row a menu opens that a key asks for, in pixels. */
const menuInsetPx = 32;

/** So many rows from the end, the next page is asked for: three screens of a tall window. */
const nearEndRows = 40;

/**
 * Rows of articles, of which only those in view are in the document. A listbox: one row has the
 * keyboard (arrows, Home, End, Page Up and Down move it), Enter opens it. Where the rows are in the
 * order of their dates, those of a day are a group of it, below a heading that stays in view.
 */
@customElement('carrel-list')
export class CarrelList extends LitElement {
  static override styles = listStyles;

  @property({ attribute: false }) rows: readonly Row[] = [];
  @property({ attribute: false }) openId: ArticleId | null = null;
  /** Whether rows follow that are not loaded. */
  @property({ type: Boolean }) more = false;
  /** The rows that are selected; where none is, the open one counts as that. */
  @property({ attribute: false }) selected: ReadonlySet<ArticleId> = new Set();
  @property({ attribute: false }) density: Settings['density'] = 'comfortable';
  /** Whether the rows are in the order of their dates, and stand below their days. */
  @property({ type: Boolean }) byDay = false;
  /** What the list shows; another place starts at its top. */
  @property({ attribute: false }) place = '';
  @property() override ariaLabel: string | null = null;
  @state() private activeId: ArticleId | null = null;
  @query('.scroller') private scroller!: HTMLElement | null;

  private readonly remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  private readonly rolling = new RollingRows(
    this,
    () => this.scroller,
    () => this.tellView(),
  );
  private readonly pace = new Pace(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pace.stop();
  }

  /** Moves the keyboard to an article's row and brings the row into view. */
  async focusRow(id: ArticleId): Promise<void> {
    this.reveal(id);
    await this.updateComplete;
    this.rowOf(id)?.focus({ preventScroll: true });
  }

  /** Brings an article's row into view and makes it the one that gets the keyboard. */
  reveal(id: ArticleId): void {
    this.activeId = id;
    const index = this.activeIndex;
    if (index >= 0) this.rolling.show(index);
  }

  /** The row that has, or would get, the keyboard; `null` in an empty list. */
  get active(): ArticleSummary | null {
    return (this.rows[this.activeIndex] ?? this.rows[0])?.article ?? null;
  }

  scrollToTop(): void {
    this.rolling.scrollToTop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('place')) this.activeId = null;
    if (changed.has('rows') || changed.has('byDay') || changed.has('density')) {
      const { rows, remPx } = this;
      const days = this.byDay ? daysOf(rows) : [];
      const rolled = { rows, days, rowPx: rowRem[this.density] * remPx, dayPx: dayRem * remPx };
      this.rolling.roll(rolled, !changed.has('place'));
    }
    this.rolling.keep(this.activeIndex);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('place') && this.scroller !== null) this.scroller.scrollTop = 0;
    else this.rolling.settle();
    if (changed.has('rows')) this.tellView();
  }

  override render(): TemplateResult {
    return html`<div
      class="scroller ${this.pace.isFast ? 'fast' : ''}"
      role="listbox"
      aria-multiselectable="true"
      aria-label=${this.ariaLabel ?? words().common.articles}
      @keydown=${this.onKey}
      @scroll=${this.onScroll}
    >
      <div class="all" role="presentation" ${tall(this.rolling.totalPx)}>
        ${this.content(this.rolling.items)}
      </div>
    </div>`;
  }

  /** The rows in the document, each within its day where there are days. */
  private content(items: readonly VirtualItem[]): unknown {
    if (this.rolling.layout.days.length === 0) return this.rowsIn(items, 0);
    const shown = [...new Set(items.map(({ index }) => this.rolling.layout.dayOf(index)))];
    return repeat(
      shown,
      (day) => this.rolling.layout.days[day]?.startsAt,
      (day) => this.day(day, items),
    );
  }

  private day(index: number, items: readonly VirtualItem[]): TemplateResult | null {
    const { days, dayPx, rowPx } = this.rolling.layout;
    const day = days[index];
    if (day === undefined) return null;
    const top = this.rolling.layout.topOf(day.first) - dayPx;
    const name = formatDay(day.startsAt);
    const within = items.filter((item) => this.rolling.layout.dayOf(item.index) === index);
    return html`<div
      class="day"
      role="group"
      aria-label=${name}
      ${place(top)}
      ${tall(dayPx + day.count * rowPx)}
    >
      <div class="heading" aria-hidden="true">${name}</div>
      ${this.rowsIn(within, top)}
    </div>`;
  }

  private rowsIn(items: readonly VirtualItem[], topPx: number): unknown {
    return repeat(
      items,
      ({ index }) => this.rows[index]?.article.id ?? -index,
      ({ index }) => this.row(index, this.rolling.layout.topOf(index) - topPx),
    );
  }

  private row(index: number, topPx: number): TemplateResult | null {
    const row = this.rows[index];
    if (row === undefined) return null;
    const { article, hit } = row;
    return html`<carrel-row
      id="row-${article.id}"
      role="option"
      tabindex=${article === this.active ? 0 : -1}
      aria-selected=${this.isSelected(article.id)}
      ?data-open=${article.id === this.openId}
      aria-posinset=${index + 1}
      aria-setsize=${this.more ? -1 : this.rows.length}
      .article=${article}
      .hit=${hit}
      .compact=${this.density === 'compact'}
      .underDay=${this.byDay}
      .passing=${this.pace.isFast}
      ${place(topPx)}
      @click=${(event: MouseEvent) => this.onClick(event, article.id)}
      @contextmenu=${(event: MouseEvent) => this.onMenu(event, article.id)}
      @focus=${() => {
        this.activeId = article.id;
      }}
    ></carrel-row>`;
  }

  private isSelected(id: ArticleId): boolean {
    return this.selected.size === 0 ? id === this.openId : this.selected.has(id);
  }

  private get activeIndex(): number {
    return this.activeId === null
      ? -1
      : this.rows.findIndex(({ article }) => article.id === this.activeId);
  }

  private tellView(): void {
    const { inView } = this.rolling;
    if (inView === null || this.rows.length === 0) return;
    const { first, last } = inView;
    const nearEnd = last + nearEndRows >= this.rows.length;
    const atTop = (this.scroller?.scrollTop ?? 0) < this.rolling.layout.rowPx / 2;
    this.dispatchEvent(new ViewEvent(first, last, atTop, nearEnd));
  }

  private open(id: ArticleId, enter: boolean): void {
    this.activeId = id;
    this.dispatchEvent(new ArticleOpenEvent(id, enter));
  }

  private readonly onScroll = (event: Event): void => {
    this.pace.step(this.scroller?.scrollTop ?? 0, event.timeStamp);
  };

  private readonly onClick = (event: MouseEvent, id: ArticleId): void => {
    const toggles = event.ctrlKey || event.metaKey;
    if (toggles || event.shiftKey) this.select(toggles ? 'toggle' : 'range', id, this.openId);
    else this.open(id, false);
  };

  /** By the other button of a mouse, or by a finger that stays. */
  private readonly onMenu = (event: MouseEvent, id: ArticleId): void => {
    event.preventDefault();
    this.dispatchEvent(new RowMenuEvent(id, event.clientX, event.clientY));
  };

  private askMenu(id: ArticleId): void {
    const rect = this.rowOf(id)?.getBoundingClientRect();
    if (rect === undefined) return;
    this.dispatchEvent(new RowMenuEvent(id, rect.left + menuInsetPx, rect.top + menuInsetPx));
  }

  /** Not by a selector: Chromium keeps each that it was asked for, and there is one for every row. */
  private rowOf(id: ArticleId): HTMLElement | null {
    return this.shadowRoot?.getElementById(`row-${id}`) ?? null;
  }

  private select(way: SelectWay, id: ArticleId, from: ArticleId | null): void {
    this.dispatchEvent(new SelectEvent(way, id, from));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { active } = this;
    const chord = event.ctrlKey || event.metaKey;
    if (chord && !event.altKey && event.key.toLowerCase() === 'a' && active !== null) {
      event.preventDefault();
      this.select('all', active.id, null);
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(
      1,
      Math.floor((this.scroller?.clientHeight ?? 0) / this.rolling.layout.rowPx) - 1,
    );
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    const asksMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (asksMenu && active !== null) this.askMenu(active.id);
    else if (event.key === 'Enter' && active !== null) this.open(active.id, true);
    else if (step !== undefined) this.move(step, event.shiftKey);
    else return;
    event.preventDefault();
  };

  /** Moves the keyboard, and with Shift the end of the selection. */
  private move(step: number, selects: boolean): void {
    const from = this.active?.id ?? null;
    const to = Math.min(Math.max(Math.max(this.activeIndex, 0) + step, 0), this.rows.length - 1);
    const row = this.rows[to];
    if (row === undefined) return;
    if (selects) this.select('range', row.article.id, from);
    void this.focusRow(row.article.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-list': CarrelList;
  }
}
