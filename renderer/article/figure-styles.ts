import { css } from 'lit';

/** Pictures in the text: single ones, the grid of a gallery, and the places of those missing. */
export const figureStyles = css`
  figure {
    margin-inline: 0;
  }
  .body > figure.wide {
    grid-column: wide;
  }
  .open {
    position: relative;
    display: block;
    /* As wide as the picture is, never wider than the column, never higher than the window. */
    inline-size: min(100%, var(--width, 100%), 76vh * var(--ratio, 100));
    padding: 0;
    border: 0;
    border-radius: var(--radius-s);
    background: var(--ground-sunk);
    cursor: zoom-in;
    overflow: hidden;
    color: inherit;
    font: inherit;
  }
  .wide > .open {
    margin-inline: auto;
  }
  .open > img {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  .open:not([style], .tile) > img {
    inline-size: auto;
    max-inline-size: 100%;
  }
  .open.broken {
    min-block-size: 6rem;
  }
  .open.broken > img {
    visibility: hidden;
  }
  .open.broken::after {
    content: attr(data-unreadable);
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: var(--space-4);
    font-size: var(--size-m);
    color: var(--text-soft);
  }

  figcaption {
    margin-block-start: var(--space-2);
    font-family: var(--font-ui);
    font-size: max(0.74em, 0.8125rem);
    line-height: 1.5;
    color: var(--text-soft);
    font-variant-numeric: lining-nums;
    hyphens: manual;
    max-inline-size: 48rem;
  }
  figcaption:is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(hi), :lang(th)) {
    font-size: max(0.82em, 0.875rem);
    line-height: 1.7;
  }
  .credit {
    color: var(--text-faint);
    font-size: 0.92em;
    padding-inline-start: 0.25em;
  }
  .missing {
    display: flex;
    gap: var(--space-3);
    align-items: flex-start;
    padding: var(--space-4);
    border: 1px dashed var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--ground-sunk);
    font-family: var(--font-ui);
    font-size: var(--size-m);
    line-height: 1.5;
    color: var(--text-soft);
    hyphens: manual;
  }
  .missing p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .missing span {
    display: block;
  }
  .fetch {
    padding: 0;
    border: 0;
    background: none;
    font: 600 var(--size-s) / 1.5 var(--font-ui);
    color: var(--accent-text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .missing :is(.alt, .reason) {
    color: var(--text-faint);
  }
  .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  .body > figure.grid {
    grid-column: wide;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    grid-auto-rows: 1fr;
    gap: 3px;
    aspect-ratio: 2 / 1;
    border-radius: var(--radius-m);
    overflow: hidden;
  }
  .tile {
    inline-size: 100%;
    min-block-size: 0;
    border-radius: 0;
  }
  .tile > img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    object-fit: cover;
    transition: transform var(--calm);
  }
  .tile:hover > img {
    transform: scale(1.03);
  }
  .tile:first-child {
    grid-area: span 2 / span 2;
  }
  .tiles[data-tiles='2'] > .tile,
  .tiles[data-tiles='3'] > .tile:nth-child(n + 2) {
    grid-area: span 2 / span 2;
  }
  .tiles[data-tiles='3'] > .tile:nth-child(n + 2) {
    grid-area: span 1 / span 2;
  }
  .tiles[data-tiles='4'] > .tile:nth-child(2) {
    grid-area: span 1 / span 2;
  }
  .tile:focus-visible {
    outline-offset: -4px;
    outline-color: #fff;
    box-shadow: inset 0 0 0 5px var(--accent);
  }
  .tile-missing {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    color: var(--text-faint);
  }
  .more {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    background: rgb(8 12 10 / 0.62);
    color: #fff;
    font: 600 var(--size-xl) var(--font-ui);
  }
  .grid figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-2) var(--space-4);
    max-inline-size: none;
  }
  .all {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: 2rem;
    padding: 0 var(--space-3) 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: none;
    font: 600 var(--size-s) var(--font-ui);
    color: var(--text);
    cursor: pointer;
  }
  .all:hover {
    background: var(--ground-hover);
  }
  details[open] {
    inline-size: 100%;
  }
  summary {
    cursor: pointer;
    inline-size: fit-content;
    padding-block: var(--space-1);
  }
  details ol {
    margin: var(--space-2) 0 0;
  }

  @container reading (inline-size < 34rem) {
    .body > :is(figure.wide, figure.grid) {
      grid-column: full;
    }
    .body > :is(figure.wide, figure.grid) > figcaption {
      padding-inline: var(--gutter);
    }
    .wide > .open,
    .tiles {
      border-radius: 0;
    }
    .tiles {
      grid-template-columns: repeat(2, 1fr);
      aspect-ratio: 4 / 5;
    }
    .tiles[data-tiles='2'] {
      aspect-ratio: 3 / 4;
    }
    .tiles[data-tiles] > .tile:nth-child(n) {
      grid-area: auto;
    }
    .tiles[data-tiles] > .tile:first-child,
    .tiles[data-tiles='2'] > .tile:nth-child(2),
    .tiles[data-tiles='4'] > .tile:last-child {
      grid-area: span 1 / span 2;
    }
  }

  @media (forced-colors: active) {
    .missing,
    .open {
      border: 1px solid;
    }
    .more {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
