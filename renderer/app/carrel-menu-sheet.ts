import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Scope } from '../../contract/types.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { highlighted } from './highlighted.ts';
import { keyOf, shortcutOf } from './keys.ts';
import type { MenuEntry } from './menu-entries.ts';

/** So far from the window's edges a menu stays, in pixels. */
const edgePx = 8;

/**
 * What a menu holds. The host is the popover and the `menu` itself; whoever opens it gives it
 * `popover`, `role` and a name. It gives the keyboard back where it was: the browser does so only
 * where what has it is not in a shadow root of the popover.
 */
@customElement('carrel-menu-sheet')
export class CarrelMenuSheet extends LitElement {
  static override styles = [
    controls,
    css`
      [role='menuitem'] {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        inline-size: 100%;
        min-inline-size: 13rem;
        max-inline-size: 22rem;
        min-block-size: var(--target);
        padding: var(--space-1) var(--space-3);
        border: 0;
        border-radius: var(--radius-m);
        background: none;
        text-align: start;
      }
      [role='menuitem'] .icon {
        color: var(--text-faint);
      }
      [role='menuitem']:hover,
      [role='menuitem']:focus-visible {
        background: var(--ground-hover);
      }
      [role='menuitem']:focus-visible {
        outline-offset: -2px;
      }
      .label {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      kbd {
        flex: none;
        margin-inline-start: auto;
        font: var(--size-xs) var(--font-ui);
        color: var(--text-faint);
      }
      hr {
        margin: var(--space-2) var(--space-3);
        border: 0;
        border-block-start: 1px solid var(--line);
      }
      @media (forced-colors: active) {
        [role='menuitem']:is(:hover, :focus-visible) {
          ${highlighted}
          outline: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly MenuEntry[] = [];
  /** The place the menu is of; `null` for the one that is chosen. */
  @property({ attribute: false }) scope: Scope | null = null;

  /** Whether keys do the same: those of the window act on what is chosen, or on what is open. */
  @property({ attribute: false }) keyed = true;

  /** What had the keyboard before the menu. */
  private cameFrom: HTMLElement | null = null;

  constructor() {
    super();
    this.addEventListener('beforetoggle', (event) => {
      if (event.newState === 'open') this.cameFrom = focusedElement();
      // At once, and not after it closed: a dialog that opens next gives the keyboard back to it.
      else if (this.shadowRoot?.activeElement) this.cameFrom?.focus();
    });
    this.addEventListener('toggle', (event) => {
      if (event.newState === 'open') void this.enter();
    });
    this.addEventListener('keydown', (event) => this.onKey(event));
  }

  override render(): unknown {
    return this.entries.map((entry) => (entry === 'rule' ? html`<hr />` : this.item(entry)));
  }

  /** Opens with a corner at a point of the window, in pixels, or as near as there is room. */
  async openAt(x: number, y: number): Promise<void> {
    await this.updateComplete;
    this.showPopover();
    const { width, height } = this.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    this.style.left = `${Math.max(edgePx, Math.min(x, clientWidth - width - edgePx))}px`;
    this.style.top = `${Math.max(edgePx, Math.min(y, clientHeight - height - edgePx))}px`;
  }

  private item({ command, icon, label }: Exclude<MenuEntry, 'rule'>): TemplateResult {
    const key = this.keyed ? keyOf(command) : null;
    return html`<button
      role="menuitem"
      tabindex="-1"
      aria-keyshortcuts=${(this.keyed ? shortcutOf(command) : null) ?? nothing}
      @click=${() => {
        this.hidePopover();
        this.dispatchEvent(new CommandEvent(command, this.scope));
      }}
    >
      ${icon}<span class="label">${label}</span>
      ${key === null ? nothing : html`<kbd aria-hidden="true">${key}</kbd>`}
    </button>`;
  }

  private items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  private async enter(): Promise<void> {
    await this.updateComplete;
    this.items()[0]?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const items = this.items();
    const index = items.findIndex((item) => item === this.shadowRoot?.activeElement);
    if (event.key === 'ArrowDown') items[(index + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(index - 1)?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Tab') this.hidePopover();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }
}

/** What has the keyboard, within whatever shadow roots. */
function focusedElement(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-menu-sheet': CarrelMenuSheet;
  }
}
