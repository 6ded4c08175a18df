import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../../contract/types.ts';
import { newWork, type Work } from '../open-work.ts';
import { bring, type BroughtFile } from './bring.ts';
import { aPage, aPng, PARAGRAPHS } from './pages.ts';

let work: Work;
beforeEach(async () => {
  work = await newWork();
});
afterEach(() => work.close());

async function only(files: BroughtFile[]): Promise<Article> {
  const { report, state } = await bring(work.api, files);
  expect({ state, refused: report.refused }).toEqual({ state: 'done', refused: [] });
  expect(report.articleCount).toBe(1);
  return await work.article(report.articles[0] ?? 0);
}

const FIGURE = '<figure><img src="./Report_files/map.png"><figcaption>A map</figcaption></figure>';
const SAVED_FROM = '<!-- saved from url=(0031)https://news.example/report.html -->\n';

describe('what is nothing to read', () => {
  test('is refused by name, and the rest is taken', async () => {
    const { report } = await bring(work.api, [
      { path: 'noise.txt', content: Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0x80, 0, 7]) },
      { path: 'empty.html', content: '' },
      { path: 'nothing.html', content: '<!doctype html><title>Nothing</title>' },
      { path: 'picture.html', content: aPng(2, 2) },
      { path: 'ferry.html', content: aPage('The ferry') },
    ]);
    expect(report.articleCount).toBe(1);
    expect(report.refused).toHaveLength(4);
    for (const [at, name] of [
      'noise.txt',
      'empty.html',
      'nothing.html',
      'picture.html',
    ].entries()) {
      expect(report.refused[at]).toContain(name);
    }
    expect(report.refused[3]).toContain('it is no page, no list and no archive that Carrel reads');
  });

  test('leaves nothing behind', async () => {
    await bring(work.api, [{ path: 'nothing.html', content: '<!doctype html><title>No</title>' }]);
    expect(work.context.db.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(0);
    expect(readdirSync(join(work.context.folder, 'imports'))).toEqual([]);
  });

  test('a file that came incomplete is refused', async () => {
    const id = await work.api.startImport();
    const bytes = Buffer.from(aPage('Half'));
    await work.api.addToImport(id, [
      { path: 'half.html', sizeBytes: 100_000, modifiedAt: null, offset: 0, bytes },
      { path: 'next.html', sizeBytes: bytes.length, modifiedAt: null, offset: 0, bytes },
    ]);
    await work.api.runImport(id);
    await expect.poll(async () => (await work.api.imports())[0]?.state).toBe('done');
    const [{ report } = { report: null }] = await work.api.imports();
    expect(report?.refused).toEqual([
      'import: cannot read half.html: it did not come whole; it may have changed while it was read',
    ]);
    expect(report?.articleCount).toBe(1);
  });

  test.each([
    ['begins in the middle', { offset: 5, sizeBytes: 10, bytes: Buffer.from('abc') }],
    ['is more than it was said to be', { offset: 0, sizeBytes: 2, bytes: Buffer.from('abc') }],
  ])('a piece that %s is an error of the call', async (_what, piece) => {
    const id = await work.api.startImport();
    const wrong = { path: 'a.html', modifiedAt: null, ...piece };
    await expect(work.api.addToImport(id, [wrong])).rejects.toThrow('its pieces do not fit');
  });
});

