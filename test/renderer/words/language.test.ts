import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDuration,
  formatLong,
  formatNames,
  formatNear,
  formatNumber,
  formatShort,
} from '../../../renderer/format.ts';
import { de } from '../../../renderer/words/de.ts';
import { en } from '../../../renderer/words/en.ts';
import { language, languageFor, words } from '../../../renderer/words/language.ts';
import { plural } from '../../../renderer/words/plural.ts';
import { speak } from '../../../renderer/words/speak.ts';

const at = (year: number, month: number, day: number, hour = 12): number =>
  new Date(year, month - 1, day, hour).getTime();

afterEach(() => speak('en'));

describe('the language is', () => {
  test.each([
    ['the one that is set, whatever the reader’s own are', 'en', ['de'], 'en'],
    ['the first of the reader’s own that is known', 'system', ['fr', 'de', 'en'], 'de'],
    ['that of a region of it', 'system', ['de-AT'], 'de'],
    ['English where none of the reader’s own is known', 'system', ['fr', 'ja'], 'en'],
    ['English where the reader has none', 'system', [], 'en'],
  ] as const)('%s', (_, setting, preferred, spoken) => {
    expect(languageFor(setting, preferred)).toBe(spoken);
  });
});

test('of two choices, one soon after the other, only the last is ever spoken', async () => {
  const root = document.documentElement;
  const before: (string | null)[] = [];
  const observer = new MutationObserver((records) => {
    before.push(...records.map(({ oldValue }) => oldValue));
  });
  observer.observe(root, { attributeFilter: ['lang'], attributeOldValue: true });
  await Promise.all([speak('de'), speak('en')]);
  observer.disconnect();
  expect(before).not.toContain('de');
  expect(root.lang).toBe('en');
  expect(language()).toBe('en');
});

/** What German and English call the same. */
const common = new Set(['ltr', 'Esc', 'Text', 'Name', 'Token', 'Feed', 'Status', 'Sepia']);

test('no German entry is the English one, but for words that both have', () => {
  expect(sameIn(de, en).filter((entry) => !common.has(entry))).toEqual([]);
});

describe('in English', () => {
  test('one of a thing has a form of its own', () => {
    expect(words().common.countedArticles(0)).toBe('0 articles');
    expect(words().common.countedArticles(1)).toBe('1 article');
    expect(words().common.countedArticles(1234)).toBe('1,234 articles');
    expect(words().article.picturesOf(1, 1)).toBe('1 of 1 picture');
    expect(words().article.picturesOf(1, 3)).toBe('1 of 3 pictures');
  });

  test('a category that a language does not name is its other', () => {
    expect(plural(1, { other: '# unread' })).toBe('1 unread');
  });
});

describe('in German', () => {
  beforeEach(() => speak('de'));

  test('one of a thing has a form of its own', () => {
    expect(words().article.pictures(1)).toBe('1 Bild');
    expect(words().article.pictures(2)).toBe('2 Bilder');
    expect(words().article.picturesOf(1, 3)).toBe('1 von 3 Bildern');
    expect(words().feed.everyHours(1)).toBe('Jede Stunde');
    expect(words().feed.everyHours(3)).toBe('Alle 3 Stunden');
  });

  test('numbers, sizes and names are written as German writes them', () => {
    expect(formatNumber(12_345.5)).toBe('12.345,5');
    expect(formatBytes(640)).toBe('640 Byte');
    expect(formatBytes(4_800_000)).toMatch(/^4,8\sMB$/u);
    expect(formatDuration(4320)).toBe('1 h 12 min');
    expect(formatNames(['Ada', 'Bo', 'Cy'], null)).toBe('Ada, Bo und Cy');
  });

  test('days have their German names', () => {
    const now = at(2026, 3, 11, 9);
    expect(formatShort(at(2026, 3, 10), now)).toBe('Gestern');
    expect(formatShort(at(2026, 3, 6), now)).toBe('Freitag');
    expect(formatLong(at(2026, 3, 9))).toMatch(/^9\. März 2026 um 12:00/u);
    expect(formatNear(at(2026, 3, 12, 9), now)).toMatch(/^morgen um 0?9:00.*Uhr$/u);
    expect(formatNear(at(2026, 3, 17, 9), now)).toMatch(/^am Dienstag um 0?9:00.*Uhr$/u);
  });
});

/** The strings that stand at one place in both of two catalogues. */
function sameIn(one: object, other: object): string[] {
  const others = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).flatMap(([key, entry]: [string, unknown]) => {
    const counterpart = others.get(key);
    if (typeof entry === 'string') return entry === counterpart ? [entry] : [];
    if (!isGroup(entry) || !isGroup(counterpart)) return [];
    return sameIn(entry, counterpart);
  });
}

function isGroup(entry: unknown): entry is object {
  return typeof entry === 'object' && entry !== null;
}
