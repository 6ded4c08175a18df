import { css } from 'lit';
import { highlighted } from '../app/highlighted.ts';

export const sourcesStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    background: var(--ground-side);
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
  }
  nav {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  header {
    display: flex;
    align-items: center;
    padding: var(--space-3) var(--space-2) var(--space-2) var(--space-4);
  }
  h1 {
    flex: 1;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin: 0;
    font: 600 1.1875rem / 1 var(--font-reading);
    letter-spacing: -0.015em;
  }
  .mark {
    color: var(--accent-text);
  }
  .mark .icon {
    inline-size: 1.375rem;
    block-size: 1.375rem;
    stroke-width: 1.75;
  }
  .tool {
    inline-size: 2rem;
  }
  .tree {
    flex: 1;
    /*
     * Its size is not asked of what is in it. Where it was, a change in any pane had hundreds of feeds
     * laid out anew, with the scrollbar and without.
     */
    contain: strict;
    overflow: hidden auto;
    padding: var(--space-2);
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .rule {
    margin: var(--space-3) var(--space-2);
    border-block-start: 1px solid var(--line);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    block-size: 2.125rem;
    padding-inline: var(--space-2) var(--space-3);
    border-radius: var(--radius-m);
    color: var(--text-soft);
    cursor: default;
    user-select: none;
  }
  .line:hover {
    background: var(--ground-hover);
  }
  .line[aria-selected='true'] {
    outline: var(--chosen-ring);
    outline-offset: -2px;
    background: var(--ground-selected);
    color: var(--text);
    font-weight: 600;
  }
  .line:focus-visible {
    outline: var(--focus-ring);
    outline-offset: -2px;
  }
  .level-2 {
    padding-inline-start: 1.625rem;
  }
  .level-3 {
    padding-inline-start: 2.75rem;
  }
  .level-4 {
    padding-inline-start: 3.875rem;
  }
  .folder {
    font-weight: 600;
  }
  .line > .icon {
    color: var(--accent-text);
  }
  .turn {
    color: var(--text-faint);
    transition: rotate var(--quick);
  }
  .turn.open {
    rotate: 90deg;
  }
  .title {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .trouble {
    color: var(--danger-text);
  }
  .trouble .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .trouble.gone,
  .line:has(.gone) .title {
    color: var(--text-faint);
  }
  .drop {
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .tree.drop {
    border-radius: var(--radius-m);
    background: none;
  }
  .dragged {
    opacity: 0.5;
  }
  .count {
    font-size: var(--size-xs);
    font-weight: 500;
    color: var(--text-faint);
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .line[aria-selected='true'] {
      ${highlighted}
    }
    .line[aria-selected='true']:focus-visible {
      outline-offset: -4px;
    }
    .drop {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .dragged {
      outline: 2px dashed CanvasText;
      outline-offset: -2px;
      opacity: 1;
    }
  }
`;
