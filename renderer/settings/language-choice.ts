import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { LANGUAGES } from '../../contract/languages.ts';
import type { Language } from '../../contract/languages.ts';
import type { Settings } from '../../contract/types.ts';
import { words } from '../words/language.ts';

const offered: Settings['language'][] = ['system', ...LANGUAGES];

/** The choice of the window's language: each by its own name, which its speakers know it by. */
export function languageChoice(
  set: Settings['language'],
  choose: (language: Settings['language']) => void,
): TemplateResult {
  const says = words().settings;
  const onChange = ({ target }: Event): void => {
    const chosen = target instanceof HTMLSelectElement ? offered[target.selectedIndex] : undefined;
    if (chosen !== undefined) choose(chosen);
  };
  return html`<div class="select">
    <label>
      <span class="name">${says.language}</span>
      <select @change=${onChange}>
        ${offered.map(
          (each) =>
            html`<option
              value=${each}
              lang=${each === 'system' ? nothing : each}
              .selected=${each === set}
            >
              ${each === 'system' ? says.languageOfSystem : nameOf(each)}
            </option>`,
        )}
      </select>
    </label>
  </div>`;
}

/** What a language calls itself: `English`, `Deutsch`. */
function nameOf(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
