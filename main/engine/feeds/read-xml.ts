import { DetectError, ParseError, parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { readAtom } from './atom.ts';
import { balanced } from './balance.ts';
import { cdfAsRss } from './cdf.ts';
import { NO_HINTS } from './hints.ts';
import { MAX_ENTRIES, type RawEntry, type RawFeed } from './raw.ts';
import { repairedAtom, repairedRss } from './repair.ts';
import { readRdf, readRss } from './rss.ts';

type XmlFormat = 'rss' | 'atom' | 'rdf';

const FIRST = { maxItems: MAX_ENTRIES };

const READERS: Record<XmlFormat, (text: string) => RawFeed> = {
  rss: (text) => readRss(parseRssFeed(text, FIRST)),
  rdf: (text) => readRdf(parseRdfFeed(text, FIRST)),
  atom: (text) => readAtom(parseAtomFeed(text, FIRST)),
};

/**
 * Reads an XML feed, also one that is not well-formed, as every reader must: what a browser would
 * refuse is on the front page of others.
 *
 * 1. As it is, its elements by names that the parser knows (`repair.ts`, `cdf.ts`).
 * 2. With the `<` escaped that begin no tag: the commonest fault, and it breaks a whole feed.
 * 3. Entry by entry, so that one that is broken, or the end that is missing, costs no other; of one
 *    that is broken, what its tags leave to be read (`balance.ts`).
 * @throws what feedsmith threw in the first place, when nothing can be read
 */
export function readXmlFeed(written: string, format: XmlFormat | 'cdf'): RawFeed {
  if (format === 'cdf') return readXmlFeed(cdfAsRss(written), 'rss');
  const text = format === 'atom' ? repairedAtom(written) : repairedRss(written);
  const read = READERS[format];
  try {
    if (isCutOff(text)) throw new Error('its end is missing');
    const feed = read(text);
    const expected = countOf(text, format === 'atom' ? '<entry' : '<item');
    if (feed.entries.length >= Math.min(expected, MAX_ENTRIES)) return feed;
    // The parser takes any end tag for the one that is due: entries after a wrong one are lost.
    const byEntries = readByEntries(withStraySignsEscaped(text), format);
    return byEntries !== null && byEntries.entries.length > feed.entries.length ? byEntries : feed;
  } catch (error) {
    // Items of RSS without a channel are read one by one too.
    if (isEmpty(error)) return readByEntries(text, format) ?? NOTHING;
    const escaped = withStraySignsEscaped(text);
    const isWhole = !isCutOff(text);
    const feed = (isWhole ? attempt(() => read(escaped)) : null) ?? readByEntries(escaped, format);
    if (feed === null) throw error;
    return feed;
  }
}

/** How often an element begins; `<items>` of RDF is another one. */
function countOf(text: string, start: string): number {
  let count = 0;
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + start.length)) {
    if (/[\s>]/.test(text.charAt(at + start.length))) count++;
  }
  return count;
}

/** Feedsmith names a cause for XML that is broken, and none for a feed with nothing in it. */
function isEmpty(error: unknown): boolean {
  return error instanceof DetectError || error instanceof ParseError;
}

/** Whether the end of the root is missing; the parser would give the half of an entry for a whole. */
function isCutOff(text: string): boolean {
  const root = /^<([\w.:-]+)/.exec(text)?.[1] ?? '';
  const isClosed = new RegExp(`</${root}\\s*>\\s*$`, 'i').test(text.slice(-200));
  return !isClosed && !/^<[^<>]*\/>\s*$/.test(text);
}

/** What is left of a feed of which only entries can be read. */
const NOTHING: RawFeed = {
  title: null,
  siteAddress: null,
  icons: [],
  newAddress: null,
  hints: NO_HINTS,
  base: null,
  language: null,
  entries: [],
};

function withStraySignsEscaped(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(?![a-z/!?])/gi, (found) =>
    found === '<' ? '&lt;' : found,
  );
}

/** `null` where nothing can be read. */
function readByEntries(text: string, format: XmlFormat): RawFeed | null {
  const name = format === 'atom' ? 'entry' : 'item';
  const starts = startsOf(text, new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`, 'gi'));
  const root = /^<([\w.:-]+)[^>]*>/.exec(text);
  if (root === null) return null;
  const channel = format === 'rss' ? '<channel>' : '';
  const end = `${format === 'rss' ? '</channel>' : ''}</${root[1]}>`;
  const read = READERS[format];

  const feed = attempt(() => read(text.slice(0, starts[0]) + end));
  const pieces = starts.slice(0, MAX_ENTRIES).flatMap((index, at) => {
    const next = starts[at + 1];
    const piece = text.slice(index, next);
    const entry = entryIn(piece, name, root[1] ?? '') ?? (next === undefined ? null : piece);
    return entry === null ? [] : [balanced(entry) ?? entry];
  });
  const entries = readPieces(pieces, (some) => read(root[0] + channel + some.join('') + end));
  if (entries.length === 0 && (feed === null || feed.title === null)) return null;
  return { ...(feed ?? NOTHING), entries };
}

/** All entries that can be read: together where none is broken, else half by half. */
function readPieces(pieces: string[], read: (some: string[]) => RawFeed): RawEntry[] {
  if (pieces.length === 0) return [];
  const feed = attempt(() => read(pieces));
  if (feed !== null || pieces.length === 1) return feed?.entries ?? [];
  const middle = Math.ceil(pieces.length / 2);
  return [...readPieces(pieces.slice(0, middle), read), ...readPieces(pieces.slice(middle), read)];
}

/** Where the entries begin, and one more, to know where the last that counts ends. */
function startsOf(text: string, start: RegExp): number[] {
  const starts: number[] = [];
  for (const { index } of text.matchAll(start)) {
    starts.push(index);
    if (starts.length > MAX_ENTRIES) break;
  }
  return starts;
}

/**
 * An entry, up to its end tag or, where that is missing, the feed's. `null` where both are: the
 * last one is then cut off, and half an entry would be kept as a whole one.
 */
function entryIn(text: string, name: string, root: string): string | null {
  const end = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'i').exec(text);
  if (end !== null) return text.slice(0, end.index + end[0].length);
  const close = new RegExp(`</(?:channel|${root})\\s*>`, 'i').exec(text);
  if (close !== null) return text.slice(0, close.index);
  return null;
}

function attempt(read: () => RawFeed): RawFeed | null {
  try {
    return read();
  } catch {
    return null;
  }
}
