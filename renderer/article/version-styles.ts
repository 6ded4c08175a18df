import { css } from 'lit';

/** The list of versions below the text, as quiet as the lines around it. */
export const versionStyles = css`
  :host {
    display: block;
  }
  summary {
    inline-size: fit-content;
    cursor: pointer;
    border-radius: var(--radius-s);
  }
  summary:hover {
    color: var(--text);
  }
  ul {
    margin: var(--space-2) 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--space-4);
    min-block-size: var(--target);
    border-block-end: 1px solid var(--line);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .shown {
    padding-inline: var(--space-3);
    color: var(--text-soft);
    font-weight: 500;
  }
  .control {
    font-size: var(--size-s);
  }
  details > .control {
    margin-inline-start: calc(-1 * var(--space-3));
  }
`;
