import type { Export, ExportForm } from './export.ts';
import type { FilePiece, Import, ImportId } from './imports.ts';
import type { Backup, LibraryMove, SpacePreview } from './library.ts';
import type { Completeness, Provenance, Travel } from './provenance.ts';
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
  /**
   * Removes articles with all that is kept of them, for good: a feed that goes on listing them does
   * not bring them back (`docs/retention.md`). Returns those it removed.
   */
  removeArticles(ids: ArticleId[]): ArticleId[];
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
  /**
   * Begins to bring files in: lists of feeds, saved pages, archives of them, exports of other
   * services, a backup of a library. They are handed over in pieces (`addToImport`) and then taken
   * (`runImport`), all of them together, since a saved page and its pictures are several files.
   */
  startImport(): ImportId;
  /** Hands over pieces of files, at most 16 MB at once. */
  addToImport(id: ImportId, pieces: FilePiece[]): void;
  /** Takes what was handed over, also after it was stopped; events tell how far it is. */
  runImport(id: ImportId): Import;
  /** Stops taking; what is kept stays, and `runImport` goes on with the rest. */
  stopImport(id: ImportId): Import;
  /** Forgets an import, and the files that were handed over for it; what it brought stays. */
  dropImport(id: ImportId): void;
  /** The imports that were not dropped, the newest first. */
  imports(): Import[];
  /** The subscriptions as an OPML 2.0 document; with the logins of feeds only where asked. */
  exportOpml(options?: { logins: boolean }): string;
  /**
   * Begins to put articles into one file, while all goes on; events tell how far it is. It takes the
   * place of an export that is being made or was made before; the file is there until it is dropped,
   * or Carrel ends. It fails with 'not-found' where none of them is in the library, and with
   * 'too-large' where a page would be (`MOST_ON_PAGE`).
   */
  exportArticles(ids: ArticleId[], form: ExportForm): Export;
  articleExport(): Export | null;
  /** Stops an export that is being made, and removes the file of one that is made. */
  dropExport(): void;

  // Complete, and known to be
  /** What is there of an article, and what is missing and why; `null` where there is no article. */
  completeness(id: ArticleId): Completeness | null;
  /** Fetches again what is missing of a place's articles; returns how many there are. */
  retryAll(scope: Scope): number;
  /**
   * Fetches all that is missing of a place's articles, and tells what could not be had in the end;
   * goes on with what was stopped, where the place is the same.
   */
  prepareTravel(scope: Scope): Travel;
  /** Stops getting ready to travel: what it still waits for is not fetched before its time. */
  stopTravel(): Travel | null;
  /** Forgets the last travel; what was fetched stays. */
  endTravel(): void;
  travel(): Travel | null;
  /** Where an article came from; `null` where there is no article. */
  provenance(id: ArticleId): Provenance | null;

  // The library
  /** What would go, were pictures to take at most so many megabytes (10⁶ bytes). */
  spacePreview(picturesMostMb: number): SpacePreview;
  /**
   * Begins to copy the library into one file, while all goes on; events tell how far it is. The file
   * is there until it is dropped, another is begun, or Carrel ends.
   */
  backUp(): Backup;
  backup(): Backup | null;
  /** Stops a backup that is being made, and removes the file of one that is made. */
  dropBackup(): void;
  /**
   * Begins to move the library into another folder, which is empty or made; events tell how far it is.
   * Throws with the reason where it cannot go there.
   */
  moveLibrary(folder: string): LibraryMove;
  /** The move that is under way, or was the last since Carrel began. */
  libraryMove(): LibraryMove | null;
  /** Stops a move while it is copying; the library is where it was. */
  stopMove(): LibraryMove | null;
  /** Lets the reader choose a folder in the system's own dialog; `null` where none was chosen. */
  chooseFolder(): string | null;

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
  | { kind: 'import'; import: Import }
  /** `null` when it was forgotten. */
  | { kind: 'travel'; travel: Travel | null }
  | { kind: 'backup'; backup: Backup | null }
  | { kind: 'export'; export: Export | null }
  /** `null` when it was stopped. */
  | { kind: 'move'; move: LibraryMove | null }
  /** Something that concerns no single article or feed, such as a full disk. */
  | { kind: 'problem'; failure: Failure }
  /** The engine died and is being restarted, or is back. */
  | { kind: 'engine'; state: 'down' | 'up'; message: string };
