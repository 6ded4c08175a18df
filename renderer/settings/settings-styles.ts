import { css } from 'lit';

/** The sheet of settings: samples of the themes, sliders, the choice for metered networks. */
export const settingsStyles = css`
  .tool {
    inline-size: 2rem;
  }
  [popover] {
    inline-size: 19rem;
    padding: var(--space-4);
  }
  .themes {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: var(--space-2);
    margin-block-end: var(--space-4);
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choice,
  .select {
    margin-block-start: var(--space-4);
    padding-block-start: var(--space-4);
    border-block-start: 1px solid var(--line);
  }
  .choice label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: 1.75rem;
    margin-inline-end: var(--space-5);
    cursor: pointer;
  }
  .choice input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .choice legend {
    margin-block-end: 0;
  }
  .select label {
    display: grid;
    gap: var(--space-2);
  }
  .select select {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: var(--target);
    padding-inline: var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--ground);
    font: var(--size-m) var(--font-ui);
    color: var(--text);
  }
  .choice p,
  .space p {
    margin: 0;
    font-size: var(--size-xs);
    color: var(--text-faint);
  }
  .space p {
    margin-block-start: var(--space-2);
  }
  legend,
  .name {
    padding: 0;
    font-size: var(--size-s);
    font-weight: 600;
  }
  legend {
    margin-block-end: var(--space-2);
  }
  .theme {
    display: grid;
    justify-items: center;
    gap: var(--space-1);
    font-size: var(--size-xs);
    text-align: center;
    cursor: pointer;
  }
  .theme input {
    position: absolute;
    opacity: 0;
  }
  .sample {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 2.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    font: 500 var(--size-l) / 1 var(--font-reading);
  }
  /* Samples of the themes: the grounds and texts of tokens.css, whatever theme is on. */
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
  .system .sample {
    background: linear-gradient(105deg, #fdfcf9 50%, #1b201d 50%);
    color: transparent;
  }
  .theme input:checked + .sample {
    border-color: var(--accent);
    box-shadow: 0 0 0 2px var(--accent);
  }
  .theme input:focus-visible + .sample {
    outline: var(--focus-ring);
    outline-offset: 4px;
  }
  .theme:has(:checked) {
    font-weight: 600;
  }
  .preview {
    margin-block: var(--space-2);
    padding: var(--space-3);
    border-radius: var(--radius-m);
    background: var(--danger-soft);
    font-size: var(--size-s);
  }
  .preview ul {
    margin: var(--space-2) 0 var(--space-3);
    padding-inline-start: var(--space-4);
    overflow-wrap: anywhere;
  }
  .range {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--space-1);
    margin-block-start: var(--space-3);
  }
  output {
    font-size: var(--size-s);
    color: var(--text-faint);
    font-variant-numeric: tabular-nums;
  }
  .range input {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
`;
