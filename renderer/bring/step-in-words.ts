import type { Import, Restoring } from '../../contract/imports.ts';
import { formatBytes } from '../format.ts';
import { words } from '../words/language.ts';
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
  const says = words().bring;
  if (handing !== null) {
    const { files, of } = handing;
    return { words: says.gettingReadyOf(files, of), done: files, of, detail: '' };
  }
  if (taken === null) return { words: says.gettingReady, done: 0, of: 1, detail: '' };
  if (taken.restoring !== null) return restoringInWords(taken.restoring, taken);
  const { state, files, filesDone, items, itemsDone, file } = taken;
  const isStopped = state === 'stopped';
  // A file that holds thousands of pages says more of how far it is than one file of one.
  const [done, of, howFar]: [number, number, (done: number, of: number) => string] =
    files === 1 && items > 1
      ? [itemsDone, items, isStopped ? says.pagesStopped : says.pages]
      : [filesDone, files, isStopped ? says.filesStopped : says.files];
  const detail = files > 1 && items > 1 ? says.within(file ?? '', itemsDone, items) : (file ?? '');
  return { words: howFar(done, of), done, of, detail };
}

/** A backup is checked whole before anything of it is taken, which may take minutes by itself. */
function restoringInWords({ step, done, of }: Restoring, { file }: Import): StepInWords {
  const says = words().bring;
  const inWords = {
    checked: () => says.checkingBackup(formatBytes(done), formatBytes(of)),
    files: () => says.restoringFiles(formatBytes(done), formatBytes(of)),
    articles: () => says.restoringArticles(done, of),
  };
  return { words: inWords[step](), done, of, detail: file ?? '' };
}
