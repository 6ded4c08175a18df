/** The markup of the common slideshows, lightboxes and galleries, three pictures each, written by hand. */
import { describe, expect, it } from 'vitest';
import { articleWith, page, paragraphs } from './pages.ts';

const names = ['a', 'b', 'c'];
const each = (write: (name: string, index: number) => string): string => names.map(write).join('');
const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const json = (value: unknown): string => JSON.stringify(value).replaceAll('"', '&quot;');

/** Each shows `/a.jpg`, `/b.jpg` and `/c.jpg` with the captions `Wall a of the old harbour` and so on. */
const captioned: [string, string][] = [
  [
    'WordPress, classic',
    `<div id="gallery-1" class="gallery gallery-columns-3">${each((name) => `<dl class="gallery-item"><dt class="gallery-icon landscape"><a href="/${name}.jpg"><img width="150" height="150" src="/${name}-150x150.jpg" class="attachment-thumbnail"></a></dt><dd class="wp-caption-text gallery-caption">Wall ${name} of the old harbour</dd></dl>`)}<br style="clear:both"></div>`,
  ],
  [
    'WordPress, blocks',
    `<figure class="wp-block-gallery has-nested-images">${each((name) => `<figure class="wp-block-image size-large"><img src="/${name}-300x200.jpg" srcset="/${name}-300x200.jpg 300w, /${name}.jpg 1600w"><figcaption class="wp-element-caption">Wall ${name} of the old harbour</figcaption></figure>`)}</figure>`,
  ],
  [
    'WordPress, older blocks',
    `<figure class="wp-block-gallery columns-3"><ul class="blocks-gallery-grid">${each((name) => `<li class="blocks-gallery-item"><figure><img src="/${name}.jpg" data-id="1"><figcaption>Wall ${name} of the old harbour</figcaption></figure></li>`)}</ul></figure>`,
  ],
  [
    'Jetpack, tiled',
    `<div class="tiled-gallery type-rectangular"><div class="gallery-row">${each((name) => `<div class="tiled-gallery-item"><a href="/harbour/keeper/${name}"><img data-orig-file="/${name}.jpg" data-image-description="&lt;p&gt;Wall ${name} of the old harbour&lt;/p&gt;" src="/${name}.jpg?w=300&amp;h=200" width="300" height="200"></a></div>`)}</div></div>`,
  ],
  [
    'NextGEN',
    `<div class="ngg-galleryoverview">${each((name) => `<div class="ngg-gallery-thumbnail-box"><div class="ngg-gallery-thumbnail"><a href="/${name}.jpg" title="Wall ${name} of the old harbour" data-src="/${name}.jpg" class="ngg-fancybox" rel="set"><img src="/thumbs/thumbs_${name}.jpg" width="240" height="160"></a></div></div>`)}</div>`,
  ],
  [
    'Flickity',
    `<div class="carousel" data-flickity='{"lazyLoad":true}'>${each((name) => `<figure class="carousel-cell"><img data-flickity-lazyload="/${name}.jpg"><figcaption>Wall ${name} of the old harbour</figcaption></figure>`)}</div>`,
  ],
  [
    'Swiper',
    `<div class="swiper"><div class="swiper-wrapper">${each((name) => `<div class="swiper-slide"><img src="${gif}" data-src="/${name}.jpg" class="swiper-lazy"><div class="swiper-lazy-preloader"></div><div class="text">Wall ${name} of the old harbour</div></div>`)}</div><div class="swiper-button-prev">‹</div><div class="swiper-pagination">1 / 3</div></div>`,
  ],
  [
    'Swiper, as an element',
    `<swiper-container>${each((name) => `<swiper-slide><img src="/${name}.jpg" loading="lazy"><p class="caption">Wall ${name} of the old harbour</p></swiper-slide>`)}</swiper-container>`,
  ],
  [
    'Slick',
    `<div class="slick-slider">${each((name) => `<div><img data-lazy="/${name}.jpg"><span class="slide-caption">Wall ${name} of the old harbour</span></div>`)}</div>`,
  ],
  [
    'Splide',
    `<section class="splide" aria-label="Walls"><div class="splide__track"><ul class="splide__list">${each((name) => `<li class="splide__slide"><img data-splide-lazy="/${name}.jpg"><div>Wall ${name} of the old harbour</div></li>`)}</ul></div></section>`,
  ],
  [
    'PhotoSwipe 4',
    `<div class="pictures" itemtype="http://schema.org/ImageGallery">${each((name) => `<figure itemprop="associatedMedia"><a href="/${name}.jpg" itemprop="contentUrl" data-size="1600x1067"><img src="/${name}-small.jpg" itemprop="thumbnail"></a><figcaption itemprop="caption description">Wall ${name} of the old harbour</figcaption></figure>`)}</div>`,
  ],
  [
    'PhotoSwipe 5',
    `<div class="pswp-gallery" id="walls">${each((name) => `<a href="/${name}.jpg" data-pswp-width="1600" data-pswp-height="1067" target="_blank"><img src="/${name}-300x200.jpg"><span class="hidden-caption-content">Wall ${name} of the old harbour</span></a>`)}</div>`,
  ],
  [
    'Fancybox',
    `<div>${each((name) => `<a data-fancybox="walls" data-src="/${name}.jpg" data-caption="Wall ${name} of the old harbour"><img src="/${name}-150x150.jpg"></a>`)}</div>`,
  ],
  [
    'Fancybox, the others hidden',
    `<a href="/a.jpg" data-fancybox="walls" data-caption="Wall a of the old harbour"><img src="/a-150x150.jpg"></a><div style="display:none"><a href="/b.jpg" data-fancybox="walls" data-caption="Wall b of the old harbour"></a><a href="/c.jpg" data-fancybox="walls" data-caption="Wall c of the old harbour"></a></div>`,
  ],
  [
    'Lightbox 2',
    `<p>${each((name) => `<a href="/${name}.jpg" data-lightbox="walls" data-title="Wall ${name} of the old &lt;b&gt;harbour&lt;/b&gt;"><img src="/${name}-150x150.jpg"></a> `)}</p>`,
  ],
  [
    'baguetteBox',
    `<div class="tz-gallery">${each((name) => `<a href="/${name}.jpg" data-caption="Wall ${name} of the old harbour"><img src="/thumbs/${name}-300x200.jpg"></a>`)}</div>`,
  ],
  [
    'lightGallery',
    `<div id="lightgallery">${each((name) => `<a href="/${name}.jpg" data-sub-html="&lt;h4&gt;Wall ${name}&lt;/h4&gt; of the old harbour"><img src="/${name}-150x150.jpg"></a>`)}</div>`,
  ],
  [
    'lightGallery, captions elsewhere',
    `<div id="lightgallery">${each((name) => `<a href="/${name}.jpg" data-sub-html="#caption-${name}"><img src="/${name}-150x150.jpg"></a>`)}</div>${each((name) => `<div id="caption-${name}" style="display:none">Wall ${name} of the old harbour</div>`)}`,
  ],
  [
    'Magnific Popup',
    `<div class="popup-gallery">${each((name) => `<a href="/${name}.jpg" title="Wall ${name} of the old harbour"><img src="/${name}_s.jpg" width="75" height="75"></a>`)}</div>`,
  ],
  [
    'Glide',
    `<div class="glide"><div data-glide-el="track"><ul class="glide__slides">${each((name) => `<li class="glide__slide"><img src="/${name}.jpg"><p>Wall ${name} of the old harbour</p></li>`)}</ul></div><div data-glide-el="controls"><button>prev</button><button>next</button></div></div>`,
  ],
  [
    'Owl Carousel',
    `<div class="owl-carousel">${each((name) => `<div class="item"><img class="owl-lazy" data-src="/${name}.jpg"><p>Wall ${name} of the old harbour</p></div>`)}</div>`,
  ],
  [
    'UIkit',
    `<div uk-slideshow><ul>${each((name) => `<li><img src="/${name}.jpg" uk-cover><div>Wall ${name} of the old harbour</div></li>`)}</ul></div>`,
  ],
  [
    'UIkit, as a lightbox',
    `<div uk-lightbox>${each((name) => `<a href="/${name}.jpg" data-caption="Wall ${name} of the old harbour"><img src="/${name}-150x150.jpg"></a>`)}</div>`,
  ],
  [
    'AMP',
    `<amp-carousel width="4" height="3" layout="responsive" type="slides">${each((name) => `<figure><amp-img src="/${name}-640x480.jpg" srcset="/${name}-640x480.jpg 640w, /${name}.jpg 1280w" width="4" height="3" layout="responsive"></amp-img><figcaption>Wall ${name} of the old harbour</figcaption></figure>`)}</amp-carousel>`,
  ],
  [
    'backgrounds of slides',
    `<div class="flexslider"><ul class="slides">${each((name) => `<li style="background-image: url('/${name}.jpg')"><p class="flex-caption">Wall ${name} of the old harbour</p></li>`)}</ul></div>`,
  ],
  [
    'custom elements with attributes',
    `<photo-story>${each((name) => `<photo-slide image="/${name}.jpg" caption="Wall ${name} of the old harbour"></photo-slide>`)}</photo-story>`,
  ],
  [
    'data in an attribute',
    `<div class="js-gallery" data-images="${json(names.map((name) => ({ url: `/${name}.jpg`, caption: `Wall ${name} of the old harbour` })))}"></div>`,
  ],
  [
    'figures in a row',
    each(
      (name) =>
        `<figure><img src="/${name}.jpg"><figcaption>Wall ${name} of the old harbour</figcaption></figure>\n`,
    ),
  ],
  [
    'data in a script, with the slides’ credits in objects',
    `<div id="slider"></div><script>window.slideshow = {"slides": ${JSON.stringify(names.map((name) => ({ image: { url: `/${name}.jpg` }, caption: `<p>Wall ${name} of the old harbour</p>` })))}};</script>`,
  ],
];

