import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type {
  ArticleId,
  ArticleSummary,
  Counts,
  Feed,
  ListCursor,
  Scope,
  Settings,
  Sources,
} from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { icons } from '../icons.ts';
import { ArticleSearch } from '../search/article-search.ts';
import '../search/carrel-search-field.ts';
import type { CarrelSearchField, WordsEvent } from '../search/carrel-search-field.ts';
import { scopeKey, titleOf, unreadIn } from '../sources/places.ts';
import { ArticlePages } from './article-pages.ts';
import './carrel-row-menu.ts';
import type { CarrelRowMenu } from './carrel-row-menu.ts';
import './carrel-feed-notice.ts';
import './carrel-shown-chips.ts';
import './carrel-list-head.ts';
import type { CarrelListHead } from './carrel-list-head.ts';
import './carrel-list.ts';
import type { CarrelList } from './carrel-list.ts';
import { emptyByFilters, emptyList } from './empty.ts';
import type { RowMenuEvent, SelectEvent, ShownChangeEvent, ViewEvent } from './events.ts';
import { paneStyles } from './pane-styles.ts';
import { besideGone, besideIn, rememberRows } from './rows.ts';
import type { Row } from './rows.ts';
import { noneSelected, select } from './selection.ts';
import './carrel-selection-bar.ts';
import { allShown } from './shown.ts';
import type { Shown } from './shown.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/**
 * The middle pane: a place's head, the search field, and the articles of the place or found. What is
 * put into it stands at its end.
 */
