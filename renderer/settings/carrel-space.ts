import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SpacePreview } from '../../contract/library.ts';
import type { Settings } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { selectStyles } from '../app/select-styles.ts';
import { carrel } from '../carrel.ts';
import { formatBytes } from '../format.ts';
import { SettingsChangeEvent } from './events.ts';
import { groupStyles } from './group-styles.ts';
import { words } from '../words/language.ts';

/** What would go, were pictures to take at most so much. */
type Previewed = SpacePreview & { picturesMostMb: number | null };

/** In decimal gigabytes, as systems show space; 0 for as much as there is. */
const spacesGb = [0, 1, 2, 5, 10, 20, 50, 100, 200];

/** How much space pictures may take; what would go for it is shown before it does. */
@customElement('carrel-space')
export class CarrelSpace extends LitElement {
  static override styles = [controls, selectStyles, groupStyles];

  @property({ attribute: false }) settings: Settings | null = null;
  /** Whether the sheet around it is open: each time, what is in use is measured. */
  @property({ attribute: false }) shown = false;
  /** What would go for the space that was chosen and is not set yet. */
  @state() private preview: Previewed | null = null;
  /** What kept pictures take; `null` until the sheet was opened. */
  @state() private pictureBytes: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('shown') && this.shown) void this.measure();
  }

  override render(): TemplateResult {
    const says = words().settings;
    const mostGb = (this.settings?.picturesMostMb ?? 0) / 1000;
    const offered = spacesGb.includes(mostGb) ? spacesGb : [...spacesGb, mostGb];
    return html`<div class="select">
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
    const select = this.renderRoot.querySelector('select');
    if (select !== null) select.value = String((this.settings?.picturesMostMb ?? 0) / 1000);
  };

  /** The space in use is only told; an engine that is down leaves it out. */
  private async measure(): Promise<void> {
    try {
      this.pictureBytes = (await carrel().library()).space.pictureBytes;
    } catch {
      this.pictureBytes = null;
    }
  }

  private change(changes: Partial<Settings>): void {
    this.dispatchEvent(new SettingsChangeEvent(changes));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-space': CarrelSpace;
  }
}
