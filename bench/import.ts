import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openReadOnly } from '../db/open.ts';
import type { CarrelEvent } from '../contract/api.ts';
import type { FilePiece, Import } from '../contract/imports.ts';
import { startEngine } from '../main/door/engine-process.ts';
import { version } from '../main/door/version.ts';
import { noServices } from '../main/engine/door-services.ts';
import { createWorkerPool } from '../main/engine/worker-pool.ts';
import { forkEngine } from '../main/web/engine-child.ts';
import { build } from '../scripts/build.ts';
import { bounds } from './bounds.ts';
import { inNewFolder } from './folder.ts';
import { timeUs } from './interleave.ts';
import { peakMemoryMb } from './refreshing.ts';
import type { Report } from './report.ts';
import { savedPages, type SavedPage } from './saved-pages.ts';
import { summarize } from './statistics.ts';

const PAGES = 2000;

/** As the window hands files over. */
const CALL_BYTES = 4 * 1024 * 1024;

/** The first pages only warm the two up. */
const WARM = 100;

const built = fileURLToPath(new URL('../dist/engine/', import.meta.url));

/** As many as the engine has (`engine.ts`). */
const threads = Math.min(4, Math.max(1, availableParallelism() - 1));

/**
 * Two thousand saved pages with their pictures, handed over and taken until all of it is kept and on
 * the disk, beside extraction alone of the same pages, in as many threads.
 */
export async function importPages(corpusFolder: string): Promise<Report> {
  await build();
  const floorUs = await extractAll(corpusFolder);
  console.error('import: extraction alone is measured');
  const { us, memoryMb, taken, picturesKept } = await importAll(corpusFolder);
  const { report } = taken;
  const perSecond = (allUs: number): string => ((PAGES - WARM) / (allUs / 1e6)).toFixed(1);
  return {
    bench: 'import',
    rows: [
      {
        what: `${PAGES - WARM} saved pages, beside extraction alone`,
        measured: { ours: summarize([us]), floor: summarize([floorUs]) },
        bound: bounds.importPages,
      },
    ],
    limits:
      memoryMb === undefined
        ? []
        : [
            {
              what: 'peak memory of the engine',
              value: memoryMb,
              most: bounds.importMemoryMb,
              unit: 'MB',
            },
          ],
    notes: [
      `${perSecond(us)} pages a second, ${perSecond(floorUs)} of extraction alone; ${threads} threads`,
      `${report.articleCount} articles and ${picturesKept} pictures kept, ` +
        `${report.refusedCount} pages refused (${report.refused[0] ?? 'none'})`,
    ],
  };
}

async function extractAll(corpusFolder: string): Promise<number> {
  const workers = createWorkerPool(pathToFileURL(`${built}worker.js`), {
    threads,
    memoryMb: 512,
    taskMs: 60_000,
  });
  const extract = async ({ bytes, address }: SavedPage): Promise<void> => {
    await workers.run('page', { bytes, address, contentType: null }).catch(() => undefined);
  };
  const pages = savedPages(corpusFolder, PAGES);
  await inTurns(pages, WARM, extract);
  const us = await timeUs(() => inTurns(pages, PAGES, extract), 0);
  await workers.close();
  return us;
}

/** Does something with so many pages at most, a few at once, so that no thread waits. */
async function inTurns(
  pages: Iterator<SavedPage>,
  count: number,
  act: (page: SavedPage) => Promise<void>,
): Promise<void> {
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { value, done } = pages.next();
      if (done === true) return;
      await act(value);
    }
  };
  await Promise.all(Array.from({ length: threads + 2 }, work));
}

interface Imported {
  us: number;
  memoryMb: number | undefined;
  taken: Import;
  picturesKept: number;
}

async function importAll(corpusFolder: string): Promise<Imported> {
  return await inNewFolder(async (folder) => {
    let heard: (event: CarrelEvent) => void = () => undefined;
    const engine = startEngine({
      spawn: () => forkEngine(`${built}process.js`),
      start: { kind: 'start', folder, version },
      onEvent: (event) => heard(event),
      services: noServices,
    });
    await engine.ready;
    // From a folder, as a reader has them; what is made for the bench is not measured.
    const files = join(folder, 'saved-pages');
    const paths = writePages(corpusFolder, files);
    let taken: Import | undefined;

    async function bring(count: number): Promise<void> {
      const id = Number(await engine.call('startImport', []));
      let pieces: FilePiece[] = [];
      let sizeBytes = 0;
      // As the window does it: the next files are read while a call is on its way.
      let onItsWay: Promise<unknown> = Promise.resolve();
      for (const path of paths.splice(0, count).flat()) {
        const piece = pieceOf(path, readFileSync(join(files, path)));
        pieces.push(piece);
        sizeBytes += piece.sizeBytes;
        if (sizeBytes < CALL_BYTES) continue;
        await onItsWay;
        onItsWay = engine.call('addToImport', [id, pieces]);
        pieces = [];
        sizeBytes = 0;
      }
      await onItsWay;
      await engine.call('addToImport', [id, pieces]);
      const ended = new Promise<Import>((resolve) => {
        heard = (event) => {
          if (event.kind === 'import' && event.import.state !== 'running') resolve(event.import);
        };
      });
      await engine.call('runImport', [id]);
      taken = await ended;
    }

    await bring(WARM);
    const us = await timeUs(() => bring(PAGES - WARM), 0);
    const memoryMb = peakMemoryMb();
    await engine.close();
    if (taken?.state !== 'done')
      throw new Error(`import: it ended as ${taken?.state ?? 'nothing'}`);
    return { us, memoryMb, taken, picturesKept: picturesIn(folder) };
  });
}

/** @returns the paths of the files of each page, in order */
function writePages(corpusFolder: string, files: string): string[][] {
  return Array.from(savedPages(corpusFolder, PAGES), ({ path, bytes, pictures }) => {
    for (const file of [{ path, bytes }, ...pictures]) {
      mkdirSync(dirname(join(files, file.path)), { recursive: true });
      writeFileSync(join(files, file.path), file.bytes);
    }
    return [path, ...pictures.map((picture) => picture.path)];
  });
}

function pieceOf(path: string, bytes: Uint8Array): FilePiece {
  return { path, sizeBytes: bytes.byteLength, modifiedAt: null, offset: 0, bytes };
}

function picturesIn(folder: string): number {
  const db = openReadOnly(folder);
  const kept = db
    .prepare<[], number>(
      `SELECT count(*) FROM pictures JOIN articles ON pictures.version_id = articles.version_id
       WHERE sha256 IS NOT NULL AND pictures.address LIKE 'saved:%'`,
    )
    .pluck()
    .get();
  db.close();
  return kept ?? 0;
}
