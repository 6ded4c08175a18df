import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type {
  ArticleId,
  ArticleSummary,
  Counts,
  ListCursor,
  Scope,
  Settings,
  Sources,
} from '../../contract/types.ts';
import '../article/carrel-article.ts';
import type { CarrelArticle } from '../article/carrel-article.ts';
import { icons } from '../icons.ts';
import '../list/carrel-list-pane.ts';
import type { CarrelListPane } from '../list/carrel-list-pane.ts';
import '../sources/carrel-sources.ts';
import type { CarrelSources } from '../sources/carrel-sources.ts';
import { scopeKey } from '../sources/places.ts';
import {
  markAllRead,
  openOriginal,
  refresh,
  setRead,
  toggleBookmark,
  toggleRead,
} from './actions.ts';
import type { Messages, Surface } from './actions.ts';
import { articleCommands } from './article-commands.ts';
import { answerRequests } from './article-requests.ts';
import './carrel-separator.ts';
import type { PaneResizeEvent } from './carrel-separator.ts';
import { controls } from './controls.ts';
import type { ArticleOpenEvent, ScopeSelectEvent } from './events.ts';
import type { Command } from './keys.ts';
import { listenOn } from './listen-on.ts';
import { PaneLayout } from './pane-layout.ts';
import { usualRem } from './pane-widths.ts';
import type { SetPane } from './pane-widths.ts';
import { readerStyles } from './reader-styles.ts';
import { Reading } from './reading.ts';
import { Removal } from './removal.ts';
import { SettingsChangeEvent } from '../settings/events.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** Where one pane fills the window; as in `reader-styles.ts`. */
const onePane = matchMedia('(max-width: 44.99rem)');

