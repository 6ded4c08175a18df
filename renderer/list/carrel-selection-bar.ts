import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleSummary } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { CommandEvent } from '../app/events.ts';
import { withKeyOf } from '../app/keys.ts';
import type { Command } from '../app/keys.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';

/** At the foot of the list: how many rows are selected, and what can be done to all of them. */
@customElement('carrel-selection-bar')
export class CarrelSelectionBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        padding: var(--space-1) var(--space-2) var(--space-1) var(--space-4);
        border-block-start: 1px solid var(--line);
        background: var(--ground-raised);
      }
      p {
        flex: 1;
        min-inline-size: 0;
        margin: 0;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) selected: readonly ArticleSummary[] = [];

  override render(): TemplateResult {
    const { selected } = this;
    const { list } = words();
    // The live region stays, so that a screen reader hears what comes into it.
    return html`<div
      class=${selected.length === 0 ? '' : 'bar'}
      role=${selected.length === 0 ? nothing : 'toolbar'}
      aria-label=${selected.length === 0 ? nothing : list.selection.bar}
    >
      <p role="status">
        ${selected.length === 0 ? nothing : list.selection.count(selected.length)}
      </p>
      ${selected.length === 0 ? nothing : this.buttons()}
    </div>`;
  }

  private buttons(): TemplateResult {
    const { article, common, list } = words();
    const { selected } = this;
    const read = selected.every((each) => each.read);
    const bookmarked = selected.every((each) => each.bookmarked);
    return html`${this.tool(
        'toggle-read',
        read ? article.markAsUnread : article.markAsRead,
        read ? icons.circleFilled : icons.circle,
      )}
      ${this.tool(
        'toggle-bookmark',
        bookmarked ? list.removeBookmark : common.bookmark,
        bookmarked ? icons.bookmarkFilled : icons.bookmark,
      )}
      ${this.tool('export', list.export, icons.leave)}
      ${this.tool('delete', list.delete, icons.remove)}
      <button
        class="tool"
        aria-label=${list.selection.end}
        title=${list.selection.end}
        @click=${() => this.dispatchEvent(new Event('end-selection'))}
      >
        ${icons.close}
      </button>`;
  }

  private tool(command: Command, name: string, icon: TemplateResult): TemplateResult {
    return html`<button
      class="tool"
      aria-label=${name}
      title=${withKeyOf(name, command)}
      @click=${() => this.dispatchEvent(new CommandEvent(command))}
    >
      ${icon}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-selection-bar': CarrelSelectionBar;
  }
}
