import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerFile, type FileSources } from '../../main/door/files.ts';
import { fakeBuilt } from './built.ts';

const svg = 'a'.repeat(64);
const digits = 'b'.repeat(64);
const typed = 'e'.repeat(64);
const lost = 'c'.repeat(64);

/** Answers for a kept file that a server called `type`. */
function answerOfType(type: string): Promise<Response> {
  return answer(`/media/${typed}`, {}, type);
}

/** Answers a request for a path of a window that keeps media files, one of them lost. */
async function answer(path: string, init?: RequestInit, type = ''): Promise<Response> {
  const { built, library } = fakeBuilt();
  const kept: Record<string, { path: string; type: string; sizeBytes: number }> = {
    [svg]: { path: join(library, 'picture.svg'), type: 'image/svg+xml', sizeBytes: 64 },
    [digits]: { path: join(library, 'bytes.bin'), type: 'image/png', sizeBytes: 10 },
    [typed]: { path: join(library, 'bytes.bin'), type, sizeBytes: 10 },
    [lost]: { path: join(library, 'lost.bin'), type: 'image/png', sizeBytes: 10 },
  };
  const bytes = { path: join(library, 'bytes.bin'), sizeBytes: 10 };
  const made: Record<string, { path: string; sizeBytes: number }> = {
    'backup/carrel-2026-03-28.carrel-backup.tar': bytes,
    'export/“100 %” — a café.html': bytes,
    'export/carrel-2026-03-28.carrel-articles.tar': bytes,
  };
  const sources: FileSources = {
    windowFolder: join(built, 'window'),
    media: (hash) => Promise.resolve(kept[hash] ?? null),
    capture: () => Promise.resolve(null),
    made: (what, name) => Promise.resolve(made[`${what}/${name}`] ?? null),
  };
  return answerFile(sources, new Request(`carrel://app${path}`, init));
}

const range = (value: string): RequestInit => ({ headers: { Range: value } });

describe('files of the window', () => {
  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets//app-1.js',
    '/.hidden.js',
    '/assets',
    '/assets/',
    '/nothing.js',
    '/package.json',
    '/C:/window.js',
    '/assets/app-1.js%00.svg',
  ])('are found nowhere else: %s', async (path) => {
    const response = await answer(path);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  test('are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await answer('/', { method })).status).toBe(405);
    }
  });

  test('are answered with type, policy and caching', async () => {
    const response = await answer('/assets/app-1.js');
    expect(await response.text()).toBe('document.title = "loaded";');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': '26',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('begin with index.html, which is never kept by the browser', async () => {
    for (const path of ['/', '/index.html']) {
      const response = await answer(path);
      expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(await response.text()).not.toContain('client.js');
    }
  });

  test('may load scripts, styles and pictures of the window, and nothing from elsewhere', async () => {
    const policy = (await answer('/')).headers.get('Content-Security-Policy') ?? '';
    expect(policy.split('; ').toSorted()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "frame-src 'self'",
      "img-src 'self'",
      "media-src 'self'",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self'",
      'trusted-types lit-html carrel-body',
    ]);
  });
});

