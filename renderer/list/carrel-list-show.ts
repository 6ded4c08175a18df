import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ListOrder, Scope } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';
import { ShownChangeEvent } from './events.ts';
import { allShown, filtersFor, withFilter } from './shown.ts';
import type { Filter, Shown } from './shown.ts';

const orders: readonly ListOrder[] = ['newest', 'oldest'];

/** A button, and the sheet it opens: in which order a list shows its place, and what of it. */
@customElement('carrel-list-show')
export class CarrelListShow extends LitElement {
  static override styles = [
    controls,
    popoverStyles,
    css`
      [popover] {
        min-inline-size: 14rem;
        padding: var(--space-3) var(--space-4);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      hr {
        margin: var(--space-2) 0;
        border: 0;
        border-block-start: 1px solid var(--line);
      }
      legend {
        padding: 0;
        font-size: var(--size-s);
        font-weight: 600;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2rem;
        cursor: pointer;
      }
      input {
        inline-size: 1rem;
        block-size: 1rem;
        margin: 0;
        accent-color: var(--accent);
      }
      .tool.on {
        border: var(--edge);
        color: var(--accent-text);
        background: var(--accent-soft);
      }
    `,
  ];

  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @property({ attribute: false }) shown: Shown = allShown;
  /** What was found by a search has an order of its own, and no filters. */
  @property({ type: Boolean }) disabled = false;
  @state() private open = false;
  @query('button') private button!: HTMLElement;

  override focus(): void {
    this.button.focus();
  }

  override render(): TemplateResult {
    const { show } = words().list;
    const { order, filters } = this.shown;
    const isOn = filters.length > 0 || order !== allShown.order;
    return html`<button
        class="tool ${isOn && !this.disabled ? 'on' : ''}"
        popovertarget="show"
        aria-expanded=${this.open}
        aria-label=${show.title}
        title=${show.title}
        ?disabled=${this.disabled}
      >
        ${icons.funnel}
      </button>
      <div
        id="show"
        popover
        role="dialog"
        aria-label=${show.title}
        @toggle=${(event: ToggleEvent) => {
          this.open = event.newState === 'open';
        }}
      >
        <fieldset>
          <legend>${show.order}</legend>
          ${orders.map((each) => this.order(each))}
        </fieldset>
        <hr />
        <fieldset>
          <legend>${show.only}</legend>
          ${filtersFor(this.scope).map((each) => this.filter(each))}
        </fieldset>
      </div>`;
  }

  private order(order: ListOrder): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="order"
        .checked=${this.shown.order === order}
        @change=${() => this.change({ ...this.shown, order })}
      />
      ${words().list.show.orders[order]}
    </label>`;
  }

  private filter(filter: Filter): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        .checked=${this.shown.filters.includes(filter)}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) {
            this.change(withFilter(this.shown, filter, target.checked));
          }
        }}
      />
      ${words().list.show.filters[filter]}
    </label>`;
  }

  private change(shown: Shown): void {
    this.dispatchEvent(new ShownChangeEvent(shown));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-list-show': CarrelListShow;
  }
}
