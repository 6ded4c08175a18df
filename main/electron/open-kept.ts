import { constants, mkdtempSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, shell } from 'electron';
import { toFailure } from '../../contract/errors.ts';
import type { MediaHash } from '../../contract/types.ts';
import { shownType } from '../door/media-type.ts';
import type { MediaFile } from '../engine/protocol.ts';

/**
 * The names by which systems choose the program that opens a file. Only these types are opened: a
 * file of any of them is played or shown, and no system starts it as a program.
 */
const extensions: Record<string, string> = {
  'application/pdf': '.pdf',
  'audio/mpeg': '.mp3',
  'audio/mp3': '.mp3',
  'audio/mp4': '.m4a',
  'audio/m4a': '.m4a',
  'audio/x-m4a': '.m4a',
  'audio/ogg': '.ogg',
  'audio/opus': '.opus',
  'audio/wav': '.wav',
  'audio/wave': '.wav',
  'audio/x-wav': '.wav',
  'audio/webm': '.webm',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
  'video/quicktime': '.mov',
};

/** The copies of this run: in a folder that is this user's alone, gone when Carrel quits. */
let folder: string | undefined;
const copies = new Map<MediaHash, Promise<string>>();

/**
 * Opens a kept file with the system's program for it: a copy, so that no program can change what
 * is kept, under a name of Carrel's own making. Says why where it does not.
 */
export async function openKept(hash: MediaHash, file: MediaFile | null): Promise<void> {
  const refusal = await tryToOpen(hash, file).catch((error: unknown) => toFailure(error).message);
  if (refusal !== '') dialog.showErrorBox('Carrel cannot open this file', refusal);
}

/** Resolves with what went wrong, in words; with nothing where the file was opened. */
async function tryToOpen(hash: MediaHash, file: MediaFile | null): Promise<string> {
  if (file === null) return 'It is not in the library.';
  const extension = extensionOf(file.type);
  if (extension === undefined) return 'Only sound, film and PDF are opened; you can save it.';
  const copy = copies.get(hash) ?? copyOut(hash, file, extension);
  copies.set(hash, copy);
  return await shell.openPath(await copy);
}

async function copyOut(hash: MediaHash, file: MediaFile, extension: string): Promise<string> {
  const path = join(ownFolder(), `carrel-${hash.slice(0, 16)}${extension}`);
  try {
    await copyFile(file.path, path, constants.COPYFILE_FICLONE);
  } catch (error) {
    copies.delete(hash);
    throw error;
  }
  return path;
}

function ownFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(app.getPath('temp'), 'carrel-'));
    // A program on Windows may still hold a file; the system clears its temporary folder.
    app.once('quit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

function extensionOf(type: string): string | undefined {
  const shown = shownType(type);
  return shown !== undefined && Object.hasOwn(extensions, shown) ? extensions[shown] : undefined;
}
