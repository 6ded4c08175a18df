import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Feed } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { CommandEvent } from '../app/events.ts';
import type { Command } from '../app/keys.ts';
import { icons } from '../icons.ts';
import { capital, healthOf, lastSuccessInWords, nextAttemptInWords } from '../sources/health.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** At the head of a feed's list: what is wrong with the feed, and what can be done; else nothing. */
@customElement('carrel-feed-notice')
export class CarrelFeedNotice extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .notice {
        display: flex;
        gap: var(--space-2);
        margin: 0 var(--space-3) var(--space-3);
        padding: var(--space-3);
        border: var(--edge);
        border-radius: var(--radius-m);
        background: var(--danger-soft);
        font-size: var(--size-s);
      }
      .notice.gone {
        background: var(--ground-sunk);
      }
      .notice > .icon {
        color: var(--danger-text);
      }
      .notice.gone > .icon {
        color: var(--text-soft);
      }
      div > div {
        min-inline-size: 0;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      p:first-child {
        font-weight: 600;
      }
      .why,
      .when {
        color: var(--text-soft);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        margin-block-start: var(--space-1);
      }
      .acts .link {
        min-block-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) feed: Feed | null = null;

  override render(): TemplateResult | typeof nothing {
    const { feed } = this;
    const health = feed === null ? 'well' : healthOf(feed);
    if (feed === null || health === 'well') return nothing;
    const gone = health === 'gone';
    const asksLogin = feed.failure?.kind === 'login';
    const when = capital(lastSuccessInWords(feed));
    const { common, list, sources } = words();
    return html`<div class="notice ${health}">
      ${gone ? icons.gone : icons.warn}
      <div>
        <p>${titleFor(feed)}</p>
        ${feed.failure === null ? nothing : html`<p class="why">${failureShown(feed.failure)}</p>`}
        <p class="when">${gone ? when : sources.sinceAndNext(when, nextAttemptInWords(feed))}</p>
        <div class="acts">
          ${asksLogin ? this.link('feed-login', list.notice.logIn) : nothing}
          ${this.link('refresh-here', gone ? common.tryAgain : list.notice.tryNow)}
          ${gone ? this.link('unsubscribe', list.notice.unsubscribe) : nothing}
        </div>
      </div>
    </div>`;
  }

  private link(command: Command, name: string): TemplateResult {
    return html`<button class="link" @click=${() => this.dispatchEvent(new CommandEvent(command))}>
      ${name}
    </button>`;
  }
}

/** What is wrong, in one line; the failure's own words follow. */
function titleFor(feed: Feed): string {
  const { gone, failed, asksLogin, loginWrong } = words().list.notice;
  if (healthOf(feed) === 'gone') return gone;
  if (feed.failure?.kind !== 'login') return failed;
  return feed.login === null ? asksLogin : loginWrong;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-feed-notice': CarrelFeedNotice;
  }
}
