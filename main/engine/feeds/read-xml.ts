import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { readAtom } from './atom.ts';
import { NO_HINTS } from './hints.ts';
import type { RawFeed } from './raw.ts';
import { readRdf, readRss } from './rss.ts';

type XmlFormat = 'rss' | 'atom' | 'rdf';

const READERS: Record<XmlFormat, (text: string) => RawFeed> = {
  rss: (text) => readRss(parseRssFeed(text)),
  rdf: (text) => readRdf(parseRdfFeed(text)),
  atom: (text) => readAtom(parseAtomFeed(text)),
};

/**
 * Reads an XML feed, also one that is not well-formed, as every reader must: what a browser would
 * refuse is on the front page of others.
 *
 * 1. As it is.
 * 2. With the `<` escaped that begin no tag: the commonest fault, and it breaks a whole feed.
 * 3. Entry by entry, so that one that is broken, or the end that is missing, costs no other.
 * @throws what feedsmith threw in the first place, when nothing can be read
 */
export function readXmlFeed(text: string, format: XmlFormat): RawFeed {
  const read = READERS[format];
  try {
    return read(text);
  } catch (error) {
    const escaped = withStraySignsEscaped(text);
    const feed = attempt(() => read(escaped)) ?? readByEntries(escaped, format);
    if (feed === null) throw error;
    return feed;
  }
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

/** `null` where not even one entry can be read. */
function readByEntries(text: string, format: XmlFormat): RawFeed | null {
  const name = format === 'atom' ? 'entry' : 'item';
  const starts = [...text.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`, 'gi'))];
  const [first] = starts;
  const root = /^<([\w.:-]+)[^>]*>/.exec(text);
  if (first === undefined || root === null) return null;
  const close = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'i');
  const entries = starts.flatMap(({ index }, at) => {
    const piece = text.slice(index, starts[at + 1]?.index);
    const end = close.exec(piece);
    return end === null ? [] : [piece.slice(0, end.index + end[0].length)];
  });
  const channel = format === 'rss' ? '<channel>' : '';
  const end = `${format === 'rss' ? '</channel>' : ''}</${root[1]}>`;

  const read = READERS[format];
  const feed = attempt(() => read(text.slice(0, first.index) + end));
  const found = entries.flatMap(
    (entry) => attempt(() => read(root[0] + channel + entry + end))?.entries ?? [],
  );
  if (found.length === 0) return null;
  return { ...(feed ?? NOTHING), entries: found };
}

function attempt(read: () => RawFeed): RawFeed | null {
  try {
    return read();
  } catch {
    return null;
  }
}
