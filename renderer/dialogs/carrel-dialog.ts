import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from '../app/controls.ts';
import { icons } from '../icons.ts';
import { dialogStyles } from './dialog-styles.ts';
import { isOutside } from './press-outside.ts';
import { words } from '../words/language.ts';

/**
 * The frame of every dialog: a heading, a way to close, and what is put in it. It is modal
 * while it is in the document, and asks to be taken out with a `close` event. The browser
 * keeps the keyboard within, and gives it back where it was.
 */
@customElement('carrel-dialog')
export class CarrelDialog extends LitElement {
  static override styles = [controls, dialogStyles];

  @property() heading = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Closes the dialog; `close` follows. */
  close(): void {
    this.dialog.close();
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog.close();
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      @close=${this.onClose}
      @pointerdown=${this.onPointerDown}
    >
      <div class="top">
        <h2 id="heading">${this.heading}</h2>
        <button class="tool" aria-label=${words().common.close} @click=${() => this.close()}>
          ${icons.close}
        </button>
      </div>
      <slot></slot>
    </dialog>`;
  }

  private readonly onClose = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  private readonly onPointerDown = (event: PointerEvent): void => {
    if (isOutside(event, this.dialog)) this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-dialog': CarrelDialog;
  }
}
