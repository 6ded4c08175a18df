import { expect, test } from 'vitest';
import type { ArticleId, ListCursor, Scope } from '../../contract/types.ts';
import { removeArticles } from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { failEnclosure, keepEnclosures } from '../../db/enclosures.ts';
import { addFolder } from '../../db/folders.ts';
import { listArticles, summariesOf } from '../../db/list.ts';
import type { Db } from '../../db/open.ts';
import { addPart } from '../../db/parts.ts';
import { whereFor } from '../../db/scope.ts';
import { markRead } from '../../db/states.ts';
import { aCapture, aFeed, anEnclosure, anEntry, newLibrary } from './library.ts';

/** All of a place, page by page. */
function allOf(db: Db, scope: Scope, limit: number): ArticleId[] {
  const ids: ArticleId[] = [];
  let after: ListCursor | null = null;
  do {
    const page = listArticles(db, { scope, limit, after });
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

test('walks one index for every page and sorts nothing, folders aside', () => {
  const db = newLibrary();
  for (const scope of PLACES) {
    const plan = db
      .prepare<unknown[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT a.title ${whereFor(scope).page}`,
      )
      .all({ ...whereFor(scope).values, sortAt: 1, id: 1, limit: 1 })
      .map(({ detail }) => detail);
    expect(plan.filter((step) => step.startsWith('SCAN a'))).toEqual([]);
    expect(plan.filter((step) => /SEARCH .* USING .*INDEX .*sort_at/.test(step))).toHaveLength(1);
    const sorts = plan.some((step) => step.includes('TEMP B-TREE'));
    expect({ scope, sorts }).toEqual({ scope, sorts: scope.kind === 'folder' });
  }
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
