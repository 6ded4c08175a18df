import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newWork, type Work } from '../open-work.ts';
import { bring } from './bring.ts';
import { aPage, aPng } from './pages.ts';
import { aPdf, block } from './a-pdf.ts';
import { aZip } from './a-sink.ts';

let work: Work;
beforeEach(async () => {
  work = await newWork();
  // What is to be fetched stays due: these tests are about what files hold.
  work.context.fetcher.get = (_address, { signal }) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
});
afterEach(() => work.close());

function rows(sql: string): unknown[] {
  return work.context.db.prepare(sql).all();
}

/** A record of a WARC: what a server answered to a page or a picture. */
function answered(address: string, type: string, body: string | Uint8Array): Buffer {
  const content = Buffer.from(body);
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`),
    content,
  ]);
  const head =
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\n` +
    `WARC-Date: 2019-05-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n` +
    `Content-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}

const IMAGE = '<img src="/a.png" width="640" height="480">';

describe('a WARC', () => {
  const page = answered('https://news.example/one', 'text/html', aPage('One', IMAGE));
  const picture = answered('https://news.example/a.png', 'image/png', aPng());
  const start = answered(
    'https://news.example/',
    'text/html',
    '<title>News</title><a href="/one">One</a>',
  );
  const second = answered('https://news.example/two', 'text/html', aPage('Two'));
  const warc = Buffer.concat([start, page, picture, second].map((record) => gzipSync(record)));

  test('gives its pages with their pictures, as they were fetched', async () => {
    const { report } = await bring(work.api, [{ path: 'news.warc.gz', content: warc }]);
    expect(report).toMatchObject({ articleCount: 2, withoutArticle: 1, refused: [] });
    expect(await work.article(report.articles[0] ?? 0)).toMatchObject({
      title: 'One',
      address: 'https://news.example/one',
      fetchedAt: Date.UTC(2019, 4, 1, 10),
      pictures: { of: 1, kept: 1, failed: 0 },
    });
    expect(rows('SELECT status, file_name FROM captures')).toEqual([
      { status: 200, file_name: 'news.warc.gz' },
      { status: 200, file_name: 'news.warc.gz' },
    ]);
    expect(work.jobs('picture')).toBe(0);
  });

  test('that is cut off gives what is whole, and says so; brought again it changes nothing', async () => {
    const cut = warc.subarray(0, warc.length - 40);
    const { report } = await bring(work.api, [{ path: 'news.warc.gz', content: cut }]);
    expect(report.articleCount).toBe(1);
    expect(report.refused.join()).toContain('cut off');
    const again = await bring(work.api, [{ path: 'news.warc.gz', content: cut }]);
    expect(again.report).toMatchObject({ articleCount: 0, present: 1 });
    expect(rows('SELECT count(*) AS n FROM captures')).toEqual([{ n: 1 }]);
  });

  test('older than what is in the library does not take its place', async () => {
    const now = aPage('One, as it is now');
    await bring(work.api, [
      { path: 'now.html', content: `<!-- saved from url=(0024)https://news.example/one -->${now}` },
    ]);
    const { report } = await bring(work.api, [{ path: 'news.warc.gz', content: warc }]);
    expect(report).toMatchObject({ articleCount: 1, refused: [] });
    expect(rows('SELECT count(*) AS n FROM versions')).toEqual([{ n: 3 }]);
    expect(rows(`SELECT title FROM articles WHERE address = 'https://news.example/one'`)).toEqual([
      { title: 'One, as it is now' },
    ]);
  });
});

describe('a ZIP of saved pages', () => {
  test('is taken as the folder that it is', async () => {
    const zip = await aZip({
      'trip/Report.html': aPage(
        'Report',
        '<img src="Report_files/map.png" width="640" height="480">',
      ),
      'trip/Report_files/map.png': aPng(),
      'trip/Report_files/frame.html': aPage('An advertisement'),
      'trip/notes.txt':
        'Notes of the trip\n\nIt was foggy all the way, and the bell rang, and so on.',
    });
    const { report } = await bring(work.api, [{ path: 'trip.zip', content: zip }]);
    expect(report).toMatchObject({ articleCount: 2, refused: [] });
    expect((await work.article(report.articles[0] ?? 0)).pictures.kept).toBe(1);
  });

  test('with paths that lead elsewhere writes nothing there, and gives the rest', async () => {
    const zip = await aZip({
      'ferry.html': aPage('The ferry'),
      'x/evil.html': aPage('Evil'),
    });
    // The names are rewritten in the bytes: no writer makes such a ZIP.
    const evil = Buffer.from(
      zip.toString('latin1').replaceAll('x/evil.html', '../../e.htm'),
      'latin1',
    );
    const { report } = await bring(work.api, [{ path: 'evil.zip', content: evil }]);
    expect(report.articleCount).toBe(1);
    expect(report.refused.join()).toContain('e.htm');
  });

  test('a bomb ends with a sentence, and nothing of it is kept', async () => {
    const zip = await aZip({ 'bomb.html': Buffer.alloc(60 * 1024 * 1024) });
    const { report } = await bring(work.api, [
      { path: 'bomb.zip', content: zip },
      { path: 'ferry.html', content: aPage('The ferry') },
    ]);
    expect(report.articleCount).toBe(1);
    expect(report.refused.join()).toContain('bomb.html');
  });
});

