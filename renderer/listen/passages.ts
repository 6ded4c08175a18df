import type { Passage } from './listening.ts';

/**
 * What of an article is read aloud, in the order in which it stands:
 *
 * 1. Walk the body; where a block begins or ends, what was gathered is a passage.
 * 2. Gather the text of a block without what only the eye reads: marks of footnotes, the readings
 *    beside characters (`rt`), soft hyphens, the rest of an address. Of each stretch is kept where in
 *    the document it is from.
 * 3. Of a table its caption is read, or else that it is left out; of code, that it is left out.
 *    Pictures with their captions, cards of films and what the window put in are passed over.
 */

/** A passage, and where it stands in the document. */
export interface PlacedPassage extends Passage {
  /** The element it stands in: what is scrolled to, and what the top of the view is compared with. */
  block: Element;
  runs: readonly Run[];
}

/** What Carrel says in the place of what is not read, and in which language. */
export interface Notices {
  language: string;
  table: string;
  code: string;
}

/** A stretch of a passage's text that stands in one node, in UTF-16 units. */
interface Run {
  at: number;
  length: number;
  node: Text;
  offset: number;
}

const blocks = 'p,h2,h3,h4,ul,ol,li,dl,dt,dd,blockquote,div,caption';
const passedOver = 'figure,button,summary,hr,rt,rp,a[data-note],[hidden],.missing,.embed';

/** The passages of a headline and a body that is laid out; those without a letter are none. */
export function passagesOf(
  headline: Element | null,
  body: Element,
  notices: Notices,
): PlacedPassage[] {
  const gatherer = new Gatherer(notices);
  if (headline !== null) gatherer.read(headline);
  gatherer.read(body);
  return gatherer.passages;
}

/** A part of a passage as a range of the document; `null` where it stands nowhere. */
export function rangeOf(passage: PlacedPassage, start: number, end: number): Range | null {
  const first = passage.runs.find(({ at, length }) => at + length > start);
  const last = passage.runs.findLast(({ at }) => at < end);
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  // A text that has been changed meanwhile may be shorter.
  const within = ({ node, offset }: Run, at: number): number => Math.min(node.length, offset + at);
  range.setStart(first.node, within(first, Math.max(0, start - first.at)));
  range.setEnd(last.node, within(last, Math.min(last.length, end - last.at)));
  return range;
}

class Gatherer {
  readonly passages: PlacedPassage[] = [];
  private readonly notices: Notices;
  private text = '';
  private runs: Run[] = [];
  /** Whether a space stood since the last character. */
  private isSpaced = false;

  constructor(notices: Notices) {
    this.notices = notices;
  }

  /** 1. A block, and the blocks in it. */
  read(block: Element): void {
    this.gather(block, block);
    this.end(block);
  }

  private gather(within: Element, block: Element): void {
    for (const node of within.childNodes) {
      if (node instanceof Text) this.put(node);
      else if (!(node instanceof Element) || node.matches(passedOver)) continue;
      else if (node.matches('br')) this.isSpaced = true;
      else if (node.matches('sup') && isNoteMark(node, this.text)) continue;
      else if (node.matches('table,pre')) {
        this.end(block);
        this.leaveOut(node);
      } else if (node.matches(blocks)) {
        this.end(block);
        this.read(node);
      } else this.gather(node, block);
    }
  }

  /** 2. The text of a node, with its spaces as they are drawn. */
  private put(node: Text): void {
    for (const { index, 0: part } of node.data.matchAll(
      /[\u00AD\u200B\u2060\uFEFF]+|\s+|[^\s\u00AD\u200B\u2060\uFEFF]+/gu,
    )) {
      if (/^\s/u.test(part)) this.isSpaced = true;
      else if (!/^[\u00AD\u200B\u2060\uFEFF]/u.test(part)) this.putWord(node, index, part);
    }
  }

  private putWord(node: Text, offset: number, word: string): void {
    if (this.isSpaced && this.text !== '') this.text += ' ';
    this.isSpaced = false;
    const { start, end } = spoken(word);
    this.runs.push({ at: this.text.length, length: end - start, node, offset: offset + start });
    this.text += word.slice(start, end);
  }

  /** 3. What stands in the place of a table or of code. */
  private leaveOut(element: Element): void {
    const caption = element.querySelector(':scope > caption');
    if (caption !== null && hasWords(caption.textContent ?? '')) {
      this.read(caption);
      return;
    }
    const { table, code, language } = this.notices;
    const text = element.localName === 'table' ? table : code;
    this.passages.push({ text, language, isNotice: true, block: element, runs: [] });
  }

  private end(block: Element): void {
    const { text, runs } = this;
    this.text = '';
    this.runs = [];
    this.isSpaced = false;
    if (!hasWords(text)) return;
    this.passages.push({ text, language: languageOf(runs), isNotice: false, block, runs });
  }
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The language that all of a passage is marked with, within the body; `null` where none is. */
function languageOf(runs: readonly Run[]): string | null {
  const marked = runs.map(({ node }) => {
    const around = node.parentElement?.closest('[lang]') ?? null;
    return around === null || around.matches('.body,h1') ? null : around.getAttribute('lang');
  });
  const [first = null] = marked;
  return marked.every((each) => each === first) ? first : null;
}

/** What is said of a word: of an address, its host. */
function spoken(word: string): { start: number; end: number } {
  const address = /https?:\/\/(?:www\.)?([\p{L}\p{N}.-]*[\p{L}\p{N}])\S*/u.exec(word);
  const host = address?.[1];
  if (address === null || host === undefined) return { start: 0, end: word.length };
  const start = address.index + address[0].indexOf(host);
  return { start, end: start + host.length };
}

/**
 * Whether something raised is the mark of a footnote, and no power (`10⁶`, `m²`) or ending (`1ᵉʳ`): a
 * sign, what stands in brackets, or a number after a stop or a whole word.
 */
function isNoteMark(raised: Element, before: string): boolean {
  const mark = (raised.textContent ?? '').trim();
  if (/^(?:[*†‡§¶]+|[[(（［].{1,8}[\])）］])$/u.test(mark)) return true;
  return /^\d{1,3}(?:[,\s–-]+\d{1,3})*$/.test(mark) && /(?:[\p{P}\s]|\p{L}{4,})$/u.test(before);
}
