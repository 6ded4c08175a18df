import type { Counts, Feed, Folder, FolderId, Scope, Sources } from '../../contract/types.ts';
import { perLocale, words } from '../words/language.ts';

/** A scope as a string: equal for equal scopes. */
export function scopeKey(scope: Scope): string {
  return 'id' in scope ? `${scope.kind}-${scope.id}` : scope.kind;
}

/** What a place is called. */
export function titleOf(scope: Scope, sources: Sources | null): string {
  if (scope.kind === 'feed') return sources?.feeds.find(({ id }) => id === scope.id)?.title ?? '';
  if (scope.kind === 'folder') {
    return sources?.folders.find(({ id }) => id === scope.id)?.title ?? '';
  }
  return words().sources.places[scope.kind];
}

/**
 * How many unread articles a place holds. Of bookmarks only the most there can be is known,
 * which is 0 when there are none.
 */
export function unreadIn(scope: Scope, sources: Sources | null, counts: Counts | null): number {
  if (sources === null || counts === null) return 0;
  if (scope.kind === 'feed') return counts.feeds.find(({ id }) => id === scope.id)?.unread ?? 0;
  if (scope.kind === 'folder') {
    const within = new Set(feedsWithin(scope.id, sources).map(({ id }) => id));
    return counts.feeds.reduce((sum, { id, unread }) => sum + (within.has(id) ? unread : 0), 0);
  }
  const { unread, bookmarks, savedUnread } = counts;
  return {
    all: unread,
    unread,
    bookmarks: Math.min(unread, bookmarks),
    saved: savedUnread,
    incomplete: Math.min(unread, counts.incomplete),
  }[scope.kind];
}

/** The feeds of a folder and of the folders within it. */
function feedsWithin(id: FolderId, sources: Sources): Feed[] {
  const inside = sources.folders.filter(({ parentId }) => parentId === id);
  return [
    ...sources.feeds.filter(({ folderId }) => folderId === id),
    ...inside.flatMap((folder) => feedsWithin(folder.id, sources)),
  ];
}

/** Whether a folder is another one, or stands in it at any depth. */
export function isWithin(id: FolderId | null, outer: FolderId, sources: Sources): boolean {
  if (id === null || id === outer) return id === outer;
  const parentId = sources.folders.find((folder) => folder.id === id)?.parentId ?? null;
  return isWithin(parentId, outer, sources);
}

/** A line of the sources pane below the fixed places. */
export interface TreeLine {
  item: { kind: 'folder'; folder: Folder; open: boolean } | { kind: 'feed'; feed: Feed };
  scope: Scope;
  /** 1 for the outermost. */
  level: number;
}

/** Folders and feeds as lines, by title, folders first; what is in a closed folder is left out. */
export function treeLines(sources: Sources, closed: ReadonlySet<FolderId>): TreeLine[] {
  const lines: TreeLine[] = [];
  const addWithin = (parent: FolderId | null, level: number) => {
    const folders = sources.folders.filter(({ parentId }) => parentId === parent);
    for (const folder of folders.toSorted(byTitle)) {
      const open = !closed.has(folder.id);
      const scope: Scope = { kind: 'folder', id: folder.id };
      lines.push({ item: { kind: 'folder', folder, open }, scope, level });
      if (open) addWithin(folder.id, level + 1);
    }
    const feeds = sources.feeds.filter(({ folderId }) => folderId === parent);
    for (const feed of feeds.toSorted(byTitle)) {
      lines.push({ item: { kind: 'feed', feed }, scope: { kind: 'feed', id: feed.id }, level });
    }
  };
  addWithin(null, 1);
  return lines;
}

const titles = perLocale(
  (locale) => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }),
);

function byTitle(a: { title: string }, b: { title: string }): number {
  return titles().compare(a.title, b.title);
}
