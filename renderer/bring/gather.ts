import { toFailure } from '../../contract/errors.ts';
import { words } from '../words/language.ts';

/** A file that the reader brings, and its path within the folder that was chosen or dropped. */
export interface Brought {
  path: string;
  file: File;
}

/** What was gathered of a drop or a choice. */
export interface Gathered {
  files: Brought[];
  /** What could not be looked into, a sentence each. */
  refused: string[];
}

/** More in one drop are a whole disk, dropped by mistake. */
const MOST_FILES = 100_000;

/** What a drop holds, folders with all that is in them; to be called while the event is handled. */
export async function gatherDrop(transfer: DataTransfer): Promise<Gathered> {
  // Asked for at once: a moment later, the transfer is empty.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...transfer.files];
  if (entries.length === 0) {
    return { files: plain.map((file) => ({ path: file.name, file })), refused: [] };
  }
  const gathered: Gathered = { files: [], refused: [] };
  for (const entry of entries) await gatherEntry(entry, gathered);
  return gathered;
}

/** What was chosen in a dialog of the system. */
export function gatherChosen(files: Iterable<File>): Gathered {
  const all = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return { files: all, refused: [] };
}

async function gatherEntry(entry: FileSystemEntry, into: Gathered): Promise<void> {
  if (into.files.length >= MOST_FILES) return;
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      into.files.push({ path: entry.fullPath.replace(/^\//, ''), file });
    } else if (isFolder(entry)) {
      for (const inside of await entriesOf(entry)) await gatherEntry(inside, into);
    }
  } catch (error) {
    const path = entry.fullPath.replace(/^\//, '');
    into.refused.push(words().bring.cannotRead(path, toFailure(error).message));
  }
}

/** A folder gives its entries a hundred at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  while (true) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
