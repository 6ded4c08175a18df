import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article, Version } from '../../contract/types.ts';
import { formatCount, formatLong } from '../format.ts';
import { controlStyles } from './control-styles.ts';
import { ExtractAgainEvent, VersionShowEvent } from './events.ts';
import { versionStyles } from './version-styles.ts';
import { wordsOf } from './versions.ts';

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
      <summary>
        ${formatCount(versions.length, 'version', 'versions')} of the text
        ${versions.length === 1 ? 'is' : 'are'} kept
      </summary>
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
              Read the kept page anew
            </button>`
          : nothing
      }
    </details>`;
  }

  private line(article: Article, version: Version): TemplateResult {
    return html`<li aria-current=${version.shown ? 'true' : 'false'}>
      <span>
        ${sources[version.textFrom]}
        ${version.fetchedAt === null ? '' : `of ${formatLong(version.fetchedAt)}`} ·
        ${wordsOf(version)}
      </span>
      ${
        version.shown
          ? html`<span class="shown">Shown</span>`
          : html`<button
              class="control"
              type="button"
              aria-label="Show the version of ${wordsOf(version)}"
              @click=${() => this.dispatchEvent(new VersionShowEvent(article.id, version.id))}
            >
              Show
            </button>`
      }
    </li>`;
  }
}

const sources: Record<Version['textFrom'], string> = {
  page: 'From the page',
  file: 'From the file',
  feed: 'From the feed',
};

declare global {
  interface HTMLElementTagNameMap {
    'carrel-versions': CarrelVersions;
  }
}
