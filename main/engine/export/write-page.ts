import type { Export, PageWords } from '../../../contract/export.ts';
import { getArticle, titleOf } from '../../../db/articles.ts';
import { mediaFile, mediaPath } from '../../../db/media.ts';
import type { Context } from '../context.ts';
import type { Writing } from '../file-maker.ts';
import { writePieces } from '../write-pieces.ts';
import { pageOf } from './page.ts';
import { noneLeft, pageBytes, type ToExport } from './to-export.ts';

/** Writes articles as one page of HTML. */
export async function writePage(
  { db, folder }: Context,
  words: PageWords,
  chosen: ToExport,
  { part, tell, signal }: Writing<Export>,
): Promise<{ sizeBytes: number; sha256: string }> {
  const expected = pageBytes(chosen);
  let gone = 0;
  let doneBytes = 0;
  const pieces = pageOf(
    chosen.ids,
    words,
    {
      title: (id) => titleOf(db, id),
      article: (id) => getArticle(db, id),
      file(hash) {
        const file = mediaFile(db, hash);
        return file === undefined ? undefined : { ...file, path: mediaPath(folder, hash) };
      },
      gone() {
        gone += 1;
        if (gone === chosen.ids.length) throw noneLeft();
      },
    },
    signal,
  );
  const made = await writePieces(part, pieces, (bytes) => {
    doneBytes += bytes;
    tell({ doneBytes, ofBytes: Math.max(expected, doneBytes) });
  });
  tell({ articles: chosen.ids.length - gone, gone: chosen.gone + gone });
  return made;
}
