import { readFile } from 'node:fs/promises';
import { CarrelError } from '../../../contract/errors.ts';
import { keepSaved } from '../../../db/articles.ts';
import { keepEnclosureFile, keepEnclosures } from '../../../db/enclosures.ts';
import { articleKnownAs } from '../../../db/identities.ts';
import type { Taken } from '../../../db/imports.ts';
import { keepMedia } from '../../../db/media.ts';
import type { Context } from '../context.ts';
import { hashOf, writeMediaFile } from '../media-files.ts';
import { keepExtracted } from '../keep-extracted.ts';
import { folderOf } from './companions.ts';
import { keepSaid, keysOf, PRESENT, type Prepared } from './keep-page.ts';
import type { PdfArticle } from './pdf-article.ts';
import { NOTHING_SAID, type Said, type StagedFile } from './types.ts';

/** It is held whole, by the engine and by the thread that reads it. */
const MAX_PDF_BYTES = 100 * 1024 * 1024;

const TYPE = 'application/pdf';

/** What an archive says of a PDF in it, and what the archive is called. */
export interface FromArchive {
  said: Said;
  archive: string;
}

/**
 * Reads the text of a PDF and puts the file into the media folder, so that it can be kept as an
 * article with the file attached: the text is what is searched, the file what is read.
 * @throws CarrelError 'invalid' where it is damaged or asks for a password
 */
export async function preparePdf(
  context: Context,
  file: StagedFile,
  from: FromArchive = { said: NOTHING_SAID, archive: file.name },
): Promise<Prepared> {
  if (file.sizeBytes > MAX_PDF_BYTES) {
    throw new CarrelError('too-large', `import: cannot read ${file.name}: it is over 100 MB`);
  }
  const bytes = await readFile(file.path);
  const sha256 = hashOf(bytes);
  const known = articleKnownAs(context.db, keysOf(null, sha256));
  if (known?.present === true) return PRESENT;
  const name = file.name.slice(folderOf(file.name).length).replace(/^\//, '');
  const read = await context.workers.run('pdf', { bytes, name });
  context.keeping.add(sha256);
  const release = (): void => void context.keeping.delete(sha256);
  try {
    await writeMediaFile(context.folder, sha256, bytes);
  } catch (error) {
    release();
    throw error;
  }
  return { keep: () => keepPdf(context, file, { ...from, read, sha256, name }), release };
}

function keepPdf(
  context: Context,
  file: StagedFile,
  {
    read,
    sha256,
    name,
    said,
    archive,
  }: FromArchive & { read: PdfArticle; sha256: string; name: string },
): Taken {
  const { db } = context;
  const now = context.now();
  const savedAt = said.savedAt ?? file.modifiedAt;
  const fetchedAt = Math.min(savedAt ?? now, now);
  const saved = keepSaved(db, {
    identityKeys: keysOf(said.address, sha256),
    origin: 'file',
    address: said.address,
    title: read.title,
    source: name,
    sortAt: Math.min(read.publishedAt ?? now, now),
    now,
  });
  const { articleId } = saved;
  keepExtracted(context, articleId, read, { captureId: null, textFrom: 'file', fetchedAt });
  const attachment = {
    address: `saved://${sha256.slice(0, 32)}/${encodeURIComponent(name)}`,
    type: TYPE,
    title: name,
    sizeBytes: file.sizeBytes,
    durationSeconds: null,
  };
  const [ordinal = 0] = keepEnclosures(db, articleId, [attachment], true);
  const size = { width: 0, height: 0, sizeBytes: file.sizeBytes };
  keepMedia(db, { sha256, type: TYPE, ...size }, now);
  keepEnclosureFile(db, { articleId, ordinal }, sha256);
  keepSaid(context, saved, { ...said, savedAt }, archive);
  return saved.isNew ? { article: articleId } : { present: 1 };
}
