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
});
