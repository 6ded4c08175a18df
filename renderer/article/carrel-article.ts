import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Article, ReadingPosition, Settings } from '../../contract/types.ts';
import { setBody } from '../body.ts';
import '../gallery/carrel-gallery.ts';
import type { CarrelGallery } from '../gallery/carrel-gallery.ts';
import { articleStyles } from './article-styles.ts';
import { bodyStyles } from './body-styles.ts';
import './carrel-article-head.ts';
import type { CarrelArticleHead } from './carrel-article-head.ts';
import './carrel-enclosures.ts';
import './carrel-find.ts';
import type { CarrelFind } from './carrel-find.ts';
import './carrel-note.ts';
import type { CarrelNote, NoteGoEvent } from './carrel-note.ts';
import './carrel-reading-line.ts';
import type { CarrelReadingLine, HeadingChooseEvent } from './carrel-reading-line.ts';
import { markEmbeds } from './embeds.ts';
import { emptyView, waitingView } from './empty.ts';
import { PositionEvent } from './events.ts';
import type { GalleryOpenEvent } from './events.ts';
import { foundStyles } from './find-styles.ts';
import { foot } from './foot.ts';
import { figureStyles } from './figure-styles.ts';
import { along, scrolled, viewLength } from './flow.ts';
import { drawnPicture, fillFigures, placeFigures } from './figures.ts';
import { headingsOf } from './headings.ts';
import { languageStyles } from './languages.ts';
import { ArticleListening } from '../listen/article-listening.ts';
import { heardStyles } from '../listen/heard-styles.ts';
import { notedStyles } from './note-styles.ts';
import { Noted } from './noted.ts';
import { readPosition, restorePosition, scrollByPage } from './position.ts';
import { Printing } from './printing.ts';
import { printStyles } from './print-styles.ts';
import { copyQuote } from './quote.ts';
import { readyFaces } from './ready-faces.ts';
import { scrollByKey, scrollByWheel } from './sideways.ts';
import { setType, typeStyles } from './type.ts';
import { boxTables, nameBoxes } from './tables.ts';
import { combineNumbers, turnLines } from './vertical.ts';
import { verticalStyles } from './vertical-styles.ts';

/** While the reader scrolls, the place is told at most this often. */
const positionEveryMs = 500;

/** The reading view: one article, whole; or, without one, what to press. */
@customElement('carrel-article')
export class CarrelArticle extends LitElement {
  static override styles = [
    articleStyles,
    languageStyles,
    typeStyles,
    bodyStyles,
    figureStyles,
    notedStyles,
    verticalStyles,
    foundStyles,
    heardStyles,
    printStyles,
  ];

  @property({ attribute: false }) article: Article | null = null;
  @property({ attribute: false }) settings: Settings | null = null;
  /** Whether an article is on its way, where there is none. */
  @property({ type: Boolean }) waiting = false;

  @query('.page') private scroller!: HTMLElement | null;
  @query('.body') private body!: HTMLElement | null;
  @query('carrel-article-head') private head!: CarrelArticleHead | null;
  @query('carrel-gallery') private gallery!: CarrelGallery;
  @query('carrel-find') private finder!: CarrelFind | null;
  @query('carrel-note') private noteSheet!: CarrelNote | null;
  @query('carrel-reading-line') private line!: CarrelReadingLine | null;
  /** Whether words are being found in the article. */
  @state() private finding = false;

  /** Where the reader is; every new layout scrolls back to it. */
  private anchor: ReadingPosition | null = null;
  /** Whether lines are vertical now and were not, or the other way round. */
  private linesTurn = false;
  /** Where the last restoration scrolled to, in pixels: its scroll event tells nothing new. */
  private restoredAt = 0;
  private untold: { id: number; timer: ReturnType<typeof setTimeout> } | null = null;
  private readonly layout = new ResizeObserver(() => this.restore());
  private readonly printing = new Printing(this, () => {
    const { article, body } = this;
    return article === null || body === null ? null : { article, body };
  });

  private readonly listening = new ArticleListening(this, () => {
    const { article, body, scroller } = this;
    if (article === null || body === null || scroller === null) return null;
    return { article, body, scroller, headline: this.head?.headline ?? null };
  });

  private readonly noted = new Noted(() => ({ sheet: this.noteSheet, scroller: this.scroller }));

  /** Opens the gallery at a picture of the article, by its `ordinal`; else at the first in view. */
  openGallery(ordinal = this.firstInView()): void {
    if (this.article === null || this.article.pictureList.length === 0) return;
    const { pictureList, title } = this.article;
    this.gallery.open(pictureList, ordinal, title, (at) => this.pictureInView(at));
  }

  /** Scrolls on by a page; `false` where the article is at its end. */
  pageDown(): boolean {
    return this.scroller !== null && scrollByPage(this.scroller);
  }

  /** Opens the field that finds words in the article. */
  async find(): Promise<void> {
    this.finding = this.article !== null;
    await this.updateComplete;
    this.finder?.focus();
  }

  /** Opens the table of contents, or closes it. */
  toggleContents(): void {
    this.line?.toggleContents();
  }

  /** Reads the article aloud from where the reader is, pauses that, or goes on. */
  listen(): void {
    this.listening.toggle();
  }

  /** Goes on listening with this article, which followed one that was read aloud to its end. */
  async goOnListening(): Promise<void> {
    await this.updateComplete;
    await this.head?.updateComplete;
    this.listening.goOn();
  }

  /** Whether it is listened to, paused or not. */
  get isListening(): boolean {
    return this.listening.isOn;
  }

  /** Ends listening; `false` where nothing was listened to. */
  endListening(): boolean {
    return this.listening.end();
  }

