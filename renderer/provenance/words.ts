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
export function missingName({ what, ordinal }: Missing): string {
  const { missingWhat, missingNumbered } = words().provenance;
  return ordinal === null ? missingWhat[what] : missingNumbered(missingWhat[what], ordinal + 1);
}

/** Why it is missing. */
export function missingWhy({ failure }: Missing): unknown {
  return failure === null ? words().provenance.stillToFetch : failureShown(failure);
}
