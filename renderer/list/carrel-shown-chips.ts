import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../app/controls.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';
import { ShownChangeEvent } from './events.ts';
import { allShown, withFilter } from './shown.ts';
import type { Shown } from './shown.ts';

/** What a list is held to, each to be taken away; nothing where it shows all, the newest first. */
@customElement('carrel-shown-chips')
export class CarrelShownChips extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        margin: 0 var(--space-3) var(--space-3);
        padding: 0;
        list-style: none;
      }
      button {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        min-block-size: 1.75rem;
        padding: 0 var(--space-2) 0 var(--space-3);
        border: var(--edge);
        border-radius: 1rem;
        background: var(--accent-soft);
        font-size: var(--size-s);
        color: var(--accent-text);
      }
      button:hover {
        background: var(--ground-hover);
      }
      .icon {
        inline-size: 0.875rem;
        block-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) shown: Shown = allShown;

  /** Whether one was just taken away here. */
  private taken = false;

  protected override updated(): void {
    if (!this.taken) return;
    this.taken = false;
    // The keyboard goes on to the next, since the one it was on is gone.
    const next = this.renderRoot.querySelector('button');
    if (next === null) this.dispatchEvent(new Event('all-gone'));
    else next.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { list } = words();
    const chips = this.chips();
    if (chips.length === 0) return nothing;
    return html`<ul aria-label=${list.show.inForce}>
      ${repeat(
        chips,
        ({ name }) => name,
        ({ name, without }) =>
          html`<li>
            <button
              aria-label=${list.show.takeAway(name)}
              title=${list.show.takeAway(name)}
              @click=${() => this.take(without)}
            >
              ${name} ${icons.close}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private chips(): { name: string; without: Shown }[] {
    const { shown } = this;
    const { orders, filters } = words().list.show;
    const chips = shown.filters.map((filter) => ({
      name: filters[filter],
      without: withFilter(shown, filter, false),
    }));
    if (shown.order === allShown.order) return chips;
    return [{ name: orders[shown.order], without: { ...shown, order: allShown.order } }, ...chips];
  }

  private take(without: Shown): void {
    this.taken = true;
    this.dispatchEvent(new ShownChangeEvent(without));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-shown-chips': CarrelShownChips;
  }
}
