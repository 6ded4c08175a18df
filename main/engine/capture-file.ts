import { getArticle } from '../../db/articles.ts';
import { getCapture, type Capture } from '../../db/captures.ts';
import { asLibraryError } from '../../db/errors.ts';
import type { Db } from '../../db/open.ts';
import { kindOf, type FileKind } from './import/sniff.ts';
import type { CaptureFile } from './protocol.ts';

/** The types of what no server named one for. */
const TYPES: Partial<Record<FileKind, string>> = {
  html: 'text/html',
  text: 'text/plain',
  markdown: 'text/plain',
  pdf: 'application/pdf',
  mhtml: 'multipart/related',
};

/**
 * A capture as `capture/<id>` answers it: the bytes as they were sent; `null` where there is none.
 * @throws CarrelError 'internal' when the bytes are not those that were kept, 'library' when the
 *   library's file cannot be read
 */
export function captureFile(db: Db, id: number): CaptureFile | null {
  try {
    const capture = getCapture(db, id);
    if (capture === undefined) return null;
    return {
      bytes: capture.bytes,
      type: typeOf(capture),
      title: getArticle(db, capture.articleId)?.title ?? '',
      // Of a page that was brought in, what answered are the files beside it, on no host.
      address: capture.fileName === null ? capture.finalAddress : capture.address,
      fetchedAt: capture.fetchedAt,
    };
  } catch (error) {
    throw asLibraryError('read what was kept', error);
  }
}

function typeOf({ headers, bytes, fileName }: Capture): string {
  const named = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].trim();
  if (named !== undefined && named !== '') return named;
  const kind = kindOf(bytes, fileName ?? '');
  return (kind === null ? undefined : TYPES[kind]) ?? 'application/octet-stream';
}
