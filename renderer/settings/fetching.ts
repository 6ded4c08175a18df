import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Settings } from '../../contract/types.ts';
import { radio } from './choices.ts';
import type { Change } from './choices.ts';
import { words } from '../words/language.ts';

const networks: Settings['onMetered'][] = ['fetch', 'wait'];
const files: Settings['pictureFiles'][] = ['screen', 'original'];

/** What is fetched on a metered network, and which file of a picture. */
export function fetching(settings: Settings | null, change: Change): TemplateResult {
  const says = words().settings;
  return html`<fieldset class="radios">
      <legend>${says.metered}</legend>
      ${networks.map((onMetered) =>
        radio('onMetered', says.onMetered[onMetered], settings?.onMetered === onMetered, () =>
          change({ onMetered }),
        ),
      )}
      <p>${says.meteredHelp}</p>
    </fieldset>
    <fieldset class="radios">
      <legend>${says.pictureFiles}</legend>
      ${files.map((pictureFiles) =>
        radio(
          'pictureFiles',
          says.files[pictureFiles],
          settings?.pictureFiles === pictureFiles,
          () => change({ pictureFiles }),
        ),
      )}
      <p>${says.filesHelp}</p>
    </fieldset>`;
}
