import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Counts, Feed, Scope, Sources } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { CommandEvent } from '../app/events.ts';
import { withKeyOf } from '../app/keys.ts';
import type { Command } from '../app/keys.ts';
import { formatNumber } from '../format.ts';
import { icons } from '../icons.ts';
import { hitLimit } from '../search/article-search.ts';
import '../sources/carrel-feed-icon.ts';
import { titleOf, unreadIn } from '../sources/places.ts';
import { words } from '../words/language.ts';
import './carrel-list-show.ts';
import type { CarrelListShow } from './carrel-list-show.ts';
import { allShown } from './shown.ts';
import type { Shown } from './shown.ts';

/** The head of the list: the place and how much it holds, and what concerns all of it. */
@customElement('carrel-list-head')
export class CarrelListHead extends LitElement {
  static override styles = [
    controls,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        padding: var(--space-3) var(--space-3) var(--space-2) var(--space-4);
      }
      .fold {
        display: none;
        margin-inline-start: calc(-1 * var(--space-2));
      }
      @media (max-width: 69.99rem) {
        .fold {
          display: inline-grid;
        }
      }
      .heading {
        flex: 1;
        min-inline-size: 0;
        margin-inline: var(--space-1);
      }
      .heading:first-of-type {
        margin-inline-start: 0;
      }
      h2,
      p {
        margin: 0;
      }
      h2 {
        overflow: hidden;
        font-size: var(--size-l);
        font-weight: 650;
        line-height: 1.25;
        letter-spacing: -0.01em;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .count {
        min-block-size: 1.125rem;
        font-size: var(--size-xs);
        line-height: 1.125rem;
        color: var(--text-faint);
        font-variant-numeric: tabular-nums;
      }
      carrel-feed-icon {
        align-self: start;
      }
    `,
  ];

  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) counts: Counts | null = null;
  @property({ attribute: false }) shown: Shown = allShown;
  /** Whether the list shows what a search found, and how many: `null` until it answered. */
  @property({ type: Boolean }) searching = false;
  @property({ attribute: false }) found: number | null = null;
  @query('carrel-list-show') private show!: CarrelListShow;

  /** Puts the keyboard on the button that chooses what is shown. */
  focusShow(): void {
    this.show.focus();
  }

  override render(): TemplateResult {
    const { searching, scope } = this;
    const { common, search, list } = words();
    const nothingUnread = unreadIn(scope, this.sources, this.counts) === 0;
    return html`<header>
      ${this.tool('sources', common.sources, icons.panes, false, 'fold')} ${this.icon()}
      <div class="heading">
        <h2><bdi>${searching ? search.search : titleOf(scope, this.sources)}</bdi></h2>
        <p class="count" role="status">${this.countInWords()}</p>
      </div>
      ${
        this.feed === null || searching
          ? nothing
          : this.tool('place-settings', list.feedSettings, icons.sliders)
      }
      ${this.retryButton()}
      <carrel-list-show
        .scope=${scope}
        .shown=${this.shown}
        .disabled=${searching}
      ></carrel-list-show>
      ${this.tool('mark-all-read', common.markAllRead, icons.checkAll, searching || nothingUnread)}
    </header>`;
  }

  private tool(
    command: Command,
    name: string,
    icon: TemplateResult,
    disabled = false,
    kind = '',
  ): TemplateResult {
    return html`<button
      class="tool ${kind}"
      aria-label=${name}
      title=${withKeyOf(name, command)}
      ?disabled=${disabled}
      @click=${() => this.dispatchEvent(new CommandEvent(command))}
    >
      ${icon}
    </button>`;
  }

  private icon(): TemplateResult | typeof nothing {
    const { feed } = this;
    if (feed === null || this.searching) return nothing;
    return html`<carrel-feed-icon .feed=${feed}></carrel-feed-icon>`;
  }

  private retryButton(): TemplateResult | typeof nothing {
    if (this.scope.kind !== 'incomplete' || this.searching) return nothing;
    return html`<button
      class="button"
      @click=${() => this.dispatchEvent(new CommandEvent('retry-all'))}
    >
      ${icons.again} ${words().list.retryAll}
    </button>`;
  }

  private get feed(): Feed | null {
    const { scope } = this;
    if (scope.kind !== 'feed') return null;
    return this.sources?.feeds.find(({ id }) => id === scope.id) ?? null;
  }

  private countInWords(): string {
    const { counts, scope } = this;
    const says = words().list;
    if (this.searching) {
      if (this.found === null) return '';
      const count = words().common.countedArticles(this.found);
      return this.found === hitLimit ? says.best(count) : count;
    }
    if (counts === null) return '';
    if (scope.kind === 'incomplete') return manyOf(counts.incomplete);
    if (scope.kind === 'bookmarks') return says.keptHere(counts.bookmarks);
    return says.unread(unreadIn(scope, this.sources, counts));
  }
}

/** Beyond this number they are not counted (contract, `Counts`). */
function manyOf(incomplete: number): string {
  return incomplete >= 10_000 ? words().list.orMore(10_000) : formatNumber(incomplete);
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-list-head': CarrelListHead;
  }
}
