import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { LibraryMove } from '../../contract/library.ts';
import type { Failure } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { carrel } from '../carrel.ts';
import { wrong } from '../dialogs/form-parts.ts';
import { formStyles } from '../dialogs/form-styles.ts';
import { formatBytes } from '../format.ts';
import { icons } from '../icons.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';
import { libraryStyles } from './library-styles.ts';

/** Where the library lies, and its move into another folder. */
@customElement('carrel-library-folder')
export class CarrelLibraryFolder extends LitElement {
  static override styles = [controls, progressStyles, formStyles, libraryStyles];

  @property() folder = '';
  /** Whether the system has a dialog to choose a folder in. */
  @property({ type: Boolean }) hasChooser = false;
  @state() private move: LibraryMove | null = null;
  @state() private isAsking = false;
  @state() private isBusy = false;
  @state() private failure: Failure | string | null = null;
  @query('#to') private field!: HTMLInputElement;
  @query('#move') private opener!: HTMLButtonElement | null;
  private unsubscribe: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unsubscribe = carrel().subscribeToEvents((event) => this.hear(event));
    void this.attempt(async () => {
      this.move = await carrel().libraryMove();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
  }

  override render(): TemplateResult {
    return html`<p class="folder"><bdi>${this.folder}</bdi></p>
      <div role="status">${this.said()}</div>
      ${this.ways()}`;
  }

  /** How far the move is, or what came of the last one. */
  private said(): TemplateResult | typeof nothing {
    const { move } = this;
    const says = words().library;
    switch (move?.state) {
      case undefined:
        return nothing;
      case 'copying':
        return html`<p class="help said">
          ${says.moveTo(
            html`<bdi>${move.to}</bdi>`,
            formatBytes(move.doneBytes),
            formatBytes(move.ofBytes),
          )}
        </p>`;
      case 'changing':
        return html`<p class="help said">${says.moveChanging(html`<bdi>${move.to}</bdi>`)}</p>`;
      case 'removing':
        return html`<p class="help said">${says.moveRemoving(html`<bdi>${move.from}</bdi>`)}</p>`;
      case 'done':
        return html`<p class="ready said">
            ${icons.check} <span>${says.moved(html`<bdi>${move.from}</bdi>`)}</span>
          </p>
          ${this.left(move)}`;
      case 'failed':
        return html`<p class="failure">
          ${move.failure === null ? nothing : failureShown(move.failure)}
        </p>`;
    }
  }

  private left({ failure }: LibraryMove): TemplateResult | typeof nothing {
    if (failure === null) return nothing;
    return html`<p class="help">${words().library.moveLeft(failureShown(failure))}</p>`;
  }

  private ways(): TemplateResult | typeof nothing {
    const { move } = this;
    switch (move?.state) {
      case 'copying':
        return html`${this.bar(move)}
          <p class="row">
            <button class="button" @click=${this.onStop}>${words().library.stopMoving}</button>
          </p>`;
      case 'changing':
        return this.bar(move);
      case 'removing':
        return nothing;
      default:
        if (this.isAsking) return this.form();
        return html`${this.failure === null ? nothing : html`<p class="failure" role="alert">${this.wrongShown()}</p>`}
          <p class="row">
            <button id="move" class="button" @click=${this.onAsk}>
              ${icons.folder} ${words().library.move}
            </button>
          </p>`;
    }
  }

  private wrongShown(): TemplateResult | string | null {
    const { failure } = this;
    return failure === null || typeof failure === 'string' ? failure : failureShown(failure);
  }

  private bar({ doneBytes, ofBytes }: LibraryMove): TemplateResult {
    return html`<progress
      max=${Math.max(ofBytes, 1)}
      .value=${doneBytes}
      aria-label=${words().library.moving}
    ></progress>`;
  }

  private form(): TemplateResult {
    const { failure } = this;
    const { common, library: says } = words();
    return html`<form @submit=${this.onSubmit} @keydown=${this.onKey} novalidate>
      <label class="name" for="to">${says.newFolder}</label>
      <div class="with-button">
        <input
          id="to"
          class="input"
          dir="auto"
          maxlength="4096"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${failure !== null}
          aria-describedby="to-help ${failure === null ? '' : 'to-wrong'}"
          @input=${this.onInput}
        />
        ${
          this.hasChooser
            ? html`<button type="button" class="button" @click=${this.onChoose}>
                ${says.choose}
              </button>`
            : nothing
        }
      </div>
      ${wrong('to-wrong', this.wrongShown())}
      <p id="to-help" class="help">${says.newFolderHelp}</p>
      <p class="row">
        <button class="button first" ?disabled=${this.isBusy}>${says.moveLibrary}</button>
        <button type="button" class="button" @click=${this.onLeave}>${common.cancel}</button>
      </p>
    </form>`;
  }

  private hear(event: CarrelEvent): void {
    if (event.kind === 'move') this.move = event.move;
    // The engine that comes back after a move knows what came of it; of one that failed, only this does.
    const isBack = event.kind === 'engine' && event.state === 'up';
    if (!isBack || this.move?.state === 'failed') return;
    void this.attempt(async () => {
      this.move = await carrel().libraryMove();
    });
  }

  private readonly onAsk = async (): Promise<void> => {
    this.isAsking = true;
    await this.updateComplete;
    this.field.focus();
  };

  private readonly onLeave = async (): Promise<void> => {
    this.isAsking = false;
    this.failure = null;
    await this.updateComplete;
    this.opener?.focus();
  };

  /** Leaves the form, and not the dialog that it is in. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void this.onLeave();
  };

  private readonly onInput = (): void => {
    this.failure = null;
  };

  private readonly onChoose = (): void => {
    void this.attempt(async () => {
      const chosen = await carrel().chooseFolder();
      if (chosen !== null) this.field.value = chosen;
    });
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.isBusy) return;
    const to = this.field.value.trim();
    if (to === '') {
      this.failure = words().library.typePath;
      this.field.focus();
      return;
    }
    this.isBusy = true;
    const begun = await this.attempt(async () => {
      this.move = await carrel().moveLibrary(to);
    });
    this.isBusy = false;
    if (begun) this.isAsking = false;
    else this.field.focus();
  };

  private readonly onStop = (): void => {
    void this.attempt(async () => {
      this.move = await carrel().stopMove();
    });
  };

  /** What goes wrong is told at the field. */
  private async attempt(act: () => Promise<void>): Promise<boolean> {
    this.failure = null;
    try {
      await act();
      return true;
    } catch (error) {
      this.failure = toFailure(error);
      return false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-library-folder': CarrelLibraryFolder;
  }
}
