import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

/** Line drawings of 20 × 20 units in the colour of the text around them; always beside a name. */
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

const ribbon = 'M5.5 3.5h9v13L10 13.2 5.5 16.5z';

export const icons = {
  all: icon(svg`<path d="M4 5h12M4 10h12M4 15h8" />`),
  unread: icon(
    svg`<circle cx="10" cy="10" r="6.5" /><circle cx="10" cy="10" r="2.6" fill="currentColor" stroke="none" />`,
  ),
  bookmark: icon(svg`<path d=${ribbon} />`),
  bookmarkFilled: icon(svg`<path d=${ribbon} fill="currentColor" />`),
  saved: icon(svg`<path d="M3.5 11.5v5h13v-5M10 3.5v9M6.5 9 10 12.5 13.5 9" />`),
  folder: icon(svg`<path d="M3 5.5h5l1.5 2H17v8.5H3z" />`),
  chevron: icon(svg`<path d="m7.5 5 5 5-5 5" />`),
  back: icon(svg`<path d="M12.5 4 6.5 10l6 6" />`),
  add: icon(svg`<path d="M10 4v12M4 10h12" />`),
  refresh: icon(svg`<path d="M16 10a6 6 0 1 1-1.8-4.3L16.5 8M16.5 3.5V8H12" />`),
  menu: icon(
    svg`<g fill="currentColor" stroke="none"><circle cx="4.5" cy="10" r="1.5" /><circle cx="10" cy="10" r="1.5" /><circle cx="15.5" cy="10" r="1.5" /></g>`,
  ),
  panes: icon(
    svg`<rect x="3" y="4" width="14" height="12" rx="2" /><path d="M8 4v12M5 7.5h1M5 10h1" />`,
  ),
  letters: icon(
    svg`<path d="m2.5 15 4-10.5L10.5 15M4 11.5h5" /><circle cx="14.5" cy="12.3" r="2.7" /><path d="M17.2 9.3V15" />`,
  ),
  search: icon(svg`<circle cx="9" cy="9" r="5" /><path d="m12.8 12.8 3.7 3.7" />`),
  close: icon(svg`<path d="m5 5 10 10M15 5 5 15" />`),
  check: icon(svg`<path d="m4.5 10.5 3.8 3.8 7.2-8.2" />`),
  checkAll: icon(svg`<path d="m2.5 10.5 3.5 3.5 6.5-7.5M9.8 12.8 11 14l6.5-7.5" />`),
  warn: icon(svg`<path d="M10 3.2 17.5 16h-15zM10 8v3.6M10 13.7v.1" />`),
  wait: icon(svg`<circle cx="10" cy="10" r="6.5" /><path d="M10 6.2V10l2.6 1.8" />`),
  picture: icon(
    svg`<rect x="3" y="4" width="14" height="12" rx="1.5" /><path d="m3.5 14 4-4.2 3 3 2.2-2.1 3.8 3.6" /><circle cx="12.8" cy="7.6" r="1" />`,
  ),
  file: icon(svg`<path d="M5 3h6.5L15.5 7v10H5zM11.5 3v4h4" />`),
  leave: icon(svg`<path d="M10 12.5v-9M6.5 7 10 3.5 13.5 7M3.5 11.5v5h13v-5" />`),
  remove: icon(
    svg`<path d="M4 5.5h12M8 5.5V4h4v1.5M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5" />`,
  ),
  info: icon(svg`<circle cx="10" cy="10" r="6.5" /><path d="M10 9.2v4.3M10 6.6v.1" />`),
  travel: icon(
    svg`<rect x="3.5" y="7" width="13" height="9.5" rx="1.5" /><path d="M7.5 7V4.5h5V7M7 7v9.5M13 7v9.5" />`,
  ),
  library: icon(svg`<path d="M4 4v12.5M7.5 4v12.5M4 16.5h12.5M11 5l4.2 11" />`),
  incomplete: icon(
    svg`<circle cx="10" cy="10" r="6.5" stroke-dasharray="3.2 2.2" /><path d="M10 6.6V11M10 13.3v.1" />`,
  ),
  keys: icon(
    svg`<rect x="2.5" y="5" width="15" height="10" rx="1.5" /><path d="M5.5 8h.1M8.5 8h.1M11.5 8h.1M14.5 8h.1M6.5 12h7" />`,
  ),
  lamp: icon(svg`<path d="M4 9c0-3 2.7-5.5 6-5.5S16 6 16 9zM10 9v7M6.5 16.5h7" />`),
  down: icon(svg`<path d="M10 4v11.5M5 11l5 5 5-5" />`),
  contents: icon(svg`<path d="M3.5 5h.1M3.5 10h.1M3.5 15h.1M7 5h9.5M7 10h9.5M7 15h6" />`),
  alone: icon(
    svg`<path d="M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13M7 8h6M7 12h4" />`,
  ),
  print: icon(
    svg`<path d="M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14" /><rect x="6" y="11.5" width="8" height="5" rx="0.5" />`,
  ),
  link: icon(
    svg`<path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1" />`,
  ),
  up: icon(svg`<path d="M10 16V4.5M5 9l5-5 5 5" />`),
  circle: icon(svg`<circle cx="10" cy="10" r="4.5" />`),
  circleFilled: icon(svg`<circle cx="10" cy="10" r="4.5" fill="currentColor" />`),
  again: icon(svg`<path d="M16 10a6 6 0 1 1-1.8-4.3L16.5 8M16.5 3.5V8H12" />`),
  grid: icon(
    svg`<rect x="3.5" y="3.5" width="5.5" height="5.5" rx="1" /><rect x="11" y="3.5" width="5.5" height="5.5" rx="1" /><rect x="3.5" y="11" width="5.5" height="5.5" rx="1" /><rect x="11" y="11" width="5.5" height="5.5" rx="1" />`,
  ),
  strip: icon(
    svg`<rect x="3" y="3.5" width="14" height="8.5" rx="1" /><path d="M3.5 16h2.5M8.75 16h2.5M14 16h2.5" stroke-width="2.4" />`,
  ),
  left: icon(svg`<path d="M12.5 4 6.5 10l6 6" />`),
  right: icon(svg`<path d="m7.5 4 6 6-6 6" />`),
  plus: icon(svg`<path d="M10 4.5v11M4.5 10h11" />`),
  minus: icon(svg`<path d="M4.5 10h11" />`),
  sliders: icon(
    svg`<path d="M3.5 6h6M14 6h2.5M3.5 14H6M10.5 14h6" /><circle cx="11.8" cy="6" r="2.1" /><circle cx="8.2" cy="14" r="2.1" />`,
  ),
  funnel: icon(svg`<path d="M3.5 5.5h13M6 10h8M8.5 14.5h3" />`),
  gone: icon(svg`<circle cx="10" cy="10" r="6.5" /><path d="m5.5 14.5 9-9" />`),
  offline: icon(
    svg`<path d="M2.8 8a10.6 10.6 0 0 1 14.4 0M5.4 11a6.8 6.8 0 0 1 9.2 0M8 13.9a3 3 0 0 1 4 0M4 3.5l12 13" />`,
  ),
  folderAdd: icon(svg`<path d="M3 5.5h5l1.5 2H17v8.5H3zM10 9.5v4M8 11.5h4" />`),
  pencil: icon(svg`<path d="m4 16 .8-3.6L13.5 3.7l2.8 2.8-8.7 8.7zM11.8 5.4l2.8 2.8" />`),
  key: icon(svg`<circle cx="6.5" cy="13.5" r="3" /><path d="m8.7 11.3 7.3-7.3M13 7l2.5 2.5" />`),
  copy: icon(
    svg`<rect x="7" y="7" width="9.5" height="9.5" rx="1.5" /><path d="M13 7V3.5H3.5V13H7" />`,
  ),
  sound: icon(
    svg`<path d="M3.5 12v-1.5a6.5 6.5 0 0 1 13 0V12" /><rect x="2.8" y="11.5" width="3.4" height="5" rx="1.2" /><rect x="13.8" y="11.5" width="3.4" height="5" rx="1.2" />`,
  ),
  film: icon(
    svg`<rect x="2.8" y="4.5" width="14.4" height="11" rx="1.5" /><path d="m8.3 7.5 4 2.5-4 2.5z" />`,
  ),
  play: icon(svg`<path d="M6.5 4.2v11.6l9-5.8z" />`),
  pause: icon(svg`<path d="M6.8 4.5v11M13.2 4.5v11" stroke-width="2.4" />`),
  stop: icon(svg`<rect x="5.5" y="5.5" width="9" height="9" rx="1.2" />`),
  outside: icon(svg`<path d="M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16 4l-7 7" />`),
};
