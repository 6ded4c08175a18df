import { css } from 'lit';

/** A small sheet that hangs below the button which opens it. */
export const popoverStyles = css`
  :host {
    display: contents;
  }
  [popover] {
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-inline;
    inset: auto;
    box-sizing: border-box;
    /* Of the room below the button: in a low window it scrolls. */
    max-block-size: calc(100% - 2 * var(--space-1));
    overflow: auto;
    overscroll-behavior: contain;
    margin: var(--space-1) 0 0;
    padding: var(--space-2);
    border: var(--edge);
    border-radius: var(--radius-l);
    background: var(--ground-raised);
    box-shadow: var(--shadow-raised);
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
  }
`;

/** A sheet that opens where the pointer pressed, and not below a button. */
export const pointedStyles = css`
  [popover] {
    position: fixed;
    position-area: none;
    margin: 0;
  }
`;
