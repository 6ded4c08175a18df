import type { ArticleId, Feed, Scope } from '../../contract/types.ts';
import type { Command } from './keys.ts';

/** What the parts of the window tell the app element. All bubble, out of shadow roots too. */

/** Something is to be done that a key does as well, or that stands in the menu. */
export class CommandEvent extends Event {
  static readonly type = 'command-given';
  readonly command: Command;

  constructor(command: Command) {
    super(CommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
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
    'article-open': ArticleOpenEvent;
    subscribed: SubscribedEvent;
    'page-saved': PageSavedEvent;
  }
}
