/** The Back Pages: one article for every way in which pages of the web are written. */
import { articleHead, escapeHtml, feedLink, longDate, publishedOf } from '../html.ts';
import {
  densityImage,
  lazyImage,
  pictureElement,
  pictureOf,
  placeholderGif,
  plainImage,
  responsiveImage,
} from '../images.ts';
import { bodyOf } from '../newsdesk.ts';
import { figuresOf, parseProse, proseHtml } from '../prose.ts';
import type { Article, Feed, Figure, Site } from '../model.ts';
import {
  byline,
  comments,
  cookieBanner,
  homeBody,
  homeCss,
  readMore,
  relatedList,
  shareBar,
} from './furniture.ts';
import { lightboxPage } from './lightbox.ts';

const css = `body{margin:0;font:18px/1.65 Charter,Georgia,serif;color:#222;background:#f5f3ef}.menu{background:#2f3b33;color:#fff;padding:14px 28px;font:15px Helvetica,Arial,sans-serif}.menu a{color:#dfe7dd;margin-right:18px;text-decoration:none}.column{max-width:700px;margin:30px auto;background:#fff;padding:30px 44px}h1{line-height:1.2}img{max-width:100%;height:auto}figure{margin:24px 0}figcaption,.caption{font:14px Helvetica,Arial,sans-serif;color:#666}.credit{color:#999}.gallery{display:grid;grid-template-columns:repeat(3,1fr);gap:14px;padding:0;list-style:none}.gallery figure{margin:0}.slider{border:1px solid #ddd;padding:10px}.slide{padding:30px;background:#eee;margin:4px}.related ul,.comments ol{list-style:none;padding:0}.comment{display:flex;gap:10px;font-size:15px}.cookie-banner{position:fixed;bottom:0;background:#fff;border:1px solid #aaa;padding:10px 20px;font:14px Helvetica,Arial,sans-serif}${homeCss}`;

const feeds: Feed[] = [
  {
    path: '/special/feed.xml',
    title: 'The Back Pages',
    description: 'One page for every habit of the web.',
    kind: 'rss-summary',
    lang: 'en',
    tracking: '',
    carries: (a) => a.site === 'special' && a.section !== 'Trouble',
  },
  {
    path: '/special/trouble.xml',
    title: 'Back Pages: Trouble',
    description: 'Pages that are slow, missing or broken.',
    kind: 'rss-summary',
    lang: 'en',
    tracking: '',
    carries: (a) => a.section === 'Trouble',
  },
];
const links = [{ href: '/special/feed.xml', type: 'application/rss+xml', title: 'The Back Pages' }];

interface Presentation {
  figure?: (figure: Figure) => string;
  gallery?: (figures: Figure[]) => string;
  charset?: string;
  base?: string;
}

function figured(image: (figure: Figure) => string): (figure: Figure) => string {
  return (figure) =>
    `<figure>${image(figure)}<figcaption>${escapeHtml(figure.caption)}${figure.credit ? ` <span class="credit">${escapeHtml(figure.credit)}</span>` : ''}</figcaption></figure>`;
}

const plain = figured((figure) => plainImage(figure));

function inlineGallery(figures: Figure[]): string {
  return `<ul class="gallery">${figures.map((figure) => `<li>${plain(figure)}</li>`).join('\n')}</ul>`;
}

/** What slideshow scripts find: empty slides with data attributes, arrows, dots, and their settings. */
function slideshow(figures: Figure[]): string {
  const slides = figures.map((figure, index) => {
    const { file, width, height } = pictureOf(figure.name);
    return `<div class="slide swiper-slide" data-slide="${index}" data-src="/pictures/${file}" data-width="${width}" data-height="${height}" data-caption="${escapeHtml(figure.caption)}" data-credit="${escapeHtml(figure.credit)}"><img class="swiper-lazy" src="${placeholderGif}" data-src="/pictures/${file}" alt="${escapeHtml(figure.alt)}"><div class="swiper-lazy-preloader"></div></div>`;
  });
  const settings = {
    items: figures.map((figure) => ({
      src: `/pictures/${pictureOf(figure.name).file}`,
      title: figure.caption,
      credit: figure.credit,
    })),
    loop: true,
    navigation: { nextEl: '.next', prevEl: '.prev' },
  };
  return `<div class="slider swiper" id="slider-1"><div class="swiper-wrapper">${slides.join('\n')}</div><div class="prev" role="button">‹</div><div class="next" role="button">›</div><div class="swiper-pagination"><span class="current">1</span> / <span class="total">${figures.length}</span></div></div>
<script type="application/json" class="slider-config" data-for="slider-1">${JSON.stringify(settings).replace(/</g, '\\u003c')}</script>`;
}

