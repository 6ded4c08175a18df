import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { FeedId, FolderId, Progress, Sources } from '../../contract/types.ts';
import type { Travel } from '../../contract/provenance.ts';
import type { BringingShown } from '../bring/bringing.ts';
import '../bring/import-report.ts';
import './carrel-add-form.ts';
import './carrel-dialog.ts';
import type { CarrelDialog } from './carrel-dialog.ts';
import './carrel-feed-settings.ts';
import './carrel-folder-form.ts';
import type { DialogShown } from './dialog-shown.ts';
import '../library/carrel-library.ts';
import '../palette/carrel-palette.ts';
import '../provenance/carrel-provenance.ts';
import '../travel/carrel-travel.ts';
import '../export/carrel-export.ts';
import './export-question.ts';
import './keys-sheet.ts';
import './unsubscribe-question.ts';
import { words } from '../words/language.ts';

/** Shows the dialog it is given; asks with `close` to be given none. */
@customElement('carrel-dialogs')
export class CarrelDialogs extends LitElement {
  @property({ attribute: false }) shown: DialogShown | null = null;
  @property({ attribute: false }) sources: Sources | null = null;
  @property({ attribute: false }) bringing: BringingShown | null = null;
  @property({ attribute: false }) travel: Travel | null = null;
  @property({ attribute: false }) progress: Progress | null = null;
  @query('carrel-dialog') private dialog!: CarrelDialog | null;
  /** What the keyboard is put in, where the dialog has a form to fill in. */
  @query('.form') private form!: LitElement | null;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('shown') && this.shown !== null) void this.enterForm();
  }

  override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    const { bring, dialogs } = words();
    switch (shown?.kind) {
      case undefined:
        return nothing;
      case 'add':
        return this.frame(dialogs.add, html`<carrel-add-form class="form"></carrel-add-form>`);
      case 'keys':
        return this.frame(dialogs.keys, html`<carrel-keys-sheet></carrel-keys-sheet>`);
      case 'palette':
        return html`<carrel-palette
          .scope=${shown.scope}
          .sources=${this.sources}
          @close=${this.onClose}
        ></carrel-palette>`;
      case 'import':
        return this.frame(
          this.bringing?.import?.state === 'done' ? bring.broughtIn : bring.bringingIn,
          html`<carrel-import-report .bringing=${this.bringing}></carrel-import-report>`,
        );
      case 'provenance':
        return this.frame(
          dialogs.provenance,
          html`<carrel-provenance .articleId=${shown.id}></carrel-provenance>`,
        );
      case 'travel':
        return this.frame(
          dialogs.travel,
          html`<carrel-travel
            .travel=${this.travel}
            .sources=${this.sources}
            .progress=${this.progress}
            .scope=${shown.scope}
            @close=${this.onClose}
          ></carrel-travel>`,
        );
      case 'library':
        return this.frame(dialogs.library, html`<carrel-library></carrel-library>`);
      case 'export':
        return this.frame(
          dialogs.exportOpml,
          html`<carrel-export-question class="form"></carrel-export-question>`,
        );
      case 'export-articles':
        return this.frame(
          dialogs.exportArticles(shown.ids.length),
          html`<carrel-export class="form" .ids=${shown.ids}></carrel-export>`,
        );
      case 'feed-settings':
        return this.feedSettings(shown.id, shown.entry);
      case 'folder':
        return this.folderForm(shown.id);
      case 'unsubscribe':
        return this.frame(
          dialogs.unsubscribe(shown.feed.title),
          html`<carrel-unsubscribe-question
            .feed=${shown.feed}
            @keep=${this.onKeep}
          ></carrel-unsubscribe-question>`,
        );
    }
  }

  private feedSettings(id: FeedId, entry: 'title' | 'login'): TemplateResult | typeof nothing {
    const feed = this.sources?.feeds.find((each) => each.id === id);
    if (feed === undefined || this.sources === null) return nothing;
    return this.frame(
      words().dialogs.feedSettings(feed.title),
      html`<carrel-feed-settings
        class="form"
        .feed=${feed}
        .sources=${this.sources}
        .entry=${entry}
      ></carrel-feed-settings>`,
    );
  }

  private folderForm(id: FolderId | null): TemplateResult | typeof nothing {
    const folder = this.sources?.folders.find((each) => each.id === id) ?? null;
    if (this.sources === null || (id !== null && folder === null)) return nothing;
    return this.frame(
      folder === null ? words().dialogs.newFolder : words().dialogs.folder(folder.title),
      html`<carrel-folder-form
        class="form"
        .folder=${folder}
        .sources=${this.sources}
      ></carrel-folder-form>`,
    );
  }

  private frame(heading: string, content: TemplateResult): TemplateResult {
    return html`<carrel-dialog .heading=${heading} @close=${this.onClose}
      >${content}</carrel-dialog
    >`;
  }

  private async enterForm(): Promise<void> {
    await this.dialog?.updateComplete;
    await this.form?.updateComplete;
    this.form?.focus();
  }

  private readonly onKeep = (): void => {
    this.dialog?.close();
  };

  private readonly onClose = (): void => {
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-dialogs': CarrelDialogs;
  }
}
