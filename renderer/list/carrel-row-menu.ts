import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ArticleSummary } from '../../contract/types.ts';
import '../app/carrel-menu-sheet.ts';
import type { CarrelMenuSheet } from '../app/carrel-menu-sheet.ts';
import type { Command } from '../app/keys.ts';
import type { MenuEntry } from '../app/menu-entries.ts';
import { pointedStyles, popoverStyles } from '../app/popover-styles.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';

/** The menu of a row, or of all that are selected, where the pointer pressed or the keyboard is. */
@customElement('carrel-row-menu')
export class CarrelRowMenu extends LitElement {
  static override styles = [popoverStyles, pointedStyles];

  @state() private articles: readonly ArticleSummary[] = [];
  @query('carrel-menu-sheet') private sheet!: CarrelMenuSheet;

  /** Opens the menu of articles with a corner at a point of the window, in pixels. */
  async open(articles: readonly ArticleSummary[], x: number, y: number): Promise<void> {
    this.articles = articles;
    await this.updateComplete;
    await this.sheet.openAt(x, y);
  }

  override render(): TemplateResult {
    const { app, list } = words();
    const [first] = this.articles;
    const several = this.articles.length !== 1 || first === undefined;
    return html`<carrel-menu-sheet
      popover
      role="menu"
      aria-label=${several ? list.selection.bar : app.menuOf(first.title)}
      .entries=${several ? manyEntries(this.articles) : oneEntries(first)}
      @contextmenu=${(event: Event) => event.preventDefault()}
    ></carrel-menu-sheet>`;
  }
}

function oneEntries(article: ArticleSummary): MenuEntry[] {
  const { article: says, list } = words();
  const [read, bookmark, ...rest] = manyEntries([article]);
  return [
    entry('open', icons.file, list.open),
    ...(read === undefined ? [] : [read]),
    ...(bookmark === undefined ? [] : [bookmark]),
    'rule',
    entry('open-original', icons.outside, says.originalPage),
    entry('provenance', icons.info, says.provenance),
    ...rest,
  ];
}

function manyEntries(articles: readonly ArticleSummary[]): MenuEntry[] {
  const { article: says, common, list } = words();
  const read = articles.every((each) => each.read);
  const bookmarked = articles.every((each) => each.bookmarked);
  return [
    read
      ? entry('toggle-read', icons.circleFilled, says.markAsUnread)
      : entry('toggle-read', icons.circle, says.markAsRead),
    bookmarked
      ? entry('toggle-bookmark', icons.bookmarkFilled, list.removeBookmark)
      : entry('toggle-bookmark', icons.bookmark, common.bookmark),
    'rule',
    entry('export', icons.leave, list.export),
    entry('delete', icons.remove, list.delete),
  ];
}

function entry(command: Command, icon: TemplateResult, label: string): MenuEntry {
  return { command, icon, label };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-row-menu': CarrelRowMenu;
  }
}
