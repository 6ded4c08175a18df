import { CarrelError } from '../../../contract/errors.ts';

/** Nested deeper than this, a page is an attack: parsing takes time in the square of the depth. */
const MAX_SOURCE_DEPTH = 5_000;

/**
 * The longest pages that people wrote, whole books and specifications, have some hundred thousand
 * elements. Half a million take more memory than a thread has, after half a minute.
 */
const MAX_ELEMENTS = 300_000;

/**
 * Three times as long as a very long novel, without what is written into it as `data:`. Of ten
 * times as much, a thread may want more memory at once than it can be refused, and all of Carrel's
 * engine ends with it.
 */
export const MAX_CHARACTERS = 10_000_000;

/** Elements that are closed for the author, so that their start tags do not count as nesting. */
const CLOSED_BY_PARSER = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th ' +
    'thead tbody tfoot option optgroup colgroup rt rp html head body'
  ).split(' '),
);

/**
 * The source as it is given to the parser: one `<html>` with one `<head>` and one `<body>`, which
 * hold everything.
 *
 * @throws CarrelError `too-large` when it is longer, has more elements, or they nest deeper, than
 *   in any page that people wrote.
 */
export function sourceOf(source: string, what: string): string {
  // NUL and lone surrogates mean nothing in text and cannot be stored as UTF-8.
  const html = source.replaceAll('\0', '').toWellFormed();
  if (html.length > MAX_CHARACTERS && lengthWithoutData(html) > MAX_CHARACTERS)
    throw new CarrelError('too-large', `extract: ${what} has more than 10 million characters`);
  // A start tag takes two characters at least.
  if (html.length > 2 * MAX_SOURCE_DEPTH) {
    const { depth, elements } = sizeOf(html);
    if (depth > MAX_SOURCE_DEPTH)
      throw new CarrelError('too-large', `extract: ${what} nests more than 5,000 elements deep`);
    if (elements > MAX_ELEMENTS)
      throw new CarrelError('too-large', `extract: ${what} has more than 300,000 elements`);
  }
  return shaped(html);
}

const BASE64 = ';base64,';

/** How long a source is without the pictures and fonts that a saved page holds. */
function lengthWithoutData(html: string): number {
  let length = html.length;
  let at = html.indexOf(BASE64);
  while (at !== -1) {
    const end = endOfBase64(html, at + BASE64.length);
    length -= end - at;
    at = html.indexOf(BASE64, end);
  }
  return length;
}

/** Where what is written in base64 ends, from where it begins. */
export function endOfBase64(text: string, from: number): number {
  let end = from;
  while (isBase64(text.charCodeAt(end))) end += 1;
  return end;
}

/** Letters, digits, `+`, `/` and `=`. @see https://www.rfc-editor.org/rfc/rfc4648#section-4 */
function isBase64(code: number): boolean {
  const letter = code | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2b ||
    code === 0x2f ||
    code === 0x3d
  );
}

/**
 * How deep the start tags of a source nest, and how many they are with its comments, without
 * building anything, in one pass.
 */
function sizeOf(html: string): { depth: number; elements: number } {
  const lower = html.toLowerCase();
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  for (let at = lower.indexOf('<'); at !== -1; at = lower.indexOf('<', at + 1)) {
    if (lower.startsWith('<!--', at)) {
      elements++;
      const end = lower.indexOf('-->', at + 4);
      if (end === -1) break;
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const [, slash = '', name = ''] = TAG.exec(lower) ?? [];
    if (name !== '' && slash === '') elements++;
    if (name === '' || CLOSED_BY_PARSER.has(name)) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
    if (slash === '' && /^(?:script|style|textarea|title)$/.test(name)) {
      const end = lower.indexOf(`</${name}`, at);
      if (end === -1) break;
      at = end - 1;
    }
  }
  return { depth: deepest, elements };
}

const TAG = /<(\/?)([a-z][a-z0-9-]{0,60})/y;

/** What a piece of a page, as feeds bring it, seldom has. */
const MAY_HAVE_FRAME = /<(?:!doctype|\/?(?:html|head|body))/i;

const FRAME_TAGS = /<(\/?)(html|head|body)((?:\s(?:"[^"]*"|'[^']*'|[^>"']){0,1000})?)>/gi;

/**
 * Writes the frame of a page anew. The parser builds what is written: without this, a page may have
 * two bodies, none, or elements outside of `<html>`, none of which a browser would give.
 */
function shaped(html: string): string {
  const attributes = { html: '', body: '' };
  const inner = !MAY_HAVE_FRAME.test(html)
    ? html
    : html
        .replace(/<!doctype[^>]*>/gi, '')
        .replace(FRAME_TAGS, (_tag, slash: string, name: string, written: string) => {
          const of = name.toLowerCase();
          if (slash === '' && (of === 'html' || of === 'body')) attributes[of] ||= written;
          return '';
        });
  return `<!doctype html><html${attributes.html}><head></head><body${attributes.body}>${inner}</body></html>`;
}
