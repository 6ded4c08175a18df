import { createHash } from 'node:crypto';
import { CarrelError } from '../../contract/errors.ts';
import type { ImportFile, ImportReport } from '../../contract/types.ts';
import { addCapture } from '../../db/captures.ts';
import { recordReading } from '../../db/readings.ts';
import { keepSaved } from '../../db/articles.ts';
import { identityKeys } from './address.ts';
import type { Context } from './context.ts';
import { EXTRACTOR, type ExtractedArticle } from './extract/types.ts';
import { importOpml } from './import-opml.ts';
import { keepExtracted } from './keep-extracted.ts';
import { transact } from '../../db/transact.ts';
import { wantsOriginals } from './wants-originals.ts';

const MAX_BYTES = 50 * 1024 * 1024;

/**
 * Opens one file: an OPML list is subscribed to, an HTML or text file becomes an article. What
 * cannot be taken is told in the report; nothing of a file that cannot be read is left behind.
 */
export async function importFile(context: Context, file: ImportFile): Promise<ImportReport> {
  const report: ImportReport = {
    name: file.name,
    articles: [],
    feeds: [],
    present: 0,
    refused: [],
  };
  try {
    if (file.bytes.byteLength > MAX_BYTES) {
      throw new CarrelError('too-large', `import: cannot open ${file.name}: it is over 50 MB`);
    }
    if (looksLikeOpml(file)) await importOpml(context, file, report);
    else await importArticle(context, file, report);
  } catch (error) {
    if (!(error instanceof CarrelError)) throw error;
    report.refused.push(naming(file.name, error.message));
  }
  return report;
}

/** Extracts first and keeps then, so that a file without an article leaves nothing behind. */
async function importArticle(
  context: Context,
  file: ImportFile,
  report: ImportReport,
): Promise<void> {
  const { db } = context;
  const address = looksLikeHtml(file) ? savedFrom(file.bytes) : null;
  const article = await extractFile(context, file, address);
  const home = address ?? article.canonicalAddress;
  const now = context.now();
  transact(db, () => {
    const saved = keepSaved(db, {
      identityKeys:
        home === null
          ? [`file:${createHash('sha256').update(file.bytes).digest('hex')}`]
          : identityKeys({ feedAddress: null, guid: null, address: home }),
      origin: 'file',
      address: home,
      title: article.title,
      source: article.siteName ?? file.name,
      sortAt: article.publishedAt ?? now,
      now,
    });
    const capture = addCapture(db, {
      articleId: saved.articleId,
      address: home,
      finalAddress: home,
      fileName: file.name,
      status: null,
      headers: [],
      fetchedAt: now,
      bytes: file.bytes,
    });
    if (!capture.isNew) {
      report.present += 1;
      return;
    }
    keepExtracted(context, saved.articleId, article, {
      captureId: capture.captureId,
      textFrom: 'file',
      fetchedAt: now,
    });
    recordReading(db, capture.captureId, EXTRACTOR);
    report.articles.push(saved.articleId);
  });
}

/**
 * Reads the article of a file in a worker thread.
 * @param address where the file is from, where that is known
 * @throws CarrelError 'no-article', or what the worker's limits threw
 */
export async function extractFile(
  context: Context,
  file: ImportFile,
  address: string | null,
): Promise<ExtractedArticle> {
  if (looksLikeHtml(file)) {
    return await context.workers.run('page', {
      bytes: file.bytes,
      address,
      contentType: null,
      originals: wantsOriginals(context),
    });
  }
  return await context.workers.run('textFile', { bytes: file.bytes, name: file.name });
}

/** The beginning as Latin-1: enough to see markup in any encoding that extends ASCII. */
function beginningOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
}

function looksLikeOpml(file: ImportFile): boolean {
  return /\.opml$/i.test(file.name) || /<opml[\s>]/i.test(beginningOf(file.bytes));
}

function looksLikeHtml(file: ImportFile): boolean {
  if (/\.(html?|xhtml)$/i.test(file.name)) return true;
  return /^\W*(<!doctype html|<html[\s>]|<head[\s>])/i.test(beginningOf(file.bytes));
}

/** The address in the “saved from” comment that browsers write into a page they save. */
function savedFrom(bytes: Uint8Array): string | null {
  const match = /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/i.exec(beginningOf(bytes));
  return match?.[1] ?? null;
}

function naming(file: string, message: string): string {
  return message.includes(file) ? message : `import: cannot open ${file}: ${message}`;
}
