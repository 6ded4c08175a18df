/** The sample newsroom behaves as the web does: what the other tests fetch from can be relied on. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lightboxArticle } from './newsroom/articles/lightbox.ts';
import { articles } from './newsroom/newsdesk.ts';
import { parseProse } from './newsroom/prose.ts';
import { pathOf } from './newsroom/routes.ts';
import { startNewsroom } from './newsroom/server.ts';
import type { Newsroom } from './newsroom/server.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.close());

function at(path: string): string {
  return new URL(path, newsroom.origin).href;
}

async function textAt(path: string): Promise<string> {
  return (await fetch(at(path))).text();
}

function count(lang: string): number {
  return articles.filter((article) => article.lang.startsWith(lang)).length;
}

async function documentAt(path: string): Promise<ReturnType<typeof parseHTML>['document']> {
  return parseHTML(await textAt(path)).document;
}

/** What the first bytes of a file say it is. */
function kindOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  if (start.slice(4, 12) === 'ftypavif') return 'image/avif';
  return start.startsWith('<svg') ? 'image/svg+xml' : 'unknown';
}

/** Every picture address in a page: attributes of images and sources, lazy ones and noscript twins too. */
function picturesIn(html: string, address: string): string[] {
  const base = /<base href="([^"]+)"/.exec(html)?.[1] ?? address;
  const found = new Set<string>();
  for (const [, name = '', value = ''] of html.matchAll(
    /\s(?:data-)?(src|srcset|href)="([^"]*)"/g,
  )) {
    const parts =
      name === 'srcset'
        ? value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '')
        : [value];
    for (const part of parts) {
      if (part.startsWith('data:')) continue;
      if (/\.(jpg|png|webp|avif|svg|gif)(\?|$)/.test(part))
        found.add(new URL(part, new URL(base, address)).href);
    }
  }
  return [...found];
}

describe('trouble', () => {
  test.each([
    ['/special/missing', 404],
    ['/special/gone', 410],
    ['/special/broken', 500],
    ['/nowhere', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await fetch(at(path))).status).toBe(status);
  });

  test('a busy page answers 429 with Retry-After once, and then the page', async () => {
    const first = await fetch(at('/special/busy'));
    expect(first.status).toBe(429);
    expect(first.headers.get('retry-after')).toBe('1');
    expect(await textAt('/special/busy')).toContain('Please wait to be seated');
  });

  test('a chain of four redirects of four kinds ends at an article', async () => {
    const statuses: number[] = [];
    let address = at('/special/redirect');
    for (;;) {
      const response = await fetch(address, { redirect: 'manual' });
      if (response.status === 200) break;
      statuses.push(response.status);
      address = new URL(response.headers.get('location') ?? '', address).href;
    }
    expect(statuses).toEqual([301, 302, 307, 308]);
    expect(address).toBe(at('/special/one-picture'));
  });

  test('a redirect loop never ends', async () => {
    await expect(fetch(at('/special/loop'))).rejects.toThrow('fetch failed');
  });

  test('a feed that is not XML, and one that was cut off', async () => {
    const page = await textAt('/special/not-a-feed.xml');
    expect(() => parseFeed(page)).toThrow('feed');
    expect(await textAt('/special/cut-feed.xml')).toMatch(/<title>The sec$/);
  });

  test('a picture that is HTML, and a JPEG without its end', async () => {
    expect((await fetch(at('/special/not-a-picture.jpg'))).headers.get('content-type')).toContain(
      'text/html',
    );
    const bytes = Buffer.from(await (await fetch(at('/special/truncated.jpg'))).arrayBuffer());
    expect(kindOf(bytes)).toBe('image/jpeg');
    expect(bytes.subarray(-2).toString('hex')).not.toBe('ffd9');
  });

  test('refuses anything but reading', async () => {
    expect((await fetch(at('/'), { method: 'POST' })).status).toBe(405);
  });

  test('close() ends a slow and a stalled request at once', async () => {
    const other = await startNewsroom();
    const slow = fetch(`${other.origin}/special/slow?ms=60000`).catch(() => 'ended');
    const stalled = fetch(`${other.origin}/special/stalled`)
      .then((response) => response.text())
      .catch(() => 'ended');
    while (other.requests.length < 2) await new Promise((resolve) => void setTimeout(resolve, 5));
    const before = performance.now();
    await other.close();
    expect(performance.now() - before).toBeLessThan(500);
    expect(await slow).toBe('ended');
    expect(await stalled).toBe('ended');
  });

  test('a slow page comes after the time that was asked for', async () => {
    const before = performance.now();
    expect(await textAt('/special/slow?ms=120')).toContain('The slowest clock in the valley');
    expect(performance.now() - before).toBeGreaterThanOrEqual(115);
  });
});

