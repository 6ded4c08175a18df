import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure, FeedCandidate } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { PageSavedEvent, SubscribedEvent } from '../app/events.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { icons } from '../icons.ts';
import { addFormStyles } from './add-form-styles.ts';

type What = 'feed' | 'page';

const wording = {
  feed: {
    tab: 'Feed or site',
    help: 'The address of a feed, or of a site that has one.',
    button: 'Subscribe',
    busy: 'Looking for a feed…',
  },
  page: {
    tab: 'One page',
    help: 'The address of an article. Its text and pictures are kept.',
    button: 'Save the page',
    busy: 'Saving…',
  },
} as const;

/** Asks for an address, to subscribe to or to save; what is wrong with it is said beside it. */
@customElement('carrel-add-form')
export class CarrelAddForm extends LitElement {
  static override styles = [controls, addFormStyles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property() what: What = 'feed';
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @state() private candidates: FeedCandidate[] = [];
  @query('#address') private field!: HTMLInputElement;

  override render(): TemplateResult {
    return this.candidates.length > 0 ? this.choice() : this.question();
  }

  private question(): TemplateResult {
    const words = wording[this.what];
    return html`<form @submit=${this.onSubmit} novalidate>
      <div class="tabs" role="radiogroup" aria-label="What to add">
        ${this.tab('feed')} ${this.tab('page')}
      </div>
      <label for="address">Address</label>
      <div class="row">
        <input
          id="address"
          class="field"
          type="url"
          inputmode="url"
          placeholder="https://"
          autocomplete="off"
          spellcheck="false"
          autofocus
          aria-describedby="help"
          aria-invalid=${this.failure !== null}
          ?readonly=${this.busy}
          @input=${this.onInput}
        />
        <button class="button first" ?disabled=${this.busy}>${words.button}</button>
      </div>
      <p id="help" class="help" role="status">${this.busy ? words.busy : words.help}</p>
      ${this.error()}
    </form>`;
  }

  private tab(what: What): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="what"
        .checked=${this.what === what}
        ?disabled=${this.busy}
        @change=${() => {
          this.what = what;
          this.failure = null;
        }}
      />${wording[what].tab}
    </label>`;
  }

  private choice(): TemplateResult {
    return html`<form @submit=${this.onChoose}>
      <fieldset>
        <legend>This site offers several feeds</legend>
        ${this.candidates.map(
          ({ address, title }, index) =>
            html`<label class="candidate">
              <input type="checkbox" value=${address} .checked=${index === 0} />
              <span
                ><bdi>${title || address}</bdi
                >${title === '' ? nothing : html`<small>${address}</small>`}</span
              >
            </label>`,
        )}
      </fieldset>
      ${this.error()}
      <div class="choose">
        <button class="button" type="button" ?disabled=${this.busy} @click=${this.onBack}>
          Back
        </button>
        <button class="button first" ?disabled=${this.busy}>Subscribe</button>
      </div>
    </form>`;
  }

  private error(): TemplateResult | typeof nothing {
    if (this.failure === null) return nothing;
    const isPage = this.what === 'feed' && this.failure.kind === 'not-a-feed';
    return html`<div class="error" role="alert">
      ${icons.warn}
      <div>
        <p>${this.failure.message}</p>
        ${
          isPage && this.candidates.length === 0
            ? html`<button class="link" type="button" @click=${this.onSaveInstead}>
                Save this one page instead
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  private readonly onInput = (): void => {
    this.failure = null;
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const address = this.field.value.trim();
    if (address === '') {
      this.failure = { kind: 'invalid', message: 'Type or paste an address first.' };
      this.field.focus();
      return;
    }
    await this.attempt(() => (this.what === 'feed' ? this.subscribe(address) : this.save(address)));
    if (this.failure !== null) this.field.focus();
  };

  private readonly onChoose = async (event: Event): Promise<void> => {
    event.preventDefault();
    const chosen = this.renderRoot.querySelectorAll<HTMLInputElement>('.candidate :checked');
    const addresses = [...chosen].map(({ value }) => value);
    if (addresses.length === 0) {
      this.failure = { kind: 'invalid', message: 'Choose at least one feed.' };
      return;
    }
    await this.attempt(async () => {
      for (const address of addresses) await this.subscribe(address);
    });
  };

  private readonly onBack = (): void => {
    this.candidates = [];
    this.failure = null;
  };

  private readonly onSaveInstead = async (event: Event): Promise<void> => {
    this.what = 'page';
    await this.onSubmit(event);
  };

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  }

  private async subscribe(address: string): Promise<void> {
    const subscription = await carrel().subscribe(address);
    if (subscription.kind === 'choose') this.candidates = subscription.candidates;
    else
      this.dispatchEvent(new SubscribedEvent(subscription.feed, subscription.kind === 'present'));
  }

  private async save(address: string): Promise<void> {
    this.dispatchEvent(new PageSavedEvent(await carrel().savePage(address)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-add-form': CarrelAddForm;
  }
}
