import { describe, expect, it } from 'vitest';
import { extractTextFile } from '../../../main/engine/extract/text.ts';
import type { ExtractedArticle } from '../../../main/engine/extract/types.ts';

function open(bytes: Uint8Array | string): ExtractedArticle {
  return extractTextFile({ bytes: Buffer.from(bytes), name: 'a.txt' });
}

describe('a file that is not text', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')],
    [
      'an archive',
      Buffer.from('504b03041400000008000000210000000000000000000000000000000000', 'hex'),
    ],
    ['NUL bytes', Buffer.alloc(64)],
  ])('is refused: %s', (_name, bytes) => {
    expect(() => open(bytes)).toThrow('import: cannot open a.txt: it is not a text file');
    expect(() => open(bytes)).toThrow(expect.objectContaining({ kind: 'not-text' }));
  });

  it('is refused where it is longer than any book', () => {
    const long = 'a word and more\n'.repeat(700_000);
    expect(() => open(long)).toThrow(expect.objectContaining({ kind: 'too-large' }));
    expect(() => open(long)).toThrow('a.txt: it has more than 10 million characters');
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n \u00a0\n\t\n'],
    ['leftovers only', 'X\n1 / 1\n'],
  ])('holds no article: %s', (_name, text) => {
    expect(() => open(text)).toThrow(expect.objectContaining({ kind: 'no-article' }));
  });
});

describe('a text file', () => {
  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffДень\n\nТекст на русском языке.')],
    ['UTF-16 LE', Buffer.from('\ufeffДень\n\nТекст на русском языке.', 'utf16le')],
    [
      'windows-1251',
      Buffer.from('c4e5edfc0a0ad2e5eaf1f220ede020f0f3f1f1eaeeec20fff7fbeae52e', 'hex').map((byte) =>
        byte === 0xf7 ? 0xe7 : byte,
      ),
    ],
  ])('is decoded from %s', (_name, bytes) => {
    expect(open(bytes)).toMatchObject({ title: 'День', text: 'Текст на русском языке.' });
  });

  it('is decoded from Shift_JIS and windows-1252', () => {
    const japanese = Buffer.from(
      '93fa96b00a0a82b182ea82cd93fa967b8cea82cc95b68fcd82c582b78142',
      'hex',
    );
    expect(open(japanese).text).toBe('これは日本語の文章です。');
    expect(open(Buffer.from('Caf\xe9\n\nUn \x93mot\x94 et l\x92\xe9t\xe9.', 'latin1')).text).toBe(
      'Un “mot” et l’été.',
    );
  });

  it('has its paragraphs between blank lines, whatever blank means, and joins the lines of each', () => {
    expect(open('Title\n\nOne line\nand its end.\n \u00a0 \nTwo.\n\n\nThree.').text).toBe(
      'One line and its end.\nTwo.\nThree.',
    );
  });

  it('has a paragraph for each line where no line is blank and lines are long', () => {
    const long =
      'A line that is a paragraph and much longer than anybody would break a line by hand, ever. '
        .repeat(2)
        .trim();
    expect(open(`Title\n${long}\nShort.\n${long}`).text.split('\n')).toHaveLength(3);
  });

  it('joins lines that were broken at a fixed width', () => {
    const wrapped =
      'The harbour was quiet in the morning, and the men who\nwaited for the ferry spoke in low voices about the fog\nthat had come in the night and would not leave before\nnoon, as it always did.\nThen the bell rang, and everybody went aboard without a\nword, for there was nothing that could have been said\nat that hour to people who had not slept at all.';
    expect(open(`Fog\n${wrapped}`).text.split('\n')).toHaveLength(2);
  });

  it('joins Chinese and Japanese lines without spaces', () => {
    expect(open('题目\n\n第一行\n第二行\n\n第三行').text).toBe('第一行第二行\n第三行');
  });

  it('is escaped', () => {
    expect(open('Title\n\n<script>alert("1")</script> & more').html).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more</p>',
    );
  });

  it('keeps an X that is text', () => {
    expect(open('Letters\n\nFirst A.\n\nX\n\nThen Z.').text).toBe('First A.\nX\nThen Z.');
  });
});
