import { describe, expect, test } from 'vitest';
import { decodeFeed } from '../../../main/engine/feeds/decode.ts';

const TITLE = 'Fähre nach Ærø';

function xml(encoding: string | null): string {
  const declaration = encoding === null ? '' : ` encoding="${encoding}"`;
  return `<?xml version="1.0"${declaration}?><rss><channel><title>${TITLE}</title></channel></rss>`;
}

describe('a wrong declaration does no harm', () => {
  test('UTF-8 that the header calls Latin-1', () => {
    const bytes = Buffer.from(xml('utf-8'));
    expect(decodeFeed(bytes, 'text/xml; charset=iso-8859-1')).toContain(TITLE);
  });

  test('Latin-1 that the header calls UTF-8 and its declaration what it is', () => {
    const bytes = Buffer.from(xml('iso-8859-1'), 'latin1');
    expect(decodeFeed(bytes, 'text/xml; charset=utf-8')).toContain(TITLE);
  });

  test('Latin-1 that everything calls UTF-8', () => {
    const bytes = Buffer.from(xml('utf-8'), 'latin1');
    expect(decodeFeed(bytes, 'text/xml; charset=utf-8')).toContain(TITLE);
  });

  test('an encoding that nobody knows', () => {
    expect(decodeFeed(Buffer.from(xml('x-nonsense')), 'text/xml; charset="wat"')).toContain(TITLE);
  });

  test('one damaged byte in much UTF-8 costs one character', () => {
    const bytes = Buffer.concat([
      Buffer.from(xml('utf-8').replace(TITLE, TITLE.repeat(20))),
      Buffer.from([0xff]),
    ]);
    expect(decodeFeed(bytes, 'text/xml; charset=utf-8')).toContain(TITLE);
    expect(decodeFeed(bytes, null)).toContain('\uFFFD');
  });
});

describe('a text is read in its encoding', () => {
  test('by its byte order mark, which is left out', () => {
    const utf16 = Buffer.from(`\uFEFF${xml('utf-16')}`, 'utf16le');
    expect(decodeFeed(utf16, 'text/xml; charset=utf-8')).toBe(xml('utf-16'));
    expect(decodeFeed(utf16.swap16(), null)).toBe(xml('utf-16'));
    expect(decodeFeed(Buffer.from(`\uFEFF${xml(null)}`), null)).toBe(xml(null));
  });

  test('in UTF-16 without a mark', () => {
    expect(decodeFeed(Buffer.from(xml('utf-16'), 'utf16le'), null)).toBe(xml('utf-16'));
    expect(decodeFeed(Buffer.from(xml('utf-16'), 'utf16le').swap16(), null)).toBe(xml('utf-16'));
  });

  test('by its header', () => {
    const bytes = Buffer.from(xml(null), 'latin1');
    expect(decodeFeed(bytes, 'text/xml; charset="ISO-8859-1"')).toBe(xml(null));
  });

  test('by its declaration', () => {
    // "Вестник" in windows-1251
    const name = Buffer.from([0xc2, 0xe5, 0xf1, 0xf2, 0xed, 0xe8, 0xea]);
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><t>'),
      name,
    ]);
    expect(decodeFeed(bytes, 'application/rss+xml')).toContain('<t>Вестник');
  });

  test('that is all ASCII', () => {
    expect(decodeFeed(Buffer.from('<rss/>'), null)).toBe('<rss/>');
    expect(decodeFeed(new Uint8Array(), null)).toBe('');
  });

  test('in UTF-32, with and without a mark', () => {
    const little = Buffer.from(
      Uint32Array.from(xml('utf-32'), (character) => character.codePointAt(0) ?? 0).buffer,
    );
    expect(decodeFeed(little, null)).toBe(xml('utf-32'));
    expect(decodeFeed(Buffer.from(little).swap32(), null)).toBe(xml('utf-32'));
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), little]);
    expect(decodeFeed(marked, null)).toBe(xml('utf-32'));
    expect(decodeFeed(Buffer.concat([marked, Buffer.from([1, 2, 3, 4, 5])]), null)).toBe(
      `${xml('utf-32')}\uFFFD`,
    );
  });
});

describe('an encoding that nothing declares is guessed by the letters', () => {
  // Each the first words of a feed in that encoding; the markup must not count.
  test.each([
    [
      'windows-1255',
      'הספינה יוצאת מהנמל בשש בבוקר',
      'e4f1f4e9f0e420e9e5f6e0fa20eee4f0eeec20e1f9f920e1e1e5f7f8',
    ],
    [
      'windows-1253',
      'Το πλοίο φεύγει από το λιμάνι',
      'd4ef20f0ebefdfef20f6e5fde3e5e920e1f0fc20f4ef20ebe9ecdcede9',
    ],
    [
      'windows-1251',
      'Паром уходит из гавани в шесть',
      'cfe0f0eeec20f3f5eee4e8f220e8e720e3e0e2e0ede820e220f8e5f1f2fc',
    ],
    ['windows-1256', 'تغادر العبارة الميناء', 'cadbc7cfd120c7e1dac8c7d1c920c7e1e3ede4c7c1'],
    [
      'windows-874',
      'เรือออกจากท่าเวลาหกโมงเช้า',
      'e0c3d7cdcdcda1a8d2a1b7e8d2e0c7c5d2cba1e2c1a7e0aae9d2',
    ],
    ['gb18030', '市政府专业系列', 'cad0d5feb8aed7a8d2b5cfb5c1d0'],
    ['windows-1252', 'Été à l’île', 'c974e920e0206c92ee6c65'],
  ])('%s', (_, text, hex) => {
    const before = `<rss><channel><item><title>`;
    const after = '</title><link>https://example.org/news/one</link></item></channel></rss>';
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from(hex, 'hex'), Buffer.from(after)]);
    expect(decodeFeed(bytes, null)).toBe(before + text + after);
  });
});
