import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/types.ts';
import { getArticle, setTextState } from '../../db/articles.ts';
import { getCapture, type Capture } from '../../db/captures.ts';
import { recordReading, type CaptureOf } from '../../db/readings.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { EXTRACTOR, type ExtractedArticle } from './extract/types.ts';
import { extractFile } from './import-file.ts';
import { joinTwins } from './join-twins.ts';
import { keepExtracted } from './keep-extracted.ts';

/**
 * Makes a version of a capture, in a worker thread and without the network, and queues its
 * pictures. That it was read is kept in the same transaction, also where it holds no article.
 * @param done runs in that transaction
 * @throws CarrelError 'no-article', or what the worker's limits threw, naming the page
 */
export async function extractCapture(
  context: Context,
  { articleId, captureId }: CaptureOf,
  done: () => void = () => {},
): Promise<void> {
  const { db } = context;
  const capture = getCapture(db, captureId);
  if (capture === undefined) {
    done();
    return;
  }
  const article = await read(context, capture);
  transact(db, () => {
    keepExtracted(context, joined(context, articleId, article, capture), article, {
      captureId,
      textFrom: capture.fileName === null ? 'page' : 'file',
      fetchedAt: capture.fetchedAt,
    });
    recordReading(db, captureId, EXTRACTOR);
    done();
  });
}

/**
 * As `extractCapture`, of a capture that was read before: that a later fetch of the page failed
 * stays to be seen.
 */
export async function extractAnew(context: Context, of: CaptureOf): Promise<void> {
  const { db } = context;
  const before = getArticle(db, of.articleId);
  await extractCapture(context, of, () => {
    if (before?.text === 'kept' && before.failure !== null) {
      setTextState(db, of.articleId, 'kept', before.failure);
    }
  });
}

async function read(context: Context, capture: Capture): Promise<ExtractedArticle> {
  const { bytes, fileName } = capture;
  const address = capture.finalAddress ?? capture.address;
  try {
    if (fileName !== null) {
      return await extractFile(context, { name: fileName, bytes }, address);
    }
    const contentType = headerOf(capture.headers, 'content-type');
    return await context.workers.run('page', { bytes, address, contentType });
  } catch (error) {
    if (isOfThePage(error)) recordReading(context.db, capture.id, EXTRACTOR);
    throw namingThePage(error, address ?? fileName ?? 'this page');
  }
}

/** The article it is, once the page has said where it is. */
function joined(
  context: Context,
  articleId: ArticleId,
  { title, canonicalAddress }: ExtractedArticle,
  { fileName, finalAddress }: Capture,
): ArticleId {
  if (fileName !== null) return articleId;
  return joinTwins(context, articleId, title, {
    reached: finalAddress,
    canonical: canonicalAddress,
  });
}

/** Whether another attempt by the same extractor would say the same. */
function isOfThePage(error: unknown): boolean {
  return error instanceof CarrelError && /^(?:no-article|too-large|timeout)$/.test(error.kind);
}

/** The pool knows what went wrong with a task, but not whose task it was. */
function namingThePage(error: unknown, page: string): unknown {
  if (!(error instanceof CarrelError) || error.message.startsWith('extract:')) return error;
  return new CarrelError(error.kind, `extract: cannot read ${page}: ${error.message}`, {
    cause: error,
  });
}

function headerOf(headers: [name: string, value: string][], name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
