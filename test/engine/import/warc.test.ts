import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_RESOURCE_BYTES } from '../../../main/engine/import/limits.ts';
import { unpackWacz } from '../../../main/engine/import/wacz.ts';
import { unpackWarc } from '../../../main/engine/import/warc.ts';
import { aSink, aZip, staged, thrownBy, unpacked } from './a-sink.ts';

const PAGE = '<!doctype html><title>Bridge opens</title><p>The bridge opened.';
const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1');
const HTML = 'Content-Type: text/html; charset=utf-8\r\n';

function aRecord(type: string, address: string, block: Buffer | string, more = ''): Buffer {
  const bytes = Buffer.from(block);
  const head =
    `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\n` +
    `WARC-Date: 2024-05-01T06:00:00Z\r\n${more}Content-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

function aResponse(address: string, headers: string, body: Buffer | string, status = 200): Buffer {
  const head = `HTTP/1.1 ${status} OK\r\n${headers}\r\n`;
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
  return aRecord('response', address, block, 'Content-Type: application/http\r\n');
}

const aPage = (address: string): Buffer => aResponse(address, HTML, PAGE);
const aPicture = (address: string): Buffer =>
  aResponse(address, 'Content-Type: image/gif\r\n', GIF);

const warc = (...records: Buffer[]) => unpacked(unpackWarc, Buffer.concat(records), 'trip.warc');

describe('a file that is no web archive is refused with its name', () => {
  test.each([
    ['', 'it is empty'],
    ['A diary.\r\n', 'there is no record of a web archive in it'],
    ['WARC/1.0\r\nContent-Length: many\r\n\r\n', 'there is no record of a web archive in it'],
  ])('%j', async (bytes, cause) => {
    expect(await thrownBy(unpacked(unpackWarc, bytes, 'trip.warc'))).toBe(
      `invalid: import: cannot read trip.warc: ${cause}`,
    );
  });

  test('any bytes at all, also within records and within gzip', async () => {
    const plain = Buffer.concat([aPage('https://a.example/'), aPicture('https://a.example/1.gif')]);
    const zipped = gzipSync(plain);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(plain, zipped),
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async (whole, noise, part) => {
          const damaged = Buffer.from(whole);
          const at = Math.floor(part * whole.length);
          damaged.set(noise.subarray(0, whole.length - at), at);
          const thrown = await thrownBy(unpackWarc(staged(damaged), aSink().sink));
          expect(thrown).toMatch(/^(?:invalid: import: |nothing was thrown)/);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('an archive that is damaged gives what can be read', () => {
  const [first, second] = [aPage('https://a.example/1'), aPage('https://a.example/2')];
  const both = Buffer.concat([first, second]);
  const told = ['import: trip.warc is cut off: its end is missing'];

  test('cut off within a record', async () => {
    for (const length of [first.length + 40, both.length - 20]) {
      const { pages, refused } = await warc(both.subarray(0, length));
      expect(pages.map((page) => page.address)).toEqual(['https://a.example/1']);
      expect(refused).toEqual(told);
    }
  });

  test('cut off within a member of gzip', async () => {
    const zipped = Buffer.concat([gzipSync(first), gzipSync(second)]);
    const { pages, refused } = await warc(zipped.subarray(0, zipped.length - 60));
    expect(pages).toHaveLength(1);
    expect(refused).toEqual(told);
  });

  test('with a length that is too short, or no number, or too long', async () => {
    for (const wrong of ['Content-Length: 3\r\n', 'Content-Length: -1\r\n']) {
      const bad = Buffer.from(first.toString().replace(/Content-Length: \d+\r\n/, wrong));
      const { pages, refused } = await warc(first, bad, second);
      expect(pages.map((page) => page.address)).toEqual([
        'https://a.example/1',
        'https://a.example/2',
      ]);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toContain('is damaged after record');
    }
    const endless = first.toString().replace(/(Content-Length: )\d+/, '$1999999');
    const { pages, refused } = await warc(second, Buffer.from(endless));
    expect([pages.length, refused]).toEqual([1, told]);
  });

  test('with other bytes between records', async () => {
    const { pages, refused } = await warc(
      first,
      Buffer.alloc(200_000, 7),
      Buffer.from('\n'),
      second,
    );
    expect(pages).toHaveLength(2);
    expect(refused).toEqual(['import: trip.warc is damaged after record 1']);
  });
});

describe('a bomb ends at its limit', () => {
  test('a page that unfolds to more than is taken', async () => {
    const bomb = gzipSync(Buffer.alloc(51 * 1024 * 1024));
    const bad = aResponse('https://a.example/bomb', `${HTML}Content-Encoding: gzip\r\n`, bomb);
    const { pages, refused, counted } = await warc(bad, aPage('https://a.example/'));
    expect(pages).toHaveLength(1);
    expect(refused).toEqual([
      'import: cannot take https://a.example/bomb of trip.warc: it is over 50 MB',
    ]);
    expect(counted()).toBeGreaterThanOrEqual(50 * 1024 * 1024);
  });

  test('what is passed over counts, so that the limit of the whole ends it', async () => {
    const film = aResponse('https://a.example/f', 'Content-Type: video/mp4\r\n', Buffer.alloc(9e6));
    const zipped = gzipSync(Buffer.concat([film, aPage('https://a.example/')]));
    expect(await thrownBy(unpacked(unpackWarc, zipped, 'b.warc.gz', 1_000_000))).toContain(
      'too-large: import: the limit of the test',
    );
  });

  test('a picture over the limit is refused before it is read', async () => {
    const address = 'https://a.example/huge.gif';
    const head = aResponse(address, 'Content-Type: image/gif\r\n', '').toString();
    const declared = head.replace(/(Content-Length: )\d+/, `$1${MAX_RESOURCE_BYTES + 100_000}`);
    const { resources, refused } = await warc(Buffer.from(declared.trimEnd() + '\r\n\r\n'));
    expect(resources.size).toBe(0);
    expect(refused[0]).toBe(`import: cannot take ${address} of trip.warc: it is over 50 MB`);
  });
});

test('passes over what is no success, no page and no picture, without a word', async () => {
  const { pages, resources, refused } = await warc(
    aRecord('warcinfo', 'https://a.example/', 'software: x'),
    aRecord('request', 'https://a.example/', 'GET / HTTP/1.1\r\n\r\n'),
    aRecord('metadata', 'https://a.example/', '<html>'),
    aRecord('response', 'dns:a.example', 'a.example. 1 IN A 192.0.2.1'),
    aResponse('https://a.example/gone', HTML, PAGE, 404),
    aResponse('https://a.example/s.css', 'Content-Type: text/css\r\n', 'p{}'),
    aResponse('https://a.example/x', '', 'neither'),
  );
  expect([pages.length, resources.size, refused]).toEqual([0, 0, []]);
});

test('gives a page with what its server said of it', async () => {
  const { pages } = await warc(
    aResponse('<https://a.example/b?c=1#d>', `${HTML}X-Long: a\r\n  b\r\n`, PAGE),
  );
  expect(pages[0]).toMatchObject({
    address: 'https://a.example/b?c=1',
    contentType: 'text/html; charset=utf-8',
    status: 200,
    savedAt: Date.UTC(2024, 4, 1, 6),
    base: null,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['x-long', 'a b'],
    ],
  });
  expect(Buffer.from(pages[0]?.bytes ?? []).toString()).toBe(PAGE);
});

test.each([
  [
    'chunks',
    'Transfer-Encoding: chunked\r\n',
    `5;x=1\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)}\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`,
  ],
  ['chunks that were taken off already', 'Transfer-Encoding: chunked\r\n', PAGE],
  ['gzip', 'Content-Encoding: gzip\r\n', gzipSync(PAGE)],
  ['brotli', 'Content-Encoding: br\r\n', brotliCompressSync(PAGE)],
  ['an encoding that was taken off already', 'Content-Encoding: br\r\n', PAGE],
])('reads a body in %s', async (_, headers, body) => {
  const { pages, refused } = await warc(aResponse('https://a.example/', HTML + headers, body));
  expect(refused).toEqual([]);
  expect(Buffer.from(pages[0]?.bytes ?? []).toString()).toBe(PAGE);
});

test('tells a page and a picture by their bytes where no type is given, and takes resources', async () => {
  const { pages, resources } = await warc(
    aResponse('https://a.example/', '', PAGE),
    aRecord('resource', 'https://a.example/1.gif', GIF, 'Content-Type: image/gif\r\n'),
    aRecord('resource', 'file:///home/a/page.html', PAGE, 'Content-Type: text/html\r\n'),
    aResponse('https://a.example/2.gif', '', GIF),
  );
  expect(pages.map((page) => page.address)).toEqual(['https://a.example/', null]);
  expect([...resources.keys()]).toEqual(['https://a.example/1.gif', 'https://a.example/2.gif']);
});

describe('finds a picture under each address that led to it', () => {
  const hop = (from: string, to: string): Buffer =>
    aResponse(`https://a.example/${from}`, `Location: ${to}\r\n`, '', 302);
  const same = aRecord(
    'revisit',
    'https://a.example/copy',
    '',
    'WARC-Refers-To-Target-URI: https://a.example/c\r\n',
  );
  const picture = aPicture('https://a.example/c');

  test.each([
    ['the redirects before it', [hop('a', 'b'), hop('b', '/c'), same, picture]],
    ['the redirects after it', [picture, same, hop('b', '/c'), hop('a', 'b')]],
    ['some before and some after', [hop('b', '/c'), picture, hop('a', 'b'), same]],
    ['in a circle', [hop('c', 'a'), hop('a', 'b'), hop('b', 'c'), same, picture]],
  ])('%s', async (_, records) => {
    const { resources } = await warc(aPage('https://a.example/'), ...records);
    const names = [...resources.keys()].map((address) => address.at(-1));
    expect(names.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['a', 'b', 'c', 'y']);
  });
});