describe('a page that a browser saved with its files', () => {
  const files: BroughtFile[] = [
    { path: 'trip/Report.html', content: aPage('Report', FIGURE, SAVED_FROM) },
    { path: 'trip/Report_files/map.png', content: aPng() },
    { path: 'trip/Report_files/frame.html', content: aPage('An advertisement') },
    { path: 'trip/Report_files/style.css', content: 'p { color: red }' },
    { path: 'trip/.DS_Store', content: Buffer.from([0, 1]) },
  ];

  test('is one article, with its picture, from its address; nothing is fetched', async () => {
    const article = await only(files);
    expect(article).toMatchObject({
      title: 'Report',
      address: 'https://news.example/report.html',
      text: 'kept',
      pictures: { of: 1, kept: 1, failed: 0 },
    });
    expect(article.pictureList[0]).toMatchObject({ caption: 'A map', width: 640, height: 480 });
    expect(work.jobs('picture')).toBe(0);
    expect(work.jobs('page')).toBe(0);
  });

  test('a picture that is missing among its files is told as that, and not asked for', async () => {
    const article = await only(files.slice(0, 1));
    expect(article.pictures).toEqual({ of: 1, kept: 0, failed: 1 });
    expect(article.pictureList[0]?.failure?.message).toContain(
      'is not among the files that were saved with the page',
    );
    await work.api.retry(article.id);
    expect(work.jobs('picture')).toBe(0);
  });

  test('a picture that is none is told as that', async () => {
    const article = await only([
      ...files.slice(0, 1),
      { path: 'trip/Report_files/map.png', content: '<html>Not found</html>' },
    ]);
    expect(article.pictureList[0]?.failure).toMatchObject({ kind: 'not-a-picture' });
  });

  test('a second import of the same changes nothing', async () => {
    const before = await only(files);
    const again = await bring(work.api, files);
    expect(again.report).toMatchObject({ articleCount: 0, present: 1, refused: [] });
    expect(await work.article(before.id)).toEqual(before);
  });

  test('twice among other states of it in one drop is kept once', async () => {
    const [first, second] = ['Report', 'Report, changed'].map((title) =>
      aPage(title, '', SAVED_FROM),
    );
    const { report } = await bring(work.api, [
      { path: 'a.html', content: first ?? '' },
      { path: 'b.html', content: second ?? '' },
      { path: 'c.html', content: first ?? '' },
    ]);
    expect(report).toMatchObject({ articleCount: 1, present: 2, refused: [] });
    expect(work.context.db.prepare('SELECT count(*) FROM captures').pluck().get()).toBe(2);
  });

  test('is read anew from what is kept, with its picture', async () => {
    const before = await only(files);
    expect(await work.api.extractAgain(before.id)).toBe('same');
    expect(await work.article(before.id)).toEqual(before);
  });

  test('another page with a file of the same name has its own picture', async () => {
    const other: BroughtFile[] = [
      { path: 'Report.html', content: aPage('Another report', FIGURE) },
      { path: 'Report_files/map.png', content: aPng(320, 200) },
    ];
    const [first, second] = [await only(files), await only(other)];
    expect(first.pictureList[0]?.hash).not.toBe(second.pictureList[0]?.hash);
  });

  test('a page without a word of where it was has no address, and its time is the file’s', async () => {
    const [page, ...rest] = files;
    const plain = { ...page, path: 'trip/Report.html', content: aPage('Report', FIGURE) };
    const article = await only([{ ...plain, modifiedAt: 1_600_000_000_000 }, ...rest]);
    expect(article).toMatchObject({ address: null, fetchedAt: 1_600_000_000_000 });
    expect(article.pictures.kept).toBe(1);
  });
});

test('a page that SingleFile saved has its address, its time and its pictures', async () => {
  const png = Buffer.from(aPng(900, 700)).toString('base64');
  const comment = `<!--
 Page saved with SingleFile
 url: https://news.example/single?id=1
 saved date: Tue Nov 24 2020 20:00:00 GMT+0100 (Central European Standard Time)
-->`;
  const html = `<!DOCTYPE html> <html lang=en>${comment}<head><title>Single</title></head><body>
    <article><h1>Single</h1>${PARAGRAPHS}
    <figure><img src="data:image/png;base64,${png}"><figcaption>Red</figcaption></figure>
    </article></body></html>`;
  const padded = html.replace(png, `${png}${'A'.repeat(8000)}`);
  const article = await only([{ path: 'single.html', content: padded }]);
  expect(article).toMatchObject({
    address: 'https://news.example/single?id=1',
    fetchedAt: Date.UTC(2020, 10, 24, 19),
    pictures: { of: 1, kept: 1, failed: 0 },
  });
  expect(article.pictureList[0]?.address).toMatch(/^saved:\/\/data\/[0-9a-f]{64}$/);
});

