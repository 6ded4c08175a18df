import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FeedId } from '../../contract/types.ts';
import { keepEntry, type NewEntry } from '../../db/articles.ts';
import { addCapture, type NewCapture } from '../../db/captures.ts';
import { addFeed } from '../../db/feeds.ts';
import { closeLibrary, openLibrary, type Db } from '../../db/open.ts';
import type { NewEnclosure } from '../../db/enclosures.ts';
import type { KeptFile } from '../../db/media.ts';
import type { KeptPicture } from '../../db/pictures.ts';
import type { NewPicture } from '../../db/picture-places.ts';
import { addVersion, type AddedVersion, type NewVersion } from '../../db/versions.ts';

/** A folder of its own for one test, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'carrel-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new library on disk, closed when the test ends. */
export function newLibrary(folder: string = temporaryFolder()): Db {
  const db = openLibrary(folder);
  onTestFinished(() => closeLibrary(db));
  return db;
}

/** A feed at `https://<name>.example/feed`. */
export function aFeed(db: Db, name: string, folderId: number | null = null): FeedId {
  return addFeed(db, {
    address: `https://${name}.example/feed`,
    title: name,
    siteAddress: null,
    folderId,
    textFrom: 'page',
    now: 1000,
  }).feed.id;
}

/** Keeps entry number `n` of a feed, published at `n` seconds. */
export function anEntry(
  db: Db,
  feedId: FeedId,
  n: number,
  changes: Partial<NewEntry> = {},
): { articleId: number; isNew: boolean; changed: boolean } {
  return keepEntry(db, {
    feedId,
    identityKeys: [`url:https://paper.example/${n}`],
    guid: null,
    address: `https://paper.example/${n}`,
    title: `Title ${n}`,
    authors: ['Ada Byron'],
    excerpt: `Excerpt ${n}`,
    language: 'en',
    direction: 'ltr',
    publishedAt: n * 1000,
    modifiedAt: null,
    sortAt: n * 1000,
    contentSha256: `content ${n}`,
    textState: 'waiting',
    source: 'The Paper',
    now: 5000,
    ...changes,
  });
}

/** Keeps a text of an article as its page's version. */
export function aVersion(
  db: Db,
  articleId: number,
  text: string,
  changes: Partial<NewVersion> = {},
): AddedVersion {
  return addVersion(db, {
    articleId,
    captureId: null,
    textFrom: 'page',
    extractor: 'test-1',
    madeAt: 6000,
    fetchedAt: 6000,
    html: `<p>${text}</p>`,
    text,
    wordCount: text.split(' ').length,
    language: null,
    direction: 'ltr',
    pictures: [],
    metadata: { title: '' },
    ...changes,
  });
}

/** Keeps what a server sent for an article. */
export function aCapture(
  db: Db,
  articleId: number,
  text: string,
  changes: Partial<NewCapture> = {},
): number {
  return addCapture(db, {
    articleId,
    address: null,
    finalAddress: null,
    fileName: null,
    status: 200,
    headers: [],
    fetchedAt: 1,
    bytes: Buffer.from(text),
    ...changes,
  }).captureId;
}

/** A picture of a version, not fetched yet. */
export function aPicture(address: string, caption = ''): NewPicture {
  return {
    address,
    others: [],
    alt: '',
    caption,
    credit: '',
    gallery: null,
    width: null,
    height: null,
  };
}

/** What `keepPicture` takes for one whose hash is a digit repeated. */
export function aFile(versionId: number, ordinal: number, digit: string): KeptPicture {
  return {
    versionId,
    ordinal,
    sha256: digit.repeat(64),
    type: 'image/png',
    width: 640,
    height: 480,
    sizeBytes: 1234,
    now: 7000,
  };
}

/** A sound at `https://cast.example/<name>`, of which its feed says no more than its type. */
export function anEnclosure(name: string, changes: Partial<NewEnclosure> = {}): NewEnclosure {
  return {
    address: `https://cast.example/${name}`,
    type: 'audio/mpeg',
    title: null,
    sizeBytes: null,
    durationSeconds: null,
    ...changes,
  };
}

/** The kept file of a sound whose hash is a digit repeated. */
export function aSound(digit: string): KeptFile {
  return { sha256: digit.repeat(64), type: 'audio/mpeg', width: 0, height: 0, sizeBytes: 1234 };
}

/** Ten words, as often as asked for. */
export function words(tens: number): string {
  return Array.from(
    { length: tens },
    () => 'one two three four five six seven eight nine ten',
  ).join(' ');
}
