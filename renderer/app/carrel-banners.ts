import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Failure } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { controls } from './controls.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** What concerns the whole window, along its top: the engine does not answer, the disk is full. */
@customElement('carrel-banners')
export class CarrelBanners extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        font: var(--size-m) / var(--line-height-ui) var(--font-ui);
        color: var(--text);
      }
      .banner {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-block-size: 2.75rem;
        padding: var(--space-1) var(--space-3) var(--space-1) var(--space-4);
        border-block-end: 1px solid var(--line);
        background: var(--brass-soft);
        overflow-wrap: anywhere;
      }
      .banner.problem {
        background: var(--danger-soft);
      }
      .banner > .icon {
        color: var(--brass-text);
      }
      .problem > .icon {
        color: var(--danger-text);
      }
      p {
        flex: 1;
        margin: 0;
      }
    `,
  ];

  /** Why the engine does not answer; `null` while it does. */
  @property({ attribute: false }) down: string | null = null;
  @property({ attribute: false }) problem: Failure | null = null;

  override render(): TemplateResult {
    return html`<aside aria-label=${words().app.notices}>
      <div role="status">
        ${
          this.down === null
            ? nothing
            : html`<div class="banner">
                ${icons.wait}
                <p>${failureShown({ kind: 'engine-down', message: this.down })}</p>
              </div>`
        }
      </div>
      <div role="alert">
        ${
          this.problem === null
            ? nothing
            : html`<div class="banner problem">
                ${icons.warn}
                <p>${failureShown(this.problem)}</p>
                <button class="tool" aria-label=${words().common.dismiss} @click=${this.onDismiss}>
                  ${icons.close}
                </button>
              </div>`
        }
      </div>
    </aside>`;
  }

  private readonly onDismiss = (): void => {
    this.dispatchEvent(new Event('dismiss'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-banners': CarrelBanners;
  }
}
