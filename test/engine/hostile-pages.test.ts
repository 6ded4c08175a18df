/**
 * Pages that are too much, or something else than they should be, on their whole way: from a server
 * through the pool of worker threads to what the reader sees.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../contract/types.ts';
import { addFeed } from '../../db/feeds.ts';
import { contradictionsOf } from '../db/consistency.ts';
import { paragraphs } from './extract/pages.ts';
import { rss, startSite, type FeedSite } from './feed-site.ts';
import { newWork, type Work } from './open-work.ts';

let site: FeedSite;
let work: Work;

beforeEach(async () => {
  site = await startSite();
  work = await newWork();
});
afterEach(async () => {
  expect(contradictionsOf(work.context.db)).toEqual([]);
  await work.close();
});

const html = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const prose = paragraphs.map((one) => `<p>${one}</p>`).join('');
const good = html('The last keeper', `<h1>The last keeper</h1>${prose}`);

/** Subscribes to a feed with an article for each name and a text of its own for each. */
async function subscribe(...names: string[]): Promise<Map<string, Article>> {
  const items = names.map(
    (name) =>
      `<title>${name}</title><guid>${name}</guid><link>${site.at(`/${name}`)}</link><description>What the feed says of ${name}.</description>`,
  );
  site.set('/feed.xml', rss(items));
  addFeed(work.context.db, {
    address: site.at('/feed.xml'),
    title: 'Feed',
    siteAddress: null,
    folderId: null,
    textFrom: 'page',
    now: 0,
  });
  return await refreshed();
}

async function refreshed(): Promise<Map<string, Article>> {
  await work.api.refresh({ kind: 'all' });
  await work.idle();
  const list = await work.api.list({ scope: { kind: 'all' }, limit: 200, after: null });
  const articles = await Promise.all(list.articles.map(({ id }) => work.article(id)));
  return new Map(articles.map((article) => [article.address?.split('/').at(-1) ?? '', article]));
}

function captureCount(): unknown {
  return work.context.db.prepare('SELECT count(*) FROM captures').pluck().get();
}

describe('a page that is a wall', () => {
  test.each([
    [
      'consent',
      'it asks for consent to cookies first',
      '<h1>We value your privacy</h1><p>We and our 800 partners store and access personal data on your device, like cookies. You can accept all or manage your choices.</p>',
    ],
    [
      'scripts',
      'it shows nothing without JavaScript',
      '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
    ],
    [
      'person',
      'it wants to know whether a person is reading',
      '<h1>Pardon our interruption</h1><p>Something about your browser made us think you were a bot.</p>',
    ],
    [
      'login',
      'it asks to log in or subscribe',
      '<h1>Keep reading</h1><p>Log in to continue reading this story. Already a subscriber? Sign in to your account.</p>',
    ],
  ])('is kept and named, and the text of the feed is shown: %s', async (name, why, body) => {
    site.set(`/${name}`, html('The Post', body));
    const article = (await subscribe(name)).get(name);
    expect(article).toMatchObject({
      text: 'failed',
      failure: {
        kind: 'no-article',
        message: `extract: no article found on ${site.at(`/${name}`)}: ${why}`,
      },
      html: `<p>What the feed says of ${name}.</p>`,
    });
    expect(captureCount()).toBe(1);
  });

  test('is tried again when the reader wants it, and gives way to the article', async () => {
    site.set('/a', html('The Post', '<p>Please enable JavaScript to continue.</p>'));
    const walled = (await subscribe('a')).get('a');
    expect(walled?.text).toBe('failed');
    site.set('/a', good);
    await work.api.retry(walled?.id ?? 0);
    await work.idle();
    const read = await work.article(walled?.id ?? 0);
    expect(read).toMatchObject({ text: 'kept', failure: null, html: prose });
  });

  test('takes nothing away from an article that was kept before', async () => {
    site.set('/a', good);
    const id = await work.api.savePage(site.at('/a'));
    await work.idle();
    site.set('/a', html('Just a moment...', '<p>Verify you are human.</p>'));
    await work.api.savePage(site.at('/a'));
    await work.idle();
    const after = await work.article(id);
    expect(after).toMatchObject({
      text: 'kept',
      html: prose,
      failure: {
        message: expect.stringContaining('it wants to know whether a person is reading'),
      },
    });
  });
});

describe('a page that is too much', () => {
  const refused: [string, string, () => string][] = [
    ['50 MB', 'larger than 20 MB', () => html('Long', `<p>${'word '.repeat(10_000_000)}`)],
    [
      '19 MB of text',
      'more than 10 million characters',
      () => html('Long', 'word '.repeat(3_800_000)),
    ],
    [
      'a million texts',
      'more than 300,000 elements',
      () => html('Long', 'a<br>'.repeat(1_000_000)),
    ],
    [
      'a hundred thousand nested elements',
      'nests more than 5,000 elements deep',
      () => html('Deep', '<div>'.repeat(100_000)),
    ],
  ];

  test.each(refused)('fails alone, with its reason: %s', async (_name, why, write) => {
    site.set('/much', write());
    site.set('/good', good);
    const articles = await subscribe('much', 'good');
    expect(articles.get('much')).toMatchObject({
      text: 'failed',
      failure: { kind: 'too-large', message: expect.stringContaining(why) },
      html: '<p>What the feed says of much.</p>',
    });
    expect(articles.get('much')?.failure?.message).toContain(site.at('/much'));
    expect(articles.get('good')).toMatchObject({ text: 'kept', html: prose });
  });

  test('of pictures written into it is read all the same: 15 MB of data:', async () => {
    const picture = `<img src="data:image/png;base64,${'AAAA'.repeat(3_750_000)}">`;
    site.set('/data', html('The last keeper', `<h1>The last keeper</h1>${picture}${prose}`));
    expect((await subscribe('data')).get('data')).toMatchObject({ text: 'kept', html: prose });
  });
});
