import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Settings, Theme } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { icons } from '../icons.ts';
import { settingsStyles } from './settings-styles.ts';

/** Settings were changed, and are to be shown and kept. */
export class SettingsChangeEvent extends Event {
  static readonly type = 'settings-change';
  readonly changes: Partial<Settings>;

  constructor(changes: Partial<Settings>) {
    super(SettingsChangeEvent.type, { bubbles: true, composed: true });
    this.changes = changes;
  }
}

const themes: { theme: Theme; label: string }[] = [
  { theme: 'system', label: 'As system' },
  { theme: 'light', label: 'Light' },
  { theme: 'sepia', label: 'Sepia' },
  { theme: 'dark', label: 'Dark' },
];

const networks: { onMetered: Settings['onMetered']; label: string }[] = [
  { onMetered: 'fetch', label: 'Fetch' },
  { onMetered: 'wait', label: 'Wait' },
];

/** How the window looks, and what it does on a metered network; each change shows at once. */
@customElement('carrel-settings')
export class CarrelSettings extends LitElement {
  static override styles = [controls, popoverStyles, settingsStyles];

  @property({ attribute: false }) settings: Settings | null = null;
  @state() private open = false;

  override render(): TemplateResult {
    const { settings } = this;
    return html`<button
        class="tool"
        popovertarget="settings"
        aria-expanded=${this.open}
        aria-label="Appearance and network"
        title="Appearance and network"
        ?disabled=${settings === null}
      >
        ${icons.letters}
      </button>
      <div
        id="settings"
        popover
        role="dialog"
        aria-label="Appearance and network"
        @toggle=${(event: ToggleEvent) => {
          this.open = event.newState === 'open';
        }}
      >
        <fieldset class="themes">
          <legend>Theme</legend>
          ${themes.map(({ theme, label }) => this.theme(theme, label))}
        </fieldset>
        ${this.range('Text size', 'textSizePx', settings?.textSizePx ?? 18, 14, 28, 'px')}
        ${this.range('Text width', 'measureCh', settings?.measureCh ?? 68, 45, 95, 'characters')}
        ${this.network()}
      </div>`;
  }

  private theme(theme: Theme, label: string): TemplateResult {
    return html`<label class="theme ${theme}">
      <input
        type="radio"
        name="theme"
        .checked=${this.settings?.theme === theme}
        @change=${() => this.change({ theme })}
      />
      <span class="sample" aria-hidden="true">Aa</span>
      ${label}
    </label>`;
  }

  private network(): TemplateResult {
    return html`<div class="network">
      <fieldset>
        <legend>On a metered network</legend>
        ${networks.map(
          ({ onMetered, label }) =>
            html`<label>
              <input
                type="radio"
                name="onMetered"
                .checked=${this.settings?.onMetered === onMetered}
                @change=${() => this.change({ onMetered })}
              />
              ${label}
            </label>`,
        )}
        <p>What you refresh yourself is always fetched.</p>
      </fieldset>
    </div>`;
  }

  private range(
    label: string,
    setting: 'textSizePx' | 'measureCh',
    value: number,
    min: number,
    max: number,
    unit: string,
  ): TemplateResult {
    return html`<label class="range">
      <span class="name">${label}</span>
      <output aria-hidden="true">${value} ${unit}</output>
      <input
        type="range"
        min=${min}
        max=${max}
        .value=${String(value)}
        aria-valuetext="${value} ${unit}"
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) {
            this.change({ [setting]: event.target.valueAsNumber });
          }
        }}
      />
    </label>`;
  }

  private change(changes: Partial<Settings>): void {
    this.dispatchEvent(new SettingsChangeEvent(changes));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-settings': CarrelSettings;
  }
  interface HTMLElementEventMap {
    'settings-change': SettingsChangeEvent;
  }
}