describe('of an archive with a list of pages (WACZ)', () => {
  const archive = gzipSync(
    Buffer.concat([
      aPage('https://a.example/article'),
      aPage('https://ads.example/frame'),
      aResponse('https://a.example/short', 'Location: /long\r\n', '', 301),
      aPage('https://a.example/long'),
      aPicture('https://a.example/1.gif'),
    ]),
  );
  const wacz = async (list: string | null, warcBytes: Buffer = archive) =>
    unpacked(
      unpackWacz,
      await aZip({
        'archive/data.warc.gz': warcBytes,
        ...(list === null ? {} : { 'pages/pages.jsonl': list }),
      }),
      'trip.wacz',
    );
  const addresses = (of: { pages: { address: string | null }[] }): (string | null)[] =>
    of.pages.map((page) => page.address);

  test('without an archive, is refused', async () => {
    const zip = await aZip({ 'pages/pages.jsonl': '{}' });
    expect(await thrownBy(unpacked(unpackWacz, zip, 'trip.wacz'))).toBe(
      'invalid: import: cannot read trip.wacz: there is no web archive in it',
    );
  });

  test('takes the listed pages only, with their titles, also where one led to another', async () => {
    const brought = await wacz(
      '{"format":"json-pages-1.0"}\nno JSON\n' +
        '{"url":"https://a.example/article#top","title":"The article","ts":"2024-05-01T06:00:01Z"}\n' +
        '{"url":"https://a.example/short"}\n{"url":"https://a.example/missing"}',
    );
    expect(addresses(brought)).toEqual(['https://a.example/article', 'https://a.example/long']);
    expect(brought.pages[0]?.title).toBe('The article');
    expect([...brought.resources.keys()]).toEqual(['https://a.example/1.gif']);
    expect(brought.refused).toEqual([
      'import: 1 of the 3 pages that trip.wacz lists are not in it as pages',
    ]);
  });

  test.each([null, '', '{"url":"https://other.example/"}', '{"url":7}\n[]\nnull'])(
    'takes all pages where the list names none of them: %j',
    async (list) => {
      expect(addresses(await wacz(list))).toHaveLength(3);
    },
  );

  test('tells of an archive within that is cut off', async () => {
    const { pages, refused } = await wacz(null, archive.subarray(0, archive.length - 60));
    expect(pages.length).toBeLessThanOrEqual(3);
    expect(refused).toEqual([
      'import: archive/data.warc.gz of trip.wacz is cut off: its end is missing',
    ]);
  });
});
