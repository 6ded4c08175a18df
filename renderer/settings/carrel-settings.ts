import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SpacePreview } from '../../contract/library.ts';
import type { Settings, Theme } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { carrel } from '../carrel.ts';
import { formatBytes, formatCount, formatNumber } from '../format.ts';
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

const files: { pictureFiles: Settings['pictureFiles']; label: string }[] = [
  { pictureFiles: 'screen', label: 'As wide as a screen' },
  { pictureFiles: 'original', label: 'Originals' },
];

/** What would go, were pictures to take at most so much. */
type Previewed = SpacePreview & { picturesMostMb: number | null };

/** In decimal gigabytes, as systems show space; 0 for as much as there is. */
const spacesGb = [0, 1, 2, 5, 10, 20, 50, 100, 200];

/**
 * How the window looks, what it does on a metered network, which pictures are fetched and how much
 * space they may take; each change shows at once.
 */
@customElement('carrel-settings')
export class CarrelSettings extends LitElement {
  static override styles = [controls, popoverStyles, settingsStyles];

  @property({ attribute: false }) settings: Settings | null = null;
  @state() private open = false;
  /** What would go for the space that was chosen and is not set yet. */
  @state() private preview: Previewed | null = null;
  /** What kept pictures take; `null` until the sheet was opened. */
  @state() private pictureBytes: number | null = null;

  override render(): TemplateResult {
    const { settings } = this;
    return html`<button
        class="tool"
        popovertarget="settings"
        aria-expanded=${this.open}
        aria-label="Settings"
        title="Settings"
        ?disabled=${settings === null}
      >
        ${icons.letters}
      </button>
      <div id="settings" popover role="dialog" aria-label="Settings" @toggle=${this.onToggle}>
        <fieldset class="themes">
          <legend>Theme</legend>
          ${themes.map(({ theme, label }) => this.theme(theme, label))}
        </fieldset>
        ${this.range('Text size', 'textSizePx', settings?.textSizePx ?? 18, 14, 28, 'px')}
        ${this.range('Text width', 'measureCh', settings?.measureCh ?? 68, 45, 95, 'characters')}
        ${this.network()} ${this.files()} ${this.space()}
      </div>`;
  }

  private space(): TemplateResult {
    const mostGb = (this.settings?.picturesMostMb ?? 0) / 1000;
    const offered = spacesGb.includes(mostGb) ? spacesGb : [...spacesGb, mostGb];
    return html`<div class="space">
      <label>
        <span class="name">Space for pictures</span>
        <select @change=${this.onSpace}>
          ${offered.map(
            (gb) =>
              html`<option value=${gb} .selected=${gb === mostGb}>
                ${gb === 0 ? 'As much as there is' : `At most ${formatNumber(gb)} GB`}
              </option>`,
          )}
        </select>
      </label>
      ${this.preview === null ? nothing : this.whatWouldGo(this.preview)}
      <p>
        ${this.pictureBytes === null ? nothing : `${formatBytes(this.pictureBytes)} in use. `}When
        it is full, pictures of read articles go first, the oldest before others. Pictures of
        bookmarked articles, and of pages you saved or opened, always stay.
      </p>
    </div>`;
  }

  private readonly onSpace = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const gb = Number(event.target.value);
    void this.setSpace(gb === 0 ? null : gb * 1000);
  };

  /** Where pictures would go for it, the reader sees which before they do. */
  private async setSpace(picturesMostMb: number | null): Promise<void> {
    this.preview = null;
    const preview =
      picturesMostMb === null
        ? null
        : await carrel()
            .spacePreview(picturesMostMb)
            .catch(() => null);
    if (preview === null || preview.pictures === 0) this.change({ picturesMostMb });
    else this.preview = { ...preview, picturesMostMb };
  }

  /** Chooses again what is set; the template has not changed, and would not do it. */
  private readonly onKeep = (): void => {
    this.preview = null;
    const select = this.renderRoot.querySelector<HTMLSelectElement>('.space select');
    if (select !== null) select.value = String((this.settings?.picturesMostMb ?? 0) / 1000);
  };

  private whatWouldGo(preview: Previewed): TemplateResult {
    const { pictures, articles, bytes, first, picturesMostMb } = preview;
    return html`<div class="preview" role="alert">
      <p>
        ${formatCount(pictures, 'picture', 'pictures')} of
        ${formatCount(articles, 'article', 'articles')} would go, ${formatBytes(bytes)}, the first
        of them of:
      </p>
      <ul>
        ${first.slice(0, 3).map(({ title }) => html`<li><bdi>${title}</bdi></li>`)}
      </ul>
      <button
        class="button danger"
        @click=${() => {
          this.preview = null;
          this.change({ picturesMostMb });
        }}
      >
        Remove them
      </button>
      <button class="button" @click=${this.onKeep}>Keep them</button>
    </div>`;
  }

  private readonly onToggle = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    if (this.open) void this.measure();
  };

  /** The space in use is only told; an engine that is down leaves it out. */
  private async measure(): Promise<void> {
    try {
      this.pictureBytes = (await carrel().library()).space.pictureBytes;
    } catch {
      this.pictureBytes = null;
    }
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
    return html`<div class="choice">
      <fieldset>
        <legend>On a metered network</legend>
        ${networks.map(({ onMetered, label }) =>
          this.radio('onMetered', label, this.settings?.onMetered === onMetered, { onMetered }),
        )}
        <p>What you refresh yourself is always fetched.</p>
      </fieldset>
    </div>`;
  }

  private files(): TemplateResult {
    return html`<div class="choice">
      <fieldset>
        <legend>Pictures to fetch</legend>
        ${files.map(({ pictureFiles, label }) =>
          this.radio('pictureFiles', label, this.settings?.pictureFiles === pictureFiles, {
            pictureFiles,
          }),
        )}
        <p>
          Originals show more when zoomed and can take ten times the space. Pictures you have stay
          as they are.
        </p>
      </fieldset>
    </div>`;
  }

  private radio(
    name: string,
    label: string,
    checked: boolean,
    changes: Partial<Settings>,
  ): TemplateResult {
    return html`<label>
      <input type="radio" name=${name} .checked=${checked} @change=${() => this.change(changes)} />
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
