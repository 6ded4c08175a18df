import { css } from 'lit';

/** The bar of listening, between the text and the line below it, and the sheet that hangs above it. */
export const listenStyles = css`
  :host {
    position: relative;
    display: block;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    padding: var(--space-1) var(--space-2);
    border-block-start: 1px solid var(--line);
    background: var(--ground-raised);
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
  }
  p {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    padding-inline: var(--space-2);
    font-size: var(--size-s);
    color: var(--text-soft);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  .fault {
    color: var(--danger-text);
  }
  .short {
    display: none;
  }
  /* Where the pane is narrow, what is said stands above the buttons, and the time is short. */
  @container (inline-size < 30rem) {
    .bar {
      flex-wrap: wrap;
    }
    .fault:has(~ select) {
      order: -1;
      flex-basis: 100%;
      padding-block: var(--space-1);
    }
    .fault:has(~ select) ~ select {
      margin-inline-start: auto;
    }
    .whole {
      display: none;
    }
    .short {
      display: inline;
    }
  }
  .toggle {
    background: var(--accent);
    color: var(--on-accent);
  }
  .toggle:hover {
    background: var(--accent-hover);
    color: var(--on-accent);
  }
  select {
    min-inline-size: 0;
  }
  .away {
    position: absolute;
    inset-block-end: 100%;
    inset-inline: 0;
    display: grid;
    justify-items: center;
    padding-block-end: var(--space-2);
    pointer-events: none;
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
  }
  .away .button {
    box-shadow: var(--shadow-raised);
    pointer-events: auto;
  }
  [popover] {
    position-area: block-start span-inline-start;
    display: none;
    gap: var(--space-3);
    inline-size: min(20rem, 100vw - 2 * var(--space-2));
    max-block-size: min(28rem, 100% - 2 * var(--space-2));
    margin: 0 var(--space-2) var(--space-1);
    padding: var(--space-4);
  }
  [popover]:popover-open {
    display: grid;
  }
  .voice {
    display: grid;
    gap: var(--space-1);
    font-size: var(--size-s);
    font-weight: 600;
  }
  .voice select {
    inline-size: 100%;
    font-weight: 400;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: 1.75rem;
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  @media (forced-colors: active) {
    .tool {
      border: 1px solid;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
