import { css } from 'lit';

/** A choice from a list that unfolds, beside the window's own controls. */
export const selectStyles = css`
  select {
    box-sizing: border-box;
    min-block-size: var(--target);
    padding-inline: var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--ground);
    font: var(--size-m) var(--font-ui);
    color: var(--text);
  }
`;
