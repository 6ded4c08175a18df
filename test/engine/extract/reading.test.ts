import { describe, expect, it } from 'vitest';
import { dateInAddress, parseDate } from '../../../main/engine/extract/dates.ts';
import { decodePage } from '../../../main/engine/extract/decode.ts';
import { namesOfByline } from '../../../main/engine/extract/names.ts';
import { parseSrcset } from '../../../main/engine/extract/srcset.ts';

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

describe('decoding a page', () => {
  const cafe = Buffer.from('<meta charset="windows-1252">caf\xe9', 'latin1');
  it.each([
    ['nothing', bytes(''), null, ''],
    [
      'an unknown label falls back',
      Buffer.from('<p>caf\xe9 cr\xe8me', 'latin1'),
      'text/html; charset=bogus',
      '<p>café crème',
    ],
    [
      'a byte order mark beats the header',
      Buffer.from('\ufeffé'),
      'text/html; charset=windows-1251',
      'é',
    ],
    [
      'the header beats <meta>',
      Buffer.from('<meta charset="windows-1251">é'),
      'text/html; charset="utf-8"',
      '<meta charset="windows-1251">é',
    ],
    ['<meta>', cafe, 'text/html', '<meta charset="windows-1252">café'],
    [
      'a late <meta>',
      Buffer.from(`${' '.repeat(3000)}<meta charset="windows-1251">\xcf`, 'latin1'),
      null,
      `${' '.repeat(3000)}<meta charset="windows-1251">П`,
    ],
    [
      'an old label left on what is UTF-8 now',
      Buffer.from('<meta charset="iso-8859-1">Schöne Grüße, “Ada”'),
      'text/html',
      '<meta charset="iso-8859-1">Schöne Grüße, “Ada”',
    ],
    [
      'such a label in the header',
      Buffer.from('<p>山顶茶馆'),
      'text/html; charset=gb2312',
      '<p>山顶茶馆',
    ],
    [
      'what looks like UTF-8 in part only',
      Buffer.from('<meta charset="windows-1252">\xc3\xa9 caf\xe9', 'latin1'),
      null,
      '<meta charset="windows-1252">Ã© café',
    ],
    [
      'ISO-2022-JP, whose bytes are all ASCII',
      Buffer.from('<meta charset="iso-2022-jp">\u001b$B$3$l\u001b(B'),
      null,
      '<meta charset="iso-2022-jp">これ',
    ],
    ['undeclared UTF-8', Buffer.from('<p>Übermut'), null, '<p>Übermut'],
    [
      'undeclared Shift_JIS',
      bytes('82b182ea82cd93fa967b8cea82cc95b68fcd82c582b78142'),
      null,
      'これは日本語の文章です。',
    ],
    ['bytes that are not of the encoding', bytes('41ff42'), 'text/html; charset=utf-8', 'A\ufffdB'],
  ])('%s', (_name, given, contentType, text) => expect(decodePage(given, contentType)).toBe(text));
});

describe('dates', () => {
  it.each([
    undefined,
    null,
    '',
    'soon',
    'May',
    '0000-00-00',
    '2026-13-01',
    '31.02.2026',
    '03/04/2026',
    {},
    Number.NaN,
    '9'.repeat(400),
  ])('reads none in %s', (value) => {
    expect(parseDate(value)).toBeUndefined();
  });

  const noon = Date.UTC(2026, 2, 1, 12);
  const day = Date.UTC(2026, 2, 1);
  it.each([
    ['2026-03-01T12:00:00Z', noon],
    ['2026-03-01T13:00:00+01:00', noon],
    ['2026-03-01T07:00:00.123-0500', noon],
    ['2026-03-01 12:00', noon],
    ['20260301T120000Z', noon],
    ['Sun, 01 Mar 2026 12:00:00 GMT', noon],
    ['Sun, 01 Mar 2026 07:00:00 EST', noon],
    [noon / 1000, noon],
    [String(noon), noon],
    ['2026-03-01', day],
    ['March 1, 2026', day],
    ['1. März 2026', day],
    ['1er mars 2026', day],
    ['1 de marzo de 2026', day],
    ['1 марта 2026 г.', day],
    ['2026年3月1日', day],
    ['1.3.2026', day],
    ['3/31/2026', Date.UTC(2026, 2, 31)],
  ])('reads %s', (value, timestamp) => expect(parseDate(value)?.at).toBe(timestamp));

  it('reads the day in an address', () => {
    expect(dateInAddress('https://post.example/2026/03/01/keeper')?.at).toBe(day);
    expect(dateInAddress('https://post.example/9999/03/01/keeper')).toBeUndefined();
  });
});

describe('bylines', () => {
  it.each([
    ['', []],
    ['admin', []],
    ['https://facebook.example/ada', []],
    ['By Ada Byron', ['Ada Byron']],
    ['Von Ada Byron und Carl Orff', ['Ada Byron', 'Carl Orff']],
    ['Ada Byron, Carl Orff and Émile Zola', ['Ada Byron', 'Carl Orff', 'Émile Zola']],
    ['Ada Byron | The Post', ['Ada Byron', 'The Post']],
    ['作者：水野春', ['水野春']],
    ['Ada Byron, Ada Byron', ['Ada Byron']],
  ])('%j', (byline, names) => expect(namesOfByline(byline)).toEqual(names));
});

describe('srcset', () => {
  it.each([
    ['', []],
    [' , , ', []],
    ['a.jpg', [['a.jpg', null, null]]],
    [
      'a.jpg, b.jpg 2x',
      [
        ['a.jpg', null, null],
        ['b.jpg', null, 2],
      ],
    ],
    [
      'a,b.jpg 100w,c.jpg 200w',
      [
        ['a,b.jpg', 100, null],
        ['c.jpg', 200, null],
      ],
    ],
    [
      'data:image/png;base64,AAAA 1x, b.jpg 1.5x',
      [
        ['data:image/png;base64,AAAA', null, 1],
        ['b.jpg', null, 1.5],
      ],
    ],
  ])('%j', (written, expected) => {
    expect(
      parseSrcset(written).map(({ address, width, density }) => [address, width, density]),
    ).toEqual(expected);
  });
});
