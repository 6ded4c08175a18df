import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import { MOST_ON_PAGE, type Export, type ExportForm } from '../../contract/export.ts';
import type { ArticleId, Failure } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { carrel } from '../carrel.ts';
import { failed, wrong } from '../dialogs/form-parts.ts';
import { formStyles } from '../dialogs/form-styles.ts';
import { formatBytes } from '../format.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';
import { pageWords } from './page-words.ts';

/**
 * Takes articles out of the library in one file: asks in which form, shows how far it is, and gives
 * the file. An export that is being made is stopped when this goes; a file that is made stays.
 */
@customElement('carrel-export')
export class CarrelExport extends LitElement {
  static override styles = [
    controls,
    progressStyles,
    formStyles,
    css`
      .choice + .help {
        margin: 0 0 var(--space-3);
        padding-inline-start: calc(1rem + var(--space-2));
      }
      p {
        margin: 0;
      }
      .ready {
        display: flex;
        align-items: start;
        gap: var(--space-2);
      }
      .ready .icon {
        flex: none;
        color: var(--accent-text);
      }
    `,
  ];

  @property({ attribute: false }) ids: readonly ArticleId[] = [];
  /** The export that is being made, or is made; `null` while the reader chooses. */
  @state() private made: Export | null = null;
  @state() private form: ExportForm['kind'] = 'page';
  @state() private isBegun = false;
  @state() private failure: Failure | string | null = null;
  @query('input:checked, .first, .button') private entry!: HTMLElement | null;
  private unsubscribe: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unsubscribe = carrel().subscribeToEvents((event) => this.hear(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
    if (this.made?.state === 'running') void drop();
  }

  override focus(): void {
    this.entry?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ids')) this.form = this.ids.length > MOST_ON_PAGE ? 'carrel' : 'page';
  }

  override render(): TemplateResult {
    const { made } = this;
    // The live region stays, so that a screen reader hears what comes into it.
    return html`<div role="status">${made === null ? nothing : this.said(made)}</div>
      ${this.ways(made)}`;
  }

  private said(made: Export): TemplateResult {
    const says = words().exportArticles;
    if (made.state === 'running') return html`<p>${says.exporting(made.articles)}</p>`;
    return html`<p class="ready">
        ${icons.check}<span>${says.made(formatBytes(made.doneBytes))}</span>
      </p>
      ${made.gone === 0 ? nothing : html`<p class="help">${says.gone(made.gone)}</p>`}`;
  }

  private ways(made: Export | null): TemplateResult {
    const { common, exportArticles: says } = words();
    if (made === null) return this.choices();
    if (made.state === 'running') {
      return html`<progress
          max=${Math.max(made.ofBytes, 1)}
          .value=${made.doneBytes}
          aria-label=${says.exporting(made.articles)}
        ></progress>
        <p class="help">${this.howFar(made)} ${says.closing}</p>
        <div class="buttons">
          <button class="button" @click=${this.onStop}>${common.stop}</button>
        </div>`;
    }
    return html`<p class="help"><bdi>${made.name}</bdi></p>
      <div class="buttons">
        <a class="button first" href="export/${encodeURIComponent(made.name)}" download=${made.name}
          >${says.save}</a
        >
      </div>`;
  }

  /** Nothing before it is known how much there is. */
  private howFar({ doneBytes, ofBytes }: Export): string | typeof nothing {
    if (ofBytes === 0) return nothing;
    return words().exportArticles.doneOf(formatBytes(doneBytes), formatBytes(ofBytes));
  }

  private choices(): TemplateResult {
    const says = words().exportArticles;
    const { failure } = this;
    const count = this.ids.length;
    const isTooMany = count > MOST_ON_PAGE;
    return html`<form @submit=${this.onSubmit}>
      <fieldset>
        <legend>${says.form}</legend>
        ${this.choice('page', says.page, isTooMany ? says.tooMany(MOST_ON_PAGE) : says.pageHelp(count), isTooMany)}
        ${this.choice('carrel', says.carrel, says.carrelHelp)}
      </fieldset>
      ${typeof failure === 'string' ? wrong('ended', failure) : failed(failure)}
      <div class="buttons">
        <button class="button first" ?disabled=${this.isBegun}>${says.button}</button>
      </div>
    </form>`;
  }

  private choice(
    form: ExportForm['kind'],
    name: string,
    help: string,
    disabled = false,
  ): TemplateResult {
    return html`<label class="choice">
        <input
          type="radio"
          name="form"
          value=${form}
          .checked=${this.form === form}
          ?disabled=${disabled}
          aria-describedby="${form}-help"
          @change=${() => {
            this.form = form;
          }}
        />
        ${name}
      </label>
      <p id="${form}-help" class="help">${help}</p>`;
  }

  private hear(event: CarrelEvent): void {
    if (event.kind === 'export') {
      const { made } = this;
      const isOurs = made === null ? this.isBegun : event.export?.id === made.id;
      if (event.export !== null && isOurs) this.take(event.export);
      // It was dropped elsewhere, or another one has taken its place.
      else if (made !== null && event.export?.id !== made.id) this.end();
    }
    // The engine that is back knows nothing of it.
    if (event.kind === 'engine' && event.state === 'up' && this.made !== null) this.end();
  }

  /** Shows how an export stands; the keyboard goes to what can be done then. */
  private take(next: Export): void {
    const before = this.made?.state;
    this.failure = next.state === 'failed' ? next.failure : null;
    this.made = next.state === 'failed' ? null : next;
    if (before !== next.state) void this.enter();
  }

  private end(): void {
    this.made = null;
    this.failure = words().exportArticles.ended;
    void this.enter();
  }

  private async enter(): Promise<void> {
    await this.updateComplete;
    this.focus();
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.isBegun) return;
    this.isBegun = true;
    this.failure = null;
    try {
      const form: ExportForm =
        this.form === 'page' ? { kind: 'page', words: pageWords() } : { kind: 'carrel' };
      const begun = await carrel().exportArticles([...this.ids], form);
      // What an event said of it meanwhile is newer.
      if (!this.isConnected) await drop();
      else if (this.made === null && this.failure === null) this.take(begun);
    } catch (error) {
      this.failure = toFailure(error);
      void this.enter();
    } finally {
      this.isBegun = false;
    }
  };

  private readonly onStop = (): void => {
    this.made = null;
    void this.enter();
    void drop();
  };
}

/** Stops an export, or removes what it made; where the engine is gone, it is gone too. */
async function drop(): Promise<void> {
  await carrel()
    .dropExport()
    .catch(() => undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-export': CarrelExport;
  }
}
