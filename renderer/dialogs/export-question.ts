import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Failure } from '../../contract/types.ts';
import { toFailure } from '../../contract/errors.ts';
import { controls } from '../app/controls.ts';
import { exportOpml } from '../app/files.ts';
import { DoneEvent } from './events.ts';
import { failed } from './form-parts.ts';
import { formStyles } from './form-styles.ts';
import { words } from '../words/language.ts';

/** Asks, where feeds have logins, whether these go into the exported file. */
@customElement('carrel-export-question')
export class CarrelExportQuestion extends LitElement {
  static override styles = [controls, formStyles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @query('[value="with"]') private withLogins!: HTMLInputElement;

  override render(): TemplateResult {
    const says = words().exporting;
    return html`<form @submit=${this.onSubmit}>
      <fieldset>
        <legend>${says.someHaveLogins}</legend>
        <label class="choice">
          <input type="radio" name="logins" value="without" checked />
          ${says.without}
        </label>
        <label class="choice">
          <input type="radio" name="logins" value="with" aria-describedby="warning" />
          ${says.with}
        </label>
        <p id="warning" class="help">${says.warning}</p>
      </fieldset>
      ${failed(this.failure)}
      <div class="buttons">
        <button class="button first" ?disabled=${this.busy}>${says.button}</button>
      </div>
    </form>`;
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      const logins = this.withLogins.checked;
      await exportOpml(logins);
      const { doneWith, doneWithout } = words().exporting;
      this.dispatchEvent(new DoneEvent(logins ? doneWith : doneWithout));
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-export-question': CarrelExportQuestion;
  }
}
