import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../db/migrations/index.ts';
import { closeLibrary, openLibrary } from '../db/open.ts';
import { fill, FILLING_VERSION, type Filling } from './fill.ts';
import { benchFolder } from './folder.ts';
import { checkFilled } from './insert.ts';

/** A library that benches read, and the stamp that says it is finished. */
export interface BenchLibrary {
  name: string;
  filling: Filling;
}

export const libraries: BenchLibrary[] = [
  { name: '100,000 articles of 4 kB', filling: { articles: 100_000, text: { sizeBytes: 4000 } } },
  {
    name: '1,000,000 articles of one sentence',
    filling: { articles: 1_000_000, text: 'sentence' },
  },
];

/**
 * The folder of a library, which is made first where it is missing, unfinished, or of another
 * schema or filling than today's. Making one takes minutes and says how far it is.
 */
export function libraryFor(library: BenchLibrary): string {
  const { articles, text } = library.filling;
  const size = text === 'sentence' ? text : `${text.sizeBytes}-bytes`;
  const folder = join(benchFolder(), `${articles}-${size}`);
  const stampFile = `${folder}.json`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(library)) return folder;

  rmSync(stampFile, { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make(folder, library);
  writeFileSync(stampFile, stampOf(library));
  return folder;
}

function make(folder: string, { name, filling }: BenchLibrary): void {
  const startedMs = Date.now();
  const tell = (doing: string): void => {
    console.error(`${name}: ${doing}, ${Math.round((Date.now() - startedMs) / 1000)} s`);
  };
  console.error(`${name}: making the library in ${folder}, once`);
  const db = openLibrary(folder);
  // Nothing is lost if the machine stops here: a library without its stamp is made anew.
  db.pragma('synchronous = off');
  db.pragma('cache_size = -400000');
  fill(db, filling, (written) => {
    if (written % 50_000 === 0) tell(`${written.toLocaleString('en')} articles`);
  });
  checkFilled(db, filling.articles);
  tell('checked and ready');
  db.pragma('wal_checkpoint(truncate)');
  closeLibrary(db);
}

/** What a library was made of: the whole schema and the filling. */
export function stampOf({ filling }: BenchLibrary): string {
  const schema = createHash('sha256')
    .update(migrations.map(({ sql }) => sql).join())
    .digest('hex');
  return `${JSON.stringify({ schema, filled: FILLING_VERSION, ...filling })}\n`;
}
