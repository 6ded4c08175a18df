import { setImmediate } from 'node:timers/promises';
import { CarrelError, toFailure } from '../../../contract/errors.ts';
import type { ImportId } from '../../../contract/imports.ts';
import { asLibraryError } from '../../../db/errors.ts';
import {
  advanceImport,
  importedFiles,
  placeOfImport,
  type ImportedFile,
  type ImportPlace,
} from '../../../db/imports.ts';
import { transact } from '../../../db/transact.ts';
import type { Context } from '../context.ts';
import type { WorkerPool } from '../worker-pool.ts';
import { companionsAmong } from './companions.ts';
import type { Prepared } from './keep-page.ts';
import { stagedPath, unpackedFolder } from './staging.ts';
import { piecesOf, type Pieces, type Taking } from './take-file.ts';
import type { StagedFile } from './types.ts';

/**
 * So many pages are kept in one transaction, which waits for the disk once: of 3, 6 and 12, an import
 * of saved pages with pictures was fastest with the most.
 */
const KEPT_AT_ONCE = 12;

/** So many more are made ready meanwhile: a few more than there are threads. */
const AHEAD = 8;

/** What an address alone costs, of what a page does: fifty of them take ten milliseconds. */
const WEIGHT_OF_LINK = 0.16;

/** So many bytes of files are held at once; a file that is larger is held alone. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A step of an import, in the order that steps are kept in. */
interface Step {
  /** Where the import is when it is kept. */
  place: ImportPlace;
  sizeBytes: number;
  prepare: () => Promise<Prepared>;
  /** What is named where it cannot be had. */
  name: string;
}

/** A step that is being made ready. */
interface Begun extends Step {
  ready: Promise<Prepared>;
}

/**
 * Takes the files of an import, from where it is: makes things ready side by side and keeps them in
 * order, so that its place is one number and a process that is killed goes on there. What cannot be
 * read is told in the report, and the rest goes on.
 * @param signal ends it after what is under way
 * @param told is called whenever something was kept, and with how far a restored backup is
 * @throws CarrelError 'disk-full' or 'library' when it cannot go on; what is kept stays
 */
export async function takeAll(
  context: Context,
  id: ImportId,
  unpackers: Pick<WorkerPool, 'run'>,
  signal: AbortSignal,
  told: { kept: () => void; restoring: Taking['restoring'] },
): Promise<void> {
  const steps = stepsOf(context, id, { unpackers, signal, restoring: told.restoring });
  const underWay: Begun[] = [];
  let next: Step | undefined;
  try {
    while (!signal.aborted) {
      let held = underWay.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      while (weightOf(underWay) < KEPT_AT_ONCE + AHEAD) {
        next ??= (await steps.next()).value ?? undefined;
        if (next === undefined) break;
        held += next.sizeBytes;
        if (held > MOST_BYTES && underWay.length > 0) break;
        underWay.push({ ...next, ready: orRefused(next) });
        next = undefined;
      }
      if (underWay.length === 0) return;
      await keepBatch(context, id, underWay.splice(0, countOf(underWay, KEPT_AT_ONCE)));
      told.kept();
      await setImmediate();
    }
  } finally {
    await steps.return();
    for (const { ready } of underWay) {
      void ready.then(({ release }) => release()).catch(() => undefined);
    }
  }
}

function weightOf(steps: Step[]): number {
  return steps.reduce((sum, { sizeBytes }) => sum + (sizeBytes === 0 ? WEIGHT_OF_LINK : 1), 0);
}

/** How many of the first steps weigh so much together; one at least. */
function countOf(steps: Step[], most: number): number {
  let weight = 0;
  const at = steps.findIndex(({ sizeBytes }) => {
    weight += sizeBytes === 0 ? WEIGHT_OF_LINK : 1;
    return weight > most;
  });
  return at === -1 ? steps.length : Math.max(1, at);
}

/** All that an import still has to take, file by file. */
async function* stepsOf(
  context: Context,
  id: ImportId,
  parts: Pick<Taking, 'unpackers' | 'signal' | 'restoring'>,
): AsyncGenerator<Step, void, void> {
  const { db, folder } = context;
  const files = importedFiles(db, id);
  const byPath = new Map(files.map((file) => [file.path, file.ordinal]));
  const isCompanion = companionsAmong(files.map(({ path }) => path));
  const start = placeOfImport(db, id);
  for (const file of files.slice(start.filesDone)) {
    const taking: Taking = {
      ...parts,
      context,
      // What somebody chose alone is wanted, whatever it is called.
      isCompanion: files.length === 1 ? () => false : isCompanion,
      besides(path) {
        const ordinal = byPath.get(path);
        return ordinal === undefined ? undefined : stagedPath(folder, id, ordinal);
      },
      unpackedFolder: () => unpackedFolder(folder, id, file.ordinal),
    };
    const from = file.ordinal === start.filesDone ? start.itemsDone : 0;
    const isWhole = file.receivedBytes === file.sizeBytes;
    yield* stepsOfFile(taking, { ...toStaged(context, id, file), isWhole }, file.ordinal, from);
  }
}

