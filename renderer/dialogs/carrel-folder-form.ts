import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure, Folder, FolderId, Sources } from '../../contract/types.ts';
import { toFailure } from '../../contract/errors.ts';
import { controls } from '../app/controls.ts';
import { carrel } from '../carrel.ts';
import { DoneEvent } from './events.ts';
import { failed, folderOptions, wrong } from './form-parts.ts';
import { formStyles } from './form-styles.ts';
import { words } from '../words/language.ts';

/** Asks for a folder's title, and for the folder it stands in. */
@customElement('carrel-folder-form')
export class CarrelFolderForm extends LitElement {
  static override styles = [controls, formStyles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** The folder to change; `null` for a new one. */
  @property({ attribute: false }) folder: Folder | null = null;
  @property({ attribute: false }) sources: Sources = { folders: [], feeds: [] };
  @state() private busy = false;
  @state() private untitled = false;
  @state() private failure: Failure | null = null;
  @query('#title') private titleField!: HTMLInputElement;
  @query('#parent') private parentField!: HTMLSelectElement;

  override render(): TemplateResult {
    const { folder, sources } = this;
    const { common, folder: says } = words();
    return html`<form @submit=${this.onSubmit} novalidate>
      <div class="field">
        <label class="name" for="title">${says.title}</label>
        <input
          id="title"
          dir="auto"
          class="input"
          maxlength="500"
          autocomplete="off"
          .defaultValue=${folder?.title ?? ''}
          aria-invalid=${this.untitled}
          aria-describedby=${this.untitled ? 'untitled' : nothing}
          @input=${() => {
            this.untitled = false;
          }}
        />
        ${wrong('untitled', this.untitled ? says.untitled : null)}
      </div>
      <label class="field">
        <span class="name">${says.inside}</span>
        <select id="parent">
          <option value="">${says.none}</option>
          ${folderOptions(sources, folder?.parentId ?? null, folder?.id ?? null)}
        </select>
      </label>
      ${failed(this.failure)}
      <div class="buttons">
        <button class="button first" ?disabled=${this.busy}>
          ${folder === null ? says.make : common.save}
        </button>
      </div>
    </form>`;
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const title = this.titleField.value.trim();
    this.untitled = title === '';
    if (this.untitled) this.titleField.focus();
    if (this.untitled || this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      this.dispatchEvent(new DoneEvent(await this.save(title, folderIn(this.parentField))));
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };

  private async save(title: string, parentId: FolderId | null): Promise<string> {
    if (this.folder === null) {
      await carrel().addFolder(title, parentId);
      return words().folder.made(title);
    }
    await carrel().saveFolder(this.folder.id, { title, parentId });
    return words().folder.saved;
  }
}

/** The folder chosen in a select; `null` for none. */
function folderIn(select: HTMLSelectElement): FolderId | null {
  return select.value === '' ? null : Number(select.value);
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-folder-form': CarrelFolderForm;
  }
}