describe('an export', () => {
  const csv = (entries: number): string => {
    const lines = Array.from(
      { length: entries },
      (_, at) =>
        `Title ${at},https://news.example/${at},1600000000,a|b,${at % 2 ? 'archive' : 'unread'}`,
    );
    return ['title,url,time_added,tags,status', ...lines].join('\n');
  };

  test('gives its addresses, with their titles, dates, tags and what was read', async () => {
    const { report } = await bring(work.api, [{ path: 'part_000000.csv', content: csv(4) }]);
    expect(report).toMatchObject({ articleCount: 4, toFetch: 4, refused: [] });
    expect(await work.article(report.articles[1] ?? 0)).toMatchObject({
      title: 'Title 1',
      address: 'https://news.example/1',
      read: true,
      text: 'waiting',
      sortAt: 1_600_000_000_000,
    });
    const provenance = await work.api.provenance(report.articles[1] ?? 0);
    expect(provenance?.brought).toMatchObject({
      file: 'part_000000.csv',
      savedAt: 1_600_000_000_000,
      tags: ['a', 'b'],
    });
    expect(work.jobs('page')).toBe(4);
    const again = await bring(work.api, [{ path: 'part_000000.csv', content: csv(4) }]);
    expect(again.report).toMatchObject({ articleCount: 0, present: 4 });
  });

  test('of 50,000 entries is taken whole, and the library answers meanwhile', async () => {
    const taking = bring(work.api, [{ path: 'export.csv', content: csv(50_000) }]);
    let answers = 0;
    const asking = setInterval(() => {
      void work.api.list({ scope: { kind: 'all' }, limit: 50, after: null });
      answers += 1;
    }, 20);
    const { report } = await taking;
    clearInterval(asking);
    expect(report).toMatchObject({ articleCount: 50_000, toFetch: 50_000, refused: [] });
    expect(report.articles).toHaveLength(200);
    expect(answers).toBeGreaterThan(10);
    expect((await work.api.counts()).articles).toBe(50_000);
  }, 240_000);

  test('with a PDF in it gives the PDF under its own title', async () => {
    const entry = { slug: 'tides', title: 'The tides', url: 'https://a.example/tides.pdf' };
    const zip = await aZip({
      'metadata_0_to_1.json': JSON.stringify([{ ...entry, state: 'Active', labels: [] }]),
      'content/tides.pdf': aPdf([block(['The water rises twice a day.'])]),
    });
    const { report } = await bring(work.api, [{ path: 'omnivore.zip', content: zip }]);
    expect(report).toMatchObject({ articleCount: 1, refused: [] });
    const article = await work.article(report.articles[0] ?? 0);
    expect(article).toMatchObject({ title: 'The tides', address: 'https://a.example/tides.pdf' });
    expect(article.enclosures).toMatchObject([{ title: 'The tides', state: 'kept' }]);
  });

  test('with the texts gives articles that need no network', async () => {
    const entry = {
      id: 1,
      title: 'Kept by wallabag',
      url: 'https://news.example/kept',
      content: aPage('Kept by wallabag').replace(/^[\s\S]*<article>|<\/article>[\s\S]*$/g, ''),
      is_archived: 0,
      is_starred: 1,
      tags: ['sea'],
      created_at: '2021-01-02T03:04:05+0000',
      published_by: ['Ada Lind'],
      mimetype: 'text/html',
    };
    const content = JSON.stringify([entry]);
    const { report } = await bring(work.api, [{ path: 'All articles.json', content }]);
    expect(report).toMatchObject({ articleCount: 1, toFetch: 0, refused: [] });
    expect(await work.article(report.articles[0] ?? 0)).toMatchObject({
      title: 'Kept by wallabag',
      authors: ['Ada Lind'],
      bookmarked: true,
      text: 'kept',
    });
    expect(work.jobs('page')).toBe(0);
  });
});
