import type { Feed, FeedId, Folder, FolderId, Login, Timestamp } from '../../../contract/types.ts';
import { collapsed } from '../extract/dom.ts';
import { withoutControls } from '../feeds/controls.ts';
import { withLogin, withoutLogin } from '../typed-address.ts';
import { NAMESPACE, settingsAsAttributes } from './settings.ts';

/** The logins to write: only these can stand in an address. */
export type WrittenLogins = ReadonlyMap<FeedId, Extract<Login, { kind: 'basic' }>>;

/**
 * The subscriptions as an OPML 2.0 document, folders and feeds by title. `parseOpml` reads from it
 * what is written here, so that a list goes out, comes in and goes out again as the same bytes but
 * for the date; an empty folder is written too, and two of one title in one place are one. By
 * hand, as feedsmith writes no document without outlines and leaves line ends in attributes.
 * @param now the document's date
 * @param logins stand in the addresses of their feeds; without it no address has any
 */
export function writeOpml(
  list: { folders: Folder[]; feeds: Feed[] },
  now: Timestamp,
  logins: WrittenLogins = new Map(),
): string {
  const contents = contentsOf(list);

  /** Of several places that are shown as one. */
  function linesOf(places: (FolderId | null)[], indent: string): string[] {
    const inside = places.map((place) => contents.get(place) ?? { folders: [], feeds: [] });
    const byTitle = Map.groupBy(
      inside.flatMap(({ folders }) => folders),
      ({ title }) => asAttribute(title) || '?',
    );
    const lines: string[] = [];
    for (const title of [...byTitle.keys()].toSorted(inOrder)) {
      const same = byTitle.get(title)?.map(({ id }) => id) ?? [];
      lines.push(`${indent}<outline text="${title}">`);
      lines.push(...linesOf(same, `${indent}  `), `${indent}</outline>`);
    }
    const feeds = inside.flatMap((place) => place.feeds);
    const order = (a: Feed, b: Feed): number =>
      inOrder(titleOf(a), titleOf(b)) || inOrder(a.address, b.address);
    for (const feed of feeds.toSorted(order)) {
      lines.push(`${indent}${feedLine(feed, logins)}`);
    }
    return lines;
  }

  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:carrel="${NAMESPACE}">`,
    '  <head>',
    '    <title>Carrel subscriptions</title>',
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...linesOf([null], '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

interface Contents {
  folders: Folder[];
  feeds: Feed[];
}

/** What stands in each folder; what stands in none that is there stands at the top (`null`). */
function contentsOf(list: Contents): Map<FolderId | null, Contents> {
  const contents = new Map<FolderId | null, Contents>([[null, { folders: [], feeds: [] }]]);
  for (const { id } of list.folders) contents.set(id, { folders: [], feeds: [] });
  const placeOf = (id: FolderId | null) => contents.get(id) ?? contents.get(null);
  for (const folder of list.folders) placeOf(folder.parentId)?.folders.push(folder);
  for (const feed of list.feeds) placeOf(feed.folderId)?.feeds.push(feed);
  return contents;
}

/** A title may be nothing but characters that are not seen. */
function titleOf(feed: Feed): string {
  return asAttribute(feed.title) || asAttribute(withoutLogin(feed.address));
}

function feedLine(feed: Feed, logins: WrittenLogins): string {
  const login = logins.get(feed.id);
  const bare = withoutLogin(feed.address);
  const title = titleOf(feed);
  const attributes: [string, string][] = [
    ['type', 'rss'],
    ['text', title],
    ['title', title],
    ['xmlUrl', asAttribute(login === undefined ? bare : withLogin(bare, login))],
  ];
  if (feed.siteAddress !== null) {
    attributes.push(['htmlUrl', asAttribute(withoutLogin(feed.siteAddress))]);
  }
  if (feed.ownTitle !== null) attributes.push(['carrel:title', 'own']);
  attributes.push(...settingsAsAttributes(feed.settings));
  return `<outline ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')}/>`;
}

const collator = new Intl.Collator('en');

/** By the alphabet; what is equal there, by its characters, so that the order is always the same. */
function inOrder(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** A text as the value of an attribute, in one line: what XML cannot hold is left out. */
function asAttribute(text: string): string {
  return collapsed(withoutControls(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
