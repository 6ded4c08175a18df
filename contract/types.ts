import type { Language } from './languages.ts';
import type { Space } from './library.ts';

/**
 * What the window and the engine speak about: plain data that survives structured clone and
 * JSON. An absent value is `null` here, because JSON has no `undefined`.
 */

export type FeedId = number;
export type FolderId = number;
export type ArticleId = number;

/** SHA-256 of a file's bytes, 64 lower-case hexadecimal digits. */
export type MediaHash = string;

/** Milliseconds since 1970-01-01 UTC. */
export type Timestamp = number;

export type Direction = 'ltr' | 'rtl';

/** A place in the library that holds articles. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'unread' }
  | { kind: 'bookmarks' }
  /** Pages saved by address and files opened: articles that no feed brought. */
  | { kind: 'saved' }
  /** Articles of which something is missing that is to be had: text, pictures, attachments. */
  | { kind: 'incomplete' }
  | { kind: 'folder'; id: FolderId }
  | { kind: 'feed'; id: FeedId };

/** What went wrong, for a program (`kind`) and for a person (`message`: the act and the cause). */
export interface Failure {
  kind: ErrorKind;
  message: string;
}

/** The kinds of failure the window tells apart. */
export type ErrorKind =
  /** The arguments of a call, or what the user typed, are not what is asked for. */
  | 'invalid'
  /** The row that was asked for is not in the library. */
  | 'not-found'
  /** No connection: name not found, refused, reset, no network. */
  | 'network'
  | 'timeout'
  /** The server answered with a status that is not success. */
  | 'http'
  /** More bytes, redirects or nesting than Carrel takes. */
  | 'too-large'
  | 'not-a-feed'
  /** The server asks for a name and password, or refuses those it got. */
  | 'login'
  /** An address on this machine or its own network, which nobody typed. */
  | 'private-address'
  /** The server says that the feed is gone for good. */
  | 'gone'
  /** Not fetched, because the reader set it so. */
  | 'skipped'
  /** The page was kept, but no article was found in it. */
  | 'no-article'
  | 'not-a-picture'
  /** A file that is not text, HTML or OPML. */
  | 'not-text'
  /** The library folder cannot be read or written. */
  | 'library'
  | 'newer-library'
  | 'disk-full'
  /** The engine is being restarted. */
  | 'engine-down'
  /** A fault of Carrel's own. */
  | 'internal';

// -- Sources ---------------------------------------------------------------------------------

export interface Folder {
  id: FolderId;
  parentId: FolderId | null;
  title: string;
}

export interface Feed {
  id: FeedId;
  folderId: FolderId | null;
  /** Where the feed is fetched from. */
  address: string;
  /** The page the feed belongs to. */
  siteAddress: string | null;
  /** The reader's own title, or else the feed's. */
  title: string;
  /** The title the reader gave; `null` where the feed's own is shown. */
  ownTitle: string | null;
  /** The site's icon: what to ask `media/<hash>` for; `null` while there is none. */
  icon: MediaHash | null;
  settings: FeedSettings;
  /** What Carrel sends to say who asks; `null` for a feed that anybody may read. */
  login: Login['kind'] | null;
  /** How many articles of this feed are in the library. */
  articles: number;
  lastTriedAt: Timestamp | null;
  lastSucceededAt: Timestamp | null;
  /** `null` for a feed that is not fetched any more, because it is gone (410). */
  nextFetchAt: Timestamp | null;
  /** Why the last fetch failed; `null` when it did not. */
  failure: Failure | null;
}

/** What the reader sets for one feed. */
export interface FeedSettings {
  /** How often it is fetched, at least 15; `null`: as often as it changes and its publisher likes. */
  everyMinutes: number | null;
  /** Whether an article's page is fetched for its text, or the feed's own text is kept. */
  textFrom: TextFrom;
  /** Whether pictures are fetched. */
  pictures: boolean;
  /** How many of its newest articles are kept; `null`: all (docs/retention.md). */
  keep: number | null;
  /** Whether enclosures (sound, film, files) are fetched as they come. */
  enclosures: boolean;
}

/** What to change of a feed; what is left out stays. */
export interface FeedChanges {
  /** `null` takes the reader's own title away. */
  title?: string | null;
  folderId?: FolderId | null;
  settings?: Partial<FeedSettings>;
}

export interface FolderChanges {
  title?: string;
  parentId?: FolderId | null;
}

/** How a feed is asked for that not everybody may read (RFC 7617, RFC 6750). */
export type Login =
  | { kind: 'basic'; name: string; password: string }
  | { kind: 'bearer'; token: string };

export type TextFrom = 'page' | 'feed';

export interface Sources {
  folders: Folder[];
  feeds: Feed[];
}

