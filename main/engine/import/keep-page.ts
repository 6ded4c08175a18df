import { readFile } from 'node:fs/promises';
import { toFailure } from '../../../contract/errors.ts';
import type { ArticleId, MediaHash, Timestamp } from '../../../contract/types.ts';
import { keepSaved } from '../../../db/articles.ts';
import { bookmark } from '../../../db/bookmarks.ts';
import { addCapture, hasCapture, packCapture } from '../../../db/captures.ts';
import { articleKnownAs } from '../../../db/identities.ts';
import { keepBrought, type Taken } from '../../../db/imports.ts';
import { recordReading } from '../../../db/readings.ts';
import { markRead } from '../../../db/states.ts';
import { identityKeys } from '../address.ts';
import type { Context } from '../context.ts';
import { EXTRACTOR, type ExtractedArticle } from '../extract/types.ts';
import { checkPicture } from '../fetch/picture.ts';
import { keepExtracted, type BroughtFile } from '../keep-extracted.ts';
import { hashOf, linkMediaFile, writeMediaFile } from '../media-files.ts';
import { wantsOriginals } from '../wants-originals.ts';
import type { BroughtPage, Said } from './types.ts';

/** Something of an import that is ready to be kept. */
export interface Prepared {
  /** Keeps it, inside the caller's transaction. */
  keep: () => Taken;
  /** To be called when it is kept, or will not be. */
  release: () => void;
}

/** A page that is to be kept, and what it shows. */
export interface PageToKeep {
  page: BroughtPage;
  /** The file that it was in, as its reader called it. */
  file: string;
  /** When that file was last changed. */
  modifiedAt: Timestamp | null;
  /** Where a file that the page shows is, by its address. */
  resource: (address: string) => string | undefined;
}

/** What was there before. */
export const PRESENT: Prepared = { keep: () => ({ present: 1 }), release() {} };

/**
 * Reads the article of a page that was brought and puts its pictures into the media folder, so that
 * all of it can be kept in one transaction.
 * @throws CarrelError 'no-article' and what else the worker's limits throw; nothing is then left
 */
export async function preparePage(context: Context, toKeep: PageToKeep): Promise<Prepared> {
  const { db } = context;
  const { page } = toKeep;
  const sha256 = hashOf(page.bytes);
  const known = articleKnownAs(db, keysOf(page.address, sha256));
  if (known?.present === true && hasCapture(db, known.id, sha256)) return PRESENT;

  const { article, pictures, said, isCutOff } = await context.workers.run('savedPage', {
    bytes: page.bytes,
    name: page.name,
    address: page.address,
    base: page.base,
    contentType: page.contentType,
    originals: wantsOriginals(context),
  });
  const packing = packCapture(page.bytes);
  // Awaited below; should the pictures fail first, nobody would hear of it.
  packing.catch(() => undefined);
  const written = new Map(pictures.map(({ address, bytes }) => [address, bytes]));
  const files = await keepPictures(context, article, async (address) => {
    const bytes = written.get(address);
    if (bytes !== undefined) return { bytes, path: null };
    const path = toKeep.resource(address);
    return path === undefined ? undefined : { bytes: await readFile(path), path };
  });
  const packed = await packing;
  return {
    keep: () =>
      keepPage(
        context,
        { ...toKeep, page: { ...page, ...said } },
        { article, isCutOff, sha256, packed, files: files.byAddress },
      ),
    release: files.release,
  };
}

/** By its address on the web, and by its bytes: a second import knows it before it is read. */
export function keysOf(address: string | null, sha256: string): string[] {
  return [...identityKeys({ feedAddress: null, guid: null, address }), `file:${sha256}`];
}

interface Ready {
  article: ExtractedArticle;
  isCutOff: boolean;
  sha256: string;
  packed: Buffer;
  files: ReadonlyMap<string, BroughtFile>;
}

