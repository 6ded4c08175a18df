/** The picture a page leads with, by where it stands and by what the page says of it elsewhere. */
import { describe, expect, it } from 'vitest';
import { articleWith, page } from './pages.ts';

const shared = (file: string): string =>
  `<meta property="og:image" content="https://post.example/${file}">`;
const structured = (image: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The last keeper', image })}</script>`;

function addresses(html: string): string[] {
  return page(html).pictures.map((picture) => picture.address);
}

describe('a picture for sharing', () => {
  it.each([
    'img/logo.png',
    'assets/og-default.jpg',
    'img/share.png',
    'fb_landscape_share.png',
    'avatars/l/81.jpg',
    'icon.svg',
  ])('that a site has for all its pages is none of the article: %s', (file) =>
    expect(addresses(articleWith('', { head: shared(file) }))).toEqual([]),
  );

  it('is none of an article that shows another', () => {
    const html = articleWith('<figure><img src="/own.jpg"></figure>', { head: shared('lead.jpg') });
    expect(addresses(html)).toEqual(['https://post.example/own.jpg']);
  });

  it('makes no article of a page without text', () => {
    expect(() => page(`<title>Gone</title>${shared('lead.jpg')}<p>Gone.</p>`)).toThrow(
      'no article',
    );
  });

  it('leads an article whose page shows none', () => {
    const article = page(articleWith('', { head: shared('uploads/lighthouse.jpg') }));
    expect(article.pictures).toMatchObject([
      { address: 'https://post.example/uploads/lighthouse.jpg', gallery: null },
    ]);
    expect(article.html.startsWith('<figure data-picture="0"></figure>')).toBe(true);
  });
});

describe('the lead picture', () => {
  it('is put back when it stands above the headline', () => {
    const before = '<div class="hero-media"><img src="/lead.jpg" width="1600" height="900"></div>';
    expect(addresses(articleWith('<img src="/own.jpg">', { before }))).toEqual([
      'https://post.example/lead.jpg',
      'https://post.example/own.jpg',
    ]);
  });

  it('is put back, wherever the page shows it, when structured data name it', () => {
    const before = '<section><img src="/lead-1600x900.jpg"></section>';
    const head = structured({ '@type': 'ImageObject', url: '/lead.jpg' });
    expect(addresses(articleWith('', { before, head }))).toEqual([
      'https://post.example/lead-1600x900.jpg',
    ]);
  });

  it('is not what stands in the site’s header, beside its menu, or in the author’s box', () => {
    const before =
      '<header class="top"><img src="/brand.jpg"><nav><a href="/">Home</a></nav></header>';
    const box =
      '<div class="author-box"><img src="/ada.jpg"><p>Ada Byron writes of harbours.</p></div>';
    expect(addresses(articleWith(box, { before }))).toEqual([]);
  });
});

describe('what a page says of a picture elsewhere', () => {
  const image = {
    '@type': 'ImageObject',
    url: '/a.jpg',
    caption: 'The pier after the storm',
    creditText: 'Ada Byron',
  };

  it('counts where nothing is printed', () => {
    const html = articleWith('<img src="/a-300x200.jpg">', { head: structured([image]) });
    expect(page(html).pictures).toMatchObject([
      { caption: 'The pier after the storm', credit: 'Ada Byron' },
    ]);
  });

  it('counts for nothing where a caption is printed', () => {
    const figure =
      '<figure><img src="/a.jpg" data-caption="Told"><figcaption>The pier. Photo: Ada Byron</figcaption></figure>';
    expect(page(articleWith(figure, { head: structured([image]) })).pictures).toMatchObject([
      { caption: 'The pier.', credit: 'Photo: Ada Byron' },
    ]);
  });

  it('is no caption when it only repeats the description', () => {
    const html = articleWith('<img src="/a.jpg" alt="The pier after the storm">', {
      head: structured([image]),
    });
    expect(page(html).pictures).toMatchObject([{ caption: '', alt: 'The pier after the storm' }]);
  });

  it('may stand in the element that describes the picture', () => {
    const html =
      '<img src="/a.jpg" aria-describedby="d" aria-label="A pier"><p id="d" hidden>The pier after the storm</p>';
    expect(page(articleWith(html)).pictures).toMatchObject([
      { caption: 'The pier after the storm', alt: 'A pier' },
    ]);
  });
});
