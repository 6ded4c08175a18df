import { css } from 'lit';

export const importReportStyles = css`
  :host {
    display: block;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .words {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .detail {
    min-block-size: 1.25rem;
    overflow: hidden;
    font-size: var(--size-s);
    color: var(--text-soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .detail[role='status'] {
    min-block-size: 0;
    white-space: normal;
  }
  .failure,
  .counts li,
  h3 {
    display: flex;
    align-items: flex-start;
    gap: var(--space-2);
  }
  .failure {
    margin-block-start: var(--space-2);
    color: var(--danger-text);
  }
  .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  .counts {
    margin-block-start: var(--space-3);
  }
  .counts li {
    padding-block: var(--space-1);
  }
  .counts .icon {
    color: var(--accent-text);
  }
  .refused {
    margin-block-start: var(--space-4);
  }
  h3 {
    margin: 0 0 var(--space-2);
    font: 600 var(--size-m) / 1.25rem var(--font-ui);
  }
  h3 .icon {
    color: var(--danger-text);
  }
  .refused ul {
    max-block-size: 14rem;
    overflow-y: auto;
    border-radius: var(--radius-s);
  }
  .refused ul:focus-visible {
    outline: var(--focus-ring);
  }
  .refused li {
    margin-block-start: var(--space-1);
    padding-inline-start: var(--space-3);
    border-inline-start: 2px solid var(--danger);
    font-size: var(--size-s);
    color: var(--text-soft);
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    margin-block-start: var(--space-4);
    font-size: var(--size-s);
    color: var(--text-soft);
  }
`;
