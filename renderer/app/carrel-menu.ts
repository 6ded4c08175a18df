import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Scope, Sources } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import './carrel-menu-sheet.ts';
import { controls } from './controls.ts';
import { windowEntries } from './menu-entries.ts';
import { popoverStyles } from './popover-styles.ts';
import { words } from '../words/language.ts';

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
    `,
  ];

  /** The chosen place, whose entries the menu has too. */
  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @property({ attribute: false }) sources: Sources | null = null;
  @state() private open = false;

  override render(): TemplateResult {
    const { menu } = words().app;
    return html`<button
        class="tool"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${menu}
        title=${menu}
      >
        ${icons.menu}
      </button>
      <carrel-menu-sheet
        id="menu"
        popover
        role="menu"
        aria-label=${menu}
        .entries=${windowEntries(this.scope, this.sources)}
        @toggle=${(event: ToggleEvent) => {
          this.open = event.newState === 'open';
        }}
      ></carrel-menu-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-menu': CarrelMenu;
  }
}
