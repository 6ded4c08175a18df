import type { Unpacker } from '../types.ts';
import type { Row } from './csv-rows.ts';
import { type WrittenEntry, takeLink } from './entry.ts';
import { readLinks } from './html-list.ts';
import { countRefusals } from './refusals.ts';
import { fileSource } from './source.ts';

/**
 * The page that Pocket wrote until 2025, `ril_export.html`: lists of links under the headings
 * `Unread` and `Read Archive`, with the attributes `time_added` (seconds) and `tags`.
 */
export const unpackPocketHtml: Unpacker = async (file, sink) => {
  const refusals = countRefusals(file.name);
  for await (const link of readLinks(fileSource(file.path, file.name))) {
    const { attributes } = link;
    takeLink(
      {
        address: attributes['href'] ?? '',
        title: link.title,
        savedAt: attributes['time_added'] ?? attributes['add_date'],
        tags: (attributes['tags'] ?? '').split(','),
        isRead: /archive/i.test(link.section),
      },
      sink,
      refusals,
    );
  }
  refusals.tell(sink);
};

/** A row of the later list: `title,url,time_added,tags,status`, the tags between `|`. */
export function readPocketRow(row: Row): WrittenEntry {
  return {
    address: row('url'),
    title: row('title'),
    savedAt: row('time_added'),
    tags: row('tags').split('|'),
    isRead: /^(?:archived?|read)$/i.test(row('status').trim()),
    isStarred: row('favorite').trim() === '1',
  };
}
