import type { ArticleId, ArticleSummary, Failure, Scope } from '../../contract/types.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { isPage } from '../pages.ts';
import { words } from '../words/language.ts';

/** What the reader does to articles. Shown at once, then asked of the engine; a refusal is said. */

/** Where the window tells what was done. */
export interface Messages {
  /**
   * Shows a message, with the way to take back what was done. `gone` is told when that is not
   * possible any more.
   */
  say(said: string, undo: (() => void) | null, gone?: () => void): void;
  /** Says to a screen reader what the eye sees. */
  announce(said: string): void;
  fail(failure: Failure): void;
}

/** Where actions show: every pane that shows articles, and the messages. */
export interface Surface extends Messages {
  /** Shows a change in every pane. */
  patch(ids: readonly ArticleId[], change: Partial<ArticleSummary>): void;
  /** Lets go of read articles that stay in the unread list. */
  letGo(): void;
}

/** Marks articles read or unread. */
export async function setRead(surface: Surface, ids: ArticleId[], read: boolean): Promise<void> {
  surface.patch(ids, { read });
  await attempt(surface, async () => {
    await carrel().markRead(ids, read);
  });
}

/** Marks articles read or unread, and says it, since it is asked for by a key or a menu. */
export function markRead(surface: Surface, ids: ArticleId[], read: boolean): void {
  if (ids.length === 0) return;
  const { markedRead, markedUnread } = words().app;
  surface.announce(read ? markedRead : markedUnread);
  void setRead(surface, ids, read);
}

/** Marks read what is unread of some articles; where nothing is, all of them unread. */
export function toggleRead(surface: Surface, articles: readonly ArticleSummary[]): void {
  const unread = articles.filter(({ read }) => !read);
  markRead(surface, idsOf(unread.length > 0 ? unread : articles), unread.length > 0);
}

/** Bookmarks those of some articles that are not; where all are, takes their bookmarks away. */
export function toggleBookmark(surface: Surface, articles: readonly ArticleSummary[]): void {
  const without = articles.filter(({ bookmarked }) => !bookmarked);
  const changed = idsOf(without.length > 0 ? without : articles);
  if (changed.length > 0) void setBookmark(surface, changed, without.length > 0);
}

/** Bookmarks articles, or removes their bookmarks, which can be taken back; all were otherwise. */
export async function setBookmark(
  surface: Surface,
  ids: ArticleId[],
  bookmarked: boolean,
): Promise<void> {
  surface.patch(ids, { bookmarked });
  const done = await attempt(surface, async () => {
    await carrel().bookmark(ids, bookmarked);
  });
  const { app } = words();
  if (!done) surface.patch(ids, { bookmarked: !bookmarked });
  else if (bookmarked) surface.announce(app.bookmarked(ids.length));
  else {
    const undo = () => void setBookmark(surface, ids, true);
    surface.say(app.bookmarkRemoved(ids.length), undo);
  }
}

/** Marks a place read; what was unread can be made so again. */
export async function markAllRead(surface: Surface, scope: Scope): Promise<void> {
  await attempt(surface, async () => {
    const changed = await carrel().markAllRead(scope);
    surface.patch(changed, { read: true });
    surface.letGo();
    const undo = () => void setRead(surface, changed, false);
    const said = words().app.manyMarkedRead(changed.length);
    surface.say(said, changed.length === 0 ? null : undo);
  });
}

/** Fetches the feeds of a place now. */
export async function refresh(messages: Messages, scope: Scope): Promise<void> {
  await attempt(messages, async () => {
    const feeds = await carrel().refresh(scope);
    if (feeds.length === 0) messages.say(words().app.noFeedHere, null);
    else messages.announce(words().app.fetchingFeeds(feeds.length));
  });
}

/** Stops fetching at once. */
export async function cancelRefresh(messages: Messages): Promise<void> {
  await attempt(messages, async () => {
    await carrel().cancelRefresh();
    messages.say(words().app.fetchingStopped, null);
  });
}

/** Fetches again what failed of an article. */
export async function retry(messages: Messages, id: ArticleId): Promise<void> {
  await attempt(messages, async () => {
    await carrel().retry(id);
    messages.announce(words().app.fetchingAgain);
  });
}

/** Opens an article's page in the system's browser, as a link of its text would. */
export async function openOriginal(messages: Messages, id: ArticleId): Promise<void> {
  await attempt(messages, async () => {
    const address = (await carrel().article(id))?.address ?? null;
    if (isPage(address)) window.open(address, '_blank', 'noopener,noreferrer');
    else messages.say(words().app.noOriginal, null);
  });
}

/** Reads an article anew from what is kept of it, and says what came of it. */
export async function readAnew(messages: Messages, id: ArticleId): Promise<void> {
  await attempt(messages, async () => {
    messages.say(words().app.readAnew[await carrel().extractAgain(id)], null);
  });
}

/** Runs a command; a failure is said. Returns whether it was done. */
export async function attempt(
  messages: Pick<Messages, 'fail'>,
  command: () => Promise<void>,
): Promise<boolean> {
  try {
    await command();
    return true;
  } catch (error) {
    messages.fail(toFailure(error));
    return false;
  }
}

function idsOf(articles: readonly ArticleSummary[]): ArticleId[] {
  return articles.map(({ id }) => id);
}
