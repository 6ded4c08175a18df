import { css } from 'lit';

/**
 * The typography of an article's body. Space is measured in lines of the text (`lh`): half a
 * line between paragraphs, a line and a half above a heading, one line around what is set apart.
 */
export const bodyStyles = css`
  .body {
    font-variant-numeric: lining-nums proportional-nums;
    hyphens: auto;
    hyphenate-limit-chars: 7 3 3;
    overflow-wrap: break-word;
    hanging-punctuation: first allow-end last;
    font-kerning: normal;
    font-optical-sizing: auto;
  }
  .body > * {
    grid-column: text;
    min-inline-size: 0;
    margin: 0;
  }
  .body > * + * {
    margin-block-start: 0.5lh;
  }
  p,
  li,
  dd,
  blockquote,
  figcaption {
    text-wrap: pretty;
  }
  /* In a narrow column an even last line costs more than it gives. */
  @container reading (inline-size < 34rem) {
    p,
    li,
    dd,
    blockquote,
    figcaption {
      text-wrap: wrap;
    }
  }
  :is(li, dd, blockquote, td) > p {
    margin: 0;
  }
  :is(li, dd, blockquote, td) > * + * {
    margin-block-start: 0.5lh;
  }

  h2,
  h3,
  h4 {
    font-weight: 640;
    line-height: var(--leading-headline, 1.25);
    letter-spacing: calc(var(--tracking-headline, -0.014em) / 2);
    text-wrap: balance;
    hyphens: manual;
    font-variant-numeric: lining-nums;
  }
  h2 {
    font-size: 1.4em;
  }
  h3 {
    font-size: 1.17em;
  }
  h4 {
    font-size: 1em;
    font-style: italic;
  }
  .body > :is(h2, h3, h4) + * {
    margin-block-start: 0.35lh;
  }
  .body > * + h2 {
    margin-block-start: 1.3lh;
  }
  .body > * + :is(h3, h4) {
    margin-block-start: 1.1lh;
  }

  a[href] {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--accent-text);
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.16em;
    transition: color var(--quick);
  }
  a[href]:hover {
    color: var(--accent-text);
    text-decoration-thickness: 0.12em;
  }
  strong {
    font-weight: 680;
  }
  mark {
    background: var(--found);
    color: inherit;
  }
  @media (forced-colors: active) {
    a[href] {
      color: LinkText;
      text-decoration-color: currentColor;
    }
    mark {
      forced-color-adjust: none;
      color: MarkText;
    }
  }
  small {
    font-size: 0.85em;
  }
  sub,
  sup {
    font-size: 0.7em;
    line-height: 0;
    font-variant-numeric: lining-nums;
  }
  abbr[title] {
    text-decoration: underline dotted;
    text-underline-offset: 0.16em;
  }
  rt {
    font-size: 0.5em;
  }

  ul,
  ol {
    padding-inline-start: 1.6em;
  }
  li + li {
    margin-block-start: 0.25lh;
  }
  li::marker {
    color: var(--text-faint);
    font-variant-numeric: lining-nums tabular-nums;
  }
  li > :is(ul, ol) {
    margin-block: 0.25lh 0;
  }
  dt {
    font-weight: 640;
  }
  dd {
    margin-inline-start: 1.6em;
  }

  .embed {
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    font-family: var(--font-ui);
    font-size: max(0.84em, 0.875rem);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .body > :is(.embed, * + .embed) {
    margin-block: 1lh 0.5lh;
  }
  .body > blockquote {
    margin-block: 1lh 0.5lh;
    padding-inline-start: 1.2em;
    border-inline-start: 3px solid var(--accent);
    color: var(--text-soft);
  }
  blockquote blockquote {
    margin-inline: 1.2em 0;
  }
  cite {
    font-style: italic;
  }
  .body > hr {
    block-size: 1lh;
    margin-block: 0.5lh;
    border: 0;
    text-align: center;
    color: var(--text-faint);
  }
  hr::before {
    content: '· · ·';
  }

  code,
  kbd,
  samp,
  pre {
    font-family: var(--font-code);
    font-size: 0.84em;
    font-variant-numeric: normal;
    hyphens: none;
  }
  :is(p, li, td, dd) > :is(code, kbd, samp) {
    padding: 0.1em 0.3em;
    border-radius: var(--radius-s);
    background: var(--ground-sunk);
  }
  pre {
    padding: var(--space-4);
    border-radius: var(--radius-m);
    line-height: 1.5;
    tab-size: 4;
    white-space: pre;
    text-align: left;
    direction: ltr;
  }
  pre code {
    font-size: inherit;
  }

  .body > :is(.table, pre, figure) {
    margin-block: 1lh 0.5lh;
  }
  .body > :is(.table, pre, figure):first-child {
    margin-block-start: 0;
  }
  .table,
  pre {
    overflow-x: auto;
    /* A shade at the side where there is more to scroll to; it is covered at the end. */
    --under: var(--ground);
    --more: color-mix(in srgb, var(--text) 22%, transparent);
    background:
      linear-gradient(to right, var(--under) 40%, transparent) left / 2.5rem 100% no-repeat local,
      linear-gradient(to left, var(--under) 40%, transparent) right / 2.5rem 100% no-repeat local,
      linear-gradient(to right, var(--more), transparent) left / 0.75rem 100% no-repeat scroll,
      linear-gradient(to left, var(--more), transparent) right / 0.75rem 100% no-repeat scroll,
      var(--under);
  }
  pre {
    --under: var(--ground-sunk);
  }
  table {
    inline-size: max-content;
    min-inline-size: 100%;
    border-collapse: collapse;
    font-family: var(--font-ui);
    font-size: max(0.8em, 0.8125rem);
    line-height: 1.45;
    font-variant-numeric: lining-nums tabular-nums;
    hyphens: none;
    text-wrap: wrap;
  }
  caption {
    padding-block-end: var(--space-2);
    text-align: start;
    font-weight: 600;
  }
  th,
  td {
    max-inline-size: 22em;
    padding: var(--space-2) var(--space-4) var(--space-2) 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th:dir(rtl),
  td:dir(rtl) {
    padding: var(--space-2) 0 var(--space-2) var(--space-4);
  }
  thead th {
    border-block-end: 1px solid var(--line-strong);
    font-weight: 600;
    color: var(--text-soft);
    vertical-align: bottom;
  }
  th {
    font-weight: 600;
  }
`;
