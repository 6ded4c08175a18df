import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ArticleSummary, SearchHit, Snippet } from '../../contract/types.ts';
import { withKeyOf } from '../app/keys.ts';
import { BookmarkToggleEvent, ReadToggleEvent, RetryEvent } from '../article/events.ts';
import {
  formatDuration,
  formatMachine,
  formatReadingTime,
  formatShort,
  formatTime,
  formatWhole,
} from '../format.ts';
import { icons } from '../icons.ts';
import { rowStyles } from './row-styles.ts';
import { drawThumbnail } from '../thumbnail/draw-thumbnail.ts';
import { RowSwipe, swipeDonePx } from './swipe.ts';
import type { SwipeSide } from './swipe.ts';
import { lackInWords, stateOf } from './words.ts';
import { failureShown, failureText } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** The side of a picture, in CSS pixels; as in `row-styles.ts`. */
const picturePx = 72;

/**
 * One article in the list. Its host is the option of a listbox, named by what is in it; its two
 * buttons are for the pointer (the keyboard has `B`, and the article's head has both).
 */
@customElement('carrel-row')
export class CarrelRow extends LitElement {
  static override styles = rowStyles;

  @property({ attribute: false }) article: ArticleSummary | null = null;
  /** What the search found in it; `null` outside a search. */
  @property({ attribute: false }) hit: SearchHit | null = null;

  /** One line of headline and no excerpt. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Whether its day stands above it, so that the time is enough. */
  @property({ attribute: false }) underDay = false;

  /** Whether the list is scrolled past it too fast for pictures (`pace.ts`). */
  @property({ attribute: false }) passing = false;

  /** Whether the pointer is over it. */
  @state() private pointed = false;
  /** The picture that is drawn, by its hash; one that is drawn stays. */
  private drawn: string | null = null;
  /** How far a finger pulls the row to the right (left: negative), in pixels. */
  @state() private pulledPx = 0;
  @query('.face') private face!: HTMLElement | null;

  constructor() {
    super();
    const swipe = new RowSwipe({
      pull: (px) => {
        this.pulledPx = px;
      },
      done: (side) => this.onSwipe(side),
    });
    this.addEventListener('pointerenter', () => {
      this.pointed = true;
    });
    this.addEventListener('pointerleave', () => {
      this.pointed = false;
    });
    this.addEventListener('pointerdown', swipe.down);
    this.addEventListener('pointermove', swipe.move);
    this.addEventListener('pointerup', swipe.up);
    this.addEventListener('pointercancel', swipe.cancel);
  }

  protected override willUpdate(): void {
    const picture = this.article?.leadPicture ?? null;
    if (!this.passing) this.drawn = picture;
    else if (this.drawn !== picture) this.drawn = null;
  }

