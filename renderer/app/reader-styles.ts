import { css } from 'lit';

/** Three panes that fold: below 70rem the sources lie over the list, below 45rem one pane fills the window. */
export const readerStyles = css`
  :host {
    display: grid;
    min-block-size: 0;
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
  }
  .panes {
    position: relative;
    display: grid;
    grid-template: 100% / var(--sources-width) var(--list-width) minmax(0, 1fr);
    min-block-size: 0;
    overflow: hidden;
  }
  carrel-sources,
  carrel-list-pane {
    position: relative;
    border-inline-end: 1px solid var(--line);
  }
  /* Its line is the ring: one around all of it would cover both edges of the panes. */
  carrel-separator:focus-visible {
    outline: none;
  }
  main {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    background: var(--ground);
  }
  carrel-article {
    flex: 1;
    min-block-size: 0;
  }
  .back {
    display: none;
    padding: var(--space-1) var(--space-2);
    border-block-end: 1px solid var(--line);
  }
  .back .button {
    padding-inline: var(--space-1) var(--space-3);
    border-color: transparent;
    background: none;
    color: var(--accent-text);
  }
  .scrim {
    display: none;
  }
  .failure {
    margin: auto;
    padding: var(--space-6);
    max-inline-size: 30rem;
    text-align: center;
    color: var(--danger-text);
  }
  .leave {
    position: absolute;
    inset-block-start: var(--space-2);
    inset-inline-start: var(--space-2);
    z-index: 1;
    color: var(--text-faint);
  }
  /* The text runs below it: it stands on a ground of its own. */
  @media (max-width: 59.99rem) {
    .leave {
      border: 1px solid var(--line);
      border-radius: 50%;
      background: var(--ground);
      color: var(--text-soft);
    }
  }
  @media (max-width: 69.99rem) {
    .panes {
      grid-template-columns: var(--list-width) minmax(0, 1fr);
    }
    .of-sources {
      display: none;
    }
    carrel-sources {
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      z-index: 3;
      inline-size: min(19rem, 85vw);
      visibility: hidden;
      translate: -100%;
      transition:
        translate var(--calm),
        visibility var(--calm);
    }
    carrel-sources:dir(rtl) {
      translate: 100%;
    }
    [data-pane='sources'] carrel-sources {
      visibility: visible;
      /* At once, so that it can be given the keyboard. */
      transition: translate var(--calm);
      translate: none;
      box-shadow: var(--shadow-raised);
    }
    [data-pane='sources'] .scrim {
      position: absolute;
      inset: 0;
      z-index: 2;
      display: block;
      background: var(--shade);
    }
  }

  /* Hidden panes keep their layout, and so their scroll places. */
  @media (max-width: 44.99rem) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    carrel-list-pane,
    main {
      grid-area: 1 / 1;
      border: 0;
    }
    .panes:not([data-pane='article']) main,
    [data-pane='article'] carrel-list-pane {
      visibility: hidden;
    }
    .back {
      display: block;
    }
    carrel-separator {
      display: none;
    }
  }

  /* Focus mode. The list keeps its layout, and so its place, as where there is one pane. */
  :host([alone]) .panes {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([alone]) main {
    grid-area: 1 / 1;
    visibility: visible;
  }
  :host([alone]) carrel-list-pane {
    grid-area: 1 / 1;
    inline-size: var(--list-width);
    max-inline-size: 100%;
    visibility: hidden;
  }
  :host([alone]) carrel-sources,
  :host([alone]) carrel-separator,
  :host([alone]) .back {
    display: none;
  }

  @media print {
    :host,
    .panes,
    main {
      display: block;
      overflow: visible;
    }
    carrel-sources,
    carrel-list-pane,
    carrel-separator,
    .scrim,
    .back,
    .leave {
      display: none !important;
    }
  }
`;
