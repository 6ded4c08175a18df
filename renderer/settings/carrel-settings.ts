import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Settings, Theme } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { icons } from '../icons.ts';

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

/** How the window looks: theme, size and width of the reading text; each change shows at once. */
@customElement('carrel-settings')
export class CarrelSettings extends LitElement {
  static override styles = [
    controls,
    popoverStyles,
    css`
      .tool {
        inline-size: 2rem;
      }
      [popover] {
        inline-size: 19rem;
        padding: var(--space-4);
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: var(--space-2);
        margin: 0 0 var(--space-4);
        padding: 0;
        border: 0;
      }
      legend,
      .name {
        padding: 0;
        font-size: var(--size-s);
        font-weight: 600;
      }
      legend {
        margin-block-end: var(--space-2);
      }
      .theme {
        display: grid;
        justify-items: center;
        gap: var(--space-1);
        font-size: var(--size-xs);
        text-align: center;
        cursor: pointer;
      }
      .theme input {
        position: absolute;
        opacity: 0;
      }
      .sample {
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 2.75rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-m);
        font: 500 var(--size-l) / 1 var(--font-reading);
      }
      /* Samples of the themes: the grounds and texts of tokens.css, whatever theme is on. */
      .light .sample {
        background: #fdfcf9;
        color: #1d211f;
      }
      .sepia .sample {
        background: #f5ecd9;
        color: #33271a;
      }
      .dark .sample {
        background: #1b201d;
        color: #e2e5e0;
      }
      .system .sample {
        background: linear-gradient(105deg, #fdfcf9 50%, #1b201d 50%);
        color: transparent;
      }
      .theme input:checked + .sample {
        border-color: var(--accent);
        box-shadow: 0 0 0 2px var(--accent);
      }
      .theme input:focus-visible + .sample {
        outline: var(--focus-ring);
        outline-offset: 4px;
      }
      .theme:has(:checked) {
        font-weight: 600;
      }
      .range {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--space-1);
        margin-block-start: var(--space-3);
      }
      output {
        font-size: var(--size-s);
        color: var(--text-faint);
        font-variant-numeric: tabular-nums;
      }
      .range input {
        grid-column: 1 / -1;
        inline-size: 100%;
        block-size: 1.5rem;
        margin: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) settings: Settings | null = null;
  @state() private open = false;

  override render(): TemplateResult {
    const { settings } = this;
    return html`<button
        class="tool"
        popovertarget="settings"
        aria-expanded=${this.open}
        aria-label="Appearance"
        title="Appearance"
        ?disabled=${settings === null}
      >
        ${icons.letters}
      </button>
      <div
        id="settings"
        popover
        role="dialog"
        aria-label="Appearance"
        @toggle=${(event: ToggleEvent) => {
          this.open = event.newState === 'open';
        }}
      >
        <fieldset>
          <legend>Theme</legend>
          ${themes.map(({ theme, label }) => this.theme(theme, label))}
        </fieldset>
        ${this.range('Text size', 'textSizePx', settings?.textSizePx ?? 18, 14, 28, 'px')}
        ${this.range('Text width', 'measureCh', settings?.measureCh ?? 68, 45, 95, 'characters')}
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
