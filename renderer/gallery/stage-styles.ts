import { css } from 'lit';

/** The stage: the picture, what stands in its place, and the buttons at its sides. */
export const stageStyles = css`
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
  .stage > :is(img, .former, .missing) {
    grid-area: 1 / 1;
  }
  .former {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  .stage > img,
  .former > img {
    max-inline-size: 100%;
    max-block-size: 100%;
    object-fit: contain;
    -webkit-user-drag: none;
  }
  /* What is not loaded yet would show its words; the picture before is there. */
  .stage:has(.former) > img,
  .stage.flying > img {
    opacity: 0;
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

  /* Without a word it stays for those who listen, and is not seen. */
  .notice {
    position: absolute;
    overflow: hidden;
  }
  .notice.said {
    inset-block-end: var(--space-3);
    inset-inline: var(--space-3);
    justify-self: center;
    inline-size: fit-content;
    max-inline-size: 30rem;
    margin: 0 auto;
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--gallery-line);
    border-radius: var(--radius-m);
    background: var(--gallery-raised);
    color: var(--gallery-text);
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .notice.failed {
    border-color: var(--gallery-danger);
  }

  @media (max-width: 40rem) {
    .turn {
      inline-size: min(2.5rem, 12vw);
    }
    .previous {
      inset-inline-start: 0;
    }
    .next {
      inset-inline-end: 0;
    }
  }
`;
