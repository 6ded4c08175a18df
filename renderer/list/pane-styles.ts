import { css } from 'lit';

export const paneStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    background: var(--ground-list);
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
  }
  section {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  p {
    margin: 0;
  }
  carrel-search-field {
    margin: 0 var(--space-3) var(--space-3);
  }
  .new {
    position: absolute;
    inset: 7rem 0 auto;
    z-index: 1;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .new .button {
    min-block-size: 2rem;
    padding-inline: var(--space-3) var(--space-4);
    border-radius: 1rem;
    box-shadow: var(--shadow-raised);
    font-size: var(--size-s);
    pointer-events: auto;
  }
  .new .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }
  carrel-list {
    flex: 1;
    border-block-start: 1px solid var(--line);
  }
  .empty {
    margin: auto;
    padding: var(--space-5) var(--space-6) 30%;
    max-inline-size: 22rem;
    text-align: center;
    color: var(--text-faint);
    text-wrap: balance;
  }
  .empty .title {
    margin-block-end: var(--space-1);
    font-size: var(--size-l);
    font-weight: 600;
    color: var(--text-soft);
  }
  .empty .button {
    margin-block-start: var(--space-4);
  }
  .empty.error {
    color: var(--danger-text);
  }
`;
