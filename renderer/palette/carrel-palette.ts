import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Scope, Sources } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { isOutside } from '../dialogs/press-outside.ts';
import { words } from '../words/language.ts';
import { choicesFor, matching, type Choice } from './choices.ts';
import { paletteStyles } from './palette-styles.ts';

/** More would not be read; another letter brings what is further down. */
const MOST = 12;

/**
 * All that can be done, found by its name: a field, and a list below it in which the arrow keys
 * move while the keyboard stays in the field (the combobox of ARIA's Authoring Practices).
 */
@customElement('carrel-palette')
export class CarrelPalette extends LitElement {
  static override styles = [controls, paletteStyles];

  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @property({ attribute: false }) sources: Sources | null = null;
  @state() private typed = '';
  @state() private active = 0;
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog.close();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.size > 0) {
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  override render(): TemplateResult {
    const says = words().palette;
    const { choices, active } = this;
    return html`<dialog
      aria-label=${says.name}
      @close=${this.onClose}
      @pointerdown=${this.onPointerDown}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="choices"
        aria-autocomplete="list"
        aria-activedescendant=${choices.length === 0 ? nothing : `choice-${active}`}
        aria-label=${says.name}
        placeholder=${says.placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        autofocus
        @input=${this.onInput}
        @keydown=${this.onKey}
      />
      <ul id="choices" role="listbox" aria-label=${says.choices}>
        ${choices.map((choice, at) => this.choice(choice, at))}
      </ul>
      <p class="none" role="status">${choices.length === 0 ? says.none : nothing}</p>
    </dialog>`;
  }

  private choice(choice: Choice, at: number): TemplateResult {
    return html`<li
      id="choice-${at}"
      role="option"
      aria-selected=${at === this.active}
      @click=${() => this.choose(choice)}
      @pointermove=${() => {
        this.active = at;
      }}
    >
      ${choice.icon}<bdi class="label">${choice.label}</bdi>
      ${choice.key === null ? nothing : html`<kbd>${choice.key}</kbd>`}
    </li>`;
  }

  private get choices(): Choice[] {
    return matching(choicesFor(this.scope, this.sources), this.typed, MOST);
  }

  private choose(choice: Choice | undefined): void {
    if (choice === undefined) return;
    // The keyboard is given back first, so that what is done begins where it was.
    this.dialog.close();
    this.dispatchEvent(choice.event());
  }

  private readonly onInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
    this.active = 0;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { choices } = this;
    const count = Math.max(choices.length, 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: count - 1 };
    const step = steps[event.key];
    if (step !== undefined) this.active = (this.active + step) % count;
    else if (event.key === 'Enter') this.choose(choices[this.active]);
    else return;
    event.preventDefault();
  };

  private readonly onClose = (): void => {
    // Where another dialog took its place, that one stays.
    if (this.isConnected) this.dispatchEvent(new Event('close'));
  };

  private readonly onPointerDown = (event: PointerEvent): void => {
    if (isOutside(event, this.dialog)) this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-palette': CarrelPalette;
  }
}
