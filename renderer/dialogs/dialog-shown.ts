import type { ArticleId, Feed, FeedId, FolderId, Scope, Sources } from '../../contract/types.ts';
import type { Command } from '../app/keys.ts';

/** The dialog that stands over the window. */
export type DialogShown =
  | { kind: 'add' }
  | { kind: 'keys' }
  /** All commands and places, to be found by name; `scope` is the chosen place. */
  | { kind: 'palette'; scope: Scope }
  | { kind: 'unsubscribe'; feed: Feed }
  /** What the reader brings in, while it goes on and in the end. */
  | { kind: 'import' }
  /** Where an article came from, and what is missing of it. */
  | { kind: 'provenance'; id: ArticleId }
  /** Getting ready to travel; `scope` is the place that is offered first. */
  | { kind: 'travel'; scope: Scope }
  | { kind: 'library' }
  /** The settings of a feed; `entry` is where the keyboard is put. */
  | { kind: 'feed-settings'; id: FeedId; entry: 'title' | 'login' }
  /** A folder's title and place; without an id, those of a new one. */
  | { kind: 'folder'; id: FolderId | null }
  /** The subscriptions, with or without logins. */
  | { kind: 'export' }
  | { kind: 'export-articles'; ids: ArticleId[] };

/** The dialog that a command, given for a place, opens; `null` where it opens none. */
export function dialogFor(
  command: Command,
  scope: Scope,
  sources: Sources | null,
): DialogShown | null {
  if (command === 'add' || command === 'keys' || command === 'library') return { kind: command };
  if (command === 'palette') return { kind: 'palette', scope };
  if (command === 'travel') return { kind: 'travel', scope };
  if (command === 'new-folder') return { kind: 'folder', id: null };
  if (command === 'export-opml') {
    // Without a login there is nothing to ask.
    return sources?.feeds.some(({ login }) => login !== null) === true ? { kind: 'export' } : null;
  }
  if (scope.kind === 'folder') {
    return command === 'place-settings' ? { kind: 'folder', id: scope.id } : null;
  }
  const feed = scope.kind === 'feed' ? sources?.feeds.find(({ id }) => id === scope.id) : undefined;
  if (feed === undefined) return null;
  if (command === 'unsubscribe') return { kind: 'unsubscribe', feed };
  if (command === 'place-settings') return { kind: 'feed-settings', id: feed.id, entry: 'title' };
  if (command === 'feed-login') return { kind: 'feed-settings', id: feed.id, entry: 'login' };
  return null;
}
