import { expect, test } from 'vitest';
import { getArticle, keepSaved, removeArticles } from '../../db/articles.ts';
import type { Db } from '../../db/open.ts';
import { failPicture, keepPicture } from '../../db/pictures.ts';
import { currentVersionId } from '../../db/versions.ts';
import {
  aCapture,
  aFeed,
  aFile,
  anEntry,
  aPicture,
  aVersion,
  newLibrary,
  words,
} from './library.ts';

function anArticle(db: Db): number {
  return anEntry(db, aFeed(db, 'a'), 1).articleId;
}

test('refuses a version of an article that was removed meanwhile', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  removeArticles(db, [articleId]);
  expect(() => aVersion(db, articleId, 'text')).toThrow(`article ${articleId}: it was removed`);
});

test('names the site of a saved page, and leaves the feed’s name to an article of a feed', () => {
  const db = newLibrary();
  const { articleId: saved } = keepSaved(db, {
    identityKeys: ['url:https://paper.example/saved'],
    origin: 'saved',
    address: 'https://paper.example/saved',
    title: 'https://paper.example/saved',
    source: 'paper.example',
    sortAt: 1,
    now: 1,
  });
  const fromFeed = anArticle(db);
  const before = getArticle(db, fromFeed)?.source;
  aVersion(db, saved, words(30), { metadata: { title: 'T', siteName: 'Paper Online' } });
  aVersion(db, fromFeed, words(30), { metadata: { title: 'T', siteName: 'Paper Online' } });
  expect(getArticle(db, saved)?.source).toBe('Paper Online');
  expect(getArticle(db, fromFeed)?.source).toBe(before);
  aVersion(db, saved, words(40), { metadata: { title: 'T' } });
  expect(getArticle(db, saved)?.source).toBe('Paper Online');
});

test('describes its article', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  const { versionId, isCurrent } = aVersion(db, articleId, words(30), {
    language: 'fr',
    direction: 'rtl',
    fetchedAt: 6543,
    metadata: {
      title: 'Whole',
      subtitle: 'Below',
      authors: ['Bo', 'Cy'],
      siteName: 'Paper',
      publishedAt: 99,
      modifiedAt: 100,
    },
  });
  expect(isCurrent).toBe(true);
  expect(currentVersionId(db, articleId)).toBe(versionId);
  expect(getArticle(db, articleId)).toMatchObject({
    title: 'Whole',
    subtitle: 'Below',
    authors: ['Bo', 'Cy'],
    siteName: 'Paper',
    // The feed's own date stays, because lists are ordered by it.
    publishedAt: 1000,
    modifiedAt: 100,
    language: 'fr',
    direction: 'rtl',
    fetchedAt: 6543,
    readingMinutes: 2,
    html: `<p>${words(30)}</p>`,
    versions: [{}],
  });
});

test('leaves of its article what it does not know', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  aVersion(db, articleId, '', { metadata: { title: '', authors: [], subtitle: null } });
  expect(getArticle(db, articleId)).toMatchObject({
    title: 'Title 1',
    authors: ['Ada Byron'],
    excerpt: 'Excerpt 1',
    language: 'en',
    publishedAt: 1000,
  });
});

test('takes the first words as excerpt, whole where words have spaces', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const excerptOf = (n: number, text: string) => {
    const { articleId } = anEntry(db, feed, n);
    aVersion(db, articleId, text);
    return getArticle(db, articleId)?.excerpt ?? '';
  };
  expect(excerptOf(1, 'Two\nlines')).toBe('Two lines');
  expect(excerptOf(2, words(20))).toMatch(/^one two .* (?:two|three|four|five|six|ten|one)…$/);
  for (const text of [words(20), '東'.repeat(900), `a${'𝄞'.repeat(300)}`]) {
    const excerpt = excerptOf(text.length, text);
    expect(excerpt.length).toBeLessThanOrEqual(300);
    expect(excerpt.length).toBeGreaterThan(280);
    expect(excerpt.isWellFormed()).toBe(true);
  }
});

test('adds nothing when the same text comes again', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  const first = aVersion(db, articleId, 'one text');
  expect(aVersion(db, articleId, 'one text', { madeAt: 9 })).toEqual(first);
  expect(aVersion(db, articleId, 'one text', { metadata: { title: 'Corrected' } })).toMatchObject({
    isCurrent: true,
  });
  expect(getArticle(db, articleId)).toMatchObject({ versions: [{}, {}], title: 'Corrected' });
});

test('shows a changed text, and keeps the one before', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  aVersion(db, articleId, words(20));
  aVersion(db, articleId, `${words(19)} corrected`);
  expect(getArticle(db, articleId)?.html).toContain('corrected');
  aVersion(db, articleId, words(20));
  expect(getArticle(db, articleId)).toMatchObject({
    html: `<p>${words(20)}</p>`,
    versions: [{}, {}, {}],
  });
});

