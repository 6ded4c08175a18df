import { css } from 'lit';

/** The paragraph that is read aloud, and the word of it that is being said, in the text itself. */
export const heardStyles = css`
  ::highlight(carrel-heard) {
    background-color: var(--accent-soft);
    color: var(--text);
  }
  ::highlight(carrel-heard-word) {
    background-color: var(--accent);
    color: var(--on-accent);
  }
  @media (forced-colors: active) {
    ::highlight(carrel-heard) {
      background-color: Mark;
      color: MarkText;
    }
    ::highlight(carrel-heard-word) {
      background-color: Highlight;
      color: HighlightText;
      text-decoration: underline 3px;
    }
  }
  @media print {
    ::highlight(carrel-heard),
    ::highlight(carrel-heard-word) {
      background-color: transparent;
      color: inherit;
    }
  }
`;
