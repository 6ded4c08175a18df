import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFeeds, articlesOf, fill, type FilledArticle, type Filling } from '../../bench/fill.ts';
import { checkFilled } from '../../bench/insert.ts';
import { keepEntry, setTextState } from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { counts } from '../../db/counts.ts';
import { dueFeeds } from '../../db/feeds.ts';
import { closeLibrary, openLibrary, type Db } from '../../db/open.ts';
import { indexWaiting } from '../../db/search-index.ts';
import { markRead } from '../../db/states.ts';
import { addVersion } from '../../db/versions.ts';
import { EXTRACTOR } from '../../main/engine/extract/types.ts';

const filling: Filling = { articles: 400, text: 'sentence' };

let folder: string;
let db: Db;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carrel-fill-'));
  db = openLibrary(folder);
});

afterEach(() => {
  closeLibrary(db);
  rmSync(folder, { recursive: true, force: true });
});

describe('a library for the benches', () => {
  it('is refused where a count, an article or the search index is wrong', () => {
    fill(db, filling, () => {});
    expect(() => checkFilled(db, 401)).toThrow('articles');
    db.exec('UPDATE counts SET unread = unread + 1');
    expect(() => checkFilled(db, 400)).toThrow('unread');
    db.exec('UPDATE counts SET unread = unread - 1');
    db.exec('UPDATE feeds SET unread_count = unread_count + 1 WHERE id = 1');
    expect(() => checkFilled(db, 400)).toThrow('Feed 1');
    db.exec('UPDATE feeds SET unread_count = unread_count - 1 WHERE id = 1');
    checkFilled(db, 400);
    db.exec(`UPDATE versions SET text = 'another' WHERE id = 1`);
    expect(() => checkFilled(db, 400)).toThrow('malformed');
  });

  it.each<[string, Filling]>([
    ['sentences', filling],
    ['whole articles', { articles: 60, text: { sizeBytes: 4000 } }],
  ])('is, row by row, what the engine’s functions would make: %s', (_, one) => {
    fill(db, one, () => {});
    const other = mkdtempSync(join(tmpdir(), 'carrel-fill-'));
    const slow = openLibrary(other);
    try {
      for (const article of articlesOf(addFeeds(slow), one)) addAsTheEngine(slow, article);
      indexWaiting(slow, Infinity);
      expect(rowsOf(db)).toEqual(rowsOf(slow));
    } finally {
      closeLibrary(slow);
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('has most articles read, a few bookmarked, and Chinese ones', () => {
    fill(db, filling, () => {});
    const { articles, unread, bookmarks, feeds } = counts(db);
    expect(articles).toBe(400);
    expect(unread).toBeGreaterThan(20);
    expect(unread).toBeLessThan(120);
    expect(bookmarks).toBeGreaterThan(0);
    expect(feeds.length).toBeGreaterThan(20);
    const languages = db.prepare('SELECT DISTINCT language FROM articles').pluck().all();
    expect(new Set(languages)).toEqual(new Set(['en', 'zh']));
  });

  it('gives an engine nothing to fetch', () => {
    fill(db, filling, () => {});
    expect(dueFeeds(db, Date.UTC(2099, 0), 1000)).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM jobs').pluck().get()).toBe(0);
  });
});

/** Keeps an article by the calls of `main/engine/take-feed.ts`. */
function addAsTheEngine(library: Db, article: FilledArticle): void {
  const { feed, title, authors, publishedAt, fetchedAt, language } = article;
  const { articleId } = keepEntry(library, {
    feedId: feed.id,
    identityKeys: article.identityKeys,
    guid: article.address,
    address: article.address,
    title,
    authors,
    excerpt: article.text.slice(0, 300),
    language,
    direction: 'ltr',
    publishedAt,
    modifiedAt: null,
    sortAt: publishedAt,
    contentSha256: article.contentSha256,
    textState: 'waiting',
    source: feed.title,
    now: fetchedAt,
  });
  addVersion(library, {
    articleId,
    captureId: null,
    textFrom: 'feed',
    extractor: EXTRACTOR,
    madeAt: fetchedAt,
    fetchedAt,
    html: article.html,
    text: article.text,
    wordCount: article.wordCount,
    language,
    direction: 'ltr',
    pictures: [],
    metadata: { title, authors, publishedAt, modifiedAt: null },
  });
  setTextState(library, articleId, 'kept', null);
  if (article.isRead) markRead(library, [articleId], true, fetchedAt);
  if (article.isBookmarked) bookmark(library, [articleId], true, fetchedAt);
}

/** All rows of all tables; of the search index what it finds. */
function rowsOf(library: Db): Record<string, unknown[]> {
  const tables = library
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .pluck()
    .all();
  const found = library
    .prepare(`SELECT rowid FROM search WHERE search MATCH '"b" * OR "一" *'`)
    .all();
  const rows = tables.map(
    (name) => [name, library.prepare(`SELECT * FROM "${name}"`).all()] as const,
  );
  return { ...Object.fromEntries(rows), found };
}
