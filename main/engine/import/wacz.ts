import type { Timestamp } from '../../../contract/types.ts';
import { parseDate } from '../extract/dates.ts';
import { createByteReader } from './byte-reader.ts';
import { MAX_ENTRIES } from './limits.ts';
import type { Said, Sink, StagedFile, Unpacker } from './types.ts';
import { unpackWarcs, withoutWords, type PageChoice, type WarcSource } from './warc.ts';
import { causeOf, unreadable } from './words.ts';
import { EntryError, openZip, type Zip, type ZipEntry } from './zip.ts';

/** A line may hold the whole text of its page besides what is read of it. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** What the list of pages says of one visit. */
interface Visit {
  title: string | null;
  at: Timestamp | null;
}

type Visits = Map<string, Visit[]>;

/**
 * A web archive with a list of its pages (WACZ 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/).
 *
 * 1. The pages that `pages.jsonl` and `extraPages.jsonl` list: what the reader visited, and not the
 *    frames and advertisements within.
 * 2. The archives beside are unpacked from where they lie, and give the listed pages.
 * 3. Where they have none of them, or there is no list, all their pages are given.
 */
export const unpackWacz: Unpacker = async (file, sink) => {
  const zip = await openZip(file, sink);
  try {
    await unpackOpened(zip, file, sink);
  } finally {
    zip.close();
  }
};

async function unpackOpened(zip: Zip, file: StagedFile, sink: Sink): Promise<void> {
  const sources = zip.entries
    .filter((entry) => /\.warc(?:\.gz)?$/i.test(entry.name))
    .map((entry): WarcSource => ({
      name: `${entry.name} of ${file.name}`,
      open: () => entry.chunks(),
    }));
  if (sources.length === 0) throw unreadable(file, 'there is no web archive in it');
  const visits: Visits = new Map();
  for (const name of ['pages/pages.jsonl', 'pages/extraPages.jsonl']) {
    const entry = zip.find(name);
    if (entry !== undefined) await readVisits(entry, visits, sink);
  }
  const found = new Set<string>();
  if (visits.size > 0) await unpackWarcs(sources, sink, listedIn(visits, found));
  if (found.size === 0) {
    await unpackWarcs(sources, visits.size > 0 ? withoutWords(sink) : sink, () => ({}));
    return;
  }
  const missing = visits.size - found.size;
  if (missing > 0) {
    const count = `${missing.toLocaleString('en')} of the ${visits.size.toLocaleString('en')}`;
    sink.refuse(`import: ${count} pages that ${file.name} lists are not in it as pages`);
  }
}

function listedIn(visits: Visits, found: Set<string>): PageChoice {
  return (address, savedAt) => {
    const listed = visits.get(address);
    if (listed === undefined) return null;
    found.add(address);
    return toSaid(nearest(listed, savedAt));
  };
}

/** A page that was visited several times is listed as often. */
function nearest(visits: Visit[], savedAt: Timestamp | null): Visit | undefined {
  const distance = (visit: Visit): number => Math.abs((visit.at ?? 0) - (savedAt ?? 0));
  return visits.toSorted((a, b) => distance(a) - distance(b))[0];
}

function toSaid(visit: Visit | undefined): Partial<Said> {
  return { title: visit?.title ?? null, savedAt: visit?.at ?? null };
}

/** Reads a list, one page a line as JSON; lines that are none, as the first, are passed over. */
async function readVisits(entry: ZipEntry, visits: Visits, sink: Sink): Promise<void> {
  const reader = createByteReader(entry.chunks());
  try {
    for (let lines = 0; lines < MAX_ENTRIES; lines++) {
      const line = await reader.line(MAX_LINE_BYTES);
      if (line.length === 0) return;
      sink.count(line.length);
      readVisit(Buffer.from(line).toString(), visits);
    }
  } catch (error) {
    if (!(error instanceof EntryError)) throw error;
    sink.refuse(causeOf(error));
  }
}

function readVisit(line: string, visits: Visits): void {
  const visit = parsed(line);
  if (typeof visit !== 'object' || visit === null || !('url' in visit)) return;
  const url = typeof visit.url === 'string' ? URL.parse(visit.url) : null;
  if (url === null) return;
  url.hash = '';
  const title = 'title' in visit && typeof visit.title === 'string' ? visit.title.trim() : '';
  const at = 'ts' in visit ? (parseDate(visit.ts)?.at ?? null) : null;
  const known = visits.get(url.href) ?? [];
  known.push({ title: title || null, at });
  visits.set(url.href, known);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
