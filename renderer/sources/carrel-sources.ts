import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Counts, FolderId, Scope, Settings, Sources } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { CommandEvent, PlaceMoveEvent, ScopeSelectEvent } from '../app/events.ts';
import { withKeyOf } from '../app/keys.ts';
import '../app/carrel-menu.ts';
import { formatNumber } from '../format.ts';
import { icons } from '../icons.ts';
import '../settings/carrel-settings.ts';
import type { CarrelSettings } from '../settings/carrel-settings.ts';
import './carrel-feed-icon.ts';
import './carrel-place-menu.ts';
import type { CarrelPlaceMenu } from './carrel-place-menu.ts';
import { healthOf, troubleInWords } from './health.ts';
import type { Health } from './health.ts';
import { scopeKey, titleOf, treeLines, unreadIn } from './places.ts';
import type { TreeLine } from './places.ts';
import { sourcesStyles } from './sources-styles.ts';
import { TreeDrag } from './tree-drag.ts';
import { words } from '../words/language.ts';

/** A menu that the keyboard opened stands below its line, so far in from it. */
const menuInsetPx = 24;

const places: { scope: Scope; icon: TemplateResult }[] = [
  { scope: { kind: 'all' }, icon: icons.all },
  { scope: { kind: 'unread' }, icon: icons.unread },
  { scope: { kind: 'bookmarks' }, icon: icons.bookmark },
  { scope: { kind: 'saved' }, icon: icons.saved },
];

/** Places that count all that they hold, and not what of it is unread. */
const holdsAll: ReadonlySet<Scope['kind']> = new Set(['bookmarks', 'incomplete']);

/** What a line shows besides its title and count. */
interface LineMarks {
  /** Whether a folder is open. */
  open?: boolean;
  health?: Health;
  /** What is wrong with a feed. */
  trouble?: string | null;
  /** Whether it can be dragged, and has a menu. */
  own?: boolean;
}

/**
 * The first pane: what to do with the library as a whole, its places, its folders and feeds. What is
 * put into it stands at its end.
 */
