import type { Article } from '../../contract/types.ts';
import type { CarrelArticle } from '../article/carrel-article.ts';
import { copyLink, copyText, toggleFullScreen } from '../article/hand-on.ts';
import type { Messages } from './actions.ts';
import type { Command } from './keys.ts';

/** The commands that concern the open article and what is seen of it. */
export function articleCommands(
  view: () => CarrelArticle | null,
  messages: () => Messages,
): Partial<Record<Command, () => void>> {
  const withOpen = (act: (article: Article) => void): void => {
    const article = view()?.article ?? null;
    if (article !== null) act(article);
  };
  return {
    find: () => void view()?.find(),
    listen: () => view()?.listen(),
    contents: () => view()?.toggleContents(),
    print: () => void view()?.print(),
    'full-screen': () => void toggleFullScreen(),
    'copy-link': () => withOpen((article) => void copyLink(messages(), article)),
    'copy-text': () => withOpen((article) => void copyText(messages(), article)),
    gallery: () => view()?.openGallery(),
  };
}
