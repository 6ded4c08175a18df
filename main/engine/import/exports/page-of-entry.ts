import { parseDate } from '../../extract/dates.ts';
import { languageTag } from '../../extract/language.ts';
import { inOneLine, shortened } from '../../feeds/text.ts';
import { MAX_PAGE_BYTES } from '../limits.ts';
import type { BroughtPage, Said, Sink } from '../types.ts';
import { wholePage } from '../whole-page.ts';
import { saidOf, type WrittenEntry } from './entry.ts';
import type { CountedRefusals } from './refusals.ts';

/** What a service kept of an article besides what was said of its entry. */
export interface KeptText {
  html: string;
  authors: readonly string[];
  siteName: string;
  description: string;
  /** As written. */
  publishedAt: unknown;
  language: string;
}

/** Takes an entry with the text that a service kept of it. */
export function takeWithText(
  entry: WrittenEntry,
  kept: KeptText,
  sink: Sink,
  refusals: CountedRefusals,
): void {
  const said = saidOf(entry, refusals);
  if (said === null) return;
  const page = pageOfEntry(said, kept, said.address);
  if (page === null) refusals.add('over 50 MB', said.address);
  else sink.page(page);
}

/**
 * The article of an entry, as a page of its own.
 * @param name of an article without a title
 * @returns `null` where it is larger than any page
 */
function pageOfEntry(said: Said, kept: KeptText, name: string): BroughtPage | null {
  const authors = kept.authors.map(inShort).filter((author) => author !== '');
  const siteName = inShort(kept.siteName) || null;
  const publishedAt = parseDate(kept.publishedAt)?.at ?? null;
  const html = wholePage({
    title: said.title,
    address: said.address,
    language: languageTag(kept.language),
    description: shortened(inOneLine(kept.description.slice(0, 5_000)), 1_000) || null,
    authors,
    siteName,
    publishedAt,
    body: kept.html,
  });
  const bytes = new TextEncoder().encode(html);
  if (bytes.byteLength > MAX_PAGE_BYTES) return null;
  return {
    ...said,
    authors,
    siteName,
    publishedAt,
    bytes,
    contentType: 'text/html; charset=utf-8',
    name: said.title ?? name,
    base: null,
    status: null,
    headers: [],
  };
}

function inShort(name: string): string {
  return shortened(inOneLine(name.slice(0, 2_000)), 200);
}
