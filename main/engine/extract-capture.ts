import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/types.ts';
import { getArticle, setTextState } from '../../db/articles.ts';
import { getCapture, type Capture } from '../../db/captures.ts';
import { partsOf } from '../../db/parts.ts';
import { recordReading, type CaptureOf } from '../../db/readings.ts';
import { dropBeginnings } from '../../db/versions.ts';
import { transact } from '../../db/transact.ts';
import type { Context } from './context.ts';
import { isSavedWithPage } from './extract/addresses.ts';
import { joinParts, MAX_PARTS } from './extract/join-pages.ts';
import { EXTRACTOR, type ExtractedArticle } from './extract/types.ts';
import { queuePart } from './jobs/page.ts';
import { joinTwins } from './join-twins.ts';
import { keepExtracted } from './keep-extracted.ts';
import { wantsOriginals } from './wants-originals.ts';

/**
 * Makes a version of a capture and of the further parts that are kept with it, in a worker thread
 * and without the network, and queues its pictures and the part that is still missing. That it was
 * read is kept in the same transaction, also where it holds no article.
 * @param done runs in that transaction
 * @throws CarrelError 'no-article', or what the worker's limits threw, naming the page
 */
export async function extractCapture(
  context: Context,
  of: CaptureOf,
  done: () => void = () => {},
): Promise<void> {
  const found = await readParts(context, of.captureId);
  if (found === undefined) {
    done();
    return;
  }
  transact(context.db, () => {
    const articleId = keepRead(context, of, found);
    const { article, parts } = found;
    if (article.nextAddress !== null && parts < MAX_PARTS) {
      const next = { part: parts + 1, address: article.nextAddress };
      queuePart(context, { ...of, articleId }, next);
    }
    done();
  });
}

/**
 * As `extractCapture`, of a capture that was read before: nothing more is fetched of it, and that
 * a later fetch of the page failed stays to be seen.
 */
export async function extractAnew(context: Context, of: CaptureOf): Promise<void> {
  const { db } = context;
  const found = await readParts(context, of.captureId);
  if (found === undefined) return;
  transact(db, () => {
    const before = getArticle(db, of.articleId);
    const articleId = keepRead(context, of, found);
    if (before?.text === 'kept') setTextState(db, articleId, 'kept', before.failure);
  });
}

/** What was read of a capture with its parts. */
interface Read {
  article: ExtractedArticle;
  capture: Capture;
  /** How many parts it was made of. */
  parts: number;
}

async function readParts(context: Context, captureId: number): Promise<Read | undefined> {
  const { db } = context;
  const capture = getCapture(db, captureId);
  if (capture === undefined) return undefined;
  const first = await read(context, capture);
  const others: ExtractedArticle[] = [];
  for (const part of partsOf(db, captureId)) {
    const next = part.captureId === null ? undefined : getCapture(db, part.captureId);
    if (next === undefined) break;
    try {
      others.push(await read(context, next));
    } catch (error) {
      // What stands before a part that cannot be read is kept all the same.
      if (!isOfThePage(error)) throw error;
      break;
    }
  }
  return { article: joinParts([first, ...others]), capture, parts: 1 + others.length };
}

/** Keeps what was read, inside the caller's transaction. @returns the article it is now */
function keepRead(context: Context, of: CaptureOf, { article, capture, parts }: Read): ArticleId {
  const articleId = joined(context, of.articleId, article, capture);
  keepExtracted(context, articleId, article, {
    captureId: capture.id,
    textFrom: capture.fileName === null ? 'page' : 'file',
    fetchedAt: capture.fetchedAt,
  });
  if (parts > 1) dropBeginnings(context.db, capture.id, EXTRACTOR);
  recordReading(context.db, capture.id, EXTRACTOR);
  return articleId;
}

async function read(context: Context, capture: Capture): Promise<ExtractedArticle> {
  const { bytes, fileName } = capture;
  const address = capture.finalAddress ?? capture.address;
  try {
    const contentType = headerOf(capture.headers, 'content-type');
    if (fileName !== null) {
      const { article } = await context.workers.run('savedPage', {
        bytes,
        name: fileName,
        address: capture.address,
        // Where its own files were: of a page from the web, what answered (`keep-page.ts`).
        base: isSavedWithPage(address ?? '') ? address : null,
        contentType,
        originals: wantsOriginals(context),
      });
      return article;
    }
    return await context.workers.run('page', {
      bytes,
      address,
      contentType,
      originals: wantsOriginals(context),
    });
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
