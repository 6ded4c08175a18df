import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LibraryPlace, Login } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { carrel } from '../carrel.ts';
import { wrong } from './form-parts.ts';
import { formStyles } from './form-styles.ts';
import { words } from '../words/language.ts';

/** What is to become of a login: it stays as it is, it goes, or one of a kind takes its place. */
type Choice = 'keep' | 'none' | Login['kind'];

/** What is wrong with what was typed. */
type Problem = 'noName' | 'colonInName' | 'noToken' | 'badToken';

/** The login of a feed: none, a name and a password, or a token. What is kept is never shown. */
@customElement('carrel-login-fields')
export class CarrelLoginFields extends LitElement {
  static override styles = [
    controls,
    formStyles,
    css`
      .row {
        display: flex;
        gap: var(--space-2);
      }
      .input {
        flex: 1;
      }
    `,
  ];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** What is kept now. */
  @property() kept: Login['kind'] | null = null;
  /** Whether there has to be a login: the server asked for one. */
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;
  @state() private choice: Choice = 'none';
  @state() private shown = false;
  @state() private problem: Problem | null = null;
  @state() private loginsIn: LibraryPlace['loginsIn'] | null = null;
  @query('select') private select!: HTMLSelectElement;
  @query('#name') private nameField!: HTMLInputElement | null;
  @query('#secret') private secretField!: HTMLInputElement | null;

  /** Says beside the fields what is wrong with them; `true` where nothing is. */
  check(): boolean {
    this.problem = this.problemNow();
    if (this.problem === null) return true;
    this.enter();
    return false;
  }

  /** Puts the keyboard where something is to be typed, or else into the choice. */
  enter(): void {
    (this.nameField ?? this.secretField ?? this.select).focus();
  }

  /** What was chosen: `null` for no login, `undefined` where what is kept stays. */
  get login(): Login | null | undefined {
    const secret = this.secretField?.value ?? '';
    if (this.choice === 'basic') {
      return { kind: 'basic', name: this.nameField?.value ?? '', password: secret };
    }
    if (this.choice === 'bearer') return { kind: 'bearer', token: secret.trim() };
    return this.choice === 'none' && this.kept !== null ? null : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('kept') && !changed.has('required')) return;
    if (this.required) this.choice = 'basic';
    else this.choice = this.kept === null ? 'none' : 'keep';
  }

  protected override firstUpdated(): void {
    void this.readPlace();
  }

  override render(): TemplateResult {
    const says = words().login;
    return html`<label class="field">
        <span class="name">${says.login}</span>
        <select id="login" @change=${this.onChoose} ?disabled=${this.disabled}>
          ${this.choices().map(
            ([choice, name]) =>
              html`<option value=${choice} .selected=${choice === this.choice}>${name}</option>`,
          )}
        </select>
      </label>
      ${this.choice === 'basic' ? this.nameInput() : nothing}
      ${this.choice === 'basic' ? this.secretInput('password') : nothing}
      ${this.choice === 'bearer' ? this.secretInput('bearer') : nothing}
      ${
        this.loginsIn === null || this.choice === 'none'
          ? nothing
          : html`<p class="help">${says.keptIn[this.loginsIn]}</p>`
      }`;
  }

  private choices(): [choice: Choice, name: string][] {
    const says = words().login;
    if (this.required) {
      return [
        ['basic', says.basic],
        ['bearer', says.bearer],
      ];
    }
    if (this.kept === null) {
      return [
        ['none', says.none],
        ['basic', says.basic],
        ['bearer', says.bearer],
      ];
    }
    return [
      ['keep', this.kept === 'basic' ? says.basicKept : says.bearerKept],
      ['basic', says.otherBasic],
      ['bearer', this.kept === 'basic' ? says.bearerInstead : says.otherBearer],
      ['none', says.takeAway],
    ];
  }

  private nameInput(): TemplateResult {
    return html`<div class="field">
      <label class="name" for="name">${words().login.name}</label>
      <input
        id="name"
        class="input"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="4096"
        ?readonly=${this.disabled}
        aria-invalid=${this.problem !== null}
        aria-describedby=${this.problem === null ? nothing : 'problem'}
        @input=${this.onInput}
        @keydown=${this.onKey}
      />
      ${wrong('problem', this.problem && words().login[this.problem])}
    </div>`;
  }

  private secretInput(name: 'password' | 'bearer'): TemplateResult {
    const says = words().login;
    const { common } = words();
    // Of a name and a password, only the name can be wrong before the server says so.
    const problem = name === 'bearer' ? this.problem : null;
    return html`<div class="field">
      <label class="name" for="secret">${says[name]}</label>
      <div class="row">
        <input
          id="secret"
          class="input"
          type=${this.shown ? 'text' : 'password'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="4096"
          ?readonly=${this.disabled}
          aria-invalid=${problem !== null}
          aria-describedby=${problem === null ? nothing : 'problem'}
          @input=${this.onInput}
          @keydown=${this.onKey}
        />
        <button
          class="button"
          type="button"
          aria-pressed=${this.shown}
          aria-label=${name === 'password' ? says.showPassword : says.showToken}
          @click=${() => {
            this.shown = !this.shown;
          }}
        >
          ${this.shown ? says.hide : common.show}
        </button>
      </div>
      ${wrong('problem', problem && says[problem])}
    </div>`;
  }

  /** RFC 7617 on the name, RFC 6750 on the token: the rules of `contract/schemas.ts`, in words. */
  private problemNow(): Problem | null {
    const { login } = this;
    if (login?.kind === 'basic') {
      if (login.name === '') return 'noName';
      return login.name.includes(':') ? 'colonInName' : null;
    }
    if (login?.kind === 'bearer') {
      if (login.token === '') return 'noToken';
      if (!/^[\w.~+/-]+=*$/u.test(login.token)) {
        return 'badToken';
      }
    }
    return null;
  }

  private async readPlace(): Promise<void> {
    try {
      this.loginsIn = (await carrel().library()).loginsIn;
    } catch {
      // Where logins are kept then stays unsaid; keeping one says itself why it fails.
    }
  }

  private readonly onChoose = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement)) return;
    this.choice = this.choices()[target.selectedIndex]?.[0] ?? this.choice;
    this.problem = null;
  };

  /** Enter sends the form, which does not know of fields in another shadow root. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.closest('form')?.requestSubmit();
  };

  private readonly onInput = (): void => {
    this.problem = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-login-fields': CarrelLoginFields;
  }
}
