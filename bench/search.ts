import type { Db } from '../db/open.ts';
import { openBare } from './bare.ts';
import { bounds } from './bounds.ts';
import { openContract } from './contract.ts';
import { vocabularies } from './fill.ts';
import { interleave } from './interleave.ts';
import { libraries, libraryFor } from './libraries.ts';
import type { Report, Row } from './report.ts';

const limit = 20;

/** What is searched: as a user types it, and as a bare FTS5 query says it. */
interface Search {
  what: string;
  words: string;
  match: string;
  /** How many floors it may take, among 100,000 articles. */
  most: number;
}

/** Search through the contract, beside the plain ranked FTS5 query with snippets. */
export async function search(runs: number): Promise<Report> {
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const library of libraries) {
    const folder = libraryFor(library);
    const contract = openContract(folder);
    const bare = openBare(folder);
    try {
      const floorOf = bare.prepare(
        `SELECT rowid, highlight(search, 0, '[', ']'), snippet(search, 2, '[', ']', '…', 24)
         FROM search WHERE search MATCH ? ORDER BY rank LIMIT ${limit}`,
      );
      for (const { what, words, match, most } of searches()) {
        const measured = await interleave(
          {
            ours: () => contract.call('search', [{ words, limit }]),
            floor: () => floorOf.all(match),
          },
          runs,
        );
        const bound = library === libraries[0] ? most : null;
        rows.push({ what: `${library.name}: ${what}, ${words}`, measured, bound });
        notes.push(
          `${library.name}: ${words} stands in ${countHits(bare, match).toLocaleString('en')} ` +
            `articles; ${measured.ours.runs} runs`,
        );
      }
    } finally {
      bare.close();
      await contract.close();
    }
  }
  return { bench: 'search', rows, notes };
}

/** The ranks are chosen for the hits they give in the libraries; a note tells how many. */
function searches(): Search[] {
  const { latin, cjk } = vocabularies();
  const word = (rank: number): string => latin.words[rank - 1] ?? '';
  const { search: most, searchCommon: commonMost } = bounds;
  const rare = word(29_900);
  const common = word(5);
  const two = [word(300), word(700)];
  const typed = word(2000);
  const chinese = cjk.words.find((one, index) => index >= 20 && one.length === 2) ?? '';
  return [
    { what: 'a rare word', words: rare, match: rare, most },
    { what: 'a common word', words: common, match: common, most: commonMost },
    { what: 'two words', words: two.join(' '), match: two.join(' AND '), most },
    {
      what: 'two letters typed',
      words: typed.slice(0, 2),
      match: `${typed.slice(0, 2)}*`,
      most: commonMost,
    },
    { what: 'four letters typed', words: typed.slice(0, 4), match: `${typed.slice(0, 4)}*`, most },
    {
      what: 'a Chinese phrase',
      words: chinese,
      match: `"${chinese.split('').join(' ')}"`,
      most,
    },
  ];
}

function countHits(bare: Db, match: string): number {
  const sql = 'SELECT count(*) FROM search WHERE search MATCH ?';
  return bare.prepare<[string], number>(sql).pluck().get(match) ?? 0;
}
