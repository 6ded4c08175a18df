import { css } from 'lit';

/** The quiet buttons of the reading view: an icon and a word, a ground only under the pointer. */
export const controlStyles = css`
  .control {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    box-sizing: border-box;
    min-block-size: var(--target);
    padding: 0 var(--space-3);
    border: 1px solid transparent;
    border-radius: var(--radius-m);
    background: none;
    font: 500 var(--size-m) / 1.2 var(--font-ui);
    color: var(--text-soft);
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--quick),
      color var(--quick);
  }
  .control:hover {
    background: var(--ground-hover);
    color: var(--text);
  }
  .control[aria-pressed='true'] {
    color: var(--accent-text);
  }
  .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  .notice .control {
    margin-block-start: var(--space-3);
    border-color: var(--line-strong);
    color: var(--text);
  }
  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: var(--focus-offset);
  }
  @media (forced-colors: active) {
    .control {
      border-color: currentColor;
    }
    .control:hover,
    .control[aria-pressed='true'] {
      border-color: Highlight;
    }
    .control[aria-pressed='true'] {
      border-width: 3px;
    }
    a.control {
      color: LinkText;
    }
  }
`;
