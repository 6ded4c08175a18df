import { css } from 'lit';

export const travelStyles = css`
  :host {
    display: block;
  }
  p {
    margin: 0;
  }
  .words {
    color: var(--text-soft);
    font-size: var(--size-s);
    font-variant-numeric: tabular-nums;
  }
  .strong {
    font-weight: 600;
  }
  form,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
    margin-block-start: var(--space-4);
  }
  .buttons {
    align-items: center;
  }
  label {
    flex: 1;
    min-inline-size: 12rem;
  }
  label span {
    display: block;
    margin-block-end: var(--space-1);
    font-size: var(--size-s);
    color: var(--text-soft);
  }
  select {
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding-inline: var(--space-2);
    border: 1px solid var(--line-strong, var(--line));
    border-radius: var(--radius-m);
    background: var(--ground);
    font: inherit;
    color: inherit;
  }
  select:focus-visible {
    outline: var(--focus-ring);
  }
  .ready {
    display: flex;
    gap: var(--space-2);
  }
  .ready .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--accent-text);
  }
  .ready.failed .icon,
  .failure {
    color: var(--danger-text);
  }
  .missed {
    max-block-size: 20rem;
    margin: var(--space-3) 0 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
    font-size: var(--size-s);
  }
  .missed:focus-visible {
    outline: var(--focus-ring);
  }
  .missed li {
    padding-block: var(--space-2);
    border-block-start: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .missed p {
    color: var(--text-soft);
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    font-weight: 600;
    text-align: start;
    color: var(--accent-text);
    cursor: pointer;
  }
  .link:focus-visible {
    outline: var(--focus-ring);
  }
`;