describe('articles', () => {
  test('there are at least forty-two, in seven languages, each with its own slug', () => {
    expect(articles.length).toBeGreaterThanOrEqual(42);
    expect(new Set(articles.map((article) => article.slug)).size).toBe(articles.length);
    expect(count('en')).toBeGreaterThanOrEqual(25);
    expect(['de', 'fr', 'ar', 'zh', 'ja'].filter((lang) => count(lang) < 3)).toEqual([]);
    expect(count('ru')).toBeGreaterThanOrEqual(1);
  });

  test('every article has a page with its headline, and every picture on it is a picture', async () => {
    const pictures = new Set<string>();
    for (const article of articles.filter(({ section }) => section !== 'Trouble')) {
      const response = await fetch(at(pathOf(article)));
      expect(`${response.status} ${article.slug}`).toBe(`200 ${article.slug}`);
      if (article.site === 'vestnik' || article.slug === 'shift-jis') continue;
      const html = await response.text();
      expect(parseHTML(html).document.querySelector('h1')?.textContent).toBe(article.headline);
      for (const address of picturesIn(html, response.url)) pictures.add(address);
    }
    for (const path of [
      '/',
      '/harbour-post/',
      '/signal/',
      '/atelier/',
      '/weltblatt/',
      '/special/',
    ]) {
      for (const address of picturesIn(await textAt(path), at(path))) pictures.add(address);
    }
    expect(pictures.size).toBeGreaterThan(80);
    const kinds = new Set<string>();
    for (const address of pictures) {
      const response = await fetch(address);
      expect(`${response.status} ${address}`).toBe(`200 ${address}`);
      const kind = kindOf(new Uint8Array(await response.arrayBuffer()));
      expect(`${kind} ${address}`).toBe(`${response.headers.get('content-type')} ${address}`);
      kinds.add(kind);
    }
    expect([...kinds].toSorted()).toEqual([
      'image/avif',
      'image/gif',
      'image/jpeg',
      'image/png',
      'image/svg+xml',
      'image/webp',
    ]);
  }, 30_000);

  test('no page shows the markup its article is written in', async () => {
    for (const article of articles) {
      const html = parseProse(article.body)
        .map((block) => ('html' in block ? block.html : ''))
        .join('\n');
      expect(html).not.toMatch(/\*\*|‹|~~~|\]\(|\[\^/);
    }
  });

  test('windows-1251 and Shift_JIS pages decode to their headlines', async () => {
    for (const article of articles.filter(
      ({ site, slug }) => site === 'vestnik' || slug === 'shift-jis',
    )) {
      const response = await fetch(at(pathOf(article)));
      const charset = article.lang === 'ja' ? 'shift_jis' : 'windows-1251';
      // Shift_JIS is named in the page only, windows-1251 also in the header.
      expect(response.headers.get('content-type')).toBe(
        article.lang === 'ja' ? 'text/html' : 'text/html; charset=windows-1251',
      );
      const html = new TextDecoder(charset, { fatal: true }).decode(await response.arrayBuffer());
      expect(html).toContain(article.headline);
      expect(html.toLowerCase()).toContain(
        `charset=${article.lang === 'ja' ? '"shift_jis"' : 'windows-1251'}`,
      );
    }
  });

  test('gzip and br pages say so and can be read', async () => {
    for (const [path, encoding] of [
      ['/special/gzip', 'gzip'],
      ['/special/brotli', 'br'],
    ] as const) {
      const response = await fetch(at(path));
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(await response.text()).toContain('</html>');
    }
  });

  test('revise() changes the text, the validators and the date; a query shows one revision', async () => {
    const other = await startNewsroom();
    const address = `${other.origin}/special/changing`;
    const first = await fetch(address);
    expect(await first.text()).toContain('has not left');
    expect(other.revise('changing')).toBe(1);
    const second = await fetch(address, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(second.status).toBe(200);
    expect(await second.text()).toContain('opened again at ten past nine');
    expect(Date.parse(second.headers.get('last-modified') ?? '')).toBeGreaterThan(
      Date.parse(first.headers.get('last-modified') ?? ''),
    );
    expect(await (await fetch(`${address}?revision=2`)).text()).toContain('to be married');
    other.revise('fog');
    expect(await (await fetch(`${other.origin}/harbour-post/weather/fog`)).text()).toContain(
      'Update 1:',
    );
    expect(() => other.revise('nobody')).toThrow('no article is called nobody');
    await other.close();
  });
});

describe('feeds', () => {
  test('there are at least four, each well-formed and in its format', async () => {
    const formats: string[] = [];
    for (const { address, title } of newsroom.feeds) {
      const response = await fetch(address);
      const charset = title.startsWith('Вестник') ? 'windows-1251' : 'utf-8';
      const { format, feed } = parseFeed(
        new TextDecoder(charset).decode(await response.arrayBuffer()),
      );
      expect(typeof feed.title === 'object' ? feed.title.value : feed.title).toBe(title);
      formats.push(format);
    }
    expect(formats).toEqual(['rss', 'rdf', 'atom', 'json', 'rss', 'rss', 'rss']);
  });

  test('every link and every picture in a feed answers', async () => {
    for (const { address } of newsroom.feeds) {
      const text = await textAt(address);
      const links =
        text
          .replaceAll('&amp;', '&')
          .match(/http:\/\/127\.0\.0\.1[^"'<>\s\\\])&]+(?:&[^"'<>\s\\;]+(?=["'<]))?/g) ?? [];
      expect(links.length).toBeGreaterThan(3);
      for (const link of new Set(links)) {
        const response = await fetch(link, { method: 'HEAD' });
        expect(`${response.status} ${link}`).toBe(`200 ${link}`);
      }
    }
  }, 30_000);

  test('RSS carries full content or only summaries, Atom both ways, JSON Feed HTML', async () => {
    const full = parseFeed(await textAt('/harbour-post/feed.xml'));
    const summaries = parseFeed(await textAt('/weltblatt/rss.xml'));
    if (full.format !== 'rss' || summaries.format !== 'rss') throw new Error('not RSS');
    expect(full.feed.items?.every((item) => (item.content?.encoded?.length ?? 0) > 400)).toBe(true);
    expect(summaries.feed.items?.some((item) => item.content?.encoded)).toBe(false);
    const atom = await textAt('/signal/atom.xml');
    expect(atom).toContain('<content type="html">');
    expect(atom).toContain('<content type="xhtml">');
    const json = parseFeed(await textAt('/atelier/feed.json'));
    if (json.format !== 'json') throw new Error('not a JSON Feed');
    expect(json.feed.items?.every((item) => item.content_html && item.image)).toBe(true);
  });

  test('one article stands in two feeds under addresses that differ only in their tracking', async () => {
    const addresses = await Promise.all(
      ['/harbour-post/feed.xml', '/weltblatt/rss.xml'].map(async (path) => {
        const { format, feed } = parseFeed(await textAt(path));
        if (format !== 'rss') throw new Error('not RSS');
        return new URL(
          feed.items?.find((item) => item.title?.startsWith('Crane Seven'))?.link ?? '',
        );
      }),
    );
    const [one, two] = addresses;
    expect(one?.href).not.toBe(two?.href);
    expect(one?.pathname).toBe(two?.pathname);
    expect(one?.searchParams.get('utm_source')).toBe('harbour-post');
  });

  test('home pages name their feeds, the Harbour Post two', async () => {
    const named: number[] = [];
    for (const path of ['/harbour-post/', '/signal/', '/atelier/', '/weltblatt/', '/vestnik/']) {
      named.push((await documentAt(path)).querySelectorAll('link[rel=alternate]').length);
    }
    expect(named).toEqual([2, 1, 1, 1, 1]);
  });

  test('a withdrawn article leaves its feeds, keeps its page, and comes back', async () => {
    const other = await startNewsroom();
    const carries = async (): Promise<boolean> =>
      (await (await fetch(`${other.origin}/harbour-post/feed.xml`)).text()).includes(
        'harbour-post:fog<',
      );
    other.withdraw('fog');
    expect(await carries()).toBe(false);
    expect((await fetch(`${other.origin}/harbour-post/weather/fog`)).status).toBe(200);
    other.restore('fog');
    expect(await carries()).toBe(true);
    await other.close();
  });
});

