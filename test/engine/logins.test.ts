import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Login } from '../../contract/types.ts';
import { getLogin } from '../../db/logins.ts';
import { getFeed } from '../../db/feeds.ts';
import { closeLibrary, openLibrary, type Db } from '../../db/open.ts';
import type { Context } from '../../main/engine/context.ts';
import { noServices, type DoorServices } from '../../main/engine/door-services.ts';
import { loginOf, saveLogin } from '../../main/engine/logins.ts';
import { aFeed } from '../db/library.ts';
import { libraryFolder } from './open-engine.ts';

/** A keychain that is no secret: it turns every byte round. */
const keychain: DoorServices = {
  ...noServices,
  hasKeychain: () => Promise.resolve(true),
  seal: (text) => Promise.resolve(Buffer.from(text).map((byte) => byte ^ 0xff)),
  unseal: (sealed) =>
    Promise.resolve(Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString('utf8')),
};
const basic: Login = { kind: 'basic', name: 'ada', password: 'pä ss' };

let library: Awaited<ReturnType<typeof libraryFolder>>;
let db: Db;

beforeEach(async () => {
  library = await libraryFolder();
  db = openLibrary(library.folder);
});
afterEach(async () => {
  closeLibrary(db);
  await library.remove();
});

function contextWith(services: DoorServices): Context {
  const unused = (): never => {
    throw new Error('a login needs no more than the library and the keychain');
  };
  return {
    db,
    services,
    folder: library.folder,
    fetcher: { get: unused, download: unused, close: unused },
    workers: { run: unused, close: unused },
    changes: { articles: unused, sources: unused, flush: unused },
    keeping: new Set(),
    keeper: { keep: unused },
    network: { state: () => ({ online: true, metered: false }), close: () => undefined },
    now: unused,
  };
}

test('says that a login sealed on another machine has to be typed once more', async () => {
  const id = aFeed(db, 'a');
  await saveLogin(contextWith(keychain), id, basic);
  await expect(loginOf(contextWith(noServices), id)).rejects.toMatchObject({
    kind: 'login',
    message: expect.stringContaining('type it once more'),
  });
});

test('keeps a login sealed where there is a keychain, and opens it again', async () => {
  const id = aFeed(db, 'a');
  const context = contextWith(keychain);
  await saveLogin(context, id, basic);
  const kept = getLogin(db, id);
  expect(kept?.sealedBy).toBe('keychain');
  expect(Buffer.from(kept?.sealed ?? []).toString('utf8')).not.toContain('ada');
  expect(await loginOf(context, id)).toEqual(basic);
  expect(getFeed(db, id)?.login).toBe('basic');
});

test('keeps a login in the library where there is no keychain, until it is taken away', async () => {
  const id = aFeed(db, 'a');
  const context = contextWith(noServices);
  const bearer: Login = { kind: 'bearer', token: 'abc.def==' };
  await saveLogin(context, id, basic);
  await saveLogin(context, id, bearer);
  expect(getLogin(db, id)?.sealedBy).toBe('library');
  expect(await loginOf(context, id)).toEqual(bearer);
  await saveLogin(context, id, null);
  expect(await loginOf(context, id)).toBeUndefined();
  expect(getFeed(db, id)?.login).toBeNull();
});
