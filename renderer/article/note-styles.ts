import { css } from 'lit';

/** What refers to a note in the text, and what leads back there from the note. */
export const notedStyles = css`
  a[data-note] {
    color: var(--accent-text);
    text-decoration: none;
    border-radius: var(--radius-s);
    /* A number is small: what is pressed is larger than what is seen. */
    padding: 0.3em 0.2em;
    margin: -0.3em -0.1em;
    font-variant-numeric: lining-nums;
    font-style: normal;
  }
  a[data-note]:hover,
  a[data-note][aria-expanded='true'] {
    background: var(--accent-soft);
    text-decoration: underline;
  }
  a[data-raised] {
    font-size: 0.7em;
    line-height: 0;
    vertical-align: super;
  }
  .way-back {
    margin-inline-start: 0.35em;
    padding: 0 0.25em;
    min-inline-size: 1.5rem;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    font: inherit;
    font-family: var(--font-ui);
    line-height: 1;
    color: var(--accent-text);
    cursor: pointer;
  }
  .way-back:hover {
    background: var(--ground-hover);
  }
  .way-back:dir(rtl) {
    transform: scaleX(-1);
  }
  [data-label]::before {
    content: attr(data-label) '\\2002';
    color: var(--text-faint);
    font-variant-numeric: lining-nums tabular-nums;
  }
  li[data-label] {
    list-style-type: none;
  }
  [data-note-text].reached {
    animation: reached 1.6s ease-out;
  }
  @keyframes reached {
    from {
      background: var(--found);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [data-note-text].reached {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    a[data-note] {
      color: LinkText;
    }
  }
  @media print {
    a[data-note] {
      color: inherit;
      text-decoration: none;
    }
    .way-back {
      display: none;
    }
  }
`;

/** The sheet that shows a note beside what refers to it. */
export const noteStyles = css`
  :host {
    display: contents;
  }
  .sheet {
    position: fixed;
    inset: auto;
    inline-size: 24rem;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--radius-l);
    background: var(--ground-raised);
    box-shadow: var(--shadow-raised);
    color: var(--text);
    flex-direction: column;
    overflow: hidden;
    writing-mode: horizontal-tb;
  }
  .sheet:popover-open {
    display: flex;
  }
  .sheet:focus-visible {
    outline: var(--focus-ring);
    outline-offset: -2px;
  }
  .text {
    --under: var(--ground-raised);
    flex: 0 1 auto;
    min-block-size: 2lh;
    max-block-size: 20rem;
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--space-3) var(--space-4) var(--space-2);
    font-family: var(--face, var(--font-reading));
    font-size: calc(
      var(--reading-size, 1.125rem) * 0.88 * var(--script-scale, 1) * var(--reading-scale, 1)
    );
    line-height: calc(var(--leading, 1.5) * var(--leading-factor, 1) * 0.94);
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .text > * {
    margin: 0;
  }
  .text > * + * {
    margin-block-start: 0.5lh;
  }
  a[data-note] {
    color: var(--accent-text);
    text-decoration: none;
  }
  .link {
    flex: none;
    align-self: start;
    min-block-size: var(--target);
    padding-inline: var(--space-4);
    font: 600 var(--size-s) / var(--line-height-ui) var(--font-ui);
  }
  @media (forced-colors: active) {
    .sheet {
      border: 1px solid;
    }
    a[data-note] {
      color: LinkText;
    }
  }
  @media print {
    .sheet:popover-open {
      display: none;
    }
  }
`;
