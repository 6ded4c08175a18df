import { collapsed } from '../extract/dom.ts';
import { parseDocument } from '../extract/parse.ts';
import { characterOf, withoutControls } from './controls.ts';
import type { RawText } from './raw.ts';

/**
 * Embeddings, overrides and isolates of direction (UAX #9). One that is not ended turns round what
 * stands behind its text in the window; so all go, and the window isolates each text. The marks
 * (U+200E, U+200F, U+061C) end by themselves and stay.
 */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Nothing that is shown plain (a title, an excerpt, a caption) needs to be read further. */
const READ_CHARACTERS = 20_000;

const COMMENT = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>/g;
const UNSEEN = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** A tag; its attributes may hold `>` in quotes. The bound keeps hostile texts from taking long. */
const TAG = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>]){0,2000}>/gi;

/** Elements that stand in a line of text; every other one is a break in it. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)\b/i;

/**
 * What a reader sees of a text, in one line: no markup, entities resolved, white space collapsed.
 * Without building a document: a feed has hundreds of such texts.
 */
export function plainText(text: RawText | null): string {
  if (text === null) return '';
  const value = beginningOf(text.value);
  if (text.type === 'text' || !/[<&]/.test(value)) return inOneLine(value);
  const seen = text.type === 'html' || hasMarkup(value) ? withoutTags(value) : value;
  return inOneLine(withEntitiesResolved(seen));
}

/** A plain text in one line that cannot change how the text around it is shown. */
export function inOneLine(text: string): string {
  return collapsed(withoutControls(text).replace(DIRECTION_CONTROLS, ''));
}

function beginningOf(text: string): string {
  // A tag that is cut in two would be shown.
  return text.length <= READ_CHARACTERS
    ? text
    : text.slice(0, READ_CHARACTERS).replace(/<[^<>]*$/, '');
}

/** Whether an RSS title is markup: `<b>News</b>` is, `How to use <script>` is not. */
function hasMarkup(value: string): boolean {
  return /<\/[a-z][a-z\d]*\s*>|<(?:br|wbr|img|hr)\b[^>]*>/i.test(value);
}

function withoutTags(html: string): string {
  return html
    .replace(COMMENT, '')
    .replace(UNSEEN, ' ')
    .replace(TAG, (tag) => (INLINE.test(tag) ? '' : ' '));
}

const COMMON: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function withEntitiesResolved(text: string): string {
  // The two thousand other names are known to the parser of HTML.
  if (/&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z][a-z\d]+;/i.test(text)) {
    return parseDocument(text.replaceAll('<', '&lt;'), 'a text of the feed').body.textContent ?? '';
  }
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (_, decimal?: string, hex?: string, name?: string) =>
      name === undefined
        ? characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
        : (COMMON[name.toLowerCase()] ?? ''),
  );
}

/** The first words of a text, at most `length` characters, cut between words and marked `…`. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length - 1);
  // Languages without spaces are cut anywhere, but not inside a character.
  const isWords = space > length / 2;
  const kept = isWords
    ? text.slice(0, space)
    : text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** The text of an entry as HTML: plain text becomes paragraphs. */
export function contentHtml(text: RawText): string {
  if (text.type === 'html') return text.value;
  if (text.type === 'unsure' && /<[a-z!/]/i.test(text.value)) return text.value;
  const escaped =
    text.type === 'text'
      ? text.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      : text.value.replaceAll('<', '&lt;');
  return escaped
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
}
