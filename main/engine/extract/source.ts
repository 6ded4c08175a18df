import { CarrelError } from '../../../contract/errors.ts';

/** Nested deeper than this, a page is an attack: parsing takes time in the square of the depth. */
const MAX_SOURCE_DEPTH = 5_000;

/**
 * The longest pages that people wrote, whole books and specifications, have some hundred thousand
 * elements. Half a million take more memory than a thread has, after half a minute.
 */
const MAX_ELEMENTS = 300_000;

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
 * @throws CarrelError `too-large` when it has more elements, or they nest deeper, than in any page
 *   that people wrote.
 */
export function sourceOf(source: string, what: string): string {
  // NUL and lone surrogates mean nothing in text and cannot be stored as UTF-8.
  const html = source.replaceAll('\0', '').toWellFormed();
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
