import { css } from 'lit';

export const provenanceStyles = css`
  :host {
    display: block;
    font-size: var(--size-s);
  }
  dd + dd {
    grid-column: 2;
  }
  .utc {
    color: var(--text-faint);
  }
  .hash {
    font-family: var(--font-code, monospace);
    user-select: all;
  }
  a:not(.button) {
    color: var(--accent-text);
  }
  ul {
    margin: var(--space-2) 0 0;
    padding: 0;
    list-style: none;
  }
  .missing li {
    padding-block: var(--space-1);
    padding-inline-start: var(--space-3);
    border-inline-start: 2px solid var(--line);
    overflow-wrap: anywhere;
  }
  .missing .failed {
    border-inline-start-color: var(--danger);
  }
  .missing li + li {
    margin-block-start: var(--space-1);
  }
  .capture {
    margin-block-start: var(--space-3);
    padding: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-block-start: var(--space-3);
  }
  summary {
    margin-block-start: var(--space-2);
    cursor: pointer;
    color: var(--text-soft);
  }
  summary:focus-visible {
    outline: var(--focus-ring);
  }
  .error {
    color: var(--danger-text);
  }
  .whole {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  .whole .icon {
    color: var(--accent-text);
  }
  .whole.lacking .icon {
    color: var(--danger-text);
  }
  .note {
    margin: 0 0 var(--space-3);
    color: var(--text-soft);
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: min(60vh, 36rem);
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: #fff;
    color-scheme: light;
  }
`;
