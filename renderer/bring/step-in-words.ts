import type { Import, Restoring } from '../../contract/imports.ts';
import { formatBytes, formatNumber } from '../format.ts';
import type { BringingShown } from './bringing.ts';

/** How far bringing files in is. */
export interface StepInWords {
  words: string;
  done: number;
  of: number;
  /** The file that it is at; may be empty. */
  detail: string;
}

/** What is going on with the files that the reader brings, for an eye that passes by. */
export function stepInWords({ handing, import: taken }: BringingShown): StepInWords {
  if (handing !== null) {
    const { files, of } = handing;
    return { words: `Getting files ready: ${ofMany(files, of)}`, done: files, of, detail: '' };
  }
  if (taken === null) return { words: 'Getting files ready', done: 0, of: 1, detail: '' };
  if (taken.restoring !== null) return restoringInWords(taken.restoring, taken);
  const { state, files, filesDone, items, itemsDone, file } = taken;
  const act = state === 'stopped' ? 'Stopped' : 'Bringing in';
  // A file that holds thousands of pages says more of how far it is than one file of one.
  const [done, of, noun] =
    files === 1 && items > 1 ? [itemsDone, items, 'pages'] : [filesDone, files, 'files'];
  const detail =
    files > 1 && items > 1 ? `${file ?? ''}: ${ofMany(itemsDone, items)}` : (file ?? '');
  return { words: `${act}: ${noun} ${ofMany(done, of)}`, done, of, detail };
}

/** A backup is checked whole before anything of it is taken, which may take minutes by itself. */
function restoringInWords({ step, done, of }: Restoring, { file }: Import): StepInWords {
  const bytes = `${formatBytes(done)} of ${formatBytes(of)}`;
  const words = {
    checked: `Checking the backup: ${bytes}`,
    files: `Restoring pictures and other files: ${bytes}`,
    articles: `Restoring: articles ${ofMany(done, of)}`,
  };
  return { words: words[step], done, of, detail: file ?? '' };
}

function ofMany(done: number, of: number): string {
  return `${formatNumber(done)} of ${formatNumber(of)}`;
}
