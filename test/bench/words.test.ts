import { describe, expect, it } from 'vitest';
import {
  cjkVocabulary,
  latinVocabulary,
  paragraphs,
  phrase,
  seeded,
  sentence,
} from '../../bench/words.ts';

describe('the random numbers', () => {
  it('are other ones for another seed', () => {
    expect(numbers(5, 1)).not.toEqual(numbers(5, 2));
    expect(numbers(5, 1)).toEqual(numbers(5, 1));
  });

  it('lie evenly between 0 and 1', () => {
    const drawn = numbers(100_000, 7);
    expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = drawn.filter((number) => Math.floor(number * 10) === tenth).length / 100_000;
      expect(share).toBeCloseTo(0.1, 2);
    }
  });
});

describe('the words', () => {
  const latin = latinVocabulary(seeded(1));
  const cjk = cjkVocabulary(seeded(2));

  it('are all different', () => {
    expect(new Set(latin.words).size).toBe(latin.words.length);
    expect(new Set(cjk.words).size).toBe(cjk.words.length);
  });

  it('occur by Zipf’s law: the tenth a tenth as often as the first', () => {
    const random = seeded(3);
    const found = new Map<string, number>();
    for (let count = 0; count < 500_000; count += 1) {
      const word = latin.draw(random);
      found.set(word, (found.get(word) ?? 0) + 1);
    }
    const times = (rank: number): number => found.get(latin.words[rank - 1] ?? '') ?? 0;
    expect(times(1) / times(10)).toBeCloseTo(10, 0);
    expect(times(1) / times(100) / 100).toBeCloseTo(1, 0);
    expect(times(29_000)).toBeLessThan(20);
  });

  it('are written with spaces in English and without in Chinese', () => {
    expect(phrase(latin, seeded(4), 3)).toMatch(/^\p{Lu}\p{Ll}* \p{Ll}+ \p{Ll}+$/u);
    expect(phrase(cjk, seeded(4), 3)).toMatch(/^\p{Script=Han}{3,6}$/u);
    expect(sentence(latin, seeded(5))).toMatch(/\w\.$/);
    expect(sentence(cjk, seeded(5))).toMatch(/\p{Script=Han}。$/u);
  });

  it.each([4000, 10])('fill paragraphs up to a size, and little more: %i bytes', (sizeBytes) => {
    for (const vocabulary of [latin, cjk]) {
      const bytes = Buffer.byteLength(paragraphs(vocabulary, seeded(6), sizeBytes).join('\n'));
      expect(bytes).toBeGreaterThanOrEqual(sizeBytes);
      expect(bytes).toBeLessThan(sizeBytes + 300);
    }
  });
});

function numbers(length: number, seed: number): number[] {
  return Array.from({ length }, seeded(seed));
}
