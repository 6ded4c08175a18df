import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapsed, isBlank } from '../../../main/engine/extract/dom.ts';
import { directionOf } from '../../../main/engine/extract/language.ts';
import { countWords } from '../../../main/engine/extract/words.ts';

/** Letters, marks, digits and signs from several scripts, with all kinds of white space. */
const anyText = fc.string({
  unit: fc.constantFrom(
    ...Array.from("aZé9ß\u0301’'-–“. \t\n\r\u00a0\u200b\u2060\ufeff\u2028\u0085ыéШअि한가שם٣𝒳😀·ªŀ"),
    'word ',
    '  ',
  ),
  maxLength: 60,
});

describe('words are counted', () => {
  it.each([
    ['', 0],
    ['– … “”', 0],
    ['’tis the keeper’s well-known lamp', 5],
    ["it's 3,000 -- or 3.5 -", 6],
    ['Ærøskøbing naïve ŀ', 3],
    ['Маяк стоит на скале', 4],
    ['cafe\u0301 au lait', 3],
    ['a line\nand a second', 5],
  ])('%j', (text, words) => expect(countWords(text)).toBe(words));

  it('by the same rule in Latin as in any script with spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
        expect(countWords(text)).toBe(words);
      }),
    );
  });
});

describe('white space', () => {
  it('becomes single spaces inside of a text and none around it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(collapsed(text)).toBe(text.replace(/[\s\u200b\u2060\ufeff]+/gu, ' ').trim());
        expect(isBlank(text)).toBe(collapsed(text) === '');
      }),
    );
  });
});

describe('the direction of a text', () => {
  const arabic = 'المنارة على الصخرة في البحر';
  it.each([
    ['what is declared', ' RTL ', 'en', 'Latin text', 'rtl'],
    ['its letters, against its language', null, 'en', arabic, 'rtl'],
    ['its letters, with Latin names in it', null, null, `Ærø ${arabic}`, 'rtl'],
    ['most of its letters', null, 'ar', `${'A lamp on a rock. '.repeat(9)}${arabic}`, 'ltr'],
    ['its letters, none of its language', null, 'he', 'A lamp on a rock in the sea', 'ltr'],
    ['its language where there are few letters', null, 'ar-EG', '12:30', 'rtl'],
    ['its language, also against few letters', null, 'en', 'بحر', 'ltr'],
    ['nothing', 'auto', null, '', 'ltr'],
  ])('is told by %s', (_by, declared, language, text, direction) => {
    expect(directionOf(declared, language, text)).toBe(direction);
  });
});
