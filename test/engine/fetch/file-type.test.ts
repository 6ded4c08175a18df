import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileType, isPage } from '../../../main/engine/fetch/file-type.ts';

/** Bytes written as Latin-1, filled up with zeros as a real file goes on. */
function head(start: string): Uint8Array {
  return Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(600)]);
}

function typeOf(start: string, ...declared: (string | null)[]): string {
  return fileType(head(start), declared);
}

describe('what a browser would run or read as a document is not believed', () => {
  test.each([
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'application/xhtml+xml',
    'image/svg+xml',
    'text/xml',
    'application/xml',
    'application/rss+xml',
    'text/javascript',
    'application/x-javascript',
    'text/css',
    'application/wasm',
    'multipart/related',
    'message/rfc822',
    'text/html\r\nX-Header: 1',
    'nonsense',
    '',
  ])('%j', (declared) => {
    expect(typeOf('just words', declared)).toBe('application/octet-stream');
  });
});

test('any bytes and declarations give a type that is one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.option(fc.string()), (bytes, declared) => {
      expect(fileType(bytes, [declared])).toMatch(/^[a-z]+\/[\w.+-]+$/);
      expect(isPage(bytes)).toBe(false);
    }),
  );
});

describe('the bytes tell, whatever is declared', () => {
  test.each([
    ['ID3\x04\0', 'audio/mpeg'],
    ['\xff\xfb\x90\x64', 'audio/mpeg'],
    ['\xff\xf3\x84\xc4', 'audio/mpeg'],
    ['\xff\xf1\x50\x80', 'audio/aac'],
    ['OggS\0\x02\0\0\0\0\0\0OpusHead', 'audio/ogg'],
    ['OggS\0\x02\0\0\0\0\0\0\x80theora', 'video/ogg'],
    ['fLaC\0\0\0\x22', 'audio/flac'],
    ['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
    ['RIFF\x24\0\0\0AVI LIST', 'video/x-msvideo'],
    ['FORM\0\0\0\0AIFFCOMM', 'audio/aiff'],
    ['\0\0\0\x20ftypM4A \0\0\0\0', 'audio/mp4'],
    ['\0\0\0\x20ftypqt  \0\0\0\0', 'video/quicktime'],
    ['\0\0\0\x20ftypisom\0\0\x02\0', 'video/mp4'],
    ['\0\0\0\x20ftypheic\0\0\0\0', 'image/heic'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'video/webm'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska', 'video/x-matroska'],
    ['%PDF-1.7\n', 'application/pdf'],
    [`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/epub+zipPK`, 'application/epub+zip'],
    [
      `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`,
      'application/vnd.oasis.opendocument.text',
    ],
    ['PK\x03\x04\x14\0', 'application/zip'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
  ])('%j', (start, type) => {
    expect(typeOf(start, 'text/plain', 'application/x-odd')).toBe(type);
  });
});

describe('where the bytes leave it open, the declaration decides', () => {
  test.each([
    ['\0\0\0\x20ftypisom\0\0\x02\0', 'audio/x-m4a', 'audio/mp4'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'audio/webm', 'audio/webm'],
    [
      'PK\x03\x04\x14\0',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['WEBVTT\n\n', 'text/vtt; charset=utf-8', 'text/vtt'],
    ['\x30\x26\xb2\x75', 'audio/x-ms-wma', 'audio/x-ms-wma'],
    // Text in UTF-16, which begins as a frame of MPEG sound might.
    ['\xff\xfeH\0e\0l\0l\0o\0', 'text/plain', 'text/plain'],
  ])('%j declared %s', (start, declared, type) => {
    expect(typeOf(start, declared)).toBe(type);
  });

  test('the first of several that can be believed', () => {
    const declared = ['application/octet-stream', 'text/html', null, 'Audio/X-Odd'];
    expect(typeOf('odd', ...declared)).toBe('audio/x-odd');
  });
});

describe('a page is known by how it begins', () => {
  test.each([
    ['<!DOCTYPE html>', true],
    ['\n <html lang="en">', true],
    ['<!-- x --><head>', true],
    ['<?xml version="1.0"?>\n<!-- x --><!DOCTYPE html PUBLIC "-//W3C">', true],
    ['\ufeff<HTML>', true],
    ['ID3', false],
    ['<?xml version="1.0"?><rss>', false],
    ['<svg xmlns="', false],
    ['a <html> in words', false],
  ])('%j: %s', (start, is) => {
    expect(isPage(Buffer.from(start))).toBe(is);
  });
});
