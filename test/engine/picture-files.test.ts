import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type FeedSite } from './feed-site.ts';
import { newWork, type Work } from './open-work.ts';

let site: FeedSite;
let work: Work;

beforeEach(async () => {
  site = await startSite();
  work = await newWork();
});
afterEach(async () => {
  await work.close();
});

const TEXT = 'The ferries stayed where they were, and the ice grew thicker by the hour. '.repeat(9);
const IMG = '<img src="/s.svg" srcset="/l.svg 2000w, /xl.svg 4000w">';

/** A site with a page and a feed, each with a picture in three sizes. */
function fill(): void {
  for (const name of ['s', 'l', 'xl']) {
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><!--${name}--></svg>`;
    site.set(`/${name}.svg`, { body, headers: { 'content-type': 'image/svg+xml' } });
  }
  site.set('/page', `<title>Ice</title><article><h1>Ice</h1><p>${TEXT}</p>${IMG}</article>`);
  const item = `<item><title>Frost</title><guid>1</guid><description><![CDATA[<p>${TEXT}</p>${IMG}]]></description></item>`;
  site.set('/feed', `<rss version="2.0"><channel><title>F</title>${item}</channel></rss>`);
}

function picturesAsked(): string[] {
  return site.asked.filter((path) => path.endsWith('l.svg'));
}

test('of a picture, the largest is fetched that a screen shows', async () => {
  fill();
  await work.api.savePage(site.at('/page'));
  await work.idle();
  expect(picturesAsked()).toEqual(['/l.svg']);
});

test('a reader who wants originals gets them, of pages and of feeds, from then on', async () => {
  fill();
  await work.api.saveSettings({ pictureFiles: 'original' });
  await work.api.savePage(site.at('/page'));
  await work.idle();
  expect(picturesAsked()).toEqual(['/xl.svg']);
  await work.api.subscribe(site.at('/feed'));
  await work.idle();
  expect(picturesAsked()).not.toContain('/l.svg');
  const kept = work.context.db.prepare(
    'SELECT DISTINCT address, sha256 IS NOT NULL AS isKept FROM pictures',
  );
  expect(kept.all()).toEqual([{ address: site.at('/xl.svg'), isKept: 1 }]);
});

test('one that two articles name is asked for once, also while it is under way', async () => {
  fill();
  site.set('/l.svg', (_request, response) => {
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      response.end('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"></svg>');
    }, 300);
  });
  site.set('/other', `<title>Snow</title><article><h1>Snow</h1><p>${TEXT}</p>${IMG}</article>`);
  const ids = [
    await work.api.savePage(site.at('/page')),
    await work.api.savePage(site.at('/other')),
  ];
  await work.idle();
  expect(picturesAsked()).toEqual(['/l.svg']);
  for (const id of ids) expect((await work.article(id)).pictures).toMatchObject({ of: 1, kept: 1 });
});

test('one that cannot be had is told of every article that names it', async () => {
  fill();
  for (const name of ['s', 'l', 'xl']) site.set(`/${name}.svg`, { status: 404 });
  site.set('/other', `<title>Snow</title><article><h1>Snow</h1><p>${TEXT}</p>${IMG}</article>`);
  const ids = [
    await work.api.savePage(site.at('/page')),
    await work.api.savePage(site.at('/other')),
  ];
  await work.idle();
  for (const id of ids) {
    expect((await work.article(id)).pictures).toMatchObject({ of: 1, kept: 0, failed: 1 });
  }
});
