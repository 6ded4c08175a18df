import type { ArticleId, Failure, Timestamp } from '../../contract/types.ts';
import { setTextState } from '../../db/articles.ts';
import type { KeptFile } from '../../db/media.ts';
import { failPicture, keepPicture, wantsPictures } from '../../db/pictures.ts';
import { addFirstVersion, addVersion } from '../../db/versions.ts';
import type { Context } from './context.ts';
import { isSavedWithPage } from './extract/addresses.ts';
import { queuePicture } from './jobs/picture.ts';
import { EXTRACTOR, type Body, type ExtractedArticle } from './extract/types.ts';

/** Where an extracted text came from. */
export interface Origin {
  captureId: number | null;
  textFrom: 'page' | 'feed' | 'file';
  fetchedAt: Timestamp;
}

/**
 * Keeps what was extracted as a version of its article and queues its pictures, but for those that
 * were brought with it. Runs inside the caller's transaction.
 * @param files what was brought, by the address of the picture
 */
export function keepExtracted(
  context: Context,
  articleId: ArticleId,
  article: ExtractedArticle,
  origin: Origin,
  files: ReadonlyMap<string, BroughtFile> = new Map(),
): void {
  const metadata: Metadata = {
    title: article.title,
    subtitle: article.subtitle,
    authors: article.authors,
    siteName: article.siteName,
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    publishedZone: article.publishedZone,
    modifiedZone: article.modifiedZone,
    section: article.section,
  };
  keepBody(context, { articleId, body: article, origin, metadata, files }, addVersion);
  setTextState(context.db, articleId, 'kept', null);
}

/** A picture that was brought with its page: in the media folder, or why it cannot be shown. */
export type BroughtFile = KeptFile | Failure;

/** What stands at a picture that was not among the files of its page. */
function notBrought(address: string): Failure {
  const path = decodedPath(address.replace(/^saved:\/\/[^/]*\//i, ''));
  const name = path.length > 200 ? `${path.slice(0, 200)}…` : path;
  return {
    kind: 'not-found',
    message: `picture: ${name} is not among the files that were saved with the page`,
  };
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What stands at a picture of a feed that is set to bring none. */
const NOT_WANTED: Failure = {
  kind: 'skipped',
  message: 'picture: not fetched, because its feed is set to bring no pictures',
};

/** What a text says about its article; what it does not know, it leaves as it is. */
type Metadata = Parameters<typeof addVersion>[1]['metadata'];

/** Keeps a body as a version and queues its pictures, inside the caller's transaction. */
export function keepVersion(
  context: Context,
  articleId: ArticleId,
  body: Body,
  origin: Origin,
  metadata: Metadata,
): void {
  keepBody(context, { articleId, body, origin, metadata, files: new Map() }, addVersion);
}

/** As `keepVersion`, for an article that was added in this transaction. */
export function keepFirstVersion(
  context: Context,
  articleId: ArticleId,
  body: Body,
  origin: Origin,
  metadata: Metadata,
): void {
  keepBody(context, { articleId, body, origin, metadata, files: new Map() }, addFirstVersion);
}

function keepBody(
  context: Context,
  kept: {
    articleId: ArticleId;
    body: Body;
    origin: Origin;
    metadata: Metadata;
    files: ReadonlyMap<string, BroughtFile>;
  },
  add: typeof addVersion,
): void {
  const { db } = context;
  const { articleId, body, origin, metadata } = kept;
  const { versionId, toFetch } = add(db, {
    articleId,
    captureId: origin.captureId,
    textFrom: origin.textFrom,
    extractor: EXTRACTOR,
    madeAt: context.now(),
    fetchedAt: origin.fetchedAt,
    html: body.html,
    text: body.text,
    wordCount: body.wordCount,
    language: body.language,
    direction: body.direction,
    pictures: body.pictures,
    metadata,
  });
  const wanted = toFetch.length === 0 || wantsPictures(db, articleId);
  for (const ordinal of toFetch) {
    const address = body.pictures[ordinal]?.address ?? '';
    const file = kept.files.get(address) ?? (isSavedWithPage(address) ? notBrought(address) : null);
    if (file === null && wanted) queuePicture(context, { articleId, versionId, ordinal, address });
    else if (file === null) failPicture(db, { versionId, ordinal }, NOT_WANTED);
    else if ('sha256' in file) keepPicture(db, { ...file, versionId, ordinal, now: context.now() });
    else failPicture(db, { versionId, ordinal }, file);
  }
  context.changes.articles([articleId]);
}
