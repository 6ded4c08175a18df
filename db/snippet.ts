import type { Snippet } from '../contract/types.ts';
import { hasMark, isUnspaced } from './spaced.ts';

/** A word that was typed, in lower case; `isBegun` where it may be the beginning of one. */
export interface Sought {
  word: string;
  isBegun: boolean;
}

/** About so many characters around the first of what was found, 32 words of English. */
const BEFORE = 40;
const AFTER = 160;

/** So many places of each word are looked at for one that has the other words beside it. */
const PLACES = 5;

/** What the index takes for part of a word (the tokenizer's categories in the schema). */
const PART_OF_WORD = /[\p{L}\p{N}\p{M}\p{Co}]/u;

interface Found {
  start: number;
  end: number;
}

/**
 * Where the words stand in a text, as they were typed. Not all that the index finds is found so:
 * it takes accents and what stands between letters for nothing.
 * @returns for each word its places, in order; `undefined` where the text cannot be looked at so
 */
export function placesOf(text: string, words: readonly Sought[]): Found[][] | undefined {
  if (hasMark(text)) return undefined;
  const lower = text.toLowerCase();
  // A few letters become two; then no place in the one is a place in the other.
  if (lower.length !== text.length) return undefined;
  return words.map((sought) => placesOfWord(lower, sought));
}

function placesOfWord(lower: string, { word, isBegun }: Sought): Found[] {
  const places: Found[] = [];
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + 1)) {
    const last = at + word.length;
    if (goesOn(lower, at)) continue;
    const end = isBegun ? endOfWord(lower, last) : last;
    if (!isBegun && goesOn(lower, last)) continue;
    places.push({ start: at, end });
  }
  return places;
}

/** Whether a word goes on over a place in a text. */
function goesOn(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = characterAt(text, at);
  return isPart(before) && isPart(after) && !isUnspaced(before) && !isUnspaced(after);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && goesOn(text, end)) end += characterAt(text, end).length;
  return end;
}

function isPart(character: string): boolean {
  return PART_OF_WORD.test(character);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff;
  return at === 0 ? '' : text.slice(at - (isPair ? 2 : 1), at);
}

/** A whole text as runs, with what was found marked. */
export function markAll(text: string, places: Found[][]): Snippet {
  return marked(text, { start: 0, end: text.length }, places);
}

/** The part of a text that has most of the words, as runs, with what was found in it marked. */
export function markPart(text: string, places: Found[][]): Snippet {
  const [first] = places
    .flatMap((ofWord) => ofWord.slice(0, PLACES))
    .map((place) => ({ place, has: wordsWithin(places, windowAt(text, place.start)) }))
    .toSorted((a, b) => b.has - a.has || a.place.start - b.place.start);
  const window = windowAt(text, first?.place.start ?? 0);
  const runs = marked(text, window, places);
  if (window.start > 0) runs.unshift(['…', false]);
  if (window.end < text.length) runs.push(['…', false]);
  return runs;
}

/** From a space to a space, about as long as two lines of the list. */
function windowAt(text: string, at: number): Found {
  const from = Math.max(0, at - BEFORE);
  const space = from === 0 ? -1 : text.slice(from, at).search(/\s\S/u);
  const start = from === 0 ? 0 : space === -1 ? at : from + space + 1;
  const until = Math.min(text.length, at + AFTER);
  const last = until === text.length ? until : text.lastIndexOf(' ', until);
  const end = last > at ? last : until;
  return { start, end: splitsPair(text, end) ? end + 1 : end };
}

function splitsPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function wordsWithin(places: Found[][], window: Found): number {
  const isIn = ({ start, end }: Found): boolean => start >= window.start && end <= window.end;
  return places.filter((ofWord) => ofWord.some(isIn)).length;
}

function marked(text: string, window: Found, places: Found[][]): Snippet {
  const within = places
    .flat()
    .filter(({ start, end }) => start >= window.start && end <= window.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const runs: Snippet = [];
  let at = window.start;
  for (const { start, end } of within) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) runs.push([text.slice(at, from), false]);
    runs.push([text.slice(from, end), true]);
    at = end;
  }
  if (at < window.end) runs.push([text.slice(at, window.end), false]);
  return runs;
}
