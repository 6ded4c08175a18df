import type { CarrelClient, CarrelEvent, Method } from '../../contract/api.ts';
import type { Export, ExportForm } from '../../contract/export.ts';
import type { FilePiece, Import, ImportId } from '../../contract/imports.ts';
import type { Backup, LibraryMove, SpacePreview } from '../../contract/library.ts';
import type { Completeness, Provenance, Travel } from '../../contract/provenance.ts';
import { CarrelError } from '../../contract/errors.ts';
import type {
  Article,
  ArticleId,
  Counts,
  Enclosure,
  Failure,
  Feed,
  FeedChanges,
  FeedId,
  Folder,
  FolderChanges,
  FolderId,
  LibraryPlace,
  ListCursor,
  ListFilter,
  ListPage,
  ListQuery,
  Login,
  Progress,
  ReadAnew,
  ReadingPosition,
  Scope,
  SearchHit,
  SearchQuery,
  Settings,
  Snippet,
  Sources,
  Subscription,
} from '../../contract/types.ts';
import { begunBackup, begunExport, begunMove } from './begun.ts';
import { FakeImports } from './fake-imports.ts';
import { idle, makeArticle, makeFeed } from './made.ts';

/** A library in memory behind the window's interface, for tests of elements. */
export class FakeCarrel implements CarrelClient {
  readonly articles = new Map<ArticleId, Article>();
  readonly folders: Folder[] = [];
  readonly feeds: Feed[] = [];
  /** Every call, as `[method, ...arguments]`. */
  readonly calls: [Method, ...unknown[]][] = [];
  /** What subscribing to an address finds; another address adds a feed of that address. */
  readonly sites = new Map<string, Subscription>();
  /** What is brought in as files. */
  readonly brought = new FakeImports(
    (path) => {
      const { id } = this.add({ title: path, source: path, address: null, feeds: [] });
      this.emit({ kind: 'articles', ids: [id] });
      return id;
    },
    (changed) => this.emit({ kind: 'import', import: changed }),
  );
  readonly provenances = new Map<ArticleId, Provenance>();
  readonly completenesses = new Map<ArticleId, Completeness>();
  wouldGo: SpacePreview = { articles: 0, pictures: 0, bytes: 0, leftBytes: 0, first: [] };
  journey: Travel | null = null;
  copy: Backup | null = null;
  exported: Export | null = null;
  libraryFolder = '/library';
  move: LibraryMove | null = null;
  /** What is chosen in the system's dialog for a folder; `null` where there is none. */
  chosen: string | null = null;
  /** While set, calls wait for it: for what is seen while the engine works. */
  gate: Promise<void> | null = null;
  current: Settings = {
    theme: 'light',
    textSizePx: 19,
    measureCh: 66,
    density: 'comfortable',
    family: 'serif',
    leadingPercent: 100,
    justified: false,
    vertical: false,
    onMetered: 'fetch',
    picturesMostMb: null,
    pictureFiles: 'screen',
    sourcesWidthRem: 17,
    listWidthRem: 24,
    singleKeys: true,
    language: 'en',
    speechPercent: 100,
    speechVoices: {},
    listenOn: true,
  };
  work: Progress = idle();
  /** With a filter, so many articles are looked at for a page, as the engine does. */
  walked = Infinity;

  private readonly listeners = new Set<(event: CarrelEvent) => void>();
  private readonly failures = new Map<Method, Failure[]>();
  private lastId = 0;

  /** Adds an article and returns it; what is not given is plausible. */
  add(given: Partial<Article> = {}): Article {
    const made = makeArticle({ id: this.nextId(), ...given });
    this.articles.set(made.id, made);
    return made;
  }

  addFeed(given: Partial<Feed> = {}): Feed {
    const feed = makeFeed({ id: this.nextId(), ...given });
    this.feeds.push(feed);
    return feed;
  }

  putFolder(title: string, parentId: number | null = null): Folder {
    const folder = { id: this.nextId(), title, parentId };
    this.folders.push(folder);
    return folder;
  }

  /** Makes the next call of a method fail. */
  failNext(method: Method, failure: Failure): void {
    this.failures.set(method, [...(this.failures.get(method) ?? []), failure]);
  }

