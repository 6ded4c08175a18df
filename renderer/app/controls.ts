import { css } from 'lit';

/** Buttons, fields and icons of the window outside the reading view. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  .icon {
    flex: none;
    display: block;
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: var(--target);
    padding: var(--space-1) var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--ground-raised);
    font-weight: 500;
    transition: background-color var(--quick);
    /* A link may be one. */
    color: inherit;
    text-decoration: none;
  }
  .button:hover:not(:disabled) {
    background: var(--ground-hover);
  }
  .button.first {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.first:hover:not(:disabled) {
    border-color: var(--accent-hover);
    background: var(--accent-hover);
  }
  .button.danger {
    border-color: var(--danger);
    background: var(--danger);
    color: var(--on-danger);
  }
  .button.danger:hover:not(:disabled) {
    filter: brightness(0.92);
  }
  .button:disabled {
    opacity: 0.6;
  }
  .tool {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--target);
    block-size: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--radius-m);
    background: none;
    color: var(--text-soft);
    transition:
      background-color var(--quick),
      color var(--quick);
  }
  .tool:hover,
  .tool[aria-expanded='true'] {
    background: var(--ground-hover);
    color: var(--text);
  }
  .tool:disabled {
    background: none;
    color: var(--text-faint);
    opacity: 0.55;
  }
  .tool[aria-expanded='true'] {
    border: var(--edge);
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    color: var(--accent-text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: var(--focus-offset);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .button:disabled,
    .tool:disabled {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
    .button.first:disabled,
    .button.danger:disabled {
      background: Canvas;
    }
    /* Or the system puts its own ground below their words. */
    :is(.button.first, .button.danger):not(:disabled) {
      forced-color-adjust: none;
    }
    :is(.button, .tool):hover:not(:disabled) {
      outline: 1px solid Highlight;
    }
    :is(.button, .tool):focus-visible {
      outline: var(--focus-ring);
    }
    .link {
      color: LinkText;
    }
  }
`;