/** The three panes: what place is chosen, what article is open, and what is done to articles. */
@customElement('carrel-reader')
export class CarrelReader extends LitElement {
  static override styles = [controls, readerStyles];

  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) counts: Counts | null = null;
  @property({ attribute: false }) settings: Settings | null = null;
  @property({ attribute: false }) messages!: Messages;
  /** Focus mode: the article has the window for itself. */
  @property({ type: Boolean, reflect: true }) alone = false;
  @state() private scope: Scope = { kind: 'all' };
  /** Which pane is in front where the window has no room for all. */
  @state() private pane: 'sources' | 'list' | 'article' = 'list';
  @query('carrel-list-pane') private list!: CarrelListPane | null;
  @query('carrel-sources') private sourcesPane!: CarrelSources | null;
  @query('carrel-article') private article!: CarrelArticle | null;

  private readonly reading = new Reading(this);
  private readonly layout = new PaneLayout(this, () => this.settings);
  /** The place of the open article in the order of lists, known before the article is read. */
  private cursor: ListCursor | null = null;
  /** The article last open in each place, for as long as the window lives. */
  private readonly lastOpen = new Map<string, ArticleId>();

  private readonly surface: Surface = {
    patch: (ids, change) => {
      this.list?.patch(ids, change);
      this.reading.patch(ids, change);
    },
    letGo: () => this.list?.letGo(),
    say: (said, undo, gone) => this.messages.say(said, undo, gone),
    announce: (said) => this.messages.announce(said),
    fail: (failure) => this.messages.fail(failure),
  };

  private readonly removal = new Removal(this, this.surface, (ids) => this.list?.drop(ids));

  private readonly commands: Partial<Record<Command, (scope: Scope) => void>> = {
    next: () => void this.step(1),
    previous: () => void this.step(-1),
    'next-unread': () => void this.nextUnread(),
    'read-on': () => this.readOn(),
    open: () => this.withCurrent(({ id }) => void this.open(id, true)),
    back: () => this.back(),
    'toggle-read': () => toggleRead(this.surface, this.chosen),
    'toggle-bookmark': () => toggleBookmark(this.surface, this.chosen),
    delete: () => this.delete(),
    'open-original': () => this.withCurrent(({ id }) => void openOriginal(this.surface, id)),
    search: () => this.enterSearch(),
    'refresh-here': (scope) => void refresh(this.surface, scope),
    sources: () => void this.enterSources(),
    settings: () => void this.openSettings(),
    focus: () => this.setAlone(!this.alone),
    ...articleCommands(
      () => this.article,
      () => this.surface,
    ),
    'mark-all-read': (scope) => void markAllRead(this.surface, scope),
  };

  constructor() {
    super();
    answerRequests(this, this.surface);
  }

  /** Does a command that concerns the articles of a place; `false` where it does not. */
  do(command: Command, scope: Scope): boolean {
    const act = this.commands[command];
    act?.(scope);
    return act !== undefined;
  }

  /** The chosen place. */
  get place(): Scope {
    return this.scope;
  }

  /** Goes to a place, and to the article that was last open there. */
  choose(scope: Scope): void {
    this.scope = scope;
    this.alone = false;
    this.pane = 'list';
    this.list?.endSearch();
    this.cursor = null;
    void this.reading.open(this.lastOpen.get(scopeKey(scope)) ?? null);
  }

  /** Opens an article and marks it read; `enter` puts the keyboard into its text. */
  async open(id: ArticleId, enter: boolean): Promise<void> {
    const stay = this.list?.holdsFocus ?? false;
    this.cursor = this.list?.find(id) ?? this.cursor;
    this.lastOpen.set(scopeKey(this.scope), id);
    this.pane = 'article';
    this.list?.endSelection();
    this.list?.reveal(id);
    await this.reading.open(id);
    const { article } = this.reading;
    if (article?.id !== id) return;
    this.cursor = article;
    if (!article.read) void setRead(this.surface, [id], true);
    await this.updateComplete;
    if (enter || (stay && onePane.matches)) await this.enterArticle();
  }

  protected override willUpdate(): void {
    const { scope, sources } = this;
    if (sources === null) return;
    const gone =
      (scope.kind === 'feed' && !sources.feeds.some(({ id }) => id === scope.id)) ||
      (scope.kind === 'folder' && !sources.folders.some(({ id }) => id === scope.id));
    if (gone) this.choose({ kind: 'all' });
  }

  override render(): TemplateResult {
    const { reading, scope } = this;
    return html`<div
      class="panes"
      data-pane=${this.pane}
      @scope-select=${this.onScopeSelect}
      @article-open=${this.onArticleOpen}
      @listen-over=${this.onListenOver}
    >
      <carrel-sources
        id="sources"
        .sources=${this.sources}
        .counts=${this.counts}
        .settings=${this.settings}
        .tongue=${reading.article?.language ?? null}
        .scope=${scope}
        >${this.separator('sources')}</carrel-sources
      >
      <div class="scrim" @click=${() => this.back()}></div>
      <carrel-list-pane
        id="list"
        .scope=${scope}
        .sources=${this.sources}
        .counts=${this.counts}
        .density=${this.settings?.density ?? 'comfortable'}
        .leaving=${this.removal.hidden}
        .openId=${reading.shownId}
        >${this.separator('list')}</carrel-list-pane
      >
      <main aria-label=${words().app.article}>
        <div class="back">
          <button class="button" @click=${() => this.back()}>
            ${icons.back} ${words().common.back}
          </button>
        </div>
        ${this.alone ? this.leaveButton() : nothing}
        ${
          reading.failure === null
            ? html`<carrel-article
                .article=${reading.article}
                ?waiting=${reading.isWaiting}
                .settings=${this.settings}
              ></carrel-article>`
            : html`<p class="failure" role="alert">${failureShown(reading.failure)}</p>`
        }
      </main>
    </div>`;
  }

  /** Within its pane, so that it is in a landmark. */
  private separator(pane: SetPane): TemplateResult {
    return html`<carrel-separator
      class="of-${pane}"
      aria-label=${words().app.widthOf[pane]}
      aria-controls=${pane}
      .width=${this.layout.widths[pane]}
      .usualRem=${usualRem[pane]}
      @pane-resize=${(event: PaneResizeEvent) => this.onPaneResize(pane, event)}
    ></carrel-separator>`;
  }

  /** The way out of focus mode without a keyboard. */
  private leaveButton(): TemplateResult {
    const { leaveFocus } = words().article;
    return html`<button
      class="tool leave"
      aria-label=${leaveFocus}
      title=${leaveFocus}
      @click=${() => this.setAlone(false)}
    >
      ${icons.close}
    </button>`;
  }

  private setAlone(alone: boolean): void {
    if (alone && this.reading.article === null) return;
    this.alone = alone;
    void this.updateComplete.then(() => this.enterArticle());
  }

  private async enterArticle(): Promise<void> {
    await this.article?.updateComplete;
    this.article?.focus();
  }

  private async step(step: 1 | -1): Promise<void> {
    this.goTo((await this.list?.beside(this.cursor ?? this.reading.article, step)) ?? null);
  }

  private async nextUnread(): Promise<void> {
    const article = await this.list?.nextUnread(this.cursor ?? this.reading.article);
    if (article) this.goTo(article);
    else this.surface.say(words().app.noneUnread, null);
  }

  /** Opens an article for a key: the keyboard stays with the list, or with the text. */
  private goTo(article: ArticleSummary | null): void {
    if (article === null) return;
    const hasKeyboard = this.shadowRoot?.activeElement === this.article && this.article !== null;
    const within = hasKeyboard || this.alone;
    if (!within && !onePane.matches) this.list?.focusRow(article.id);
    void this.open(article.id, within || onePane.matches);
  }

  private readOn(): void {
    if (this.reading.article === null || this.article?.pageDown() !== true) void this.nextUnread();
  }

  /** Deletes the current articles; the keyboard goes on to the row beside them. */
  private delete(): void {
    const ids = this.chosen.map(({ id }) => id);
    if (ids.length === 0) return;
    const beside = this.list?.besideGone(ids) ?? null;
    this.list?.endSelection();
    for (const [place, id] of this.lastOpen) if (ids.includes(id)) this.lastOpen.delete(place);
    if (this.reading.id !== null && ids.includes(this.reading.id)) {
      void this.reading.open(null);
      this.pane = 'list';
    }
    this.removal.remove(ids);
    void this.updateComplete.then(() => this.list?.focusRow(beside?.id));
  }

  /** The row that has the keyboard, or else the open article. */
  get current(): ArticleSummary | null {
    const row = this.list?.active ?? null;
    return this.list?.holdsFocus === true ? row : (this.reading.article ?? row);
  }

  /** What is selected, or else the current article. */
  get chosen(): readonly ArticleSummary[] {
    const selected = this.list?.selected ?? [];
    if (selected.length > 0) return selected;
    return this.current === null ? [] : [this.current];
  }

  private withCurrent(act: (article: ArticleSummary) => void): void {
    if (this.current !== null) act(this.current);
  }

  private async turnTo(pane: 'sources' | 'list'): Promise<void> {
    this.pane = pane;
    await this.updateComplete;
    if (pane === 'sources') this.sourcesPane?.focus();
    else this.list?.focusRow(this.reading.id ?? undefined);
  }

  private async enterSources(): Promise<void> {
    this.alone = false;
    await this.turnTo('sources');
  }

  private async openSettings(): Promise<void> {
    await this.enterSources();
    this.sourcesPane?.toggleSettings();
  }

  private back(): void {
    if (this.list?.endSelection() === true || this.article?.endListening() === true) return;
    if (this.alone) this.setAlone(false);
    else if (this.pane !== 'list') void this.turnTo('list');
    else if (this.list?.endSearch() !== true && onePane.matches) void this.turnTo('sources');
  }

  private enterSearch(): void {
    this.alone = false;
    this.pane = 'list';
    void this.updateComplete.then(() => this.list?.focusSearch());
  }

  private onPaneResize(pane: SetPane, { rem, settled }: PaneResizeEvent): void {
    if (rem !== null && !settled) {
      this.layout.drag(pane, rem);
      return;
    }
    this.layout.endDrag();
    if (rem === null) return;
    const changes = pane === 'sources' ? { sourcesWidthRem: rem } : { listWidthRem: rem };
    this.dispatchEvent(new SettingsChangeEvent(changes));
  }

  private readonly onScopeSelect = (event: ScopeSelectEvent): void => {
    const fromDrawer = this.pane === 'sources';
    this.choose(event.scope);
    if (fromDrawer) void this.turnTo('list');
  };

  private readonly onArticleOpen = (event: ArticleOpenEvent): void => {
    void this.open(event.id, event.enter);
  };

  private readonly onListenOver = (): void => {
    void listenOn(this.surface, this.settings?.listenOn !== false, {
      view: () => this.article,
      next: async () => (await this.list?.nextUnread(this.cursor ?? this.reading.article)) ?? null,
      open: (id) => this.open(id, false),
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-reader': CarrelReader;
  }
}
