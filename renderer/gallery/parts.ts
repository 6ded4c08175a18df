import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Picture } from '../../contract/types.ts';
import { isSkipped, missingWords } from '../article/state.ts';
import { formatNumber } from '../format.ts';
import { icons } from '../icons.ts';
import { failureShown } from '../words/failure.ts';
import { language, words } from '../words/language.ts';
import type { Lens } from './lens.ts';
import type { Notice } from './notice.ts';
import type { StageInput } from './stage-input.ts';

/** What stands on the stage and below it. */

/** What the stage shows. */
export interface StageState {
  picture: Picture;
  /** Its element; `null` where it is not kept or does not decode. */
  image: HTMLImageElement | null;
  /** The picture before, where this one cannot be drawn yet. */
  former: HTMLImageElement | null;
  index: number;
  of: number;
  /** Whether a copy of the picture is still on its way from the page. */
  flying: boolean;
}

/** What acts on it. */
export interface StageParts {
  lens: Lens;
  input: StageInput;
  notice: Notice;
  turn: (by: -1 | 1) => void;
}

/** The picture or what stands in its place, and at its sides the buttons. */
export function stagePart(shown: StageState, parts: StageParts): TemplateResult {
  const { picture, image, former, index, of, flying } = shown;
  const { lens, input, notice, turn } = parts;
  const classes = { stage: true, zoomed: lens.isZoomed, flying };
  return html`<div
    class=${classMap(classes)}
    @pointerdown=${input.onDown}
    @pointermove=${input.onMove}
    @pointerup=${input.onUp}
    @pointercancel=${input.onCancel}
    @wheel=${input.onWheel}
    @dblclick=${input.onDoubleClick}
  >
    ${image ?? missingPart(picture)}
    ${former === null ? nothing : html`<div class="former" aria-hidden="true">${former}</div>`}
    ${noticePart(notice)}
    <button
      type="button"
      class="turn previous"
      aria-label=${words().gallery.previous}
      ?disabled=${index === 0}
      @click=${() => turn(-1)}
    >
      ${icons.left}
    </button>
    <button
      type="button"
      class="turn next"
      aria-label=${words().gallery.next}
      ?disabled=${index === of - 1}
      @click=${() => turn(1)}
    >
      ${icons.right}
    </button>
  </div>`;
}

/** Always in the document, so that what comes into it is told to those who listen. */
function noticePart({ text, failed }: Notice): TemplateResult {
  return html`<p
    class=${classMap({ notice: true, said: text !== '', failed })}
    role="status"
    lang=${language()}
    dir=${words().direction}
  >
    ${text}
  </p>`;
}

/** In the place of a picture: that it is not there, and why. */
function missingPart(picture: Picture): TemplateResult {
  const { direction, gallery } = words();
  const says = picture.hash === null ? missingWords(picture) : gallery.unreadable;
  return html`<div class="missing">
    ${icons.picture}
    <p lang=${language()} dir=${direction}>${says}</p>
    ${
      picture.failure === null || isSkipped(picture)
        ? nothing
        : html`<p class="reason" lang=${language()} dir=${direction}>
            ${failureShown(picture.failure)}
          </p>`
    }
    ${
      picture.alt === '' || picture.alt === picture.caption
        ? nothing
        : html`<p class="alt">${picture.alt}</p>`
    }
  </div>`;
}

/** Which picture it is, its caption and its credit: what a screen reader is told at every turn. */
export function captionPart(picture: Picture, index: number, of: number): TemplateResult {
  return html`<div class="words" tabindex="0" role="group" aria-label=${words().gallery.caption}>
    <div aria-live="polite" aria-atomic="true">
      <span class="counter" dir="ltr">${formatNumber(index + 1)} / ${formatNumber(of)}</span>
      <p class="caption">
        ${picture.caption || picture.alt}
        ${picture.credit === '' ? nothing : html`<span class="credit">${picture.credit}</span>`}
      </p>
    </div>
  </div>`;
}
