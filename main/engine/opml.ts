import { parseOpml as parseOpmlText, type Opml } from 'feedsmith';
import { CarrelError } from '../../contract/errors.ts';
import type { Feed, Folder, FolderId, Timestamp } from '../../contract/types.ts';
import { canonicalAddress, parseAddress } from './address.ts';
import { decodeFeed } from './feeds/decode.ts';
import { plainText, withoutControls } from './feeds/text.ts';

/** A subscription as an OPML file names it. */
export interface OpmlFeed {
  address: string;
  /** Empty where the file gives none. */
  title: string;
  siteAddress: string | null;
  /** The folder it stands in: the titles from the outermost to the innermost. */
  folders: string[];
}

export interface OpmlList {
  feeds: OpmlFeed[];
  /** What was not taken, and why, one sentence each. */
  refused: string[];
}

type Outline = Opml.Outline<string>;

/**
 * Reads a list of subscriptions: OPML 1.0 and 2.0 (http://opml.org/spec2.opml), attribute names
 * in any case, folders nested as deep as they are. Entries that are no feeds are told, not taken.
 * @param name the file's name, for errors
 * @throws CarrelError 'invalid' when it is not an OPML file
 */
export function parseOpml(bytes: Uint8Array, name: string): OpmlList {
  const text = withoutControls(decodeFeed(bytes, null)).trim();
  if (text === '') throw broken(name, 'it is empty');
  if (!/<opml[\s>]/i.test(text)) throw broken(name, 'it is not an OPML file');
  const list: OpmlList = { feeds: [], refused: [] };
  const isCutOff = !/<\/opml\s*>/i.test(text);
  if (isCutOff) list.refused.push(`${name} is cut off: its end is missing.`);
  try {
    // Of a file that is cut off inside a tag, the tags before it are read.
    const whole = isCutOff ? text.slice(0, text.lastIndexOf('>') + 1) : text;
    collect(parseOpmlText(whole).body?.outlines ?? [], [], list, new Map());
  } catch (error) {
    throw broken(name, 'its XML is broken', error);
  }
  return list;
}

function broken(name: string, cause: string, error?: unknown): CarrelError {
  const message = `opml: cannot read ${name}: ${cause}`;
  return new CarrelError('invalid', message, error === undefined ? {} : { cause: error });
}

/** Takes the feeds of outlines and all below them; `taken` tells where a feed stands already. */
function collect(
  outlines: Outline[],
  folders: string[],
  list: OpmlList,
  taken: Map<string, string>,
): void {
  for (const outline of outlines) {
    if (outline.isComment === true) continue;
    const title = titleOf(outline);
    const written = outline.xmlUrl ?? (isFeedType(outline.type) ? outline.url : undefined);
    if (written !== undefined) take(outline, written, { title, folders }, list, taken);
    else if (outline.outlines === undefined && outline.url !== undefined) {
      list.refused.push(`“${title || outline.url}” is a link, not a feed.`);
    }
    // An outline without a title is no folder, but what is in it counts.
    const isFolder = written === undefined && title !== '';
    collect(outline.outlines ?? [], isFolder ? [...folders, title] : folders, list, taken);
  }
}

function take(
  outline: Outline,
  written: string,
  place: { title: string; folders: string[] },
  list: OpmlList,
  taken: Map<string, string>,
): void {
  const address = addressOf(written);
  if (address === null) {
    list.refused.push(`“${place.title || written}” has no http address: ${written.slice(0, 200)}`);
    return;
  }
  const before = taken.get(canonicalAddress(address));
  const folder = place.folders.join(' / ');
  if (before !== undefined) {
    if (before !== folder) {
      list.refused.push(
        `“${place.title || address}” is there twice; it is taken into ${before === '' ? 'no folder' : `“${before}”`}.`,
      );
    }
    return;
  }
  taken.set(canonicalAddress(address), folder);
  const siteAddress = outline.htmlUrl === undefined ? null : addressOf(outline.htmlUrl);
  list.feeds.push({ address, siteAddress, ...place });
}

function titleOf({ text, title }: Outline): string {
  return plainText({ value: text ?? title ?? '', type: 'text' });
}

function isFeedType(type: string | undefined): boolean {
  return /^(?:rss|atom|feed)/i.test(type ?? '');
}

function addressOf(written: string): string | null {
  try {
    return parseAddress(written).href;
  } catch {
    return null;
  }
}

/**
 * The subscriptions as an OPML 2.0 document, folders and feeds by title. `parseOpml` reads from it
 * what is written here; an empty folder is written too. By hand, as feedsmith writes no document
 * without outlines and leaves line ends in attributes as they are.
 * @param now the document's date
 */
export function writeOpml(list: { folders: Folder[]; feeds: Feed[] }, now: Timestamp): string {
  const known = new Set(list.folders.map(({ id }) => id));
  const parentOf = (id: FolderId | null): FolderId | null =>
    id !== null && known.has(id) ? id : null;

  function linesOf(parent: FolderId | null, indent: string): string[] {
    const lines: string[] = [];
    for (const folder of list.folders.toSorted(byTitle)) {
      if (parentOf(folder.parentId) !== parent) continue;
      lines.push(`${indent}<outline text="${escaped(folder.title)}">`);
      lines.push(...linesOf(folder.id, `${indent}  `), `${indent}</outline>`);
    }
    for (const feed of list.feeds.toSorted(byTitle)) {
      if (parentOf(feed.folderId) === parent) lines.push(`${indent}${feedLine(feed)}`);
    }
    return lines;
  }

  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    '    <title>Carrel subscriptions</title>',
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...linesOf(null, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function feedLine({ title, address, siteAddress }: Feed): string {
  const site = siteAddress === null ? '' : ` htmlUrl="${escaped(siteAddress)}"`;
  const text = escaped(title);
  return `<outline type="rss" text="${text}" title="${text}" xmlUrl="${escaped(address)}"${site}/>`;
}

function byTitle(a: { title: string }, b: { title: string }): number {
  return a.title.localeCompare(b.title, 'en');
}

/** A text as the value of an attribute: what XML cannot hold is left out, line ends are spaces. */
function escaped(text: string): string {
  return withoutControls(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
