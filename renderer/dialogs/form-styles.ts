import { css } from 'lit';

/** What the forms in dialogs share: fields with their names, help and errors beside them, buttons. */
export const formStyles = css`
  :host {
    display: block;
    font: var(--size-m) / 1.5 var(--font-ui);
    color: var(--text);
    text-align: start;
  }
  .field {
    display: grid;
    gap: var(--space-1);
    margin-block-end: var(--space-4);
    min-inline-size: 0;
  }
  .name,
  legend {
    padding: 0;
    font-size: var(--size-s);
    font-weight: 600;
  }
  fieldset {
    margin: 0 0 var(--space-4);
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    margin-block-end: var(--space-1);
  }
  .input,
  select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--target);
    padding: 0 var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--ground);
    font: inherit;
    color: inherit;
  }
  select {
    padding-inline-end: var(--space-2);
    text-overflow: ellipsis;
  }
  .input::placeholder {
    color: var(--text-faint);
    opacity: 1;
  }
  :is(.input, select):focus {
    outline: var(--focus-ring);
    outline-offset: -1px;
  }
  .input[aria-invalid='true'] {
    border-color: var(--danger);
  }
  .choice {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
    padding-block: 0.1875rem;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--accent);
    translate: 0 0.125rem;
  }
  .help,
  .wrong {
    margin: 0;
    font-size: var(--size-s);
    overflow-wrap: anywhere;
  }
  .help {
    color: var(--text-faint);
  }
  .wrong {
    color: var(--danger-text);
  }
  .error {
    display: flex;
    gap: var(--space-2);
    margin: var(--space-3) 0 0;
    padding: var(--space-3);
    border: var(--edge);
    border-radius: var(--radius-m);
    background: var(--danger-soft);
    font-size: var(--size-s);
    overflow-wrap: anywhere;
  }
  .error .icon {
    color: var(--danger-text);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-2);
    margin-block-start: var(--space-5);
  }
`;
