import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { ERROR_KINDS } from '../../../contract/errors.ts';
import type { Export, ExportForm, PageWords } from '../../../contract/export.ts';
import type { ArticleId } from '../../../contract/types.ts';
import { createExports, type Exports } from '../../../main/engine/export/exports.ts';
import { temporaryFolder } from '../../db/library.ts';
import { aLibrary, type Backed } from '../backed-up.ts';

/** A library with what takes articles out of it. */
export interface Exporter extends Backed {
  exports: Exports;
  /** Exports articles; resolves when it is done or has failed. */
  take(ids: ArticleId[], form: ExportForm): Promise<Export>;
  /** The same, for what has to succeed: the path of a copy of the file. */
  file(ids: ArticleId[], form: ExportForm): Promise<string>;
  /** A page of articles. */
  page(ids: ArticleId[]): Promise<string>;
}

export function anExporter(library: Backed = aLibrary()): Exporter {
  const exports = createExports(library.context, {
    version: '1.2.3',
    emit: (event) => void library.events.push(event),
  });
  onTestFinished(() => exports.close());

  async function take(ids: ArticleId[], form: ExportForm): Promise<Export> {
    exports.begin(ids, form);
    for (;;) {
      const state = exports.state();
      if (state === null) throw new Error('the export was dropped');
      if (state.state !== 'running') return state;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async function file(ids: ArticleId[], form: ExportForm): Promise<string> {
    const { state, name, failure } = await take(ids, form);
    const path = exports.file(name)?.path;
    if (state !== 'done' || path === undefined) throw new Error(`no export: ${failure?.message}`);
    const copy = join(temporaryFolder(), form.kind === 'page' ? 'page.html' : 'articles.tar');
    writeFileSync(copy, readFileSync(path));
    return copy;
  }

  return {
    ...library,
    exports,
    take,
    file,
    page: async (ids) => readFileSync(await file(ids, { kind: 'page', words: pageWords }), 'utf8'),
  };
}

/** Words that tell which of them stands where. */
export const pageWords: PageWords = {
  locale: 'en-GB',
  direction: 'ltr',
  heading: 'Articles, exported today',
  contents: 'Contents',
  published: 'Published',
  changed: 'Changed',
  fetched: 'Fetched',
  address: 'Address',
  gallery: 'Gallery',
  files: 'Files',
  textWaits: 'The text waits.',
  textFailed: 'The text failed.',
  removed: 'It was removed.',
  pictureWaits: 'The picture waits.',
  pictureFailed: 'The picture failed.',
  pictureSkipped: 'The picture was skipped.',
  pictureLost: 'The picture is lost.',
  failures: z
    .record(z.enum(ERROR_KINDS), z.string())
    .parse(Object.fromEntries(ERROR_KINDS.map((kind) => [kind, `Why: ${kind}.`]))),
};

export const asPage: ExportForm = { kind: 'page', words: pageWords };
export const asCarrelFile: ExportForm = { kind: 'carrel' };

/** The ids of all articles of a library. */
export function idsIn({ db }: Backed): ArticleId[] {
  return db.prepare<[], ArticleId>('SELECT id FROM articles ORDER BY id').pluck().all();
}
