import type { Scope } from '../../contract/types.ts';

const fetched: [title: string, words: string] = [
  'No articles yet',
  'They appear here as they are fetched.',
];

/** What an empty list says: why it is empty, and what would fill it. */
export const emptyWords: Record<Scope['kind'] | 'search', [title: string, words: string]> = {
  search: ['Nothing found', 'No article has all of these words. The last one may be unfinished.'],
  unread: ['All read', 'New articles appear here when feeds bring them.'],
  bookmarks: ['No bookmarks', 'Press B, or the ribbon of an article, to keep it here.'],
  saved: ['Nothing saved', 'Pages saved by address and files you open appear here.'],
  incomplete: [
    'All complete',
    'Every article is here with its text and its pictures: readable without a network.',
  ],
  all: fetched,
  folder: fetched,
  feed: fetched,
};
