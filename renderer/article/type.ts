import { css } from 'lit';
import type { Settings } from '../../contract/types.ts';

/**
 * The reader's own type: what is set in the settings, as custom properties and attributes of the
 * reading view, which its parts inherit.
 *
 * `--face` is there only for another family than the serif, whose list of fonts is the language's own
 * (`languages.ts`): text is set in `var(--face, var(--font-reading))`. The list of the interface,
 * which ends in `sans-serif`, serves every script without serifs.
 */
export function setType(view: HTMLElement, settings: Settings): void {
  const { textSizePx, measureCh, leadingPercent, family, justified } = settings;
  view.style.setProperty('--reading-size', `${textSizePx}px`);
  view.style.setProperty('--measure', `${measureCh}ch`);
  view.style.setProperty('--leading-factor', String(leadingPercent / 100));
  view.dataset['family'] = family;
  view.toggleAttribute('data-justified', justified);
}

export const typeStyles = css`
  :host([data-family='sans']) {
    --face: var(--font-ui);
    --reading-scale: 0.94;
  }
  :host([data-family='legible']) {
    --face: var(--font-legible);
    --reading-scale: 0.98;
  }
  /* In a narrow column even edges tear holes into the lines, with hyphens too. */
  @container reading (inline-size >= 30rem) {
    :host([data-justified]) .body > :is(p, blockquote, ul, ol, dl) {
      text-align: justify;
    }
  }
`;
