import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Article, ReadingPosition, Settings, Timestamp } from '../../contract/types.ts';
import { setBody } from '../body.ts';
import { formatLong } from '../format.ts';
import '../gallery/carrel-gallery.ts';
import type { CarrelGallery } from '../gallery/carrel-gallery.ts';
import { articleStyles } from './article-styles.ts';
import { bodyStyles } from './body-styles.ts';
import './carrel-article-head.ts';
import './carrel-enclosures.ts';
import './carrel-versions.ts';
import { emptyView } from './empty.ts';
import { PositionEvent } from './events.ts';
import type { GalleryOpenEvent } from './events.ts';
import { figureStyles } from './figure-styles.ts';
import { fillFigures, placeFigures } from './figures.ts';
import { languageStyles } from './languages.ts';
import { readPosition, restorePosition } from './position.ts';
import { setType, typeStyles } from './type.ts';
import { boxTables, nameBoxes } from './tables.ts';
import { language, words } from '../words/language.ts';

/** While the reader scrolls, the place is told at most this often. */
const positionEveryMs = 500;

/** The reading view: one article, whole; or, without one, what to press. */
@customElement('carrel-article')
export class CarrelArticle extends LitElement {
  static override styles = [articleStyles, languageStyles, typeStyles, bodyStyles, figureStyles];

  @property({ attribute: false }) article: Article | null = null;
  @property({ attribute: false }) settings: Settings | null = null;

  @query('.page') private scroller!: HTMLElement | null;
  @query('.body') private body!: HTMLElement | null;
  @query('carrel-gallery') private gallery!: CarrelGallery;

  /** Where the reader is; every new layout scrolls back to it. */
  private anchor: ReadingPosition | null = null;
  /** Where the last restoration scrolled to, in pixels: its scroll event tells nothing new. */
  private restoredTop = 0;
  private untold: { id: number; timer: ReturnType<typeof setTimeout> } | null = null;
  private readonly layout = new ResizeObserver(() => this.restore());

  /** Opens the gallery at a picture of the article, by its `ordinal`. */
  openGallery(ordinal: number): void {
    if (this.article !== null && this.article.pictureList.length > 0) {
      this.gallery.open(this.article.pictureList, ordinal, this.article.title);
    }
  }

  /** Scrolls on by a page less two lines; `false` where the article is at its end. */
  pageDown(): boolean {
    const scroller = this.scroller;
    if (scroller === null) return false;
    const { scrollTop, clientHeight, scrollHeight } = scroller;
    if (scrollTop + clientHeight >= scrollHeight - 1) return false;
    const twoLines = 2 * Number.parseFloat(getComputedStyle(scroller).lineHeight);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollBy({
      top: Math.max(clientHeight - twoLines, clientHeight / 2),
      behavior: calm ? 'instant' : 'smooth',
    });
    return true;
  }

  /** Puts the keyboard into the text, so that its keys scroll it. */
  override focus(options?: FocusOptions): void {
    this.scroller?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.tellPosition);
    this.observeLayout();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.tellPosition);
    this.layout.disconnect();
    this.tellPosition();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('article');
    if (changed.has('article') && before?.id !== this.article?.id) {
      this.tellPosition();
      this.anchor = this.article?.position ?? null;
      if (this.hasUpdated) this.gallery.close();
    }
    if (changed.has('settings') && this.settings !== null) {
      setType(this, this.settings);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { article, body } = this;
    const isChanged = changed.has('article');
    const before = changed.get('article');
    const isAnother = isChanged && before?.id !== article?.id;
    if (article !== null && body !== null) {
      if (isAnother || (isChanged && before?.html !== article.html)) {
        setBody(body, article.html);
        placeFigures(body, article.pictureList);
        boxTables(body);
      }
      // What the window says within the text may be another language's by now.
      fillFigures(body, article);
      nameBoxes(body);
    }
    if (isAnother) {
      this.observeLayout();
      this.restore();
    } else if (isChanged && article !== null) {
      this.gallery.refresh(article.pictureList);
    }
  }

  override render(): TemplateResult {
    const article = this.article;
    return html`${article === null ? emptyView() : this.page(article)}
      <carrel-gallery
        lang=${article?.language ?? nothing}
        dir=${article?.direction ?? 'ltr'}
      ></carrel-gallery>`;
  }

  private page(article: Article): TemplateResult {
    return html`<article
      class="page"
      tabindex="0"
      dir=${article.direction}
      aria-label=${article.title}
      @scroll=${this.onScroll}
      @gallery-open=${this.onGalleryOpen}
    >
      <carrel-article-head .article=${article}></carrel-article-head>
      <carrel-enclosures
        .articleId=${article.id}
        .enclosures=${article.enclosures}
      ></carrel-enclosures>
      <div class="body" lang=${article.language ?? nothing}></div>
      ${this.provenance(article)}
    </article>`;
  }

  /** Where the text is from and what is kept of it, in a line below it. */
  private provenance(article: Article): TemplateResult {
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

  /** What a position counts as blocks: the head, then each block of the body. */
  private blocks(): Element[] {
    const head = this.renderRoot.querySelector('carrel-article-head');
    return head === null || this.body === null ? [] : [head, ...this.body.children];
  }

  private observeLayout(): void {
    this.layout.disconnect();
    if (this.scroller !== null) this.layout.observe(this.scroller);
    for (const part of this.scroller?.children ?? []) this.layout.observe(part);
  }

  private restore(): void {
    if (this.scroller === null) return;
    restorePosition(this.scroller, this.blocks(), this.anchor);
    this.restoredTop = this.scroller.scrollTop;
  }

  private readonly onScroll = (): void => {
    const { article, scroller } = this;
    if (article === null || scroller === null) return;
    if (Math.abs(scroller.scrollTop - this.restoredTop) < 1) return;
    this.restoredTop = Number.NaN;
    this.anchor = readPosition(scroller, this.blocks());
    this.untold ??= {
      id: article.id,
      timer: setTimeout(this.tellPosition, positionEveryMs),
    };
  };

  /** Tells the place that was reached since it was last told, if any. */
  private readonly tellPosition = (): void => {
    if (this.untold === null) return;
    clearTimeout(this.untold.timer);
    const { id } = this.untold;
    this.untold = null;
    this.dispatchEvent(new PositionEvent(id, this.anchor));
  };

  private readonly onGalleryOpen = (event: GalleryOpenEvent): void => {
    this.openGallery(event.ordinal);
  };
}

function keptOn(fetchedAt: Timestamp, address: string | null): unknown {
  const moment = formatLong(fetchedAt);
  if (address === null) return words().article.keptOn(moment);
  return words().article.keptOnFrom(moment, html`<bdi class="address">${address}</bdi>`);
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-article': CarrelArticle;
  }
}
