import { expect, test } from 'vitest';
import { getFeed, removeFeed } from '../../db/feeds.ts';
import { failIcon, iconAddressOf, keepIcon, wantIcon } from '../../db/icons.ts';
import { forgetMedia, unusedMedia, type KeptFile } from '../../db/media.ts';
import { aFeed, newLibrary } from './library.ts';

const DAY_MS = 24 * 60 * 60_000;
const ADDRESS = 'https://a.example/icon.png';

function anIcon(digit: string): KeptFile {
  return { sha256: digit.repeat(64), type: 'image/png', width: 32, height: 32, sizeBytes: 99 };
}

test('looks for no icon of a feed that is gone', () => {
  const db = newLibrary();
  expect(wantIcon(db, 7, ADDRESS, 1000)).toBe(false);
  expect(iconAddressOf(db, 7)).toBeNull();
});

test('looks for an icon until one was looked for, and after a failure a week later', () => {
  const db = newLibrary();
  const id = aFeed(db, 'a');
  expect(wantIcon(db, id, null, 1000)).toBe(true);
  expect(wantIcon(db, id, null, 1000)).toBe(true);
  failIcon(db, id, 1000);
  expect(wantIcon(db, id, null, 1000 + 7 * DAY_MS - 1)).toBe(false);
  expect(wantIcon(db, id, null, 1000 + 7 * DAY_MS)).toBe(true);
  keepIcon(db, id, anIcon('1'), 2000);
  expect(wantIcon(db, id, null, 1000 + 70 * DAY_MS)).toBe(false);
});

test('looks once more where the feed names another icon, and not where it names none', () => {
  const db = newLibrary();
  const id = aFeed(db, 'a');
  expect(wantIcon(db, id, ADDRESS, 1000)).toBe(true);
  keepIcon(db, id, anIcon('1'), 1000);
  expect(wantIcon(db, id, ADDRESS, 2000)).toBe(false);
  expect(wantIcon(db, id, null, 2000)).toBe(false);
  expect(wantIcon(db, id, `${ADDRESS}?2`, 2000)).toBe(true);
  expect(iconAddressOf(db, id)).toBe(`${ADDRESS}?2`);
});

test('an icon stays when another is not found, and goes with its feed', () => {
  const db = newLibrary();
  const id = aFeed(db, 'a');
  keepIcon(db, id, anIcon('1'), 1000);
  failIcon(db, id, 2000);
  expect(getFeed(db, id)?.icon).toBe('1'.repeat(64));
  expect(forgetMedia(db, '1'.repeat(64))).toBe(false);
  keepIcon(db, id, anIcon('2'), 3000);
  expect(unusedMedia(db)).toEqual(['1'.repeat(64)]);
  removeFeed(db, id);
  expect(unusedMedia(db)).toEqual(['1'.repeat(64), '2'.repeat(64)]);
});
