import type { ArticleId, ArticleSummary } from '../../contract/types.ts';
import type { CarrelArticle } from '../article/carrel-article.ts';
import { words } from '../words/language.ts';
import type { Messages } from './actions.ts';

/** What listening on needs of the panes. */
interface Panes {
  view: () => CarrelArticle | null;
  /** The next unread article of the list. */
  next: () => Promise<ArticleSummary | null>;
  /** Opens an article, which marks it read. */
  open: (id: ArticleId) => Promise<void>;
}

/**
 * An article was read aloud to its end: goes on with the next unread one of the list, or says that
 * listening ends. Whoever ended it meanwhile, or opened something else, is heeded.
 */
export async function listenOn(
  messages: Messages,
  isOnward: boolean,
  { view, next, open }: Panes,
): Promise<void> {
  const heard = view()?.article?.id;
  const following = isOnward ? await next() : null;
  const isStill = view()?.article?.id === heard && view()?.isListening === true;
  if (!isStill) return;
  if (following === null) {
    view()?.endListening();
    const { heardAll, heardOne } = words().listen;
    messages.say(isOnward ? heardAll : heardOne, null);
    return;
  }
  await open(following.id);
  await view()?.updateComplete;
  if (view()?.article?.id === following.id) await view()?.goOnListening();
  else view()?.endListening();
}
