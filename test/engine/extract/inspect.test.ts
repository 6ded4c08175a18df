import { describe, expect, test } from 'vitest';
import { inspectArticle } from '../../../main/engine/extract/inspect.ts';
import { extractTextFile } from '../../../main/engine/extract/text.ts';
import type { ExtractedArticle, ExtractedPicture } from '../../../main/engine/extract/types.ts';

function article(changes: Partial<ExtractedArticle> = {}): ExtractedArticle {
  const plain = extractTextFile({ bytes: Buffer.from('Ice.\n\nThick ice.'), name: 'ice.txt' });
  return { ...plain, ...changes };
}

function picture(name: string, gallery: number | null): ExtractedPicture {
  const address = `https://paper.example/${name}.jpg`;
  const others = [`https://paper.example/${name}-small.jpg`];
  return { address, others, alt: '', caption: '', credit: '', gallery, width: null, height: null };
}

describe('a time', () => {
  const at = Date.UTC(2024, 4, 1, 22, 30);
  test.each([
    [null, null, null],
    [at, null, '2024-05-01T22:30:00.000Z'],
    [at, 0, '2024-05-01T22:30:00.000Z'],
    [at, 120, '2024-05-02T00:30:00.000+02:00'],
    [at, -210, '2024-05-01T19:00:00.000-03:30'],
  ])('%s with the zone %s is %s', (publishedAt, publishedZone, expected) => {
    const { published } = inspectArticle(article({ publishedAt, publishedZone }));
    expect(published).toBe(expected);
    // The same moment, whatever the zone; what is not known is no moment.
    expect(Date.parse(published ?? '')).toBe(publishedAt ?? Number.NaN);
  });
});

test('galleries are lists of pictures, and a picture names all its addresses', () => {
  const pictures = [picture('lead', null), picture('a', 0), picture('b', 1), picture('c', 0)];
  const page = inspectArticle(article({ pictures }));
  expect(page.galleries).toEqual([[1, 3], [2]]);
  expect(page.pictures[1]).toMatchObject({
    url: 'https://paper.example/a.jpg',
    urls: ['https://paper.example/a.jpg', 'https://paper.example/a-small.jpg'],
    gallery: 0,
  });
});

test('what the page does not say is a warning', () => {
  expect(inspectArticle(article()).warnings).toEqual([
    'the page does not say when it was published',
    'the page does not say who wrote it',
  ]);
});