test('keeps a text that lost most of its words beside the one it would replace', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  const whole = aVersion(db, articleId, words(20), {
    metadata: { title: 'Whole' },
    pictures: [aPicture('https://img.example/1')],
  });
  const stub = {
    metadata: { title: 'Subscribe' },
    pictures: [aPicture('https://img.example/logo')],
  };
  const teaser = aVersion(db, articleId, words(9), stub);
  expect(teaser).toMatchObject({ isCurrent: false, toFetch: [] });
  expect(currentVersionId(db, articleId)).toBe(whole.versionId);
  expect(getArticle(db, articleId)).toMatchObject({
    title: 'Whole',
    versions: [{}, {}],
    pictures: { of: 1 },
  });
  // Fetched once more, it is the same teaser.
  expect(aVersion(db, articleId, words(9), stub)).toEqual(teaser);
  expect(getArticle(db, articleId)?.versions).toHaveLength(2);
});

test('shows a shorter text that has half the words, or takes the place of a teaser', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  aVersion(db, articleId, words(20));
  expect(aVersion(db, articleId, words(10)).isCurrent).toBe(true);
  const short = anEntry(db, feed, 2).articleId;
  aVersion(db, short, words(9));
  expect(aVersion(db, short, words(1)).isCurrent).toBe(true);
});

test('shows a page’s text rather than the feed’s, unless the page gave a teaser', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  aVersion(db, articleId, words(15), { textFrom: 'feed' });
  expect(aVersion(db, articleId, words(20)).isCurrent).toBe(true);
  expect(aVersion(db, articleId, words(21), { textFrom: 'feed' }).isCurrent).toBe(false);
  const teased = anEntry(db, feed, 2).articleId;
  aVersion(db, teased, words(4));
  expect(aVersion(db, teased, words(20), { textFrom: 'feed' }).isCurrent).toBe(true);
  expect(aVersion(db, teased, words(5)).isCurrent).toBe(false);
});

test('shows the newer of two captures, whichever was extracted last', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  const [older, newer] = ['old', 'new'].map((text) => aCapture(db, articleId, text));
  aVersion(db, articleId, `${words(1)} new`, { captureId: newer ?? null });
  expect(aVersion(db, articleId, `${words(1)} old`, { captureId: older ?? null }).isCurrent).toBe(
    false,
  );
  expect(getArticle(db, articleId)?.html).toContain('new');
});

test('asks for every picture once, and never for one the article had', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  const [a, b, c] = ['a', 'b', 'c'].map((name) => aPicture(`https://img.example/${name}`, name));
  if (a === undefined || b === undefined || c === undefined) throw new Error('no pictures');
  const first = aVersion(db, articleId, 'first', { pictures: [a, b, a] });
  expect(first.toFetch).toEqual([0, 1]);
  keepPicture(db, aFile(first.versionId, 0, '1'));
  const second = aVersion(db, articleId, 'second', { pictures: [b, a, c] });
  expect(second.toFetch).toEqual([0, 2]);
  expect(getArticle(db, articleId)).toMatchObject({
    pictures: { of: 3, kept: 1, failed: 0 },
    leadPicture: '1'.repeat(64),
    pictureList: [
      { ordinal: 0, caption: 'b', hash: null },
      { ordinal: 1, caption: 'a', hash: '1'.repeat(64), width: 640, height: 480 },
      { ordinal: 2, caption: 'c', hash: null },
    ],
  });
});

test('asks again for missing pictures of a text that came again, at their new addresses', () => {
  const db = newLibrary();
  const articleId = anArticle(db);
  const pictures = ['a', 'b'].map((name) => aPicture(`https://img.example/${name}?expires=1`));
  const { versionId } = aVersion(db, articleId, 'text', { pictures });
  keepPicture(db, aFile(versionId, 0, '1'));
  failPicture(db, { versionId, ordinal: 1 }, { kind: 'http', message: '403' });
  const renewed = ['a', 'b'].map((name) => aPicture(`https://img.example/${name}?expires=2`));
  expect(aVersion(db, articleId, 'text', { pictures: renewed })).toEqual({
    versionId,
    isCurrent: true,
    toFetch: [1],
  });
  expect(getArticle(db, articleId)).toMatchObject({
    versions: [{}],
    pictures: { of: 2, kept: 1, failed: 0 },
    pictureList: [
      { address: 'https://img.example/a?expires=1', hash: '1'.repeat(64) },
      { address: 'https://img.example/b?expires=2', hash: null, failure: null },
    ],
  });
});
