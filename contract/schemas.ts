import { z } from 'zod';
import type { CarrelApi, Method } from './api.ts';

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
  z.strictObject({ kind: z.literal('folder'), id }),
  z.strictObject({ kind: z.literal('feed'), id }),
]);

const settingsChanges = z.strictObject({
  theme: z.exactOptional(z.enum(['system', 'light', 'sepia', 'dark'])),
  textSizePx: z.exactOptional(z.number().min(14).max(28)),
  measureCh: z.exactOptional(z.number().min(45).max(95)),
});

export const schemas = {
  sources: z.tuple([]),
  counts: z.tuple([]),
  subscribe: z.tuple([address]),
  unsubscribe: z.tuple([id]),
  refresh: z.tuple([scope]),
  openSampleNewsroom: z.tuple([]),
  list: z.tuple([
    z.strictObject({
      scope,
      limit: z.int().min(1).max(200),
      after: z.strictObject({ sortAt: timestamp, id }).nullable(),
    }),
  ]),
  search: z.tuple([
    z.strictObject({ words: z.string().max(1000), limit: z.int().min(1).max(100) }),
  ]),
  article: z.tuple([id]),
  markRead: z.tuple([ids, z.boolean()]),
  markAllRead: z.tuple([scope]),
  bookmark: z.tuple([ids, z.boolean()]),
  setPosition: z.tuple([
    id,
    z.strictObject({ block: z.int().min(0), fraction: z.number().min(0).max(1) }).nullable(),
  ]),
  retry: z.tuple([id]),
  savePage: z.tuple([address]),
  importFile: z.tuple([
    z.strictObject({ name: z.string().min(1).max(1024), bytes: z.instanceof(Uint8Array) }),
  ]),
  exportOpml: z.tuple([]),
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
