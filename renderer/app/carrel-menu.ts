import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Feed } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import type { Command } from './keys.ts';
import { popoverStyles } from './popover-styles.ts';

/** The menu of the window: a button, and what it opens. */
@customElement('carrel-menu')
export class CarrelMenu extends LitElement {
  static override styles = [
    controls,
    popoverStyles,
    css`
      .tool {
        inline-size: 2rem;
      }
      [role='menuitem'] {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        inline-size: 100%;
        min-inline-size: 13rem;
        max-inline-size: 18rem;
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
      hr {
        margin: var(--space-2) var(--space-3);
        border: 0;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  /** The chosen feed, which can be unsubscribed from; `null` where another place is chosen. */
  @property({ attribute: false }) feed: Feed | null = null;
  @state() private open = false;
  @query('[popover]') private menu!: HTMLElement;

  override render(): TemplateResult {
    return html`<button
        class="tool"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label="Menu"
        title="Menu"
      >
        ${icons.menu}
      </button>
      <div
        id="menu"
        popover
        role="menu"
        aria-label="Menu"
        @toggle=${this.onToggle}
        @keydown=${this.onKey}
      >
        ${this.item('open-files', icons.file, 'Open files…')}
        ${this.item('export-opml', icons.leave, 'Export OPML')}
        <hr />
        ${this.item('mark-all-read', icons.checkAll, 'Mark all read')}
        ${
          this.feed === null
            ? nothing
            : this.item('unsubscribe', icons.remove, `Unsubscribe from ${this.feed.title}…`)
        }
        <hr />
        ${this.item('keys', icons.keys, 'Keys')}
      </div>`;
  }

  private item(command: Command, icon: TemplateResult, label: string): TemplateResult {
    return html`<button
      role="menuitem"
      tabindex="-1"
      @click=${() => {
        this.menu.hidePopover();
        this.dispatchEvent(new CommandEvent(command));
      }}
    >
      ${icon}<span class="label">${label}</span>
    </button>`;
  }

  private items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  private readonly onToggle = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    if (this.open) this.items()[0]?.focus();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const items = this.items();
    const index = items.findIndex((item) => item === event.target);
    if (event.key === 'ArrowDown') items[(index + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(index - 1)?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Tab') this.menu.hidePopover();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-menu': CarrelMenu;
  }
}
