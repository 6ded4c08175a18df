import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Failure } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { controls } from './controls.ts';
import { withKeyOf } from './keys.ts';
import { words } from '../words/language.ts';
import { failureShown } from '../words/failure.ts';

export interface Toast {
  /** What is said, or what went wrong. */
  said: string | Failure;
  /** Takes back what was done; `null` where nothing can be. */
  undo: (() => void) | null;
  /** Told when the message goes, other than by taking back what was done. */
  gone: () => void;
}

/** Long enough to read two lines and to reach the button; the pointer or keyboard on it holds it. */
const staysMs = 10_000;

/** One message at the foot of the window, said by a screen reader too; the next replaces it. */
@customElement('carrel-toasts')
export class CarrelToasts extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset: auto 0 var(--space-5);
        z-index: 20;
        display: grid;
        justify-items: center;
        padding-inline: var(--space-4);
        pointer-events: none;
        font: var(--size-m) / 1.4 var(--font-ui);
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        max-inline-size: 34rem;
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border: var(--edge);
        border-radius: var(--radius-l);
        background: var(--text);
        box-shadow: var(--shadow-raised);
        color: var(--ground);
        pointer-events: auto;
        overflow-wrap: anywhere;
      }
      .undo {
        flex: none;
        padding: var(--space-1) var(--space-2);
        border: 0;
        border-radius: var(--radius-s);
        background: none;
        font-weight: 650;
        color: inherit;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .tool {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        color: inherit;
      }
      .toast button:hover {
        background: color-mix(in oklab, var(--ground) 18%, transparent);
        color: inherit;
      }
      .toast :focus-visible {
        outline-color: currentColor;
        outline-offset: -2px;
      }
      @media (forced-colors: active) {
        .toast {
          background: Canvas;
          color: CanvasText;
        }
        .toast :focus-visible {
          outline-color: Highlight;
        }
      }
    `,
  ];

  @state() private toast: Toast | null = null;
  @state() private announced = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows a message in place of the last. */
  show(said: string, undo: (() => void) | null, gone = noted): void {
    this.put({ said, undo, gone });
  }

  /** Shows what went wrong in place of the last message. */
  fail(failure: Failure): void {
    this.put({ said: failure, undo: null, gone: noted });
  }

  /** Says to a screen reader what the eye sees elsewhere. */
  announce(said: string): void {
    this.announced = said;
  }

  /** Shows and says nothing any more. */
  clear(): void {
    this.announced = '';
    this.hide();
  }

  /** Takes back what the message shown told of, if that is possible. */
  undo(): void {
    const undo = this.toast?.undo ?? null;
    if (undo !== null) this.toast = null;
    this.hide();
    undo?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render(): TemplateResult {
    const { toast } = this;
    return html`<div class="hidden" role="status">${this.announced}</div>
      <div role="status">
        ${
          toast === null
            ? nothing
            : html`<div
                class="toast"
                @pointerenter=${this.hold}
                @pointerleave=${this.start}
                @focusin=${this.hold}
                @focusout=${this.start}
              >
                ${typeof toast.said === 'string' ? nothing : icons.warn}
                <span
                  >${typeof toast.said === 'string' ? toast.said : failureShown(toast.said)}</span
                >
                ${
                  toast.undo === null
                    ? nothing
                    : html`<button
                        class="undo"
                        title=${withKeyOf(words().app.undo, 'undo')}
                        @click=${() => this.undo()}
                      >
                        ${words().app.undo}
                      </button>`
                }
                <button class="tool" aria-label=${words().common.dismiss} @click=${this.hide}>
                  ${icons.close}
                </button>
              </div>`
        }
      </div>`;
  }

  private put(toast: Toast): void {
    const before = this.toast;
    this.toast = toast;
    this.announced = '';
    this.start();
    before?.gone();
  }

  private readonly start = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), staysMs);
  };

  private readonly hold = (): void => {
    clearTimeout(this.timer);
  };

  private readonly hide = (): void => {
    clearTimeout(this.timer);
    const before = this.toast;
    this.toast = null;
    before?.gone();
  };
}

/** Of most messages nobody needs to know that they are gone. */
function noted(): void {}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-toasts': CarrelToasts;
  }
}
