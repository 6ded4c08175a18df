import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import { addCapture } from '../../db/captures.ts';
import { asLibraryError } from '../../db/errors.ts';
import { aFeed, anEntry, newLibrary, temporaryFolder } from './library.ts';

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('says that the disk is full, and keeps nothing of what did not fit', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages + 2}`);
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const error = thrownBy(() =>
    db.transaction(() => {
      db.prepare('DELETE FROM jobs').run();
      addCapture(db, {
        articleId,
        address: null,
        finalAddress: null,
        fileName: 'a',
        status: null,
        headers: [],
        fetchedAt: 1,
        bytes,
      });
    })(),
  );

  expect(asLibraryError('keep a page', error)).toMatchObject({
    kind: 'disk-full',
    message: 'library: cannot keep a page: the disk is full',
    cause: error,
  });
  expect(db.inTransaction).toBe(false);
  expect(db.prepare('SELECT count(*) FROM captures').pluck().get()).toBe(0);
});

test('names what the file system refuses', () => {
  const folder = temporaryFolder();
  const error = thrownBy(() => writeFileSync(join(folder, 'missing', 'file'), ''));
  expect(asLibraryError('keep a picture', error)).toMatchObject({
    kind: 'library',
    message: expect.stringMatching(/^library: cannot keep a picture: ENOENT/),
  });
});

test('leaves other errors as they are', () => {
  const own = new CarrelError('network', 'feed: no network');
  const fault = new TypeError('x is not a function');
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const constraint = thrownBy(() => newLibrary().exec('INSERT INTO counts VALUES (1,0,0,0,0,0)'));
  for (const error of [own, fault, refused, constraint, 'text', undefined]) {
    expect(asLibraryError('do it', error)).toBe(error);
  }
});
