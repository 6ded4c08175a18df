import { BY, LABEL_ONLY } from './byline-words.ts';
import type { Head, HeadLine } from './head.ts';
import type { Line } from './lines.ts';
import { isPerson, namesOfByline, uniqueNames } from './names.ts';
import { printedDates } from './printed-dates.ts';
import { isAside } from './regions.ts';
import { spacedText } from './spaced.ts';

interface Printed {
  names: string[];
  isGuess: boolean;
}

/** Longer lines that begin with `By` or `Von` are sentences; characters. */
const LONGEST = 120;

/** Addresses of pages about a person. */
const PROFILE =
  /\/(?:authors?|autor(?:en|es)?|people|person|profiles?|team|staff|contributors?|writers?|redakteure?|by|user|users|member|journalists?)\/[^/]/i;

/** What stands beside a name when a line holds one: how long the text takes to read. */
const READING_TIME = /\b\d+\s*(?:-|\s)?(?:min(?:ute)?s?|minuten|minutos|minuti)\b/i;

/**
 * Names printed near the headline without a mark in the source, most telling first: a line that
 * begins as bylines do, a link to a profile, names beside the date, a name over or under the date.
 */
export function* printedBylines(head: Head, lines: readonly Line[]): Generator<Printed> {
  const near = [...head.after, ...head.before.toReversed()];
  yield { names: labelled(near), isGuess: false };
  yield { names: linked(near), isGuess: true };
  yield { names: besideDate(near), isGuess: true };
  yield { names: nextToDate(head.after) ?? nextToDate(head.before) ?? [], isGuess: true };
  yield { names: atTheEnd(lines), isGuess: true };
}

/** `By Ada Byron`; `Written by` and the name in the next line. */
function labelled(lines: readonly HeadLine[]): string[] {
  for (const [index, { text }] of lines.entries()) {
    if (text.length > LONGEST) continue;
    const isLabel = LABEL_ONLY.test(text);
    const next = lines[index + 1]?.text ?? '';
    if (isLabel && next.length <= 80) {
      const names = namesOfByline(next).filter(startsAsName);
      if (names.length > 0) return names;
    }
    if (isLabel || !BY.test(text)) continue;
    const names = namesOfByline(text).filter(startsAsName);
    if (names.some((name) => isPerson(name)) || (text.length <= 40 && names.length > 0))
      return names;
  }
  return [];
}

function startsAsName(name: string): boolean {
  return /^[\p{Lu}\p{Lo}@]/u.test(name) || /^\w{3,20}$/.test(name);
}

function linked(lines: readonly HeadLine[]): string[] {
  const names = lines.flatMap(({ line }) =>
    line.nodes
      .filter((node) =>
        PROFILE.test(node.parentNode?.closest('a[href]')?.getAttribute('href') ?? ''),
      )
      .flatMap((node) => namesOfByline(node.textContent ?? '')),
  );
  return uniqueNames(names)
    .filter((name) => isPerson(name))
    .slice(0, 4);
}

/** Names in the line of the date: `11.12.2019 - Amelie Loevenich`. */
function besideDate(lines: readonly HeadLine[]): string[] {
  for (const { text } of lines) {
    if (text.length > LONGEST) continue;
    const dates = printedDates(text);
    if (dates.length === 0 && !READING_TIME.test(text)) continue;
    const rest = dates
      .toReversed()
      .reduce((left, { start, end }) => `${left.slice(0, start)} | ${left.slice(end)}`, text);
    const by = INLINE_BY.exec(rest);
    const after = by === null ? [] : namesOfByline(rest.slice(by.index + by[0].length));
    if (after.length > 0) return after;
    const names = namesOfByline(rest).filter((name) => isPerson(name));
    if (names.length > 0) return names;
  }
  return [];
}

/** Within a line that has a date, what follows is a name, be it a nickname: `Posted | by ada`. */
const INLINE_BY =
  /(?:^|\s)(?:by|von|par|por|door|przez|av|af|di)\s+(?=[\p{Lu}\p{Lo}@]|[\w.-]{3,20}\s*(?:\||$|in\s|on\s))/u;

/** A line that is a name and stands right over or under the date. */
function nextToDate(lines: readonly HeadLine[]): string[] | undefined {
  const at = lines.findIndex(
    ({ text }) =>
      text.length <= LONGEST && (printedDates(text).length > 0 || READING_TIME.test(text)),
  );
  if (at === -1) return undefined;
  for (const one of [lines[at - 1], lines[at + 1]]) {
    if (one === undefined || one.text.length > 60 || isSection(one)) continue;
    const names = namesOfByline(one.text);
    if (names.length > 0 && names.every((name) => isPerson(name))) return names;
  }
  return undefined;
}

/** Whether a line is a link to a section or a topic, whose names look like persons' names. */
function isSection({ line }: HeadLine): boolean {
  const address = line.nodes[0]?.parentNode?.closest('a[href]')?.getAttribute('href') ?? '';
  return /\/(?:categor|tag|topic|section|thema|rubri)/i.test(address);
}

/** A signed article: a line under the text that begins as bylines do. */
function atTheEnd(lines: readonly Line[]): string[] {
  for (const { text, nodes } of lines.slice(10)) {
    if (text.length > LONGEST || !SIGNED.test(text)) continue;
    const parent = nodes[0]?.parentNode ?? null;
    if (parent === null || isAside(parent)) continue;
    const names = namesOfByline(spacedText(nodes)).filter((name) => isPerson(name));
    if (names.length > 0) return names;
  }
  return [];
}

const SIGNED =
  /^(?:(?:this\s+(?:post|article)\s+was\s+)?written by|article by|posted by|posted on .{6,30} by|post by|words by|story by|author\b|autor(?:in|en)?\b|von\s\p{Lu}\p{Ll}+\s\p{Lu}|by\s\p{Lu}\p{Ll}+\s\p{Lu}|text:|redaktion:|责任编辑|責任編輯)/iu;
