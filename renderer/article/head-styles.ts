import { css } from 'lit';

/** The head of an article: the headline in the reading face, all around it in the interface's. */
export const headStyles = css`
  :host {
    display: block;
    font-family: var(--font-ui);
    font-size: var(--size-m);
    line-height: var(--line-height-ui);
    color: var(--text-soft);
  }
  .source {
    margin: 0 0 var(--space-3);
    font-weight: 600;
    letter-spacing: 0.01em;
    color: var(--accent-text);
  }
  .source .site {
    font-weight: 400;
    color: var(--text-faint);
  }
  h1,
  .subtitle {
    margin: 0;
    font-family: var(--face, var(--font-reading));
    color: var(--text);
    text-wrap: balance;
    overflow-wrap: break-word;
    font-variant-numeric: lining-nums;
    hanging-punctuation: first;
  }
  h1 {
    font-size: calc(var(--reading-size) * var(--script-scale, 1) * 2.35);
    font-weight: 560;
    line-height: var(--leading-headline, 1.16);
    letter-spacing: var(--tracking-headline, -0.014em);
    hyphens: manual;
  }
  /* Japanese has no spaces to break a headline at: between phrases, not inside a word. */
  h1:lang(ja) {
    word-break: auto-phrase;
  }
  h1.long {
    font-size: calc(var(--reading-size) * var(--script-scale, 1) * 1.7);
    line-height: var(--leading-headline, 1.22);
  }
  .subtitle {
    margin-block-start: var(--space-3);
    font-size: calc(var(--reading-size) * var(--script-scale, 1) * 1.16);
    line-height: var(--leading-headline, 1.42);
    color: var(--text-soft);
    text-wrap: pretty;
  }
  .byline {
    margin: var(--space-5) 0 0;
    font-weight: 600;
    color: var(--text);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: var(--space-5) 0 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .byline + .facts {
    margin-block-start: var(--space-1);
  }
  .facts li {
    display: flex;
    align-items: center;
    gap: 0.35em;
  }
  .facts .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .whole .icon {
    color: var(--accent-text);
  }
  .waiting {
    color: var(--brass-text);
  }
  .failed {
    color: var(--danger-text);
  }
  .actions {
    margin-block: var(--space-4) var(--space-6);
    padding-block: var(--space-1);
    border-block: 1px solid var(--line);
  }
  .actions > div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    /* The icon, not the button's ground, stands on the line of the text. */
    margin-inline-start: calc(-1 * var(--space-3));
  }
  .notice {
    margin-block: 0 var(--space-6);
    padding: var(--space-3) var(--space-4);
    border: var(--edge);
    border-radius: var(--radius-m);
    background: var(--brass-soft);
    color: var(--text);
  }
  .notice.failure {
    background: var(--danger-soft);
  }
  .notice p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .notice p + p {
    margin-block-start: var(--space-1);
    color: var(--text-soft);
  }
  .on-paper {
    display: none;
  }
  @media print {
    .on-paper {
      display: block;
      margin: var(--space-2) 0 0.8cm;
      overflow-wrap: anywhere;
    }
    .actions,
    .notice {
      display: none;
    }
    h1,
    h1.long {
      font-size: 24pt;
    }
    .state {
      display: none !important;
    }
  }
  @container reading (inline-size < 34rem) {
    h1 {
      font-size: calc(var(--reading-size) * var(--script-scale, 1) * 1.65);
    }
    h1.long {
      font-size: calc(var(--reading-size) * var(--script-scale, 1) * 1.4);
    }
  }
`;
