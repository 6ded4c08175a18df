import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CarrelEvent } from '../../contract/api.ts';
import type { Backup } from '../../contract/library.ts';
import type { ArticleId } from '../../contract/types.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { keepPart } from '../../db/captures.ts';
import { keepEnclosureFile, keepEnclosures } from '../../db/enclosures.ts';
import { changeFeed } from '../../db/feed-changes.ts';
import { addFolder } from '../../db/folders.ts';
import { keepIcon } from '../../db/icons.ts';
import { keepBrought, type Taken } from '../../db/imports.ts';
import { addJob } from '../../db/jobs.ts';
import { keepLogin } from '../../db/logins.ts';
import { keepMedia, mediaPath } from '../../db/media.ts';
import type { Db } from '../../db/open.ts';
import { addPart } from '../../db/parts.ts';
import { failPicture, keepPicture } from '../../db/pictures.ts';
import { recordReading } from '../../db/readings.ts';
import { saveSettings } from '../../db/settings.ts';
import { markRead, setPosition } from '../../db/states.ts';
import { removeFeed } from '../../db/feeds.ts';
import { transact } from '../../db/transact.ts';
import { createBackups, type Backups } from '../../main/engine/backup.ts';
import type { Context } from '../../main/engine/context.ts';
import { prepareRestore } from '../../main/engine/import/restore.ts';
import { hashOf } from '../../main/engine/media-files.ts';
import { createWorkerPool, type WorkerPool } from '../../main/engine/worker-pool.ts';
import {
  aCapture,
  aFeed,
  anEnclosure,
  anEntry,
  aPicture,
  aVersion,
  newLibrary,
  temporaryFolder,
} from '../db/library.ts';
import { contextOn } from './context-on.ts';

/** A library with what makes and restores backups of it. */
export interface Backed {
  db: Db;
  folder: string;
  context: Context;
  backups: Backups;
  events: CarrelEvent[];
  /** Makes a backup; resolves when it is done or has failed. */
  backUp(): Promise<Backup>;
  /** Restores from a file. */
  restore(path: string, signal?: AbortSignal, restoring?: TellsRestoring): Promise<Taken>;
}

type TellsRestoring = Parameters<typeof prepareRestore>[0]['restoring'];

let unpackers: WorkerPool | undefined;

/** One thread for all libraries of a file of tests: to start one takes longer than most of these. */
export function thread(): WorkerPool {
  unpackers ??= createWorkerPool(new URL('../../main/engine/worker.ts', import.meta.url), {
    threads: 1,
    memoryMb: 256,
    taskMs: 60_000,
  });
  return unpackers;
}

/** To be called when a file of tests that restored something ends. */
export async function closeThread(): Promise<void> {
  await unpackers?.close();
}