/** A page as Chromium saves it in one file. */
function anMhtml(): string {
  const png = Buffer.from(aPng()).toString('base64');
  return [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example/mht',
    'Subject: A title',
    'Date: Tue, 24 Nov 2020 20:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----B"',
    '',
    '------B',
    'Content-Type: text/html',
    'Content-Location: https://news.example/mht',
    '',
    aPage('From an MHTML', '<img src="https://news.example/a.png" width="640" height="480">'),
    '------B',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://news.example/a.png',
    '',
    png,
    '------B--',
    '',
  ].join('\r\n');
}

test('an MHTML page is kept as the file that it was, with the pictures that it holds', async () => {
  const mhtml = anMhtml();
  const article = await only([{ path: 'page.mhtml', content: mhtml }]);
  expect(article).toMatchObject({
    title: 'From an MHTML',
    address: 'https://news.example/mht',
    fetchedAt: Date.UTC(2020, 10, 24, 20),
    pictures: { of: 1, kept: 1, failed: 0 },
  });
  const sha256 = createHash('sha256').update(mhtml).digest('hex');
  expect(work.context.db.prepare('SELECT sha256 FROM captures').pluck().get()).toBe(sha256);
  expect(await work.api.extractAgain(article.id)).toBe('same');
});

test('an MHTML page whose picture is not among its parts is told as that, with its text', async () => {
  const whole = anMhtml();
  const from = whole.indexOf('------B\r\nContent-Type: image/png');
  const content = `${whole.slice(0, from)}------B--\r\n`.replaceAll(
    'https://news.example/a.png',
    'cid:gone@x',
  );
  const { report } = await bring(work.api, [{ path: 'page.mhtml', content }]);
  expect(report).toMatchObject({ articleCount: 1, refused: [] });
  const article = await work.article(report.articles[0] ?? 0);
  expect(article).toMatchObject({ title: 'From an MHTML', text: 'kept' });
  expect(article.pictures).toEqual({ of: 1, kept: 0, failed: 1 });
});

test('an MHTML page that is cut off gives what is there, and says so', async () => {
  const content = anMhtml().slice(0, -20);
  const { report } = await bring(work.api, [{ path: 'page.mhtml', content }]);
  expect(report).toMatchObject({
    articleCount: 1,
    refused: ['import: page.mhtml is cut off: its end is missing'],
  });
});

test('Markdown is an article of its headings and links, with its pictures', async () => {
  const article = await only([
    {
      path: 'notes/trip.md',
      content: `---\ntitle: A trip\nauthor: Ada Lind\ntags: [sea, fog]\n---\n# A trip\n\n${'It was *foggy* all the way, and the bell rang. '.repeat(8)}\n\n## Later\n\n![The pier](pier.png)\n\n${'The sun stood over the breakwater. '.repeat(8)}\n`,
    },
    { path: 'notes/pier.png', content: aPng() },
  ]);
  expect(article).toMatchObject({ title: 'A trip', authors: ['Ada Lind'] });
  expect(article.html).toContain('<h2>Later</h2>');
  expect(article.html).toContain('<em>foggy</em>');
  expect(article.pictures).toEqual({ of: 1, kept: 1, failed: 0 });
});

test('a list of feeds is subscribed to, among other files', async () => {
  const { report } = await bring(work.api, [
    {
      path: 'feeds.opml',
      content: '<opml version="2.0"><body><outline xmlUrl="https://a.example/f"/></body></opml>',
    },
    { path: 'ferry.html', content: aPage('The ferry') },
  ]);
  expect(report).toMatchObject({ articleCount: 1, refused: [] });
  expect(report.feeds).toHaveLength(1);
});

test('what was handed over is gone from the disk when it is taken', async () => {
  const { id } = await bring(work.api, [{ path: 'ferry.html', content: aPage('The ferry') }]);
  expect(existsSync(join(work.context.folder, 'imports', String(id)))).toBe(false);
});
