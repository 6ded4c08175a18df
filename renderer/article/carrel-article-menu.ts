import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Article } from '../../contract/types.ts';
import '../app/carrel-menu-sheet.ts';

import type { MenuEntry } from '../app/menu-entries.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { controlStyles } from './control-styles.ts';
import { icons } from '../icons.ts';
import { isPage } from '../pages.ts';
import { words } from '../words/language.ts';

/** What else can be done with the open article: a button in its head, and what it opens. */
@customElement('carrel-article-menu')
export class CarrelArticleMenu extends LitElement {
  static override styles = [controlStyles, popoverStyles];

  @property({ attribute: false }) article: Article | null = null;
  @state() private open = false;

  override render(): TemplateResult {
    const { more } = words().article;
    return html`<button
        class="control"
        type="button"
        popovertarget="article-menu"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${more}
        title=${more}
      >
        ${icons.menu}
      </button>
      <carrel-menu-sheet
        id="article-menu"
        popover
        role="menu"
        dir=${words().direction}
        aria-label=${more}
        .entries=${entries(this.article)}
        @toggle=${(event: ToggleEvent) => {
          this.open = event.newState === 'open';
        }}
      ></carrel-menu-sheet>`;
  }
}

function entries(article: Article | null): MenuEntry[] {
  const says = words().article.menu;
  const address = article?.address ?? null;
  const ofPage: MenuEntry[] = isPage(address)
    ? [
        { command: 'copy-link', icon: icons.link, label: says.copyLink },
        { command: 'open-original', icon: icons.outside, label: says.original },
      ]
    : [];
  const ofPictures: MenuEntry[] =
    article === null || article.pictureList.length === 0
      ? []
      : [{ command: 'gallery', icon: icons.grid, label: says.gallery }];
  return [
    ...ofPictures,
    { command: 'listen', icon: icons.sound, label: says.listen },
    { command: 'find', icon: icons.search, label: says.find },
    { command: 'focus', icon: icons.alone, label: says.focus },
    { command: 'full-screen', icon: icons.panes, label: says.fullScreen },
    'rule',
    { command: 'copy-text', icon: icons.copy, label: says.copyText },
    ...ofPage,
    'rule',
    { command: 'print', icon: icons.print, label: says.print },
    { command: 'export', icon: icons.leave, label: says.export },
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-article-menu': CarrelArticleMenu;
  }
}
