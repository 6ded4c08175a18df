import { expect, test } from 'vitest';
import type { Scope } from '../../contract/types.ts';
import { getArticle, keepSaved } from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { counts } from '../../db/counts.ts';
import { addFolder } from '../../db/folders.ts';
import { markAllRead, markRead, setPosition } from '../../db/states.ts';
import { aFeed, anEntry, newLibrary } from './library.ts';

function sorted(ids: number[]): number[] {
  return ids.toSorted((a, b) => a - b);
}

test('ignores articles that are not in the library', () => {
  const db = newLibrary();
  expect(markRead(db, [1, 2], true, 9)).toEqual([]);
  expect(bookmark(db, [1, 2], true, 9)).toEqual([]);
  setPosition(db, 1, { block: 1, fraction: 0.5 });
  // The first article made is not given what was meant for no article.
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  expect(getArticle(db, articleId)).toMatchObject({
    read: false,
    bookmarked: false,
    position: null,
  });
});

test('tells which articles changed, so that they can be changed back', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const [a, b, c] = [1, 2, 3].map((n) => anEntry(db, feed, n).articleId);
  const all = [a ?? 0, b ?? 0, c ?? 0];
  expect(markRead(db, [b ?? 0], true, 9)).toEqual([b]);
  const changed = markRead(db, [...all, 99, ...all], true, 10);
  expect(sorted(changed)).toEqual([a, c]);
  expect(markRead(db, all, true, 11)).toEqual([]);
  expect(sorted(markRead(db, changed, false, 12))).toEqual([a, c]);
  expect(all.map((id) => getArticle(db, id)?.read)).toEqual([false, true, false]);

  expect(sorted(bookmark(db, all, true, 9))).toEqual(all);
  expect(bookmark(db, all, true, 10)).toEqual([]);
  expect(bookmark(db, [b ?? 0, 99], false, 11)).toEqual([b]);
  expect(all.map((id) => getArticle(db, id)?.bookmarked)).toEqual([true, false, true]);
});

test('marks all of a place read, and nothing else', () => {
  const db = newLibrary();
  const folder = addFolder(db, 'Outer', null);
  const inner = addFolder(db, 'Inner', folder);
  const [a, b, c] = [aFeed(db, 'a', folder), aFeed(db, 'b', inner), aFeed(db, 'c')];
  const inA = anEntry(db, a, 1).articleId;
  const inBoth = anEntry(db, a, 2).articleId;
  anEntry(db, b, 2);
  const inB = anEntry(db, b, 3).articleId;
  const inC = anEntry(db, c, 4).articleId;
  const saved = keepSaved(db, {
    identityKeys: ['url:s'],
    origin: 'saved',
    address: null,
    title: 's',
    source: 's',
    sortAt: 1,
    now: 1,
  }).articleId;
  bookmark(db, [inC, inA], true, 1);

  const places: [Scope, number[]][] = [
    [{ kind: 'feed', id: b }, [inBoth, inB]],
    [{ kind: 'folder', id: folder }, [inA, inBoth, inB]],
    [{ kind: 'bookmarks' }, [inA, inC]],
    [{ kind: 'saved' }, [saved]],
    [{ kind: 'unread' }, [inA, inBoth, inB, inC, saved]],
    [{ kind: 'all' }, [inA, inBoth, inB, inC, saved]],
    [{ kind: 'feed', id: 99 }, []],
  ];
  for (const [scope, expected] of places) {
    const changed = markAllRead(db, scope, 9);
    expect({ scope, ids: sorted(changed) }).toEqual({ scope, ids: expected });
    expect(markAllRead(db, scope, 9)).toEqual([]);
    expect(counts(db).unread).toBe(5 - expected.length);
    markRead(db, changed, false, 10);
    expect(counts(db).unread).toBe(5);
  }
});

test('keeps where the reader stopped, apart from whether it was read', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  setPosition(db, articleId, { block: 3, fraction: 0.25 });
  expect(getArticle(db, articleId)).toMatchObject({
    position: { block: 3, fraction: 0.25 },
    read: false,
  });
  markRead(db, [articleId], true, 9);
  setPosition(db, articleId, { block: 4, fraction: 0 });
  expect(getArticle(db, articleId)).toMatchObject({
    position: { block: 4, fraction: 0 },
    read: true,
  });
  setPosition(db, articleId, null);
  expect(getArticle(db, articleId)).toMatchObject({ position: null, read: true });
});
