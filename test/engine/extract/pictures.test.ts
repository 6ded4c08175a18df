import { describe, expect, it } from 'vitest';
import type { ExtractedPicture } from '../../../main/engine/extract/types.ts';
import { cleanFragment } from '../../../main/engine/extract/fragment.ts';
import { address, articleWith, page } from './pages.ts';

const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function pictures(inside: string, head = ''): ExtractedPicture[] {
  return page(articleWith(inside, { head })).pictures;
}
function addresses(inside: string, head = ''): string[] {
  return pictures(inside, head).map((picture) => picture.address);
}

describe('what is no picture of the article', () => {
  it.each([
    ['a tracking pixel', '<img src="/p.gif" width="1" height="1">'],
    ['an icon', '<img src="/i.png" width="32" height="32">'],
    ['an avatar', '<img class="avatar" src="/ada.jpg">'],
    ['a placeholder nobody fills', `<img src="${gif}">`],
    ['an image without an address', '<img alt="gone">'],
    ['a number for a script', '<img data-image="322851">'],
    [
      'an image that is shown 40 pixels wide',
      '<img src="/a.jpg" srcset="/a.jpg 320w" sizes="40px">',
    ],
    ['a part of the site’s theme', '<img src="/wp-content/themes/post/img/reuse.png">'],
    ['the site’s logo', '<img src="/img/post-logo.png">'],
    ['stars', '<img src="/images/rating_on.gif"><img src="/images/rating_off.gif">'],
    [
      'a card that leads to another article of the site',
      '<ul><li><div><a href="/other"></a><img src="/t.jpg"></div><h3><a href="/other">Other</a></h3></li></ul>',
    ],
    ['an address that is none', '<img src="javascript:alert(1)"><img src="file:///etc/passwd">'],
    [
      'an advertisement',
      '<aside class="ad"><a href="/buy"><img src="/ad.jpg" width="300" height="250"></a></aside>',
    ],
    [
      'a teaser of another article',
      '<div class="related"><a href="/other"><img src="/t.jpg" width="240" height="150">Other</a></div>',
    ],
  ])('is left out: %s', (_name, html) => expect(addresses(html)).toEqual([]));

  it('is a letter when it draws one', () => {
    const article = page(
      articleWith(
        '<p>They waved at the ship for a long time <img class="emoji" alt="👋" src="/1f44b.svg"> and went home.</p>',
      ),
    );
    expect(article.text).toContain('a long time 👋 and went home');
    expect(article.pictures).toEqual([]);
  });
});

