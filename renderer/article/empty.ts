import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { keysShown } from '../app/keys.ts';
import type { Command } from '../app/keys.ts';
import { words } from '../words/language.ts';

/** The keys that matter while nothing is open. */
const hinted: ReadonlySet<Command | null> = new Set(['next', 'previous', 'search', 'keys']);

/** A banker's lamp: the glass, its gallery, the stem and the foot. */
const lamp = svg`<path d="M48 42v30M34 76.5h28M38 72.5h20M66 42v9" />
  <circle cx="66" cy="53.5" r="1.6" />
  <path class="glass" d="M14 40c1-12 8-20 20-20h28c12 0 19 8 20 20z" />
  <path d="M44 20v-4.5h8V20M10 41.5h76" />`;

/** The reading view without an article. */
export function emptyView(): TemplateResult {
  return html`<div class="empty">
    <svg class="lamp" viewBox="0 0 96 88" width="96" height="88" aria-hidden="true">${lamp}</svg>
    <p>${words().article.choose}</p>
    <dl>
      ${keysShown()
        .filter((entry) => hinted.has(entry.command))
        .map(
          ({ shown, does }) =>
            html`<div>
              <dt><kbd>${shown[0]}</kbd></dt>
              <dd>${does}</dd>
            </div>`,
        )}
    </dl>
  </div>`;
}

/** The reading view while the chosen article is on its way. */
export function waitingView(): TemplateResult {
  return html`<p class="waiting" role="status">${words().article.opening}</p>`;
}
