import type { Completeness, Missing } from '../../contract/provenance.ts';
import { formatNumber } from '../format.ts';

/** What is there of an article, in a line: `Text · 3 of 5 pictures · 1 attachment`. */
export function thereInWords({ text, pictures, attachments }: Completeness): string {
  const texts = { kept: 'Text', waiting: 'Text is still to be fetched', failed: 'No whole text' };
  const parts = [
    texts[text],
    countOf(pictures.kept, pictures.of, 'picture', 'pictures'),
    countOf(attachments.kept, attachments.of, 'attachment', 'attachments'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function countOf(kept: number, of: number, one: string, many: string): string {
  if (of === 0) return '';
  const noun = of === 1 ? one : many;
  return kept === of
    ? `${formatNumber(of)} ${noun}`
    : `${formatNumber(kept)} of ${formatNumber(of)} ${noun}`;
}

/** What is missing, as the beginning of a sentence: `Picture 3`. */
export function missingName({ what, ordinal }: Missing): string {
  const names = {
    text: 'The text',
    part: 'A further part of the text',
    picture: 'Picture',
    attachment: 'Attachment',
  };
  return ordinal === null ? names[what] : `${names[what]} ${formatNumber(ordinal + 1)}`;
}

/** Why it is missing, after its name: `: cannot fetch https://…: 404 Not Found`. */
export function missingWhy({ failure }: Missing): string {
  // A message begins with its act (`picture: cannot …`), which the name before it has said.
  return failure === null
    ? ' is still to be fetched'
    : `: ${failure.message.replace(/^[a-z]+: /, '')}`;
}
