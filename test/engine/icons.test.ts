import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addFeed, getFeed } from '../../db/feeds.ts';
import { wantIcon } from '../../db/icons.ts';
import { mediaFile } from '../../db/media.ts';
import { queueIcon } from '../../main/engine/jobs/icon.ts';
import { hashOf } from '../../main/engine/media-files.ts';
import { startServer, type TestServer } from './fetch/server.ts';
import { newWork, type Work } from './open-work.ts';

let server: TestServer;
let work: Work;

beforeEach(async () => {
  server = await startServer();
  work = await newWork();
});
afterEach(async () => {
  await work.close();
  await server.close();
});

/** A picture of one colour, which tells it from the others. */
async function picture(width: number, height: number, background: string): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

function serve(path: string, body: Buffer | string, type: string): void {
  server.on(path, (_request, response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  });
}

/** The paths asked for, in their order. */
function asked(): (string | undefined)[] {
  return server.requests.map(({ url }) => url);
}

/** A feed of the server's site, whose icon is looked for. */
function aFeed(iconPath: string | null): number {
  const { db } = work.context;
  const { feed } = addFeed(db, {
    address: `${server.origin}/feed.xml`,
    title: 'A feed',
    siteAddress: `${server.origin}/`,
    folderId: null,
    textFrom: 'feed',
    now: 1000,
  });
  // Far from due: these tests look for icons alone.
  db.prepare('UPDATE feeds SET next_fetch_at = 9e15').run();
  const iconAddress = iconPath === null ? null : server.origin + iconPath;
  if (wantIcon(db, feed.id, iconAddress, work.context.now())) queueIcon(work.context, feed);
  work.runner.wake();
  return feed.id;
}

function iconOf(feedId: number): string | null | undefined {
  return getFeed(work.context.db, feedId)?.icon;
}

describe('where there is no icon, the feed stands without one, and nothing is said', () => {
  test('on a site that has none', async () => {
    serve('/', '<p>No icon</p>', 'text/html');
    const id = aFeed(null);
    await work.idle();
    expect(asked()).toEqual(['/', '/favicon.ico']);
    expect(getFeed(work.context.db, id)).toMatchObject({ icon: null, failure: null });
    expect(work.jobs('icon')).toBe(0);
    expect(work.events.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(wantIcon(work.context.db, id, null, work.context.now())).toBe(false);
  });

  test('on a site that answers everything with its page', async () => {
    for (const path of ['/', '/icon.png', '/favicon.ico']) {
      serve(path, '<link rel="icon" href="/icon.png">', 'text/html');
    }
    const id = aFeed('/icon.png');
    await work.idle();
    expect(iconOf(id)).toBeNull();
    expect(work.jobs('icon')).toBe(0);
  });

  test('on a site that cannot be reached, which is tried again', async () => {
    await server.close();
    const id = aFeed(null);
    await work.idle();
    expect(getFeed(work.context.db, id)).toMatchObject({ icon: null, failure: null });
    expect(work.jobs('icon')).toBe(1);
  });

  test('for a feed that was removed meanwhile', async () => {
    const icon = await picture(32, 32, 'red');
    server.on('/icon.png', (_request, response) => {
      void Promise.resolve(work.api.unsubscribe(1)).then(() => response.writeHead(200).end(icon));
    });
    aFeed('/icon.png');
    await expect.poll(asked).toHaveLength(1);
    await work.idle();
    await work.runner.close();
    expect(mediaFile(work.context.db, hashOf(icon))).toBeUndefined();
    const folders = await readdir(join(work.context.folder, 'media'));
    for (const folder of folders) {
      expect(await readdir(join(work.context.folder, 'media', folder))).toEqual([]);
    }
  });
});

test('a square picture that the feed names is its icon, and nothing else is asked for', async () => {
  const icon = await picture(500, 500, 'red');
  serve('/cover.png', icon, 'image/png');
  const id = aFeed('/cover.png');
  await work.idle();
  expect(iconOf(id)).toBe(hashOf(icon));
  expect(mediaFile(work.context.db, hashOf(icon))).toMatchObject({
    type: 'image/png',
    width: 500,
    height: 500,
  });
  expect(asked()).toEqual(['/cover.png']);
  work.context.changes.flush();
  expect(work.events).toContainEqual({ kind: 'sources' });
});

test('a banner that the feed names is passed over for the icon that the page names', async () => {
  const icon = await picture(32, 32, 'green');
  serve('/banner.png', await picture(144, 40, 'red'), 'image/png');
  serve('/', '<link rel="icon" href="/gone.png"><link rel="icon" href="/a.png">', 'text/html');
  serve('/a.png', icon, 'image/png');
  const id = aFeed('/banner.png');
  await work.idle();
  expect(iconOf(id)).toBe(hashOf(icon));
});

test('the next icon of a page is taken where the best cannot be had', async () => {
  const icon = await picture(180, 180, 'green');
  const html = `<link rel="icon" sizes="32x32" href="/gone.png">
    <link rel="apple-touch-icon" href="/apple.png">`;
  serve('/', html, 'text/html');
  serve('/apple.png', icon, 'image/png');
  const id = aFeed(null);
  await work.idle();
  expect(asked()).toEqual(['/', '/gone.png', '/apple.png']);
  expect(iconOf(id)).toBe(hashOf(icon));
});

test('an icon inside the page is kept', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  serve('/', `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(svg)}">`, 'text/html');
  const id = aFeed(null);
  await work.idle();
  expect(iconOf(id)).toBe(hashOf(Buffer.from(svg)));
});

test('favicon.ico is looked for where the page names none, or is no page', async () => {
  const icon = await picture(16, 16, 'blue');
  serve('/favicon.ico', icon, 'image/x-icon');
  const id = aFeed(null);
  await work.idle();
  expect(asked()).toEqual(['/', '/favicon.ico']);
  expect(iconOf(id)).toBe(hashOf(icon));
});

test('another icon takes the place of the one before, whose file goes', async () => {
  const [before, after] = [await picture(32, 32, 'red'), await picture(32, 32, 'green')];
  serve('/before.png', before, 'image/png');
  serve('/after.png', after, 'image/png');
  const id = aFeed('/before.png');
  await work.idle();
  expect(iconOf(id)).toBe(hashOf(before));
  aFeed('/after.png');
  await work.idle();
  expect(iconOf(id)).toBe(hashOf(after));
  expect(mediaFile(work.context.db, hashOf(before))).toBeUndefined();
});
