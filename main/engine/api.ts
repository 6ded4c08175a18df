import { setImmediate } from 'node:timers/promises';
import { getArticle } from '../../db/articles.ts';
import { bookmark } from '../../db/bookmarks.ts';
import { completenessOf } from '../../db/completeness.ts';
import { provenanceOf } from '../../db/provenance.ts';
import { counts } from '../../db/counts.ts';
import { feedsOfScope, getFeed, listFeeds, removeArticlesOf, removeFeed } from '../../db/feeds.ts';
import { changeFeed } from '../../db/feed-changes.ts';
import { addFolder, changeFolder, listFolders, removeFolder } from '../../db/folders.ts';
import { listArticles } from '../../db/list.ts';
import { indexWaiting } from '../../db/search-index.ts';
import { hastenFetching } from '../../db/jobs.ts';
import { spaceOf } from '../../db/space.ts';
import { searchArticles } from '../../db/search.ts';
import { readSettings, saveSettings } from '../../db/settings.ts';
import { articleNow } from '../../db/merge.ts';
import { markAllRead, markRead, setPosition } from '../../db/states.ts';
import { CarrelError } from '../../contract/errors.ts';
import type { FeedId, Scope } from '../../contract/types.ts';
import type { Backups } from './backup.ts';
import type { Context } from './context.ts';
import type { Exports } from './export/exports.ts';
import { fetchEnclosure, removeEnclosure } from './enclosures.ts';
import { collectGarbage } from './garbage.ts';
import { queueRefresh } from './jobs/refresh.ts';
import type { Imports } from './import/imports.ts';
import { freeBytes } from './free-space.ts';
import { exportOpml } from './export-opml.ts';
import { saveLogin } from './logins.ts';
import { applySettings } from './apply-settings.ts';
import { keepWithinSpace, previewSpace } from './picture-space.ts';
import type { Moves } from './move/moves.ts';
import type { EngineApi } from './protocol.ts';
import { removeAsked } from './remove-asked.ts';
import { retryAll } from './missing.ts';
import { retry } from './retry.ts';
import type { Runner } from './runner.ts';
import type { SampleNewsroom } from './sample-newsroom.ts';
import { savePage } from './save-page.ts';
import type { Travels } from './travel.ts';
import { subscribe } from './subscribe.ts';
import { extractAgain, showVersion } from './versions.ts';
import { transact } from '../../db/transact.ts';

const ARTICLES_AT_ONCE = 50;
const FEEDS_AT_ONCE = 20;
const INDEX_FOR_MS = 8;

