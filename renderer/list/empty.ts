import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Scope } from '../../contract/types.ts';
import { words } from '../words/language.ts';

/** What an empty list says: why it is empty, and what would fill it. */
export function emptyList(why: Scope['kind'] | 'search'): TemplateResult {
  const says = words().list.empty[why];
  return html`<div class="empty">
    <p class="title">${says.title}</p>
    <p>${says.words}</p>
  </div>`;
}

/** What a list says that is empty because of its filters, with the way to be rid of them. */
export function emptyByFilters(clear: () => void): TemplateResult {
  const says = words().list.show;
  return html`<div class="empty">
    <p class="title">${says.none}</p>
    <p>${says.noneWords}</p>
    <button class="button" @click=${clear}>${says.clear}</button>
  </div>`;
}