describe('validators', () => {
  test.each([
    '/harbour-post/feed.xml',
    '/atelier/feed.json',
    '/pictures/valley-dawn.jpg',
    '/special/gallery',
    '/special/gzip',
  ])('%s answers 304 to its ETag and to its date', async (path) => {
    const first = await fetch(at(path));
    const etag = first.headers.get('etag') ?? '';
    const date = first.headers.get('last-modified') ?? '';
    expect(
      (await fetch(at(path), { headers: { 'if-none-match': `"other", W/${etag}` } })).status,
    ).toBe(304);
    expect((await fetch(at(path), { headers: { 'if-modified-since': date } })).status).toBe(304);
    // A tag that differs decides, whatever the date says.
    expect(
      (
        await fetch(at(path), {
          headers: { 'if-none-match': '"other"', 'if-modified-since': date },
        })
      ).status,
    ).toBe(200);
  });

  test('the same now makes the same bytes at every start', async () => {
    const now = new Date('2026-03-01T09:00:00Z');
    const texts: string[] = [];
    for (let start = 0; start < 2; start++) {
      const other = await startNewsroom({ now });
      const text = await (await fetch(`${other.origin}/harbour-post/feed.xml`)).text();
      texts.push(text.replaceAll(other.origin, ''));
      await other.close();
    }
    expect(texts[0]).toBe(texts[1]);
  });

  test('requests are kept in order, with their headers', async () => {
    const before = newsroom.requests.length;
    await fetch(at('/special/gallery?x=1'), { headers: { 'x-reader': 'test' } });
    expect(newsroom.requests[before]).toMatchObject({
      method: 'GET',
      path: '/special/gallery?x=1',
      headers: { 'x-reader': 'test' },
    });
  });
});

