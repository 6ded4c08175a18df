import { plainText } from '../feeds/text.ts';

/** One `<outline>`, or the end of one. */
export type OutlineMark =
  | {
      kind: 'start';
      /** Names in lower case, each once; references resolved. */
      attributes: Map<string, string>;
    }
  | { kind: 'end' };

export interface OutlineText {
  /** The attributes of `<opml>`, as those of an outline. */
  root: Map<string, string>;
  marks: OutlineMark[];
  /** Whether the text ends before its `</opml>`. */
  isCutOff: boolean;
}

/**
 * The outlines of an OPML file, as marks in the order of the text; `null` where it has no `<opml>`.
 *
 * By hand and not by an XML parser, because lists that people keep for twenty years are not XML:
 * unescaped ampersands, ends that are missing, names of HTML's entities. And because nothing here
 * nests or grows: ten thousand levels are ten thousand marks, the declarations of a DOCTYPE are
 * passed over, and an entity that such a one would have made stays as it is written. (feedsmith,
 * which reads the feeds, refuses such levels and leaves out attributes of other namespaces.)
 */
export function readOutlines(text: string): OutlineText | null {
  let root: Map<string, string> | null = null;
  let isEnded = false;
  const marks: OutlineMark[] = [];
  for (const tag of tagsOf(text)) {
    if (tag.name === 'opml') {
      root ??= tag.attributes;
      isEnded = tag.isEnd;
    }
    if (tag.name !== 'outline' || root === null) continue;
    if (tag.isEnd) marks.push({ kind: 'end' });
    else marks.push({ kind: 'start', attributes: tag.attributes });
    if (tag.isEmpty) marks.push({ kind: 'end' });
  }
  return root === null ? null : { root, marks, isCutOff: !isEnded };
}

interface Tag {
  /** In lower case. */
  name: string;
  attributes: Map<string, string>;
  /** `</name>` */
  isEnd: boolean;
  /** `<name/>` */
  isEmpty: boolean;
}

const NAME = /\/?[a-z][\w.:-]*/iy;
/** What stands between attributes; quotes there belong to nothing. */
const SPACE = /[\s"']*/y;
const ATTRIBUTE_NAME = /[^\s=<>"'/]+/y;
const EQUALS = /\s*=\s*/y;
const BARE_VALUE = /[^\s"'<>]*/y;

/** The tags of a text, whole ones only, in one pass. */
function* tagsOf(text: string): Generator<Tag> {
  let at = text.indexOf('<');
  while (at !== -1) {
    const nameEnd = endOfMatch(NAME, text, at + 1);
    if (nameEnd === at + 1) {
      at = text.indexOf('<', endOfDeclaration(text, at));
      continue;
    }
    const isEnd = text[at + 1] === '/';
    const name = text.slice(isEnd ? at + 2 : at + 1, nameEnd).toLowerCase();
    const tag = { name, attributes: new Map<string, string>(), isEnd, isEmpty: false };
    const end = readAttributes(text, nameEnd, tag);
    if (end === null) return;
    yield tag;
    at = text.indexOf('<', end);
  }
}

/** Reads up to the tag's end, and returns where that is; `null` where the text ends before it. */
function readAttributes(text: string, from: number, tag: Tag): number | null {
  let at = from;
  for (;;) {
    at = endOfMatch(SPACE, text, at);
    const sign = text[at];
    if (sign === undefined) return null;
    if (sign === '>') return at + 1;
    // The end is missing, and another tag begins.
    if (sign === '<') return at;
    const nameEnd = endOfMatch(ATTRIBUTE_NAME, text, at);
    if (nameEnd === at) {
      tag.isEmpty = text.startsWith('/>', at);
      at += 1;
      continue;
    }
    const name = text.slice(at, nameEnd).toLowerCase();
    at = endOfMatch(EQUALS, text, nameEnd);
    const quote = text[at];
    let value = '';
    if (at > nameEnd && (quote === '"' || quote === "'")) {
      const end = text.indexOf(quote, at + 1);
      if (end === -1) return null;
      value = text.slice(at + 1, end);
      at = end + 1;
    } else if (at > nameEnd) {
      const end = endOfMatch(BARE_VALUE, text, at);
      value = text.slice(at, end);
      at = end;
    }
    if (!tag.attributes.has(name)) tag.attributes.set(name, withReferencesResolved(value));
  }
}

/** Where a comment, a CDATA section, a DOCTYPE or a processing instruction ends. */
function endOfDeclaration(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return endOf(text, '-->', at);
  if (text.startsWith('<![CDATA[', at)) return endOf(text, ']]>', at);
  if (text.startsWith('<?', at)) return endOf(text, '?>', at);
  if (!text.startsWith('<!', at)) return at + 1;
  const end = endOf(text, '>', at);
  const bracket = text.slice(at, end).indexOf('[');
  return bracket === -1 ? end : endOf(text, ']', at + bracket);
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** Where the match that begins there ends; `at` itself where there is none. */
function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** HTML has 2,231 names, and a text uses few characters by number. */
const REMEMBERED = 4_096;
const remembered = new Map<string, string>();

/** A value with `&amp;`, `&eacute;` and `&#8217;` as what they stand for; what is none stays. */
function withReferencesResolved(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (reference) => {
    const known = remembered.get(reference);
    if (known !== undefined) return known;
    // A reference to a space is one: a plain text has none at its ends.
    const text = plainText({ value: reference, type: 'html' }) || ' ';
    // HTML reads the beginning of a name that it does not know: `&nothing;` as `¬hing;`.
    const character = /.;$/.test(text) ? reference : text;
    if (remembered.size < REMEMBERED) remembered.set(reference, character);
    return character;
  });
}
