import { html } from 'lit';
import type { Completeness, Missing } from '../../contract/provenance.ts';
import type { PictureCounts } from '../../contract/types.ts';
import { picturesInWords } from '../article/state.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** What is there of an article, in a line: `Text · 3 of 5 pictures · 1 attachment`. */
export function thereInWords({ text, pictures, attachments }: Completeness): string {
  const parts = [
    words().provenance.text[text],
    pictures.of === 0 ? '' : picturesInWords(pictures.kept, pictures.of),
    attachmentsInWords(attachments),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function attachmentsInWords({ kept, of }: PictureCounts): string {
  const { attachments, attachmentsOf } = words().provenance;
  if (of === 0) return '';
  return kept === of ? attachments(of) : attachmentsOf(kept, of);
}

/** What is missing, as the beginning of a sentence: `Picture 3`. */
function missingName({ what, ordinal }: Missing): string {
  const { missingWhat, missingNumbered } = words().provenance;
  return ordinal === null ? missingWhat[what] : missingNumbered(missingWhat[what], ordinal + 1);
}

/** What is missing, and why: `Picture 3: cannot fetch https://…: 404 Not Found`. */
export function missingInWords(missing: Missing): unknown {
  const { failure } = missing;
  const says = words().provenance;
  const name = html`<strong>${missingName(missing)}</strong>`;
  if (failure === null) return says.missingWaits(name);
  // A message begins with its act (`picture: cannot …`), which the name before it has said.
  const message = failure.message.replace(/^[a-z]+: /, '');
  return says.missingWhy(name, failureShown({ ...failure, message }));
}
