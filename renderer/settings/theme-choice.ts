import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Theme } from '../../contract/types.ts';
import type { Change } from './choices.ts';
import { words } from '../words/language.ts';

const themes: Theme[] = ['system', 'light', 'sepia', 'dark', 'black'];

/** The choice of the window's colours: a sample of each, whatever theme is on. */
export function themeChoice(set: Theme | undefined, change: Change): TemplateResult {
  const says = words().settings;
  return html`<fieldset class="samples themes">
    <legend>${says.theme}</legend>
    ${themes.map(
      (theme) =>
        html`<label class="choice ${theme}">
          <input
            type="radio"
            name="theme"
            .checked=${set === theme}
            @change=${() => change({ theme })}
          />
          <span class="sample" aria-hidden="true">Aa</span>
          ${says.themes[theme]}
        </label>`,
    )}
  </fieldset>`;
}
