import { comparable, sharedWords } from './comparable.ts';
import type { PageNode } from './dom.ts';
import { isElsewhere } from './elsewhere.ts';
import type { Line } from './lines.ts';
import { spacedText } from './spaced.ts';

/** The lines around a printed headline, in page order, as they read. */
export interface Head {
  /** What stands over it: a date, a label, a byline. */
  before: HeadLine[];
  /** What stands under it: standfirst, byline, date, the first paragraph. */
  after: HeadLine[];
}

export interface HeadLine {
  text: string;
  line: Line;
}

/** So many lines over a headline can belong to it. */
const LINES_BEFORE = 6;

/** So many under it, pictures' captions and buttons for sharing among them. */
const LINES_AFTER = 16;

/** A longer line is a paragraph; after the second the head is over. */
const PARAGRAPH = 240;

/** A lesser heading that shares so many words with the title is another writing of it. */
const ALIKE = 0.5;

/** Finds the printed headline and gives the lines around it; the top of the page where there is none. */
export function headOf(lines: readonly Line[], title: string): Head {
  const at = titleLine(lines, title);
  const before = at === -1 ? [] : lines.slice(Math.max(0, at - LINES_BEFORE), at);
  const after: Line[] = [];
  let paragraphs = 0;
  for (const line of lines.slice(at + 1, at + 1 + LINES_AFTER)) {
    after.push(line);
    if (line.text.length > PARAGRAPH && ++paragraphs === 2) break;
  }
  const headline = lines[at]?.nodes[0]?.parentNode ?? null;
  const isOwn = ({ nodes }: Line): boolean => {
    const parent = nodes[0]?.parentNode ?? null;
    return parent !== null && !isElsewhere(parent, headline);
  };
  return { before: before.filter(isOwn).map(read), after: after.filter(isOwn).map(read) };
}

function read(line: Line): HeadLine {
  return { line, text: spacedText(line.nodes) };
}

/** The first heading that holds the title, else the last line before the text that does; or -1. */
function titleLine(lines: readonly Line[], title: string): number {
  const wanted = comparable(title);
  if (wanted === '') return -1;
  let first = -1;
  let heading = -1;
  let alike = -1;
  for (const [index, { text, nodes }] of lines.entries()) {
    if (heading === -1 && standsIn(nodes[0], 'h1')) heading = index;
    // To compare a line costs more than to see that it is much longer or shorter.
    if (text.length < title.length / 2 || text.length > title.length * 2 + 20) continue;
    if (comparable(text) !== wanted) {
      const isHeading = alike === -1 && (standsIn(nodes[0], 'h2') || standsIn(nodes[0], 'h3'));
      if (isHeading && sharedWords(text, title) >= ALIKE) alike = index;
      continue;
    }
    if (standsIn(nodes[0], 'h1') || standsIn(nodes[0], 'h2')) return index;
    if (first === -1) first = index;
  }
  return [first, heading, alike].find((index) => index !== -1) ?? -1;
}

/** Whether a text stands in such an element, with at most two between. */
function standsIn(text: PageNode | undefined, name: string): boolean {
  let at = text?.parentNode ?? null;
  for (let up = 0; up < 3 && at !== null; up++) {
    if (at.localName === name) return true;
    at = at.parentNode;
  }
  return false;
}
