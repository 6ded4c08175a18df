import { isElsewhere } from './elsewhere.ts';
import { BY, LABEL_ONLY, ROLE } from './byline-words.ts';
import type { PageElement } from './dom.ts';
import type { Head, HeadLine } from './head.ts';
import type { Line } from './lines.ts';
import { isPerson, namesOfByline, uniqueNames } from './names.ts';
import { printedDates } from './printed-dates.ts';
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
  const near = linesNear(head);
  yield { names: labelled(near), isGuess: false };
  yield { names: linked(near), isGuess: true };
  yield { names: besideDate(near), isGuess: true };
  yield { names: nextToDate(head.after) ?? nextToDate(head.before) ?? [], isGuess: true };
  yield { names: described(head.after), isGuess: true };
  yield { names: underText(lines), isGuess: false };
  yield { names: signed(lines), isGuess: true };
}

/** The names near the headline that a label says are those of the authors. */
export function labelledNames(head: Head): string[] {
  return labelled(linesNear(head));
}

function linesNear(head: Head): HeadLine[] {
  return [...head.after, ...head.before.toReversed()];
}

/** `By Ada Byron`; `Written by` and the name in the next line. */
function labelled(lines: readonly HeadLine[]): string[] {
  for (const [index, { text }] of lines.entries()) {
    if (text.length > LONGEST) continue;
    const isLabel = LABEL_ONLY.test(text);
    const next = lines[index + 1]?.text ?? '';
    if (isLabel && next.length <= 80) {
      const names = namesOfByline(next).filter(startsAsName);
      if (names.length > 0) return [...names, ...listedAfter(lines.slice(index + 1))];
    }
    if (isLabel || !BY.test(text)) continue;
    const names = namesOfByline(text).filter(startsAsName);
    const isShort = text.length <= 40 || printedDates(text).length > 0;
    if (names.some((name) => isPerson(name)) || (isShort && names.length > 0)) return names;
  }
  return [];
}

/** The names in the items of a list after its first: `<li>Ada Byron</li><li>Carl Orff</li>`. */
function listedAfter(lines: readonly { line: Line; text: string }[]): string[] {
  const listOf = ({ line }: { line: Line }): PageElement | null =>
    line.nodes[0]?.parentNode?.closest('li')?.parentNode ?? null;
  const [first, ...others] = lines;
  const list = first === undefined ? null : listOf(first);
  if (list === null) return [];
  const end = others.findIndex((one) => listOf(one) !== list || !isPerson(one.text));
  return others
    .slice(0, end === -1 ? MOST_LISTED : Math.min(end, MOST_LISTED))
    .map((one) => one.text);
}

const MOST_LISTED = 9;

function startsAsName(name: string): boolean {
  return /^[\p{Lu}\p{Lo}\p{N}@]/u.test(name) || /^\w{3,20}$/.test(name);
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

/** A date or what stands beside one, be it a date that can be read two ways. */
function isDated(text: string): boolean {
  if (text.length > LONGEST) return false;
  return (
    printedDates(text).length > 0 ||
    READING_TIME.test(text) ||
    /^\D{0,20}\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d{2}$/.test(text) ||
    /^(?:last )?updated:? \p{Lu}\p{L}+,? 20\d\d$/iu.test(text)
  );
}

/** A line that is a name and stands right over or under the date. */
function nextToDate(lines: readonly HeadLine[]): string[] | undefined {
  const at = lines.findIndex(({ text }) => isDated(text));
  if (at === -1) return undefined;
  for (const one of [lines[at - 1], lines[at + 1]]) {
    if (one === undefined || one.text.length > 60 || isSection(one)) continue;
    const names = namesOfByline(one.text);
    if (names.length > 0 && names.every((name) => isPerson(name))) return names;
  }
  return undefined;
}

/** What stands under a name on a card about its person. */
const UNDER_NAME =
  /^(?:alle (?:artikel|beiträge)|all (?:articles|posts|stories)|more (?:articles|posts|stories|from|by)|view (?:profile|bio|all)|see (?:all|full)|follow\b|articles by|tous (?:les|ses) articles)/i;

/** A line that is a name and over what its person is: `Ada Byron`, `Tech Writer`. */
function described(lines: readonly HeadLine[]): string[] {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]?.text ?? '';
    if (line.text.length > 40 || !isPerson(line.text) || isSection(line)) continue;
    if (UNDER_NAME.test(next) || (next.length <= 50 && ROLE.test(next))) {
      return [line.text];
    }
  }
  return [];
}

/** Whether a line is a link to a section or a topic, whose names look like persons' names. */
function isSection({ line }: HeadLine): boolean {
  const address = line.nodes[0]?.parentNode?.closest('a[href]')?.getAttribute('href') ?? '';
  return /(?:\/|[?&](?:\w+_)?)(?:categor|tag|topic|section|thema|rubri)/i.test(address);
}

/** Anywhere on the page: a label and a name in the next line; a name after `by` beside a date. */
function underText(lines: readonly Line[]): string[] {
  for (const [index, line] of lines.entries()) {
    const { text, nodes } = line;
    if (text.length > LONGEST) continue;
    const isLabel = /\s|\(s\)/.test(text) && LABEL_ONLY.test(text);
    const isDatedBy = INLINE_BY.test(text) && printedDates(text).length > 0;
    if ((!isLabel && !isDatedBy) || !isOwn(line)) continue;
    const names = isLabel
      ? [
          ...namesOfByline(lines[index + 1]?.text.slice(0, 80) ?? '').filter((name) =>
            isPerson(name),
          ),
          ...listedAfter(lines.slice(index + 1).map((one) => ({ line: one, text: one.text }))),
        ]
      : besideDate([{ line, text: spacedText(nodes) }]);
    if (names.length > 0) return names;
  }
  return [];
}

/** A signed article: a line under the text that begins as bylines do. */
function signed(lines: readonly Line[]): string[] {
  for (const line of lines) {
    if (line.text.length > LONGEST || !SIGNED.test(line.text) || !isOwn(line)) continue;
    const names = namesOfByline(spacedText(line.nodes)).filter((name) => isPerson(name));
    if (names.length > 0) return names;
  }
  return [];
}

function isOwn({ nodes }: Line): boolean {
  const parent = nodes[0]?.parentNode ?? null;
  return parent !== null && !isElsewhere(parent);
}

const SIGNED =
  /^(?:(?:this\s+(?:post|article)\s+was\s+)?written by|article by|posted by|posted on .{6,30} by|post by|words by|story by|author\b|autor(?:in|en)?\b|von\s\p{Lu}\p{Ll}+\s\p{Lu}|by\s\p{Lu}\p{Ll}+\s\p{Lu}|text:|redaktion:|责任编辑|責任編輯)/iu;
