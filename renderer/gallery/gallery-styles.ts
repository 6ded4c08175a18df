import { css } from 'lit';

/** The gallery fills the window and is a dark room in every theme, so that only the picture is lit. */
export const galleryStyles = css`
  :host {
    display: contents;
    --button: 2.5rem;
  }
  dialog {
    position: fixed;
    inset: 0;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--gallery-ground);
    color: var(--gallery-text);
    color-scheme: dark;
    font-family: var(--font-ui);
    font-size: var(--size-m);
    line-height: 1.5;
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
  }
  dialog::backdrop {
    background: none;
  }
  /* The room grows dark and light again; nothing waits for it, and closed it takes no click. */
  dialog {
    opacity: 0;
    pointer-events: none;
    transition:
      opacity var(--calm),
      display var(--calm) allow-discrete,
      overlay var(--calm) allow-discrete;
  }
  dialog[open] {
    opacity: 1;
    pointer-events: auto;
  }
  @starting-style {
    dialog[open] {
      opacity: 0;
    }
  }
  .flight {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: none;
    pointer-events: none;
  }
  .flight > img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  dialog:focus-visible {
    outline: none;
  }

  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    padding: var(--space-2) var(--space-3);
  }
  .title {
    flex: 1 1 0;
    min-inline-size: 0;
    margin: 0;
    padding-inline-start: var(--space-2);
    font-size: var(--size-m);
    font-weight: 500;
    color: var(--gallery-text-soft);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  button {
    display: grid;
    place-content: center;
    flex: none;
    inline-size: var(--button);
    block-size: var(--button);
    padding: 0;
    border: 0;
    border-radius: var(--radius-m);
    background: transparent;
    color: var(--gallery-text);
    font: 500 var(--size-m) var(--font-ui);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
    transition: background-color var(--quick);
  }
  button:hover:not(:disabled) {
    background: rgb(255 255 255 / 0.14);
  }
  button:disabled {
    color: var(--gallery-line);
    opacity: 0.55;
    cursor: default;
  }
  button[aria-pressed='true'] {
    background: rgb(255 255 255 / 0.14);
  }
  @media (prefers-contrast: more) {
    button[aria-pressed='true'] {
      outline: 2px solid var(--gallery-text);
      outline-offset: -2px;
    }
  }
  button:focus-visible,
  .words:focus-visible {
    outline: 2px solid var(--gallery-focus);
    outline-offset: -2px;
  }
  .scale {
    inline-size: 3.75rem;
  }
  .icon {
    inline-size: min(1.375rem, var(--button) * 0.65);
    block-size: min(1.375rem, var(--button) * 0.65);
  }

  /* Where all pictures are shown, the one below them is neither seen nor reached. What tells a screen
     reader of the next one stays, because what only then came into the document would not be told. */
  .in-grid :is(.stage, .words, .words > div > *) {
    visibility: hidden;
  }
  .in-grid .words > div {
    visibility: visible;
  }
  /* Named, because the grid lies over all three, and what is only put in order would make way. */
  .stage {
    grid-area: 2 / 1;
  }
  .words {
    grid-area: 3 / 1;
  }
  carrel-gallery-strip {
    grid-area: 4 / 1;
    padding-block-end: var(--space-2);
  }
  carrel-gallery-grid {
    grid-area: 2 / 1 / -1 / -1;
  }

  .words {
    box-sizing: border-box;
    max-block-size: 30vh;
    min-block-size: 3.5rem;
    overflow-y: auto;
    padding: var(--space-3) var(--space-5) var(--space-4);
  }
  .words > div {
    display: grid;
    grid-template-columns: auto minmax(0, 44rem) auto;
    justify-content: center;
    column-gap: var(--space-4);
  }
  .counter {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    color: var(--gallery-text-soft);
  }
  .caption {
    margin: 0;
    font-size: var(--size-l);
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  .caption:is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(hi), :lang(th)) {
    line-height: 1.7;
  }
  .credit {
    display: block;
    margin-block-start: var(--space-1);
    font-size: var(--size-s);
    color: var(--gallery-text-soft);
  }

  @media (max-width: 40rem) {
    :host {
      /* Eight of them and the scale stand in one line of a telephone's width. */
      --button: min(2.5rem, 10.4vw);
    }
    .bar {
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 0;
      padding: var(--space-1);
    }
    .title {
      /* Named by the dialog; a line of its own would be the picture's. */
      display: none;
    }
    .scale {
      inline-size: auto;
      min-inline-size: 2.75rem;
    }
    .words {
      padding-inline: var(--space-4);
    }
    .words > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  /* There is no room for the strip, and so nothing to be pressed. */
  @media (max-height: 30rem) {
    .strip-toggle {
      display: none;
    }
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
    button:disabled {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
    button[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
