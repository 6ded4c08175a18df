import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article, Version } from '../../contract/types.ts';
import { formatLong } from '../format.ts';
import { controlStyles } from './control-styles.ts';
import { ExtractAgainEvent, VersionShowEvent } from './events.ts';
import { versionStyles } from './version-styles.ts';
import { wordsOf } from './versions.ts';
import { words } from '../words/language.ts';

/** Below the text: the versions of it that are kept, each to be shown, and the way to another one. */
@customElement('carrel-versions')
export class CarrelVersions extends LitElement {
  static override styles = [controlStyles, versionStyles];

  @property({ attribute: false }) article: Article | null = null;

  override render(): TemplateResult | typeof nothing {
    const { article } = this;
    if (article === null) return nothing;
    const { versions } = article;
    const hasCapture = versions.some(({ textFrom }) => textFrom !== 'feed');
    if (versions.length < 2 && !hasCapture) return nothing;
    return html`<details>
      <summary>${words().versions.kept(versions.length)}</summary>
      <ul>
        ${versions.map((version) => this.line(article, version))}
      </ul>
      ${
        hasCapture
          ? html`<button
              class="control"
              type="button"
              @click=${() => this.dispatchEvent(new ExtractAgainEvent(article.id))}
            >
              ${words().versions.readAnew}
            </button>`
          : nothing
      }
    </details>`;
  }

  private line(article: Article, version: Version): TemplateResult {
    const says = words().versions;
    return html`<li aria-current=${version.shown ? 'true' : 'false'}>
      <span> ${sourceOf(version)} · ${wordsOf(version)} </span>
      ${
        version.shown
          ? html`<span class="shown">${says.shown}</span>`
          : html`<button
              class="control"
              type="button"
              aria-label=${says.showThe(wordsOf(version))}
              @click=${() => this.dispatchEvent(new VersionShowEvent(article.id, version.id))}
            >
              ${words().common.show}
            </button>`
      }
    </li>`;
  }
}

/** Where a version's text is from, and of when that is: `From the page of 9 March 2026 at 14:05`. */
function sourceOf({ textFrom, fetchedAt }: Version): string {
  const { from, fromOf } = words().versions;
  return fetchedAt === null ? from[textFrom] : fromOf[textFrom](formatLong(fetchedAt));
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-versions': CarrelVersions;
  }
}
