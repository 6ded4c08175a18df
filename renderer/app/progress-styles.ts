import { css } from 'lit';

/** How far something is, as a thin bar. */
export const progressStyles = css`
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.375rem;
    margin-block: var(--space-2);
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--line);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--accent);
    transition: inline-size var(--calm);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  @media (forced-colors: active) {
    progress {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      background: Canvas;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
  }
`;
