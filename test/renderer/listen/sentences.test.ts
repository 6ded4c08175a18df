import { describe, expect, test } from 'vitest';
import { piecesOf, wordCount } from '../../../renderer/listen/sentences.ts';

const said = (text: string, tag: string | null = 'en'): string[] =>
  piecesOf(text, tag).map(({ start, end }) => text.slice(start, end));

const long = `${'The pilots of this coast, who are few and old, know every rock of it'.repeat(6)}.`;

describe('a text in pieces', () => {
  test.each([
    ['sentences', 'One ship.  Two ships! Three?', 'en', ['One ship.', 'Two ships!', 'Three?']],
    ['sentences of Chinese', '船来了。船走了！', 'zh', ['船来了。', '船走了！']],
    ['sentences of Arabic', 'وصلت السفينة. هل رحلت؟', 'ar', ['وصلت السفينة.', 'هل رحلت؟']],
    ['what has no letter is none', '— ***', 'en', []],
    ['a language that is none', 'One. Two.', 'no language', ['One.', 'Two.']],
    ['nothing', '  ', null, []],
  ])('%s', (_, text, tag, pieces) => {
    expect(said(text, tag)).toEqual(pieces);
  });

  test('a long sentence is divided where one breathes, and nothing of it is lost', () => {
    const pieces = said(long);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(200);
    expect(pieces[0]).toMatch(/,$/);
    expect(pieces.join(' ').replaceAll(' ', '')).toBe(long.replaceAll(' ', ''));
  });

  test('and between two words where nobody breathes', () => {
    const pieces = said(`${'harbour '.repeat(60)}.`);
    expect(pieces.every((piece) => /^(?:harbour ?)+\.?$/.test(piece))).toBe(true);
    expect(pieces.join(' ').match(/harbour/g)).toHaveLength(60);
  });

  test('a word that is longer than all that stays one', () => {
    const word = 'x'.repeat(450);
    expect(said(`A ${word} b.`)).toEqual(['A', word, 'b.']);
  });

  test('of a script without spaces, within what a voice takes', () => {
    const text = '船'.repeat(500);
    const pieces = said(text, 'zh');
    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(200);
  });
});

test('words are counted as their language has them', () => {
  expect(wordCount('Two ships, and a pilot.', 'en')).toBe(5);
  expect(wordCount('港は霧だ', 'ja')).toBeGreaterThan(1);
});
