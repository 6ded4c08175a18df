import { css } from 'lit';

/**
 * A separator lies over the line at the end of its pane. It reaches further into the pane after it,
 * because its own has its scroll bar there.
 */
export const separatorStyles = css`
  :host {
    --before: 0.1875rem;
    position: absolute;
    inset-block: 0;
    inset-inline-start: 100%;
    z-index: 1;
    inline-size: 0.75rem;
    margin-inline-start: calc(-1 * var(--before));
    cursor: col-resize;
    touch-action: none;
    user-select: none;
  }
  /* A finger is wider. */
  @media (any-pointer: coarse) {
    :host {
      --before: 0.375rem;
      inline-size: 1.5rem;
    }
  }
  :host::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--before) - 2px);
    border-inline-start: 3px solid transparent;
    transition: border-color var(--quick);
  }
  /* Not at once: the pointer only passes it on its way. */
  :host(:hover)::before {
    border-color: var(--line-strong);
    transition-delay: var(--quick);
  }
  :host(:is([data-dragged], :focus-visible))::before {
    border-color: var(--focus);
    transition: none;
  }
  :host(:focus-visible)::before {
    border-inline-start-width: 5px;
  }
  @media (forced-colors: active) {
    :host::before {
      border-color: Canvas;
      border-inline-start-width: 0;
    }
    :host(:is(:hover, [data-dragged], :focus-visible))::before {
      border-inline-start: 5px solid Highlight;
    }
  }
`;
