import { css } from 'lit';

/** The field that finds words in an article, over the upper end of the text. */
export const findStyles = css`
  :host {
    position: absolute;
    inset-block-start: var(--space-2);
    inset-inline: auto var(--space-4);
    z-index: 2;
    max-inline-size: calc(100% - 2 * var(--space-4));
  }
  search {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    padding: var(--space-1);
    border: var(--edge);
    border-radius: var(--radius-l);
    background: var(--ground-raised);
    box-shadow: var(--shadow-raised);
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
  }
  input {
    flex: 1 1 14rem;
    min-inline-size: 5rem;
    min-block-size: var(--target);
    box-sizing: border-box;
    padding-inline: var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--ground);
    font: inherit;
    color: inherit;
  }
  input.none {
    border-color: var(--danger);
  }
  .count {
    min-inline-size: 5.5em;
    padding-inline: var(--space-2);
    font-size: var(--size-s);
    color: var(--text-faint);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;

/** What is found, in the text itself; the place that is shown stands out. */
export const foundStyles = css`
  ::highlight(carrel-found) {
    background-color: var(--found);
    color: var(--text);
  }
  ::highlight(carrel-found-now) {
    background-color: var(--accent);
    color: var(--on-accent);
  }
  @media (forced-colors: active) {
    ::highlight(carrel-found) {
      color: MarkText;
    }
    /* The system may give both one ground. */
    ::highlight(carrel-found-now) {
      text-decoration: underline 0.15em;
    }
  }
`;
