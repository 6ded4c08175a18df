import { css } from 'lit';

/**
 * The reading column in vertical lines: it goes on to the left, as long as the article is, and is as
 * high as the reader's measure or the pane. What is said around the text, pictures, tables and code
 * stay horizontal. On paper lines are horizontal: pages are numbered and filled downwards.
 *
 * Widths are those of the pane (`cqw`), heights too (`cqh`), because the axes that `cqi` and
 * `cqb` name turn with the text.
 */
export const verticalStyles = css`
  @media not print {
    :host([data-vertical]) {
      container-type: size;
    }
    :host([data-vertical]) .page {
      --gutter: clamp(1rem, 4cqh, 3rem);
      --column: min(var(--measure, 66ch), 100% - 2 * var(--gutter));
      --beside: 0px;
      writing-mode: vertical-rl;
      overflow: auto hidden;
      padding-block: clamp(1rem, 4cqw, 4rem);
    }
    :host([data-vertical]) .body {
      text-orientation: mixed;
      ruby-position: over;
      padding-block: 2rem;
    }
    :host([data-vertical]) .upright {
      text-combine-upright: all;
    }
    :host([data-vertical]) :is(carrel-article-head, carrel-enclosures, footer) {
      writing-mode: horizontal-tb;
      inline-size: min(26rem, 100cqw - 2rem);
      max-block-size: 100%;
      overflow-y: auto;
    }
    /* In a narrow pane too the first lines are in view, so that one sees where it goes on. */
    :host([data-vertical]) carrel-article-head {
      inline-size: min(26rem, 100cqw - 7rem);
    }
    /* Without attachments it takes no room. */
    :host([data-vertical]) carrel-enclosures {
      inline-size: fit-content;
      max-inline-size: min(26rem, 100cqw - 2rem);
    }
    :host([data-vertical]) footer {
      margin: 0 0 0 1rem;
    }
    :host([data-vertical]) .body > :is(figure, figure.wide, figure.grid) {
      grid-column: text;
      writing-mode: horizontal-tb;
      inline-size: min-content;
      max-inline-size: calc(100cqw - 2rem);
      max-block-size: 100%;
      overflow-y: auto;
      margin: 0 1.5rem;
    }
    :host([data-vertical]) .open:not(.tile) {
      inline-size: min(var(--width, 60cqw), 100cqw - 2rem, 62cqh * var(--ratio, 1.4));
    }
    :host([data-vertical]) .body > figure:not([class]) > .missing {
      inline-size: min(22rem, 100cqw - 4rem);
    }
    :host([data-vertical]) figcaption,
    :host([data-vertical]) .body > figure > figcaption {
      min-inline-size: min(16rem, 100cqw - 2rem);
      padding-inline: 0;
    }
    :host([data-vertical]) .body > figure.grid {
      inline-size: min(40rem, 100cqw - 2rem, 110cqh);
    }
    :host([data-vertical]) .body > :is(.table, pre) {
      writing-mode: horizontal-tb;
      justify-self: start;
      inline-size: fit-content;
      max-inline-size: min(40rem, 100cqw - 2rem);
      max-block-size: 100%;
      overflow: auto;
      margin: 0 1.5rem;
    }
  }
`;
