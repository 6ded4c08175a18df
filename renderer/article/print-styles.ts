import { css } from 'lit';

/**
 * The article on paper: the text at its own length, in black, pictures whole, and nothing that is
 * pressed. What the window around it leaves out stands in `renderer/print.css` and in its elements.
 */
export const printStyles = css`
  @media print {
    :host,
    .page {
      display: block;
      block-size: auto;
      contain: none;
      overflow: visible;
      padding: 0;
    }
    .page {
      font-size: 11pt;
    }
    .body {
      display: block;
    }
    .body > p {
      orphans: 3;
      widows: 3;
    }
    :is(h2, h3, h4) {
      break-after: avoid;
    }
    :is(figure, tr, blockquote, .embed) {
      break-inside: avoid;
    }
    .table,
    pre {
      overflow: visible;
      background: none;
    }
    pre {
      white-space: pre-wrap;
      border: 1px solid var(--line);
    }
    table {
      inline-size: 100%;
    }
    .open {
      inline-size: auto;
      background: none;
    }
    .open > img,
    .tiles .open > img {
      inline-size: auto;
      block-size: auto;
      max-inline-size: 100%;
      max-block-size: 20cm;
      margin-inline: auto;
      object-fit: contain;
    }
    .tiles[data-tiles] {
      display: grid;
      grid-template: none / repeat(2, 1fr);
      grid-auto-rows: auto;
      align-items: center;
      aspect-ratio: auto;
      block-size: auto;
      gap: 0.5cm;
    }
    .tiles[data-tiles] > .tile:nth-child(n) {
      grid-area: auto;
      block-size: auto;
      aspect-ratio: auto;
      break-inside: avoid;
    }
    figure.grid {
      break-inside: auto;
    }
    a[href] {
      text-decoration-color: var(--line-strong);
    }
    carrel-enclosures,
    carrel-versions,
    carrel-reading-line,
    .all,
    .fetch,
    .more,
    summary {
      display: none;
    }
    ::highlight(carrel-found),
    ::highlight(carrel-found-now) {
      background-color: transparent;
      color: inherit;
    }
  }
`;
