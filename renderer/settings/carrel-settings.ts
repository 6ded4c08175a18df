import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Settings } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { selectStyles } from '../app/select-styles.ts';
import { withKeyOf } from '../app/keys.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { icons } from '../icons.ts';
import './carrel-space.ts';
import { SettingsChangeEvent } from './events.ts';
import { density } from './density.ts';
import { fetching } from './fetching.ts';
import { groupStyles } from './group-styles.ts';
import { keyboard } from './keyboard.ts';
import { languageChoice } from './language-choice.ts';
import { sampleStyles } from './sample-styles.ts';
import { themeChoice } from './theme-choice.ts';
import { typography } from './typography.ts';
import { words } from '../words/language.ts';

/**
 * The sheet of settings, in groups: how the window looks, how articles are set, which language is
 * spoken, which keys act, what is fetched, how much space pictures may take. Each change shows at once.
 */
@customElement('carrel-settings')
export class CarrelSettings extends LitElement {
  static override styles = [controls, selectStyles, popoverStyles, groupStyles, sampleStyles];

  @property({ attribute: false }) settings: Settings | null = null;
  /** The language of the open article. */
  @property({ attribute: false }) tongue: string | null = null;
  @state() private open = false;
  @query('button') private button!: HTMLElement;

  /** Opens the sheet, or closes it, as a press on the button does; the keyboard is on that. */
  toggle(): void {
    this.button.focus();
    this.button.click();
  }

  override render(): TemplateResult {
    const { settings, change } = this;
    const { common } = words();
    return html`<button
        class="tool"
        popovertarget="settings"
        aria-expanded=${this.open}
        aria-label=${common.settings}
        title=${withKeyOf(common.settings, 'settings')}
        ?disabled=${settings === null}
      >
        ${icons.letters}
      </button>
      <div
        id="settings"
        popover
        role="dialog"
        aria-label=${common.settings}
        @toggle=${this.onToggle}
      >
        <section>${themeChoice(settings?.theme, change)}</section>
        <section>${typography(settings, this.tongue, change)}</section>
        <section>${density(settings, change)}</section>
        <section>
          ${languageChoice(settings?.language ?? 'system', (language) => change({ language }))}
        </section>
        <section>${keyboard(settings, change)}</section>
        <section>${fetching(settings, change)}</section>
        <section>
          <carrel-space .settings=${settings} .shown=${this.open}></carrel-space>
        </section>
      </div>`;
  }

  private readonly onToggle = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
  };

  private readonly change = (changes: Partial<Settings>): void => {
    this.dispatchEvent(new SettingsChangeEvent(changes));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-settings': CarrelSettings;
  }
}