function keepPage(context: Context, { page, file, modifiedAt }: PageToKeep, ready: Ready): Taken {
  const { db } = context;
  const { sha256, packed, files } = ready;
  const article = completedBy(ready.article, page);
  const now = context.now();
  const home = page.address ?? article.canonicalAddress;
  const fetchedAt = Math.min(page.savedAt ?? modifiedAt ?? now, now);
  const saved = keepSaved(db, {
    identityKeys: keysOf(home, sha256),
    origin: 'file',
    address: home,
    title: article.title,
    source: article.siteName ?? hostOf(home) ?? page.name,
    sortAt: Math.min(article.publishedAt ?? page.savedAt ?? now, now),
    now,
  });
  if (hasCapture(db, saved.articleId, sha256)) return { present: 1 };
  const { captureId } = addCapture(db, {
    articleId: saved.articleId,
    address: home,
    finalAddress: page.base ?? home,
    fileName: file,
    status: page.status,
    headers: headersOf(page),
    fetchedAt,
    bytes: page.bytes,
    packed,
  });
  const origin = { captureId, textFrom: 'file' as const, fetchedAt };
  keepExtracted(context, saved.articleId, article, origin, files);
  recordReading(db, captureId, EXTRACTOR);
  keepSaid(context, saved, page, file);
  const refused = ready.isCutOff ? [`import: ${file} is cut off: its end is missing`] : [];
  return saved.isNew ? { article: saved.articleId, refused } : { present: 1, refused };
}

/** What the file says of an article besides its text: tags, and what its reader did with it. */
export function keepSaid(
  context: Context,
  saved: { articleId: ArticleId; isNew: boolean },
  said: Said,
  file: string,
): void {
  const { db } = context;
  const { articleId, isNew } = saved;
  const now = context.now();
  const { savedAt, tags } = said;
  keepBrought(db, { articleId, file, importedAt: now, savedAt, tags });
  // What is read or not in the library stays as it is.
  if (isNew && said.isRead) markRead(db, [articleId], true, now);
  if (said.isStarred) bookmark(db, [articleId], true, now);
}

/** What the page itself says goes first. */
function completedBy(article: ExtractedArticle, said: Said): ExtractedArticle {
  return {
    ...article,
    title: article.title || (said.title ?? ''),
    authors: article.authors.length > 0 ? article.authors : said.authors,
    siteName: article.siteName ?? said.siteName,
    publishedAt: article.publishedAt ?? said.publishedAt,
  };
}

/** A capture without headers of a server is read again by the type that the file had. */
function headersOf({ headers, contentType }: BroughtPage): [name: string, value: string][] {
  if (contentType === null || headers.some(([name]) => /^content-type$/i.test(name)))
    return headers;
  return [...headers, ['content-type', contentType]];
}

function hostOf(address: string | null): string | null {
  return address === null ? null : (URL.parse(address)?.hostname ?? null);
}

/** A picture that was brought along: its bytes, and the file that holds them alone, if one does. */
interface FoundFile {
  bytes: Uint8Array;
  path: string | null;
}

/**
 * Puts the pictures of an article that are among its files into the media folder.
 * @returns what each is, or why it is none, by its address; `release` is to be called once rows name
 *   them, or will not
 */
async function keepPictures(
  context: Context,
  article: ExtractedArticle,
  fileAt: (address: string) => Promise<FoundFile | undefined>,
): Promise<{ byAddress: Map<string, BroughtFile>; release: () => void }> {
  const byAddress = new Map<string, BroughtFile>();
  const hashes: MediaHash[] = [];
  const release = (): void => {
    for (const hash of hashes) context.keeping.delete(hash);
  };
  try {
    for (const { address, others } of article.pictures) {
      if (byAddress.has(address)) continue;
      const file = await firstOf([address, ...others], fileAt);
      if (file === undefined) continue;
      const { bytes, path } = file;
      try {
        const checked = checkPicture(bytes, null, address);
        const sha256 = hashOf(bytes);
        context.keeping.add(sha256);
        hashes.push(sha256);
        if (path === null) await writeMediaFile(context.folder, sha256, bytes);
        else await linkMediaFile(context.folder, sha256, { path, bytes });
        byAddress.set(address, { ...checked, sha256, sizeBytes: bytes.byteLength });
      } catch (error) {
        const failure = toFailure(error);
        if (failure.kind !== 'not-a-picture' && failure.kind !== 'too-large') throw error;
        byAddress.set(address, failure);
      }
    }
  } catch (error) {
    release();
    throw error;
  }
  return { byAddress, release };
}

/** The largest size of a picture may not be among the files, and a smaller one be. */
async function firstOf(
  addresses: string[],
  fileAt: (address: string) => Promise<FoundFile | undefined>,
): Promise<FoundFile | undefined> {
  for (const address of addresses) {
    const file = await fileAt(address);
    if (file !== undefined) return file;
  }
  return undefined;
}