/** Counts for the sources pane. A feed without unread articles is left out of `feeds`. */
export interface Counts {
  articles: number;
  unread: number;
  bookmarks: number;
  saved: number;
  savedUnread: number;
  /** Articles that are not complete; at most 10,000: more are not counted. */
  incomplete: number;
  feeds: { id: FeedId; unread: number }[];
}

/** A feed that was found at an address, to choose from. */
export interface FeedCandidate {
  address: string;
  title: string;
}

export type Subscription =
  | { kind: 'added'; feed: Feed }
  /** The feed was in the library before; nothing was changed. */
  | { kind: 'present'; feed: Feed }
  /** The site offers several feeds. */
  | { kind: 'choose'; candidates: FeedCandidate[] };

// -- Articles --------------------------------------------------------------------------------

/**
 * Whether an article's text is whole:
 * `waiting`, its page is still to be fetched (what the feed gave can be read);
 * `kept`, and where `failure` says something, it could not be fetched once more;
 * `failed`, and `failure` says why (what the feed gave can be read).
 */
export type TextState = 'waiting' | 'kept' | 'failed';

/** An article in a list. */
export interface ArticleSummary {
  id: ArticleId;
  title: string;
  authors: string[];
  /** The feed's title, the site's name or the file's name: where it came from, in a few words. */
  source: string;
  /** The first words of the text, plain, at most 300 characters; may be empty. */
  excerpt: string;
  /** BCP 47, as the page or feed declared it. */
  language: string | null;
  direction: Direction;
  publishedAt: Timestamp | null;
  /** What lists are ordered by: published, or first seen where no credible date is given. */
  sortAt: Timestamp;
  /** How many minutes the text takes to read, rounded up; 0 while there is no text. */
  readingMinutes: number;
  read: boolean;
  bookmarked: boolean;
  text: TextState;
  pictures: PictureCounts;
  /** What else is not here: further parts of its text, and attachments that are wanted. */
  missing: MissingCounts;
  failure: Failure | null;
  /** The picture a list shows: the first kept one. */
  leadPicture: MediaHash | null;
}

export interface PictureCounts {
  /** How many pictures the article has. */
  of: number;
  kept: number;
  failed: number;
}

export interface MissingCounts {
  parts: number;
  attachments: number;
  /** How many of the attachments could not be had. */
  attachmentsFailed: number;
}

/** An article as the reading view shows it. */
export interface Article extends ArticleSummary {
  subtitle: string | null;
  /** The article's address on the web; `null` for a file that names none. */
  address: string | null;
  siteName: string | null;
  /** When its text was fetched or imported; `null` while it waits. */
  fetchedAt: Timestamp | null;
  modifiedAt: Timestamp | null;
  /** What its page says of where the two times were written, in minutes east of UTC. */
  publishedZone: number | null;
  modifiedZone: number | null;
  /** The part of the site it stood in, as the page names it. */
  section: string | null;
  /**
   * The body: a fragment of the small vocabulary in `docs/body.md`. A picture stands in it as
   * `<figure data-picture="N"></figure>`, N being its ordinal in `pictureList`.
   */
  html: string;
  pictureList: Picture[];
  /** Sound, film and files that its feeds gave with it. */
  enclosures: Enclosure[];
  /** The feeds that carried it. */
  feeds: { id: FeedId; title: string }[];
  /** The versions of the text that are kept, the newest first. */
  versions: Version[];
  position: ReadingPosition | null;
}

/** One text of an article: what was made of a capture, or of what a feed gave. */
export interface Version {
  id: number;
  madeAt: Timestamp;
  /** When the page it was made of was fetched, or the file opened; `null` for a feed's text. */
  fetchedAt: Timestamp | null;
  textFrom: 'page' | 'feed' | 'file';
  wordCount: number;
  /** The extractor that made it. */
  extractor: string;
  /** Whether it is the one that is shown. */
  shown: boolean;
}

export interface Picture {
  /** From 0, in the order of the article. */
  ordinal: number;
  address: string;
  alt: string;
  caption: string;
  credit: string;
  /** Pictures that the page showed as one gallery have the same number here. */
  gallery: number | null;
  /** What to ask `media/<hash>` for; `null` while it is not kept. */
  hash: MediaHash | null;
  /** Pixels as shown (EXIF orientation applied); `null` while not kept and not declared. */
  width: number | null;
  height: number | null;
  failure: Failure | null;
}

/** A file that a feed gives with an entry, for more than looking at: sound, film, PDF. */
export interface Enclosure {
  /** From 0, in the order of the feed. */
  ordinal: number;
  address: string;
  /** MIME type, as the feed says or, once kept, as it is; `null` where nothing says. */
  type: string | null;
  title: string | null;
  /** As the feed says or, once kept, as it is. */
  sizeBytes: number | null;
  durationSeconds: number | null;
  /** `offered` until the reader, or the feed's settings, ask for it. */
  state: 'offered' | 'waiting' | 'kept' | 'failed';
  /** What to ask `media/<hash>` for; `null` while it is not kept. */
  hash: MediaHash | null;
  failure: Failure | null;
}

