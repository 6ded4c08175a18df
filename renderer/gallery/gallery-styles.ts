import { css } from 'lit';

/** The gallery fills the window and is a dark room in every theme, so that only the picture is lit. */
export const galleryStyles = css`
  :host {
    display: contents;
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
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  }
  dialog::backdrop {
    background: var(--gallery-ground);
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
    flex: 1;
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
    inline-size: 2.5rem;
    block-size: 2.5rem;
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
  button:focus-visible,
  .words:focus-visible {
    outline: 2px solid var(--gallery-focus);
    outline-offset: -2px;
  }
  .scale {
    inline-size: 3.75rem;
  }
  .icon {
    inline-size: 1.375rem;
    block-size: 1.375rem;
  }

  .stage {
    position: relative;
    min-block-size: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    place-items: center;
    overflow: hidden;
    touch-action: none;
    user-select: none;
  }
  .stage.zoomed {
    cursor: grab;
  }
  .stage.zoomed:active {
    cursor: grabbing;
  }
  .stage > img {
    max-inline-size: 100%;
    max-block-size: 100%;
    object-fit: contain;
    -webkit-user-drag: none;
  }
  .missing {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    max-inline-size: 34rem;
    margin: var(--space-4);
    padding: var(--space-5);
    border: 1px dashed var(--gallery-line);
    border-radius: var(--radius-m);
    text-align: center;
    overflow-wrap: anywhere;
    user-select: text;
  }
  .missing p {
    margin: 0;
  }
  .missing :is(.alt, .reason) {
    color: var(--gallery-text-soft);
  }
  .turn {
    position: absolute;
    inset-block: 0;
    margin-block: auto;
    inline-size: 3rem;
    block-size: 4.5rem;
    background: rgb(12 14 13 / 0.55);
  }
  .turn:hover:not(:disabled) {
    background: rgb(60 66 62 / 0.85);
  }
  .turn .icon {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }
  .previous {
    inset-inline-start: var(--space-2);
  }
  .next {
    inset-inline-end: var(--space-2);
  }
  /* ‹ and › point to the side they stand on, also where the article runs from right to left. */
  dialog:dir(rtl) .turn .icon {
    transform: scaleX(-1);
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
    .title {
      visibility: hidden;
    }
    .words {
      padding-inline: var(--space-4);
    }
    .words > div {
      grid-template-columns: minmax(0, 1fr);
    }
    .turn {
      inline-size: 2.5rem;
    }
    .previous {
      inset-inline-start: 0;
    }
    .next {
      inset-inline-end: 0;
    }
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
    button:disabled {
      border-color: GrayText;
      opacity: 1;
    }
  }
`;
