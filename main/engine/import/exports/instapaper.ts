import type { Unpacker } from '../types.ts';
import { parsedJson } from './json-text.ts';
import type { Row } from './csv-rows.ts';
import { takeLink, type WrittenEntry } from './entry.ts';
import { readLinks } from './html-list.ts';
import { countRefusals } from './refusals.ts';
import { fileSource } from './source.ts';

/** What an entry has for its folder, of which three are Instapaper's own and no word of the reader. */
function inFolder(folder: string): Pick<WrittenEntry, 'tags' | 'isRead' | 'isStarred'> {
  const name = folder.trim();
  const isOwn = /^(?:unread|archive|starred|home)$/i.test(name);
  return {
    tags: isOwn ? [] : [name],
    isRead: /^archive$/i.test(name),
    isStarred: /^starred$/i.test(name),
  };
}

/**
 * A row of `instapaper-export.csv`: `URL,Title,Selection,Folder,Timestamp`, in newer ones with `Tags`
 * as JSON.
 */
export function readInstapaperRow(row: Row): WrittenEntry {
  const { tags, ...state } = inFolder(row('folder'));
  return {
    address: row('url'),
    title: row('title'),
    savedAt: row('timestamp'),
    tags: [...tags, ...tagsOfRow(row('tags'))],
    ...state,
  };
}

function tagsOfRow(written: string): string[] {
  if (written.trim() === '') return [];
  const parsed = parsedJson(written);
  if (!Array.isArray(parsed)) return written.split(',');
  return parsed.filter((tag) => typeof tag === 'string');
}

/** The page `instapaper-export.html`: a heading for each folder, and its links in a list below. */
export const unpackInstapaperHtml: Unpacker = async (file, sink) => {
  const refusals = countRefusals(file.name);
  for await (const link of readLinks(fileSource(file.path, file.name))) {
    const { attributes } = link;
    // The page is headed by its own name in one of its two forms.
    const section = /^instapaper/i.test(link.section) ? '' : link.section;
    takeLink(
      {
        address: attributes['href'] ?? '',
        title: link.title,
        savedAt: attributes['time_added'] ?? attributes['add_date'],
        ...inFolder(link.folders.at(-1) ?? section),
      },
      sink,
      refusals,
    );
  }
  refusals.tell(sink);
};