describe('kept media', () => {
  test.each([
    '',
    'abc',
    svg.toUpperCase(),
    `${svg}0`,
    `${svg}/x`,
    '..%2findex.html',
    'd'.repeat(64),
    lost,
  ])('that are not there are a 404: %s', async (hash) => {
    expect((await answer(`/media/${hash}`)).status).toBe(404);
  });

  test.each([
    ['Ships%20in%3A%20fog', 'image/jpeg', 'Ships in fog.jpg'],
    ['..%2F..%2Fetc%0D%0AX-Evil%3A%201', 'image/png', 'etc X-Evil 1.png'],
    ['', 'image/webp', 'Picture.webp'],
    ['a.exe', 'image/svg+xml', 'a.exe.svg'],
    ['x'.repeat(300), 'image/avif', `${'x'.repeat(59)}….avif`],
    ['program', 'application/x-msdownload', 'program.bin'],
  ])(
    'are saved under a name, safe and with the ending of their type: %s',
    async (name, type, as) => {
      const response = await answer(`/media/${typed}?save=${name}`, {}, type);
      expect(response.status).toBe(200);
      const said = response.headers.get('Content-Disposition') ?? '';
      const saved = /filename\*=UTF-8''(.*)$/u.exec(said)?.[1] ?? '';
      expect(decodeURIComponent(saved)).toBe(as);
      expect(response.headers.get('X-Evil')).toBeNull();
    },
  );

  test('that are only shown have no name', async () => {
    const response = await answer(`/media/${typed}`, {}, 'image/png');
    expect(response.headers.get('Content-Disposition')).toBeNull();
  });

  test('come with their type and a policy under which an SVG can do nothing', async () => {
    const response = await answer(`/media/${svg}`);
    expect(await response.text()).toContain('<svg');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'application/xhtml+xml',
    'application/xml',
    'text/xml',
    'text/javascript',
    'application/javascript',
    'application/json',
    'application/x-msdownload',
    'application/epub+zip',
    'multipart/x-mixed-replace',
    'text/html;image/png',
    'image',
    'image/',
    'image/png\u00e9',
    'x-image/png',
    'application/pdfx',
    'application/pdf+xml',
    '',
  ])('of the type %j are bytes to save, and never a document', async (type) => {
    const response = await answerOfType(type);
    expect(await response.text()).toBe('0123456789');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*sandbox$/),
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['image/webp', 'image/webp'],
    ['Audio/MPEG', 'audio/mpeg'],
    ['video/mp4; codecs="avc1.42E01E"', 'video/mp4'],
    ['audio/x-m4a', 'audio/x-m4a'],
  ])('of the type %s are shown, sandboxed', async (type, contentType) => {
    const { headers } = await answerOfType(type);
    expect(headers.get('Content-Type')).toBe(contentType);
    expect(headers.get('Content-Disposition')).toBeNull();
    expect(headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('that are PDF are shown by the browser’s viewer, which a sandbox may refuse', async () => {
    const { headers } = await answerOfType('application/pdf');
    expect(headers.get('Content-Type')).toBe('application/pdf');
    expect(headers.get('Content-Disposition')).toBeNull();
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });

  test('answer HEAD with the headers alone', async () => {
    const response = await answer(`/media/${digits}`, { method: 'HEAD' });
    expect([response.status, response.headers.get('Content-Length')]).toEqual([200, '10']);
    expect(response.body).toBeNull();
  });

  test.each([
    ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=0-0', 206, 'bytes 0-0/10', '0'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=-0', 416, 'bytes */10', ''],
    ['bytes=4-2', 200, null, '0123456789'],
    ['bytes=0-1,3-4', 200, null, '0123456789'],
    ['bytes=-', 200, null, '0123456789'],
    ['lines=1-2', 200, null, '0123456789'],
  ])('answer the range %s with %d', async (header, status, contentRange, body) => {
    const response = await answer(`/media/${digits}`, range(header));
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Range')).toBe(contentRange);
    expect(await response.text()).toBe(body);
  });
});

describe('a backup', () => {
  const name = 'carrel-2026-03-28.carrel-backup.tar';

  test.each(['another.tar', '..%2f..%2fbytes.bin', '', 'a/b', '%00'])(
    'of another name is not there: %s',
    async (other) => {
      expect((await answer(`/backup/${other}`)).status).toBe(404);
    },
  );

  test('is a file to save under its name, and is kept by no browser', async () => {
    const response = await answer(`/backup/${name}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${name}`,
      'content-type': 'application/x-tar',
      'content-length': '10',
      'cache-control': 'no-store',
    });
    expect(await response.text()).toBe('0123456789');
  });

  test('goes on from where it was broken off', async () => {
    const response = await answer(`/backup/${name}`, range('bytes=7-'));
    expect([response.status, await response.text()]).toEqual([206, '789']);
  });
});

describe('an export', () => {
  const name = encodeURIComponent('“100 %” — a café.html');

  test.each(['another.html', '%E0%A4%A', '', `a/${name}`, 'carrel-2026-03-28.carrel-backup.tar'])(
    'of another name is not there: %s',
    async (other) => {
      expect((await answer(`/export/${other}`)).status).toBe(404);
    },
  );

  test('that is a page is a file to save, and never a page of this address', async () => {
    const response = await answer(`/export/${name}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': `attachment; filename="_100 __ _ a cafe.html"; filename*=UTF-8''${name}`,
      'content-type': 'application/octet-stream',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(await response.text()).toBe('0123456789');
  });

  test('that is a file of articles is an archive to save', async () => {
    const response = await answer('/export/carrel-2026-03-28.carrel-articles.tar');
    expect(response.headers.get('content-type')).toBe('application/x-tar');
  });
});
