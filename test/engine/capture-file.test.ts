import { expect, test } from 'vitest';
import { captureFile } from '../../main/engine/capture-file.ts';
import { aCapture, aFeed, anEntry, newLibrary } from '../db/library.ts';

function anArticle(db: ReturnType<typeof newLibrary>): number {
  return anEntry(db, aFeed(db, 'a'), 1).articleId;
}

test('a capture that is not there is none', () => {
  expect(captureFile(newLibrary(), 7)).toBeNull();
});

test('a capture whose bytes are others now is an error, and no bytes', () => {
  const db = newLibrary();
  const id = aCapture(db, anArticle(db), '<p>One');
  db.prepare('UPDATE captures SET sha256 = ? WHERE id = ?').run('0'.repeat(64), id);
  expect(() => captureFile(db, id)).toThrow('its bytes are not those that were kept');
});

test('a page that was fetched has the type that its server said, and the address that answered', () => {
  const db = newLibrary();
  const id = aCapture(db, anArticle(db), '<p>One', {
    address: 'https://a.example/r',
    finalAddress: 'https://a.example/one',
    headers: [['Content-Type', 'text/html; charset=koi8-r']],
  });
  expect(captureFile(db, id)).toMatchObject({
    type: 'text/html; charset=koi8-r',
    address: 'https://a.example/one',
  });
});

test('a page that was brought in has the type that its bytes say, and its address on the web', () => {
  const db = newLibrary();
  const id = aCapture(db, anArticle(db), '<!doctype html><p>One', {
    address: 'https://a.example/one',
    finalAddress: 'saved://0123456789abcdef/',
    fileName: 'one.html',
  });
  const file = captureFile(db, id);
  expect(file).toMatchObject({ type: 'text/html', address: 'https://a.example/one' });
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('<!doctype html><p>One');
});
