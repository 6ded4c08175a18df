import { CarrelError } from '../../../contract/errors.ts';
import { decodeAs } from './decode.ts';
import { guessEncoding } from './guess-encoding.ts';
import { directionOf } from './language.ts';
import { MAX_CHARACTERS } from './source.ts';
import { judgeLines, leftoverKinds } from './leftovers.ts';
import { comparable } from './comparable.ts';
import type { ExtractedArticle } from './types.ts';
import { escapeHtml } from './vocabulary.ts';
import { countWords } from './words.ts';

/** Control characters that do not occur in text, and what cannot be decoded. */
const STRANGE = /[^\P{Cc}\s\u0085]|\ufffd/gu;

/** Lines of at most this length, nearly all of them, were broken by a typewriter's habit. */
const HARD_WRAP = 90;

/**
 * Reads a plain text file as an article: its first real line is the title, the rest paragraphs.
 *
 * 1. Decode: byte order mark, UTF-8, else guessed. Refuse what is not text.
 * 2. Drop the leftovers of a lightbox, and the title where it is repeated among them.
 * 3. Part into paragraphs: at blank lines (white space and no-break spaces count as none); where
 *    there are none, each line is one, unless lines were broken at a fixed width.
 *
 * @throws CarrelError `not-text` when the bytes are not text; `too-large`; `no-article` when there
 *   is none.
 */
export function extractTextFile(input: { bytes: Uint8Array; name: string }): ExtractedArticle {
  const text = decodeText(input.bytes);
  if (text === null) {
    throw new CarrelError('not-text', `import: cannot open ${input.name}: it is not a text file`);
  }
  if (text.length > MAX_CHARACTERS)
    throw new CarrelError(
      'too-large',
      `import: cannot open ${input.name}: it has more than 10 million characters`,
    );
  const lines = text.split(/\r\n?|[\n\f\u0085\u2028\u2029]/u).map(clean);
  const real = lines.filter((line) => line !== '');
  const title = real.find((line) => leftoverKinds(line) === null);
  if (title === undefined) {
    throw new CarrelError('no-article', `extract: no article found in ${input.name}: it is empty`);
  }
  const paragraphs = paragraphsOf(lines, title);
  const body = paragraphs.join('\n');
  return {
    title: shortened(title),
    html: paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join(''),
    text: body,
    wordCount: countWords(body),
    pictures: [],
    language: null,
    direction: directionOf(null, null, `${title}\n${body}`),
    subtitle: null,
    section: null,
    authors: [],
    siteName: null,
    publishedAt: null,
    publishedZone: null,
    modifiedAt: null,
    modifiedZone: null,
    canonicalAddress: null,
    nextAddress: null,
  };
}

/** The text, or `null` for bytes that are none: a picture, an archive, a program. */
function decodeText(bytes: Uint8Array): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const text = decodeAs(bytes, marked ?? guessEncoding(bytes)) ?? '';
  const sample = text.slice(0, 65_536);
  const strange = sample.match(STRANGE)?.length ?? 0;
  if (sample.includes('\0\0') || strange > sample.length / 100) return null;
  return text.replaceAll('\0', '').toWellFormed();
}

function clean(line: string): string {
  return line.replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, ' ').trim();
}

function paragraphsOf(lines: string[], title: string): string[] {
  const real = lines.flatMap((text, at) => (text === '' ? [] : [{ text, at }]));
  const wanted = comparable(title);
  const isTitle = (text: string): boolean => comparable(text) === wanted;
  const { leftovers, captions } = judgeLines(
    real.map(({ text }) => text),
    isTitle,
    // The first and the last line of a saved page are what stood in its corners.
    (index) => real.length > 3 && (index === 0 || index === real.length - 1),
  );
  const first = real.findIndex(({ text }) => text === title);
  const kept = real.filter(
    (_line, index) => index !== first && !leftovers.has(index) && !captions.has(index),
  );
  const from = real[first]?.at ?? 0;
  const body = kept.filter(({ at }) => at > from || captions.size > 0);
  return joinLines(body, lines);
}

function joinLines(body: { text: string; at: number }[], lines: string[]): string[] {
  const isBlank = (at: number): boolean => lines[at] === '';
  const hasBlanks = body.some(({ at }, index) => index > 0 && isBlank(at - 1));
  const wrapped = isHardWrapped(body.map(({ text }) => text));
  if (!hasBlanks && !wrapped) return body.map(({ text }) => text);
  const paragraphs: string[] = [];
  for (const [index, { text, at }] of body.entries()) {
    const before = body[index - 1];
    const goesOn = before !== undefined && before.at === at - 1;
    // Without blank lines, a paragraph ends where its last line is short and a sentence ends.
    const endsHere =
      !hasBlanks &&
      before !== undefined &&
      before.text.length < HARD_WRAP / 2 &&
      /[.!?…。！？"”»]$/u.test(before.text);
    if (goesOn && !endsHere)
      paragraphs.push(`${paragraphs.pop() ?? ''}${glue(before.text, text)}${text}`);
    else paragraphs.push(text);
  }
  return paragraphs;
}

/** Many lines, nearly all of nearly the same moderate length. */
function isHardWrapped(lines: string[]): boolean {
  if (lines.length < 4) return false;
  const full = lines.filter((line) => line.length > HARD_WRAP / 2 && line.length <= HARD_WRAP);
  return full.length > lines.length * 0.6 && lines.every((line) => line.length <= HARD_WRAP);
}

/** A line break is a space, but not between characters of scripts that write none. */
function glue(before: string, after: string): string {
  return /[\u3000-\u9fff\uff00-\uffef]$/u.test(before) &&
    /^[\u3000-\u9fff\uff00-\uffef]/u.test(after)
    ? ''
    : ' ';
}

/** A file may be one long line. */
function shortened(title: string): string {
  return title.length <= 300 ? title : `${title.slice(0, 299).toWellFormed()}…`;
}
