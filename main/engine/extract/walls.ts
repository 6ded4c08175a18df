import { WALLS } from './wall-words.ts';
import type { Wall } from './wall-words.ts';
import { countWords } from './words.ts';

/** Shorter lines say little: `Imprint`, `Privacy`, `Forgot your password?`; words. */
const SHORTEST_SENTENCE = 6;

/** Of what says something, so much is the wall's; a teaser beside it may be the rest. */
const MOST_OF_SENTENCES = 0.6;

/** Of all words, with those of short lines. */
const MOST_OF_WORDS = 0.4;

/** One sentence of a wall may be quoted, or be a player's or a comment box's; words. */
const ONE_SENTENCE_WORDS = 40;

/** So few words need not speak to their reader; words. */
const FEW_WORDS = 40;

/** No wall is longer: what is, is not searched; characters, and lines. */
export const LONGEST_WALL = 20_000;
const MOST_LINES = 2_000;

/**
 * Why a page shows something else in the article's place, as the end of a sentence; `null` where it
 * does not. Judged by all lines that would be kept: a wall says hardly anything but what a wall
 * says, and says it to its reader. An article about cookies or passwords speaks of them, at length.
 *
 * @param lines The text that would be kept, one block a line.
 * @param title The page's title.
 * @param around All lines of the page: its buttons bear out what its text says.
 */
export function wallOf(
  lines: readonly string[],
  title: string,
  around: readonly string[] = [],
): string | null {
  if (lines.length > MOST_LINES || sum(lines.map(({ length }) => length)) > LONGEST_WALL)
    return null;
  const counted = lines.map((text) => ({ text, words: countWords(text) }));
  return WALLS.find((wall) => isWall(wall, counted, title, around))?.why ?? null;
}

interface CountedLine {
  text: string;
  words: number;
}

function isWall(
  wall: Wall,
  lines: readonly CountedLine[],
  title: string,
  around: readonly string[],
): boolean {
  const total = wordsOf(lines);
  if (total > wall.mostWords) return false;
  const said = [title, ...lines.map(({ text }) => text)].filter((text) => wall.says.test(text));
  if (said.length === 0) return false;
  const isBorneOut = said.length > 1 || around.slice(0, MOST_LINES).some(isSaidShortly(wall, said));
  if (total > ONE_SENTENCE_WORDS && !isBorneOut) return false;
  const isOfWall = ({ text }: CountedLine): boolean =>
    wall.says.test(text) ||
    (wall.about.test(text) && (total <= FEW_WORDS || SPEAKS_TO_READER.test(text)));
  const ofWall = wordsOf(lines.filter(isOfWall));
  const others = wordsOf(
    lines.filter((line) => line.words >= SHORTEST_SENTENCE && !isOfWall(line)),
  );
  return ofWall >= total * MOST_OF_WORDS && ofWall >= (ofWall + others) * MOST_OF_SENTENCES;
}

/** Buttons are short; a paragraph elsewhere on the page is no evidence, nor what was said already. */
function isSaidShortly({ says }: Wall, already: readonly string[]): (line: string) => boolean {
  return (line) => line.length <= 120 && !already.includes(line) && says.test(line);
}

function wordsOf(lines: readonly CountedLine[]): number {
  return sum(lines.map(({ words }) => words));
}

/** Walls say `we` and `you`; reports do not. Of scripts without letters' cases, polite requests. */
const SPEAKS_TO_READER =
  /(?<!\p{L})(?:you|your|we|our|us|please|Sie|Ihre?[nmrs]?|wir|uns|unsere?[nmrs]?|du|deine?[nmrs]?|bitte|vous|votre|vos|nous|notre|nos|usted|su|sus|tu|tus|nosotros|nuestr[oa]s?|puedes?|tuo|tuoi|tua|tue|noi|nostr[oaie]|puoi|seus?|suas?|você|nós|noss[oa]s?|uw|wij|ons|onze|je|jouw|jij|twoj\p{L}+|państ\p{L}+|nasz\p{L}*|nasi|możesz|вы|вам?с?|ваш\p{L}*|мы|наш\p{L}*|ви|ми|vi|vår[at]?|vores?|din|ditt|dit|dina|dine|du|váš|vaš\p{L}*|náš|naš\p{L}*|vám|můžete|siz\p{L}*|biz\p{L}*|σας|μας|εμείς)(?!\p{L})|您|你|我们|我們|お客様|当社|ください|します|귀하|저희|당사|하세요|세요|نحن|لك|بك/iu;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
