import type { ListQuery, Scope } from '../contract/types.ts';
import type { Db } from '../db/open.ts';
import { openBare } from './bare.ts';
import { bounds } from './bounds.ts';
import { openContract, type Contract } from './contract.ts';
import { measureDoors } from './doors.ts';
import { interleave, type Timed } from './interleave.ts';
import { libraries, libraryFor, type BenchLibrary } from './libraries.ts';
import type { Report, Row } from './report.ts';

const pageSize = 50;

/** What a row of a list needs, and nothing else. */
const columns = `a.id, a.title, a.authors, a.source, a.excerpt, a.language, a.direction,
  a.published_at, a.sort_at, a.word_count, a.unread, a.bookmarked, a.text_state, a.error_kind,
  a.error_message, a.picture_count, a.pictures_kept, a.pictures_failed, a.lead_sha256`;

/** List pages and counts, through the contract, beside the bare query on the same file. */
export async function list(runs: number): Promise<Report> {
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const library of libraries) {
    const folder = libraryFor(library);
    rows.push(...(await measureContract(library, folder, runs)));
    notes.push(...(await measureDoors(library.name, folder, newest({ kind: 'all' }), runs)));
  }
  return { bench: 'list', rows, notes };
}

async function measureContract(
  library: BenchLibrary,
  folder: string,
  runs: number,
): Promise<Row[]> {
  const contract = openContract(folder);
  const bare = openBare(folder);
  try {
    const feeds = bare.prepare<[], number>('SELECT id FROM feeds ORDER BY id').pluck().all();
    const feedOf = (run: number): number => feeds[(run * 7) % feeds.length] ?? 0;
    const ofFeed = bare.prepare(
      `SELECT ${columns} FROM entries e JOIN articles a ON a.id = e.article_id
       WHERE e.feed_id = ? ORDER BY e.sort_at DESC, e.article_id DESC LIMIT ${pageSize}`,
    );
    const ofAll = bare.prepare(
      `SELECT ${columns} FROM articles a ORDER BY a.sort_at DESC, a.id DESC LIMIT ${pageSize}`,
    );
    const ofUnread = bare.prepare(
      `SELECT ${columns} FROM articles a WHERE a.unread = 1
       ORDER BY a.sort_at DESC, a.id DESC LIMIT ${pageSize}`,
    );
    const further = bare.prepare(
      `SELECT ${columns} FROM articles a WHERE (a.sort_at, a.id) < (?, ?)
       ORDER BY a.sort_at DESC, a.id DESC LIMIT ${pageSize}`,
    );
    const halfway = cursorHalfway(bare);
    const page = (query: ListQuery): Promise<unknown> => contract.call('list', [query]);

    const pages: [string, Timed, Timed][] = [
      [
        'newest 50 of a feed',
        (run) => page(newest({ kind: 'feed', id: feedOf(run) })),
        (run) => ofFeed.all(feedOf(run)),
      ],
      ['newest 50 of all', () => page(newest({ kind: 'all' })), () => ofAll.all()],
      ['newest 50 of unread', () => page(newest({ kind: 'unread' })), () => ofUnread.all()],
      [
        '50 from the middle of all',
        () => page({ ...newest({ kind: 'all' }), after: halfway }),
        () => further.all(halfway.sortAt, halfway.id),
      ],
    ];
    const rows: Row[] = [];
    for (const [what, ours, floor] of pages) {
      const measured = await interleave({ ours, floor }, runs);
      rows.push({ what: `${library.name}: ${what}`, measured, bound: bounds.listPage });
    }
    rows.push(await measureCounts(library, contract, runs));
    return rows;
  } finally {
    bare.close();
    await contract.close();
  }
}

async function measureCounts(
  library: BenchLibrary,
  contract: Contract,
  runs: number,
): Promise<Row> {
  const ours: Timed = () => contract.call('counts', []);
  const floor: Timed = () => contract.call('list', [newest({ kind: 'all' })]);
  return {
    what: `${library.name}: all unread counts, beside one list page`,
    measured: await interleave({ ours, floor }, runs),
    bound: bounds.counts,
  };
}

function newest(scope: Scope): ListQuery {
  return { scope, limit: pageSize, after: null };
}

/** The article in the middle of the library, which a list that is scrolled far comes to. */
function cursorHalfway(bare: Db): { sortAt: number; id: number } {
  const row = bare
    .prepare<[], { sortAt: number; id: number }>(
      `SELECT sort_at AS sortAt, id FROM articles WHERE id >= (SELECT max(id) / 2 FROM articles)
       ORDER BY id LIMIT 1`,
    )
    .get();
  if (row === undefined) throw new Error('bench: the library is empty');
  return row;
}
