import { css } from 'lit';

export const libraryStyles = css`
  :host {
    display: block;
  }
  h3 {
    margin: var(--space-5) 0 var(--space-2);
    font-size: var(--size-m);
    font-weight: 650;
  }
  h3:first-child {
    margin-block-start: 0;
  }
  p {
    margin: 0;
  }
  .folder,
  .hash {
    font-family: var(--font-code);
    font-size: var(--size-s);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .help {
    font-size: var(--size-s);
    color: var(--text-soft);
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-1) var(--space-4);
    margin: 0;
    font-size: var(--size-s);
  }
  dt {
    color: var(--text-soft);
  }
  dd {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin: 0;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  meter {
    flex: 1;
    min-inline-size: 2rem;
    max-inline-size: 10rem;
    block-size: 0.5rem;
    border: 0;
    background: var(--line);
    border-radius: 4px;
    overflow: hidden;
  }
  meter::-webkit-meter-bar {
    block-size: 0.5rem;
    border: 0;
    background: var(--line);
  }
  meter::-webkit-meter-optimum-value {
    background: var(--accent);
  }
  meter::-moz-meter-bar {
    background: var(--accent);
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.375rem;
    margin-block: var(--space-2);
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--line);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .row,
  .ready {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .row {
    margin-block-start: var(--space-3);
  }
  .ready .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--accent-text);
  }
  .failure {
    margin-block-start: var(--space-2);
    color: var(--danger-text);
  }
`;
