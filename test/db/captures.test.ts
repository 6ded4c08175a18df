import { expect, test } from 'vitest';
import { addCapture, getCapture, type NewCapture } from '../../db/captures.ts';
import type { Db } from '../../db/open.ts';
import { aFeed, anEntry, newLibrary } from './library.ts';

function aCapture(db: Db, articleId: number, bytes: Uint8Array, changes: Partial<NewCapture> = {}) {
  return addCapture(db, {
    articleId,
    address: 'https://paper.example/1',
    finalAddress: 'https://paper.example/one',
    fileName: null,
    status: 200,
    headers: [['Content-Type', 'text/html']],
    fetchedAt: 1234,
    bytes,
    ...changes,
  });
}

test('keeps no capture of an article that is not there', () => {
  expect(() => aCapture(newLibrary(), 1, Buffer.from('x'))).toThrow('FOREIGN KEY');
});

test('gives back what was sent, byte for byte', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  for (const bytes of [
    Buffer.from('<p>Hello</p>'.repeat(5000)),
    crypto.getRandomValues(new Uint8Array(2000)),
    new Uint8Array(0),
  ]) {
    const { captureId } = aCapture(db, articleId, bytes);
    const capture = getCapture(db, captureId);
    expect(Buffer.compare(capture?.bytes ?? Buffer.from('none'), bytes)).toBe(0);
    expect(capture).toMatchObject({
      id: captureId,
      articleId,
      address: 'https://paper.example/1',
      finalAddress: 'https://paper.example/one',
      fileName: null,
      status: 200,
      headers: [['Content-Type', 'text/html']],
      fetchedAt: 1234,
    });
  }
  expect(getCapture(db, 99)).toBeUndefined();
});

test('adds nothing when the same bytes come again', () => {
  const db = newLibrary();
  const feed = aFeed(db, 'a');
  const { articleId } = anEntry(db, feed, 1);
  const first = aCapture(db, articleId, Buffer.from('one'));
  const again = aCapture(db, articleId, Buffer.from('one'), { fetchedAt: 5678 });
  expect([first.isNew, again]).toEqual([true, { ...first, isNew: false }]);
  expect(aCapture(db, articleId, Buffer.from('two')).isNew).toBe(true);
  expect(aCapture(db, articleId, Buffer.from('one')).isNew).toBe(true);
  expect(aCapture(db, anEntry(db, feed, 2).articleId, Buffer.from('one')).isNew).toBe(true);
});

test('does not give out bytes that are not those that were kept', () => {
  const db = newLibrary();
  const { articleId } = anEntry(db, aFeed(db, 'a'), 1);
  const one = aCapture(db, articleId, Buffer.from('one')).captureId;
  const two = aCapture(db, articleId, Buffer.from('two')).captureId;
  db.prepare(
    'UPDATE captures SET body = (SELECT body FROM captures WHERE id = ?) WHERE id = ?',
  ).run(one, two);
  db.prepare('UPDATE captures SET body = ? WHERE id = ?').run(Buffer.from('garbage'), one);
  for (const id of [one, two]) {
    expect(() => getCapture(db, id)).toThrow(
      `capture: cannot read capture ${id} of article ${articleId}: its bytes are not those`,
    );
  }
});
