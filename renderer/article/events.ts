import type { ArticleId, ReadingPosition } from '../../contract/types.ts';

/** What the reading view tells the window around it. All bubble, out of shadow roots too. */

/** The reader wants the article bookmarked, or no longer. */
export class BookmarkToggleEvent extends Event {
  static readonly type = 'bookmark-toggle';
  readonly id: ArticleId;
  readonly bookmarked: boolean;

  constructor(id: ArticleId, bookmarked: boolean) {
    super(BookmarkToggleEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.bookmarked = bookmarked;
  }
}

/** The reader wants the article read, or unread. */
export class ReadToggleEvent extends Event {
  static readonly type = 'read-toggle';
  readonly id: ArticleId;
  readonly read: boolean;

  constructor(id: ArticleId, read: boolean) {
    super(ReadToggleEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.read = read;
  }
}

/** The reader wants what failed of the article fetched again. */
export class RetryEvent extends Event {
  static readonly type = 'retry';
  readonly id: ArticleId;

  constructor(id: ArticleId) {
    super(RetryEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** The reader wants another version of the article's text. */
export class VersionShowEvent extends Event {
  static readonly type = 'version-show';
  readonly id: ArticleId;
  readonly version: number;

  constructor(id: ArticleId, version: number) {
    super(VersionShowEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.version = version;
  }
}

/** The reader wants the article read anew from the page that is kept of it. */
export class ExtractAgainEvent extends Event {
  static readonly type = 'extract-again';
  readonly id: ArticleId;

  constructor(id: ArticleId) {
    super(ExtractAgainEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** The reader wants a file of the article downloaded. */
export class EnclosureFetchEvent extends Event {
  static readonly type = 'enclosure-fetch';
  readonly id: ArticleId;
  readonly ordinal: number;

  constructor(id: ArticleId, ordinal: number) {
    super(EnclosureFetchEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.ordinal = ordinal;
  }
}

/** The reader wants the download of a file removed, or stopped. */
export class EnclosureRemoveEvent extends Event {
  static readonly type = 'enclosure-remove';
  readonly id: ArticleId;
  readonly ordinal: number;

  constructor(id: ArticleId, ordinal: number) {
    super(EnclosureRemoveEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.ordinal = ordinal;
  }
}

/** Where the reader is in the article; `null` at its very top. */
export class PositionEvent extends Event {
  static readonly type = 'position';
  readonly id: ArticleId;
  readonly position: ReadingPosition | null;

  constructor(id: ArticleId, position: ReadingPosition | null) {
    super(PositionEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.position = position;
  }
}

/** A picture of the article was chosen, to be seen large. Handled by the reading view itself. */
export class GalleryOpenEvent extends Event {
  static readonly type = 'gallery-open';
  /** The picture's `ordinal`. */
  readonly ordinal: number;

  constructor(ordinal: number) {
    super(GalleryOpenEvent.type, { bubbles: true, composed: true });
    this.ordinal = ordinal;
  }
}

declare global {
  interface HTMLElementEventMap {
    'bookmark-toggle': BookmarkToggleEvent;
    'read-toggle': ReadToggleEvent;
    retry: RetryEvent;
    'version-show': VersionShowEvent;
    'extract-again': ExtractAgainEvent;
    'enclosure-fetch': EnclosureFetchEvent;
    'enclosure-remove': EnclosureRemoveEvent;
    position: PositionEvent;
    'gallery-open': GalleryOpenEvent;
  }
}
