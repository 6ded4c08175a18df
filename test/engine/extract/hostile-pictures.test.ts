/** Pages that want to do harm with their pictures: each is read to its end, and its text is whole. */
import { describe, expect, it } from 'vitest';
import { pictureKey } from '../../../main/engine/extract/picture-key.ts';
import { parseSrcset } from '../../../main/engine/extract/srcset.ts';
import { articleWith, page, paragraphs } from './pages.ts';

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

function read(inside: string): ReturnType<typeof page> {
  const article = page(articleWith(inside));
  expect(article.text.split('\n')).toEqual(paragraphs);
  return article;
}

describe('bad input', () => {
  it('may offer a picture in 10,000 sizes: some are read, twenty kept to fall back on', () => {
    const srcset = many(10_000, (index) => `/a-${index}.jpg ${index}w, `);
    const [picture, ...more] = read(`<img src="/a.jpg" srcset="${srcset}">`).pictures;
    expect(more).toEqual([]);
    expect(picture?.address).toBe('https://post.example/a-199.jpg');
    expect(picture?.others).toHaveLength(20);
  });

  it.each([
    ['commas', `a${','.repeat(200_000)}b`],
    ['spaces', `a ${' '.repeat(200_000)}b`],
    ['one address', `${'a'.repeat(2_000_000)} 1w`],
  ])('may have a srcset of nothing but %s', (_name, srcset) => {
    expect(parseSrcset(srcset).length).toBeLessThanOrEqual(2);
  });

  it('may write a picture of 20 MB into the page: it is left out', () => {
    const { pictures } = read(
      `<img src="data:image/png;base64,${'A'.repeat(20_000_000)}"><img src="/b.jpg">`,
    );
    expect(pictures.map((picture) => picture.address)).toEqual(['https://post.example/b.jpg']);
  });

  it.each([
    ['images', (index: number) => `<img src="/p${index}.jpg">`],
    [
      'figures',
      (index: number) =>
        `<figure><img src="/p${index}.jpg"><figcaption>Wall ${index}</figcaption></figure>`,
    ],
    ['slides', (index: number) => `<div class="slide" data-src="/p${index}.jpg"></div>`],
  ])('may have 10,000 %s: the first thousand are kept', (_name, write) => {
    const { pictures } = read(`<div class="gallery">${many(10_000, write)}</div>`);
    expect(pictures).toHaveLength(1_000);
    expect(pictures.at(-1)?.address).toBe('https://post.example/p999.jpg');
  });

  it('may list a slideshow of 5 MB in a script: the first 500 slides are kept', () => {
    const slides = Array.from({ length: 50_000 }, (_, index) => ({
      src: `/p${index}.jpg`,
      caption: `Wall ${index} ${'of the harbour '.repeat(4)}`,
    }));
    const { pictures } = read(`<script>var slides = ${JSON.stringify(slides)};</script>`);
    expect(pictures).toHaveLength(500);
  });

  it.each([
    ['brackets that never close', `${'a = [ '.repeat(500_000)} "x.jpg"`],
    ['objects in objects that are code', `${'{a: [{b: '.repeat(5_000)} "x.jpg"`],
    ['JSON nested half a million deep', `slides = ${'['.repeat(500_000)}"x.jpg"`],
    ['half a string', `slides = [{"src": "/a.jpg`],
  ])('may have a script of %s', (_name, script) => {
    expect(read(`<script>${script}</script><img src="/b.jpg">`).pictures).toHaveLength(1);
  });

  it('may have markup in attributes: their text is kept, and nothing of it becomes markup', () => {
    const article = read(
      `<a href="/a.jpg" data-fancybox="&quot;><script>alert(1)</script>" data-caption="The &lt;b onclick=alert(1)&gt;pier&lt;/b&gt; &lt;script&gt;"><img src="/s.jpg" alt="<script>alert(1)</script>A pier"></a>`,
    );
    expect(article.pictures).toMatchObject([{ caption: 'The pier', alt: 'alert(1) A pier' }]);
    expect(article.html).not.toContain('alert');
  });

  it('may point from one element to another that is not there, or to itself', () => {
    const { pictures } = read(
      '<a href="/a.jpg" data-sub-html="#gone"><img id="self" src="/s.jpg" aria-describedby="self gone &quot;]"></a>',
    );
    expect(pictures).toMatchObject([{ caption: '' }]);
  });

  it('may have twenty thousand attributes', () => {
    const attributes = many(20_000, (index) => ` data-x${index}="/b${index}.jpg"`);
    expect(read(`<img src="/a.jpg"${attributes}>`).pictures).toHaveLength(1);
  });

  it.each([
    '',
    'data:image/png;base64,',
    'https://',
    '%',
    'https://a.example/%E0%A4%A',
    'x'.repeat(99_999),
  ])('may have an address that is none: %#', (address) =>
    expect(typeof pictureKey(address)).toBe('string'),
  );
});
