import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Travel } from '../../contract/provenance.ts';
import type { Progress, Scope, Sources } from '../../contract/types.ts';
import { ArticleOpenEvent } from '../app/events.ts';
import { attempt } from '../app/actions.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { carrel } from '../carrel.ts';
import { formatBytes, formatCount, formatNumber } from '../format.ts';
import { icons } from '../icons.ts';
import { missingName, missingWhy } from '../provenance/words.ts';
import { scopeKey, titleOf } from '../sources/places.ts';
import { travelStyles } from './travel-styles.ts';

/** Getting ready to travel: which articles are to be complete, how far it is, what could not be had. */
@customElement('carrel-travel')
export class CarrelTravel extends LitElement {
  static override styles = [controls, progressStyles, travelStyles];

  @property({ attribute: false }) travel: Travel | null = null;
  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) progress: Progress | null = null;
  /** The place that is offered first. */
  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @state() private failure: string | null = null;

  override render(): TemplateResult {
    const { travel, failure } = this;
    return html`${travel === null ? this.question() : this.journey(travel)}
    ${failure === null ? nothing : html`<p class="failure" role="alert">${failure}</p>`}`;
  }

  private question(): TemplateResult {
    const places = this.places();
    const chosen = scopeKey(this.scope);
    return html`<p class="words">
        Fetches what is missing, text, pictures and attachments, and then says what will be readable
        without a network and what will not.
      </p>
      <form @submit=${this.onStart}>
        <label>
          <span>Which articles</span>
          <select name="place">
            ${places.map(
              (scope, at) =>
                html`<option value=${at} ?selected=${scopeKey(scope) === chosen}>
                  ${titleOf(scope, this.sources)}
                </option>`,
            )}
          </select>
        </label>
        <button class="button first">Get ready</button>
      </form>`;
  }

  private journey(travel: Travel): TemplateResult {
    if (travel.state === 'done') return this.end(travel);
    const { scope, of, done, waiting, receivedBytes, articles } = travel;
    const words = `${formatNumber(done)} of ${formatNumber(of)} articles that were not complete`;
    const offline = this.progress?.waiting === 'offline';
    return html`<p class="strong">
        ${titleOf(scope, this.sources)}: ${formatCount(articles, 'article', 'articles')}
      </p>
      <progress max=${Math.max(of, 1)} .value=${done} aria-label=${words}></progress>
      <p class="words" role="status">
        ${words}.
        ${travel.state === 'stopped' ? 'Stopped.' : `${formatCount(waiting, 'thing', 'things')} to fetch.`}
        ${receivedBytes === 0 ? '' : `${formatBytes(receivedBytes)} received.`}
        ${offline ? 'Offline: it goes on when there is a network.' : ''}
      </p>
      <p class="buttons">
        ${
          travel.state === 'running'
            ? html`<button class="button" @click=${this.onStop}>Stop</button>
                <span class="words">You can close this and read on meanwhile.</span>`
            : html`<button class="button first" @click=${() => this.start(scope)}>Go on</button>
                <button class="button" @click=${this.onEnd}>Leave it</button>`
        }
      </p>`;
  }

  private end({ scope, articles, missed, missedCount, receivedBytes }: Travel): TemplateResult {
    const place = titleOf(scope, this.sources);
    const ready = articles - missedCount;
    const received = receivedBytes === 0 ? '' : ` ${formatBytes(receivedBytes)} received.`;
    if (missedCount === 0) {
      return html`<p class="ready">
          ${icons.check}
          <span>
            ${place}:
            ${articles === 1 ? 'the article is' : `all ${formatNumber(articles)} articles are`}
            complete. You can go.${received}
          </span>
        </p>
        <p class="buttons"><button class="button first" @click=${this.onEnd}>Done</button></p>`;
    }
    const more = missedCount - missed.length;
    return html`<p class="ready failed">
        ${icons.warn}
        <span>
          ${place}: ${formatNumber(ready)} of ${formatCount(articles, 'article', 'articles')}
          ${ready === 1 ? 'is' : 'are'} complete.${received} This could not be had:
        </span>
      </p>
      <ul class="missed" tabindex="0" aria-label="What could not be had, and why">
        ${missed.map(
          ({ id, title, missing }) =>
            html`<li>
              <button
                class="link"
                @click=${() => this.dispatchEvent(new ArticleOpenEvent(id, false))}
              >
                <bdi>${title}</bdi>
              </button>
              ${missing.map((one) => html`<p>${missingName(one)}${missingWhy(one)}</p>`)}
            </li>`,
        )}
        ${more > 0 ? html`<li>… and ${formatNumber(more)} more</li>` : nothing}
      </ul>
      <p class="buttons">
        <button class="button" @click=${() => this.start(scope)}>Try once more</button>
        <button class="button first" @click=${this.onEnd}>Done</button>
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
    const fail = (message: string): void => {
      this.failure = message;
    };
    return attempt({ fail }, act);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-travel': CarrelTravel;
  }
}
