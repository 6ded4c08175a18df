import type { ArticleId, Feed, FolderId, Scope } from '../../contract/types.ts';
import type { Command } from './keys.ts';

/** What the parts of the window tell the app element. All bubble, out of shadow roots too. */

/** Something is to be done that a key does as well, or that stands in a menu. */
export class CommandEvent extends Event {
  static readonly type = 'command-given';
  readonly command: Command;
  /** The place it concerns; `null` for the one that is chosen. */
  readonly scope: Scope | null;

  constructor(command: Command, scope: Scope | null = null) {
    super(CommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
    this.scope = scope;
  }
}

/** A place in the library was chosen. */
export class ScopeSelectEvent extends Event {
  static readonly type = 'scope-select';
  readonly scope: Scope;

  constructor(scope: Scope) {
    super(ScopeSelectEvent.type, { bubbles: true, composed: true });
    this.scope = scope;
  }
}

/** A feed or a folder was dragged to a folder, or out of all of them (`null`). */
export class PlaceMoveEvent extends Event {
  static readonly type = 'place-move';
  readonly moved: Movable;
  readonly folderId: FolderId | null;

  constructor(moved: Movable, folderId: FolderId | null) {
    super(PlaceMoveEvent.type, { bubbles: true, composed: true });
    this.moved = moved;
    this.folderId = folderId;
  }
}

/** A place that stands in a folder, or could. */
export type Movable = Extract<Scope, { kind: 'feed' | 'folder' }>;

/** An article is to be opened; `enter` when the keyboard is to go into its text. */
export class ArticleOpenEvent extends Event {
  static readonly type = 'article-open';
  readonly id: ArticleId;
  readonly enter: boolean;

  constructor(id: ArticleId, enter: boolean) {
    super(ArticleOpenEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.enter = enter;
  }
}

/** A feed was subscribed to; `present` when it was in the library before. */
export class SubscribedEvent extends Event {
  static readonly type = 'subscribed';
  readonly feed: Feed;
  readonly present: boolean;

  constructor(feed: Feed, present: boolean) {
    super(SubscribedEvent.type, { bubbles: true, composed: true });
    this.feed = feed;
    this.present = present;
  }
}

/** A page is being saved as this article. */
export class PageSavedEvent extends Event {
  static readonly type = 'page-saved';
  readonly id: ArticleId;

  constructor(id: ArticleId) {
    super(PageSavedEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'command-given': CommandEvent;
    'scope-select': ScopeSelectEvent;
    'place-move': PlaceMoveEvent;
    'article-open': ArticleOpenEvent;
    subscribed: SubscribedEvent;
    'page-saved': PageSavedEvent;
  }
}
