import { along, scrollAlong, scrolled, viewLength } from '../article/flow.ts';
import { isCalm } from '../motion.ts';
import { rangeOf } from './passages.ts';
import type { PlacedPassage } from './passages.ts';
import type { Piece } from './sentences.ts';

/** The names of what is painted over the text; `heard-styles.ts` says how. */
const heard = 'carrel-heard';
const heardWord = 'carrel-heard-word';

/** A scroll of ours that has not ended by then was no way to go. */
const longestScrollMs = 1500;

/** What begins a scroll by hand. */
const byHand = ['wheel', 'touchmove', 'pointerdown'];

/**
 * Shows in the text what is read aloud: paints it, by the CSS Custom Highlight API, which leaves the
 * text as it is, and keeps it in view, unless the reader scrolled it out of view by hand.
 */
export class Follow {
  /** Whether the reader has scrolled away from what is read. */
  isAway = false;
  /** Whether it scrolls to what is read: nobody else may then, for no other reason than the layout. */
  isScrolling = false;

  private readonly changed: () => void;
  private scroller: Element | null = null;
  private passage: PlacedPassage | null = null;
  /** Where the piece that is read stands. */
  private piece: Range | null = null;
  private tooLong: ReturnType<typeof setTimeout> | undefined;

  /** @param changed told when the reader scrolls away, or comes back. */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Begins in a view, with what is read in sight. */
  begin(scroller: Element): void {
    this.end();
    this.scroller = scroller;
    scroller.addEventListener('scrollend', this.onEnd);
    for (const input of byHand) scroller.addEventListener(input, this.onHand, { passive: true });
  }

  /** Paints a passage and the word in it, and brings a new piece into view. */
  show(passage: PlacedPassage, piece: Piece | null, word: Piece | null): void {
    const whole = rangeOf(passage, 0, passage.text.length) ?? around(passage.block);
    const said = word === null ? null : rangeOf(passage, word.start, word.end);
    if (passage !== this.passage) CSS.highlights.set(heard, painted([whole], -1));
    this.passage = passage;
    CSS.highlights.set(heardWord, painted(said === null ? [] : [said], 0));
    const before = this.piece;
    this.piece = (piece === null ? null : rangeOf(passage, piece.start, piece.end)) ?? whole;
    if (!isSamePlace(before, this.piece) && !this.isAway) this.reveal();
  }

  /** Goes back to what is read, and follows it again. */
  back(): void {
    this.isAway = false;
    this.reveal();
    this.changed();
  }

  /** Looks whether the reader scrolled away; called for scrolls but those that restore a place. */
  scrolled(): void {
    if (this.isScrolling || this.piece === null || this.scroller === null) return;
    const { start, end } = along(this.scroller, this.piece.getBoundingClientRect());
    const isAway = end < 0 || start > viewLength(this.scroller);
    if (isAway === this.isAway) return;
    this.isAway = isAway;
    this.changed();
  }

  /** Takes the paint away. */
  end(): void {
    CSS.highlights.delete(heard);
    CSS.highlights.delete(heardWord);
    this.scroller?.removeEventListener('scrollend', this.onEnd);
    for (const input of byHand) this.scroller?.removeEventListener(input, this.onHand);
    this.onHand();
    this.scroller = null;
    this.passage = null;
    this.piece = null;
    this.isAway = false;
  }

  /** Brings the piece to the upper part of the view, where it is not well in view already. */
  private reveal(): void {
    const { piece, scroller } = this;
    if (piece === null || scroller === null) return;
    const { start, end } = along(scroller, piece.getBoundingClientRect());
    const length = viewLength(scroller);
    if (start >= 0 && end <= length * 0.85) return;
    this.isScrolling = true;
    clearTimeout(this.tooLong);
    this.tooLong = setTimeout(this.onEnd, longestScrollMs);
    const to = scrolled(scroller) + start - length / 4;
    scrollAlong(scroller, to, isCalm() ? 'instant' : 'smooth');
  }

  /** Our way ended; it may have ended elsewhere, where the keyboard went on meanwhile. */
  private readonly onEnd = (): void => {
    if (!this.isScrolling) return;
    this.onHand();
    this.scrolled();
  };

  /** The reader's own way to scroll ends ours. */
  private readonly onHand = (): void => {
    clearTimeout(this.tooLong);
    this.isScrolling = false;
  };
}

/** Finding words is painted over it. */
function painted(ranges: readonly Range[], priority: number): Highlight {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  return highlight;
}

function around(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

function isSamePlace(one: Range | null, other: Range): boolean {
  return (
    one !== null &&
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}
