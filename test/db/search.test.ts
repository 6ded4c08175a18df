import { expect, test } from 'vitest';
import type { Snippet } from '../../contract/types.ts';
import { removeArticles } from '../../db/articles.ts';
import type { Db } from '../../db/open.ts';
import { searchArticles } from '../../db/search.ts';
import { spaced, unspaced } from '../../db/spaced.ts';
import { aFeed, anEntry, aPicture, aVersion, newLibrary } from './library.ts';

/** A library of one feed whose articles have these titles and texts, the last one the newest. */
function libraryOf(...articles: [title: string, text: string][]): Db {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  for (const [index, [title, text]] of articles.entries()) {
    const { articleId } = anEntry(db, feed, index + 1, { title, excerpt: '' });
    aVersion(db, articleId, text, { metadata: { title } });
  }
  return db;
}

function found(db: Db, words: string, limit = 10): number[] {
  return searchArticles(db, { words, limit }).map(({ article }) => article.id);
}

/** A snippet as text, what was found in brackets. */
function marked(snippet: Snippet | undefined): string | undefined {
  return snippet?.map(([text, isFound]) => (isFound ? `[${text}]` : text)).join('');
}

test('finds nothing for what holds no word', () => {
  const db = libraryOf(['Harbour', 'text']);
  for (const words of ['', ' ', '"', '*', '- (', '…', '\0', '\u0001', '🙂']) {
    expect({ words, ids: found(db, words) }).toEqual({ words, ids: [] });
  }
});

test('takes nothing that is typed for an operator', () => {
  const db = libraryOf(['Harbour', 'the old wall and the sea']);
  const harmless = ['harbour"', '"harbour', 'harbour*', 'har*bour*', '(harbour', 'title:harbour'];
  const operators = [
    '-wall',
    'NOT wall',
    'wall OR nothing',
    'NEAR(wall sea)',
    '{title}: wall',
    '^',
  ];
  for (const words of [...harmless, ...operators, "';--", '"" ""', 'a'.repeat(1000), '\\']) {
    expect(() => found(db, words)).not.toThrow();
  }
  expect(found(db, 'harbour"')).toEqual([1]);
  expect(found(db, '-wall')).toEqual([1]);
  expect(found(db, 'wall OR nothing')).toEqual([]);
  expect(found(db, 'wall AND sea')).toEqual([1]);
});

test('wants every word, the last one perhaps unfinished', () => {
  const db = libraryOf(['One', 'the harbour wall'], ['Two', 'the harbourmaster and the wall']);
  expect(found(db, 'wall harbour')).toEqual([2, 1]);
  expect(found(db, 'harbour wall')).toEqual([1]);
  expect(found(db, 'harbour wa')).toEqual([1]);
  expect(found(db, 'wall wall harbourm')).toEqual([2]);
  expect(found(db, 'wall storm')).toEqual([]);
});

test('takes a single letter for a word', () => {
  const db = libraryOf(['Plan B', 'text'], ['Boats', 'text']);
  expect(found(db, 'b')).toEqual([1]);
  expect(found(db, 'bo')).toEqual([2]);
});

test('puts titles first, and then the newest', () => {
  const db = libraryOf(
    ['Harbour', 'one'],
    ['Two', 'the harbour'],
    ['Harbour again', 'three'],
    ['Four', 'a harbour'],
  );
  expect(found(db, 'harbour')).toEqual([3, 1, 4, 2]);
  expect(found(db, 'harbour', 3)).toEqual([3, 1, 4]);
  expect(found(db, 'harbour', 1)).toEqual([3]);
});

test('finds words whatever their case and accents', () => {
  const db = libraryOf(
    ['Über', 'L’Élysée, Ångström, naïve e\u0301te\u0301'],
    ['İstanbul', 'Ελλάδα'],
  );
  for (const words of ['uber', 'ÜBER', 'elysee', 'angstrom', 'naive', 'été', 'ETE']) {
    expect({ words, ids: found(db, words) }).toEqual({ words, ids: [1] });
  }
  expect(found(db, 'ΕΛΛΆΔΑ')).toEqual([2]);
});

