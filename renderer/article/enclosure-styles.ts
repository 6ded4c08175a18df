import { css } from 'lit';

/** The files of an article: a card each, with what it is, how far it is kept, and what to do. */
export const enclosureStyles = css`
  :host {
    display: block;
    font: var(--size-m) / 1.4 var(--font-ui);
    color: var(--text);
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    margin: 0 0 var(--space-6);
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3) var(--space-4) var(--space-3) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--ground-sunk);
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: var(--radius-m);
    background: var(--accent-soft);
    color: var(--accent-text);
  }
  .sign .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  h2,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    font: 600 var(--size-l) / 1.3 var(--font-ui);
  }
  .facts {
    font-size: var(--size-s);
    color: var(--text-faint);
    font-variant-numeric: tabular-nums;
  }
  .more {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  .wrong {
    padding: var(--space-2) var(--space-3);
    border: var(--edge);
    border-radius: var(--radius-m);
    background: var(--danger-soft);
    font-size: var(--size-s);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin-inline-start: calc(-1 * var(--space-2));
  }
  .acts .control {
    padding-inline: var(--space-2);
    font-size: var(--size-s);
  }
  .control.first {
    border-color: var(--accent);
    background: var(--accent);
    font-weight: 600;
    color: var(--on-accent);
  }
  .control.first:hover {
    border-color: var(--accent-hover);
    background: var(--accent-hover);
    color: var(--on-accent);
  }
  .waiting {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--size-s);
    color: var(--text-soft);
  }
  .spin {
    inline-size: 1rem;
    block-size: 1rem;
    border: 2px solid var(--line-strong);
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: spin 1.2s linear infinite;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spin {
      animation: none;
    }
  }
  @container reading (inline-size < 30rem) {
    li {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .act {
      grid-column: 1 / -1;
    }
  }
`;
