/** All articles of the newsroom, and which text of an article is the current one. */
import { atelierArticles } from './articles/atelier.ts';
import { atelierFrancais } from './articles/atelier-fr.ts';
import { harbourArticles } from './articles/harbour.ts';
import { harbourFeatures } from './articles/harbour-features.ts';
import { harbourNotices } from './articles/harbour-notices.ts';
import { signalArticles } from './articles/signal.ts';
import { specialArticles } from './articles/special.ts';
import { specialForms } from './articles/special-forms.ts';
import { vestnikArticles } from './articles/vestnik.ts';
import { weltblattArabic } from './articles/weltblatt-ar.ts';
import { weltblattGerman } from './articles/weltblatt-de.ts';
import { weltblattChinese } from './articles/weltblatt-zh.ts';
import { weltblattJapanese } from './articles/weltblatt-ja.ts';
import { lightboxArticle } from './articles/lightbox.ts';
import type { Article, Edition } from './model.ts';

/** Every article there is, newest first. */
export const articles: Article[] = [
  ...harbourArticles,
  ...harbourFeatures,
  ...harbourNotices,
  ...signalArticles,
  ...atelierArticles,
  ...atelierFrancais,
  ...weltblattGerman,
  ...weltblattArabic,
  ...weltblattChinese,
  ...weltblattJapanese,
  ...vestnikArticles,
  ...specialArticles,
  ...specialForms,
  lightboxArticle,
].toSorted((a, b) => a.hoursAgo - b.hoursAgo);

/**
 * The current text of an article. `revise()` goes through its written revisions; when there are
 * no more of them, or none, every further one adds a paragraph at the end.
 */
export function bodyOf(article: Article, edition: Edition): string {
  const revision = edition.revisionOf(article.slug);
  const texts = [article.body, ...(article.revisions ?? [])];
  const written = texts[Math.min(revision, texts.length - 1)] ?? article.body;
  const beyond = revision - (texts.length - 1);
  return beyond > 0
    ? `${written}\n\n*Update ${beyond}:* the desk has checked this report again and corrected two figures.`
    : written;
}
