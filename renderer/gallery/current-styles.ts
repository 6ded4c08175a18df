import { css } from 'lit';

/** Pictures to choose from: which one is shown, and where the keyboard is. */
export const currentStyles = css`
  [aria-current] {
    outline: 2px solid var(--gallery-text);
    outline-offset: 2px;
  }
  button:focus-visible {
    outline: 3px solid var(--gallery-focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
    [aria-current] {
      outline: 3px solid Highlight;
    }
  }
`;
