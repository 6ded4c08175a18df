import { css } from 'lit';

/** A modal dialog of the window. */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(30rem, calc(100vw - 2rem));
    max-block-size: min(44rem, calc(100vh - 2rem));
    padding: var(--space-5);
    border: var(--edge);
    border-radius: var(--radius-l);
    background: var(--ground-raised);
    box-shadow: var(--shadow-raised);
    font: var(--size-m) / 1.5 var(--font-ui);
    color: var(--text);
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: var(--shade);
  }
  /* Stays while a long report or form scrolls below it. */
  .top {
    position: sticky;
    /* A sticky place is reckoned from within the padding. */
    inset-block-start: calc(-1 * var(--space-5));
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin: calc(-1 * var(--space-5)) calc(-1 * var(--space-5)) 0;
    padding: var(--space-5) var(--space-5) var(--space-4);
    background: var(--ground-raised);
  }
  .top .tool {
    margin: calc(-1 * var(--space-2));
  }
  h2 {
    margin: 0;
    font: 600 var(--size-xl) / 1.25 var(--font-reading);
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0 0 var(--space-3);
    color: var(--text-soft);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-2);
    margin-block-start: var(--space-5);
  }
  .error {
    display: flex;
    gap: var(--space-2);
    margin: var(--space-3) 0 0;
    padding: var(--space-3);
    border: var(--edge);
    border-radius: var(--radius-m);
    background: var(--danger-soft);
    color: var(--text);
    overflow-wrap: anywhere;
  }
  .error .icon {
    color: var(--danger-text);
  }
`;