describe('galleries of every make', () => {
  it.each(captioned)('are whole and in order, with captions: %s', (_name, html) => {
    const article = page(articleWith(html));
    expect(article.pictures.map((picture) => picture.address)).toEqual(
      names.map((name) => `https://post.example/${name}.jpg`),
    );
    expect(article.pictures.map((picture) => picture.caption)).toEqual(
      names.map((name) => `Wall ${name} of the old harbour`),
    );
    expect(article.pictures.map((picture) => picture.gallery)).toEqual([0, 0, 0]);
  });

  it.each(captioned)('leave nothing in the text: %s', (_name, html) => {
    expect(page(articleWith(html)).text.split('\n')).toEqual(paragraphs);
  });

  it('are found in the state of an app when the page shows one of their pictures', () => {
    const state = {
      props: {
        article: {
          gallery: names.map((name) => ({
            src: `/${name}.jpg`,
            caption: `Wall ${name}`,
            credit: 'Ada Byron',
          })),
          related: names.map((name) => ({
            image: `/other-${name}.jpg`,
            headline: `Other ${name}`,
          })),
        },
      },
    };
    const article = page(
      articleWith('<figure><img src="/a.jpg"></figure>', {
        after: `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script>`,
      }),
    );
    expect(article.pictures).toMatchObject(
      names.map((name) => ({
        address: `https://post.example/${name}.jpg`,
        caption: `Wall ${name}`,
        credit: 'Ada Byron',
        gallery: 0,
      })),
    );
  });

  it('are none of the article when a script lists other pictures than the page shows', () => {
    const slides = names.map((name) => ({ src: `/${name}.jpg`, caption: `Wall ${name}` }));
    const article = page(
      articleWith('<figure><img src="/own.jpg"></figure>', {
        head: `<script>window.__STATE__ = {"photos": ${JSON.stringify(slides)}}</script>`,
      }),
    );
    expect(article.pictures.map((picture) => picture.address)).toEqual([
      'https://post.example/own.jpg',
    ]);
  });

  it('may have text between their pictures when a lightbox shows them together', () => {
    const essay = names.map(
      (name) =>
        `<p><a href="/${name}.jpg" data-lightbox="essay"><img src="/${name}-300x200.jpg"></a></p><p>A paragraph about wall ${name}, long enough to be one.</p>`,
    );
    expect(page(articleWith(essay.join(''))).pictures.map((picture) => picture.gallery)).toEqual([
      0, 0, 0,
    ]);
  });

  it('are not made of what two other stories show', () => {
    const slides = each((name) => `<li data-original="/${name}.jpg"></li>`);
    const other = `<div class="gallery"><h2>Business news in pictures</h2><ul>${slides}</ul></div>`;
    expect(page(articleWith(other)).pictures).toEqual([]);
    const own = other.replace('Business news', 'The keeper');
    expect(page(articleWith(own)).pictures).toHaveLength(3);
  });
});

it('a list in structured data is no slideshow in the place of its script', () => {
  const images = names.map((name) => ({ url: `/${name}.jpg`, caption: `Wall ${name}` }));
  const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'ItemList', images })}</script>`;
  expect(page(articleWith(data)).pictures).toEqual([]);
});
