import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Travel } from '../../contract/provenance.ts';
import type { Failure, Progress, Scope, Sources } from '../../contract/types.ts';
import { ArticleOpenEvent } from '../app/events.ts';
import { attempt } from '../app/actions.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { carrel } from '../carrel.ts';
import { formatBytes } from '../format.ts';
import { icons } from '../icons.ts';
import { missingInWords } from '../provenance/words.ts';
import { scopeKey, titleOf } from '../sources/places.ts';
import { travelStyles } from './travel-styles.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** Getting ready to travel: which articles are to be complete, how far it is, what could not be had. */
@customElement('carrel-travel')
export class CarrelTravel extends LitElement {
  static override styles = [controls, progressStyles, travelStyles];

  @property({ attribute: false }) travel: Travel | null = null;
  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) progress: Progress | null = null;
  /** The place that is offered first. */
  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @state() private failure: Failure | null = null;

  override render(): TemplateResult {
    const { travel, failure } = this;
    return html`${travel === null ? this.question() : this.journey(travel)}
    ${failure === null ? nothing : html`<p class="failure" role="alert">${failureShown(failure)}</p>`}`;
  }

  private question(): TemplateResult {
    const places = this.places();
    const chosen = scopeKey(this.scope);
    const says = words().travel;
    return html`<p class="words">${says.help}</p>
      <form @submit=${this.onStart}>
        <label>
          <span>${says.which}</span>
          <select name="place">
            ${places.map(
              (scope, at) =>
                html`<option value=${at} ?selected=${scopeKey(scope) === chosen}>
                  ${titleOf(scope, this.sources)}
                </option>`,
            )}
          </select>
        </label>
        <button class="button first">${says.start}</button>
      </form>`;
  }

  private journey(travel: Travel): TemplateResult {
    if (travel.state === 'done') return this.end(travel);
    const { scope, of, done, waiting, receivedBytes, articles } = travel;
    const { common, travel: says } = words();
    const howFar = says.doneOf(done, of);
    const offline = this.progress?.waiting === 'offline';
    return html`<p class="strong">${says.place(titleOf(scope, this.sources), articles)}</p>
      <progress max=${Math.max(of, 1)} .value=${done} aria-label=${howFar}></progress>
      <p class="words" role="status">
        ${howFar}. ${travel.state === 'stopped' ? says.stopped : says.toFetch(waiting)}
        ${receivedBytes === 0 ? '' : says.received(formatBytes(receivedBytes))}
        ${offline ? says.offline : ''}
      </p>
      <p class="buttons">
        ${
          travel.state === 'running'
            ? html`<button class="button" @click=${this.onStop}>${common.stop}</button>
                <span class="words">${says.readOn}</span>`
            : html`<button class="button first" @click=${() => this.start(scope)}>
                  ${common.goOn}
                </button>
                <button class="button" @click=${this.onEnd}>${says.leave}</button>`
        }
      </p>`;
  }

  private end({ scope, articles, missed, missedCount, receivedBytes }: Travel): TemplateResult {
    const place = titleOf(scope, this.sources);
    const ready = articles - missedCount;
    const { common, travel: says } = words();
    const received = receivedBytes === 0 ? '' : says.received(formatBytes(receivedBytes));
    if (missedCount === 0) {
      return html`<p class="ready">
          ${icons.check}
          <span>${says.allComplete(place, articles)} ${received}</span>
        </p>
        <p class="buttons">
          <button class="button first" @click=${this.onEnd}>${says.done}</button>
        </p>`;
    }
    const more = missedCount - missed.length;
    return html`<p class="ready failed">
        ${icons.warn}
        <span>${says.someComplete(place, ready, articles)} ${received} ${says.notHad}</span>
      </p>
      <ul class="missed" tabindex="0" aria-label=${says.notHadWhy}>
        ${missed.map(
          ({ id, title, missing }) =>
            html`<li>
              <button
                class="link"
                @click=${() => this.dispatchEvent(new ArticleOpenEvent(id, false))}
              >
                <bdi>${title}</bdi>
              </button>
              ${missing.map((one) => html`<p>${missingInWords(one)}</p>`)}
            </li>`,
        )}
        ${more > 0 ? html`<li>${common.andMore(more)}</li>` : nothing}
      </ul>
      <p class="buttons">
        <button class="button" @click=${() => this.start(scope)}>${says.onceMore}</button>
        <button class="button first" @click=${this.onEnd}>${says.done}</button>
      </p>`;
  }

  private places(): Scope[] {
    const fixed: Scope[] = [
      { kind: 'all' },
      { kind: 'unread' },
      { kind: 'bookmarks' },
      { kind: 'saved' },
    ];
    const folders = (this.sources?.folders ?? []).map(({ id }) => ({
      kind: 'folder' as const,
      id,
    }));
    const own = this.scope.kind === 'feed' ? [this.scope] : [];
    return [...fixed, ...folders, ...own];
  }

  private readonly onStart = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const at = Number(new FormData(event.target).get('place'));
    void this.start(this.places()[at] ?? { kind: 'all' });
  };

  private start(scope: Scope): Promise<boolean> {
    return this.attempt(async () => {
      this.travel = await carrel().prepareTravel(scope);
    });
  }

  private readonly onStop = (): void => {
    void this.attempt(async () => {
      this.travel = await carrel().stopTravel();
    });
  };

  private readonly onEnd = (): void => {
    void this.attempt(async () => {
      await carrel().endTravel();
      this.dispatchEvent(new Event('close', { bubbles: true, composed: true }));
    });
  };

  /** What goes wrong is told where the reader looks. */
  private attempt(act: () => Promise<void>): Promise<boolean> {
    this.failure = null;
    const fail = (failure: Failure): void => {
      this.failure = failure;
    };
    return attempt({ fail }, act);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-travel': CarrelTravel;
  }
}
