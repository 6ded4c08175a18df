import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { withPlainKey } from '../app/keys.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';
import type { Lens } from './lens.ts';

/** What the bar shows of the gallery. */
export interface BarState {
  title: string;
  lens: Lens;
  /** Whether a picture is on the stage, to be zoomed, copied and saved. */
  hasPicture: boolean;
  /** Whether there is more than one picture to choose from. */
  hasMore: boolean;
  strip: boolean;
  grid: boolean;
}

/** What its buttons do; the keys of the same name do the same. */
export interface BarActs {
  zoomIn: () => void;
  zoomOut: () => void;
  whole: () => void;
  copy: () => void;
  save: () => void;
  toggleStrip: () => void;
  toggleGrid: () => void;
  close: () => void;
}

/** The line above the picture: the article's headline, and what can be done. */
export function bar(shown: BarState, act: BarActs): TemplateResult {
  const { common, gallery: says } = words();
  return html`<div class="bar">
    <p class="title" dir="auto">${shown.title}</p>
    ${shown.grid ? nothing : [zoomButtons(shown, act), takeButtons(shown, act)]}
    ${
      shown.hasMore && !shown.grid
        ? html`<button
            type="button"
            class="strip-toggle"
            aria-label=${says.thumbnails}
            title=${withPlainKey(says.thumbnails, 't')}
            aria-pressed=${shown.strip}
            @click=${act.toggleStrip}
          >
            ${icons.strip}
          </button>`
        : nothing
    }
    ${
      shown.hasMore
        ? html`<button
            type="button"
            aria-label=${says.grid}
            title=${withPlainKey(says.grid, 'g')}
            aria-pressed=${shown.grid}
            @click=${act.toggleGrid}
          >
            ${icons.grid}
          </button>`
        : nothing
    }
    <button type="button" aria-label=${common.close} title=${says.closeKey} @click=${act.close}>
      ${icons.close}
    </button>
  </div>`;
}

function zoomButtons({ lens, hasPicture }: BarState, act: BarActs): TemplateResult {
  const says = words().gallery;
  const times = says.times(Math.round(lens.scale * 10) / 10);
  return html`<button
      type="button"
      aria-label=${says.zoomOut}
      title=${withPlainKey(says.zoomOut, '−')}
      ?disabled=${!lens.isZoomed || !hasPicture}
      @click=${act.zoomOut}
    >
      ${icons.minus}
    </button>
    <button
      type="button"
      class="scale"
      dir="ltr"
      aria-label=${says.wholeAt(times)}
      title=${withPlainKey(says.whole, '0')}
      ?disabled=${!lens.isZoomed}
      @click=${act.whole}
    >
      ${times}
    </button>
    <button
      type="button"
      aria-label=${says.zoomIn}
      title=${says.zoomInMove(withPlainKey(says.zoomIn, '+'))}
      ?disabled=${lens.isClosest || !hasPicture}
      @click=${act.zoomIn}
    >
      ${icons.plus}
    </button>`;
}

function takeButtons({ hasPicture }: BarState, act: BarActs): TemplateResult {
  const says = words().gallery;
  return html`<button
      type="button"
      aria-label=${says.copy}
      title=${withPlainKey(says.copyWhole, 'c')}
      ?disabled=${!hasPicture}
      @click=${act.copy}
    >
      ${icons.copy}
    </button>
    <button
      type="button"
      aria-label=${says.save}
      title=${withPlainKey(says.saveFile, 's')}
      ?disabled=${!hasPicture}
      @click=${act.save}
    >
      ${icons.saved}
    </button>`;
}
