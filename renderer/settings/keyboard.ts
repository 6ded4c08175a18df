import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Settings } from '../../contract/types.ts';
import type { Change } from './choices.ts';
import { words } from '../words/language.ts';

/** Whether keys act alone, or only together with others. */
export function keyboard(settings: Settings | null, change: Change): TemplateResult {
  const says = words().settings;
  return html`<fieldset>
    <legend>${says.keyboard}</legend>
    <label class="check">
      <input
        type="checkbox"
        aria-describedby="single-keys-help"
        .checked=${settings?.singleKeys !== false}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) change({ singleKeys: target.checked });
        }}
      />
      ${says.singleKeys}
    </label>
    <p id="single-keys-help">${says.singleKeysHelp}</p>
  </fieldset>`;
}
