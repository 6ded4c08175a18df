import { expect, test } from 'vitest';
import type {
  ArticleId,
  ArticleSummary,
  ListCursor,
  ListFilter,
  ListOrder,
  ListQuery,
  Scope,
} from '../../contract/types.ts';
import { removeArticles } from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { failEnclosure, keepEnclosures } from '../../db/enclosures.ts';
import { addFolder } from '../../db/folders.ts';
import { listArticles, summariesOf } from '../../db/list.ts';
import type { Db } from '../../db/open.ts';
import { addPart } from '../../db/parts.ts';
import { whereFor } from '../../db/scope.ts';
import { markRead } from '../../db/states.ts';
import {
  aCapture,
  aFeed,
  anEnclosure,
  anEntry,
  aPicture,
  aVersion,
  newLibrary,
} from './library.ts';

/** All of a place, page by page. */
function allOf(
  db: Db,
  scope: Scope,
  limit: number,
  how: Pick<ListQuery, 'filter' | 'order'> = {},
): ArticleId[] {
  const ids: ArticleId[] = [];
  let after: ListCursor | null = null;
  do {
    const page = listArticles(db, { scope, limit, after, ...how });
    ids.push(...page.articles.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

const PLACES: Scope[] = [
  { kind: 'all' },
  { kind: 'unread' },
  { kind: 'bookmarks' },
  { kind: 'saved' },
  { kind: 'feed', id: 1 },
  { kind: 'folder', id: 1 },
];

const ORDERS: ListOrder[] = ['newest', 'oldest'];

test('is empty in an empty library, and for a place that is not there', () => {
  const db = newLibrary();
  for (const scope of PLACES) {
    expect(listArticles(db, { scope, limit: 5, after: null })).toEqual({
      articles: [],
      next: null,
    });
  }
});

test('goes through a place from the newest, each article once', () => {
  const db = newLibrary();
  const folder = addFolder(db, 'Outer', null);
  const [a, b, c] = [
    aFeed(db, 'a', folder),
    aFeed(db, 'b', addFolder(db, 'In', folder)),
    aFeed(db, 'c'),
  ];
  const ids: ArticleId[] = [];
  for (let n = 1; n <= 12; n += 1) {
    // Every three are of one time, so that the id decides.
    const sortAt = Math.ceil(n / 3) * 1000;
    ids.push(anEntry(db, n % 2 === 0 ? a : b, n, { sortAt }).articleId);
    if (n % 3 === 0) anEntry(db, n % 2 === 0 ? b : a, n);
  }
  const other = anEntry(db, c, 99).articleId;
  markRead(db, [ids[0] ?? 0, ids[7] ?? 0], true, 1);
  bookmark(db, [ids[2] ?? 0, ids[9] ?? 0], true, 1);
  const newest = ids.toReversed();
  const isIn = (feed: number) => (id: ArticleId) =>
    db.prepare('SELECT 1 FROM entries WHERE feed_id = ? AND article_id = ?').get(feed, id) !==
    undefined;

  for (const limit of [1, 2, 3, 5, 12, 100]) {
    expect(allOf(db, { kind: 'all' }, limit)).toEqual([other, ...newest]);
    expect(allOf(db, { kind: 'unread' }, limit)).toEqual([
      other,
      ...newest.filter((id) => id !== ids[0] && id !== ids[7]),
    ]);
    expect(allOf(db, { kind: 'bookmarks' }, limit)).toEqual([ids[9], ids[2]]);
    expect(allOf(db, { kind: 'saved' }, limit)).toEqual([]);
    expect(allOf(db, { kind: 'feed', id: a }, limit)).toEqual(newest.filter(isIn(a)));
    expect(allOf(db, { kind: 'folder', id: folder }, limit)).toEqual(newest);
  }
});

test('goes on in place when articles come and go between two pages', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const ids = [1, 2, 3, 4, 5].map((n) => anEntry(db, feed, n).articleId);
  const first = listArticles(db, { scope: { kind: 'all' }, limit: 2, after: null });
  anEntry(db, feed, 6);
  removeArticles(db, [ids[3] ?? 0]);
  const second = listArticles(db, { scope: { kind: 'all' }, limit: 2, after: first.next });
  expect(second.articles.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
});

/** How SQLite goes about a query of a place's articles. */
function planOf(db: Db, from: string): string[] {
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT a.title ${from}`)
    .all({ place: 1, sortAt: 1, id: 1, limit: 1 })
    .map(({ detail }) => detail);
}

test('walks one index for every page and sorts nothing, folders aside', () => {
  const db = newLibrary();
  for (const scope of PLACES) {
    for (const order of ORDERS) {
      const plan = planOf(db, whereFor(scope).page(order));
      expect(plan.filter((step) => step.startsWith('SCAN a'))).toEqual([]);
      expect(plan.filter((step) => /SEARCH .* USING .*INDEX .*sort_at/.test(step))).toHaveLength(1);
      const sorts = plan.some((step) => step.includes('TEMP B-TREE'));
      expect({ scope, sorts }).toEqual({ scope, sorts: scope.kind === 'folder' });
    }
  }
});

test('walks one index for what is filtered, the smallest, and sorts nothing', () => {
  const db = newLibrary();
  for (const scope of PLACES) {
    for (const order of ORDERS) {
      for (const filter of [{}, { unread: true }, { bookmarked: true }, { pictures: true }]) {
        const plan = planOf(db, whereFor(scope).walk(order, filter));
        expect(plan[0]).toMatch(/^SEARCH [ae] USING .*INDEX .*sort_at/);
        expect(plan.some((step) => step.includes('TEMP B-TREE'))).toBe(false);
      }
    }
  }
  const indexOf = (scope: Scope, filter: ListFilter): string | undefined =>
    /INDEX (\w+)/.exec(planOf(db, whereFor(scope).walk('newest', filter))[0] ?? '')?.[1];
  expect(indexOf({ kind: 'all' }, { unread: true })).toBe('articles_unread');
  expect(indexOf({ kind: 'folder', id: 1 }, { unread: true })).toBe('articles_unread');
  expect(indexOf({ kind: 'saved' }, { unread: true })).toBe('articles_saved');
  expect(indexOf({ kind: 'unread' }, { bookmarked: true })).toBe('articles_bookmarked');
  expect(indexOf({ kind: 'feed', id: 1 }, { unread: true })).toBe('entries_unread');
});

test('goes through a place from the oldest, each article once', () => {
  const db = newLibrary();
  const folder = addFolder(db, 'Outer', null);
  const [a, b] = [aFeed(db, 'a', folder), aFeed(db, 'b', folder)];
  const ids = [1, 2, 3, 4, 5, 6, 7].map((n) => {
    const { articleId } = anEntry(db, n % 2 === 0 ? a : b, n, { sortAt: Math.ceil(n / 3) });
    return articleId;
  });
  for (const limit of [1, 2, 3, 7, 50]) {
    expect(allOf(db, { kind: 'all' }, limit, { order: 'oldest' })).toEqual(ids);
    expect(allOf(db, { kind: 'folder', id: folder }, limit, { order: 'oldest' })).toEqual(ids);
    expect(allOf(db, { kind: 'feed', id: b }, limit, { order: 'oldest' })).toEqual(
      ids.filter((_id, at) => at % 2 === 0),
    );
  }
});

test('lists of every place, in either order, what all of a filter wants', () => {
  const db = newLibrary();
  const folder = addFolder(db, 'Folder', null);
  const feeds = [aFeed(db, 'a', folder), aFeed(db, 'b')];
  for (let n = 1; n <= 40; n += 1) {
    const { articleId } = anEntry(db, feeds[n % 2] ?? 0, n);
    const words = n % 5 === 0 ? 2200 : 10;
    const pictures = n % 3 === 0 ? [aPicture(`https://img.example/${n}`)] : [];
    aVersion(db, articleId, 'word '.repeat(words).trim(), { pictures });
    if (n % 4 === 0) markRead(db, [articleId], true, 1);
    if (n % 7 === 0) bookmark(db, [articleId], true, 1);
  }
  const filters: ListFilter[] = [
    { unread: true },
    { bookmarked: true },
    { pictures: true },
    { long: true },
    { since: 20_000 },
    { unread: true, pictures: true, since: 9000 },
    { bookmarked: true, long: true },
    { unread: true, bookmarked: true, pictures: true, long: true, since: 1 },
  ];
  const isWanted = (article: ArticleSummary, filter: ListFilter): boolean =>
    (filter.unread !== true || !article.read) &&
    (filter.bookmarked !== true || article.bookmarked) &&
    (filter.pictures !== true || article.pictures.of > 0) &&
    (filter.long !== true || article.readingMinutes >= 10) &&
    article.sortAt >= (filter.since ?? 0);
  let found = 0;
  for (const scope of [...PLACES, { kind: 'folder', id: folder } as const]) {
    for (const order of ORDERS) {
      const whole = summariesOf(db, allOf(db, scope, 50, { order }));
      for (const filter of filters) {
        const wanted = whole.filter((article) => isWanted(article, filter)).map(({ id }) => id);
        found += wanted.length;
        for (const limit of [1, 7, 50]) {
          expect(allOf(db, scope, limit, { order, filter })).toEqual(wanted);
        }
      }
    }
  }
  expect(found).toBeGreaterThan(100);
});

test('looks at no more than some thousands for a page, and goes on with the next', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  db.exec('BEGIN');
  for (let n = 1; n <= 5_100; n += 1) anEntry(db, feed, n);
  db.exec('COMMIT');
  const [oldest] = allOf(db, { kind: 'all' }, 200, { order: 'oldest' });
  bookmark(db, [oldest ?? 0], true, 1);
  const query = { scope: { kind: 'saved' }, limit: 5, after: null } as const;
  expect(listArticles(db, { ...query, filter: { long: true } })).toEqual({
    articles: [],
    next: null,
  });
  const first = listArticles(db, {
    scope: { kind: 'feed', id: feed },
    limit: 5,
    after: null,
    filter: { bookmarked: true },
  });
  expect(first.articles).toEqual([]);
  expect(first.next).not.toBeNull();
  expect(allOf(db, { kind: 'feed', id: feed }, 5, { filter: { bookmarked: true } })).toEqual([
    oldest,
  ]);
});

