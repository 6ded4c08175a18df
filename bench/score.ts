import type { PictureTruth, Truth } from './corpus.ts';

/** What an extractor gave of a page. */
export interface Given {
  text: string;
  title: string;
  /** Names, however joined. */
  author: string;
  /** With the day as the page writes it. */
  date: string;
  pictures: GivenPicture[];
}

export interface GivenPicture {
  /** All addresses given for it. */
  urls: string[];
  caption: string;
  credit: string;
  /** Pictures with the same number were given as one gallery. */
  gallery: number | null;
}

/** A page's truth, and what was given for it. */
export interface Case<T = Truth> {
  truth: T;
  given: Given;
}

/** Letters, numbers and the underscore, as `\w` of Python's `re` has them. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function bagOf(items: string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const item of items) bag.set(item, (bag.get(item) ?? 0) + 1);
  return bag;
}

/** How many items two bags have in common, and in all. */
function overlap(one: string[], other: string[]): { common: number; one: number; other: number } {
  const bag = bagOf(one);
  let common = 0;
  for (const item of other) {
    const left = bag.get(item) ?? 0;
    if (left === 0) continue;
    bag.set(item, left - 1);
    common += 1;
  }
  return { common, one: one.length, other: other.length };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function harmonic(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}

/** **Word F1**: bags of words in lower case, page by page; the mean of the pages' F1. */
export function wordF1(cases: Case[]): number {
  return mean(
    cases.map(({ truth, given }) => {
      const wanted = tokens((truth.text ?? '').toLowerCase());
      const got = tokens(given.text.toLowerCase());
      if (wanted.length === 0 || got.length === 0) return wanted.length === got.length ? 1 : 0;
      const { common } = overlap(wanted, got);
      return harmonic(common / got.length, common / wanted.length);
    }),
  );
}

/**
 * **Four-gram F1**: multisets of four words in a row. Precision and recall are means over the pages
 * that have any, F1 is that of the means.
 */
export function fourGramF1(cases: Case[]): number {
  const precision: number[] = [];
  const recall: number[] = [];
  for (const { truth, given } of cases) {
    const wanted = shingles(truth.text ?? '');
    const got = shingles(given.text);
    const { common } = overlap(wanted, got);
    if (got.length > 0) precision.push(common / got.length);
    if (wanted.length > 0) recall.push(common / wanted.length);
  }
  return harmonic(mean(precision), mean(recall));
}

function shingles(text: string): string[] {
  const words = tokens(text);
  // A text of fewer words is one shingle.
  const count = words.length === 0 ? 0 : Math.max(1, words.length - 3);
  return Array.from({ length: count }, (_, at) => words.slice(at, at + 4).join('\u0001'));
}

/** **With / without**: phrases that must be in or out, all pages' together. */
export function phraseF1(cases: Case[]): number {
  let [found, missed, wrong] = [0, 0, 0];
  const normal = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  for (const { truth, given } of cases) {
    const text = normal(given.text);
    const isIn = (phrase: string): boolean => text.includes(normal(phrase));
    const inside = truth.with.filter(isIn).length;
    found += inside;
    missed += truth.with.length - inside;
    wrong += truth.without.filter(isIn).length;
  }
  return harmonic(found / (found + wrong), found / (found + missed));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** **Title, author, date**: of the pages of which it is known, the share where ours is equal. */
export function titleRate(cases: Case[]): number {
  return rate(cases, 'title', (wanted, { title }) => fold(title) === fold(wanted));
}

/** Names as a set of words. */
export function authorRate(cases: Case[]): number {
  return rate(cases, 'author', (wanted, { author }) => nameWords(author) === nameWords(wanted));
}

export function dateRate(cases: Case[]): number {
  return rate(cases, 'date', (wanted, { date }) => dayOf(date) === dayOf(wanted));
}

function rate(
  cases: Case[],
  field: 'title' | 'author' | 'date',
  isEqual: (wanted: string, given: Given) => boolean,
): number {
  const known = cases.flatMap(({ truth, given }) => {
    const wanted = truth[field] ?? '';
    return wanted === '' ? [] : [isEqual(wanted, given) ? 1 : 0];
  });
  return mean(known);
}

function nameWords(names: string): string {
  const listed = names
    .replace(/^\s*(?:by|von|par|por|di|från|od)\s+/i, '')
    .replace(/\b(?:and|und|et|y|e)\b|[,;&|]/gi, ' ');
  return [...new Set(fold(listed).split(' '))].toSorted().join(' ');
}

function dayOf(date: string): string {
  const written = /\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  if (written !== undefined || date === '') return written ?? '';
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}

export interface PictureScore {
  /** Of all pictures that are the articles', those given; of those given, the articles'. */
  recall: number;
  precision: number;
  /** Of the pictures with a printed caption, those with this caption. */
  captions: number;
  /** Of the galleries, those of which nine tenths were given as one, in order. */
  galleries: number;
}

/** **Pictures, captions, galleries**, all pages' together. A picture is known by its key. */
export function pictureScore(cases: Case<PictureTruth>[]): PictureScore {
  const counts = { named: 0, found: 0, given: 0, right: 0, printed: 0, captioned: 0 };
  let [groups, recognised] = [0, 0];
  for (const { truth, given } of cases) {
    const keys = truth.pictures.map(({ key }) => key);
    const keyed = given.pictures.map((picture) => keyIn(keys, picture));
    const found = new Set(keyed.filter((key) => key !== null));
    counts.named += keys.length;
    counts.found += found.size;
    counts.right += keyed.filter((key) => key !== null).length;
    counts.given += given.pictures.filter((one) => keyIn(truth.optional, one) === null).length;
    for (const { key, caption } of truth.pictures) {
      if (caption === '') continue;
      counts.printed += 1;
      const picture = given.pictures[keyed.indexOf(key)];
      if (picture !== undefined && hasCaption(picture, caption)) counts.captioned += 1;
    }
    groups += truth.galleries.length;
    recognised += truth.galleries.filter((group) => isGivenAsOne(group, keyed, given)).length;
  }
  return {
    recall: counts.found / counts.named,
    precision: counts.right / counts.given,
    captions: counts.captioned / counts.printed,
    galleries: groups === 0 ? 1 : recognised / groups,
  };
}

/** The key that is part of one of a picture's addresses. */
function keyIn(keys: string[], { urls }: GivenPicture): string | null {
  const addresses = urls.map(plainAddress);
  return keys.find((key) => addresses.some((one) => one.includes(plainAddress(key)))) ?? null;
}

function plainAddress(address: string): string {
  try {
    return decodeURIComponent(address).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
}

/** A caption is printed with its credit or without. */
function hasCaption({ caption, credit }: GivenPicture, printed: string): boolean {
  const wanted = fold(printed);
  return [caption, `${caption} ${credit}`].some((one) => fold(one) === wanted);
}

const OF_A_GALLERY = 0.9;

function isGivenAsOne(group: string[], keyed: (string | null)[], { pictures }: Given): boolean {
  const places = group.map((key) => keyed.indexOf(key)).filter((place) => place >= 0);
  const byGallery = Map.groupBy(places, (place) => pictures[place]?.gallery ?? null);
  byGallery.delete(null);
  return [...byGallery.values()].some(
    (together) =>
      together.length >= OF_A_GALLERY * group.length &&
      together.every((place, at) => at === 0 || place > (together[at - 1] ?? 0)),
  );
}
