import { parsePrintedDate } from './printed-dates.ts';
import { collapsed } from './dom.ts';
import type { PageElement } from './dom.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { NOTE_TEXT_MARK } from './note-numbers.ts';
import { comparable } from './comparable.ts';

/** What is known of the article, to recognise the lines that only repeat it. */
export interface Known {
  title: string;
  subtitle: string | null;
  authors: string[];
}

/** Bylines, dates and standfirsts stand within so many lines of the title. */
const HEAD_LINES = 12;

/** A part that holds more of the page's text than this is no furniture, whatever its name. */
const MOST_OF_TEXT = 0.4;

/**
 * Removes the lines that are not the article's text, though they stand with it:
 *
 * 1. all text before the title, where the title stands near the top;
 * 2. right after the title, what only repeats what is known: authors, dates, standfirst;
 * 3. anywhere, a line that sends the reader to another article: `Read more: …`.
 */
export function removeKnownLines(root: PageElement, known: Known): void {
  const lines = linesOf(root);
  const start = titleLine(lines, known.title);
  const before = lines.slice(0, Math.max(0, start));
  if (lengthOf(before) < lengthOf(lines) * MOST_OF_TEXT) for (const line of before) remove(line);
  const head = start === -1 ? [] : lines.slice(start + 1, start + 1 + HEAD_LINES);
  for (const line of head) if (repeatsKnown(line, known)) remove(line);
  removePointers(lines);
}

function lengthOf(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

/** What a note sends the reader to is its matter. */
function isOfNote(line: Line): boolean {
  const holder = line.nodes[0]?.parentNode ?? null;
  return holder !== null && holder.closest(`[${NOTE_TEXT_MARK}]`) !== null;
}

const RIGHTS =
  /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés).{0,80}$/iu;

/** Lines that point to other articles, and lists of links under such a line. */
function removePointers(lines: Line[]): void {
  let inList = false;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isLabel = line.text.length <= 60 && SENDS_AWAY.test(line.text);
    const isLink = linkedLength(line, LEADS_AWAY) >= line.text.length * 0.9;
    inList = isLabel
      ? next !== undefined && linkedLength(next, LEADS_AWAY) >= next.text.length * 0.9
      : inList && isLink;
    if ((inList || sendsAway(line)) && !isOfNote(line)) remove(line);
  }
}

/**
 * Removes what is left at the end of an article's text and is none: links to nowhere (`Print`,
 * `Discuss`), the line with the rights.
 */
export function trimEnd(root: PageElement): void {
  for (const line of linesOf(root).toReversed()) {
    const isNowhere = linkedLength(line, LEADS_NOWHERE) >= line.text.length * 0.6;
    if ((!isNowhere && !RIGHTS.test(line.text)) || isOfNote(line)) break;
    remove(line);
  }
}

/** The first heading with the title, else the first line with it; -1 where the page prints none. */
function titleLine(lines: Line[], title: string): number {
  const wanted = comparable(title);
  if (wanted === '') return -1;
  const same = [...lines.keys()].filter((index) => comparable(lines[index]?.text ?? '') === wanted);
  return (
    same.find((index) => lines[index]?.nodes[0]?.parentNode?.closest('h1, h2') !== null) ??
    same[0] ??
    -1
  );
}

const SMALL_WORDS =
  /\b(?:by|von|par|por|da|di|and|und|et|y|e|on|at|am|le|il|el|um|uhr|posted|published|updated|edited|modified|written|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|min|mins|minutes?|minuten|read|lesezeit|lecture|lectura|lettura|ago|hours?|[ap]\.?m|gmt|utc|c?est|bst|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day)\b/giu;

