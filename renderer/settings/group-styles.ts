import { css } from 'lit';

/** The groups of the sheet of settings, with a line between them, and their plain controls. */
export const groupStyles = css`
  .tool {
    inline-size: 2rem;
  }
  [popover] {
    inline-size: 21rem;
    max-inline-size: calc(100vw - 2 * var(--space-2));
    padding: var(--space-4);
  }
  section + section {
    margin-block-start: var(--space-4);
    padding-block-start: var(--space-4);
    border-block-start: 1px solid var(--line);
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset + fieldset {
    margin-block-start: var(--space-4);
  }
  legend,
  .name {
    padding: 0;
    font-size: var(--size-s);
    font-weight: 600;
  }
  p {
    margin: var(--space-2) 0 0;
    font-size: var(--size-xs);
    color: var(--text-faint);
  }
  .radios label,
  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: 1.75rem;
    margin-inline-end: var(--space-5);
    cursor: pointer;
  }
  .radios p {
    margin: 0;
  }
  .check {
    margin: var(--space-3) 0 0;
  }
  .radios input,
  .check input {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .select label {
    display: grid;
    gap: var(--space-2);
  }
  .select select {
    inline-size: 100%;
  }
  .range {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--space-1);
    margin-block-start: var(--space-3);
  }
  output {
    grid-area: 1 / 2;
    font-size: var(--size-s);
    color: var(--text-faint);
    font-variant-numeric: tabular-nums;
  }
  .range input {
    grid-area: 2 / 1 / auto / -1;
    inline-size: 100%;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .preview {
    margin-block: var(--space-2);
    padding: var(--space-3);
    border: var(--edge);
    border-radius: var(--radius-m);
    background: var(--danger-soft);
    font-size: var(--size-s);
  }
  .preview p {
    margin: 0;
    font-size: inherit;
    color: inherit;
  }
  .preview ul {
    margin: var(--space-2) 0 var(--space-3);
    padding-inline-start: var(--space-4);
    overflow-wrap: anywhere;
  }
`;
