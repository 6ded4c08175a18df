import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMhtml } from '../../../main/engine/import/mhtml.ts';

const GIF = 'GIF89a\x01\0\x01\0\0\0\0;';
const GIF64 = Buffer.from(GIF, 'latin1').toString('base64');
const lines = (...all: string[]): Buffer => Buffer.from(all.join('\r\n'), 'latin1');

/** As Chromium saves one: folded heads, quoted-printable, a style, a frame, pictures by address. */
const fromChromium = lines(
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://a.example/news/bridge.html',
  'Subject: =?utf-8?Q?The=20br=C3?= =?utf-8?Q?=BCcke?=',
  'Date: Wed, 1 May 2024 06:00:00 +0200',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----Multipart--x"',
  '',
  '',
  '------Multipart--x',
  'Content-Type: text/html; charset=utf-8',
  'Content-ID: <frame-1@mhtml.blink>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://a.example/news/bridge.html',
  '',
  '<p>Br=C3=BCcke and a long =',
  'line, 1 = 1, ------Multipart--x within',
  '------Multipart--x',
  'Content-Type: text/css',
  'Content-Location: https://a.example/s.css',
  '',
  'p{}',
  '------Multipart--x',
  'Content-Type: text/html',
  'Content-Location: cid:frame-2@mhtml.blink',
  '',
  '<p>An advertisement that is much longer than the page itself, which does not make it one.',
  '------Multipart--x',
  'Content-Type: image/gif',
  'Content-Transfer-Encoding: base64',
  'Content-Location: ../1.gif',
  'Content-ID: <one@x>',
  '',
  GIF64,
  '------Multipart--x--',
);

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

describe('a file that is no saved page', () => {
  test.each([
    '',
    '<!doctype html><p>A page',
    'Content-Type: multipart/related; boundary=x\r\n\r\n',
    'Content-Type: text/plain\r\n\r\nA mail',
  ])('%j is none', (bytes) => {
    expect(readMhtml(Buffer.from(bytes))).toBeUndefined();
  });

  test('any bytes at all give a page or none', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(fromChromium.length - 1),
        (noise, at) => {
          const damaged = Buffer.from(fromChromium);
          damaged.set(noise.subarray(0, damaged.length - at), at);
          expect(readMhtml(noise)).toBeUndefined();
          for (const bytes of [damaged, damaged.subarray(0, at)]) {
            expect(readMhtml(bytes)?.bytes.length ?? 0).toBeLessThanOrEqual(bytes.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('parts within parts within parts end somewhere', () => {
    const deep = 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(50_000);
    expect(readMhtml(Buffer.from(deep))).toBeUndefined();
  });
});

test('gives what is there of a file that is cut off, and tells it', () => {
  const page = readMhtml(fromChromium.subarray(0, fromChromium.length - 30));
  expect(page?.isCutOff).toBe(true);
  expect(page?.resources).toHaveLength(2);
});

test('reads what Chromium saves', () => {
  const page = readMhtml(fromChromium);
  expect(page).toMatchObject({
    address: 'https://a.example/news/bridge.html',
    base: null,
    contentType: 'text/html; charset=utf-8',
    title: 'The brücke',
    savedAt: Date.UTC(2024, 4, 1, 4),
    isCutOff: false,
  });
  expect(text(page?.bytes)).toBe('<p>Brücke and a long line, 1 = 1, ------Multipart--x within');
  expect(page?.resources.map(({ address }) => address)).toEqual([
    'https://a.example/1.gif',
    'cid:one@x',
  ]);
  expect(Buffer.from(page?.resources[0]?.bytes ?? []).toString('latin1')).toBe(GIF);
});

test('reads what Word and Internet Explorer save: paths of a disk, a text beside, start', () => {
  const page = readMhtml(
    lines(
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; start="<root>"; boundary=outer',
      '',
      'This is a multi-part message.',
      '--outer',
      'Content-Type: multipart/alternative; boundary="outer.in"',
      '',
      '--outer.in',
      'Content-Type: text/plain',
      '',
      'Only text',
      '--outer.in',
      'Content-Type: text/html; charset="windows-1252"',
      'Content-Transfer-Encoding: 8bit',
      'Content-Location: file:///C:/3A7/Report.htm',
      '',
      '<p>Br\xfccke',
      '--outer.in--',
      '--outer',
      'Content-Location: file:///C:/3A7/Report_files/image001.gif',
      'Content-Transfer-Encoding: Base64',
      '',
      GIF64,
      '--outer--',
    ),
  );
  expect(page).toMatchObject({ address: null, title: null, isCutOff: false });
  expect(page?.resources.map(({ address }) => address)).toEqual([
    new URL('Report_files/image001.gif', page?.base ?? 'x:').href,
  ]);
  expect(page?.base).toMatch(/^saved:\/\/page\/.*Report\.htm$/);
  expect(Buffer.from(page?.bytes ?? []).toString('latin1')).toBe('<p>Br\xfccke');
});

test('takes the largest frame where the root is only a set of frames', () => {
  const frame = (name: string, body: string): string[] => [
    '--x',
    'Content-Type: text/html',
    `Content-Location: https://a.example/${name}`,
    '',
    body,
  ];
  const page = readMhtml(
    lines(
      'Content-Type: multipart/related; boundary=x',
      '',
      ...frame('', '<frameset cols="*,*"><frame src=menu><frame src=text></frameset>'),
      ...frame('menu', '<p>Menu'),
      ...frame('text', `<p>${'Text '.repeat(50)}`),
      '--x--',
    ),
  );
  expect(page?.address).toBe('https://a.example/text');
});

test('finds the parts where the head does not say what stands between them', () => {
  const page = readMhtml(
    lines(
      'Content-Type: multipart/related',
      '',
      '--y',
      'Content-Type: text/html',
      '',
      '<p>A',
      '--y--',
    ),
  );
  expect([text(page?.bytes), page?.base, page?.isCutOff]).toEqual(['<p>A', 'saved://page/', false]);
});

test('reads a page alone, with line ends of Unix and binary content', () => {
  const page = readMhtml(
    Buffer.from('Content-Type: text/html\nContent-Transfer-Encoding: binary\n\n<p>A\n\nB=20'),
  );
  expect(text(page?.bytes)).toBe('<p>A\n\nB=20');
});
