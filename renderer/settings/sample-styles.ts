import { css } from 'lit';

/** Choices that are seen: a sample of each theme and of each face, with its name below. */
export const sampleStyles = css`
  .samples {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: var(--space-2);
  }
  .samples legend {
    margin-block-end: var(--space-2);
  }
  .choice {
    display: grid;
    align-content: start;
    justify-items: center;
    gap: var(--space-1);
    position: relative;
    font-size: var(--size-xs);
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .choice input {
    position: absolute;
    opacity: 0;
  }
  .sample {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 2.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    font: 500 var(--size-l) / 1 var(--font-reading);
  }
  .sans .sample {
    font-family: var(--font-ui);
  }
  .legible .sample {
    font-family: var(--font-legible);
  }
  .families .sample {
    font-size: var(--size-xl);
  }
  /* The grounds and texts of tokens.css, whatever theme is on. */
  .themes .sample {
    forced-color-adjust: none;
  }
  .light .sample {
    background: #fdfcf9;
    color: #1d211f;
  }
  .sepia .sample {
    background: #f5ecd9;
    color: #33271a;
  }
  .dark .sample {
    background: #1b201d;
    color: #e2e5e0;
  }
  .black .sample {
    background: #000000;
    color: #d6dad5;
  }
  .system .sample {
    background: linear-gradient(105deg, #fdfcf9 50%, #1b201d 50%);
    color: transparent;
  }
  .choice input:checked + .sample {
    border-color: var(--accent);
    box-shadow: 0 0 0 2px var(--accent);
  }
  .choice input:focus-visible + .sample {
    outline: var(--focus-ring);
    outline-offset: 4px;
  }
  .choice:has(:checked) {
    font-weight: 600;
  }
  /* Shadows go with forced colours. */
  @media (forced-colors: active) {
    .choice input:checked + .sample {
      outline: 3px solid Highlight;
    }
    .choice input:focus-visible + .sample {
      outline-style: double;
    }
  }
`;
