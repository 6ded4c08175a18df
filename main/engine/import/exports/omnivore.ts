import { CarrelError } from '../../../../contract/errors.ts';
import { decodePage } from '../../extract/decode.ts';
import { MAX_PAGE_BYTES } from '../limits.ts';
import { NOTHING_SAID, type Sink } from '../types.ts';
import type { ArchiveEntry, Entries } from './archive.ts';
import { saidOf, takeLink, type WrittenEntry } from './entry.ts';
import { MAX_JSON_BYTES, member, readJson, textMember } from './json-text.ts';
import { takeWithText } from './page-of-entry.ts';
import { countRefusals, type CountedRefusals } from './refusals.ts';

const METADATA = /(?:^|\/)metadata_\d+_to_\d+\.json$/i;
const CONTENT = /(?:^|\/)content\/([^/]+)\.(html?|pdf)$/i;
const HIGHLIGHTS = /(?:^|\/)highlights\/([^/]+)\.md$/i;

/** Whether an archive, by the names in it, is one that Omnivore wrote. */
export function isOmnivoreArchive(names: Iterable<string>): boolean {
  for (const name of names) if (METADATA.test(name)) return true;
  return false;
}

/** Whether a value looks like an entry that Omnivore wrote. */
export function isOmnivoreEntry(value: unknown): boolean {
  return textMember(value, 'slug') !== '' && member(value, 'savedAt') !== undefined;
}

/** Takes an entry of which only the metadata is there. */
export function takeOmnivoreEntry(value: unknown, sink: Sink, refusals: CountedRefusals): void {
  takeLink(writtenEntry(value), sink, refusals);
}

/**
 * Reads the archive of Omnivore: what is said of the articles in `metadata_0_to_20.json` and on,
 * their texts in `content/<slug>.html` (or `.pdf`).
 *
 * 1. All metadata, by slug: they may stand behind the texts.
 * 2. The texts, one in memory at a time, each with what is said of it.
 * 3. What has no text is an address.
 */
export async function readOmnivoreArchive(
  entries: Entries,
  sink: Sink,
  name: string,
): Promise<void> {
  const refusals = countRefusals(name);
  const bySlug = new Map<string, unknown>();
  for await (const entry of entries()) {
    if (!METADATA.test(entry.name)) continue;
    for (const value of await metadataOf(entry, sink)) bySlug.set(textMember(value, 'slug'), value);
  }
  for await (const entry of entries()) {
    if (HIGHLIGHTS.test(entry.name) && entry.sizeBytes > 0) {
      refusals.add('highlights, which Carrel does not take over', entry.name);
    }
    const [, slug = '', type = ''] = CONTENT.exec(entry.name) ?? [];
    const value = bySlug.get(slug);
    if (slug === '') continue;
    if (value === undefined) await takeUnnamed(entry, slug, type, sink);
    else if (await takeText(entry, value, type.toLowerCase() === 'pdf', sink, refusals)) {
      bySlug.delete(slug);
    }
  }
  for (const value of bySlug.values()) takeOmnivoreEntry(value, sink, refusals);
  refusals.tell(sink);
}

/** The entries of one file of metadata; one that is broken leaves the others good. */
async function metadataOf(entry: ArchiveEntry, sink: Sink): Promise<unknown[]> {
  try {
    const parsed = await readJson(await entry.read(MAX_JSON_BYTES), entry.name);
    if (Array.isArray(parsed)) return parsed;
    sink.refuse(`import: cannot read ${entry.name}: it is no list of articles`);
  } catch (error) {
    if (!(error instanceof CarrelError)) throw error;
    sink.refuse(error.message);
  }
  return [];
}

/** Takes an article with its text. Returns whether there was one. */
async function takeText(
  entry: ArchiveEntry,
  value: unknown,
  isPdf: boolean,
  sink: Sink,
  refusals: CountedRefusals,
): Promise<boolean> {
  if (entry.sizeBytes > MAX_PAGE_BYTES) {
    refusals.add('over 50 MB', entry.name);
    return false;
  }
  const bytes = await entry.read(MAX_PAGE_BYTES);
  const written = writtenEntry(value);
  if (isPdf) {
    const said = saidOf(written, refusals);
    if (said === null) return true;
    const authors = authorsOf(value);
    const name = said.title ?? entry.name;
    const plain = { base: null, status: null, headers: [], contentType: 'application/pdf' };
    sink.page({ ...said, ...plain, authors, bytes, name });
    return true;
  }
  const html = decodePage(bytes, null);
  if (html.trim() === '') return false;
  const kept = {
    html,
    authors: authorsOf(value),
    siteName: '',
    description: textMember(value, 'description'),
    publishedAt: member(value, 'publishedAt'),
    language: textMember(value, 'language'),
  };
  takeWithText(written, kept, sink, refusals);
  return true;
}

/** Takes a text of which no metadata is there: where it is from is lost, its text is not. */
async function takeUnnamed(
  entry: ArchiveEntry,
  slug: string,
  type: string,
  sink: Sink,
): Promise<void> {
  const bytes = await entry.read(MAX_PAGE_BYTES);
  const contentType = type.toLowerCase() === 'pdf' ? 'application/pdf' : 'text/html';
  const plain = { base: null, status: null, headers: [] };
  sink.page({ ...NOTHING_SAID, ...plain, bytes, contentType, name: slug });
}

function authorsOf(value: unknown): string[] {
  const author = textMember(value, 'author').trim();
  return author === '' ? [] : [author];
}

function writtenEntry(value: unknown): WrittenEntry {
  const labels = member(value, 'labels');
  return {
    address: textMember(value, 'url'),
    title: textMember(value, 'title'),
    savedAt: member(value, 'savedAt'),
    tags: Array.isArray(labels)
      ? labels.map((label) => (typeof label === 'string' ? label : textMember(label, 'name')))
      : [],
    isRead: /^archived$/i.test(textMember(value, 'state')),
  };
}
