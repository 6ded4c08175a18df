import { css } from 'lit';

/** Parts of a dialog that tell facts: headings, and what is called what. */
export const factsStyles = css`
  h3 {
    margin: var(--space-5) 0 var(--space-2);
    font-size: var(--size-m);
    font-weight: 650;
  }
  h3:first-child {
    margin-block-start: 0;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-1) var(--space-4);
    margin: 0;
    font-size: var(--size-s);
  }
  dt {
    color: var(--text-faint);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
