/**
 * Elements of which none stands in another: where one begins, the one before has ended, also where
 * its end tag is missing.
 */
const FIELDS = new Set(
  (
    'title link guid id pubdate author category comments source published updated modified issued ' +
    'created description summary content dc:creator dc:date dc:subject dc:title content:encoded'
  ).split(' '),
);

/** Fields that hold markup; in it may be a `<link>` or a `<title>`. */
const TEXTS = new Set(['description', 'summary', 'content', 'content:encoded']);

/** Elements of HTML without an end tag; in a text they may stand unescaped. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input']);

const TOKEN =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w:.-]*)([^<>]*)>/gi;

/**
 * An entry whose tags do not match, with the end tags that are missing and without those too many.
 *
 * 1. An end tag closes what is open in its element; one that ends nothing is left out.
 * 2. A field that begins inside a field ends that one, except inside of texts.
 * 3. At the end everything is closed.
 * @returns `null` where a CDATA section does not end: nobody knows what is in it
 */
export function balanced(entry: string): string | null {
  const open: string[] = [];
  let result = '';
  let at = 0;
  for (const match of entry.matchAll(TOKEN)) {
    const [token, slash, written, attributes = ''] = match;
    result += entry.slice(at, match.index);
    at = match.index + token.length;
    if (written === undefined) {
      if (token.startsWith('<![CDATA[') && !token.endsWith(']]>')) return null;
      result += token;
    } else if (slash === '/') {
      result += closing(open, written.toLowerCase());
    } else {
      const name = written.toLowerCase();
      const field = open.at(-1) ?? '';
      if (FIELDS.has(name) && FIELDS.has(field) && !TEXTS.has(field)) {
        result += closing(open, field);
      }
      result += `<${name}${attributes}>`;
      if (!attributes.endsWith('/') && !VOID.has(name)) open.push(name);
    }
  }
  return `${result}${entry.slice(at).replaceAll('<', '&lt;')}${closing(open, open[0] ?? '')}`;
}

/** The end tags down to that of an element, taken off the open ones; none where it is not open. */
function closing(open: string[], name: string): string {
  const depth = open.lastIndexOf(name);
  return depth === -1
    ? ''
    : open
        .splice(depth)
        .toReversed()
        .map((one) => `</${one}>`)
        .join('');
}
