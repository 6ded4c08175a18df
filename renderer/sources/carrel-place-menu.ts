import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Scope, Sources } from '../../contract/types.ts';
import '../app/carrel-menu-sheet.ts';
import type { CarrelMenuSheet } from '../app/carrel-menu-sheet.ts';
import { placeEntries } from '../app/menu-entries.ts';
import { pointedStyles, popoverStyles } from '../app/popover-styles.ts';
import { scopeKey, titleOf } from './places.ts';
import { words } from '../words/language.ts';

/** The menu of a feed or a folder, where the pointer pressed or the keyboard is. */
@customElement('carrel-place-menu')
export class CarrelPlaceMenu extends LitElement {
  static override styles = [popoverStyles, pointedStyles];

  @property({ attribute: false }) sources: Sources | null = null;
  /** The place that is chosen: keys act on that one. */
  @property({ attribute: false }) chosen: Scope = { kind: 'all' };
  @state() private scope: Scope = { kind: 'all' };
  @query('carrel-menu-sheet') private sheet!: CarrelMenuSheet;

  /** Opens the menu of a place with a corner at a point of the window, in pixels. */
  async open(scope: Scope, x: number, y: number): Promise<void> {
    this.scope = scope;
    await this.updateComplete;
    await this.sheet.openAt(x, y);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The place it is of may go while it is open.
    if (changed.has('sources') && this.hasUpdated && titleOf(this.scope, this.sources) === '') {
      this.sheet.hidePopover();
    }
  }

  override render(): TemplateResult {
    return html`<carrel-menu-sheet
      popover
      role="menu"
      aria-label=${words().app.menuOf(titleOf(this.scope, this.sources))}
      .entries=${placeEntries(this.scope, this.sources)}
      .scope=${this.scope}
      .keyed=${scopeKey(this.scope) === scopeKey(this.chosen)}
      @contextmenu=${(event: Event) => event.preventDefault()}
    ></carrel-menu-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-place-menu': CarrelPlaceMenu;
  }
}
