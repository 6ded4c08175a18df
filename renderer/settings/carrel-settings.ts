import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SpacePreview } from '../../contract/library.ts';
import type { Settings, Theme } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { carrel } from '../carrel.ts';
import { formatBytes } from '../format.ts';
import { icons } from '../icons.ts';
import { languageChoice } from './language-choice.ts';
import { settingsStyles } from './settings-styles.ts';
import { words } from '../words/language.ts';

/** Settings were changed, and are to be shown and kept. */
export class SettingsChangeEvent extends Event {
  static readonly type = 'settings-change';
  readonly changes: Partial<Settings>;

  constructor(changes: Partial<Settings>) {
    super(SettingsChangeEvent.type, { bubbles: true, composed: true });
    this.changes = changes;
  }
}

const themes: Theme[] = ['system', 'light', 'sepia', 'dark'];
const densities: Settings['density'][] = ['comfortable', 'compact'];
const networks: Settings['onMetered'][] = ['fetch', 'wait'];
const files: Settings['pictureFiles'][] = ['screen', 'original'];

/** What would go, were pictures to take at most so much. */
type Previewed = SpacePreview & { picturesMostMb: number | null };

/** In decimal gigabytes, as systems show space; 0 for as much as there is. */
const spacesGb = [0, 1, 2, 5, 10, 20, 50, 100, 200];

/**
 * How the window and its lists look, which language it speaks, what it does on a metered network, which pictures
 * are fetched and how much space they may take; each change shows at once.
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
    const { common, settings: says } = words();
    return html`<button
        class="tool"
        popovertarget="settings"
        aria-expanded=${this.open}
        aria-label=${common.settings}
        title=${common.settings}
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
        <fieldset class="themes">
          <legend>${says.theme}</legend>
          ${themes.map((theme) => this.theme(theme, says.themes[theme]))}
        </fieldset>
        ${this.range(says.textSize, 'textSizePx', settings?.textSizePx ?? 18, 14, 28, says.px)}
        ${this.range(says.textWidth, 'measureCh', settings?.measureCh ?? 68, 45, 95, says.characters)}
        ${this.density()}
        ${languageChoice(settings?.language ?? 'system', (language) => this.change({ language }))}
        ${this.network()} ${this.files()} ${this.space()}
      </div>`;
  }

  private space(): TemplateResult {
    const says = words().settings;
    const mostGb = (this.settings?.picturesMostMb ?? 0) / 1000;
    const offered = spacesGb.includes(mostGb) ? spacesGb : [...spacesGb, mostGb];
    return html`<div class="select space">
      <label>
        <span class="name">${says.space}</span>
        <select @change=${this.onSpace}>
          ${offered.map(
            (gb) =>
              html`<option value=${gb} .selected=${gb === mostGb}>
                ${gb === 0 ? says.unlimited : says.atMost(formatBytes(gb * 1e9))}
              </option>`,
          )}
        </select>
      </label>
      ${this.preview === null ? nothing : this.whatWouldGo(this.preview)}
      <p>
        ${this.pictureBytes === null ? nothing : says.inUse(formatBytes(this.pictureBytes))}
        ${says.spaceHelp}
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
    const says = words().settings;
    return html`<div class="preview" role="alert">
      <p>${says.wouldGo(pictures, articles, formatBytes(bytes))}</p>
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
        ${says.removeThem}
      </button>
      <button class="button" @click=${this.onKeep}>${says.keepThem}</button>
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

  private density(): TemplateResult {
    const { list, density } = words().settings;
    return this.choice(list, 'density', densities, density, null);
  }

  private network(): TemplateResult {
    const says = words().settings;
    return this.choice(says.metered, 'onMetered', networks, says.onMetered, says.meteredHelp);
  }

  private files(): TemplateResult {
    const says = words().settings;
    return this.choice(says.pictureFiles, 'pictureFiles', files, says.files, says.filesHelp);
  }

  private choice<T extends string>(
    legend: string,
    setting: 'density' | 'onMetered' | 'pictureFiles',
    offered: readonly T[],
    labels: Record<T, string>,
    help: string | null,
  ): TemplateResult {
    return html`<div class="choice">
      <fieldset>
        <legend>${legend}</legend>
        ${offered.map(
          (each) =>
            html`<label>
              <input
                type="radio"
                name=${setting}
                .checked=${this.settings?.[setting] === each}
                @change=${() => this.change({ [setting]: each })}
              />
              ${labels[each]}
            </label>`,
        )}
        ${help === null ? nothing : html`<p>${help}</p>`}
      </fieldset>
    </div>`;
  }

  private range(
    label: string,
    setting: 'textSizePx' | 'measureCh',
    value: number,
    min: number,
    max: number,
    inWords: (value: number) => string,
  ): TemplateResult {
    return html`<label class="range">
      <span class="name">${label}</span>
      <output aria-hidden="true">${inWords(value)}</output>
      <input
        type="range"
        min=${min}
        max=${max}
        .value=${String(value)}
        aria-valuetext=${inWords(value)}
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