describe('the ways a page names a picture', () => {
  it.each([
    ['src', '<img src="/a.jpg">', 'a.jpg'],
    [
      'widths: the largest up to 2560',
      '<img src="/s.jpg" srcset="/s.jpg 400w, /l.jpg 2000w, /xl.jpg 4000w">',
      'l.jpg',
    ],
    [
      'widths: all too large, the smallest',
      '<img src="/s.jpg" srcset="/xl.jpg 4000w, /xxl.jpg 8000w">',
      'xl.jpg',
    ],
    [
      'addresses with commas',
      '<img src="/s.jpg" srcset="/w_400,h_300/a.jpg 400w, /w_900,h_600/a.jpg 900w">',
      'w_900,h_600/a.jpg',
    ],
    ['densities', '<img src="/1.jpg" srcset="/1.jpg 1x, /2.jpg 2x">', '2.jpg'],
    [
      'picture with widths',
      '<picture><source srcset="/a.webp 800w, /b.webp 1600w"><img src="/c.jpg"></picture>',
      'b.webp',
    ],
    [
      'picture with types only',
      '<picture><source type="image/avif" srcset="/a.avif"><img src="/c.jpg"></picture>',
      'c.jpg',
    ],
    [
      'picture by screen',
      '<picture><source media="(min-width: 1200px)" srcset="/big.jpg"><img src="/small.jpg"></picture>',
      'big.jpg',
    ],
    [
      'a type nobody shows',
      '<picture><source type="image/jxl" srcset="/a.jxl 4w"><img src="/c.jpg"></picture>',
      'c.jpg',
    ],
    ['data-src', `<img src="${gif}" data-src="/lazy.jpg">`, 'lazy.jpg'],
    ['data-srcset', `<img src="${gif}" data-srcset="/s.jpg 300w, /l.jpg 1200w">`, 'l.jpg'],
    ['data-original', '<img src="/img/placeholder.png" data-original="/lazy.jpg">', 'lazy.jpg'],
    ['data-lazy-src', '<img src="/spacer.gif" data-lazy-src="/lazy.jpg">', 'lazy.jpg'],
    ['noscript alone', '<div class="box"></div><noscript><img src="/n.jpg"></noscript>', 'n.jpg'],
    [
      'noscript twin',
      `<img src="${gif}" data-src="/n.jpg"><noscript><img src="/n.jpg"></noscript>`,
      'n.jpg',
    ],
    [
      'microdata alone',
      '<div itemscope itemtype="https://schema.org/ImageObject" itemid="/m.jpg"><span>Image</span></div>',
      'm.jpg',
    ],
    ['data-hi-res-src', '<img src="/low.jpg" data-hi-res-src="/high.jpg">', 'high.jpg'],
    ['an attribute of any name', '<img nitro-lazy-src="/n.jpg" src="/1x1.gif">', 'n.jpg'],
    [
      'a template for the width',
      '<img data-src="/a_{width}x.jpg" data-widths="[180, 360]">',
      'a_1200x.jpg',
    ],
    [
      'a background of the lead picture',
      '<div class="lead-image" style="background-image:url(/bg.jpg)"></div>',
      'bg.jpg',
    ],
    ['AMP', '<amp-img src="/a.jpg" width="4" height="3" layout="responsive"></amp-img>', 'a.jpg'],
    [
      'a link to the larger file',
      '<a href="/full.jpg"><img src="/thumb.jpg" width="200" height="100"></a>',
      'full.jpg',
    ],
    [
      'a link to a page about the file',
      '<a href="/wiki/File:A.jpg"><img src="/a.jpg"></a>',
      'a.jpg',
    ],
  ])('%s', (_name, html, file) => {
    expect(addresses(`<figure>${html}</figure>`)).toEqual([`https://post.example/${file}`]);
  });

  it('takes relative addresses from <base>', () => {
    expect(addresses('<img src="a.jpg">', '<base href="/pictures/">')).toEqual([
      'https://post.example/pictures/a.jpg',
    ]);
  });

  it('keeps a picture that is written in the page itself', () => {
    const drawn = `data:image/png;base64,${'A'.repeat(2_000)}`;
    expect(addresses(`<img src="${drawn}" width="300" height="200">`)).toEqual([drawn]);
  });

  it('counts one picture in several sizes once, with the caption it has in either', () => {
    const found = pictures(
      '<figure><img src="/w640/a-640x480.jpg" srcset="/w640/a-640x480.jpg 640w"></figure><p>A paragraph in between the two, of some length.</p><figure><img srcset="/w640/a-1600x1200.jpg 1600w"><figcaption>The pier</figcaption></figure>',
    );
    expect(found).toMatchObject([
      { address: 'https://post.example/w640/a-1600x1200.jpg', caption: 'The pier', width: 1600 },
    ]);
  });

  it('gives the size the page declares, in the shape of the file chosen', () => {
    expect(
      pictures('<img src="/a.jpg" srcset="/a.jpg 800w" width="400" height="300">'),
    ).toMatchObject([{ width: 800, height: 600 }]);
  });

  it('stands in the body where it stood on the page', () => {
    const article = page(
      articleWith(
        '<p>Before the picture there is <img src="/a.jpg" alt="A pier"> this sentence, cut in two.</p>',
      ),
    );
    expect(article.html).toContain(
      '<p>Before the picture there is</p><figure data-picture="0"></figure><p>this sentence, cut in two.</p>',
    );
    expect(article.pictures).toMatchObject([{ alt: 'A pier', gallery: null }]);
  });

  it('is found above the text, outside of the element that holds it', () => {
    const html = articleWith('')
      .replace(
        '<h1>The last keeper</h1>',
        '<header><h1>The last keeper</h1><div class="hero"><img src="/hero.jpg" width="1200" height="600"></div></header><div class="body">',
      )
      .replace('</article>', '</div></article>');
    expect(page(html).pictures.map((picture) => picture.address)).toEqual([
      'https://post.example/hero.jpg',
    ]);
  });
});

describe('the file of a reader who wants originals', () => {
  const srcset = '<img src="/s.jpg" srcset="/s.jpg 400w, /l.jpg 2000w, /xl.jpg 4000w">';

  it.each([
    ['is the widest of all', srcset, ['xl.jpg', 'l.jpg']],
    ['is what the link leads to', `<a href="/full.jpg">${srcset}</a>`, ['full.jpg', 'l.jpg']],
    [
      'is what an attribute calls so',
      '<img src="/s.jpg" srcset="/l.jpg 2000w" data-original="/o.jpg">',
      ['o.jpg', 'l.jpg'],
    ],
    ['is the only one', '<img src="/s.jpg">', ['s.jpg', 's.jpg']],
    [
      'is the one that a hidden twin of another size has',
      '<img src="/p-300x200.jpg"><div hidden><img src="/p.jpg" srcset="/p.jpg 4000w"></div>',
      ['p.jpg', 'p-300x200.jpg'],
    ],
  ])('%s', (_what, inside, [original, usual]) => {
    const at = (wanted: boolean): unknown =>
      page(articleWith(inside), address, { originals: wanted }).pictures[0]?.address;
    expect(at(true)).toBe(`https://post.example/${original}`);
    expect(at(false)).toBe(`https://post.example/${usual}`);
  });

  it('is the same in the text of a feed', () => {
    const around = { address, title: 'The last keeper', language: null };
    const of = (originals: boolean): unknown =>
      cleanFragment({ ...around, html: `<p>Text.</p>${srcset}`, originals }).pictures[0]?.address;
    expect(of(true)).toBe('https://post.example/xl.jpg');
    expect(of(false)).toBe('https://post.example/l.jpg');
  });
});
