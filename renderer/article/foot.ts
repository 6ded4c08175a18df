import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Article, Timestamp } from '../../contract/types.ts';
import './carrel-versions.ts';
import { formatLong } from '../format.ts';
import { language, words } from '../words/language.ts';

/** Below the text: where it is from, when it was kept, which feeds brought it, its versions. */
export function foot(article: Article): TemplateResult {
  const feeds = article.feeds.map((feed) => feed.title).join(', ');
  const { article: says, direction } = words();
  return html`<footer lang=${language()} dir=${direction}>
    ${
      article.text === 'kept' && article.fetchedAt !== null
        ? html`<p>${keptOn(article.fetchedAt, article.address)}</p>`
        : nothing
    }
    ${feeds === '' ? nothing : html`<p>${says.broughtBy(html`<bdi>${feeds}</bdi>`)}</p>`}
    <carrel-versions .article=${article}></carrel-versions>
  </footer>`;
}

function keptOn(fetchedAt: Timestamp, address: string | null): unknown {
  const moment = formatLong(fetchedAt);
  if (address === null) return words().article.keptOn(moment);
  return words().article.keptOnFrom(moment, html`<bdi class="address">${address}</bdi>`);
}
