import { css } from 'lit';
import { highlighted } from '../app/highlighted.ts';

/** The heights of rows, in `rem`: the list reckons with them, so that 100,000 rows scroll. */
export const rowRem = { comfortable: 7, compact: 3.5 };

export const rowStyles = css`
  * {
    box-sizing: border-box;
  }
  :host {
    position: relative;
    display: block;
    box-sizing: border-box;
    block-size: 7rem;
    background: var(--ground-list);
    font: var(--size-s) / 1.35 var(--font-ui);
    color: var(--text-soft);
    cursor: default;
    user-select: none;
    contain: strict;
    /* A finger to a side is the row's own; up and down it scrolls (swipe.ts). */
    touch-action: pan-y;
  }
  :host([compact]) {
    block-size: 3.5rem;
  }
  /* Both lie below the ring of the row, which would be drawn below what is positioned. */
  .face,
  .under {
    z-index: -1;
  }
  .face {
    position: relative;
    display: flex;
    gap: var(--space-3);
    block-size: 100%;
    padding: var(--space-3) var(--space-4);
    padding-inline-start: 1.75rem;
    background: inherit;
  }
  :host([compact]) .face {
    padding-block: var(--space-2);
  }
  .face:not(.pulled) {
    transition: transform var(--calm);
  }
  /* What a swipe does, on the ground that the row leaves free. */
  .under {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding-inline: var(--space-5);
    background: var(--ground-sunk);
    font-weight: 600;
    color: var(--text-soft);
  }
  .under.bookmark-side {
    flex-direction: row-reverse;
  }
  .under.far {
    background: var(--accent);
    color: var(--on-accent);
  }
  :host::after {
    content: '';
    position: absolute;
    inset: auto var(--space-4) 0 1.75rem;
    border-block-end: 1px solid var(--line);
  }
  :host(:hover) {
    background: var(--ground-hover);
  }
  :host([aria-selected='true']) {
    outline: var(--chosen-ring);
    outline-offset: -2px;
    background: var(--ground-selected);
  }
  :host([data-open])::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    z-index: 1;
    inline-size: 3px;
    background: var(--accent);
  }
  :host(:focus-visible) {
    outline: var(--focus-ring);
    outline-offset: -2px;
  }
  :host(:focus-visible)::after {
    border-color: transparent;
  }
  p {
    margin: 0;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .text {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    gap: 2px;
  }
  .meta {
    position: relative;
    padding-inline-end: 1.5rem;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--size-xs);
    line-height: 1.125rem;
    color: var(--text-faint);
  }
  /* In the room before the text, whose first line it stands on. */
  .dot {
    position: absolute;
    inset-inline-start: -1.0625rem;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
  }
  :host([data-unread]) .dot {
    background: var(--accent);
  }
  .source {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  time {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .minutes {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  time::before,
  .minutes::before,
  .meta > .lack::before {
    /* Not said by a screen reader. */
    content: '·' / '';
    margin-inline-end: var(--space-2);
  }
  .words {
    flex: 0 1 auto;
    min-block-size: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  :host([compact]) .words {
    -webkit-line-clamp: 1;
  }
  /* With a state below, one line less. */
  .words:has(+ .lack) {
    -webkit-line-clamp: 2;
  }
  .title {
    font-size: var(--size-m);
    line-height: 1.25rem;
    color: var(--text-soft);
  }
  :host([data-unread]) .title {
    font-weight: 600;
    color: var(--text);
  }
  .excerpt {
    line-height: 1.125rem;
    color: var(--text-faint);
  }
  mark {
    border-radius: 2px;
    background: var(--found);
    color: var(--text);
  }
  .lack {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    margin-block-start: auto;
    font-size: var(--size-xs);
    line-height: 1.125rem;
    color: var(--text-faint);
  }
  .meta > .lack {
    flex: 0 1 auto;
    min-inline-size: 1rem;
    margin: 0;
  }
  .lack.waiting {
    color: var(--brass-text);
  }
  .lack.failed {
    color: var(--danger-text);
  }
  .why {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why::first-letter {
    text-transform: uppercase;
  }
  .icon {
    flex: none;
    display: block;
    inline-size: 1rem;
    block-size: 1rem;
  }
  .press {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin-block: -0.1875rem;
    border-radius: var(--radius-s);
  }
  .press:hover {
    background: var(--ground-raised);
    color: var(--text);
  }
  .bookmark {
    position: absolute;
    inset-inline-end: -0.25rem;
  }
  .bookmark.on {
    color: var(--accent-text);
  }
  .retry {
    margin-inline-start: auto;
  }
  .picture {
    flex: none;
    inline-size: 4.5rem;
    block-size: 4.5rem;
    border-radius: var(--radius-m);
    object-fit: cover;
    background: var(--ground-sunk);
  }
  :host([compact]) .picture {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: var(--radius-s);
  }
  @media (forced-colors: active) {
    :host(:hover) {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
    :host([aria-selected='true']) {
      ${highlighted}
    }
    :host(:focus-visible) {
      outline: var(--focus-ring);
      outline-offset: -4px;
    }
    /* The dot, and the bar of the open row, are grounds. */
    :host([data-unread]) .dot,
    :host([data-open])::before {
      forced-color-adjust: none;
    }
    mark {
      forced-color-adjust: none;
      color: MarkText;
    }
  }
`;
