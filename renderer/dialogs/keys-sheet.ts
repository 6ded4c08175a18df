import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keysShown } from '../app/keys.ts';
import { acts } from '../app/single-keys.ts';
import { words } from '../words/language.ts';

/** The keys of the window, as a list. */
@customElement('carrel-keys-sheet')
export class CarrelKeysSheet extends LitElement {
  static override styles = css`
    p {
      margin: 0 0 var(--space-4);
      padding: var(--space-3);
      border: var(--edge);
      border-radius: var(--radius-m);
      background: var(--brass-soft);
    }
    dl {
      display: grid;
      gap: 1px;
      margin: 0;
    }
    div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-4);
      padding-block: var(--space-1);
    }
    div + div {
      border-block-start: 1px solid var(--line);
    }
    dt,
    dd {
      margin: 0;
    }
    dd {
      display: flex;
      gap: var(--space-1);
    }
    kbd {
      min-inline-size: 1.75rem;
      padding: 0.125rem var(--space-2);
      border: 1px solid var(--line);
      border-block-end-width: 2px;
      border-radius: var(--radius-s);
      background: var(--ground-sunk);
      font: 500 var(--size-xs) / 1.25rem var(--font-ui);
      text-align: center;
      white-space: nowrap;
    }
  `;

  override render(): TemplateResult {
    return html`${acts('j') ? nothing : html`<p>${words().keys.singlesOff}</p>`}
      <dl>
        ${keysShown().map(
          ({ shown, does }) =>
            html`<div>
              <dt>${does}</dt>
              <dd>${shown.map((key) => html`<kbd>${key}</kbd>`)}</dd>
            </div>`,
        )}
      </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-keys-sheet': CarrelKeysSheet;
  }
}
