import { css } from 'lit';

/** The line below the text and the table of contents that hangs above it. */
export const lineStyles = css`
  .line {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
    box-sizing: border-box;
    block-size: 1.875rem;
    padding-inline: var(--space-3);
    font: var(--size-xs) / 1 var(--font-ui);
    color: var(--text-faint);
  }
  .track {
    position: absolute;
    inset: 0 0 auto;
    block-size: 2px;
    background: var(--line);
  }
  .track > div {
    block-size: 100%;
    background: var(--accent);
  }
  .left {
    flex: none;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .section {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-inline-size: 0;
    block-size: 1.5rem;
    margin-block-start: 2px;
    padding: 0 var(--space-2);
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    font: inherit;
    color: inherit;
  }
  .section:hover,
  .section[aria-expanded='true'] {
    background: var(--ground-hover);
    color: var(--text);
  }
  .section .icon {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
  }
  .section span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    line-height: 1.5;
  }
  [popover] {
    position-area: block-start span-inline-end;
    inline-size: min(24rem, 100vw - 2 * var(--space-2));
    max-block-size: min(28rem, 100% - 2 * var(--space-2));
    margin: 0 var(--space-2) var(--space-1);
  }
  .entry {
    display: block;
    inline-size: 100%;
    min-block-size: var(--target);
    padding: var(--space-1) var(--space-3);
    border: 0;
    border-radius: var(--radius-m);
    background: none;
    font: inherit;
    color: var(--text-soft);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .entry:hover {
    background: var(--ground-hover);
    color: var(--text);
  }
  .entry[data-depth='1'] {
    padding-inline-start: var(--space-5);
  }
  .entry[data-depth='2'] {
    padding-inline-start: calc(var(--space-5) + var(--space-3));
  }
  .entry[aria-current] {
    font-weight: 600;
    color: var(--accent-text);
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    .track {
      forced-color-adjust: none;
      background: GrayText;
    }
    .track > div {
      block-size: 4px;
    }
  }
  @media print {
    .line {
      display: none;
    }
  }
`;
