import { CarrelError } from '../../../contract/errors.ts';
import { inOneLine, shortened } from '../feeds/text.ts';
import type { StagedFile } from './types.ts';

/** What is told of a name or an address in a sentence. */
const TOLD_CHARACTERS = 200;

/** A file that cannot be read at all, and why. */
export function unreadable(file: StagedFile, cause: string, thrown?: unknown): CarrelError {
  const message = `import: cannot read ${file.name}: ${cause}`;
  return new CarrelError('invalid', message, { cause: thrown });
}

/** A name that others chose, as it can stand in a sentence. */
export function shownName(written: string): string {
  return shortened(inOneLine(written), TOLD_CHARACTERS);
}

/** What was thrown, in its own words. */
export function causeOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** A size for a reader: `50 MB`, `0.1 MB`. */
export function megabytes(sizeBytes: number): string {
  const size = sizeBytes / 1024 / 1024;
  return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