test('finds words of scripts written without spaces', () => {
  const db = libraryOf(
    ['東京駅の再開発', 'text'],
    ['京都', 'แม่น้ำเจ้าพระยา'],
    ['カタカナ', 'สวัสดี iPhone東京'],
  );
  expect(found(db, '東京')).toEqual([1, 3]);
  expect(found(db, '京駅の')).toEqual([1]);
  expect(found(db, '京')).toEqual([2, 1, 3]);
  expect(found(db, '駅京')).toEqual([]);
  expect(found(db, 'น้ำ')).toEqual([2]);
  expect(found(db, 'タカ')).toEqual([3]);
  expect(found(db, 'iphone 東')).toEqual([3]);
});

test('keeps the words of other scripts whole', () => {
  const db = libraryOf(
    ['हिन्दी समाचार', 'text'],
    ['한국어 뉴스', 'أخبار اليوم'],
    ['Дом', 'новости'],
  );
  expect(found(db, 'हिन्दी')).toEqual([1]);
  expect(found(db, 'समा')).toEqual([1]);
  expect(found(db, 'न')).toEqual([]);
  expect(found(db, '한국')).toEqual([2]);
  expect(found(db, 'اليوم')).toEqual([2]);
  expect(found(db, 'НОВОСТИ дом')).toEqual([3]);
});

test('finds bylines and captions', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1, { authors: ['Ann "Quick" Lee', '山田'] });
  aVersion(db, articleId, 'the text', {
    pictures: [{ ...aPicture('https://img.example/1', 'A heron'), credit: 'Jo Doe', alt: 'bird' }],
  });
  const snippetOf = (words: string) => marked(searchArticles(db, { words, limit: 1 })[0]?.snippet);
  expect(snippetOf('lee')).toContain('[Lee], 山田');
  expect(snippetOf('山田')).toContain('Lee, [山田]');
  expect(snippetOf('heron')).toContain('A [heron]');
  expect(found(db, 'doe bird')).toEqual([articleId]);
});

test('shows what was found, in title and text', () => {
  const db = libraryOf(
    ['The Harbour wall', `${'word '.repeat(100)}the old harbour stands ${'word '.repeat(100)}`],
    ['Tokyo', '新しい東京駅のホーム。'],
  );
  const [harbour] = searchArticles(db, { words: 'harbour', limit: 1 });
  expect(harbour?.title).toEqual([
    ['The ', false],
    ['Harbour', true],
    [' wall', false],
  ]);
  expect(marked(harbour?.snippet)).toMatch(/^…(?:word )+the old \[harbour\] stands (?:word ?)+…$/);
  expect(marked(searchArticles(db, { words: '東京駅', limit: 1 })[0]?.snippet)).toBe(
    '新しい[東京駅]のホーム。',
  );
  // Found in the title alone, the text begins where it begins.
  expect(marked(searchArticles(db, { words: 'tokyo', limit: 1 })[0]?.snippet)).toMatch(/^新しい/);
});

test('takes no character of a text for a mark', () => {
  const db = libraryOf(['A \u0001fake\u0002 title', '\u0001\u001fharbour\u0002 \u0002']);
  const [hit] = searchArticles(db, { words: 'harbour', limit: 1 });
  expect(marked(hit?.title)).toBe('A fake title');
  expect(marked(hit?.snippet)?.trim()).toBe('[harbour]');
});

test('finds an article by what it says now, and not by what it said', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1, { title: 'First', excerpt: 'summary' });
  expect(found(db, 'summary')).toEqual([articleId]);
  anEntry(db, feed, 1, { title: 'Second', excerpt: 'abstract', contentSha256: 'other' });
  expect([found(db, 'first'), found(db, 'second abstract')]).toEqual([[], [articleId]]);
  aVersion(db, articleId, 'the whole text');
  expect([found(db, 'abstract'), found(db, 'second whole')]).toEqual([[], [articleId]]);
  aVersion(db, articleId, 'another text');
  expect([found(db, 'whole'), found(db, 'another')]).toEqual([[], [articleId]]);
  removeArticles(db, [articleId]);
  expect(found(db, 'another')).toEqual([]);
});

test('gives a text back as it was before it was spaced', () => {
  for (const text of ['', 'plain text', '東京駅', 'A東 京B', 'แม่น้ำ', 'カ\u3099タ']) {
    expect(unspaced(spaced(text))).toBe(text.normalize('NFC'));
  }
  expect(spaced('A東京').replaceAll('\u001f', '|')).toBe('A|東||京|');
});
