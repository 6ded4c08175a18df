import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article, Timestamp } from '../../contract/types.ts';
import {
  formatLong,
  formatMachine,
  formatNames,
  formatReadingTime,
  formatWhole,
} from '../format.ts';
import { CommandEvent } from '../app/events.ts';
import './carrel-article-menu.ts';
import { controlStyles } from './control-styles.ts';
import { BookmarkToggleEvent, ReadToggleEvent, RetryEvent, VersionShowEvent } from './events.ts';
import { headStyles } from './head-styles.ts';
import { icons } from '../icons.ts';
import { heardStyles } from '../listen/heard-styles.ts';
import { languageStyles } from './languages.ts';
import { isPage } from '../pages.ts';
import { canRetry, stateInWords } from './state.ts';
import { newerVersion } from './versions.ts';
import { failureShown } from '../words/failure.ts';
import { language, words } from '../words/language.ts';

/** Above the text: where it is from, headline, byline, times, what of it is kept, what to do with it. */
@customElement('carrel-article-head')
export class CarrelArticleHead extends LitElement {
  static override styles = [languageStyles, controlStyles, headStyles, heardStyles];

  @property({ attribute: false }) article: Article | null = null;

  /** The element of the headline. */
  get headline(): Element | null {
    return this.renderRoot.querySelector('h1');
  }

  override render(): TemplateResult | typeof nothing {
    const article = this.article;
    if (article === null) return nothing;
    const tongue = article.language ?? nothing;
    return html`<header>
      ${this.source(article)}
      <h1 lang=${tongue} dir="auto" class=${article.title.length > 90 ? 'long' : ''}>
        ${article.title}
      </h1>
      ${
        article.subtitle === null
          ? nothing
          : html`<p class="subtitle" lang=${tongue} dir="auto">${article.subtitle}</p>`
      }
      ${
        article.authors.length === 0
          ? nothing
          : html`<p class="byline" lang=${tongue} dir="auto">
              ${formatNames(article.authors, article.language)}
            </p>`
      }
      ${this.facts(article)}
      ${article.address === null ? nothing : html`<p class="on-paper"><bdi>${article.address}</bdi></p>`}
      ${this.actions(article)} ${this.notice(article)} ${this.newer(article)}
    </header>`;
  }

  private source(article: Article): TemplateResult {
    const { siteName, source, section } = article;
    const besides = [siteName === source ? null : siteName, section];
    return html`<p class="source">
      <bdi>${source}</bdi>
      ${besides.map((name) => (name === null ? nothing : html`<span class="site">· <bdi>${name}</bdi></span>`))}
    </p>`;
  }

  private facts(article: Article): TemplateResult {
    const { article: says, direction } = words();
    const state = stateInWords(article);
    const readingTime = formatReadingTime(article.readingMinutes);
    const modified =
      article.modifiedAt !== null && article.modifiedAt !== article.publishedAt
        ? article.modifiedAt
        : null;
    return html`<ul class="facts" lang=${language()}>
      ${
        article.publishedAt === null
          ? html`<li dir=${direction}>${says.noDate}</li>`
          : html`<li dir=${direction}>${moment(article.publishedAt)}</li>`
      }
      ${modified === null ? nothing : html`<li dir=${direction}><span>${says.changed(moment(modified))}</span></li>`}
      ${readingTime === '' ? nothing : html`<li dir=${direction}>${readingTime}</li>`}
      ${
        article.fetchedAt === null
          ? nothing
          : html`<li dir=${direction}><span>${says.fetched(moment(article.fetchedAt))}</span></li>`
      }
      <li dir=${direction} class="state ${state.tone}">
        ${stateIcons[state.tone]}<span>${state.words}</span>
      </li>
    </ul>`;
  }

  private actions(article: Article): TemplateResult {
    const { article: says, common } = words();
    return html`<div class="actions">
      <div role="group" aria-label=${says.actions} lang=${language()}>
        <button
          class="control"
          type="button"
          aria-pressed=${article.bookmarked}
          @click=${() => this.dispatchEvent(new BookmarkToggleEvent(article.id, !article.bookmarked))}
        >
          ${article.bookmarked ? icons.bookmarkFilled : icons.bookmark}<span
            >${common.bookmark}</span
          >
        </button>
        <button
          class="control"
          type="button"
          @click=${() => this.dispatchEvent(new ReadToggleEvent(article.id, !article.read))}
        >
          ${article.read ? icons.circle : icons.circleFilled}<span
            >${article.read ? says.markAsUnread : says.markAsRead}</span
          >
        </button>
        <button
          class="control"
          type="button"
          @click=${() => this.dispatchEvent(new CommandEvent('provenance'))}
        >
          ${icons.info}<span>${says.provenance}</span>
        </button>
        ${canRetry(article) && article.failure === null && article.text !== 'failed' ? this.retryButton(article) : nothing}
        ${isPage(article.address) ? originalLink(article.address) : nothing}
        <carrel-article-menu .article=${article}></carrel-article-menu>
      </div>
    </div>`;
  }

  /** Why the text below is not the whole one. */
  private notice(article: Article): TemplateResult | typeof nothing {
    const { article: says, direction } = words();
    if (article.text === 'waiting') {
      return html`<div class="notice" lang=${language()} dir=${direction}>
        <p>${article.html === '' ? says.waits : says.waitsWithFeedText}</p>
      </div>`;
    }
    if (article.failure === null && article.text === 'kept') return nothing;
    return html`<div class="notice failure" lang=${language()} dir=${direction}>
      <p>${failureWords(article)}</p>
      ${article.failure === null ? nothing : html`<p>${failureShown(article.failure)}</p>`}
      ${this.retryButton(article)}
    </div>`;
  }

  /** That a newer version is kept which is not the one below. */
  private newer(article: Article): TemplateResult | typeof nothing {
    const newer = newerVersion(article);
    if (newer === null) return nothing;
    return html`<div class="notice" lang=${language()} dir=${words().direction}>
      <p>${newer.note}</p>
      <button
        class="control"
        type="button"
        @click=${() => this.dispatchEvent(new VersionShowEvent(article.id, newer.version.id))}
      >
        ${words().versions.showNewer}
      </button>
    </div>`;
  }

  private retryButton(article: Article): TemplateResult {
    return html`<button
      class="control"
      type="button"
      @click=${() => this.dispatchEvent(new RetryEvent(article.id))}
    >
      ${icons.again}<span>${words().common.retry}</span>
    </button>`;
  }
}

function originalLink(address: string): TemplateResult {
  return html`<a
    class="control"
    href=${address}
    target="_blank"
    rel="noopener noreferrer"
    title=${address}
    >${icons.outside}<span>${words().article.originalPage}</span></a
  >`;
}

function failureWords(article: Article): string {
  const { failedAgain, failed, failedWithFeedText } = words().article;
  if (article.text === 'kept') return failedAgain;
  return article.html === '' ? failed : failedWithFeedText;
}

const stateIcons = { whole: icons.check, waiting: icons.wait, failed: icons.warn };

/** A moment in words, with the whole of it as a tooltip. */
function moment(at: Timestamp): TemplateResult {
  return html`<time datetime=${formatMachine(at)} title=${formatWhole(at)}
    >${formatLong(at)}</time
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-article-head': CarrelArticleHead;
  }
}
