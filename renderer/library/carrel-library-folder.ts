import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { LibraryMove } from '../../contract/library.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { carrel } from '../carrel.ts';
import { wrong } from '../dialogs/form-parts.ts';
import { formStyles } from '../dialogs/form-styles.ts';
import { formatBytes } from '../format.ts';
import { icons } from '../icons.ts';
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
  @state() private failure: string | null = null;
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
    switch (move?.state) {
      case undefined:
        return nothing;
      case 'copying':
        return html`<p class="help said">
          Moving to <bdi>${move.to}</bdi>: ${formatBytes(move.doneBytes)} of
          ${formatBytes(move.ofBytes)}. You can close this and read on meanwhile.
        </p>`;
      case 'changing':
        return html`<p class="help said">
          Changing to <bdi>${move.to}</bdi>: Carrel goes on in a moment.
        </p>`;
      case 'removing':
        return html`<p class="help said">
          The library is in its new folder. Its files in <bdi>${move.from}</bdi> are being removed.
        </p>`;
      case 'done':
        return html`<p class="ready said">
            ${icons.check} <span>Moved here from <bdi>${move.from}</bdi>.</span>
          </p>
          ${this.left(move)}`;
      case 'failed':
        return html`<p class="failure">${move.failure?.message}</p>`;
    }
  }

  private left({ failure }: LibraryMove): TemplateResult | typeof nothing {
    if (failure === null) return nothing;
    return html`<p class="help">Not all was removed there: ${failure.message}</p>`;
  }

  private ways(): TemplateResult | typeof nothing {
    const { move } = this;
    switch (move?.state) {
      case 'copying':
        return html`${this.bar(move)}
          <p class="row"><button class="button" @click=${this.onStop}>Stop moving</button></p>`;
      case 'changing':
        return this.bar(move);
      case 'removing':
        return nothing;
      default:
        if (this.isAsking) return this.form();
        return html`${this.failure === null ? nothing : html`<p class="failure" role="alert">${this.failure}</p>`}
          <p class="row">
            <button id="move" class="button" @click=${this.onAsk}>${icons.folder} Move…</button>
          </p>`;
    }
  }

  private bar({ doneBytes, ofBytes }: LibraryMove): TemplateResult {
    return html`<progress
      max=${Math.max(ofBytes, 1)}
      .value=${doneBytes}
      aria-label="Moving the library"
    ></progress>`;
  }

  private form(): TemplateResult {
    const { failure } = this;
    return html`<form @submit=${this.onSubmit} @keydown=${this.onKey} novalidate>
      <label class="name" for="to">New folder</label>
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
            ? html`<button type="button" class="button" @click=${this.onChoose}>Choose…</button>`
            : nothing
        }
      </div>
      ${wrong('to-wrong', failure)}
      <p id="to-help" class="help">
        Its whole path: an empty folder, or one that is made. All of the library goes there, and
        Carrel finds it there from then on.
      </p>
      <p class="row">
        <button class="button first" ?disabled=${this.isBusy}>Move the library</button>
        <button type="button" class="button" @click=${this.onLeave}>Cancel</button>
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
      this.failure = 'Type the path of a folder.';
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
      this.failure = toFailure(error).message;
      return false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-library-folder': CarrelLibraryFolder;
  }
}
