import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { Article, Picture } from '../../contract/types.ts';
import { GalleryOpenEvent, RetryEvent } from './events.ts';
import { icons } from '../icons.ts';
import { isSkipped, missingWords, openName } from './state.ts';
import { failureShown } from '../words/failure.ts';
import { language, words } from '../words/language.ts';

/**
 * The pictures in an article's body: a figure in each place the body keeps for one, and a grid
 * where the page showed several pictures as one gallery.
 */

/** A picture at least this wide (pixels) and wider than high may stand wider than the text. */
const wideFromPx = 1000;

/** A gallery shows this many pictures in place; the last of them says how many more there are. */
const gridTiles = 5;

/**
 * Gives every picture its place in a new body: a picture that the body names nowhere stands
 * after the text, so that nothing kept is hidden; a run of figures of one gallery becomes a grid.
 * Called once on a new body, before `fillFigures`.
 */
export function placeFigures(body: Element, pictures: readonly Picture[]): void {
  const named = new Set(Array.from(body.querySelectorAll('figure[data-picture]'), ordinalOf));
  for (const picture of pictures) {
    if (named.has(picture.ordinal)) continue;
    const figure = document.createElement('figure');
    figure.dataset['picture'] = String(picture.ordinal);
    body.append(figure);
  }
  let block = body.firstElementChild;
  while (block !== null) {
    const run = runOfGallery(block, pictures);
    const [first] = run;
    block = run.at(-1)?.nextElementSibling ?? block.nextElementSibling;
    if (first === undefined || run.length < 2) continue;
    const gridFigure = document.createElement('figure');
    gridFigure.className = 'grid';
    gridFigure.dataset['pictures'] = run.map((figure) => ordinalOf(figure)).join(' ');
    first.before(gridFigure);
    for (const figure of run) figure.remove();
  }
}

/** The figures from one on that follow each other and are of its gallery. */
function runOfGallery(from: Element, pictures: readonly Picture[]): Element[] {
  const gallery = pictureOf(from, pictures)?.gallery ?? null;
  const run: Element[] = [];
  if (gallery === null) return run;
  let figure: Element | null = from;
  while (figure !== null && pictureOf(figure, pictures)?.gallery === gallery) {
    run.push(figure);
    figure = figure.nextElementSibling;
  }
  return run;
}

/**
 * Puts the article's pictures in their places; called again when one of them was fetched.
 *
 * @param shown in a grid as many as a screen has room for, or all, with their captions: for paper.
 */
export function fillFigures(body: Element, article: Article, shown: 'some' | 'all' = 'some'): void {
  for (const figure of body.querySelectorAll<HTMLElement>('figure[data-picture]')) {
    const picture = pictureOf(figure, article.pictureList);
    figure.hidden = picture === undefined;
    if (picture === undefined) continue;
    figure.classList.toggle('wide', isWide(picture));
    figure.classList.add('picture');
    render(single(article, picture), figure);
  }
  for (const figure of body.querySelectorAll<HTMLElement>('figure.grid')) {
    const ordinals = (figure.dataset['pictures'] ?? '').split(' ').map(Number);
    const pictures = ordinals.flatMap((ordinal) => article.pictureList[ordinal] ?? []);
    render(grid(article, pictures, shown === 'all'), figure);
  }
}

/** A picture as it is drawn in a body; `null` where it is not kept, or one more of a grid. */
export function drawnPicture(body: Element, ordinal: number): HTMLImageElement | null {
  return body.querySelector<HTMLImageElement>(
    `.open:not(.broken) > img[data-ordinal="${ordinal}"]`,
  );
}

function single(article: Article, picture: Picture): TemplateResult {
  return html`${
    picture.hash === null
      ? missing(article, picture)
      : html`<button
          class="open"
          type="button"
          data-unreadable=${words().gallery.unreadable}
          aria-label=${openName(article, picture)}
          .style=${boxOf(picture)}
          @click=${openerOf(picture)}
        >
          ${image(picture, picture.hash)}
        </button>`
  }
  ${captionOf(picture)}`;
}