async function* stepsOfFile(
  taking: Taking,
  file: StagedFile & { isWhole: boolean },
  ordinal: number,
  from: number,
): AsyncGenerator<Step, void, void> {
  const { name } = file;
  const ended = { filesDone: ordinal + 1, itemsDone: 0, items: 0 };
  let pieces: Pieces;
  try {
    if (!file.isWhole) throw incomplete(name);
    pieces = await piecesOf(taking, file);
  } catch (error) {
    yield { place: ended, name, sizeBytes: 0, prepare: () => Promise.reject(error) };
    return;
  }
  let at = from;
  for await (const { prepare, sizeBytes } of pieces.from(from)) {
    at += 1;
    // Of a file that is one page, there is nothing to be told in the end.
    if (pieces.isOne) {
      yield { place: ended, name, sizeBytes, prepare };
      return;
    }
    const place = { filesDone: ordinal, itemsDone: at, items: pieces.count };
    yield { place, name, sizeBytes, prepare };
  }
  const { refused, refusedCount, release } = pieces;
  const told = { refused, refusedMore: refusedCount - refused.length };
  yield {
    place: ended,
    name,
    sizeBytes: 0,
    prepare: () => Promise.resolve({ keep: () => told, release }),
  };
}

/** The window cannot read a file on that changes, and goes on with the next one. */
function incomplete(name: string): CarrelError {
  return new CarrelError(
    'invalid',
    `import: cannot read ${name}: it did not come whole; it may have changed while it was read`,
  );
}

/** What is wrong with one thing is told; what is wrong with the library ends the import. */
async function orRefused({ prepare, name }: Step): Promise<Prepared> {
  try {
    return await prepare();
  } catch (error) {
    const failure = endOrRefusal(`take ${name}`, error);
    const message = failure.includes(name) ? failure : `${name}: ${failure}`;
    return { keep: () => ({ refused: [message] }), release() {} };
  }
}

/**
 * Why one thing cannot be taken, in a sentence.
 * @throws CarrelError where nothing more can be taken
 */
function endOrRefusal(act: string, error: unknown): string {
  const { kind, message } = toFailure(asLibraryError(act, error));
  if (ENDS.has(kind)) throw new CarrelError(kind, message, { cause: error });
  return message;
}

const ENDS = new Set<CarrelError['kind']>(['disk-full', 'library', 'engine-down']);

/** Keeps steps, in their order, up to one that ends the import. */
async function keepBatch(context: Context, id: ImportId, batch: Begun[]): Promise<void> {
  const settled = await Promise.allSettled(batch.map(({ ready }) => ready));
  const ready = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const end = settled.findIndex(({ status }) => status === 'rejected');
  try {
    const whole = end === -1 ? batch.length : end;
    keepTogether(context, id, batch.slice(0, whole), ready.slice(0, whole));
  } finally {
    for (const { release } of ready) release();
  }
  const broken = settled[end];
  if (broken?.status === 'rejected') throw broken.reason;
}

/** Keeps steps in one transaction; where one of them cannot be kept, each in one of its own. */
function keepTogether(context: Context, id: ImportId, steps: Step[], ready: Prepared[]): void {
  const place = steps.at(-1)?.place;
  if (place === undefined) return;
  const { db } = context;
  try {
    transact(db, () => {
      const taken = ready.map(({ keep }) => keep());
      advanceImport(db, id, place, taken);
    });
  } catch (error) {
    const refusal = endOrRefusal('keep what was brought', error);
    if (steps.length === 1) {
      advanceImport(db, id, place, [{ refused: [refusal] }]);
      return;
    }
    for (const [at, step] of steps.entries()) {
      keepTogether(context, id, [step], ready.slice(at, at + 1));
    }
  }
}

function toStaged(context: Context, id: ImportId, file: ImportedFile): StagedFile {
  return {
    path: stagedPath(context.folder, id, file.ordinal),
    name: file.path,
    sizeBytes: file.sizeBytes,
    modifiedAt: file.modifiedAt,
  };
}
