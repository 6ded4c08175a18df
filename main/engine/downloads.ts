import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { newPart, partsFolder, removePart } from './media-files.ts';

/**
 * Large files on their way. Beside its part, each has a note of what the server said, so that a file
 * whose connection was cut, or whose Carrel was closed or killed, goes on where it was.
 */
export interface Download {
  /** Where the file is written. */
  path: string;
  /** What is there already, as `Fetcher.download` takes it. */
  resume: { fromBytes: number; ifRange: string } | undefined;
  /** To be called with the validator of the answer; without one, nothing can go on. */
  answered(ifRange: string | null): void;
  /** To be called as bytes come; now and then they are synced and noted. */
  received(bytes: number): void;
  /**
   * Ends it: what came is kept to go on from, or removed, if it is still there. What cannot go on is
   * removed in any case.
   */
  close(goesOn: boolean): Promise<void>;
}

/** So much may come anew after a power failure, and no more. */
const SYNC_EVERY_BYTES = 16 * 1024 * 1024;

const NOTE = '.json';

const note = z.object({
  address: z.string(),
  ifRange: z.string(),
  /** That surely are in the part. */
  bytes: z.int().positive(),
});
type Note = z.infer<typeof note>;

/** The parts that are being written; two articles may want the same file at once. */
const inUse = new Set<string>();

/** Begins the download of an address, or goes on with one that was paused. */
export async function openDownload(folder: string, address: string): Promise<Download> {
  const paused = await pausedDownload(folder, address);
  const path = paused?.path ?? (await newPart(folder));
  inUse.add(path);
  let ifRange = paused?.note.ifRange ?? null;
  let noted = paused?.note.bytes ?? 0;
  let latest = noted;
  let writing = Promise.resolve();

  async function sync(): Promise<void> {
    const bytes = latest;
    if (ifRange === null || bytes === 0) return;
    const file = await open(path, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await writeNote(path, { address, ifRange, bytes });
  }

  async function remove(): Promise<void> {
    await rm(path + NOTE, { force: true });
    await removePart(path);
  }

  return {
    path,
    resume:
      paused === undefined
        ? undefined
        : { fromBytes: paused.note.bytes, ifRange: paused.note.ifRange },
    answered(validator) {
      // Another file may come than the one noted, from its beginning. A note that stays does no harm:
      // what it says is asked of the server.
      if (validator !== ifRange) {
        writing = writing.then(() => rm(path + NOTE, { force: true })).catch(() => {});
      }
      ifRange = validator;
    },
    received(bytes) {
      latest = bytes;
      // Fewer than were noted are those of a file that comes anew.
      if (Math.abs(latest - noted) < SYNC_EVERY_BYTES) return;
      noted = latest;
      // A note that cannot be written costs a later fetch of the same bytes, and nothing else.
      writing = writing.then(sync).catch(() => {});
    },
    async close(goesOn) {
      await writing;
      if (!goesOn || ifRange === null || latest === 0) await remove();
      else await sync().catch(remove);
      inUse.delete(path);
    },
  };
}

/**
 * Removes the parts that a killed process left, but those that can go on and are still wanted;
 * before anything is written.
 */
export function removeLeftParts(folder: string, wanted: ReadonlySet<string>): void {
  const parts = partsFolder(folder);
  const names = namesIn(parts);
  const stay = new Set<string>();
  for (const name of names.filter((one) => one.endsWith(NOTE))) {
    const known = parsedNote(readIfThere(join(parts, name)));
    if (known === undefined || !wanted.has(known.address)) continue;
    stay.add(name).add(basename(name, NOTE));
  }
  if (stay.size === 0) rmSync(parts, { recursive: true, force: true });
  else
    for (const name of names) {
      if (!stay.has(name)) rmSync(join(parts, name), { recursive: true, force: true });
    }
}

async function pausedDownload(
  folder: string,
  address: string,
): Promise<{ path: string; note: Note } | undefined> {
  const parts = partsFolder(folder);
  const names = await readdir(parts).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(NOTE))) {
    const path = join(parts, basename(name, NOTE));
    if (inUse.has(path)) continue;
    const known = parsedNote(await readFile(path + NOTE, 'utf8').catch(() => ''));
    // Another download may have taken it meanwhile.
    if (known?.address !== address || inUse.has(path)) continue;
    inUse.add(path);
    return { path, note: known };
  }
  return undefined;
}

/** Whole or not at all. */
async function writeNote(path: string, content: Note): Promise<void> {
  const draft = `${path}.draft`;
  await writeFile(draft, JSON.stringify(content));
  await rename(draft, path + NOTE);
}

function parsedNote(text: string): Note | undefined {
  try {
    return note.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