@customElement('carrel-list-pane')
export class CarrelListPane extends LitElement {
  static override styles = [controls, paneStyles];

  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) counts: Counts | null = null;
  @property({ attribute: false }) density: Settings['density'] = 'comfortable';
  @property({ attribute: false }) openId: ArticleId | null = null;
  /** Articles that are being removed, and are in no list. */
  @property({ attribute: false }) leaving: ReadonlySet<ArticleId> = new Set();
  @state() private selection = noneSelected;
  @query('carrel-list-head') private head!: CarrelListHead;
  @query('carrel-row-menu') private menu!: CarrelRowMenu;
  @query('carrel-list') private list!: CarrelList | null;
  @query('carrel-search-field') private field!: CarrelSearchField;

  private readonly pages = new ArticlePages(this);
  private readonly search = new ArticleSearch(this);
  /** What was chosen to be shown of each place, for as long as the window lives. */
  private readonly shownIn = new Map<string, Shown>();
  private readonly rowsOf = rememberRows();

  /** The article `step` places after (before) one; `null` where there is none. */
  async beside(from: ListCursor | null, step: 1 | -1): Promise<ArticleSummary | null> {
    const found = this.besideLoaded(from, step, () => true);
    if (found !== null || step === -1 || this.search.active) return found;
    await this.pages.more();
    return this.besideLoaded(from, step, () => true);
  }

  /** The next unread article after one, or else the first of the place; `null` if all are read. */
  async nextUnread(from: ListCursor | null): Promise<ArticleSummary | null> {
    const unread = ({ id, read }: ArticleSummary) => !read && id !== this.openId;
    let found = this.besideLoaded(from, 1, unread);
    if (this.search.active || unreadIn(this.scope, this.sources, this.counts) === 0) return found;
    while (found === null && !this.pages.complete && this.pages.failure === null) {
      await this.pages.more();
      found = this.besideLoaded(from, 1, unread);
    }
    return found ?? this.rows.find(({ article }) => unread(article))?.article ?? null;
  }

  /** A loaded article of the list. */
  find(id: ArticleId): ArticleSummary | null {
    return this.rows.find(({ article }) => article.id === id)?.article ?? null;
  }

  /** Whether a row has the keyboard. */
  get holdsFocus(): boolean {
    return this.list !== null && this.shadowRoot?.activeElement === this.list;
  }

  /** The row that has, or would get, the keyboard. */
  get active(): ArticleSummary | null {
    return this.list?.active ?? null;
  }

  /** What is selected, in the order of the list. */
  get selected(): ArticleSummary[] {
    const { ids } = this.selection;
    if (ids.size === 0) return [];
    return this.rows.flatMap(({ article }) => (ids.has(article.id) ? [article] : []));
  }

  /** Ends a selection; `false` where there was none. */
  endSelection(): boolean {
    const had = this.selection.ids.size > 0;
    this.selection = noneSelected;
    return had;
  }

  /** The row that gets the keyboard when articles go. */
  besideGone(ids: readonly ArticleId[]): ArticleSummary | null {
    return besideGone(this.rows, new Set(ids));
  }

  /** Moves the keyboard to an article's row, or to the list. */
  focusRow(id: ArticleId | null = this.active?.id ?? null): void {
    if (id === null) this.field.focus();
    else void this.list?.focusRow(id);
  }

  reveal(id: ArticleId): void {
    this.list?.reveal(id);
  }

  focusSearch(): void {
    this.field.focus();
  }

  /** Ends a search; `false` when there was none. */
  endSearch(): boolean {
    if (this.search.words === '') return false;
    this.search.type('');
    return true;
  }

  /** Shows a change the reader made before the library is read again. */
  patch(ids: readonly ArticleId[], change: Partial<ArticleSummary>): void {
    this.pages.patch(ids, change);
    this.search.patch(ids, change);
  }

  /** Takes articles out that are in the library no more. */
  drop(ids: readonly ArticleId[]): void {
    const gone = new Set(ids);
    this.pages.drop(gone);
    this.search.drop(gone);
  }

  /** Lets go of read articles that stay in the unread list, but for the open one. */
  letGo(): void {
    this.pages.letGo(this.openId);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('scope');
    if (
      changed.has('scope') &&
      (before === undefined || scopeKey(before) !== scopeKey(this.scope))
    ) {
      this.search.type('');
      this.selection = noneSelected;
      this.pages.open(this.scope, this.shown);
    }
  }

  protected override updated(): void {
    // Where no row is left to be looked at, nothing else asks for what follows.
    if (this.rows.length === 0 && !this.search.active && this.pages.failure === null) {
      void this.pages.more();
    }
  }

  override render(): TemplateResult {
    const { search } = this;
    return html`<section
      aria-label=${words().common.articles}
      @shown-change=${(event: ShownChangeEvent) => this.show(event.shown)}
    >
      <carrel-list-head
        .scope=${this.scope}
        .sources=${this.sources}
        .counts=${this.counts}
        .shown=${this.shown}
        .searching=${search.active}
        .found=${search.hits === null ? null : this.rows.length}
      ></carrel-list-head>
      <carrel-search-field
        .words=${search.words}
        @words=${this.onWords}
        @leave-field=${this.onLeaveField}
      ></carrel-search-field>
      ${
        search.active
          ? nothing
          : html`<carrel-shown-chips
                .shown=${this.shown}
                @all-gone=${() => this.head.focusShow()}
              ></carrel-shown-chips
              ><carrel-feed-notice .feed=${this.feed}></carrel-feed-notice>`
      }
      ${this.newButton()} ${this.content()}
      <carrel-selection-bar
        .selected=${this.selected}
        @end-selection=${() => this.onEndSelection()}
      ></carrel-selection-bar>
      <carrel-row-menu></carrel-row-menu>
      <slot></slot>
    </section>`;
  }

  private newButton(): TemplateResult | typeof nothing {
    const count = this.pages.newAbove;
    if (count === 0 || this.search.active) return nothing;
    return html`<div class="new">
      <button class="button first" @click=${this.onShowNew}>
        ${icons.up} ${words().list.newAbove(count)}
      </button>
    </div>`;
  }

  private content(): TemplateResult | typeof nothing {
    const { pages, search, rows } = this;
    const failure = search.active ? search.failure : pages.failure;
    if (failure !== null)
      return html`<p class="empty error" role="alert">${failureShown(failure)}</p>`;
    if (rows.length > 0) {
      return html`<carrel-list
        .rows=${rows}
        .openId=${this.openId}
        .place=${search.hits === null ? this.shownKey : `search ${search.answered}`}
        .selected=${this.selection.ids}
        .density=${this.density}
        .byDay=${search.hits === null}
        .more=${search.hits === null && !pages.complete}
        .ariaLabel=${search.hits === null ? titleOf(this.scope, this.sources) : words().list.found}
        @view=${this.onView}
        @select-rows=${this.onSelect}
        @row-menu=${this.onRowMenu}
      ></carrel-list>`;
    }
    const known = search.hits !== null || pages.complete;
    if (!known) return nothing;
    if (search.hits === null && this.shown.filters.length > 0) {
      return emptyByFilters(() => this.clearFilters());
    }
    return emptyList(search.hits === null ? this.scope.kind : 'search');
  }

  private clearFilters(): void {
    this.show({ ...this.shown, filters: [] });
    this.head.focusShow();
  }

  /** What of the place is shown, as it was last chosen for it. */
  private get shown(): Shown {
    return this.shownIn.get(scopeKey(this.scope)) ?? allShown;
  }

  private get shownKey(): string {
    const { order, filters } = this.shown;
    return [scopeKey(this.scope), order, ...filters].join(' ');
  }

  private show(shown: Shown): void {
    this.selection = noneSelected;
    this.shownIn.set(scopeKey(this.scope), shown);
    this.pages.open(this.scope, shown);
    // At once, and not when its first page is read: the next choice is made from this one.
    this.requestUpdate();
  }

  /** What was found; until the first answer to a search, the list stays. */
  private get rows(): readonly Row[] {
    return this.rowsOf(this.pages.articles, this.search.hits, this.leaving);
  }

  private get feed(): Feed | null {
    const { scope } = this;
    if (scope.kind !== 'feed') return null;
    return this.sources?.feeds.find(({ id }) => id === scope.id) ?? null;
  }

  private besideLoaded(
    from: ListCursor | null,
    step: 1 | -1,
    wanted: (article: ArticleSummary) => boolean,
  ): ArticleSummary | null {
    const order = this.search.active ? null : this.pages.compare;
    return besideIn(this.rows, from, step, order, wanted);
  }

  private readonly onView = (event: ViewEvent): void => {
    if (this.search.hits !== null) return;
    this.pages.look(event.first, event.last, event.atTop);
    if (event.nearEnd) void this.pages.more();
  };

  private onEndSelection(): void {
    this.endSelection();
    this.focusRow();
  }

  private readonly onShowNew = (): void => {
    this.list?.scrollToTop();
  };

  private readonly onWords = (event: WordsEvent): void => {
    this.selection = noneSelected;
    this.search.type(event.words);
  };

  private readonly onRowMenu = async ({ id, x, y }: RowMenuEvent): Promise<void> => {
    if (!this.selection.ids.has(id)) this.endSelection();
    const article = this.find(id);
    if (article === null) return;
    await this.list?.focusRow(id);
    const { selected } = this;
    await this.menu.open(selected.length > 0 ? selected : [article], x, y);
  };

  private readonly onSelect = ({ way, id, from }: SelectEvent): void => {
    this.selection = select(this.selection, this.rows, way, id, from);
  };

  private readonly onLeaveField = async (): Promise<void> => {
    // Where a search ends, the list is not back before the next update.
    await this.updateComplete;
    if (this.active !== null) this.focusRow();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-list-pane': CarrelListPane;
  }
}
