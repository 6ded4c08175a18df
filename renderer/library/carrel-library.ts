import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { CarrelEvent } from '../../contract/api.ts';
import type { Backup, Space } from '../../contract/library.ts';
import type { Failure, LibraryPlace } from '../../contract/types.ts';
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
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** What takes space, in the order of the bar. */
const PARTS = [
  ['pictureBytes', 'pictures'],
  ['attachmentBytes', 'attachments'],
  ['captureBytes', 'captures'],
  ['versionBytes', 'texts'],
] as const;

/** What the library takes, copies of it, and the folder that it lies in. */
@customElement('carrel-library')
export class CarrelLibrary extends LitElement {
  static override styles = [controls, progressStyles, factsStyles, libraryStyles];

  @state() private place: LibraryPlace | null = null;
  @state() private backup: Backup | null = null;
  @state() private failure: Failure | null = null;
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
    ${failure === null ? nothing : html`<p class="failure" role="alert">${failureShown(failure)}</p>`}`;
  }

  private whole({ folder, hasChooser, space }: LibraryPlace): TemplateResult {
    const says = words().library;
    return html`<h3>${says.folder}</h3>
      <carrel-library-folder .folder=${folder} .hasChooser=${hasChooser}></carrel-library-folder>
      <h3>${says.space}</h3>
      ${this.space(space)}
      <h3>${says.backup}</h3>
      ${this.copy()}
      <h3>${says.restore}</h3>
      <p class="help">${says.restoreHelp}</p>
      <p class="row">
        <button class="button" @click=${this.onRestore}>${icons.file} ${says.restoreFrom}</button>
      </p>`;
  }

  private space(space: Space): TemplateResult {
    const says = words().library;
    const sizes = PARTS.map(([part, name]) => ({ name: says[name], bytes: space[part] ?? 0 }));
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
      <dt>${says.database}</dt>
      <dd><span></span><span>${formatBytes(space.databaseBytes)}</span></dd>
      ${
        space.freeBytes === null
          ? nothing
          : html`<dt>${says.free}</dt>
              <dd><span></span><span>${formatBytes(space.freeBytes)}</span></dd>`
      }
    </dl>`;
  }

  private copy(): TemplateResult {
    const { backup } = this;
    const { common, library: says } = words();
    if (backup?.state === 'running') {
      const howFar = says.backedUpOf(formatBytes(backup.doneBytes), formatBytes(backup.ofBytes));
      return html`<progress
          max=${Math.max(backup.ofBytes, 1)}
          .value=${backup.doneBytes}
          aria-label=${says.backingUp}
        ></progress>
        <p class="help" role="status">${howFar}</p>
        <p class="row"><button class="button" @click=${this.onDrop}>${common.stop}</button></p>`;
    }
    if (backup?.state === 'done') {
      return html`<p class="ready">
          ${icons.check} <span>${says.made(formatBytes(backup.ofBytes))}</span>
        </p>
        <p class="help">SHA-256: <span class="hash">${backup.sha256}</span></p>
        <p class="row">
          <a class="button first" href="backup/${backup.name}" download=${backup.name}>
            ${says.saveFile}
          </a>
          <button class="button" @click=${this.onDrop}>${says.removeFile}</button>
        </p>`;
    }
    const failure = backup?.failure ?? null;
    return html`<p class="help">${says.backupHelp}</p>
      ${
        failure === null
          ? nothing
          : html`<p class="failure" role="alert">${failureShown(failure)}</p>`
      }
      <p class="row">
        <button class="button" @click=${this.onBackUp}>${icons.leave} ${says.backUp}</button>
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
    const fail = (failure: Failure): void => {
      this.failure = failure;
    };
    return attempt({ fail }, act);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-library': CarrelLibrary;
  }
}
