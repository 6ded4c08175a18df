import type { ArticleId, Failure, Timestamp } from '../../contract/types.ts';
import { setTextState } from '../../db/articles.ts';
import { failPicture, wantsPictures } from '../../db/pictures.ts';
import { addFirstVersion, addVersion } from '../../db/versions.ts';
import type { Context } from './context.ts';
import { queuePicture } from './jobs/picture.ts';
import { EXTRACTOR, type Body, type ExtractedArticle } from './extract/types.ts';

/** Where an extracted text came from. */
export interface Origin {
  captureId: number | null;
  textFrom: 'page' | 'feed' | 'file';
  fetchedAt: Timestamp;
}

/**
 * Keeps what was extracted as a version of its article and queues its pictures. Runs inside the
 * caller's transaction.
 */
export function keepExtracted(
  context: Context,
  articleId: ArticleId,
  article: ExtractedArticle,
  origin: Origin,
): void {
  keepVersion(context, articleId, article, origin, {
    title: article.title,
    subtitle: article.subtitle,
    authors: article.authors,
    siteName: article.siteName,
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    publishedZone: article.publishedZone,
    modifiedZone: article.modifiedZone,
    section: article.section,
  });
  setTextState(context.db, articleId, 'kept', null);
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
  keepBody(context, { articleId, body, origin, metadata }, addVersion);
}

/** As `keepVersion`, for an article that was added in this transaction. */
export function keepFirstVersion(
  context: Context,
  articleId: ArticleId,
  body: Body,
  origin: Origin,
  metadata: Metadata,
): void {
  keepBody(context, { articleId, body, origin, metadata }, addFirstVersion);
}

function keepBody(
  context: Context,
  kept: { articleId: ArticleId; body: Body; origin: Origin; metadata: Metadata },
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
    if (wanted) {
      const address = body.pictures[ordinal]?.address ?? '';
      queuePicture(context, { articleId, versionId, ordinal, address });
    } else failPicture(db, { versionId, ordinal }, NOT_WANTED);
  }
  context.changes.articles([articleId]);
}
