import type { PageWords } from '../../contract/export.ts';
import { formatLong } from '../format.ts';
import { locale, words } from '../words/language.ts';

/** What an exported page says besides its articles, in the language of the window. */
export function pageWords(): PageWords {
  const { article, direction, enclosures, exportArticles, failures, gallery, provenance } = words();
  const { heading, ...says } = exportArticles.onPage;
  return {
    ...says,
    locale: locale(),
    direction,
    heading: heading(formatLong(Date.now())),
    contents: article.contents,
    published: provenance.published,
    changed: provenance.changed,
    fetched: provenance.fetched,
    address: provenance.address,
    files: enclosures.section,
    textFailed: article.failed,
    pictureFailed: article.pictureFailed,
    pictureSkipped: article.pictureSkipped,
    pictureLost: gallery.unreadable,
    failures,
  };
}