function grid(article: Article, pictures: readonly Picture[], whole: boolean): TemplateResult {
  const shown = whole ? pictures : pictures.slice(0, gridTiles);
  const more = pictures.length - shown.length;
  const first = pictures[0];
  return html`<div class="tiles" data-tiles=${shown.length}>
      ${shown.map(
        (picture, index) =>
          html`<button
            class="open tile"
            type="button"
            data-unreadable=${words().gallery.unreadable}
            aria-label=${openName(article, picture)}
            @click=${openerOf(picture)}
          >
            ${
              picture.hash === null
                ? html`<span class="tile-missing">${icons.picture}</span>`
                : image(picture, picture.hash)
            }
            ${
              more > 0 && index === shown.length - 1
                ? html`<span class="more" aria-hidden="true"
                    >${words().article.morePictures(more)}</span
                  >`
                : nothing
            }
          </button>`,
      )}
    </div>
    <figcaption>
      <button
        class="all"
        type="button"
        lang=${language()}
        dir=${words().direction}
        @click=${first && openerOf(first)}
      >
        ${icons.grid} ${words().article.pictures(pictures.length)}
      </button>
      ${pictures.some((picture) => isSkipped(picture)) ? fetchButton(article) : nothing}
      ${
        pictures.some((picture) => picture.caption !== '' || picture.credit !== '')
          ? html`<details ?open=${whole}>
              <summary>
                <span lang=${language()} dir=${words().direction}>${words().article.captions}</span>
              </summary>
              <ol>
                ${pictures.map(
                  (picture) =>
                    html`<li>${picture.caption || picture.alt} ${creditOf(picture)}</li>`,
                )}
              </ol>
            </details>`
          : nothing
      }
    </figcaption>`;
}

function image(picture: Picture, hash: string): TemplateResult {
  return html`<img
    src="media/${hash}"
    data-ordinal=${picture.ordinal}
    alt=${picture.alt || picture.caption}
    width=${picture.width ?? nothing}
    height=${picture.height ?? nothing}
    loading="lazy"
    decoding="async"
    @error=${markBroken}
  />`;
}

function missing(article: Article, picture: Picture): TemplateResult {
  const skipped = isSkipped(picture);
  const failure = skipped ? null : picture.failure;
  return html`<div class="missing">
    ${skipped ? icons.picture : failure === null ? icons.wait : icons.warn}
    <p>
      <span lang=${language()} dir=${words().direction}>${missingWords(picture)}</span>
      ${
        failure === null
          ? nothing
          : html`<span class="reason" lang=${language()} dir=${words().direction}
              >${failureShown(failure)}</span
            >`
      }
      ${
        picture.alt !== '' && picture.alt !== picture.caption
          ? html`<span class="alt">${picture.alt}</span>`
          : nothing
      }
      ${skipped ? fetchButton(article) : nothing}
    </p>
  </div>`;
}

/** Fetches pictures that were left out, once, for this article. */
function fetchButton(article: Article): TemplateResult {
  return html`<button
    class="fetch"
    type="button"
    lang=${language()}
    dir=${words().direction}
    @click=${(event: Event) => event.target?.dispatchEvent(new RetryEvent(article.id))}
  >
    ${words().article.fetchPictures}
  </button>`;
}

function captionOf(picture: Picture): TemplateResult | typeof nothing {
  if (picture.caption === '' && picture.credit === '') return nothing;
  return html`<figcaption>${picture.caption} ${creditOf(picture)}</figcaption>`;
}

function creditOf(picture: Picture): TemplateResult | typeof nothing {
  return picture.credit === '' ? nothing : html`<span class="credit">${picture.credit}</span>`;
}

/** The picture's own size as properties, so that its box stands before it is loaded. */
function boxOf(picture: Picture): string {
  if (picture.width === null || picture.height === null) return '';
  return `--width: ${picture.width}px; --ratio: ${picture.width / picture.height}`;
}

function isWide(picture: Picture): boolean {
  if (picture.hash === null || picture.width === null || picture.height === null) return false;
  return picture.width >= wideFromPx && picture.width > picture.height;
}

function openerOf(picture: Picture): (event: Event) => void {
  return (event) => event.currentTarget?.dispatchEvent(new GalleryOpenEvent(picture.ordinal));
}

/** A kept file that does not show (deleted, damaged) leaves its words instead of a torn icon. */
function markBroken(event: Event): void {
  if (event.currentTarget instanceof Element) {
    event.currentTarget.closest('.open')?.classList.add('broken');
  }
}

function pictureOf(figure: Element, pictures: readonly Picture[]): Picture | undefined {
  const ordinal = ordinalOf(figure);
  return ordinal === undefined ? undefined : pictures[ordinal];
}

function ordinalOf(figure: Element): number | undefined {
  const written = figure instanceof HTMLElement ? figure.dataset['picture'] : undefined;
  return written === undefined || !/^\d{1,6}$/.test(written) ? undefined : Number(written);
}