  protected override updated(): void {
    this.toggleAttribute('data-unread', this.article?.read === false);
    // Through the style object: the window's policy allows no `style` attribute.
    if (this.face !== null) {
      this.face.style.transform = this.pulledPx === 0 ? '' : `translateX(${this.pulledPx}px)`;
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { article, hit } = this;
    if (article === null) return nothing;
    return html`${this.under(article)}
      <div class="face ${this.pulledPx === 0 ? '' : 'pulled'}">
        ${this.text(article, hit)} ${this.picture(article)}
      </div>`;
  }

  private text(article: ArticleSummary, hit: SearchHit | null): TemplateResult {
    return html`<div class="text">
      <span class="hidden">${stateOf(article)}</span>
      <div class="meta">
        <span class="dot"></span>
        <bdi class="source">${article.source}</bdi>
        <time datetime=${formatMachine(article.sortAt)} title=${formatWhole(article.sortAt)}
          >${this.underDay ? formatTime(article.sortAt) : formatShort(article.sortAt)}</time
        >
        ${this.readingTime(article)} ${this.compact ? this.lack(article) : nothing}
        ${this.bookmark(article)}
      </div>
      <div class="words" lang=${article.language ?? nothing} dir=${article.direction}>
        <p class="title">${hit === null ? article.title : marked(hit.title)}</p>
        ${
          this.compact
            ? nothing
            : html`<p class="excerpt">${hit === null ? article.excerpt : marked(hit.snippet)}</p>`
        }
      </div>
      ${this.compact ? nothing : this.lack(article)}
    </div>`;
  }

  private picture({ leadPicture }: ArticleSummary): TemplateResult | typeof nothing {
    if (leadPicture === null) return nothing;
    if (this.drawn === null) return html`<div class="picture"></div>`;
    return html`<canvas
      class="picture"
      width="1"
      height="1"
      ${drawThumbnail(this.drawn, picturePx * devicePixelRatio)}
    ></canvas>`;
  }

  /** What the row does when it is let go, while a finger pulls it to a side. */
  private under(article: ArticleSummary): TemplateResult | typeof nothing {
    if (this.pulledPx === 0) return nothing;
    const { article: says, common, list } = words();
    const far = Math.abs(this.pulledPx) >= swipeDonePx ? 'far' : '';
    if (this.pulledPx > 0) {
      return html`<div class="under read-side ${far}" aria-hidden="true">
        ${article.read ? icons.circleFilled : icons.circle}
        ${article.read ? says.markAsUnread : says.markAsRead}
      </div>`;
    }
    return html`<div class="under bookmark-side ${far}" aria-hidden="true">
      ${article.bookmarked ? icons.bookmarkFilled : icons.bookmark}
      ${article.bookmarked ? list.removeBookmark : common.bookmark}
    </div>`;
  }

  private readingTime({ readingMinutes }: ArticleSummary): TemplateResult | typeof nothing {
    if (readingMinutes === 0) return nothing;
    return html`<span class="minutes" title=${formatReadingTime(readingMinutes)}
      >${formatDuration(readingMinutes * 60)}</span
    >`;
  }

  /** For the pointer, so that the many rows it is not over need not be drawn with it. */
  private bookmark(article: ArticleSummary): TemplateResult | typeof nothing {
    if (!article.bookmarked && !this.pointed) return nothing;
    const { common, list } = words();
    const name = article.bookmarked ? list.removeBookmark : common.bookmark;
    return html`<span
      class="press bookmark ${article.bookmarked ? 'on' : ''}"
      aria-hidden="true"
      title=${withKeyOf(name, 'toggle-bookmark')}
      @click=${this.onBookmark}
      >${article.bookmarked ? icons.bookmarkFilled : icons.bookmark}</span
    >`;
  }

  /** What is not whole yet; where it failed, why, and the way to try again. */
  private lack(article: ArticleSummary): TemplateResult | typeof nothing {
    const lack = lackInWords(article);
    if (lack === null) return nothing;
    const { tone, says, why } = lack;
    const isOfPictures = article.text === 'kept' && article.pictures.kept < article.pictures.of;
    const icon = isOfPictures ? icons.picture : icons.wait;
    return html`<div class="lack ${tone}" title=${why === null ? says : failureText(why)}>
      ${tone === 'failed' ? icons.warn : icon}
      <span class="why">${why === null ? says : words().list.lack(says, failureShown(why))}</span>
      ${
        tone === 'failed'
          ? html`<span
              class="press retry"
              aria-hidden="true"
              title=${words().list.fetchAgain}
              @click=${this.onRetry}
              >${icons.refresh}</span
            >`
          : nothing
      }
    </div>`;
  }

  private onSwipe(side: SwipeSide): void {
    const { article } = this;
    if (article === null) return;
    if (side === 'read') this.dispatchEvent(new ReadToggleEvent(article.id, !article.read));
    else this.dispatchEvent(new BookmarkToggleEvent(article.id, !article.bookmarked));
  }

  private readonly onBookmark = (event: Event): void => {
    event.stopPropagation();
    if (this.article === null) return;
    this.dispatchEvent(new BookmarkToggleEvent(this.article.id, !this.article.bookmarked));
  };

  private readonly onRetry = (event: Event): void => {
    event.stopPropagation();
    if (this.article !== null) this.dispatchEvent(new RetryEvent(this.article.id));
  };
}

function marked(snippet: Snippet): unknown[] {
  return snippet.map(([text, found]) => (found ? html`<mark>${text}</mark>` : text));
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-row': CarrelRow;
  }
}
