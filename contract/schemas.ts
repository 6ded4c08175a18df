import { z } from 'zod';
import type { CarrelApi, Method } from './api.ts';
import { ERROR_KINDS } from './errors.ts';
import { LANGUAGES } from './languages.ts';

/** Schemas of the arguments of every method; their keys are the channels of both doors. */

const id = z.int().positive();
const ids = z.array(id).max(100_000);
const address = z.string().trim().min(1).max(8192);
const timestamp = z.int();

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('unread') }),
  z.strictObject({ kind: z.literal('bookmarks') }),
  z.strictObject({ kind: z.literal('saved') }),
  z.strictObject({ kind: z.literal('incomplete') }),
  z.strictObject({ kind: z.literal('folder'), id }),
  z.strictObject({ kind: z.literal('feed'), id }),
]);

const listFilter = z.strictObject({
  unread: z.exactOptional(z.boolean()),
  bookmarked: z.exactOptional(z.boolean()),
  pictures: z.exactOptional(z.boolean()),
  long: z.exactOptional(z.boolean()),
  since: z.exactOptional(timestamp),
});

const settingsChanges = z.strictObject({
  theme: z.exactOptional(z.enum(['system', 'light', 'sepia', 'dark', 'black'])),
  textSizePx: z.exactOptional(z.number().min(14).max(28)),
  measureCh: z.exactOptional(z.number().min(45).max(95)),
  density: z.exactOptional(z.enum(['comfortable', 'compact'])),
  family: z.exactOptional(z.enum(['serif', 'sans', 'legible'])),
  leadingPercent: z.exactOptional(z.number().min(85).max(140)),
  justified: z.exactOptional(z.boolean()),
  vertical: z.exactOptional(z.boolean()),
  onMetered: z.exactOptional(z.enum(['fetch', 'wait'])),
  picturesMostMb: z.exactOptional(z.nullable(z.int().min(100).max(10_000_000))),
  pictureFiles: z.exactOptional(z.enum(['screen', 'original'])),
  sourcesWidthRem: z.exactOptional(z.number().min(12).max(30)),
  listWidthRem: z.exactOptional(z.number().min(18).max(48)),
  singleKeys: z.exactOptional(z.boolean()),
  language: z.exactOptional(z.enum(['system', ...LANGUAGES])),
  speechPercent: z.exactOptional(z.int().min(75).max(250)),
  speechVoices: z.exactOptional(z.record(z.string().regex(/^[a-z]{2,8}$/), z.string().max(1000))),
  listenOn: z.exactOptional(z.boolean()),
});

/** RFC 7617: the name may hold no colon; neither part may hold control characters. */
const secret = z
  .string()
  .max(4096)
  .regex(/^\P{Cc}*$/u, 'control characters are not allowed');
const login = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('basic'),
    name: secret.regex(/^[^:]*$/, 'a name may hold no colon'),
    password: secret,
  }),
  // RFC 6750, 2.1: what a token may be made of.
  z.strictObject({ kind: z.literal('bearer'), token: secret.regex(/^[\w.~+/-]+=*$/) }),
]);

const title = z.string().trim().min(1).max(500);
const ordinal = z.int().min(0).max(10_000);

/** A path is words only: the engine never makes one of its own of it. */
const filePiece = z.strictObject({
  path: z.string().min(1).max(4096),
  sizeBytes: z.int().min(0),
  modifiedAt: timestamp.nullable(),
  offset: z.int().min(0),
  bytes: z.instanceof(Uint8Array),
});

/** A folder of this machine, the one path that the engine takes as such (main/engine/move/target.ts). */
const folderPath = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^\P{Cc}*$/u, 'control characters are not allowed');

const pageWord = z.string().max(500);

/** What an exported page says besides its articles; the engine writes it as text. */
const pageWords = z.strictObject({
  locale: z
    .string()
    .max(100)
    .regex(/^[\da-zA-Z-]+$/)
    .refine((tag) => isLocale(tag)),
  direction: z.enum(['ltr', 'rtl']),
  heading: pageWord,
  contents: pageWord,
  published: pageWord,
  changed: pageWord,
  fetched: pageWord,
  address: pageWord,
  gallery: pageWord,
  files: pageWord,
  textWaits: pageWord,
  textFailed: pageWord,
  removed: pageWord,
  pictureWaits: pageWord,
  pictureFailed: pageWord,
  pictureSkipped: pageWord,
  pictureLost: pageWord,
  failures: z.record(z.enum(ERROR_KINDS), pageWord),
});

const exportForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), words: pageWords }),
  z.strictObject({ kind: z.literal('carrel') }),
]);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** What may be set of a feed, each alone; an OPML file is held to it too. */
export const feedSettings = z.strictObject({
  everyMinutes: z.exactOptional(
    z
      .int()
      .min(15)
      .max(60 * 24 * 30)
      .nullable(),
  ),
  textFrom: z.exactOptional(z.enum(['page', 'feed'])),
  pictures: z.exactOptional(z.boolean()),
  keep: z.exactOptional(z.int().min(1).max(1_000_000).nullable()),
  enclosures: z.exactOptional(z.boolean()),
});

export const schemas = {
  sources: z.tuple([]),
  counts: z.tuple([]),
  subscribe: z.tuple([address, login.optional()]),
  unsubscribe: z.tuple([id]),
  saveFeed: z.tuple([
    id,
    z.strictObject({
      title: z.exactOptional(title.nullable()),
      folderId: z.exactOptional(id.nullable()),
      settings: z.exactOptional(feedSettings),
    }),
  ]),
  saveLogin: z.tuple([id, login.nullable()]),
  addFolder: z.tuple([title, id.nullable()]),
  saveFolder: z.tuple([
    id,
    z.strictObject({ title: z.exactOptional(title), parentId: z.exactOptional(id.nullable()) }),
  ]),
  removeFolder: z.tuple([id]),
  refresh: z.tuple([scope]),
  cancelRefresh: z.tuple([]),
  openSampleNewsroom: z.tuple([]),
  list: z.tuple([
    z.strictObject({
      scope,
      limit: z.int().min(1).max(200),
      after: z.strictObject({ sortAt: timestamp, id }).nullable(),
      filter: z.exactOptional(listFilter),
      order: z.exactOptional(z.enum(['newest', 'oldest'])),
    }),
  ]),
  search: z.tuple([
    z.strictObject({ words: z.string().max(1000), limit: z.int().min(1).max(100) }),
  ]),
  article: z.tuple([id]),
  markRead: z.tuple([ids, z.boolean()]),
  markAllRead: z.tuple([scope]),
  bookmark: z.tuple([ids, z.boolean()]),
  removeArticles: z.tuple([ids]),
  setPosition: z.tuple([
    id,
    z.strictObject({ block: z.int().min(0), fraction: z.number().min(0).max(1) }).nullable(),
  ]),
  retry: z.tuple([id]),
  extractAgain: z.tuple([id]),
  showVersion: z.tuple([id, id]),
  fetchEnclosure: z.tuple([id, ordinal]),
  removeEnclosure: z.tuple([id, ordinal]),
  savePage: z.tuple([address]),
  startImport: z.tuple([]),
  addToImport: z.tuple([id, z.array(filePiece).max(2000)]),
  runImport: z.tuple([id]),
  stopImport: z.tuple([id]),
  dropImport: z.tuple([id]),
  imports: z.tuple([]),
  exportOpml: z.tuple([z.strictObject({ logins: z.boolean() }).optional()]),
  exportArticles: z.tuple([ids.min(1), exportForm]),
  articleExport: z.tuple([]),
  dropExport: z.tuple([]),
  completeness: z.tuple([id]),
  retryAll: z.tuple([scope]),
  prepareTravel: z.tuple([scope]),
  stopTravel: z.tuple([]),
  endTravel: z.tuple([]),
  travel: z.tuple([]),
  provenance: z.tuple([id]),
  spacePreview: z.tuple([z.int().min(0).max(10_000_000)]),
  backUp: z.tuple([]),
  backup: z.tuple([]),
  dropBackup: z.tuple([]),
  moveLibrary: z.tuple([folderPath]),
  libraryMove: z.tuple([]),
  stopMove: z.tuple([]),
  chooseFolder: z.tuple([]),
  progress: z.tuple([]),
  settings: z.tuple([]),
  saveSettings: z.tuple([settingsChanges]),
  library: z.tuple([]),
} satisfies { [M in Method]: z.ZodType<Parameters<CarrelApi[M]>> };

/** The names of all methods, in the order of the schemas. */
export const methods = Object.keys(schemas).filter(isMethod);

/** Whether a name that came through a door is a method of the contract. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(schemas, name);
}
