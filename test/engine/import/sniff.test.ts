import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../main/engine/import/sniff.ts';
import { aPdf } from './a-pdf.ts';

const of = (content: string | Uint8Array, name = 'file') => kindOf(Buffer.from(content), name);
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('what Carrel does not read is nothing, whatever its name', () => {
  test.each([
    ['no bytes', ''],
    [
      'a picture',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06', 'latin1'),
    ],
    [
      'a program',
      Buffer.from(`MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0${'\0\x01'.repeat(50)}`, 'latin1'),
    ],
    ['a table in gzip', gzipSync('title,url\nA,https://a.example/')],
    ['a damaged gzip', Buffer.from([0x1f, 0x8b, 9, 9, 9])],
    ['a bomb in gzip', gzipSync(Buffer.alloc(20_000_000))],
  ])('%s', (_, content) => {
    for (const name of ['a', 'a.html', 'a.csv', 'a.warc.gz', 'a.txt']) {
      expect(of(content, name)).toBeNull();
    }
  });

  test('any bytes give a kind or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, name) => {
        expect(kindOf(bytes, name)).toSatisfy((kind) => kind === null || typeof kind === 'string');
      }),
    );
  });
});

describe('content goes before the name', () => {
  const html = '<!doctype html><title>A</title><p>Text';
  test.each([
    ['pdf', aPdf([[]])],
    ['pdf', Buffer.concat([Buffer.from('\n\n'), aPdf([[]])])],
    ['zip', 'PK\x03\x04rest'],
    ['zip', 'PK\x05\x06'],
    ['warc', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n'],
    ['warc', gzipSync('WARC/1.1\r\nWARC-Type: warcinfo\r\n')],
    ['warc', gzipSync(`WARC/1.1\r\n${'text '.repeat(50_000)}`)],
    [
      'mhtml',
      'From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n',
    ],
    ['mhtml', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b'],
    ['html', html],
    ['html', `\uFEFF<!-- saved from url=(0014)https://a.example/ -->\n<!-- two -->\n${html}`],
    ['html', utf16(html)],
    ['opml', '<?xml version="1.0"?><opml version="2.0"><body/></opml>'],
    ['bookmarks', '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>'],
    ['pocket-html', '<!DOCTYPE html><html><head><title>Pocket Export</title></head>'],
    ['instapaper-html', '<!DOCTYPE html><html><head><title>Instapaper: Export</title></head>'],
    ['json', '[{"title": "A"}]'],
    ['json', '{"_embedded": {"items": []}}'],
    ['csv', 'title,url,time_added\nA,https://a.example/,1'],
    ['text', 'It was a dark night.'],
    ['text', utf16('It was a dark night.')],
  ] as const)('%s', (kind, content) => {
    expect(of(content)).toBe(kind);
    expect(of(content, 'file.dat')).toBe(kind);
    // What could be text of any sort is asked for its name.
    const isPlain = ['json', 'csv', 'text'].includes(kind);
    expect(of(content, 'file.md')).toBe(isPlain ? 'markdown' : kind);
  });
});

test.each([
  ['markdown', '# A', 'a.md'],
  ['text', '# A', 'a.txt'],
  ['text', 'title, url and more', 'a.txt'],
  ['csv', 'one,two', 'a.csv'],
  ['json', '{"a": 1}', 'a.json'],
  ['html', '<p>A part of a page</p>', 'a.htm'],
] as const)('%s by its name, where the content could be several things', (kind, content, name) => {
  expect(of(content, name)).toBe(kind);
});

test('comes to an end also with what is made to be slow', () => {
  // In a process of its own: an expression that tries all ways would hold up this one for ever.
  const script = fileURLToPath(new URL('slow-to-sniff.ts', import.meta.url));
  const { status, signal } = spawnSync(process.execPath, [script], { timeout: 20_000 });
  expect({ status, signal }).toEqual({ status: 0, signal: null });
}, 30_000);