@customElement('carrel-sources')
export class CarrelSources extends LitElement {
  static override styles = [controls, sourcesStyles];

  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) counts: Counts | null = null;
  @property({ attribute: false }) settings: Settings | null = null;
  /** The language of the open article. */
  @property({ attribute: false }) tongue: string | null = null;
  @property({ attribute: false }) scope: Scope = { kind: 'all' };
  @state() private closed: ReadonlySet<FolderId> = new Set();
  @query('carrel-place-menu') private menu!: CarrelPlaceMenu;
  @query('carrel-settings') private sheet!: CarrelSettings;

  private readonly drag = new TreeDrag(this, (moved, folderId) => {
    this.dispatchEvent(new PlaceMoveEvent(moved, folderId));
  });

  /** Puts the keyboard on the chosen place. */
  override focus(): void {
    this.lines()
      .find((line) => line.tabIndex === 0)
      ?.focus();
  }

  /** Opens the settings, or closes them. */
  toggleSettings(): void {
    this.sheet.toggle();
  }

  override render(): TemplateResult {
    const lines = this.sources === null ? [] : treeLines(this.sources, this.closed);
    const { common, sources: says } = words();
    return html`<nav aria-label=${common.sources}>
      <header>
        <h1><span class="mark">${icons.lamp}</span>Carrel</h1>
        <button
          class="tool"
          aria-label=${says.add}
          title=${withKeyOf(says.add, 'add')}
          @click=${this.onAdd}
        >
          ${icons.add}
        </button>
        <button
          class="tool"
          aria-label=${says.refresh}
          title=${withKeyOf(says.refresh, 'refresh')}
          @click=${this.onRefresh}
        >
          ${icons.refresh}
        </button>
        <carrel-settings .settings=${this.settings} .tongue=${this.tongue}></carrel-settings>
        <carrel-menu .scope=${this.scope} .sources=${this.sources}></carrel-menu>
      </header>
      <div
        class="tree ${this.drag.over === null ? 'drop' : ''}"
        role="tree"
        aria-label=${says.tree}
        @keydown=${this.onKey}
        @contextmenu=${this.onContextMenu}
        @dragover=${(event: DragEvent) => this.drag.hang(event, null, this.sources)}
        @dragleave=${this.drag.leave}
        @drop=${(event: DragEvent) => this.drag.drop(event, null, this.sources)}
      >
        ${places.map(({ scope, icon }) => this.line(scope, icon, 1, this.countOf(scope)))}
        ${this.incomplete()}
        ${lines.length === 0 ? nothing : html`<div class="rule" role="presentation"></div>`}
        ${lines.map((line) => this.treeLine(line))}
      </div>
      <carrel-place-menu .sources=${this.sources} .chosen=${this.scope}></carrel-place-menu>
      <slot></slot>
    </nav>`;
  }

  /** What is missing is a place of its own while something is. */
  private incomplete(): TemplateResult | typeof nothing {
    const scope: Scope = { kind: 'incomplete' };
    const count = this.counts?.incomplete ?? 0;
    if (count === 0 && this.scope.kind !== 'incomplete') return nothing;
    return this.line(scope, icons.incomplete, 1, count);
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
      return this.line(scope, turn, level, item.open ? 0 : unread, { open: item.open, own: true });
    }
    const { feed } = item;
    const icon = html`<carrel-feed-icon .feed=${feed}></carrel-feed-icon>`;
    const marks = { health: healthOf(feed), trouble: troubleInWords(feed), own: true };
    return this.line(scope, icon, level, unread, marks);
  }

  private line(
    scope: Scope,
    icon: TemplateResult,
    level: number,
    count: number,
    { open, health = 'well', trouble = null, own = false }: LineMarks = {},
  ): TemplateResult {
    const title = titleOf(scope, this.sources);
    const chosen = scopeKey(scope) === scopeKey(this.scope);
    const says = words().sources;
    const counted = holdsAll.has(scope.kind) ? formatNumber(count) : says.unread(count);
    const name = [title, count > 0 ? counted : '', health === 'well' ? '' : says[health]];
    return html`<div
      class=${this.lineClass(scope, level)}
      role="treeitem"
      aria-level=${level}
      aria-selected=${chosen}
      aria-expanded=${open ?? nothing}
      aria-label=${name.filter((part) => part !== '').join(', ')}
      aria-haspopup=${own ? 'menu' : nothing}
      title=${trouble ?? nothing}
      tabindex=${chosen || (scope.kind === 'all' && !this.chosenIsShown) ? 0 : -1}
      data-scope=${scopeKey(scope)}
      draggable=${own}
      @click=${() => this.choose(scope)}
      @dragstart=${(event: DragEvent) => {
        if (scope.kind === 'feed' || scope.kind === 'folder') this.drag.start(event, scope);
      }}
      @dragend=${this.drag.end}
      @dragover=${(event: DragEvent) => this.drag.hang(event, scope, this.sources)}
      @drop=${(event: DragEvent) => this.drag.drop(event, scope, this.sources)}
    >
      ${icon}<bdi class="title">${title}</bdi>
      ${
        health === 'well'
          ? nothing
          : html`<span class="trouble ${health}"
              >${health === 'gone' ? icons.gone : icons.warn}</span
            >`
      }
      ${count === 0 ? nothing : html`<span class="count">${formatNumber(count)}</span>`}
    </div>`;
  }

  private lineClass(scope: Scope, level: number): string {
    const { dragged, over } = this.drag;
    const classes = ['line', `level-${Math.min(level, 4)}`, scope.kind];
    if (scope.kind === 'folder' && scope.id === over) classes.push('drop');
    if (dragged !== null && scopeKey(dragged) === scopeKey(scope)) classes.push('dragged');
    return classes.join(' ');
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

  /** Opens the menu of a feed or folder; the places that always stand have none. */
  private openMenu(line: HTMLElement, x: number, y: number): boolean {
    const scope = this.sources === null ? undefined : this.scopeOf(line);
    if (scope === undefined) return false;
    line.focus();
    void this.menu.open(scope, x, y);
    return true;
  }

  /** Begins to remove the feed or folder of a line; the window's key would delete the open article. */
  private askRemoval(event: KeyboardEvent, line: HTMLElement): void {
    event.stopPropagation();
    const scope = this.scopeOf(line);
    if (scope?.kind === 'feed') this.dispatchEvent(new CommandEvent('unsubscribe', scope));
    if (scope?.kind === 'folder') this.dispatchEvent(new CommandEvent('remove-folder', scope));
  }

  private scopeOf(line: HTMLElement): Scope | undefined {
    const lines = this.sources === null ? [] : treeLines(this.sources, this.closed);
    return lines.find(({ scope }) => scopeKey(scope) === line.dataset['scope'])?.scope;
  }

  private readonly onAdd = (): void => {
    this.dispatchEvent(new CommandEvent('add'));
  };

  private readonly onRefresh = (): void => {
    this.dispatchEvent(new CommandEvent('refresh'));
  };

  private readonly onContextMenu = (event: MouseEvent): void => {
    const line = event.composedPath().find((target) => isLine(target));
    if (line !== undefined && this.openMenu(line, event.clientX, event.clientY)) {
      event.preventDefault();
    }
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
    const asksMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    const { left, bottom } = line.getBoundingClientRect();
    if (event.key === 'Delete' || event.key === 'Backspace') this.askRemoval(event, line);
    else if (asksMenu) this.openMenu(line, left + menuInsetPx, bottom);
    else if (turns) this.turn(Number(line.dataset['scope']?.replace('folder-', '')));
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

function isLine(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.classList.contains('line');
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-sources': CarrelSources;
  }
}