/** The contract, method by method; each is a few lines over the modules that do the work. */
export function createApi(parts: {
  context: Context;
  runner: Runner;
  newsroom: SampleNewsroom;
  imports: Imports;
  travels: Travels;
  backups: Backups;
  exports: Exports;
  moves: Moves;
  version: string;
}): EngineApi {
  const { context, runner, newsroom, imports, travels, backups, exports, moves, version } = parts;
  const { db, changes } = context;

  async function refresh(scope: Scope): Promise<FeedId[]> {
    const feeds = feedsOfScope(db, scope);
    hastenFetching(db, context.now());
    // A few at a time, as everything: there may be thousands.
    for (let from = 0; from < feeds.length; from += FEEDS_AT_ONCE) {
      transact(db, () => {
        for (const id of feeds.slice(from, from + FEEDS_AT_ONCE)) {
          const feed = getFeed(db, id);
          if (feed !== undefined) queueRefresh(context, feed);
        }
      });
      runner.hasten();
      await setImmediate();
    }
    return feeds;
  }

  return {
    sources: () => ({ folders: listFolders(db), feeds: listFeeds(db) }),
    counts: () => counts(db),

    async subscribe(address, login) {
      const subscription = await subscribe(context, address, login);
      runner.wake();
      return subscription;
    },

    async unsubscribe(id) {
      if (getFeed(db, id) === undefined) {
        throw new CarrelError('not-found', `unsubscribe: there is no feed ${id} in the library`);
      }
      // A few articles at a time, so that a feed of thousands keeps no list page waiting.
      while (removeArticlesOf(db, id, ARTICLES_AT_ONCE) > 0) await setImmediate();
      const removed = removeFeed(db, id);
      changes.sources();
      changes.flush();
      collectGarbage(context);
      return removed;
    },

    saveFeed(id, feedChanges) {
      const feed = changeFeed(db, id, feedChanges);
      applySettings(context, feed, feedChanges);
      runner.wake();
      changes.sources();
      return feed;
    },

    async saveLogin(id, login) {
      const feed = getFeed(db, id);
      if (feed === undefined) {
        throw new CarrelError('not-found', `login: there is no feed ${id} in the library`);
      }
      await saveLogin(context, id, login);
      queueRefresh(context, feed);
      runner.wake();
      changes.sources();
      return getFeed(db, id) ?? feed;
    },

    addFolder(title, parentId) {
      const id = addFolder(db, title, parentId);
      changes.sources();
      return { id, title, parentId };
    },

    saveFolder(id, folderChanges) {
      const folder = changeFolder(db, id, folderChanges);
      changes.sources();
      return folder;
    },

    removeFolder(id) {
      const folder = removeFolder(db, id);
      changes.sources();
      return folder;
    },

    refresh,
    async cancelRefresh() {
      await travels.stop();
      return runner.cancel();
    },

    fetchEnclosure(id, ordinal) {
      fetchEnclosure(context, id, ordinal);
      runner.hasten();
    },

    removeEnclosure: (id, ordinal) => removeEnclosure(context, id, ordinal),

    async openSampleNewsroom() {
      const feeds: FeedId[] = [];
      for (const address of await newsroom.open()) {
        const subscription = await subscribe(context, address);
        if (subscription.kind !== 'choose') feeds.push(subscription.feed.id);
        runner.wake();
      }
      return feeds;
    },

    list: (query) => listArticles(db, query),
    async search(query) {
      // What was kept a moment ago is found; a few milliseconds at a time, for others ask too.
      while (indexWaiting(db, INDEX_FOR_MS)) await setImmediate();
      return searchArticles(db, query);
    },
    article: (id) => getArticle(db, articleNow(db, id)) ?? null,

    markRead(ids, read) {
      const changed = markRead(db, ids, read, context.now());
      changes.articles(changed);
      return changed;
    },

    markAllRead(scope) {
      const changed = markAllRead(db, scope, context.now());
      changes.articles(changed);
      return changed;
    },

    bookmark(ids, bookmarked) {
      const changed = bookmark(db, ids, bookmarked, context.now());
      changes.articles(changed);
      return changed;
    },

    removeArticles: (ids) => removeAsked(context, ids),
    setPosition: (id, position) => setPosition(db, id, position),

    retry(id) {
      retry(context, id);
      runner.hasten();
    },

    completeness: (id) => completenessOf(db, articleNow(db, id)) ?? null,
    async retryAll(scope) {
      const queued = await retryAll(context, scope);
      if (queued > 0) runner.hasten();
      return queued;
    },
    prepareTravel: (scope) => travels.prepare(scope),
    stopTravel: () => travels.stop(),
    endTravel: () => travels.end(),
    travel: () => travels.current(),
    provenance: (id) => provenanceOf(db, articleNow(db, id)) ?? null,

    async extractAgain(id) {
      const came = await extractAgain(context, id);
      runner.wake();
      return came;
    },

    showVersion(id, versionId) {
      showVersion(context, id, versionId);
      runner.wake();
    },

    savePage(address) {
      const id = savePage(context, address);
      runner.hasten();
      return id;
    },

    startImport: () => imports.start(),
    addToImport: (id, pieces) => imports.add(id, pieces),
    runImport: (id) => imports.run(id),
    stopImport: (id) => imports.stop(id),
    dropImport: (id) => imports.drop(id),
    imports: () => imports.list(),

    exportOpml: (options) => exportOpml(context, options),
    exportArticles(ids, form) {
      // It would be ended in the middle.
      if (moves.isUnderWay())
        throw new CarrelError('invalid', 'export: the library is being moved');
      return exports.begin(ids, form);
    },
    articleExport: () => exports.state(),
    dropExport: () => exports.drop(),

    spacePreview: (picturesMostMb) => previewSpace(context, picturesMostMb),
    backUp() {
      // It would be ended in the middle.
      if (moves.isUnderWay())
        throw new CarrelError('invalid', 'backup: the library is being moved');
      return backups.begin();
    },
    backup: () => backups.state(),
    dropBackup: () => backups.drop(),
    moveLibrary(folder) {
      if (backups.state()?.state === 'running') {
        throw new CarrelError(
          'invalid',
          'move: a backup is being made; stop it, or let it end first',
        );
      }
      if (exports.state()?.state === 'running') {
        throw new CarrelError(
          'invalid',
          'move: articles are being exported; stop it, or let it end first',
        );
      }
      return moves.begin(folder);
    },
    libraryMove: () => moves.state(),
    stopMove: () => moves.stop(),
    chooseFolder: () => context.services.chooseFolder(),

    progress: () => runner.progress(),
    settings: () => readSettings(db),
    async saveSettings(settings) {
      const saved = saveSettings(db, settings);
      if (settings.picturesMostMb !== undefined) await keepWithinSpace(context);
      return saved;
    },
    library: async () => ({
      folder: context.folder,
      hasChooser: await context.services.hasChooser(),
      version,
      space: { ...spaceOf(db), freeBytes: await freeBytes(context.folder) },
      loginsIn: (await context.services.hasKeychain()) ? 'keychain' : 'library',
    }),
  };
}
