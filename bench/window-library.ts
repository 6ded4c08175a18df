import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageSize } from 'image-size';
import type { ArticleId } from '../contract/types.ts';
import { listArticles } from '../db/list.ts';
import { closeLibrary, openLibrary, type Db } from '../db/open.ts';
import { keepPicture } from '../db/pictures.ts';
import { addVersion } from '../db/versions.ts';
import { hashOf, writeMediaFile } from '../main/engine/media-files.ts';
import { benchFolder } from './folder.ts';
import { libraries, libraryFor, stampOf } from './libraries.ts';

/** So many of the newest articles have pictures: all that the bench opens. */
const WITH_PICTURES = 1000;

/** Counted up when other pictures are put in. */
const VERSION = 1;

const picturesFolder = fileURLToPath(new URL('../test/newsroom/pictures', import.meta.url));

/** What news pages show: larger files are posters. */
const MOST_BYTES = 200_000;

interface PictureFile {
  sha256: string;
  width: number;
  height: number;
  sizeBytes: number;
}

/**
 * The folder of a library of 100,000 articles whose newest thousand have three pictures each, and
 * the newest of all forty. Made once, beside the one it is made of.
 */
export async function windowLibrary(): Promise<string> {
  const [base] = libraries;
  if (base === undefined) throw new RangeError('bench: there is no library to put pictures into');
  const from = libraryFor(base);
  const folder = join(benchFolder(), 'window');
  const stampFile = `${folder}.json`;
  const stamp = JSON.stringify({ of: stampOf(base), VERSION, WITH_PICTURES });
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return folder;
  console.error(`window: putting pictures into a copy of the library, in ${folder}, once`);
  rmSync(stampFile, { force: true });
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  const db = openLibrary(folder);
  try {
    await addPictures(db, folder);
    db.pragma('wal_checkpoint(truncate)');
  } finally {
    closeLibrary(db);
  }
  writeFileSync(stampFile, stamp);
  return folder;
}

async function addPictures(db: Db, folder: string): Promise<void> {
  const files = await keepFiles(folder);
  const ids = newest(db, WITH_PICTURES);
  for (const [at, id] of ids.entries()) {
    const count = at === 0 ? 40 : 3;
    illustrate(
      db,
      id,
      Array.from({ length: count }, (_, n) => files[(at * 3 + n) % files.length]).flatMap(
        (file) => file ?? [],
      ),
    );
  }
}

/** The sample newsroom's photographs, as files of the library. */
async function keepFiles(folder: string): Promise<PictureFile[]> {
  const names = readdirSync(picturesFolder).filter((name) => name.endsWith('.jpg'));
  const files: PictureFile[] = [];
  for (const name of names.toSorted()) {
    const bytes = readFileSync(join(picturesFolder, name));
    if (bytes.length > MOST_BYTES) continue;
    const { width, height } = imageSize(bytes);
    const sha256 = hashOf(bytes);
    await writeMediaFile(folder, sha256, bytes);
    files.push({ sha256, width, height, sizeBytes: bytes.length });
  }
  return files;
}

function newest(db: Db, count: number): ArticleId[] {
  const ids: ArticleId[] = [];
  let after = null;
  do {
    const page = listArticles(db, { scope: { kind: 'all' }, limit: 200, after });
    ids.push(...page.articles.map(({ id }) => id));
    after = page.next;
  } while (after !== null && ids.length < count);
  return ids.slice(0, count);
}

/** Gives an article another version of its text, with pictures between the paragraphs. */
function illustrate(db: Db, articleId: ArticleId, files: PictureFile[]): void {
  const kept = db
    .prepare<[number], { html: string; text: string; word_count: number; language: string }>(
      `SELECT v.html, v.text, v.word_count, a.language
       FROM articles a JOIN versions v ON v.id = a.version_id WHERE a.id = ?`,
    )
    .get(articleId);
  if (kept === undefined) throw new Error(`bench: article ${articleId} has no text`);
  const figures = files.map((_, ordinal) => `<figure data-picture="${ordinal}"></figure>`);
  const [lead = '', ...others] = figures;
  const now = Date.now();
  const { versionId } = addVersion(db, {
    articleId,
    captureId: null,
    textFrom: 'page',
    extractor: 'bench',
    madeAt: now,
    fetchedAt: now,
    html:
      lead + kept.html.replaceAll('</p>', () => `</p>${others.shift() ?? ''}`) + others.join(''),
    text: kept.text,
    wordCount: kept.word_count,
    language: kept.language,
    direction: 'ltr',
    pictures: files.map(({ sha256 }, ordinal) => ({
      address: `https://pictures.example/${articleId}/${ordinal}/${sha256}`,
      others: [],
      alt: '',
      caption: `Picture ${ordinal + 1}`,
      credit: '',
      gallery: null,
      width: null,
      height: null,
    })),
    metadata: { title: '' },
  });
  for (const [ordinal, file] of files.entries()) {
    keepPicture(db, { ...file, versionId, ordinal, type: 'image/jpeg', now });
  }
}
