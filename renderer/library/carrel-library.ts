import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { CarrelEvent } from '../../contract/api.ts';
import type { Backup, Space } from '../../contract/library.ts';
import type { LibraryPlace } from '../../contract/types.ts';
import { CommandEvent } from '../app/events.ts';
import { attempt } from '../app/actions.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { carrel } from '../carrel.ts';
import { formatBytes } from '../format.ts';
import { factsStyles } from '../dialogs/facts-styles.ts';
import { icons } from '../icons.ts';
import './carrel-library-folder.ts';
import { libraryStyles } from './library-styles.ts';

/** What takes space, in the order of the bar. */
const PARTS: { part: keyof Space; name: string }[] = [
  { part: 'pictureBytes', name: 'Pictures' },
  { part: 'attachmentBytes', name: 'Attachments' },
  { part: 'captureBytes', name: 'Pages as they were fetched' },
  { part: 'versionBytes', name: 'Texts' },
];

/** What the library takes, copies of it, and the folder that it lies in. */
@customElement('carrel-library')
export class CarrelLibrary extends LitElement {
  static override styles = [controls, progressStyles, factsStyles, libraryStyles];

  @state() private place: LibraryPlace | null = null;
  @state() private backup: Backup | null = null;
  @state() private failure: string | null = null;
  private unsubscribe: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unsubscribe = carrel().subscribeToEvents((event) => this.hear(event));
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
  }

  override render(): TemplateResult {
    const { place, failure } = this;
    return html`${place === null ? nothing : this.whole(place)}
    ${failure === null ? nothing : html`<p class="failure" role="alert">${failure}</p>`}`;
  }

  private whole({ folder, hasChooser, space }: LibraryPlace): TemplateResult {
    return html`<h3>Folder</h3>
      <carrel-library-folder .folder=${folder} .hasChooser=${hasChooser}></carrel-library-folder>
      <h3>Space</h3>
      ${this.space(space)}
      <h3>Backup</h3>
      ${this.copy()}
      <h3>Restore</h3>
      <p class="help">
        From a backup, into this library: what is missing here is added, and what is here stays.
      </p>
      <p class="row">
        <button class="button" @click=${this.onRestore}>
          ${icons.file} Restore from a backup…
        </button>
      </p>`;
  }

  private space(space: Space): TemplateResult {
    const sizes = PARTS.map(({ part, name }) => ({ name, bytes: space[part] ?? 0 }));
    const most = Math.max(1, ...sizes.map(({ bytes }) => bytes));
    return html`<dl>
      ${sizes.map(
        ({ name, bytes }) =>
          html`<dt>${name}</dt>
            <dd>
              <meter min="0" max=${most} .value=${bytes} aria-hidden="true"></meter>
              <span>${formatBytes(bytes)}</span>
            </dd>`,
      )}
      <dt>Database, with the search</dt>
      <dd><span></span><span>${formatBytes(space.databaseBytes)}</span></dd>
      ${
        space.freeBytes === null
          ? nothing
          : html`<dt>Free on this disk</dt>
              <dd><span></span><span>${formatBytes(space.freeBytes)}</span></dd>`
      }
    </dl>`;
  }

  private copy(): TemplateResult {
    const { backup } = this;
    if (backup?.state === 'running') {
      const words = `${formatBytes(backup.doneBytes)} of ${formatBytes(backup.ofBytes)}`;
      return html`<progress
          max=${Math.max(backup.ofBytes, 1)}
          .value=${backup.doneBytes}
          aria-label="Backing up"
        ></progress>
        <p class="help" role="status">${words}</p>
        <p class="row"><button class="button" @click=${this.onDrop}>Stop</button></p>`;
    }
    if (backup?.state === 'done') {
      return html`<p class="ready">
          ${icons.check} <span>Made: ${formatBytes(backup.ofBytes)}.</span>
        </p>
        <p class="help">SHA-256: <span class="hash">${backup.sha256}</span></p>
        <p class="row">
          <a class="button first" href="backup/${backup.name}" download=${backup.name}>
            Save the file
          </a>
          <button class="button" @click=${this.onDrop}>Remove it</button>
        </p>`;
    }
    return html`<p class="help">
        One file with all articles, pictures and pages, to be kept elsewhere. Logins of feeds are
        not in it.
      </p>
      ${
        (backup?.failure ?? null) === null
          ? nothing
          : html`<p class="failure" role="alert">${backup?.failure?.message}</p>`
      }
      <p class="row">
        <button class="button" @click=${this.onBackUp}>${icons.leave} Back up</button>
      </p>`;
  }

  private hear(event: CarrelEvent): void {
    if (event.kind === 'backup') this.backup = event.backup;
    // It may have its library in another folder then, and has no backup.
    if (event.kind === 'engine' && event.state === 'up') void this.read();
  }

  private read(): Promise<boolean> {
    return this.attempt(async () => {
      [this.place, this.backup] = await Promise.all([carrel().library(), carrel().backup()]);
    });
  }

  private readonly onBackUp = (): void => {
    void this.attempt(async () => {
      this.backup = await carrel().backUp();
    });
  };

  private readonly onDrop = (): void => {
    void this.attempt(async () => {
      await carrel().dropBackup();
      this.backup = await carrel().backup();
    });
  };

  private readonly onRestore = (): void => {
    this.dispatchEvent(new CommandEvent('open-files'));
  };

  /** What goes wrong is told where the reader looks. */
  private attempt(act: () => Promise<void>): Promise<boolean> {
    this.failure = null;
    const fail = (message: string): void => {
      this.failure = message;
    };
    return attempt({ fail }, act);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-library': CarrelLibrary;
  }
}