describe('special pages', () => {
  test('the lightbox page: title, nine paragraphs, one picture, leftovers before and after', async () => {
    expect(
      parseProse(lightboxArticle.body).filter((block) => block.kind === 'paragraph'),
    ).toHaveLength(9);
    for (const path of ['/special/lightbox', '/special/lightbox-plain']) {
      const document = await documentAt(path);
      expect(document.querySelectorAll('img')).toHaveLength(1);
      const lines = document.body.textContent
        .split('\n')
        .map((line: string) => line.trim())
        .filter(Boolean)
        .join('\n');
      expect(lines.split(lightboxArticle.headline)).toHaveLength(4);
      expect(lines.split('1 / 1')).toHaveLength(3);
      expect(lines.split('> <')).toHaveLength(3);
      expect(lines.slice(0, lines.indexOf(lightboxArticle.headline)).match(/\bX\b/g)).toHaveLength(
        2,
      );
    }
  });

  test('the same page as plain text is the file in the repository', async () => {
    const text = await textAt('/special/lightbox.txt');
    expect(text).toBe(readFileSync(new URL('./newsroom/lightbox.txt', import.meta.url), 'utf8'));
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    expect(lines).toHaveLength(2 + 1 + 9 + 4);
    expect(lines.slice(0, 3)).toEqual(['X', 'X', lightboxArticle.headline]);
    expect(lines.slice(-4)).toEqual([lightboxArticle.headline, '1 / 1', 'X', '> <']);
    expect(text).toContain('\n\u00a0\n');
  });

  test('the inline gallery has twelve pictures, each with caption and credit', async () => {
    const document = await documentAt('/special/gallery');
    expect(document.querySelectorAll('.gallery figure img')).toHaveLength(12);
    expect(document.querySelectorAll('.gallery figcaption .credit')).toHaveLength(12);
  });

  test('the slideshow keeps its pictures in data attributes and in its settings', async () => {
    const document = await documentAt('/special/slideshow');
    expect(document.querySelectorAll('.slide[data-src][data-caption]')).toHaveLength(5);
    expect(
      JSON.parse(document.querySelector('script.slider-config')?.textContent ?? '{}'),
    ).toHaveProperty('items.4.src', '/pictures/star-trails.webp');
  });

  test.each([
    ['picture-element', 'picture source[type="image/avif"]'],
    ['srcset-widths', 'img[srcset*="960w"][sizes]'],
    ['srcset-densities', 'img[srcset*=" 2x"]'],
    ['lazy', 'img[src^="data:image/gif"][data-src]'],
    ['noscript', 'noscript'],
    ['relative', 'base[href]'],
    ['animated', 'img[src$=".gif"]'],
    ['drawing', 'img[src$=".svg"]'],
  ])('%s is written with %s', async (name, selector) => {
    expect((await documentAt(`/special/${name}`)).querySelector(selector)).not.toBeNull();
  });

  test('one article has no picture and one has exactly one', async () => {
    expect((await documentAt('/special/no-picture')).querySelectorAll('article img')).toHaveLength(
      0,
    );
    expect((await documentAt('/special/one-picture')).querySelectorAll('article img')).toHaveLength(
      1,
    );
  });
});

describe('the worker', () => {
  test('says where it listens, and ends when told to', async () => {
    const worker = new Worker(new URL('./newsroom/worker.ts', import.meta.url), {
      workerData: { port: Number(new URL(newsroom.origin).port) },
    });
    const message = await new Promise<unknown>((resolve) => void worker.once('message', resolve));
    expect(message).toMatchObject({
      kind: 'listening',
      origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect(message).not.toMatchObject({ origin: newsroom.origin });
    const ended = new Promise<number>((resolve) => void worker.once('exit', resolve));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a page
    worker.postMessage('close');
    expect(await ended).toBe(0);
  });

  test('says so when it cannot start', async () => {
    const worker = new Worker(new URL('./newsroom/worker.ts', import.meta.url), {
      workerData: { dataFolder: '/nowhere/at/all' },
    });
    const message = await new Promise<unknown>((resolve) => void worker.once('message', resolve));
    expect(message).toMatchObject({ kind: 'failed' });
    await worker.terminate();
  });
});