/** Where the reader stopped: the block at the top of the view, and how far into it (0 to 1). */
export interface ReadingPosition {
  block: number;
  fraction: number;
}

/** Where a page of a list starts: after this article. */
export interface ListCursor {
  sortAt: Timestamp;
  id: ArticleId;
}

export type ListOrder = 'newest' | 'oldest';

/** What of a place is listed: articles of which all of it is true. */
export interface ListFilter {
  unread?: boolean;
  bookmarked?: boolean;
  /** With at least one picture, kept or not. */
  pictures?: boolean;
  /** At least ten minutes to read. */
  long?: boolean;
  /** Not before this time, by `sortAt`. */
  since?: Timestamp;
}

export interface ListQuery {
  scope: Scope;
  /** At most 200. */
  limit: number;
  after: ListCursor | null;
  /** All of the place where it is left out. */
  filter?: ListFilter;
  /** `newest` where it is left out. */
  order?: ListOrder;
}

export interface ListPage {
  /** With a filter, a page may hold fewer than asked for, or none, and not be the last. */
  articles: ArticleSummary[];
  /** `null` when this was the last page. */
  next: ListCursor | null;
}

export interface SearchQuery {
  /** What the user typed; every word must occur, the last one may be unfinished. */
  words: string;
  /** At most 100. */
  limit: number;
}

export interface SearchHit {
  article: ArticleSummary;
  title: Snippet;
  /** Around the first words found in body, byline or captions. */
  snippet: Snippet;
}

/** Text in runs, those found marked: `[['the ', false], ['harbour', true]]`. */
export type Snippet = [text: string, found: boolean][];

// -- The engine's doings ---------------------------------------------------------------------

/** Work of one kind since the engine was last idle. */
export interface ProgressCount {
  done: number;
  failed: number;
  of: number;
}

export interface Progress {
  running: boolean;
  feeds: ProgressCount;
  pages: ProgressCount;
  pictures: ProgressCount;
  enclosures: ProgressCount;
  /** Why what is due is not fetched; `null` while it is. */
  waiting: 'offline' | 'metered' | null;
}

export interface LibraryPlace {
  /** The library's folder on this machine. */
  folder: string;
  /** Whether the system has a dialog to choose a folder in (`chooseFolder`). */
  hasChooser: boolean;
  /** Carrel's version. */
  version: string;
  /** Where logins of feeds are kept: the system's keychain, or this library's own file. */
  loginsIn: 'keychain' | 'library';
  space: Space;
}

export type Theme = 'system' | 'light' | 'sepia' | 'dark' | 'black';

/** The face articles are set in: with serifs, without, or with letters hard to mistake. */
export type Family = 'serif' | 'sans' | 'legible';

/**
 * What came of reading an article anew: the same text, another version that is shown now, or another
 * that is kept beside the one shown.
 */
export type ReadAnew = 'same' | 'shown' | 'kept';

export interface Settings {
  theme: Theme;
  /** Size of the reading text in CSS pixels, 14 to 28. */
  textSizePx: number;
  /** Width of the reading column in characters (`ch`), 45 to 95. */
  measureCh: number;
  /** How much of an article its row in a list shows. */
  density: 'comfortable' | 'compact';
  family: Family;
  /** The distance of lines, as a percentage of what suits the article's script, 85 to 140. */
  leadingPercent: number;
  /** Whether lines end at one edge, or as their words fall. */
  justified: boolean;
  /** Whether Japanese and Chinese articles are set in vertical lines. */
  vertical: boolean;
  /** Whether feeds are fetched on their schedule over a metered network. */
  onMetered: 'fetch' | 'wait';
  /** How much space pictures may take, in megabytes (10⁶ bytes); `null`: as much as there is. */
  picturesMostMb: number | null;
  /**
   * Which file of a picture is fetched, where a page names several: the largest that a screen can
   * show, or the largest of all. What is kept already stays as it is.
   */
  pictureFiles: 'screen' | 'original';
  /** Width of the pane of sources in rem, 12 to 30. A window without room for it shows it narrower. */
  sourcesWidthRem: number;
  /** Width of the list in rem, 18 to 48; likewise. */
  listWidthRem: number;
  /** Whether letters, digits, signs, the space bar and keys that delete act alone (WCAG 2.2, 2.1.4). */
  singleKeys: boolean;
  /** The language of the window; `system`: the first of the reader's own that it speaks. */
  language: 'system' | Language;
  /** How fast articles are read aloud, as a percentage of the voice's own pace, 75 to 250. */
  speechPercent: number;
  /** The voice that the reader chose for a language (`de`), by its `voiceURI`. */
  speechVoices: Record<string, string>;
  /** Whether the next unread article is read aloud when one was to its end. */
  listenOn: boolean;
}
