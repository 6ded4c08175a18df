import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

/** Line drawings of 20 × 20 units, in the colour of the text around them; never named, always beside a name. */

function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawing}
  </svg>`;
}

const bookmark = svg`<path d="M5.5 3.5h9v13L10 13.2 5.5 16.5z" />`;
const bookmarkFilled = svg`<path d="M5.5 3.5h9v13L10 13.2 5.5 16.5z" fill="currentColor" />`;
const circle = svg`<circle cx="10" cy="10" r="4.5" />`;
const circleFilled = svg`<circle cx="10" cy="10" r="4.5" fill="currentColor" />`;
const leave = svg`<path d="M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16 4l-7 7" />`;
const again = svg`<path d="M16 10a6 6 0 1 1-1.8-4.3L16.5 8M16.5 3.5V8H12" />`;
const wait = svg`<circle cx="10" cy="10" r="6.5" /><path d="M10 6.2V10l2.6 1.8" />`;
const check = svg`<path d="m4.5 10.5 3.8 3.8 7.2-8.2" />`;
const warn = svg`<path d="M10 3.2 17.5 16h-15zM10 8v3.6M10 13.7v.1" />`;
const picture = svg`<rect x="3" y="4" width="14" height="12" rx="1.5" /><path d="m3.5 14 4-4.2 3 3 2.2-2.1 3.8 3.6" /><circle cx="12.8" cy="7.6" r="1" />`;
const grid = svg`<rect x="3.5" y="3.5" width="5.5" height="5.5" rx="1" /><rect x="11" y="3.5" width="5.5" height="5.5" rx="1" /><rect x="3.5" y="11" width="5.5" height="5.5" rx="1" /><rect x="11" y="11" width="5.5" height="5.5" rx="1" />`;
const close = svg`<path d="m5 5 10 10M15 5 5 15" />`;
const left = svg`<path d="M12.5 4 6.5 10l6 6" />`;
const right = svg`<path d="m7.5 4 6 6-6 6" />`;
const plus = svg`<path d="M10 4.5v11M4.5 10h11" />`;
const minus = svg`<path d="M4.5 10h11" />`;

export const icons = {
  bookmark: icon(bookmark),
  bookmarkFilled: icon(bookmarkFilled),
  circle: icon(circle),
  circleFilled: icon(circleFilled),
  leave: icon(leave),
  again: icon(again),
  wait: icon(wait),
  check: icon(check),
  warn: icon(warn),
  picture: icon(picture),
  grid: icon(grid),
  close: icon(close),
  left: icon(left),
  right: icon(right),
  plus: icon(plus),
  minus: icon(minus),
};
