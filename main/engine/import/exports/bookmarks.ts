import type { Unpacker } from '../types.ts';
import { takeLink } from './entry.ts';
import { readLinks } from './html-list.ts';
import { countRefusals } from './refusals.ts';
import { fileSource } from './source.ts';

/**
 * Bookmarks as browsers write them, and after them Pinboard, Raindrop and others: the Netscape
 * bookmark file. Folders become tags. A bookmark says nothing of whether it was read.
 *
 * @see https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
 */
export const unpackBookmarks: Unpacker = async (file, sink) => {
  const refusals = countRefusals(file.name);
  for await (const { attributes, title, folders } of readLinks(fileSource(file.path, file.name))) {
    takeLink(
      {
        address: attributes['href'] ?? '',
        title,
        savedAt: attributes['add_date'],
        tags: [...folders, ...(attributes['tags'] ?? '').split(',')],
        // As Raindrop writes its favourites.
        isStarred: attributes['data-important'] === 'true',
      },
      sink,
      refusals,
    );
  }
  refusals.tell(sink);
};
