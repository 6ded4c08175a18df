import { parseDate } from '../../feeds/dates.ts';
import { inOneLine, shortened } from '../../feeds/text.ts';
import type { Timestamp } from '../../../../contract/types.ts';
import { NOTHING_SAID, type Said, type Sink } from '../types.ts';
import type { CountedRefusals } from './refusals.ts';

/** Longer addresses are none; as of the links in an article. */
const MAX_ADDRESS = 8_192;

/** Nobody puts an article under as many. */
const MAX_TAGS = 100;

/** An entry as it is written in an export; what it does not have is empty. */
export interface WrittenEntry {
  address: string;
  title: string;
  savedAt: unknown;
  tags: readonly string[];
  isRead?: boolean;
  isStarred?: boolean;
}

/** Where the addresses of an entry that cannot be fetched lead, by their scheme. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['javascript:', 'bookmarklets (javascript:), not pages'],
  ['place:', 'searches in the browser’s own bookmarks (place:)'],
  ['chrome:', 'pages of the browser itself'],
  ['about:', 'pages of the browser itself'],
  ['edge:', 'pages of the browser itself'],
  ['file:', 'files on a computer (file:); bring the files themselves'],
  ['mailto:', 'e-mails, of which the export has no text'],
  ['instapaper-private:', 'texts that Instapaper alone has'],
]);

/**
 * What an entry says, with an address that can be fetched; `null` where it has none, which is
 * counted with its cause.
 */
export function saidOf(
  entry: WrittenEntry,
  refusals: CountedRefusals,
): (Said & { address: string }) | null {
  const written = entry.address.trim();
  const url = written.length > MAX_ADDRESS ? null : URL.parse(written);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    refusals.add(
      SCHEMES.get(url?.protocol ?? '') ?? 'no address that can be fetched',
      written === '' ? entry.title : written,
    );
    return null;
  }
  return {
    ...NOTHING_SAID,
    address: url.href,
    title: titleOf(entry.title, written),
    savedAt: timeOf(entry.savedAt),
    tags: tagsOf(entry.tags),
    isRead: entry.isRead ?? false,
    isStarred: entry.isStarred ?? false,
  };
}

/** Puts an entry of which only the address is there into the sink, or counts why not. */
export function takeLink(entry: WrittenEntry, sink: Sink, refusals: CountedRefusals): void {
  const said = saidOf(entry, refusals);
  if (said !== null) sink.link(said);
}

/** A title in one line; `null` for an empty one, and for an address in its place. */
export function titleOf(written: string, address: string): string | null {
  const title = shortened(inOneLine(written.slice(0, 5_000)), 500);
  return title === '' || title === address || /^https?:\/\/\S+$/i.test(title) ? null : title;
}

/** Each once, as written but in one line. */
export function tagsOf(written: readonly string[]): string[] {
  const tags = written
    .slice(0, MAX_TAGS * 10)
    .map((tag) => shortened(inOneLine(tag.slice(0, 1_000)), 100))
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MAX_TAGS);
}

/**
 * A time as exports write it: seconds, milliseconds or microseconds since 1970, as a number or in
 * digits, or a date; without a zone it is UTC. `null` for one that is not credible: before 1990 or
 * in the future.
 */
export function timeOf(written: unknown): Timestamp | null {
  const digits = typeof written === 'string' ? written.trim() : '';
  const value = /^\d{9,17}(?:\.\d+)?$/.test(digits) ? Number(digits) : written;
  // Microseconds, as browsers count.
  if (typeof value === 'number' && value > 1e14) return parseDate(Math.round(value / 1000));
  return parseDate(value);
}
