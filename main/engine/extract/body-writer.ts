import { CONTAINERS, escapeHtml, PHRASING_ONLY, STRUCTURE, TEXT_BLOCKS } from './vocabulary.ts';

/** An element of the body that content may stand in. Two with the same name are two elements. */
export interface Frame {
  name: string;
  /** Attributes as written in HTML, each with a space before it. */
  attributes: string;
}

/** Where content stands: the blocks around it, and the inline elements around it in the last of them. */
export interface Place {
  blocks: readonly Frame[];
  inlines: readonly Frame[];
  /** Attributes for the paragraph made where text stands right in a container. */
  attributes: string;
  /** The attribute that says of which note the next block around content is; empty within one. */
  note: string;
}

/** Deeper than this, blocks and inline elements are left out and their content is kept. */
export const MAX_OPEN = 24;

/** White space that a browser collapses, and any at all, in runs that are not one space already. */
const UNEVEN_HTML_SPACE = /[\t\n\f\r ](?:(?<! )[\t\n\f\r ]*|[\t\n\f\r ]+)/g;
const UNEVEN_SPACE = /\s(?:(?<! )\s*|\s+)/g;
/** Whether either replaces anything. */
const UNEVEN = /[^\S ]|  /;

/**
 * Writes the body. Callers say what stands where; tags are written only when content comes, so
 * that no element is empty, every one is closed, and none stands where it must not.
 */
export class BodyWriter {
  #html: string[] = [];
  #text: string[] = [];
  #open: Frame[] = [];
  /** The paragraph made for text that stands right in a container. */
  #paragraph: Frame | null = null;
  /** White space that is written when more text follows in the block. */
  #spaceDue: '' | ' ' | '\u00a0' = '';
  #breaksDue = 0;
  /** Whether anything was written into the innermost text block. */
  #inText = false;

  /** Ends the made paragraph: what comes next is another block. */
  endParagraph(): void {
    this.#paragraph = null;
    this.#spaceDue = '';
    this.#breaksDue = 0;
  }

  /** Text with white space collapsed as browsers do, and none at the ends of a block. */
  text(place: Place, written: string): void {
    const start = written.search(SEEN);
    if (start === -1) {
      this.#owe(written);
      return;
    }
    const end = endOfSeen(written);
    this.#owe(written.slice(0, start));
    this.#reach(place);
    this.#write(written.slice(start, end));
    this.#owe(written.slice(end));
  }

  /** Text of a `pre`, kept as it is. */
  preformatted(place: Place, written: string): void {
    if (written === '') return;
    this.#reach(place);
    this.#html.push(escapeHtml(written));
    this.#text.push(written.replace(UNEVEN_SPACE, ' '));
    this.#inText = true;
    this.#spaceDue = '';
  }

  /** A line break: one stays, two are the end of a paragraph. */
  lineBreak(): void {
    this.#breaksDue++;
    this.#spaceDue = '';
  }

  /** An element without text among blocks: a picture's figure, `hr`. */
  block(place: Place, html: string): void {
    this.endParagraph();
    const around = place.blocks.findIndex((frame) => PHRASING_ONLY.has(frame.name));
    const blocks = flowing(around === -1 ? place.blocks : place.blocks.slice(0, around));
    this.#closeTo(blocks);
    this.#openTo(blocks);
    this.#html.push(html);
    this.#inText = false;
  }

  /** Writes the tags of a cell that may be empty, so that a table keeps its columns. */
  cell(blocks: readonly Frame[]): void {
    this.#closeTo(blocks);
    this.#openTo(blocks);
    this.#inText = false;
  }

  /** Closes everything and returns the body and its visible text, one block a line. */
  finish(): { html: string; text: string } {
    this.#closeTo([]);
    return { html: this.#html.join(''), text: this.#text.join('').trim() };
  }

  #owe(white: string): void {
    if (white.includes('\u00a0')) this.#spaceDue = '\u00a0';
    else if (white !== '' && this.#spaceDue === '') this.#spaceDue = ' ';
  }

  #write(text: string): void {
    const isEven = !UNEVEN.test(text);
    this.#html.push(escapeHtml(isEven ? text : text.replace(UNEVEN_HTML_SPACE, ' ')));
    this.#text.push(isEven ? text : text.replace(UNEVEN_SPACE, ' '));
    this.#inText = true;
  }

  /** Opens and closes tags until content at `place` can be written. */
  #reach(place: Place): void {
    const breaks = this.#inText ? this.#breaksDue : 0;
    this.#breaksDue = 0;
    const blocks = [...flowing(place.blocks)];
    const last = blocks.at(-1);
    if (last === undefined || CONTAINERS.has(last.name)) {
      if (breaks > 1) this.#paragraph = null;
      this.#paragraph ??= { name: 'p', attributes: place.attributes + place.note };
      blocks.push(this.#paragraph);
    } else if (breaks > 1 && last.name === 'p') {
      this.#closeTo(blocks.slice(0, -1));
    }
    const goesOn = this.#inText && this.#open.at(blocks.length - 1) === blocks.at(-1);
    const wanted = [...blocks, ...place.inlines];
    const leftBlock = this.#closeTo(wanted);
    if (!goesOn || leftBlock) this.#text.push('\n');
    else if (breaks > 0 || this.#spaceDue !== '') {
      this.#html.push(breaks > 0 ? '<br>' : this.#spaceDue);
      this.#text.push(' ');
    }
    this.#spaceDue = '';
    this.#openTo(wanted);
  }

  /** Closes what is open and not wanted, innermost first; returns whether a block was among it. */
  #closeTo(wanted: readonly Frame[]): boolean {
    let common = 0;
    while (common < this.#open.length && this.#open[common] === wanted[common]) common++;
    if (common === this.#open.length) return false;
    const closed = this.#open.splice(common).toReversed();
    for (const frame of closed) this.#html.push(`</${frame.name}>`);
    return closed.some((frame) => TEXT_BLOCKS.has(frame.name) || CONTAINERS.has(frame.name));
  }

  #openTo(wanted: readonly Frame[]): void {
    for (const frame of wanted.slice(this.#open.length)) {
      this.#open.push(frame);
      this.#html.push(`<${frame.name}${frame.attributes}>`);
    }
  }
}

/** The blocks around content that may not stand right in a list or between the cells of a table. */
function flowing(blocks: readonly Frame[]): readonly Frame[] {
  let length = blocks.length;
  while (length > 0 && STRUCTURE.has(blocks[length - 1]?.name ?? '')) length--;
  return length === blocks.length ? blocks : blocks.slice(0, length);
}

/** Neither white space nor a no-break space nor an invisible character. */
const SEEN = /[^\s\u200b\u2060]/;

/** Where the last seen character of a text ends. */
function endOfSeen(text: string): number {
  let end = text.length;
  while (end > 0 && !SEEN.test(text.charAt(end - 1))) end--;
  return end;
}
