import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Counts, Feed, FolderId, Scope, Settings, Sources } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { CommandEvent, ScopeSelectEvent } from '../app/events.ts';
import '../app/carrel-menu.ts';
import { formatNumber } from '../format.ts';
import { icons } from '../icons.ts';
import '../settings/carrel-settings.ts';
import { scopeKey, titleOf, treeLines, unreadIn } from './places.ts';
import type { TreeLine } from './places.ts';
import { sourcesStyles } from './sources-styles.ts';

const places: { scope: Scope; icon: TemplateResult }[] = [
  { scope: { kind: 'all' }, icon: icons.all },
  { scope: { kind: 'unread' }, icon: icons.unread },
  { scope: { kind: 'bookmarks' }, icon: icons.bookmark },
  { scope: { kind: 'saved' }, icon: icons.saved },
];

/** The left pane: what to do with the library as a whole, its places, its folders and feeds. */
@customElement('carrel-sources')
export class CarrelSources extends LitElement {
  static override styles = [controls, sourcesStyles];

  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) counts: Counts | null = null;
  @property({ attribute: false }) settings: Settings | null = null;
  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @state() private closed: ReadonlySet<FolderId> = new Set();

  /** Puts the keyboard on the chosen place. */
  override focus(): void {
    this.lines()
      .find((line) => line.tabIndex === 0)
      ?.focus();
  }

  override render(): TemplateResult {
    const lines = this.sources === null ? [] : treeLines(this.sources, this.closed);
    return html`<nav aria-label="Sources">
      <header>
        <h1><span class="mark">${icons.lamp}</span>Carrel</h1>
        <button class="tool" aria-label="Add a feed or a page" title="Add (A)" @click=${this.onAdd}>
          ${icons.add}
        </button>
        <button class="tool" aria-label="Refresh" title="Refresh (R)" @click=${this.onRefresh}>
          ${icons.refresh}
        </button>
        <carrel-settings .settings=${this.settings}></carrel-settings>
        <carrel-menu .feed=${this.chosenFeed}></carrel-menu>
      </header>
      <div class="tree" role="tree" aria-label="Places and feeds" @keydown=${this.onKey}>
        ${places.map(({ scope, icon }) => this.line(scope, icon, 1, this.countOf(scope)))}
        ${lines.length === 0 ? nothing : html`<div class="rule" role="presentation"></div>`}
        ${lines.map((line) => this.treeLine(line))}
      </div>
    </nav>`;
  }

  private treeLine({ item, scope, level }: TreeLine): TemplateResult {
    const unread = unreadIn(scope, this.sources, this.counts);
    if (item.kind === 'folder') {
      const turn = html`<span
        class="turn ${item.open ? 'open' : ''}"
        @click=${(event: Event) => {
          event.stopPropagation();
          this.turn(item.folder.id);
        }}
        >${icons.chevron}</span
      >`;
      return this.line(scope, turn, level, item.open ? 0 : unread, { open: item.open });
    }
    const { feed } = item;
    // Eight hues told apart at a glance; which one a feed has carries no meaning.
    const tile = html`<span
      class="tile hue-${feed.id % 8}"
      data-letter=${initial(feed.title)}
    ></span>`;
    return this.line(scope, tile, level, unread, { failed: feed.failure?.message });
  }

  private line(
    scope: Scope,
    icon: TemplateResult,
    level: number,
    count: number,
    more: { open?: boolean; failed?: string | undefined } = {},
  ): TemplateResult {
    const title = titleOf(scope, this.sources);
    const chosen = scopeKey(scope) === scopeKey(this.scope);
    const counted = scope.kind === 'bookmarks' ? `${count}` : `${count} unread`;
    const name = [title, count > 0 ? counted : '', more.failed ? 'last fetch failed' : ''];
    return html`<div
      class="line level-${Math.min(level, 4)} ${scope.kind}"
      role="treeitem"
      aria-level=${level}
      aria-selected=${chosen}
      aria-expanded=${more.open ?? nothing}
      aria-label=${name.filter((part) => part !== '').join(', ')}
      title=${more.failed ?? nothing}
      tabindex=${chosen || (scope.kind === 'all' && !this.chosenIsShown) ? 0 : -1}
      data-scope=${scopeKey(scope)}
      @click=${() => this.choose(scope)}
    >
      ${icon}<bdi class="title">${title}</bdi>
      ${more.failed === undefined ? nothing : html`<span class="failed">${icons.warn}</span>`}
      ${count === 0 ? nothing : html`<span class="count">${formatNumber(count)}</span>`}
    </div>`;
  }

  private get chosenFeed(): Feed | null {
    const { scope } = this;
    if (scope.kind !== 'feed') return null;
    return this.sources?.feeds.find(({ id }) => id === scope.id) ?? null;
  }

  private get chosenIsShown(): boolean {
    if (!('id' in this.scope) || this.sources === null) return true;
    const key = scopeKey(this.scope);
    return treeLines(this.sources, this.closed).some(({ scope }) => scopeKey(scope) === key);
  }

  private countOf(scope: Scope): number {
    if (scope.kind === 'all') return 0;
    if (scope.kind === 'bookmarks') return this.counts?.bookmarks ?? 0;
    return unreadIn(scope, this.sources, this.counts);
  }

  private lines(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.line')];
  }

  private choose(scope: Scope): void {
    this.dispatchEvent(new ScopeSelectEvent(scope));
  }

  private turn(id: FolderId): void {
    const closed = new Set(this.closed);
    if (!closed.delete(id)) closed.add(id);
    this.closed = closed;
  }

  private readonly onAdd = (): void => {
    this.dispatchEvent(new CommandEvent('add'));
  };

  private readonly onRefresh = (): void => {
    this.dispatchEvent(new CommandEvent('refresh'));
  };

  /** The keys of a tree (WAI-ARIA Authoring Practices, tree view). */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const lines = this.lines();
    const index = lines.findIndex((line) => line === event.target);
    const line = lines[index];
    if (line === undefined) return;
    const open = line.getAttribute('aria-expanded');
    const turns =
      (event.key === 'ArrowRight' && open === 'false') ||
      (event.key === 'ArrowLeft' && open === 'true');
    if (turns) this.turn(Number(line.dataset['scope']?.replace('folder-', '')));
    else if (event.key === 'Enter' || event.key === ' ') line.click();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') lines[index + 1]?.focus();
    else if (event.key === 'ArrowUp') lines[index - 1]?.focus();
    else if (event.key === 'ArrowLeft') outerLine(lines, index)?.focus();
    else if (event.key === 'Home') lines[0]?.focus();
    else if (event.key === 'End') lines.at(-1)?.focus();
    else return;
    event.preventDefault();
  };
}

function outerLine(lines: HTMLElement[], index: number): HTMLElement | undefined {
  const level = Number(lines[index]?.ariaLevel);
  return lines.slice(0, index).findLast((line) => Number(line.ariaLevel) < level);
}

/** The first letter of a title, as a reader sees it; a title may start with a quote or an emoji. */
function initial(title: string): string {
  const letter = /\p{L}|\p{N}/u.exec(title)?.[0];
  return letter?.toLocaleUpperCase() ?? '·';
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-sources': CarrelSources;
  }
}
