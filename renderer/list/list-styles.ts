import { css } from 'lit';

/** The height of a day's heading, in `rem`: the list reckons with it. */
export const dayRem = 2;

export const listStyles = css`
  :host {
    display: block;
    min-block-size: 0;
  }
  .scroller {
    block-size: 100%;
    /* As the tree of sources: a change within it lays out no other pane. */
    contain: strict;
    /* On ground of its own it is scrolled without being drawn anew. */
    background: var(--ground-list);
    overflow: hidden auto;
    isolation: isolate;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .all {
    position: relative;
  }
  .day,
  carrel-row {
    position: absolute;
    inset: 0 0 auto;
  }
  /* What passes under the pointer is not pointed at, and is not drawn as if it were. */
  .fast carrel-row {
    pointer-events: none;
  }
  .heading {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    box-sizing: border-box;
    block-size: 2rem;
    padding: 0 var(--space-4) 0 1.75rem;
    border-block-end: 1px solid var(--line);
    background: var(--ground-list);
    font: 600 var(--size-xs) / calc(2rem - 1px) var(--font-ui);
    color: var(--text-soft);
  }
  .heading::first-letter {
    text-transform: uppercase;
  }
`;
