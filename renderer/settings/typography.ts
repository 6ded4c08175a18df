import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Family, Settings } from '../../contract/types.ts';
import { canBeVertical } from '../article/vertical.ts';
import { check, range } from './choices.ts';
import type { Change } from './choices.ts';
import { words } from '../words/language.ts';

const families: Family[] = ['serif', 'sans', 'legible'];

/**
 * How articles are set: their face, size, width, the distance of lines, how lines end, and which way
 * they run.
 *
 * @param tongue the language of the open article: only some are set in vertical lines.
 */
export function typography(
  settings: Settings | null,
  tongue: string | null,
  change: Change,
): TemplateResult {
  const says = words().settings;
  return html`<fieldset class="samples families">
      <legend>${says.family}</legend>
      ${families.map(
        (family) =>
          html`<label class="choice ${family}">
            <input
              type="radio"
              name="family"
              .checked=${settings?.family === family}
              @change=${() => change({ family })}
            />
            <span class="sample" aria-hidden="true">Aa</span>
            ${says.families[family]}
          </label>`,
      )}
    </fieldset>
    ${range(
      {
        label: says.textSize,
        value: settings?.textSizePx ?? 19,
        min: 14,
        max: 28,
        step: 1,
        inWords: says.px,
      },
      (textSizePx) => change({ textSizePx }),
    )}
    ${range(
      {
        label: says.textWidth,
        value: settings?.measureCh ?? 66,
        min: 45,
        max: 95,
        step: 1,
        inWords: says.characters,
      },
      (measureCh) => change({ measureCh }),
    )}
    ${range(
      {
        label: says.leading,
        value: settings?.leadingPercent ?? 100,
        min: 85,
        max: 140,
        step: 5,
        inWords: says.percent,
      },
      (leadingPercent) => change({ leadingPercent }),
    )}
    ${check(says.justified, settings?.justified === true, (justified) => change({ justified }))}
    ${
      canBeVertical(tongue)
        ? check(says.vertical, settings?.vertical === true, (vertical) => change({ vertical }))
        : nothing
    }`;
}
