import { formatNumber } from '../format.ts';
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
  const { state, files, filesDone, items, itemsDone, file } = taken;
  const act = state === 'stopped' ? 'Stopped' : 'Bringing in';
  // A file that holds thousands of pages says more of how far it is than one file of one.
  const [done, of, noun] =
    files === 1 && items > 1 ? [itemsDone, items, 'pages'] : [filesDone, files, 'files'];
  const detail =
    files > 1 && items > 1 ? `${file ?? ''}: ${ofMany(itemsDone, items)}` : (file ?? '');
  return { words: `${act}: ${noun} ${ofMany(done, of)}`, done, of, detail };
}

function ofMany(done: number, of: number): string {
  return `${formatNumber(done)} of ${formatNumber(of)}`;
}
