import type { PageWords } from '../../../contract/export.ts';
import type { Article, Timestamp } from '../../../contract/types.ts';
import { languageTag } from '../extract/language.ts';
import { escapeHtml } from '../extract/vocabulary.ts';
import { bodyParts } from './body-parts.ts';
import { linkTo, pictureHtml, type FindFile } from './picture-html.ts';

/** How an article stands in a page. */
export interface ArticlePlace {
  /** What a link to it names. */
  anchor: string;
  /** Whether it is the only one, whose headline is that of the page. */
  isOnly: boolean;
}

/** An article as HTML: its head, its text with pictures in their places, what came with it. */
export async function* articleHtml(
  article: Article,
  words: PageWords,
  { anchor, isOnly }: ArticlePlace,
  find: FindFile,
): AsyncGenerator<string | Buffer, void, void> {
  yield `<article id="${anchor}"${tongueOf(article)}>\n${head(article, words, isOnly ? 'h1' : 'h2')}`;
  yield note(article, words);
  for (const part of bodyParts(article.html, article.pictureList)) {
    if (typeof part === 'string') {
      yield `${isOnly ? part : belowHeadline(part)}\n`;
      continue;
    }
    const isGallery = part.length > 1;
    if (isGallery)
      yield `<div class="gallery" role="group" aria-label="${escapeHtml(words.gallery)}">\n`;
    for (const picture of part) yield* pictureHtml(picture, words, find);
    if (isGallery) yield '</div>\n';
  }
  yield `${files(article, words)}</article>\n`;
}

/** The language and direction of an article, as attributes. */
export function tongueOf({ language, direction }: Article): string {
  const tag = languageTag(language);
  return `${tag === undefined || tag === null ? '' : ` lang="${escapeHtml(tag)}"`} dir="${direction}"`;
}

function head(article: Article, words: PageWords, headline: 'h1' | 'h2'): string {
  const { source, siteName, section, title, subtitle, authors, language } = article;
  const from = [source, siteName === source ? null : siteName, section];
  const places = from.filter((each) => each !== null && each !== '');
  const lines = [
    `<p class="source">${places.map((each) => `<bdi>${escapeHtml(each ?? '')}</bdi>`).join(' · ')}</p>`,
    `<${headline} dir="auto">${escapeHtml(title)}</${headline}>`,
    subtitle === null ? '' : `<p class="subtitle" dir="auto">${escapeHtml(subtitle)}</p>`,
    authors.length === 0
      ? ''
      : `<p class="byline" dir="auto">${escapeHtml(namesOf(authors, language))}</p>`,
    facts(article, words),
  ];
  return `<header>\n${lines.filter((line) => line !== '').join('\n')}\n</header>\n`;
}

function facts(article: Article, words: PageWords): string {
  const { publishedAt, modifiedAt, fetchedAt, address } = article;
  const changedAt = modifiedAt === publishedAt ? null : modifiedAt;
  const known = [
    ...fact(words.published, momentOf(publishedAt, words)),
    ...fact(words.changed, momentOf(changedAt, words)),
    ...fact(words.fetched, momentOf(fetchedAt, words)),
    ...fact(words.address, address === null ? null : linkTo(address)),
  ];
  if (known.length === 0) return '';
  return `<dl class="facts" lang="${words.locale}" dir="${words.direction}">\n${known.join('\n')}\n</dl>`;
}

function fact(name: string, html: string | null): string[] {
  return html === null ? [] : [`<div><dt>${escapeHtml(name)}</dt><dd>${html}</dd></div>`];
}

function momentOf(at: Timestamp | null, { locale }: PageWords): string | null {
  // A library may come from elsewhere: what is no time is left out.
  if (at === null || Number.isNaN(new Date(at).getTime())) return null;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return `<time datetime="${new Date(at).toISOString()}">${escapeHtml(format.format(at))}</time>`;
}

/** Names as their language joins them. */
function namesOf(names: string[], language: string | null): string {
  try {
    return new Intl.ListFormat(language ?? 'en', { type: 'conjunction' }).format(names);
  } catch {
    return names.join(', ');
  }
}

/** Why the text below is not the whole one. */
function note({ text }: Article, words: PageWords): string {
  if (text === 'kept') return '';
  const says = text === 'waiting' ? words.textWaits : words.textFailed;
  return `<p class="note" lang="${words.locale}" dir="${words.direction}">${escapeHtml(says)}</p>\n`;
}

/** Below a headline that is an `h2`, what is one in the text is an `h3`. */
function belowHeadline(html: string): string {
  return html.replaceAll(/<(\/?)h([2-4])(?=[\s>])/g, (_, slash: string, rank: string) => {
    return `<${slash}h${Number(rank) + 1}`;
  });
}

/** What came with it, by its addresses: sound and film are too large for a page. */
function files({ enclosures }: Article, words: PageWords): string {
  if (enclosures.length === 0) return '';
  const items = enclosures.map(
    ({ address, title }) => `<li>${linkTo(address, title ?? address)}</li>`,
  );
  const heading = `<p lang="${words.locale}" dir="${words.direction}">${escapeHtml(words.files)}</p>`;
  return `<div class="files">${heading}<ul>${items.join('')}</ul></div>\n`;
}
