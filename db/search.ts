import type { ArticleId, SearchHit, SearchQuery, Snippet } from '../contract/types.ts';
import type { Db } from './open.ts';
import { markAll, markPart, placesOf, type Sought } from './snippet.ts';
import { FOUND_END, FOUND_START, spaced, unspaced } from './spaced.ts';
import { indexWaiting } from './search-index.ts';
import { prepared } from './statement.ts';
import { summariesOf } from './summary.ts';

/** What was typed, as queries of FTS5. */
interface Query {
  /** Every word as it stands. */
  words: string;
  /** The last word as the beginning of one. */
  begun: string;
}

/**
 * How many articles that contain the words are looked at, those kept last first: a common word
 * stands in half the library, and nobody reads that list to its end.
 */
const CANDIDATES = 500;

/** What FTS5's tokenizer takes for part of a word (categories in the schema), marks aside. */
const WORD = /[\p{L}\p{N}\p{Co}]/u;
const ENDS_IN_TWO_LETTERS = /[\p{L}\p{M}\p{N}\p{Co}]{2}[^\p{L}\p{M}\p{N}\p{Co}]*$/u;

/** Words of context in a snippet. */
const SNIPPET_WORDS = 32;

/**
 * The articles in which every word occurs, in title, byline, text or captions; the last word may
 * be unfinished. Those with all words in the title come first, then the newest.
 *
 * 0. What was kept a moment ago is put into the index. The engine has done so, in steps, when it
 *    is much.
 * 1. The words as a query of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax). Where as
 *    many candidates as are looked at have the last word as it was typed, it counts as finished: to
 *    find the beginnings of words takes FTS5 longer the more words there are.
 * 2. Candidates from the index, in its own order and no more than a bounded number.
 * 3. The best of them, and only for those the rows and the snippets: by looking for the words as they
 *    were typed, and where that does not find all of them, by FTS5, which takes each text apart again.
 */
export function searchArticles(db: Db, { words, limit }: SearchQuery): SearchHit[] {
  const typed = words.split(/[\s\0]+/).filter((word) => WORD.test(word));
  const queries = queryOf(typed);
  if (queries === undefined) return [];
  indexWaiting(db, Infinity);

  const isFinished = queries.words === queries.begun || isInMany(db, queries.words); // 1
  const query = isFinished ? queries.words : queries.begun;
  const inTitle = candidates(db, `title : (${query})`); // 2
  const anywhere = inTitle.length < limit ? candidates(db, query) : [];
  const ids = [...new Set([...inTitle, ...anywhere])].slice(0, limit); // 3
  const snippets = snippetsFor(db, ids, query, soughtIn(typed, isFinished));
  return summariesOf(db, ids).flatMap((article) => {
    const found = snippets.get(article.id);
    return found === undefined ? [] : [{ article, title: found.title, snippet: found.snippet }];
  });
}

/**
 * Every word in quotation marks, so that nothing a user types is an operator; what holds no
 * letter or digit is left out, because no text is indexed by it. One letter at the end is a word:
 * as the beginning of a word it would stand for half of what is in the index.
 */
function queryOf(typed: readonly string[]): Query | undefined {
  const last = typed.at(-1);
  if (last === undefined) return undefined;
  const phrases = [...new Set(typed.slice(0, -1))].map(phraseOf);
  const begun = ENDS_IN_TWO_LETTERS.test(last) ? `${phraseOf(last)} *` : phraseOf(last);
  return {
    words: [...phrases, phraseOf(last)].join(' AND '),
    begun: [...phrases, begun].join(' AND '),
  };
}

function phraseOf(word: string): string {
  return `"${spaced(word).replaceAll('"', '""')}"`;
}

/** Whether as many articles match as are looked at. */
function isInMany(db: Db, query: string): boolean {
  const hit = prepared<number>(db, 'SELECT 1 FROM search WHERE search MATCH ? LIMIT 1 OFFSET ?');
  return hit.pluck().get(query, CANDIDATES - 1) !== undefined;
}

/** The newest of the articles kept last that match. */
function candidates(db: Db, query: string): ArticleId[] {
  return prepared<ArticleId>(
    db,
    `SELECT a.id
     FROM (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) hit
       CROSS JOIN articles a ON a.id = hit.rowid
     ORDER BY a.sort_at DESC, a.id DESC`,
  )
    .pluck()
    .all(query, CANDIDATES);
}