  /** Brings the article to paper, or into a file that is like it. */
  print(): Promise<void> {
    return this.printing.print();
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
      this.finding = false;
      this.listening.articleChanged();
    }
    if (changed.has('settings') && this.settings !== null) {
      setType(this, this.settings);
      readyFaces(this.settings.family);
      this.listening.set(this.settings);
    }
    this.linesTurn = turnLines(this, this.settings, this.article);
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
        markEmbeds(body);
        this.noted.place(body);
        if (this.line !== null) this.line.headings = headingsOf(body);
      }
      if (this.hasAttribute('data-vertical')) combineNumbers(body);
      // What the window says within the text may be another language's by now.
      fillFigures(body, article);
      nameBoxes(body);
      this.noted.name();
      if (isChanged) this.finder?.refresh();
    }
    if (isChanged && !isAnother && before?.html !== article?.html) {
      void this.head?.updateComplete.then(() => this.listening.bodyChanged());
    }
    if (isAnother) this.observeLayout();
    // At once: what has turned is scrolled to its beginning, which is no place that was read.
    if (isAnother || this.linesTurn) this.restore();
    if (!isAnother && isChanged && article !== null) this.gallery.refresh(article.pictureList);
  }

  override render(): TemplateResult {
    const article = this.article;
    return html`${article === null ? this.without() : [this.page(article), this.around(article)]}
      <carrel-gallery
        lang=${article?.language ?? nothing}
        dir=${article?.direction ?? 'ltr'}
      ></carrel-gallery>`;
  }

  private without(): TemplateResult {
    return this.waiting ? waitingView() : emptyView();
  }

  private page(article: Article): TemplateResult {
    return html`<article
      class="page"
      tabindex="0"
      dir=${article.direction}
      aria-label=${article.title}
      @scroll=${this.onScroll}
      @gallery-open=${this.onGalleryOpen}
      @copy=${this.onCopy}
      @click=${this.noted.onPress}
      @auxclick=${this.noted.onPress}
      @keydown=${this.onKey}
      @wheel=${this.onWheel}
    >
      <carrel-article-head .article=${article}></carrel-article-head>
      <carrel-enclosures
        .articleId=${article.id}
        .enclosures=${article.enclosures}
      ></carrel-enclosures>
      <div class="body" lang=${article.language ?? nothing}></div>
      ${foot(article)}
    </article>`;
  }

  /** What stands still around the text while it scrolls. */
  private around(article: Article): TemplateResult {
    return html`${
        this.finding
          ? html`<carrel-find
              .body=${this.body}
              .scroller=${this.scroller}
              @close=${this.onFindClose}
            ></carrel-find>`
          : nothing
      }
      ${this.listening.render()}
      <carrel-note
        .tongue=${article.language}
        .direction=${article.direction}
        @note-go=${({ note }: NoteGoEvent) => this.noted.goTo(note)}
      ></carrel-note>
      <carrel-reading-line
        .minutes=${article.readingMinutes}
        .tongue=${article.language}
        @heading-choose=${this.onHeadingChoose}
      ></carrel-reading-line>`;
  }

  /** What a position counts as blocks: the head, then each block of the body. */
  private blocks(): Element[] {
    const { head, body } = this;
    return head === null || body === null ? [] : [head, ...body.children];
  }

  /** A picture where it stands in the text, if the reader sees it there. */
  private pictureInView(ordinal: number): HTMLImageElement | null {
    const image = this.body === null ? null : drawnPicture(this.body, ordinal);
    if (image === null || this.scroller === null) return null;
    const { start, end } = along(this.scroller, image.getBoundingClientRect());
    return end > 0 && start < viewLength(this.scroller) ? image : null;
  }

  private firstInView(): number {
    const inView = this.article?.pictureList.find((each) => this.pictureInView(each.ordinal));
    return inView?.ordinal ?? 0;
  }

  private observeLayout(): void {
    this.layout.disconnect();
    if (this.scroller !== null) this.layout.observe(this.scroller);
    for (const part of this.scroller?.children ?? []) this.layout.observe(part);
  }

  private restore(): void {
    if (this.scroller === null || this.listening.isScrolling) return;
    restorePosition(this.scroller, this.blocks(), this.anchor);
    this.restoredAt = scrolled(this.scroller);
    this.measure();
    this.noted.follow();
  }

  private measure(): void {
    if (this.scroller !== null && this.body !== null) this.line?.measure(this.scroller, this.body);
  }

  private readonly onScroll = (): void => {
    const { article, scroller } = this;
    if (article === null || scroller === null) return;
    this.measure();
    this.noted.follow();
    if (Math.abs(scrolled(scroller) - this.restoredAt) < 1) return;
    this.restoredAt = Number.NaN;
    this.anchor = readPosition(scroller, this.blocks());
    this.listening.scrolled();
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

  private readonly onKey = (event: KeyboardEvent): void => {
    this.noted.onPress(event);
    if (this.scroller !== null) scrollByKey(event, this.scroller);
  };

  private readonly onWheel = (event: WheelEvent): void => {
    if (this.scroller !== null) scrollByWheel(event, this.scroller);
  };

  private readonly onFindClose = (): void => {
    this.finding = false;
    this.focus();
  };

  private readonly onHeadingChoose = ({ heading }: HeadingChooseEvent): void => {
    heading.scrollIntoView({ block: 'start' });
    this.focus({ preventScroll: true });
  };

  private readonly onCopy = (event: ClipboardEvent): void => {
    if (this.article !== null && this.body !== null) copyQuote(event, this.article, this.body);
  };

  private readonly onGalleryOpen = (event: GalleryOpenEvent): void => {
    this.openGallery(event.ordinal);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-article': CarrelArticle;
  }
}