/** A library on disk, gone when the test ends. */
export function aLibrary(folder = temporaryFolder()): Backed {
  const db = newLibrary(folder);
  const context = contextOn(db, { folder, now: () => Date.UTC(2026, 2, 28, 12) });
  const events: CarrelEvent[] = [];
  const emit = (event: CarrelEvent): void => void events.push(event);
  const backups = createBackups(context, { version: '1.2.3', emit });
  onTestFinished(() => backups.close());
  return {
    db,
    folder,
    context,
    backups,
    events,
    async backUp() {
      backups.begin();
      for (;;) {
        const state = backups.state();
        if (state === null) throw new Error('the backup was dropped');
        if (state.state !== 'running') return state;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async restore(path, signal = new AbortController().signal, restoring = () => undefined) {
      const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      const file = { path, name: 'my.carrel-backup.tar', sizeBytes, modifiedAt: null };
      const taking = { context, unpackers: thread(), signal, restoring };
      const prepared = await prepareRestore(taking, file);
      const taken = prepared.keep();
      prepared.release();
      return taken;
    },
  };
}

/** The backup of a library with something of everything, as a file. */
export async function aBackup(of: Backed = filled()): Promise<string> {
  const { state, name, failure } = await of.backUp();
  const path = of.backups.file(name)?.path;
  if (state !== 'done' || path === undefined) throw new Error(`no backup: ${failure?.message}`);
  const copy = join(temporaryFolder(), name);
  writeFileSync(copy, readFileSync(path));
  return copy;
}

/** Puts a file into the media folder; its bytes are these words. */
export function keepFile(folder: string, words: string): string {
  const bytes = Buffer.from(words);
  const path = mediaPath(folder, hashOf(bytes));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return hashOf(bytes);
}

/** A library with something of everything that can be in one. */
export function filled(folder?: string): Backed {
  const library = aLibrary(folder);
  fill(library);
  return library;
}

export function fill({ db, folder }: Backed): void {
  saveSettings(db, { theme: 'sepia', textSizePx: 22, picturesMostMb: 700 });
  const world = addFolder(db, 'World', null);
  const asia = addFolder(db, 'Asia', world);
  const daily = aFeed(db, 'daily', asia);
  const weekly = aFeed(db, 'weekly');
  changeFeed(db, daily, { title: 'My daily', settings: { keep: 50, everyMinutes: 60 } });
  keepLogin(db, weekly, { kind: 'basic', sealed: Buffer.from('s3cret-word'), sealedBy: 'library' });
  const icon = keepFile(folder, 'an icon');
  keepIcon(db, daily, { sha256: icon, type: 'image/png', width: 32, height: 32, sizeBytes: 7 }, 9);

  const article = (n: number, feed = daily): ArticleId => anEntry(db, feed, n).articleId;
  const whole = article(1);
  anEntry(db, weekly, 1, { guid: 'one', contentSha256: 'of the weekly' });
  const captureId = aCapture(db, whole, '<html>whole</html>', { headers: [['a', 'b']] });
  recordReading(db, captureId, 'test-1');
  addPart(db, captureId, 2, 'https://paper.example/1?page=2');
  const second = { ...part(whole), bytes: Buffer.from('<html>second part</html>') };
  keepPart(db, captureId, 2, second);
  addPart(db, captureId, 3, 'https://paper.example/1?page=3');
  const pictures = ['a', 'b', 'c'].map((name) => aPicture(`https://img.example/${name}`, name));
  aVersion(db, whole, 'an older text', { captureId });
  const { versionId } = aVersion(db, whole, 'the whole text', { captureId, pictures });
  for (const [ordinal, words] of [[0, 'picture a'] as const, [1, 'shared'] as const]) {
    const sha256 = keepFile(folder, words);
    const file = { sha256, type: 'image/png', width: 640, height: 480 };
    keepPicture(db, { ...file, versionId, ordinal, sizeBytes: words.length, now: 7 });
  }
  failPicture(db, { versionId, ordinal: 2 }, { kind: 'http', message: '404' });
  addJob(db, { kind: 'picture', articleId: whole, versionId, ordinal: 2, host: 'h', runAt: 5 });
  markRead(db, [whole], true, 11);
  setPosition(db, whole, { block: 3, fraction: 0.5 });
  bookmark(db, [whole], true, 12);
  keepBrought(db, { articleId: whole, file: 'a.zip', importedAt: 3, savedAt: 2, tags: ['sea'] });

  const withSound = article(2, weekly);
  const [ordinal = 0] = keepEnclosures(db, withSound, [anEnclosure('a.mp3')], true);
  keepEnclosures(db, withSound, [anEnclosure('a.mp3'), anEnclosure('b.mp3')], true);
  const sound = { type: 'audio/mpeg', width: 0, height: 0, sizeBytes: 7 };
  keepMedia(db, { ...sound, sha256: keepFile(folder, 'a sound') }, 8);
  keepEnclosureFile(db, { articleId: withSound, ordinal }, keepFile(folder, 'a sound'));

  const waiting = article(3);
  addJob(db, { kind: 'page', articleId: waiting, host: 'paper.example', runAt: 5 });

  const gone = aFeed(db, 'gone');
  const removed = article(4, gone);
  markRead(db, [removed], true, 13);
  removeFeed(db, gone);
}

function part(articleId: ArticleId): Parameters<typeof keepPart>[3] {
  return {
    articleId,
    address: null,
    finalAddress: null,
    fileName: null,
    status: 200,
    headers: [],
    fetchedAt: 2,
    bytes: Buffer.from(''),
  };
}

/** All that a library holds, without the ids, which are other ones in another library. */
export function contentsOf(db: Db): Record<string, unknown[]> {
  const contents: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries(CONTENTS)) contents[name] = db.prepare(sql).all();
  return contents;
}

/** What an article is called in what follows: by all its keys. */
const KEYS = `(SELECT group_concat(key, ' | ' ORDER BY key) FROM identities WHERE article_id = `;

const CONTENTS = {
  settings: 'SELECT * FROM settings ORDER BY key',
  folders: `
    SELECT f.title, p.title AS parent FROM folders f LEFT JOIN folders p ON p.id = f.parent_id
    ORDER BY 1, 2`,
  feeds: `
    SELECT address, f.title AS folder, feeds.title, own_title, text_from, every_minutes, pictures,
      keep, enclosures, typed, icon_sha256, icon_address, hints, etag, last_modified, body_sha256,
      added_at, next_fetch_at, identity_address, gone, article_count, unread_count
    FROM feeds LEFT JOIN folders f ON f.id = folder_id ORDER BY address`,
  articles: `
    SELECT ${KEYS} a.id) AS keys, origin, address, a.title, subtitle, authors, source, site_name,
      excerpt, language, direction, published_at, modified_at, fetched_at, sort_at, a.word_count,
      text_state, error_kind, error_message, picture_count, pictures_kept, pictures_failed,
      lead_sha256, unread, bookmarked, section, published_zone, modified_zone, missing,
      v.text AS shown
    FROM articles a LEFT JOIN versions v ON v.id = a.version_id ORDER BY keys`,
  states: `
    SELECT ${KEYS} states.article_id) AS keys, read_at, position_block, position_fraction
    FROM states ORDER BY keys`,
  bookmarks: `
    SELECT ${KEYS} bookmarks.article_id) AS keys, added_at FROM bookmarks ORDER BY keys`,
  entries: `
    SELECT f.address AS feed, ${KEYS} e.article_id) AS keys, guid, e.address, content_sha256,
      published_at, first_seen_at, sort_at, unread
    FROM entries e JOIN feeds f ON f.id = feed_id ORDER BY feed, keys`,
  captures: `
    SELECT ${KEYS} captures.article_id) AS keys, address, final_address, file_name, status, headers,
      fetched_at, sha256, size_bytes, hex(body) AS body,
      (SELECT extractor FROM readings WHERE capture_id = captures.id) AS reader
    FROM captures ORDER BY keys, sha256`,
  parts: `
    SELECT first.sha256 AS first, part, parts.address, other.sha256 AS other, is_end
    FROM parts JOIN captures first ON first.id = first_id
      LEFT JOIN captures other ON other.id = parts.capture_id ORDER BY 1, 2`,
  versions: `
    SELECT ${KEYS} v.article_id) AS keys, c.sha256 AS capture, text_from, extractor, made_at, title,
      html, text, captions, word_count
    FROM versions v LEFT JOIN captures c ON c.id = capture_id ORDER BY keys, text`,
  pictures: `
    SELECT v.text, p.ordinal, p.address, p.others, p.alt, p.caption, p.credit, p.gallery, p.width,
      p.height, p.sha256, p.error_kind, p.error_message
    FROM pictures p JOIN versions v ON v.id = version_id ORDER BY v.text, ordinal`,
  enclosures: `
    SELECT ${KEYS} e.article_id) AS keys, e.ordinal, e.address, e.type, e.title, e.size_bytes,
      e.duration_seconds, e.wanted, e.sha256, e.error_kind, e.error_message
    FROM enclosures e ORDER BY keys, ordinal`,
  brought: `
    SELECT ${KEYS} brought.article_id) AS keys, file, imported_at, saved_at, tags
    FROM brought ORDER BY keys`,
  media: 'SELECT * FROM media ORDER BY sha256',
  jobs: `
    SELECT kind, ${KEYS} j.article_id) AS keys, v.text, ordinal, host, attempts, run_at
    FROM jobs j LEFT JOIN versions v ON v.id = version_id ORDER BY kind, keys, ordinal`,
};

/** The files below a folder with their bytes: that of the media, or of what was left behind. */
export function filesBelow(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(folder.length)] = readFileSync(path, 'utf8');
  }
  return files;
}

/** So many articles with a text and a picture each. */
export function manyArticles({ db, folder }: Backed, count: number): void {
  const feedId = aFeed(db, 'many');
  transact(db, () => {
    for (let n = 1; n <= count; n += 1) {
      const { articleId } = anEntry(db, feedId, n);
      const pictures = [aPicture(`https://img.example/${n}`)];
      const text = `Text ${n} ${'of words '.repeat(50)}`;
      const { versionId } = aVersion(db, articleId, text, { pictures });
      const words = `picture ${n}`;
      const file = { type: 'image/png', width: 6, height: 4, sizeBytes: words.length };
      const sha256 = keepFile(folder, words);
      keepPicture(db, { ...file, sha256, versionId, ordinal: 0, now: 7 });
    }
  });
}
