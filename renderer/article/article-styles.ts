import { css } from 'lit';

/**
 * The reading column. The page scrolls; it is a grid of lines by name, so that text stands in
 * the reader's measure (`text`), large pictures a little beyond it (`wide`), and, in a narrow
 * window, from edge to edge (`full`).
 */
export const articleStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    grid-auto-rows: auto;
    block-size: 100%;
    min-block-size: 0;
    background: var(--ground);
    color: var(--text);
    container: reading / inline-size;
  }
  [hidden] {
    display: none !important;
  }
  .page {
    --gutter: clamp(1.125rem, 5cqi, 4rem);
    --column: min(var(--measure, 66ch), 100cqi - 2 * var(--gutter));
    --beside: clamp(0px, (100cqi - var(--column)) / 2 - var(--gutter), 6rem);
    box-sizing: border-box;
    block-size: 100%;
    /* As the tree of sources: a change within it lays out no other pane. */
    contain: strict;
    overflow-y: auto;
    overflow-anchor: none;
    scrollbar-gutter: stable;
    display: grid;
    grid-template-columns:
      [full-start] minmax(var(--gutter), 1fr)
      [wide-start] minmax(0, var(--beside))
      [text-start] minmax(0, var(--column)) [text-end]
      minmax(0, var(--beside)) [wide-end]
      minmax(var(--gutter), 1fr) [full-end];
    align-content: start;
    padding-block: clamp(1.5rem, 5cqi, 4rem) 5rem;
    font-family: var(--face, var(--font-reading));
    font-size: var(--reading-size, 1.125rem);
    line-height: 1.62;
  }
  .page:focus-visible {
    outline: none;
    box-shadow: inset 0 2px 0 var(--focus);
  }
  ::selection {
    background: var(--selection);
    color: inherit;
  }
  carrel-article-head,
  carrel-enclosures,
  footer {
    grid-column: text;
    min-inline-size: 0;
  }
  .body {
    grid-column: full;
    display: grid;
    grid-template-columns: subgrid;
    font-family: var(--face, var(--font-reading));
    font-size: calc(1em * var(--script-scale, 1) * var(--reading-scale, 1));
    line-height: calc(var(--leading, 1.62) * var(--leading-factor, 1));
  }
  footer {
    margin-block-start: 2.5lh;
    padding-block-start: var(--space-4);
    border-block-start: 1px solid var(--line);
    font: var(--size-s) / 1.5 var(--font-ui);
    color: var(--text-faint);
    overflow-wrap: anywhere;
  }
  footer p {
    margin: 0;
  }
  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: var(--focus-offset);
  }

  .waiting {
    place-self: center;
    margin: 0;
    font: var(--size-m) / 1.5 var(--font-ui);
    color: var(--text-faint);
  }
  .empty {
    block-size: 100%;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--space-4);
    padding: var(--space-5);
    box-sizing: border-box;
    font: var(--size-l) / 1.5 var(--font-ui);
    color: var(--text-soft);
    text-align: center;
  }
  .empty p,
  .empty dl {
    margin: 0;
  }
  .lamp {
    fill: none;
    stroke: var(--line-strong);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .lamp .glass {
    fill: var(--accent);
    stroke: var(--accent);
  }
  .empty dl {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--space-2) var(--space-5);
    font-size: var(--size-m);
    color: var(--text-faint);
  }
  .empty dl > div {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .empty dd {
    margin: 0;
  }
  .empty kbd {
    display: inline-block;
    min-inline-size: 1.1em;
    padding: 0.1em 0.45em;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    font: 500 var(--size-s) var(--font-ui);
    color: var(--text-soft);
  }
  @media (forced-colors: active) {
    .page:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    ::selection {
      color: HighlightText;
    }
  }
`;