/** A picture that exists only for readers without scripts; others get an empty box to be filled. */
function onlyNoscript(figure: Figure): string {
  return `<div class="image-box" data-image-id="${figure.name}"><div class="spinner"></div></div><noscript>${plainImage(figure)}</noscript>`;
}

const presentations: Record<string, Presentation> = {
  gallery: { gallery: inlineGallery },
  slideshow: { gallery: slideshow },
  'picture-element': { figure: figured((figure) => pictureElement(figure)) },
  'srcset-widths': { figure: figured((figure) => responsiveImage(figure)) },
  'srcset-densities': { figure: figured((figure) => densityImage(figure)) },
  lazy: { figure: figured((figure) => lazyImage(figure)) },
  noscript: { figure: figured(onlyNoscript) },
  relative: { base: '/pictures/', figure: figured((figure) => plainImage(figure, '')) },
  'shift-jis': { charset: 'Shift_JIS' },
  'truncated-picture': {
    figure: figured((figure) =>
      plainImage(figure).replace(/src="[^"]+"/, 'src="/special/truncated.jpg"'),
    ),
  },
  'picture-is-html': {
    figure: figured((figure) =>
      plainImage(figure).replace(/src="[^"]+"/, 'src="/special/not-a-picture.jpg"'),
    ),
  },
};

const menu = `<div class="menu"><a href="/special/"><b>The Back Pages</b></a><a href="/special/">All pages</a><a href="/">Newsroom</a><a href="#search">Search</a></div>`;

export const special: Site = {
  id: 'special',
  name: 'The Back Pages',
  lang: 'en',
  home: '/special/',
  about: 'One page for every habit of the web: galleries, lazy pictures, odd encodings, trouble.',
  feeds,
  pathOf: (article) => `/special/${article.slug}`,
  page(article, edition, related) {
    if (article.slug === 'lightbox') return lightboxPage(article, edition, 'named');
    const {
      figure = plain,
      gallery = inlineGallery,
      charset,
      base,
    } = presentations[article.slug] ?? {};
    const published = publishedOf(article, edition);
    return `<!doctype html>
<html lang="${article.lang}">
${articleHead(article, edition, { siteName: this.name, canonical: edition.origin + this.pathOf(article), css, jsonLd: 'object', feeds: links, ...(charset ? { charset } : {}), ...(base ? { base } : {}) })}
<body>
${menu}
<main class="column">
<article>
<h1>${escapeHtml(article.headline)}</h1>
<p class="caption">${byline(article.authors, 'and')}, <time datetime="${published.toISOString()}">${longDate(published, article)}</time></p>
${article.lead ? figure(article.lead) : ''}
${proseHtml(parseProse(bodyOf(article, edition)), figure, gallery, (paragraph) => (paragraph === 4 && article.section !== 'Trouble' ? readMore(related, 0, 'See also:') : ''))}
</article>
${shareBar(['Share', 'Print'])}
${relatedList(related, 'More from the back pages', false)}
${comments(article, 'Comments')}
</main>
${cookieBanner('This page would like to remember you.', 'All right', 'Rather not')}
</body></html>`;
  },
  homePage(articles, edition) {
    const items = articles.map((article: Article) => ({
      path: this.pathOf(article),
      headline: article.headline,
      description: article.description,
      date: longDate(publishedOf(article, edition), article),
      ...pictureFor(article),
    }));
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The Back Pages</title>${links.map(feedLink).join('')}<link rel="icon" href="/icon.svg"><style>${css}.teasers{max-width:1100px;margin:30px auto}</style></head><body>${menu}<div class="teasers">${homeBody(items)}</div></body></html>`;
  },
};

function pictureFor(article: Article): { picture?: string } {
  const figure = article.lead ?? figuresOf(parseProse(article.body))[0];
  return figure ? { picture: figure.name } : {};
}
