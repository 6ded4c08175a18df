import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Picture } from '../../contract/types.ts';
import { keepSaved } from '../../db/articles.ts';
import { transact } from '../../db/transact.ts';
import { addVersion } from '../../db/versions.ts';
import { queuePicture } from '../../main/engine/jobs/picture.ts';
import { aPicture } from '../db/library.ts';
import { startSite, type FeedSite } from './feed-site.ts';
import { newWork, type Work } from './open-work.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"></svg>';

let site: FeedSite;
let work: Work;

beforeEach(async () => {
  site = await startSite();
  work = await newWork();
});
afterEach(async () => {
  await work.close();
});

/** Fetches the picture of a page that names `/large.svg`, and others for the same picture. */
async function fetched(others: string[]): Promise<Picture | undefined> {
  const { db } = work.context;
  const at = site.at('/page');
  const { articleId } = keepSaved(db, {
    identityKeys: [`url:${at}`],
    origin: 'saved',
    address: at,
    title: 'Ice',
    source: 'Paper',
    sortAt: 1,
    now: 1,
  });
  transact(db, () => {
    const address = site.at('/large.svg');
    const picture = { ...aPicture(address), others };
    const { versionId } = addVersion(db, {
      articleId,
      captureId: null,
      textFrom: 'page',
      extractor: 'test',
      madeAt: 1,
      fetchedAt: 1,
      html: '<figure data-picture="0"></figure>',
      text: 'Ice.',
      wordCount: 1,
      language: null,
      direction: 'ltr',
      pictures: [picture],
      metadata: { title: 'Ice' },
    });
    queuePicture(work.context, { articleId, versionId, ordinal: 0, address });
  });
  work.runner.wake();
  await work.idle();
  return (await work.api.article(articleId))?.pictureList[0];
}

test('a picture that can be had nowhere says why the first address failed', async () => {
  site.set('/small.svg', '<html>gone</html>');
  const picture = await fetched([site.at('/none.svg'), site.at('/small.svg')]);
  expect(picture).toMatchObject({ hash: null, failure: { kind: 'http' } });
  expect(picture?.failure?.message).toContain('/large.svg');
});

test('no more than three others are asked for, and no data: stand-in is taken', async () => {
  const others = [1, 2, 3, 4, 5].map((n) => site.at(`/${n}.svg`));
  const stand = `data:image/svg+xml,${encodeURIComponent(SVG)}`;
  const picture = await fetched([stand, ...others]);
  expect(picture?.hash).toBeNull();
  expect(site.asked).toEqual(['/large.svg', '/1.svg', '/2.svg', '/3.svg']);
});

test('where the largest is gone, a smaller one is kept', async () => {
  site.set('/small.svg', { body: SVG, headers: { 'content-type': 'image/svg+xml' } });
  const picture = await fetched([site.at('/none.svg'), site.at('/small.svg')]);
  expect(picture).toMatchObject({ width: 8, height: 6, failure: null });
});

test('a server that is only busy is asked again later, and not for another picture', async () => {
  site.set('/large.svg', { status: 503 });
  site.set('/small.svg', { body: SVG, headers: { 'content-type': 'image/svg+xml' } });
  expect(await fetched([site.at('/small.svg')])).toMatchObject({ hash: null });
  expect(site.asked).not.toContain('/small.svg');
});
