import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scope } from '../../contract/types.ts';
import { keepSaved, removeArticles } from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { getFeed, removeFeed } from '../../db/feeds.ts';
import { closeLibrary, openLibrary, type Db } from '../../db/open.ts';
import { failPicture, keepPicture } from '../../db/pictures.ts';
import { indexWaiting, unindexedCount } from '../../db/search-index.ts';
import { markAllRead, markRead } from '../../db/states.ts';
import { transact } from '../../db/transact.ts';
import { contradictionsOf } from './consistency.ts';
import {
  aFeed,
  aFile,
  anEntry,
  aPicture,
  aVersion,
  newLibrary,
  temporaryFolder,
} from './library.ts';

type Step = (db: Db) => void;

/** Few articles, feeds and pictures, so that steps meet. Ids are guessed: some are not there. */
const id = fc.integer({ min: 1, max: 9 });
const feed = fc.integer({ min: 0, max: 2 });
const text = fc.constantFrom('', 'a harbour wall', '東京駅 の text', 'word '.repeat(120));
const flag = fc.boolean();
const ids = fc.array(id, { maxLength: 4 });
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom<Scope>({ kind: 'all' }, { kind: 'saved' }, { kind: 'bookmarks' }),
  fc.record({ kind: fc.constant('feed' as const), id }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(feed, id, text).map(entryStep) },
  { weight: 3, arbitrary: fc.tuple(id, text, fc.nat(3), flag).map(versionStep) },
  fc.tuple(id, fc.nat(3), flag).map(pictureStep),
  fc.tuple(ids, flag).map(
    ([some, read]): Step =>
      (db) =>
        void markRead(db, some, read, 1),
  ),
  fc.tuple(ids, flag).map(
    ([some, on]): Step =>
      (db) =>
        void bookmark(db, some, on, 1),
  ),
  scope.map(
    (place): Step =>
      (db) =>
        void markAllRead(db, place, 1),
  ),
  ids.map(
    (some): Step =>
      (db) =>
        removeArticles(db, some),
  ),
  id.map(savedStep),
  id.map(
    (some): Step =>
      (db) =>
        void (getFeed(db, some) && removeFeed(db, some)),
  ),
);

function entryStep([name, n, title]: [number, number, string]): Step {
  return (db) =>
    void anEntry(db, aFeed(db, `feed-${name}`), n, {
      // Neighbours share a key, so that articles are met by either of two.
      identityKeys: [`guid:${n}`, `url:${Math.ceil(n / 2)}`],
      title,
      contentSha256: title,
    });
}

function versionStep([article, words, pictures, isFeed]: [number, string, number, boolean]): Step {
  return (db) => {
    if (db.prepare('SELECT 1 FROM articles WHERE id = ?').get(article) === undefined) return;
    aVersion(db, article, words, {
      textFrom: isFeed ? 'feed' : 'page',
      metadata: { title: words.slice(0, 9) },
      pictures: Array.from({ length: pictures }, (_, n) => aPicture(`https://img.example/${n}`)),
    });
  };
}

function pictureStep([versionId, ordinal, isKept]: [number, number, boolean]): Step {
  return (db) => {
    if (isKept) keepPicture(db, aFile(versionId, ordinal, String(ordinal)));
    else failPicture(db, { versionId, ordinal }, { kind: 'http', message: '404' });
  };
}

function savedStep(n: number): Step {
  return (db) =>
    void keepSaved(db, {
      identityKeys: [`url:${n}`],
      origin: 'saved',
      address: null,
      title: 'saved',
      source: 'here',
      sortAt: n,
      now: 1,
    });
}

const transaction = fc.record({ steps: fc.array(step, { maxLength: 4 }), indexed: flag });

test('never contradicts itself, whatever is done to it in whatever order', () => {
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 16 }), (transactions) => {
      const db = openLibrary(temporaryFolder());
      try {
        for (const { steps, indexed } of transactions) {
          transact(db, () => steps.forEach((act) => act(db)));
          // Some articles are in the index when they change next, and some are not yet.
          if (indexed) indexWaiting(db, 0);
        }
        expect(contradictionsOf(db)).toEqual([]);
        indexWaiting(db, Infinity);
        expect(contradictionsOf(db)).toEqual([]);
        expect(unindexedCount(db)).toBe(0);
      } finally {
        closeLibrary(db);
      }
    }),
    { numRuns: 60 },
  );
});

test('is checked by what notices a contradiction', () => {
  const db = newLibrary();
  anEntry(db, aFeed(db, 'a'), 1);
  indexWaiting(db, Infinity);
  expect(contradictionsOf(db)).toEqual([]);
  for (const [sql, contradiction] of [
    ['UPDATE counts SET unread = 7', 'the counts are wrong'],
    ['UPDATE feeds SET article_count = 7', 'a feed counts its entries wrong'],
    ['UPDATE entries SET sort_at = 7', 'an entry differs from its article'],
    ['UPDATE articles SET picture_count = 7', 'an article counts its pictures wrong'],
    ['DELETE FROM identities', 'an article has no identity'],
    [
      `UPDATE articles SET title = 'x'`,
      expect.stringContaining('the index is not of the articles'),
    ],
  ]) {
    db.exec('SAVEPOINT before');
    db.exec(String(sql));
    expect(contradictionsOf(db)).toEqual([contradiction]);
    db.exec('ROLLBACK TO before');
    db.exec('RELEASE before');
  }
});
