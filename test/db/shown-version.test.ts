import { expect, test } from 'vitest';
import { getArticle } from '../../db/articles.ts';
import { indexWaiting } from '../../db/search-index.ts';
import { searchArticles } from '../../db/search.ts';
import { listVersions, showVersion } from '../../db/shown-version.ts';
import { aFeed, anEntry, aPicture, aVersion, newLibrary, words } from './library.ts';

test('a version of another article, or of none, cannot be shown', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const [one, other] = [1, 2].map((n) => anEntry(db, feed, n).articleId);
  const { versionId } = aVersion(db, Number(other), words(30));
  for (const version of [versionId, 99]) {
    expect(() => showVersion(db, Number(one), version)).toThrow(
      `version: cannot show version ${version} of article ${one}`,
    );
  }
  expect(getArticle(db, Number(one))?.html).toBe('');
});

test('a much shorter version is kept beside, and shown when its reader asks', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const long = aVersion(db, articleId, `${words(20)} glacier`);
  const short = aVersion(db, articleId, `${words(2)} moraine`, { pictures: [aPicture('p')] });
  expect(getArticle(db, articleId)?.versions).toMatchObject([
    { id: short.versionId, wordCount: 21, shown: false },
    { id: long.versionId, wordCount: 201, shown: true },
  ]);
  expect(showVersion(db, articleId, short.versionId)).toEqual([0]);
  const article = getArticle(db, articleId);
  expect(article?.html).toContain('moraine');
  expect(article?.pictures).toMatchObject({ of: 1, kept: 0 });
  expect(listVersions(db, articleId).map(({ shown }) => shown)).toEqual([true, false]);
});

test('what is shown is what is found', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  aVersion(db, articleId, `${words(20)} glacier`);
  const { versionId } = aVersion(db, articleId, `${words(2)} moraine`);
  const found = (word: string): number => {
    while (indexWaiting(db, 10));
    return searchArticles(db, { words: word, limit: 10 }).length;
  };
  expect([found('glacier'), found('moraine')]).toEqual([1, 0]);
  showVersion(db, articleId, versionId);
  expect([found('glacier'), found('moraine')]).toEqual([0, 1]);
});
