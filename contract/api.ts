import type {
  Article,
  ArticleId,
  Counts,
  Failure,
  Feed,
  FeedChanges,
  FeedId,
  Folder,
  FolderChanges,
  FolderId,
  ImportFile,
  ImportReport,
  LibraryPlace,
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
  Sources,
  Subscription,
} from './types.ts';

/**
 * What the window may ask the engine, written as if it were synchronous. The asynchronous
 * client is derived from it (`CarrelClient`); each method has a schema of its arguments in
 * `schemas.ts`, and a method without one does not compile.
 *
 * Every method may throw a `CarrelError`; commands return what they changed.
 */
export interface CarrelApi {
  // Sources
  sources(): Sources;
  counts(): Counts;
  /**
   * Subscribes to a feed, or to the feed of a site, by address. Its entries are kept on return.
   * Throws 'login' where the server asks for one.
   */
  subscribe(address: string, login?: Login): Subscription;
  /** Removes a feed; what is removed with it: `docs/retention.md`. */
  unsubscribe(feed: FeedId): Feed;
  /** Changes a feed's title, folder or settings; returns the feed as it is then. */
  saveFeed(feed: FeedId, changes: FeedChanges): Feed;
  /** Keeps the login of a feed, or takes it away, and fetches the feed. */
  saveLogin(feed: FeedId, login: Login | null): Feed;
  addFolder(title: string, parentId: FolderId | null): Folder;
  saveFolder(folder: FolderId, changes: FolderChanges): Folder;
  /** Removes a folder; what stood in it stands where the folder stood. */
  removeFolder(folder: FolderId): Folder;
  /** Fetches feeds now, whatever their schedule says; returns the feeds queued. */
  refresh(scope: Scope): FeedId[];
  /**
   * Stops fetching at once. Feeds wait for their schedule again; pages, pictures and files that
   * are not kept yet wait for the next refresh, or an hour. Returns the feeds that were queued.
   */
  cancelRefresh(): FeedId[];
  /** Starts the sample newsroom on loopback and subscribes to it; returns its feeds. */
  openSampleNewsroom(): FeedId[];

  // Articles
  list(query: ListQuery): ListPage;
  search(query: SearchQuery): SearchHit[];
  article(id: ArticleId): Article | null;
  /** Marks articles; returns those whose state changed. */
  markRead(ids: ArticleId[], read: boolean): ArticleId[];
  /** Marks all articles of a place read; returns those whose state changed. */
  markAllRead(scope: Scope): ArticleId[];
  /** Adds or removes bookmarks; returns those whose state changed. */
  bookmark(ids: ArticleId[], bookmarked: boolean): ArticleId[];
  setPosition(id: ArticleId, position: ReadingPosition | null): void;
  /** Fetches again what failed of an article: its page, its pictures, or both. */
  retry(id: ArticleId): void;
  /**
   * Reads an article anew from the newest page or file that is kept of it, without the network.
   * Throws 'not-found' where none is kept, 'no-article' and others where it cannot be read; what is
   * kept then stays as it is.
   */
  extractAgain(id: ArticleId): ReadAnew;
  /** Shows another version of an article's text. */
  showVersion(id: ArticleId, version: number): void;
  /** Fetches a file that a feed gave with an article. */
  fetchEnclosure(id: ArticleId, ordinal: number): void;
  /** Removes a kept file of an article, or stops fetching it; it can be fetched again. */
  removeEnclosure(id: ArticleId, ordinal: number): void;

  // Bringing and taking
  /** Saves one page; returns at once with its article, whose text is then fetched. */
  savePage(address: string): ArticleId;
  /** Opens one file: OPML, HTML or plain text. */
  importFile(file: ImportFile): ImportReport;
  /** The subscriptions as an OPML 2.0 document; with the logins of feeds only where asked. */
  exportOpml(options?: { logins: boolean }): string;

  // The app
  progress(): Progress;
  settings(): Settings;
  /** Changes the settings named; returns all. */
  saveSettings(changes: Partial<Settings>): Settings;
  library(): LibraryPlace;
}

export type Method = keyof CarrelApi;

/** The interface as the window calls it: every method returns a promise. */
export type CarrelClient = {
  [M in Method]: (...args: Parameters<CarrelApi[M]>) => Promise<ReturnType<CarrelApi[M]>>;
} & {
  /** Calls `listener` for every event from now on; returns the way to stop it. */
  subscribeToEvents(listener: (event: CarrelEvent) => void): () => void;
};

/** What travels back through either door. */
export type Answer<T = unknown> = { ok: true; value: T } | ({ ok: false } & Failure);

/** What the engine tells the window unasked. */
export type CarrelEvent =
  /** Articles were added, changed or removed: lists and counts are to be read again. */
  | { kind: 'articles'; ids: ArticleId[] }
  /** Feeds or folders were added, changed or removed. */
  | { kind: 'sources' }
  | { kind: 'progress'; progress: Progress }
  /** Something that concerns no single article or feed, such as a full disk. */
  | { kind: 'problem'; failure: Failure }
  /** The engine died and is being restarted, or is back. */
  | { kind: 'engine'; state: 'down' | 'up'; message: string };
