import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Picture } from '../../contract/types.ts';
import { acts } from '../app/single-keys.ts';
import { words } from '../words/language.ts';
import { bar } from './bar.ts';
import type { BarActs } from './bar.ts';
import './carrel-gallery-grid.ts';
import './carrel-gallery-strip.ts';
import type { PictureChooseEvent } from './choose-event.ts';
import { Flight } from './flight.ts';
import { galleryStyles } from './gallery-styles.ts';
import { HeldPictures } from './held-pictures.ts';
import { Lens } from './lens.ts';
import { Notice } from './notice.ts';
import { captionPart, stagePart } from './parts.ts';
import { StageInput, zoomStep } from './stage-input.ts';
import { stageStyles } from './stage-styles.ts';
import { copyPicture, savePicture } from './take-away.ts';

/** How far Shift and an arrow key pan, in CSS pixels. */
const keyPanPx = 80;

/** Where a picture stands in the page below the gallery; `null` where the reader does not see it. */
export type PlaceOf = (ordinal: number) => HTMLImageElement | null;

/** Whether the reader wants the strip of thumbnails: for as long as the window lives. */
let wantsStrip = true;

/**
 * The pictures of an article, one at a time, large: a modal dialog. Its `lang` and `dir`
 * attributes are those of the article. In an article that runs from right to left the next
 * picture is to the left, for the buttons, the arrow keys and the finger alike.
 */
@customElement('carrel-gallery')
export class CarrelGallery extends LitElement {
  static override styles = [galleryStyles, stageStyles];

  @state() private pictures: Picture[] = [];
  @state() private index = 0;
  @state() private articleTitle = '';
  /** Whether all pictures are shown side by side, in the place of one. */
  @state() private grid = false;
  /** Whether the picture is still on its way from the page. */
  @state() private flying = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.stage') private stage!: HTMLElement;
  @query('.stage > img') private image!: HTMLImageElement | null;
  @query('.words') private caption!: HTMLElement | null;
  @query('.flight') private flightLayer!: HTMLElement;

  private placeOf: PlaceOf = () => null;
  /** The picture before, which stays until the next can be drawn: the stage is never empty. */
  private former: HTMLImageElement | null = null;

  private readonly held = new HeldPictures(() => this.requestUpdate());
  private readonly notice = new Notice(this);
  private readonly flight = new Flight(() => this.flightLayer);
  private readonly lens = new Lens(
    this,
    () => this.stage,
    () => this.image,
  );
  private readonly input = new StageInput(this.lens, (direction) =>
    this.turn(-direction * this.forward()),
  );

  private readonly acts: BarActs = {
    zoomIn: () => this.lens.zoom(zoomStep),
    zoomOut: () => this.lens.zoom(1 / zoomStep),
    whole: () => this.lens.reset(),
    copy: () => void this.copy(),
    save: () => void this.save(),
    toggleStrip: () => {
      wantsStrip = !wantsStrip;
      this.requestUpdate();
    },
    toggleGrid: () => {
      this.grid = !this.grid && this.pictures.length > 1;
      this.flight.land();
      // The grid takes the focus itself, to the picture that is shown.
      if (!this.grid) this.dialog.focus();
    },
    close: () => this.close(),
  };

  private readonly keys = new Map([
    ['ArrowLeft', () => this.turn(-this.forward())],
    ['ArrowRight', () => this.turn(this.forward())],
    ['Home', () => this.show(0)],
    ['End', () => this.show(this.pictures.length - 1)],
    ['+', this.acts.zoomIn],
    ['=', this.acts.zoomIn],
    ['-', this.acts.zoomOut],
    ['0', this.acts.whole],
    ['c', this.acts.copy],
    ['s', this.acts.save],
    ['t', this.acts.toggleStrip],
    ['g', this.acts.toggleGrid],
    ['Escape', this.acts.close],
  ]);
  /** With Shift; on most keyboards + is one of them. */
  private readonly shiftKeys = new Map([
    ['ArrowLeft', () => this.lens.pan({ x: keyPanPx, y: 0 })],
    ['ArrowRight', () => this.lens.pan({ x: -keyPanPx, y: 0 })],
    ['ArrowUp', () => this.lens.pan({ x: 0, y: keyPanPx })],
    ['ArrowDown', () => this.lens.pan({ x: 0, y: -keyPanPx })],
    ['+', this.acts.zoomIn],
  ]);
  /** Where all pictures are shown, the grid has keys of its own. */
  private readonly gridKeys = new Map([
    ['g', this.acts.toggleGrid],
    ['Escape', this.acts.toggleGrid],
  ]);

  /**
   * Opens the gallery. Focus returns to where it was when the reader closes it.
   *
   * @param pictures all pictures of the article, in its order.
   * @param index the one to begin with.
   * @param title the article's headline, which names the dialog.
   * @param placeOf from where a picture comes, and whereto it goes when the gallery is closed.
   */
  open(pictures: Picture[], index: number, title: string, placeOf: PlaceOf = () => null): void {
    if (pictures.length === 0) return;
    this.pictures = pictures;
    this.articleTitle = title;
    this.placeOf = placeOf;
    this.show(index);
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.focus();
    void this.flyIn();
  }

  /** Takes in what became of the pictures while the gallery is open: one may have been kept. */
  refresh(pictures: Picture[]): void {
    if (!this.hasUpdated || !this.dialog.open || pictures.length !== this.pictures.length) return;
    this.pictures = pictures;
    this.held.hold(pictures, this.index);
  }

