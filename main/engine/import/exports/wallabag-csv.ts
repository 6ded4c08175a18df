import { takeWithText } from './page-of-entry.ts';
import type { Sink } from '../types.ts';
import type { Row } from './csv-rows.ts';
import { takeLink, type WrittenEntry } from './entry.ts';
import type { CountedRefusals } from './refusals.ts';

/**
 * Takes a row of wallabag's list: `Title;URL;Content;Tags;MIME Type;Language;Creation date`. It does
 * not say what was read.
 */
export function takeWallabagRow(row: Row, sink: Sink, refusals: CountedRefusals): void {
  const entry: WrittenEntry = {
    address: row('url'),
    title: row('title'),
    savedAt: dayFirst(row('creation date')),
    tags: row('tags').split(','),
  };
  const html = row('content');
  if (html.trim() === '') {
    takeLink(entry, sink, refusals);
    return;
  }
  const kept = { html, authors: [], siteName: '', description: '', publishedAt: null };
  takeWithText(entry, { ...kept, language: row('language') }, sink, refusals);
}

/**
 * `24/11/2025 08:36:45` as `2025-11-24`. The hours that wallabag writes are those of a dial, without
 * saying which half of the day: they cannot be told.
 */
function dayFirst(written: string): string {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(written);
  if (match === null) return written;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
