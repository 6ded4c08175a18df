import { setImmediate } from 'node:timers/promises';
import type { CarrelEvent } from '../../../contract/api.ts';
import { CarrelError } from '../../../contract/errors.ts';
import {
  MOST_ON_PAGE,
  MOST_PAGE_MB,
  type Export,
  type ExportForm,
} from '../../../contract/export.ts';
import type { ArticleId } from '../../../contract/types.ts';
import { articleSizes, articlesThere, type ArticleSizes } from '../../../db/article-sizes.ts';
import { titleOf } from '../../../db/articles.ts';
import { articleNow } from '../../../db/merge.ts';
import { dayOf } from '../backup.ts';
import type { Context } from '../context.ts';
import { createFileMaker, type FileMaker, type WriteFile, type Writing } from '../file-maker.ts';
import { safeName } from '../file-name.ts';
import { writeArticlesFile } from './articles-file.ts';
import { noneLeft, pageBytes, type ToExport } from './to-export.ts';
import { writePage } from './write-page.ts';

/** So many articles are looked at before the library answers others again. */
const ARTICLES_AT_ONCE = 50;

/** Four bytes a letter at most: with the ending within the 255 bytes that file systems take. */
const LONGEST_NAME = 55;

const ENDINGS = { page: '.html', carrel: '.carrel-articles.tar' };

/** The one export of articles that is being made, or was made last (docs/export.md). */
export interface Exports extends Omit<FileMaker<Export>, 'begin'> {
  /** Begins one, in the place of the one that is being made or was made last. */
  begin(ids: ArticleId[], form: ExportForm): Export;
}

/** Makes exports of articles; what a process that ended left of them is removed. */
export function createExports(
  context: Context,
  parts: { version: string; emit: (event: CarrelEvent) => void },
): Exports {
  const maker = createFileMaker<Export>(context, {
    folder: 'exports',
    // Its own name is a headline, which not every file system takes.
    stored: 'export',
    act: 'export articles',
    emit: (made) => parts.emit({ kind: 'export', export: made }),
  });
  let lastId = 0;
  return {
    ...maker,
    begin(ids, form) {
      lastId += 1;
      const name = `${nameOf(context, ids)}${ENDINGS[form.kind]}`;
      const first: Export = {
        state: 'running',
        id: lastId,
        form: form.kind,
        name,
        articles: ids.length,
        gone: 0,
        doneBytes: 0,
        ofBytes: 0,
        sha256: null,
        failure: null,
      };
      return maker.begin(first, writer(context, parts.version, ids, form));
    },
  };
}

function nameOf({ db, now }: Context, ids: ArticleId[]): string {
  const [id = 0] = ids;
  const title = ids.length === 1 ? (titleOf(db, articleNow(db, id)) ?? '') : '';
  return safeName(title, LONGEST_NAME) || `carrel-${dayOf(now())}`;
}

function writer(
  context: Context,
  version: string,
  ids: ArticleId[],
  form: ExportForm,
): WriteFile<Export> {
  return async (writing) => {
    const chosen = await choose(context, ids, writing);
    if (form.kind === 'carrel') return await writeArticlesFile(context, version, chosen, writing);
    refuseTooLarge(chosen);
    return await writePage(context, form.words, chosen, writing);
  };
}

/** Those of the articles that are in the library, each once, by the ids that they have now. */
async function choose(
  { db }: Context,
  ids: ArticleId[],
  { tell, signal }: Writing<Export>,
): Promise<ToExport> {
  const now = new Set<ArticleId>();
  const sizes: ArticleSizes = {
    textBytes: 0,
    fileBytes: 0,
    shownTextBytes: 0,
    shownPictureBytes: 0,
  };
  let asked = 0;
  for (let from = 0; from < ids.length; from += ARTICLES_AT_ONCE) {
    signal.throwIfAborted();
    const some = ids.slice(from, from + ARTICLES_AT_ONCE).map((id) => articleNow(db, id));
    const others = [...new Set(some)].filter((id) => !now.has(id));
    const there = articlesThere(db, others);
    asked += others.length;
    for (const id of there) now.add(id);
    const more = articleSizes(db, there);
    sizes.textBytes += more.textBytes;
    sizes.fileBytes += more.fileBytes;
    sizes.shownTextBytes += more.shownTextBytes;
    sizes.shownPictureBytes += more.shownPictureBytes;
    await setImmediate();
  }
  if (now.size === 0) throw noneLeft();
  const gone = asked - now.size;
  tell({ articles: now.size, gone });
  return { ids: [...now], gone, ...sizes };
}

function refuseTooLarge(chosen: ToExport): void {
  const { ids } = chosen;
  if (ids.length > MOST_ON_PAGE) {
    throw new CarrelError(
      'too-large',
      `export: a page takes at most ${MOST_ON_PAGE} articles, and these are ${ids.length}`,
    );
  }
  const megabytes = Math.round(pageBytes(chosen) / 1e6);
  if (megabytes > MOST_PAGE_MB) {
    throw new CarrelError(
      'too-large',
      `export: the page would have ${megabytes} MB; browsers open no more than ${MOST_PAGE_MB} MB ` +
        'with ease. Export fewer articles at once, or a Carrel file',
    );
  }
}
