import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Feed, ImportReport } from '../../contract/types.ts';
import './carrel-add-form.ts';
import type { CarrelAddForm } from './carrel-add-form.ts';
import './carrel-dialog.ts';
import type { CarrelDialog } from './carrel-dialog.ts';
import './import-report.ts';
import './keys-sheet.ts';
import './unsubscribe-question.ts';

/** The dialog that stands over the window. */
export type DialogShown =
  | { kind: 'add' }
  | { kind: 'keys' }
  | { kind: 'unsubscribe'; feed: Feed }
  | { kind: 'import'; reports: ImportReport[] };

/** Shows the dialog it is given; asks with `close` to be given none. */
@customElement('carrel-dialogs')
export class CarrelDialogs extends LitElement {
  @property({ attribute: false }) shown: DialogShown | null = null;
  @query('carrel-dialog') private dialog!: CarrelDialog | null;
  @query('carrel-add-form') private addForm!: CarrelAddForm | null;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('shown') && this.shown?.kind === 'add') void this.enterAddForm();
  }

  override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (shown === null) return nothing;
    if (shown.kind === 'add') {
      return this.frame('Add to the library', html`<carrel-add-form></carrel-add-form>`);
    }
    if (shown.kind === 'keys') {
      return this.frame('Keys', html`<carrel-keys-sheet></carrel-keys-sheet>`);
    }
    if (shown.kind === 'import') {
      return this.frame(
        'Files opened',
        html`<carrel-import-report .reports=${shown.reports}></carrel-import-report>`,
      );
    }
    return this.frame(
      `Unsubscribe from ${shown.feed.title}?`,
      html`<carrel-unsubscribe-question
        .feed=${shown.feed}
        @keep=${this.onKeep}
      ></carrel-unsubscribe-question>`,
    );
  }

  private frame(heading: string, content: TemplateResult): TemplateResult {
    return html`<carrel-dialog .heading=${heading} @close=${this.onClose}
      >${content}</carrel-dialog
    >`;
  }

  private async enterAddForm(): Promise<void> {
    await this.dialog?.updateComplete;
    await this.addForm?.updateComplete;
    this.addForm?.focus();
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
