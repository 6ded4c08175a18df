import type { Article } from '../../contract/types.ts';
import { isPage } from '../pages.ts';
import { sourceLine } from './plain-text.ts';

/**
 * Copying from an article takes along where the words are from: title, source, date, address, below
 * the words in plain text, and as a quotation with its source in HTML.
 */

/** A name or a turn of phrase of fewer words is no quotation, and is copied as it stands. */
const fewestWords = 4;

/** Gives the clipboard the selected words of the body with their source, where it is a quotation. */
export function copyQuote(event: ClipboardEvent, article: Article, body: Element): void {
  const range = selectedIn(body);
  const { clipboardData } = event;
  if (range === null || clipboardData === null) return;
  const text = getSelection()?.toString().trim() ?? '';
  if (wordCount(text, article.language) < fewestWords) return;
  clipboardData.setData('text/plain', `${text}\n\n${sourceText(article)}\n`);
  clipboardData.setData('text/html', quoteHtml(range, article));
  event.preventDefault();
}

/** What is selected, where all of it is in the body; `null` where it is not. */
export function selectedIn(body: Element): Range | null {
  const root = body.getRootNode();
  if (!(root instanceof ShadowRoot)) return null;
  const [selected] = getSelection()?.getComposedRanges({ shadowRoots: [root] }) ?? [];
  if (selected === undefined || selected.collapsed) return null;
  if (!body.contains(selected.startContainer) || !body.contains(selected.endContainer)) return null;
  const range = document.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  return range;
}

function wordCount(text: string, language: string | null): number {
  const parts = segmenter(language).segment(text);
  return [...parts].filter(({ isWordLike }) => isWordLike === true).length;
}

function segmenter(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  } catch {
    // A page may declare what is no language.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}

/** Attributes that the window gives to elements of a text. */
const windowsOwn = [
  'class',
  'style',
  'tabindex',
  'role',
  'aria-label',
  'aria-haspopup',
  'aria-expanded',
  'target',
  'rel',
  'data-note',
  'data-note-text',
  'data-label',
  'data-raised',
];

function sourceText(article: Article): string {
  const lines = [`— ${article.title}`, sourceLine(article), article.address ?? ''];
  return lines.filter(Boolean).join('\n');
}

function quoteHtml(range: Range, article: Article): string {
  const quote = document.createElement('blockquote');
  if (article.language !== null) quote.lang = article.language;
  quote.append(range.cloneContents());
  // What the window put into the text, and pictures, whose addresses lead nowhere outside of it.
  for (const own of quote.querySelectorAll('button, .missing, summary, img')) own.remove();
  for (const link of quote.querySelectorAll('a[data-note]')) link.removeAttribute('href');
  for (const element of quote.querySelectorAll('*')) {
    for (const name of windowsOwn) {
      element.removeAttribute(name);
    }
  }
  const source = document.createElement('p');
  const title = document.createElement(isPage(article.address) ? 'a' : 'cite');
  if (article.address !== null && title instanceof HTMLAnchorElement) title.href = article.address;
  title.append(article.title);
  source.append('— ', title, document.createElement('br'), sourceLine(article));
  return withoutComments(quote) + source.outerHTML;
}

/** Lit marks its places with comments. */
function withoutComments(element: Element): string {
  return element.outerHTML.replaceAll(/<!--.*?-->/gsu, '');
}