  /** Closes the gallery if it is open; its picture goes back to its place, if that is in view. */
  close(): void {
    if (!this.hasUpdated || !this.dialog.open) return;
    const { image } = this;
    const from = this.grid ? undefined : image?.getBoundingClientRect();
    const ordinal = this.pictures[this.index]?.ordinal;
    this.flight.land();
    this.dialog.close();
    const place = ordinal === undefined ? null : this.placeOf(ordinal);
    if (image === null || from === undefined || place === null) return;
    this.flight.fly(image, from, place.getBoundingClientRect(), () => {});
  }

  protected override updated(changed: PropertyValues): void {
    // A long caption begins at its beginning.
    if (changed.has('index')) this.caption?.scrollTo({ top: 0 });
    // A button that had the focus and is disabled or gone now would swallow the keys.
    const focused = this.shadowRoot?.activeElement;
    const keepsIt = focused?.matches(':enabled, .words, dialog, carrel-gallery-strip') === true;
    if (this.dialog.open && !keepsIt && !this.grid) this.dialog.focus();
  }

  override render(): TemplateResult {
    const picture = this.pictures[this.index];
    return html`<dialog
        tabindex="-1"
        class=${this.grid ? 'in-grid' : ''}
        aria-label=${words().gallery.pictures(this.articleTitle)}
        @keydown=${this.onKey}
        @close=${this.onClose}
      >
        ${picture === undefined ? nothing : this.content(picture)}
      </dialog>
      <div class="flight" popover="manual" aria-hidden="true"></div>`;
  }

  private content(picture: Picture): unknown[] {
    const { pictures, index, lens, grid } = this;
    const image = this.held.imageOf(picture);
    const hasMore = pictures.length > 1;
    if (image === null || this.held.isReady(picture)) this.former = null;
    const shown = {
      title: this.articleTitle,
      lens,
      hasPicture: image !== null,
      hasMore,
      strip: wantsStrip,
      grid,
    };
    return [
      bar(shown, this.acts),
      stagePart(
        { picture, image, former: this.former, index, of: pictures.length, flying: this.flying },
        { lens, input: this.input, notice: this.notice, turn: (by) => this.turn(by) },
      ),
      captionPart(picture, index, pictures.length),
      hasMore && wantsStrip && !grid
        ? html`<carrel-gallery-strip
            .pictures=${pictures}
            .index=${index}
            @picture-choose=${this.onChoose}
          ></carrel-gallery-strip>`
        : nothing,
      grid
        ? html`<carrel-gallery-grid
            .pictures=${pictures}
            .index=${index}
            @picture-choose=${this.onChoose}
          ></carrel-gallery-grid>`
        : nothing,
    ];
  }

  private turn(by: number): void {
    this.show(this.index + by);
  }

  private show(index: number): void {
    const shown = Math.min(this.pictures.length - 1, Math.max(0, index));
    if (shown !== this.index) {
      const leaving = this.pictures[this.index];
      if (leaving !== undefined && this.held.isReady(leaving)) this.former = this.image;
      this.lens.reset();
      this.notice.clear();
      this.flight.land();
    }
    this.index = shown;
    this.held.hold(this.pictures, shown);
  }

  /** Lets the picture come from its place in the page. Nothing waits for it: any turn ends it. */
  private async flyIn(): Promise<void> {
    const ordinal = this.pictures[this.index]?.ordinal;
    const place = ordinal === undefined ? null : this.placeOf(ordinal);
    if (place === null) return;
    await this.updateComplete;
    if (this.image === null || !this.dialog.open) return;
    const [from, to] = [place.getBoundingClientRect(), this.image.getBoundingClientRect()];
    this.flying = this.flight.fly(place, from, to, () => (this.flying = false));
  }

  private async copy(): Promise<void> {
    const picture = this.pictures[this.index];
    const image = picture && this.held.imageOf(picture);
    if (picture === undefined || image === undefined || image === null) return;
    const became = await copyPicture(picture, image);
    const { copied, copyRefused, unreadable } = words().gallery;
    if (picture.ordinal !== this.pictures[this.index]?.ordinal) return;
    if (became === 'copied') this.notice.done(copied);
    else this.notice.fail(became === 'refused' ? copyRefused : unreadable);
  }

  private async save(): Promise<void> {
    const picture = this.pictures[this.index];
    if (picture === undefined || picture.hash === null) return;
    const name = picture.caption || `${this.articleTitle} ${this.index + 1}`;
    const became = await savePicture(picture.hash, name);
    if (became === 'saved') this.notice.done(words().gallery.saving);
    else this.notice.fail(words().gallery.unreadable);
  }

  /** The side the next picture is on: 1 to the right, -1 to the left. */
  private forward(): 1 | -1 {
    return this.matches(':dir(rtl)') ? -1 : 1;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    // The window's own keys rest while the gallery is open.
    event.stopPropagation();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const plain = this.grid ? this.gridKeys : this.keys;
    const act = (event.shiftKey ? this.shiftKeys : plain).get(event.key);
    if (act === undefined || !acts(event.key)) return;
    event.preventDefault();
    act();
  };

  private readonly onChoose = (event: PictureChooseEvent): void => {
    if (this.grid) this.acts.toggleGrid();
    this.show(event.index);
  };

  private readonly onClose = (): void => {
    this.pictures = [];
    this.held.clear();
    this.former = null;
    this.grid = false;
    this.notice.clear();
    this.lens.reset();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-gallery': CarrelGallery;
  }
}