/** Whether a line holds only names of the authors, a date, or the standfirst. */
function repeatsKnown(line: Line, known: Known): boolean {
  const { text } = line;
  if (known.subtitle !== null && comparable(text) === comparable(known.subtitle)) return true;
  if (text.length > 220) return false;
  const nodes = line.nodes.filter((node) => node.parentNode?.closest('time') === null);
  const hasTime = nodes.length < line.nodes.length;
  let rest = collapsed(nodes.map((node) => node.textContent ?? '').join(' '));
  const hasDate = hasTime || parsePrintedDate(rest) !== undefined;
  const named = known.authors.filter((author) => rest.includes(author));
  for (const author of named) rest = rest.replaceAll(author, ' ');
  if (named.length === 0 && !hasDate) return false;
  if (named.length > 0 && hasDate) return true;
  // A date's month and weekday are at most two words; more is a sentence.
  const words = rest.replace(SMALL_WORDS, ' ').match(/\p{L}+/gu) ?? [];
  return words.length <= 2 && words.join('').length <= 24;
}

/** What sends a reader away, in the common languages, a line or more for each. */
const SENDS_AWAY = new RegExp(
  `^(?:${[
    'read (?:more|also|next|this)|(?:also )?on this page|also read|see also|more (?:on this|to read)|related(?: articles?| stories| reading)?|in case you missed it|icymi',
    'mehr zum thema|lesen sie (?:auch|mehr|dazu|hier)|lies (?:auch|mehr|dazu)|auch interessant|auch lesenswert|siehe auch|zum weiterlesen|lesetipps?|schon gelesen|mehr dazu|passend dazu',
    'à (?:lire|voir|découvrir)(?: aussi| également)?|(?:lire|voir) (?:aussi|également)|sur le même sujet',
    '(?:lea|lee|leer|vea|ver|mira|mire) (?:también|además|más)|puedes? ver|te (?:puede|podría) interesar|le puede interesar|te recomendamos|no te pierdas|mire(?=:)',
    '(?:leggi|vedi|guarda|ascolta) anche|leggi (?:tutto|altro)|potrebbe interessarti',
    '(?:leia|veja|confira|assista) (?:também|mais)|saiba mais',
    'lees (?:ook|meer|verder)|bekijk ook|zie ook',
    '(?:czytaj|przeczytaj|zobacz|sprawdź)(?: też| także| również| więcej)?',
    'читайте (?:также|ещё|еще|по теме|також|ще)|смотрите (?:также|ещё|еще)|(?:ещё|еще) по теме|по теме',
    'läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)',
    'čtěte (?:také|více|i)|přečtěte si|prečítajte si|olvasd? el|citește (?:și|și mai mult)|vezi și',
    'ayrıca oku\\p{L}*|ilgili haber|διαβάστε (?:επίσης|ακόμ[αη]|περισσότερα)|δείτε (?:επίσης|ακόμ[αη])',
    '関連記事|あわせて読みたい|相关阅读|延伸阅读|相關閱讀|延伸閱讀|관련 ?기사|اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)|xem thêm|baca juga',
  ].join('|')})[?!]?(?:\\s*[:：»›–-]|$|\\s)`,
  'iu',
);

function sendsAway(line: Line): boolean {
  if (line.text.length > 250 || !SENDS_AWAY.test(line.text)) return false;
  return linkedLength(line, LEADS_AWAY) >= line.text.length * 0.4;
}

const LEADS_AWAY = /^(?!#|javascript:|mailto:|\s*$)/i;
const LEADS_NOWHERE = /^(?:#|javascript:|\s*$)/i;

/** How many characters of a line stand in links to such addresses. */
function linkedLength(line: Line, address: RegExp): number {
  const linked = line.nodes.filter((node) => {
    const href = node.parentNode?.closest('a[href]')?.getAttribute('href');
    return typeof href === 'string' && address.test(href);
  });
  return linked.reduce((sum, node) => sum + collapsed(node.textContent).length, 0);
}

function remove(line: Line): void {
  for (const node of line.nodes) {
    const parent = node.parentNode;
    node.remove();
    if (parent?.localName === 'a' && collapsed(parent.textContent) === '') parent.remove();
  }
}