  /** Changes an article and tells the window, as the engine does when something came in. */
  change(id: ArticleId, changes: Partial<Article>): void {
    const article = this.articles.get(id);
    if (article === undefined) throw new Error(`fake: no article ${id}`);
    this.articles.set(id, { ...article, ...changes });
    this.emit({ kind: 'articles', ids: [id] });
  }

  emit(event: CarrelEvent): void {
    for (const listener of this.listeners) listener(structuredClone(event));
  }

  /** How often a method was called. */
  count(method: Method): number {
    return this.calls.filter(([called]) => called === method).length;
  }

  subscribeToEvents(listener: (event: CarrelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  sources(): Promise<Sources> {
    return this.answer(['sources'], () => ({ folders: this.folders, feeds: this.feeds }));
  }

  counts(): Promise<Counts> {
    return this.answer(['counts'], () => {
      const all = [...this.articles.values()];
      const unread = all.filter(({ read }) => !read);
      const saved = all.filter(({ feeds }) => feeds.length === 0);
      return {
        articles: all.length,
        unread: unread.length,
        bookmarks: all.filter(({ bookmarked }) => bookmarked).length,
        saved: saved.length,
        savedUnread: saved.filter(({ read }) => !read).length,
        incomplete: all.filter(isIncomplete).length,
        feeds: this.feeds
          .map(({ id }) => ({ id, unread: unread.filter((article) => isFrom(article, id)).length }))
          .filter((count) => count.unread > 0),
      };
    });
  }

  subscribe(address: string, login?: Login): Promise<Subscription> {
    const asked: [Method, ...unknown[]] =
      login === undefined ? ['subscribe', address] : ['subscribe', address, login];
    return this.answer(asked, () => {
      const known = this.sites.get(address);
      if (known !== undefined) return known;
      const feed = this.addFeed({ address, title: new URL(address).hostname });
      this.emit({ kind: 'sources' });
      return { kind: 'added', feed };
    });
  }

  unsubscribe(id: FeedId): Promise<Feed> {
    return this.answer(['unsubscribe', id], () => {
      const [feed] = this.feeds.splice(
        this.feeds.findIndex((each) => each.id === id),
        1,
      );
      if (feed === undefined) throw new CarrelError('not-found', `feed: there is no feed ${id}`);
      for (const article of this.articles.values()) {
        if (isFrom(article, id) && !article.bookmarked) this.articles.delete(article.id);
      }
      this.emit({ kind: 'sources' });
      return feed;
    });
  }

  saveFeed(id: FeedId, changes: FeedChanges): Promise<Feed> {
    return this.answer(['saveFeed', id, changes], () => {
      const feed = this.feedOf(id);
      const { title, folderId = feed.folderId, settings } = changes;
      if (title !== undefined) Object.assign(feed, { ownTitle: title, title: title ?? feed.title });
      Object.assign(feed, { folderId, settings: { ...feed.settings, ...settings } });
      this.emit({ kind: 'sources' });
      return feed;
    });
  }

  saveLogin(id: FeedId, login: Login | null): Promise<Feed> {
    return this.answer(['saveLogin', id, login], () => {
      const feed = Object.assign(this.feedOf(id), { login: login?.kind ?? null });
      this.emit({ kind: 'sources' });
      return feed;
    });
  }

  addFolder(title: string, parentId: FolderId | null): Promise<Folder> {
    return this.answer(['addFolder', title, parentId], () => {
      const folder = this.putFolder(title, parentId);
      this.emit({ kind: 'sources' });
      return folder;
    });
  }

  saveFolder(id: FolderId, changes: FolderChanges): Promise<Folder> {
    return this.answer(['saveFolder', id, changes], () => {
      const folder = Object.assign(this.folderOf(id), changes);
      this.emit({ kind: 'sources' });
      return folder;
    });
  }

  removeFolder(id: FolderId): Promise<Folder> {
    return this.answer(['removeFolder', id], () => {
      const folder = this.folderOf(id);
      this.folders.splice(this.folders.indexOf(folder), 1);
      for (const feed of this.feeds) if (feed.folderId === id) feed.folderId = folder.parentId;
      for (const inside of this.folders) {
        if (inside.parentId === id) inside.parentId = folder.parentId;
      }
      this.emit({ kind: 'sources' });
      return folder;
    });
  }

  cancelRefresh(): Promise<FeedId[]> {
    return this.answer(['cancelRefresh'], () => this.feeds.map(({ id }) => id));
  }

  fetchEnclosure(id: ArticleId, ordinal: number): Promise<void> {
    return this.answer(['fetchEnclosure', id, ordinal], () =>
      this.changeEnclosure(id, ordinal, { state: 'waiting', failure: null }),
    );
  }

  removeEnclosure(id: ArticleId, ordinal: number): Promise<void> {
    return this.answer(['removeEnclosure', id, ordinal], () =>
      this.changeEnclosure(id, ordinal, { state: 'offered', hash: null, failure: null }),
    );
  }

  refresh(scope: Scope): Promise<FeedId[]> {
    return this.answer(['refresh', scope], () =>
      this.feeds.filter(({ id }) => scope.kind !== 'feed' || scope.id === id).map(({ id }) => id),
    );
  }

  openSampleNewsroom(): Promise<FeedId[]> {
    return this.answer(['openSampleNewsroom'], () => {
      const feed = this.addFeed({ title: 'The Tern' });
      this.add({ feeds: [{ id: feed.id, title: feed.title }] });
      this.emit({ kind: 'sources' });
      return [feed.id];
    });
  }

  list(query: ListQuery): Promise<ListPage> {
    return this.answer(['list', query], () => {
      const { after, filter = {} } = query;
      const step = query.order === 'oldest' ? -1 : 1;
      const compare = (a: ListCursor, b: ListCursor): number =>
        step * (b.sortAt - a.sortAt || b.id - a.id);
      const rest = [...this.articles.values()]
        .filter((article) => this.isIn(article, query.scope))
        .toSorted(compare)
        .filter((article) => after === null || compare(article, after) > 0);
      const most = query.filter === undefined ? query.limit : this.walked;
      const walked = rest.slice(0, most);
      const articles = walked.filter((article) => isWanted(article, filter)).slice(0, query.limit);
      const last = articles.length === query.limit ? articles.at(-1) : walked.at(-1);
      const more = last !== undefined && last !== rest.at(-1);
      return { articles, next: more ? { sortAt: last.sortAt, id: last.id } : null };
    });
  }

  search({ words, limit }: SearchQuery): Promise<SearchHit[]> {
    return this.answer(['search', { words, limit }], () => {
      const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
      return [...this.articles.values()]
        .filter((article) => {
          const text = `${article.title} ${article.excerpt}`.toLowerCase();
          return wanted.every((word) => text.includes(word));
        })
        .slice(0, limit)
        .map((article) => ({
          article,
          title: mark(article.title, wanted),
          snippet: mark(article.excerpt, wanted),
        }));
    });
  }

  article(id: ArticleId): Promise<Article | null> {
    return this.answer(['article', id], () => this.articles.get(id) ?? null);
  }

  markRead(ids: ArticleId[], read: boolean): Promise<ArticleId[]> {
    return this.answer(['markRead', ids, read], () =>
      this.set(ids, (article) => article.read !== read && { ...article, read }),
    );
  }

  markAllRead(scope: Scope): Promise<ArticleId[]> {
    return this.answer(['markAllRead', scope], () => {
      const within = [...this.articles.values()].filter((article) => this.isIn(article, scope));
      const ids = within.map(({ id }) => id);
      return this.set(ids, (article) => !article.read && { ...article, read: true });
    });
  }

  bookmark(ids: ArticleId[], bookmarked: boolean): Promise<ArticleId[]> {
    return this.answer(['bookmark', ids, bookmarked], () =>
      this.set(ids, (article) => article.bookmarked !== bookmarked && { ...article, bookmarked }),
    );
  }

  removeArticles(ids: ArticleId[]): Promise<ArticleId[]> {
    return this.answer(['removeArticles', ids], () => {
      const removed = ids.filter((id) => this.articles.delete(id));
      if (removed.length > 0) this.emit({ kind: 'articles', ids: removed });
      return removed;
    });
  }

  setPosition(id: ArticleId, position: ReadingPosition | null): Promise<void> {
    return this.answer(['setPosition', id, position], () => {
      const article = this.articles.get(id);
      if (article !== undefined) this.articles.set(id, { ...article, position });
    });
  }

  retry(id: ArticleId): Promise<void> {
    return this.answer(['retry', id], () => undefined);
  }

  extractAgain(id: ArticleId): Promise<ReadAnew> {
    return this.answer(['extractAgain', id], () => 'same' as const);
  }

  showVersion(id: ArticleId, version: number): Promise<void> {
    return this.answer(['showVersion', id, version], () => undefined);
  }

  savePage(address: string): Promise<ArticleId> {
    return this.answer(['savePage', address], () => {
      const title = new URL(address).hostname;
      const { id } = this.add({ title, address, text: 'waiting', feeds: [], html: '' });
      this.emit({ kind: 'articles', ids: [id] });
      return id;
    });
  }

  startImport(): Promise<ImportId> {
    return this.answer(['startImport'], () => {
      const id = this.nextId();
      this.brought.start(id);
      return id;
    });
  }

  addToImport(id: ImportId, pieces: FilePiece[]): Promise<void> {
    return this.answer(['addToImport', id, pieces], () => this.brought.add(id, pieces));
  }

  runImport(id: ImportId): Promise<Import> {
    return this.answer(['runImport', id], () => this.brought.run(id));
  }

  stopImport(id: ImportId): Promise<Import> {
    return this.answer(['stopImport', id], () => this.brought.stop(id));
  }

  dropImport(id: ImportId): Promise<void> {
    return this.answer(['dropImport', id], () => this.brought.drop(id));
  }

  imports(): Promise<Import[]> {
    return this.answer(['imports'], () => this.brought.begun.toReversed());
  }

  completeness(id: ArticleId): Promise<Completeness | null> {
    return this.answer(['completeness', id], () => this.completenesses.get(id) ?? null);
  }

  retryAll(scope: Scope): Promise<number> {
    return this.answer(['retryAll', scope], () => 0);
  }

  prepareTravel(scope: Scope): Promise<Travel> {
    return this.answer(['prepareTravel', scope], () => {
      const none = { of: 0, done: 0, waiting: 0, articles: 0, receivedBytes: 0 };
      this.journey ??= { scope, state: 'done', ...none, missed: [], missedCount: 0 };
      return this.journey;
    });
  }

  stopTravel(): Promise<Travel | null> {
    return this.answer(['stopTravel'], () => {
      if (this.journey !== null) this.journey = { ...this.journey, state: 'stopped' };
      return this.journey;
    });
  }

  endTravel(): Promise<void> {
    return this.answer(['endTravel'], () => {
      this.journey = null;
    });
  }

  travel(): Promise<Travel | null> {
    return this.answer(['travel'], () => this.journey);
  }

  provenance(id: ArticleId): Promise<Provenance | null> {
    return this.answer(['provenance', id], () => this.provenances.get(id) ?? null);
  }

  spacePreview(picturesMostMb: number): Promise<SpacePreview> {
    return this.answer(['spacePreview', picturesMostMb], () => this.wouldGo);
  }

  backUp(): Promise<Backup> {
    return this.answer(['backUp'], () => {
      this.copy = begunBackup();
      return this.copy;
    });
  }

  backup(): Promise<Backup | null> {
    return this.answer(['backup'], () => this.copy);
  }

  dropBackup(): Promise<void> {
    return this.answer(['dropBackup'], () => {
      this.copy = null;
    });
  }

  moveLibrary(folder: string): Promise<LibraryMove> {
    return this.answer(['moveLibrary', folder], () => {
      this.move = begunMove(this.libraryFolder, folder);
      return this.move;
    });
  }

  libraryMove(): Promise<LibraryMove | null> {
    return this.answer(['libraryMove'], () => this.move);
  }

  stopMove(): Promise<LibraryMove | null> {
    return this.answer(['stopMove'], () => {
      this.move = null;
      return null;
    });
  }

  chooseFolder(): Promise<string | null> {
    return this.answer(['chooseFolder'], () => this.chosen);
  }

  exportOpml(options?: { logins: boolean }): Promise<string> {
    return this.answer(
      options === undefined ? ['exportOpml'] : ['exportOpml', options],
      () => '<opml version="2.0"/>',
    );
  }

  exportArticles(ids: ArticleId[], form: ExportForm): Promise<Export> {
    return this.answer(['exportArticles', ids, form], () => {
      this.exported = begunExport(this.nextId(), ids, form);
      return this.exported;
    });
  }

  articleExport(): Promise<Export | null> {
    return this.answer(['articleExport'], () => this.exported);
  }

  dropExport(): Promise<void> {
    return this.answer(['dropExport'], () => {
      this.exported = null;
    });
  }

  progress(): Promise<Progress> {
    return this.answer(['progress'], () => this.work);
  }

  settings(): Promise<Settings> {
    return this.answer(['settings'], () => this.current);
  }

  saveSettings(changes: Partial<Settings>): Promise<Settings> {
    return this.answer(['saveSettings', changes], () => {
      this.current = { ...this.current, ...changes };
      return this.current;
    });
  }

  library(): Promise<LibraryPlace> {
    return this.answer(['library'], () => ({
      folder: this.libraryFolder,
      hasChooser: this.chosen !== null,
      version: '0.0.0',
      loginsIn: 'library',
      space: {
        captureBytes: 410_000_000,
        versionBytes: 260_000_000,
        pictureBytes: 3_200_000_000,
        attachmentBytes: 95_000_000,
        databaseBytes: 900_000_000,
        freeBytes: 120_000_000_000,
      },
    }));
  }

  private feedOf(id: FeedId): Feed {
    const feed = this.feeds.find((each) => each.id === id);
    if (feed === undefined) throw new CarrelError('not-found', `feed: there is no feed ${id}`);
    return feed;
  }

  private folderOf(id: FolderId): Folder {
    const folder = this.folders.find((each) => each.id === id);
    if (folder === undefined) throw new CarrelError('not-found', `folder: there is none ${id}`);
    return folder;
  }

  private changeEnclosure(id: ArticleId, ordinal: number, changes: Partial<Enclosure>): void {
    const enclosures = structuredClone(this.articles.get(id)?.enclosures ?? []);
    Object.assign(enclosures[ordinal] ?? {}, changes);
    this.change(id, { enclosures });
  }

  private nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  private isIn(article: Article, scope: Scope): boolean {
    if (scope.kind === 'feed') return isFrom(article, scope.id);
    if (scope.kind === 'folder') {
      return this.feeds.some((feed) => feed.folderId === scope.id && isFrom(article, feed.id));
    }
    const saved = article.feeds.length === 0;
    const incomplete = isIncomplete(article);
    const { read, bookmarked } = article;
    return { all: true, unread: !read, bookmarks: bookmarked, saved, incomplete }[scope.kind];
  }

  private set(ids: ArticleId[], change: (article: Article) => Article | false): ArticleId[] {
    const changed = ids.filter((id) => {
      const article = this.articles.get(id);
      const next = article === undefined ? false : change(article);
      if (next !== false) this.articles.set(id, next);
      return next !== false;
    });
    if (changed.length > 0) this.emit({ kind: 'articles', ids: changed });
    return changed;
  }

  /** Answers as a door does: later, with a copy, or with an error that has a kind. */
  private async answer<T>(call: [Method, ...unknown[]], work: () => T): Promise<T> {
    this.calls.push(call);
    await this.gate;
    const failure = this.failures.get(call[0])?.shift();
    if (failure !== undefined) throw new CarrelError(failure.kind, failure.message);
    return structuredClone(work());
  }
}

function isFrom(article: Article, feed: FeedId): boolean {
  return article.feeds.some(({ id }) => id === feed);
}

function mark(text: string, words: string[]): Snippet {
  const [word = ''] = words;
  const at = text.toLowerCase().indexOf(word);
  if (at < 0) return [[text, false]];
  const end = at + word.length;
  const runs: Snippet = [
    [text.slice(0, at), false],
    [text.slice(at, end), true],
    [text.slice(end), false],
  ];
  return runs.filter(([run]) => run !== '');
}

function isIncomplete({ text, pictures }: Article): boolean {
  return text !== 'kept' || pictures.kept < pictures.of;
}

function isWanted(article: Article, filter: ListFilter): boolean {
  return (
    (filter.unread !== true || !article.read) &&
    (filter.bookmarked !== true || article.bookmarked) &&
    (filter.pictures !== true || article.pictures.of > 0) &&
    (filter.long !== true || article.readingMinutes >= 10) &&
    article.sortAt >= (filter.since ?? -Infinity)
  );
}
