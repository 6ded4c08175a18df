import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Settings } from '../../contract/types.ts';
import { radio } from './choices.ts';
import type { Change } from './choices.ts';
import { words } from '../words/language.ts';

const densities: Settings['density'][] = ['comfortable', 'compact'];

/** How much of an article its row in a list shows. */
export function density(settings: Settings | null, change: Change): TemplateResult {
  const says = words().settings;
  return html`<fieldset class="radios">
    <legend>${says.list}</legend>
    ${densities.map((each) =>
      radio('density', says.density[each], settings?.density === each, () =>
        change({ density: each }),
      ),
    )}
  </fieldset>`;
}
