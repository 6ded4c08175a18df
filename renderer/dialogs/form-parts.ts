import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Failure, Folder, FolderId, Sources } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { isWithin, treeLines } from '../sources/places.ts';
import { failureShown } from '../words/failure.ts';

/** What is wrong with one field, beside it; `id` is what the field's `aria-describedby` names. */
export function wrong(
  id: string,
  says: TemplateResult | string | null,
): TemplateResult | typeof nothing {
  if (says === null) return nothing;
  return html`<p class="wrong" id=${id} role="alert">${says}</p>`;
}

/** Why the whole could not be saved. */
export function failed(failure: Failure | null): TemplateResult | typeof nothing {
  if (failure === null) return nothing;
  return html`<div class="error" role="alert">
    ${icons.warn}<span>${failureShown(failure)}</span>
  </div>`;
}

/**
 * Folders as the options of a select, indented as they are nested.
 *
 * @param without a folder that cannot be chosen, nor any in it: where it is itself to be put.
 */
export function folderOptions(
  sources: Sources,
  chosen: FolderId | null,
  without: FolderId | null = null,
): TemplateResult[] {
  const lines = treeLines({ folders: sources.folders, feeds: [] }, new Set());
  const folders = lines.flatMap(({ item, level }) =>
    item.kind === 'folder' ? [{ folder: item.folder, level }] : [],
  );
  return folders
    .filter(({ folder }) => without === null || !isWithin(folder.id, without, sources))
    .map(
      ({ folder, level }) =>
        html`<option value=${folder.id} .selected=${folder.id === chosen}>
          ${indented(folder, level)}
        </option>`,
    );
}

/** An option has no padding to be indented by; a space that does not collapse (U+2003) does it. */
function indented({ title }: Folder, level: number): string {
  return `${'\u2003'.repeat(level - 1)}${title}`;
}
