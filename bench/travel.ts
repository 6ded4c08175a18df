import { setImmediate } from 'node:timers/promises';
import type { Travel } from '../contract/provenance.ts';
import type { Scope } from '../contract/types.ts';
import { addFolder } from '../db/folders.ts';
import { closeLibrary, openLibrary } from '../db/open.ts';
import { openBare } from './bare.ts';
import { bounds } from './bounds.ts';
import { openContract, type Contract } from './contract.ts';
import { fill } from './fill.ts';
import { inNewFolder } from './folder.ts';
import { interleave } from './interleave.ts';
import type { Report, Row } from './report.ts';

const ARTICLES = 20_000;

const COMPLETE = `a.text_state = 'kept' AND a.pictures_kept = a.picture_count AND a.missing = 0`;

/**
 * Getting ready to travel where everything is there already: until all articles of a place are
 * confirmed to be complete, beside the bare SQL that counts them.
 */
export async function travel(runs: number): Promise<Report> {
  return await inNewFolder(async (folder) => {
    const folderId = fillWhole(folder);
    const contract = openContract(folder);
    const bare = openBare(folder);
    const places: [string, Scope, string][] = [
      ['all', { kind: 'all' }, `SELECT count(*) FROM articles a WHERE ${COMPLETE}`],
      [
        'bookmarks',
        { kind: 'bookmarks' },
        `SELECT count(*) FROM articles a WHERE a.bookmarked = 1 AND ${COMPLETE}`,
      ],
      [
        'a folder of all feeds',
        { kind: 'folder', id: folderId },
        `SELECT count(DISTINCT e.article_id) FROM feeds f JOIN entries e ON e.feed_id = f.id
         JOIN articles a ON a.id = e.article_id WHERE f.folder_id = ${folderId} AND ${COMPLETE}`,
      ],
    ];
    const rows: Row[] = [];
    for (const [name, scope, sql] of places) {
      const counting = bare.prepare<[], number>(sql).pluck();
      if (counting.get() !== ARTICLES) throw new Error(`travel: not all of ${name} is complete`);
      const measured = await interleave(
        { ours: () => confirm(contract, scope), floor: () => counting.get() },
        runs,
      );
      const what = `${ARTICLES} articles of ${name} confirmed complete`;
      rows.push({ what, measured, bound: bounds.travel });
    }
    bare.close();
    await contract.close();
    return { bench: 'travel', rows, notes: ['every article has its text, and is bookmarked'] };
  });
}

/** @returns the folder that all feeds are in */
function fillWhole(folder: string): number {
  const db = openLibrary(folder);
  fill(db, { articles: ARTICLES, text: 'sentence' }, () => undefined);
  const folderId = addFolder(db, 'All feeds', null);
  db.prepare('UPDATE feeds SET folder_id = ?').run(folderId);
  db.prepare('INSERT OR IGNORE INTO bookmarks SELECT id, sort_at FROM articles').run();
  // Nothing else is to be done while it is measured.
  db.prepare('DELETE FROM unindexed').run();
  closeLibrary(db);
  return folderId;
}

async function confirm(contract: Contract, scope: Scope): Promise<void> {
  await contract.call('prepareTravel', [scope]);
  while (!isConfirmed(await contract.call('travel', []))) await setImmediate();
}

function isConfirmed(travelled: unknown): boolean {
  const { state, missedCount, articles } = toTravel(travelled);
  if (state !== 'done') return false;
  if (missedCount > 0 || articles !== ARTICLES) throw new Error('travel: not all was confirmed');
  return true;
}

function toTravel(travelled: unknown): Pick<Travel, 'state' | 'missedCount' | 'articles'> {
  if (typeof travelled !== 'object' || travelled === null) throw new Error('travel: there is none');
  const { state, missedCount, articles }: Partial<Travel> = travelled;
  if (state === undefined || missedCount === undefined || articles === undefined) {
    throw new Error('travel: it says nothing');
  }
  return { state, missedCount, articles };
}
