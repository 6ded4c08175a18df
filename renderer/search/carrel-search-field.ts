import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from '../app/controls.ts';
import { acts } from '../app/single-keys.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';

/** What stands in the search field now; empty when the search was ended. */
export class WordsEvent extends Event {
  static readonly type = 'words';
  readonly words: string;

  constructor(typed: string) {
    super(WordsEvent.type);
    this.words = typed;
  }
}

/** The field a search is typed into. Down and Enter go on to the list; Escape too, ending the search. */
@customElement('carrel-search-field')
export class CarrelSearchField extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .search {
        position: relative;
        color: var(--text-faint);
      }
      .search > .icon {
        position: absolute;
        inset: 0 auto 0 var(--space-2);
        block-size: 100%;
        inline-size: 1.125rem;
        pointer-events: none;
      }
      input {
        inline-size: 100%;
        block-size: 2rem;
        padding: 0 2.25rem 0 2.125rem;
        border: 1px solid transparent;
        border-radius: var(--radius-m);
        background: var(--ground-hover);
        font-size: var(--size-s);
        color: var(--text);
        appearance: none;
      }
      input::placeholder {
        color: var(--text-faint);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      input:focus {
        outline: 1px solid var(--focus);
        border-color: var(--focus);
        background: var(--ground-raised);
      }
      .tool,
      kbd {
        position: absolute;
        inset: 0.125rem 0.125rem auto auto;
        inline-size: 1.75rem;
        block-size: 1.75rem;
      }
      kbd {
        display: grid;
        place-items: center;
        inset: 0.375rem 0.375rem auto auto;
        inline-size: 1.25rem;
        block-size: 1.25rem;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        font: var(--size-xs) / 1 var(--font-ui);
      }
      input:focus ~ kbd {
        visibility: hidden;
      }
      @media (prefers-contrast: more) {
        input:not(:focus) {
          border-color: var(--line-strong);
        }
      }
    `,
  ];

  @property() words = '';
  @query('input') private field!: HTMLInputElement;

  /** Puts the keyboard in the field, ready to type other words. */
  override focus(): void {
    this.field.focus();
    this.field.select();
  }

  override render(): TemplateResult {
    const { search } = words();
    return html`<div class="search" role="search">
      ${icons.search}
      <input
        type="search"
        placeholder=${search.field}
        aria-label=${search.field}
        autocomplete="off"
        spellcheck="false"
        maxlength="1000"
        .value=${this.words}
        @input=${this.onInput}
        @keydown=${this.onKey}
      />
      ${
        this.words === ''
          ? this.hint()
          : html`<button class="tool" aria-label=${search.end} @click=${this.onEnd}>
              ${icons.close}
            </button>`
      }
    </div>`;
  }

  /** The key that leads here, while it does. */
  private hint(): TemplateResult | typeof nothing {
    return acts('/') ? html`<kbd aria-hidden="true">/</kbd>` : nothing;
  }

  private readonly onInput = (): void => {
    this.dispatchEvent(new WordsEvent(this.field.value));
  };

  private readonly onEnd = (): void => {
    this.dispatchEvent(new WordsEvent(''));
    this.field.focus();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (!['Escape', 'ArrowDown', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') this.dispatchEvent(new WordsEvent(''));
    this.dispatchEvent(new Event('leave-field'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-search-field': CarrelSearchField;
  }
}
