import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Failure, Feed } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** A feed was unsubscribed from. */
export class UnsubscribedEvent extends Event {
  static readonly type = 'unsubscribed';
  readonly feed: Feed;

  constructor(feed: Feed) {
    super(UnsubscribedEvent.type, { bubbles: true, composed: true });
    this.feed = feed;
  }
}

/** Asks before a feed is removed: what goes with it, and what stays (`docs/retention.md`). */
@customElement('carrel-unsubscribe-question')
export class CarrelUnsubscribeQuestion extends LitElement {
  static override styles = [
    controls,
    css`
      p {
        margin: 0 0 var(--space-3);
        color: var(--text-soft);
        overflow-wrap: anywhere;
      }
      .error {
        padding: var(--space-3);
        border: var(--edge);
        border-radius: var(--radius-m);
        background: var(--danger-soft);
        color: var(--text);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
        margin-block-start: var(--space-5);
      }
    `,
  ];

  @property({ attribute: false }) feed: Feed | null = null;
  @state() private busy = false;
  @state() private failure: Failure | null = null;

  override render(): TemplateResult | typeof nothing {
    const { feed } = this;
    if (feed === null) return nothing;
    const says = words().unsubscribe;
    return html`<p>${says.goes(html`<bdi>${feed.title}</bdi>`, feed.articles)}</p>
      <p>${says.stays}</p>
      ${
        this.failure === null
          ? nothing
          : html`<p class="error" role="alert">${failureShown(this.failure)}</p>`
      }
      <div class="buttons">
        <button class="button" @click=${this.onKeep}>${says.keep}</button>
        <button class="button danger" ?disabled=${this.busy} @click=${this.onRemove}>
          ${says.remove}
        </button>
      </div>`;
  }

  private readonly onKeep = (): void => {
    this.dispatchEvent(new Event('keep'));
  };

  private readonly onRemove = async (): Promise<void> => {
    if (this.feed === null) return;
    this.busy = true;
    this.failure = null;
    try {
      this.dispatchEvent(new UnsubscribedEvent(await carrel().unsubscribe(this.feed.id)));
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-unsubscribe-question': CarrelUnsubscribeQuestion;
  }
  interface HTMLElementEventMap {
    unsubscribed: UnsubscribedEvent;
  }
}
