import { css } from 'lit';

export const libraryStyles = css`
  :host {
    display: block;
  }
  p {
    margin: 0;
  }
  .folder,
  .hash {
    font-family: var(--font-code);
    font-size: var(--size-s);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .help {
    font-size: var(--size-s);
    color: var(--text-soft);
  }
  dt {
    color: var(--text-soft);
  }
  dd {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin: 0;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* As wide as any size, so that the bars beside them are of one length. */
  dd span:last-child {
    min-inline-size: 4rem;
    text-align: end;
  }
  meter {
    flex: 1;
    min-inline-size: 2rem;
    max-inline-size: 10rem;
    block-size: 0.5rem;
    border: 0;
    background: var(--line);
    border-radius: 4px;
    overflow: hidden;
  }
  meter::-webkit-meter-bar {
    block-size: 0.5rem;
    border: 0;
    background: var(--line);
  }
  meter::-webkit-meter-optimum-value {
    background: var(--accent);
  }
  meter::-moz-meter-bar {
    background: var(--accent);
  }
  @media (forced-colors: active) {
    meter {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      background: Canvas;
    }
    meter::-webkit-meter-bar {
      background: Canvas;
    }
  }
  .said {
    margin-block-start: var(--space-2);
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: var(--space-1);
    margin-block-start: var(--space-3);
  }
  .with-button {
    display: flex;
    gap: var(--space-2);
  }
  .with-button .input {
    flex: 1;
  }
  .row,
  .ready {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .ready.said {
    flex-wrap: nowrap;
    align-items: start;
  }
  .row {
    margin-block-start: var(--space-3);
  }
  .ready .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--accent-text);
  }
  .failure {
    margin-block-start: var(--space-2);
    color: var(--danger-text);
  }
`;
