import { describe, expect, it } from 'vitest';
import { pictureKey } from '../../../main/engine/extract/picture-key.ts';
import { articleWith, page } from './pages.ts';

describe('addresses of one picture', () => {
  it.each([
    ['WordPress', 'https://a.example/a-1024x683.jpg', 'https://a.example/a.jpg'],
    ['WordPress, scaled', 'https://a.example/a-scaled.jpg', 'https://a.example/a-300x200.webp?x=1'],
    ['its cache', 'https://i0.wp.com/a.example/a.jpg?w=1200&ssl=1', 'https://a.example/a.jpg'],
    [
      'Drupal',
      'https://a.example/files/styles/big/public/a.jpg?itok=x',
      'https://a.example/files/a.jpg',
    ],
    [
      'MediaWiki',
      'https://a.example/commons/thumb/a/ab/A.jpg/440px-A.jpg',
      'https://a.example/commons/a/ab/A.jpg',
    ],
    [
      'Next',
      'https://a.example/_next/image?url=%2Fimg%2Fa.jpg&w=1920&q=75',
      'https://a.example/img/a.jpg',
    ],
    [
      'Cloudinary',
      'https://a.example/upload/c_fit,f_auto,q_80,w_470/a.jpg',
      'https://a.example/upload/c_scale,f_auto,w_800/a.jpg',
    ],
    [
      'Cloudflare',
      'https://a.example/cdn-cgi/image/f=auto,w=2400/up/a.webp',
      'https://a.example/up/a.webp',
    ],
    [
      'a fetched address',
      'https://cdn.example/image/fetch/w_1456,c_limit/https%3A%2F%2Fs3.example%2Fa.png',
      'https://s3.example/a.png',
    ],
    [
      'Wix',
      'https://a.example/media/a1~mv2.jpg/v1/fill/w_281,h_250,blur_30/a1~mv2.jpg',
      'https://a.example/media/a1~mv2.jpg',
    ],
    ['names of sizes', 'https://a.example/a-superJumbo.jpg', 'https://a.example/a-master768.jpg'],
    ['shapes', 'https://a.example/x/16:9/a.jpg', 'https://a.example/x/4:3/a.jpg'],
    ['parameters', 'https://a.example/a.jpg?w=300&s=abc', 'https://a.example/a.jpg?w=1200&s=def'],
  ])('have one key: %s', (_name, one, two) => expect(pictureKey(one)).toBe(pictureKey(two)));

  it.each([
    ['numbers', 'https://a.example/dsc-1404.jpg', 'https://a.example/dsc-1405.jpg'],
    ['numbers alone', 'https://a.example/2020/12/10.jpg', 'https://a.example/2020/12/11.jpg'],
    ['parameters', 'https://a.example/photo?id=4&w=300', 'https://a.example/photo?id=5&w=300'],
    ['folders', 'https://a.example/one/header.jpg', 'https://a.example/two/header.jpg'],
    ['data', 'data:image/png;base64,AAAA', 'data:image/png;base64,AAAB'],
  ])('differ for two pictures: %s', (_name, one, two) =>
    expect(pictureKey(one)).not.toBe(pictureKey(two)),
  );
});

describe('the other addresses of a picture', () => {
  it('are all a page names, best first, each once, without placeholders', () => {
    const html = articleWith(
      '<a href="/full.jpg"><picture><source type="image/avif" srcset="/a.avif 800w"><img src="/s.jpg" srcset="/s.jpg 400w, /l.jpg 1600w, /xl.jpg 5000w" data-thumb="/t.jpg"></picture></a>',
    );
    expect(page(html).pictures).toMatchObject([
      {
        address: 'https://post.example/l.jpg',
        others: ['full.jpg', 'a.avif', 's.jpg', 'xl.jpg'].map(
          (file) => `https://post.example/${file}`,
        ),
      },
    ]);
  });

  it('are shared by its sizes on one page', () => {
    const html = articleWith(
      '<figure><img src="/a-300x200.jpg"></figure><p>A paragraph between the two of them, of some length.</p><figure><img src="/a.jpg"></figure>',
    );
    expect(page(html).pictures).toMatchObject([
      { address: 'https://post.example/a.jpg', others: ['https://post.example/a-300x200.jpg'] },
    ]);
  });

  it('hold nothing that several pictures have in their src until a script has run', () => {
    const lazy = ['a', 'b'].map((name) => `<p><img src="/wait.jpg" data-src="/${name}.jpg"></p>`);
    expect(page(articleWith(lazy.join('')))).toMatchObject({
      pictures: [
        { address: 'https://post.example/a.jpg', others: [] },
        { address: 'https://post.example/b.jpg', others: [] },
      ],
    });
  });
});
