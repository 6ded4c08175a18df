import { css } from 'lit';

/**
 * How what is chosen looks where the system forces its colours: its ground and all text on it. By
 * the tokens, so that what is within it has them too, in whatever shadow root. To be put into a
 * rule below `@media (forced-colors: active)`.
 */
export const highlighted = css`
  forced-color-adjust: none;
  --text: HighlightText;
  --text-soft: HighlightText;
  --text-faint: HighlightText;
  --accent: HighlightText;
  --on-accent: Highlight;
  --accent-text: HighlightText;
  --brass-text: HighlightText;
  --danger-text: HighlightText;
  --line: HighlightText;
  --focus: HighlightText;
  --focus-ring: 2px solid HighlightText;
  --ground-sunk: Highlight;
  background: Highlight;
  color: HighlightText;
`;
