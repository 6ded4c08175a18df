import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure, FeedCandidate, Login, Subscription } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { PageSavedEvent, SubscribedEvent } from '../app/events.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { icons } from '../icons.ts';
import { addFormStyles } from './add-form-styles.ts';
import './carrel-login-fields.ts';
import type { CarrelLoginFields } from './carrel-login-fields.ts';
import { mayHaveLogin } from './login-reach.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

type What = 'feed' | 'page';

/** What is missing before the engine can be asked. */
type Problem = 'noAddress' | 'noneChosen';

/** Asks for an address, to subscribe to or to save; what is wrong with it is said beside it. */
@customElement('carrel-add-form')
export class CarrelAddForm extends LitElement {
  static override styles = [controls, addFormStyles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property() what: What = 'feed';
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @state() private problem: Problem | null = null;
  @state() private candidates: FeedCandidate[] = [];
  /** Whether the server of the address asked for a login. */
  @state() private loginAsked = false;
  @query('#address') private field!: HTMLInputElement;
  @query('carrel-login-fields') private loginFields!: CarrelLoginFields | null;
  /** What was last asked for: it stands in the field again, and feeds are chosen after it. */
  private asked: { address: string; login: Login | undefined } = { address: '', login: undefined };

  override render(): TemplateResult {
    return this.candidates.length > 0 ? this.choice() : this.question();
  }

  private question(): TemplateResult {
    const { add } = words();
    const says = add[this.what];
    return html`<form @submit=${this.onSubmit} novalidate>
      <div class="tabs" role="radiogroup" aria-label=${add.what}>
        ${this.tab('feed')} ${this.tab('page')}
      </div>
      <label for="address">${add.address}</label>
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
          .value=${this.asked.address}
          aria-describedby="help"
          aria-invalid=${this.failure !== null || this.problem !== null}
          ?readonly=${this.busy}
          @input=${this.onInput}
        />
        <button class="button first" ?disabled=${this.busy}>${says.button}</button>
      </div>
      <p id="help" class="help" role="status">${this.busy ? says.busy : says.help}</p>
      ${this.error()}
      ${
        this.loginAsked
          ? html`<carrel-login-fields required ?disabled=${this.busy}></carrel-login-fields>`
          : nothing
      }
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
          this.forgive();
          this.loginAsked = false;
        }}
      />${words().add[what].tab}
    </label>`;
  }

  private choice(): TemplateResult {
    const { add, common } = words();
    return html`<form @submit=${this.onChoose}>
      <fieldset>
        <legend>${add.several}</legend>
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
          ${common.back}
        </button>
        <button class="button first" ?disabled=${this.busy}>${add.feed.button}</button>
      </div>
    </form>`;
  }

  private error(): TemplateResult | typeof nothing {
    const { failure, problem } = this;
    if (failure === null && problem === null) return nothing;
    const isPage = this.what === 'feed' && failure?.kind === 'not-a-feed';
    return html`<div class="error" role="alert">
      ${icons.warn}
      <div>
        ${this.loginWords()}
        <p>${failure === null ? problem && words().add[problem] : failureShown(failure)}</p>
        ${
          isPage && this.candidates.length === 0
            ? html`<button class="link" type="button" @click=${this.onSaveInstead}>
                ${words().add.saveInstead}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** What a failed login means: that one is needed, or that the one typed is wrong. */
  private loginWords(): TemplateResult | typeof nothing {
    if (this.failure?.kind !== 'login') return nothing;
    const { loginNeeded, loginWrong } = words().add;
    const says = this.asked.login === undefined ? loginNeeded : loginWrong;
    return html`<p><strong>${says}</strong></p>`;
  }

  /** Another address is another question: a login typed for one server goes to no other. */
  private readonly onInput = (): void => {
    this.forgive();
    this.loginAsked = false;
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const address = this.field.value.trim();
    if (address === '') {
      this.failure = null;
      this.problem = 'noAddress';
      this.field.focus();
      return;
    }
    if (this.loginFields?.check() === false) return;
    this.asked = { address, login: this.loginFields?.login ?? undefined };
    await this.attempt(() => (this.what === 'feed' ? this.subscribe(address) : this.save(address)));
    if (this.failure === null) return;
    if (this.loginAsked) await this.enterLogin();
    else this.field.focus();
  };

  private async enterLogin(): Promise<void> {
    await this.updateComplete;
    await this.loginFields?.updateComplete;
    this.loginFields?.enter();
  }

  private readonly onChoose = async (event: Event): Promise<void> => {
    event.preventDefault();
    const chosen = this.renderRoot.querySelectorAll<HTMLInputElement>('.candidate :checked');
    const addresses = [...chosen].map(({ value }) => value);
    if (addresses.length === 0) {
      this.failure = null;
      this.problem = 'noneChosen';
      return;
    }
    await this.attempt(async () => {
      let last: Subscription | undefined;
      for (const address of addresses) {
        last = await this.subscribeAs(address).catch((error: unknown) =>
          this.refuse(error, address),
        );
      }
      if (last !== undefined) this.take(last);
    });
    if (this.loginAsked) await this.enterLogin();
  };

  private readonly onBack = (): void => {
    this.candidates = [];
    this.forgive();
  };

  /** What was wrong is said no more. */
  private forgive(): void {
    this.failure = null;
    this.problem = null;
  }

  private readonly onSaveInstead = async (event: Event): Promise<void> => {
    this.what = 'page';
    await this.onSubmit(event);
  };

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.forgive();
    try {
      await work();
    } catch (error) {
      this.failure = toFailure(error);
      this.loginAsked = this.failure.kind === 'login';
    } finally {
      this.busy = false;
    }
  }

  private async subscribe(address: string): Promise<void> {
    this.take(await this.subscribeAs(address));
  }

  private take(subscription: Subscription): void {
    if (subscription.kind === 'choose') this.candidates = subscription.candidates;
    else
      this.dispatchEvent(new SubscribedEvent(subscription.feed, subscription.kind === 'present'));
  }

  /** Where one of several feeds asks for a login, goes back to ask for that one alone. */
  private refuse(error: unknown, address: string): never {
    if (toFailure(error).kind === 'login') {
      this.asked = { address, login: undefined };
      this.candidates = [];
    }
    throw error;
  }

  /** A login goes only to the server it was typed for. */
  private subscribeAs(address: string): Promise<Subscription> {
    const { login } = this.asked;
    const goes = login !== undefined && mayHaveLogin(address, this.asked.address);
    return goes ? carrel().subscribe(address, login) : carrel().subscribe(address);
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
