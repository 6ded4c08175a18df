import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import { answerFile, type FileSources } from '../../main/door/files.ts';
import type { CaptureFile } from '../../main/engine/protocol.ts';

/** Answers a request for a path below `/capture/`, where the capture 7 is the one given. */
function answerFor(
  path: string,
  kept: Partial<CaptureFile> = {},
  init?: RequestInit,
): Promise<Response> {
  const capture: CaptureFile = {
    bytes: Buffer.from('<p>Harbour</p>'),
    type: 'text/html; charset=windows-1252',
    title: 'Harbour',
    address: 'https://news.example/harbour',
    fetchedAt: Date.UTC(2026, 0, 31),
    ...kept,
  };
  const sources: FileSources = {
    windowFolder: '/nowhere',
    media: () => Promise.resolve(null),
    made: () => Promise.resolve(null),
    capture: (id) => {
      if (id === 13)
        return Promise.reject(new CarrelError('internal', 'capture: its bytes are bad'));
      return Promise.resolve(id === 7 ? capture : null);
    },
  };
  return answerFile(sources, new Request(`carrel://app/capture/${path}`, init));
}

const policyOfCaptures =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

describe('captures', () => {
  test.each(['', '0', '07', '-1', '1e3', '7.0', '%37', '7/', '7/x', '9999999999999999', 'a'])(
    'are at no other address: %j',
    async (path) => {
      const response = await answerFor(path);
      expect([response.status, await response.text()]).toEqual([
        404,
        'This is not the address of a captured page.\n',
      ]);
    },
  );

  test('that are gone or damaged say so in words, as plainly guarded as all others', async () => {
    const gone = await answerFor('8');
    expect([gone.status, await gone.text()]).toEqual([
      404,
      'The captured page is not in the library any more.\n',
    ]);
    const damaged = await answerFor('13');
    expect([damaged.status, await damaged.text()]).toEqual([
      500,
      'The captured page cannot be shown. capture: its bytes are bad\n',
    ]);
    for (const { headers } of [gone, damaged]) {
      expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
      expect(headers.get('Content-Security-Policy')).toBe(policyOfCaptures);
      expect(headers.get('Cache-Control')).toBe('no-store');
    }
  });

  test.each([
    'application/pdf',
    'application/json',
    'application/octet-stream',
    'text/css',
    'text/javascript',
    'image/png',
    'multipart/related; boundary=x',
    'multipart/x-mixed-replace',
    'text/html+x',
    'text/htmlx',
    'text/html, image/png',
    'html',
    '',
  ])('of the type %j are only to be saved', async (type) => {
    const { headers } = await answerFor('7', { type });
    expect(headers.get('Content-Type')).toBe('application/octet-stream');
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="Harbour/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test.each([
    ['text/html', 'text/html'],
    ['TEXT/HTML;Charset="Shift_JIS"', 'text/html; charset=Shift_JIS'],
    ['text/html; charset=utf-8\r\nX: y', 'text/html; charset=utf-8'],
    ['text/html; charset=ä', 'text/html'],
    ['application/xhtml+xml; charset=utf-8', 'application/xhtml+xml; charset=utf-8'],
    ['text/plain; charset=iso-8859-1', 'text/plain; charset=iso-8859-1'],
    ['text/plain', 'text/plain; charset=utf-8'],
    ['text/xml', 'text/plain; charset=utf-8'],
    ['application/rss+xml; charset=ISO-8859-15', 'text/plain; charset=ISO-8859-15'],
    ['image/svg+xml', 'text/plain; charset=utf-8'],
  ])('of the type %j are shown as %s', async (type, shown) => {
    const { headers } = await answerFor('7', { type });
    expect(headers.get('Content-Type')).toBe(shown);
    expect(headers.get('Content-Disposition')).toBeNull();
  });

  test('are the bytes as they were sent, under a policy that leaves them nothing', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const response = await answerFor('7', { bytes });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=windows-1252',
      'content-length': '256',
      'content-security-policy': policyOfCaptures,
      'connection-allowlist': '()',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const text = await answerFor('7', { bytes, type: 'text/plain' });
    expect(text.headers.get('Content-Type')).toBe('text/plain');
  });

  test('answer HEAD with the headers alone', async () => {
    const response = await answerFor('7', {}, { method: 'HEAD' });
    expect([response.status, response.headers.get('Content-Length')]).toEqual([200, '14']);
    expect(response.body).toBeNull();
  });

  test.each([
    ['Harbour', 'Harbour (news.example, 2026-01-31).html'],
    ['../../etc/passwd', 'etc passwd (news.example, 2026-01-31).html'],
    ['C:\\x<>|?*"\u0000\u202Egpj', 'C x gpj (news.example, 2026-01-31).html'],
    ['…', '… (news.example, 2026-01-31).html'],
    ['Ä\r\nSet-Cookie: a', 'Ä Set-Cookie a (news.example, 2026-01-31).html'],
    ['\uD800 100% sicher’s', '100% sicher’s (news.example, 2026-01-31).html'],
    [' . ', 'Page (news.example, 2026-01-31).html'],
  ])('with the title %j are saved as %s', async (title, name) => {
    const { headers } = await answerFor('7?save', { title });
    const disposition = headers.get('Content-Disposition') ?? '';
    const encoded = /^attachment; filename="[ -~]+"; filename\*=UTF-8''([\w.~%!-]+)$/.exec(
      disposition,
    );
    expect(decodeURIComponent(encoded?.[1] ?? '')).toBe(name);
    expect(headers.get('Content-Type')).toBe('text/html; charset=windows-1252');
  });

  test('are saved under a name of ASCII too, of a length that file systems take', async () => {
    const title = 'Zürich 港の灯台 '.repeat(100);
    const { headers } = await answerFor('7?save', {
      title,
      address: null,
      type: 'application/pdf',
    });
    const disposition = headers.get('Content-Disposition') ?? '';
    expect(disposition).toMatch(
      /^attachment; filename="Zurich _ Zurich _ [ -~]+\(2026-01-31\)\.pdf";/,
    );
    const name = decodeURIComponent(disposition.split("''")[1] ?? '');
    expect(Buffer.byteLength(name)).toBeLessThan(255);
  });
});