/** What is looked for in the texts themselves. */
function soughtIn(typed: readonly string[], isFinished: boolean): Sought[] {
  return typed.map((word, at) => ({
    word: trimmed(word).toLowerCase(),
    isBegun: !isFinished && at === typed.length - 1,
  }));
}

/** Without what the index leaves out at both ends: quotation marks, brackets, full stops. */
function trimmed(word: string): string {
  return word
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}\p{M}\p{Co}]+|[^\p{L}\p{N}\p{M}\p{Co}]+$/gu, '');
}

type Shown = Pick<SearchHit, 'title' | 'snippet'>;

function snippetsFor(
  db: Db,
  ids: ArticleId[],
  query: string,
  sought: Sought[],
): Map<ArticleId, Shown> {
  const texts = prepared<TextRow>(
    db,
    `SELECT a.id, a.title, coalesce(v.text, a.excerpt) AS body
     FROM json_each(?) wanted CROSS JOIN articles a ON a.id = wanted.value
       LEFT JOIN versions v ON v.id = a.version_id`,
  ).all(JSON.stringify(ids));
  const found = new Map<ArticleId, Shown>();
  for (const row of texts) {
    const shown = shownOf(row, sought);
    if (shown !== undefined) found.set(row.id, shown);
  }
  const others = ids.filter((id) => !found.has(id));
  if (others.length === 0) return found;
  return new Map([...found, ...snippetsOf(db, others, query)]);
}

interface TextRow {
  id: ArticleId;
  title: string;
  body: string;
}

/** Where every word is in the title or in the text, and one at least in the text. */
function shownOf({ title, body }: TextRow, sought: Sought[]): Shown | undefined {
  const inTitle = placesOf(title, sought);
  const inBody = placesOf(body, sought);
  if (inTitle === undefined || inBody === undefined) return undefined;
  const isFound = sought.every(
    (_, at) => (inTitle[at]?.length ?? 0) + (inBody[at]?.length ?? 0) > 0,
  );
  if (!isFound || inBody.every((places) => places.length === 0)) return undefined;
  return { title: markAll(title, inTitle), snippet: markPart(body, inBody) };
}

/**
 * Of each article the title, and the text around what was found in body, captions or byline. In
 * one pass over the index: to look each article up by itself would begin the query anew, which
 * for an unfinished word takes long. The unary plus keeps SQLite from doing so.
 */
function snippetsOf(db: Db, ids: ArticleId[], query: string): Map<ArticleId, Shown> {
  const rows = prepared<SnippetRow>(
    db,
    `SELECT
       rowid AS id,
       highlight(search, 0, :start, :end) AS title,
       snippet(search, 1, :start, :end, '…', :words) AS authors,
       snippet(search, 2, :start, :end, '…', :words) AS body,
       snippet(search, 3, :start, :end, '…', :words) AS captions
     FROM search
     WHERE search MATCH :query AND +rowid IN (SELECT value FROM json_each(:ids))
     ORDER BY rowid DESC LIMIT :count`,
  ).all({
    start: FOUND_START,
    end: FOUND_END,
    words: SNIPPET_WORDS,
    query,
    ids: JSON.stringify(ids),
    count: ids.length,
  });
  return new Map(rows.map((row) => [row.id, toSnippets(row)]));
}

interface SnippetRow {
  id: ArticleId;
  title: string;
  authors: string;
  body: string;
  captions: string;
}

function toSnippets(row: SnippetRow): Shown {
  const found = [row.body, row.captions, row.authors].find((text) => text.includes(FOUND_START));
  return { title: toSnippet(row.title), snippet: toSnippet(found ?? row.body) };
}

/** Marked text as runs: what stands between the marks was found. */
function toSnippet(marked: string): Snippet {
  return unspaced(marked)
    .split(FOUND_START)
    .flatMap((part, index): Snippet => {
      if (index === 0) return [[part, false]];
      const [found = '', ...rest] = part.split(FOUND_END);
      return [
        [found, true],
        [rest.join(''), false],
      ];
    })
    .filter(([text]) => text !== '');
}
