import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure, Feed, Timestamp } from '../../contract/types.ts';
import { toFailure } from '../../contract/errors.ts';
import { controls } from '../app/controls.ts';
import { carrel } from '../carrel.ts';
import { formatMachine, formatNear, formatWhole } from '../format.ts';
import { icons } from '../icons.ts';
import { capital, healthOf } from '../sources/health.ts';
import { isPage } from '../pages.ts';
import { factsStyles } from './facts-styles.ts';
import { failed } from './form-parts.ts';
import { formStyles } from './form-styles.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** How a feed fares: where it is, when it was fetched, what went wrong, when it is tried next. */
@customElement('carrel-feed-health')
export class CarrelFeedHealth extends LitElement {
  static override styles = [
    controls,
    formStyles,
    factsStyles,
    css`
      .address {
        display: flex;
        align-items: start;
        gap: var(--space-1);
      }
      .address bdi {
        flex: 1;
        min-inline-size: 0;
        user-select: all;
      }
      .address .tool {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        margin-block: -0.25rem;
      }
      .bad {
        color: var(--danger-text);
      }
      a {
        color: var(--accent-text);
      }
      .now {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
        margin-block-start: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) feed: Feed | null = null;
  /** When the feed was last tried as it was asked for here; `undefined` before. */
  @state() private askedAfter: Timestamp | null | undefined;
  @state() private copied = false;
  @state() private failure: Failure | null = null;
  @query('.address bdi') private address!: HTMLElement;

  override render(): TemplateResult | typeof nothing {
    const { feed } = this;
    if (feed === null) return nothing;
    const gone = healthOf(feed) === 'gone';
    const { common, health: says } = words();
    return html`<h3>${says.health}</h3>
      <dl>
        <dt>${says.address}</dt>
        <dd class="address">
          <bdi>${feed.address}</bdi>
          <button
            class="tool"
            type="button"
            aria-label=${says.copyAddress}
            title=${says.copyAddress}
            @click=${this.onCopy}
          >
            ${this.copied ? icons.check : icons.copy}
          </button>
        </dd>
        ${feed.siteAddress === null ? nothing : this.site(feed.siteAddress)}
        <dt>${says.lastSuccess}</dt>
        <dd>${moment(feed.lastSucceededAt, says.never)}</dd>
        <dt>${says.lastAttempt}</dt>
        <dd>${moment(feed.lastTriedAt, says.never)}</dd>
        ${
          feed.failure === null
            ? nothing
            : html`<dt>${says.lastError}</dt>
                <dd class="bad">${failureShown(feed.failure)}</dd>`
        }
        <dt>${says.nextAttempt}</dt>
        <dd>${gone ? says.noNext : next(feed)}</dd>
        <dt>${common.articles}</dt>
        <dd>${says.inLibrary(feed.articles)}</dd>
      </dl>
      <div class="now">
        <button class="button" type="button" ?disabled=${this.busy} @click=${this.onFetch}>
          ${icons.refresh} ${gone ? common.tryAgain : says.fetchNow}
        </button>
        <span class="help" role="status">${this.statusInWords()}</span>
      </div>
      ${failed(this.failure)}`;
  }

  private site(address: string): TemplateResult {
    return html`<dt>${words().health.site}</dt>
      <dd>
        ${
          isPage(address)
            ? html`<a href=${address} target="_blank" rel="noopener noreferrer"
                ><bdi>${address}</bdi></a
              >`
            : html`<bdi>${address}</bdi>`
        }
      </dd>`;
  }

  /** Whether it was asked for and is not tried yet. */
  private get busy(): boolean {
    return this.askedAfter !== undefined && this.feed?.lastTriedAt === this.askedAfter;
  }

  private statusInWords(): string {
    const says = words().health;
    if (this.busy) return says.fetching;
    if (this.copied) return says.addressCopied;
    if (this.askedAfter === undefined || this.failure !== null) return '';
    return this.feed?.failure === null ? says.fetched : says.failedAgain;
  }

  private readonly onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.feed?.address ?? '');
      this.copied = true;
    } catch {
      // Without leave to write the clipboard, the address is selected for the reader to copy.
      getSelection()?.selectAllChildren(this.address);
    }
  };

  private readonly onFetch = async (): Promise<void> => {
    const { feed } = this;
    if (feed === null || this.busy) return;
    this.failure = null;
    this.copied = false;
    this.askedAfter = feed.lastTriedAt;
    try {
      await carrel().refresh({ kind: 'feed', id: feed.id });
    } catch (error) {
      this.failure = toFailure(error);
      this.askedAfter = undefined;
    }
  };
}

function moment(at: Timestamp | null, never: string): TemplateResult | string {
  if (at === null) return never;
  return html`<time datetime=${formatMachine(at)} title=${formatWhole(at)}
    >${capital(formatNear(at))}</time
  >`;
}

function next({ nextFetchAt }: Feed): TemplateResult | string {
  if (nextFetchAt !== null && nextFetchAt <= Date.now()) return words().health.now;
  return moment(nextFetchAt, '');
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-feed-health': CarrelFeedHealth;
  }
}