test('gives summaries in the order asked for, without those that are gone', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const [a, b] = [anEntry(db, feed, 1).articleId, anEntry(db, feed, 2).articleId];
  expect(summariesOf(db, [b, 99, a]).map(({ id }) => id)).toEqual([b, a]);
  expect(summariesOf(db, [])).toEqual([]);
});

test('tells missing parts of a text from missing attachments, and those that could not be had', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const [whole, lacking] = [1, 2].map((n) => anEntry(db, feed, n).articleId);
  if (whole === undefined || lacking === undefined) throw new Error('no articles');
  keepEnclosures(db, whole, [anEnclosure('offered.mp3')], false);
  addPart(db, aCapture(db, lacking, '<html>first</html>'), 2, 'https://paper.example/2?page=2');
  keepEnclosures(db, lacking, [anEnclosure('a.mp3'), anEnclosure('b.mp3')], true);
  failEnclosure(db, { articleId: lacking, ordinal: 1 }, { kind: 'http', message: '404' });
  const { articles } = listArticles(db, { scope: { kind: 'all' }, limit: 5, after: null });
  expect(articles.map(({ id, missing }) => ({ id, missing }))).toEqual(
    expect.arrayContaining([
      { id: whole, missing: { parts: 0, attachments: 0, attachmentsFailed: 0 } },
      { id: lacking, missing: { parts: 1, attachments: 2, attachmentsFailed: 1 } },
    ]),
  );
});
