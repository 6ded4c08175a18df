import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { closeLibrary, openLibrary } from '../../db/open.ts';
import { placeOf } from '../../main/engine/move/place.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { temporaryFolder } from '../db/library.ts';
import { aLibrary, contentsOf, fill, filesBelow, manyArticles } from './backed-up.ts';
import { openAt, type Moving } from './moving.ts';

/** What a library holds: its rows, and its files. */
export interface Contents {
  rows: Record<string, unknown[]>;
  files: Record<string, string>;
}

/** A folder with a library with something of everything, closed. */
export function aClosedLibrary(): { folder: string; contents: Contents } {
  const library = aLibrary(join(temporaryFolder(), 'old'));
  fill(library);
  manyArticles(library, 30);
  const contents = contentsAt(library.folder, library.db);
  closeLibrary(library.db);
  return { folder: library.folder, contents };
}

export function contentsAt(folder: string, db: Parameters<typeof contentsOf>[0]): Contents {
  return { rows: contentsOf(db), files: filesBelow(join(folder, 'media')) };
}

/** What is in the library that a folder leads to, which has to be whole. */
export function wholeLibrary(started: string): Contents {
  const { folder } = placeOf(started);
  const db = openLibrary(folder);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(contradictionsOf(db)).toEqual([]);
    return contentsAt(folder, db);
  } finally {
    closeLibrary(db);
  }
}

/** Opens the library of a folder for the time of a test. */
export function opened(started: string): Moving {
  const moving = openAt(started);
  onTestFinished(() => moving.close());
  return moving;
}

export function newFolder(): string {
  return join(temporaryFolder(), 'made', 'new');
}

/** The names in a folder; none where it is not there. */
export function names(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
