import { describe, expect, test } from 'vitest';
import { nextPart } from '../../../main/engine/extract/next-part.ts';
import { parseDocument } from '../../../main/engine/extract/parse.ts';

/** The next part that a page at an address names. */
function next(html: string, address: string | null = 'https://paper.example/ice'): string | null {
  return nextPart(parseDocument(html, 'the page'), address, address);
}

describe('is not', () => {
  test.each([
    ['the next article', '<link rel="next" href="/fog">'],
    ['the next article of a series', '<link rel="next" href="/ice-2024">'],
    ['the part after the next', '<a rel="next" href="/ice?page=3">3</a>'],
    ['the page itself', '<a rel="next" href="/ice?page=1">1</a>'],
    ['on another host', '<a rel="next" href="https://other.example/ice?page=2">2</a>'],
    ['a link that only has the number in its address', '<a href="/ice?page=2">Comments</a>'],
    ['no address', '<a rel="next" href="javascript:next()">next</a>'],
  ])('%s', (_, html) => {
    expect(next(html)).toBeNull();
  });

  test('told for a page whose address is not known', () => {
    expect(next('<link rel="next" href="https://paper.example/ice?page=2">', null)).toBeNull();
  });
});

describe('is', () => {
  test.each([
    ['<link rel="next" href="/ice?page=2">', '/ice?page=2'],
    ['<a rel="next" href="/ice/2/#text">more</a>', '/ice/2/'],
    ['<nav><a href="/ice">1</a> <a href="/ice/page/2">2</a></nav>', '/ice/page/2'],
    ['<a href="/ice?seite=2">Nächste Seite ›</a>', '/ice?seite=2'],
    ['<a href="/ice?p=2">次へ</a>', '/ice?p=2'],
  ])('named by %s', (html, path) => {
    expect(next(html)).toBe(`https://paper.example${path}`);
  });

  test.each([
    ['/ice.html', '/ice-seite-2.html'],
    ['/ice.html', '/ice_2.html'],
    ['/ice,2.html', '/ice,3.html'],
    ['/ice?id=7&page=2', '/ice?id=7&page=3'],
    ['/2024/05/ice/3', '/2024/05/ice/4'],
  ])('after %s, %s', (path, expected) => {
    const address = `https://paper.example${path}`;
    const link = expected.replace('&', '&amp;');
    expect(next(`<a rel="next" href="${link}">next</a>`, address)).toBe(
      `https://paper.example${expected}`,
    );
  });
});
