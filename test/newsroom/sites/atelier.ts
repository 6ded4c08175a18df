/** Atelier: a magazine of culture; lazy pictures with a `<noscript>` twin, galleries as lists. */
import { articleHead, escapeHtml, feedLink, longDate, modifiedOf, publishedOf } from '../html.ts';
import { lazyImageWithNoscript } from '../images.ts';
import { bodyOf } from '../newsdesk.ts';
import { parseProse, proseHtml } from '../prose.ts';
import type { Article, Feed, Figure, Site } from '../model.ts';
import {
  advertisement,
  byline,
  comments,
  cookieBanner,
  homeBody,
  homeCss,
  readMore,
  relatedList,
  shareBar,
  trackingPixel,
} from './furniture.ts';

const css = `body{margin:0;background:#fff;color:#221f1c;font:19px/1.7 'Iowan Old Style',Palatino,'Book Antiqua',serif}a{color:#b0432a}.bar{display:flex;align-items:baseline;gap:26px;padding:20px 36px;border-bottom:1px solid #eee;font:15px/1 Avenir,Helvetica,sans-serif}.bar .logo{font:italic 34px Palatino,serif;color:#b0432a;text-decoration:none}.bar a{color:#444;text-decoration:none}.hero{text-align:center;max-width:900px;margin:60px auto 20px;padding:0 20px}.hero h1{font-size:52px;line-height:1.1;font-weight:normal;margin:.2em 0}.hero .chapeau{font-size:23px;color:#6a625a;font-style:italic}.sig{font:14px Avenir,Helvetica,sans-serif;color:#8a8078}
.text{max-width:660px;margin:0 auto;padding:0 20px}.plate{margin:40px auto;max-width:1000px;text-align:center}.plate img{max-width:100%;height:auto;max-height:860px}.plate figcaption,.gallery figcaption{font:14px/1.5 Avenir,Helvetica,sans-serif;color:#7a7168}.gallery{list-style:none;padding:0;margin:40px -120px;display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:20px}.gallery figure{margin:0}.gallery img{width:100%;height:auto}blockquote{font-size:25px;font-style:italic;margin:40px 0;color:#b0432a}.read-more{border-top:1px solid #ddd;border-bottom:1px solid #ddd;font:15px Avenir,Helvetica,sans-serif;padding:12px 0;margin:30px 0}
.below{background:#f6f2ec;padding:30px 20px;margin-top:60px}.below>*{max-width:760px;margin:0 auto 30px}.related ul,.comments ol{list-style:none;padding:0}.related ul{display:flex;gap:18px;flex-wrap:wrap}.related li{width:170px;font-size:15px}.related img{width:100%;height:auto}.comment{display:flex;gap:12px;font-size:16px}.cookie-banner{position:fixed;left:20px;bottom:20px;max-width:320px;background:#fff;box-shadow:0 6px 30px #0003;padding:18px;font:14px Avenir,Helvetica,sans-serif}table{border-collapse:collapse}td,th{padding:4px 14px;border-bottom:1px solid #ddd;text-align:left}@media(max-width:900px){.gallery{margin:30px 0}.hero h1{font-size:34px}}${homeCss}`;

const feeds: Feed[] = [
  {
    path: '/atelier/feed.json',
    title: 'Atelier',
    description: 'A magazine of making, in English and French.',
    kind: 'json',
    lang: 'en',
    tracking: '?utm_source=feed',
    carries: (a) => a.site === 'atelier',
  },
];
const links = [{ href: '/atelier/feed.json', type: 'application/feed+json', title: 'Atelier' }];

function caption(figure: Figure): string {
  return `<figcaption>${escapeHtml(figure.caption)}${figure.credit ? ` <cite>© ${escapeHtml(figure.credit)}</cite>` : ''}</figcaption>`;
}

function figureHtml(figure: Figure): string {
  return `<figure class="plate">${lazyImageWithNoscript(figure)}${caption(figure)}</figure>`;
}

function galleryHtml(figures: Figure[]): string {
  return `<ul class="gallery" data-gallery>${figures.map((figure, index) => `<li class="gallery-item" data-index="${index}"><figure>${lazyImageWithNoscript(figure)}${caption(figure)}</figure></li>`).join('\n')}</ul>`;
}

const words = {
  en: {
    by: 'Words by',
    and: 'and',
    related: 'In the same drawer',
    more: 'Keep reading',
    comments: 'Marginalia',
    newsletter: 'The Saturday envelope',
    write: 'Write in the margin',
    cookies: 'We bake, we do not track. Still, the law likes a banner.',
    yes: 'Very well',
    no: 'No, thank you',
    rubrics: ['Stories', 'Studio visits', 'Objects', 'Music', 'Shop'],
  },
  fr: {
    by: 'Texte',
    and: 'et',
    related: 'Dans le même tiroir',
    more: 'À lire aussi',
    comments: 'En marge',
    newsletter: 'La lettre du samedi',
    write: 'Écrire en marge',
    cookies: 'Nous faisons des gâteaux, pas du pistage. La loi aime pourtant ce bandeau.',
    yes: 'Soit',
    no: 'Non merci',
    rubrics: ['Récits', 'Ateliers', 'Objets', 'Musique', 'Boutique'],
  },
};

function wordsFor(article: Pick<Article, 'lang'>): typeof words.en {
  return article.lang === 'fr' ? words.fr : words.en;
}

function bar(rubrics: string[]): string {
  return `<div class="bar"><a class="logo" href="/atelier/">Atelier</a>${rubrics.map((one) => `<a href="/atelier/">${one}</a>`).join('')}<a href="/atelier/feed.json">Feed</a></div>`;
}

export const atelier: Site = {
  id: 'atelier',
  name: 'Atelier',
  lang: 'en',
  home: '/atelier/',
  about: 'A magazine with many pictures, in English and French. JSON Feed.',
  feeds,
  pathOf: (article) => `/atelier/stories/${article.slug}.html`,
  page(article, edition, related) {
    const say = wordsFor(article);
    const published = publishedOf(article, edition);
    return `<!doctype html>
<html lang="${article.lang}" prefix="og: https://ogp.me/ns#">
${articleHead(article, edition, { siteName: this.name, canonical: edition.origin + this.pathOf(article), css, jsonLd: 'graph', feeds: links })}
<body>
${bar(say.rubrics)}
<div class="hero"><div class="rubric">${escapeHtml(article.section)}</div><h1>${escapeHtml(article.headline)}</h1><p class="chapeau">${escapeHtml(article.description)}</p><p class="sig">${say.by} <span itemprop="author">${byline(article.authors, say.and)}</span> — <time datetime="${published.toISOString()}">${longDate(published, article)}</time>${modifiedOf(article, edition) > published ? ' *' : ''}</p></div>
${article.lead ? figureHtml(article.lead) : ''}
<div class="text" itemprop="articleBody">
${proseHtml(parseProse(bodyOf(article, edition)), figureHtml, galleryHtml, (paragraph) => (paragraph === 4 ? readMore(related, 0, say.more) : ''))}
</div>
<div class="below">
${shareBar(['✉', 'P', 'T', 'M'])}
<section class="newsletter-box"><h3>${say.newsletter}</h3><form><input type="email" placeholder="@"><button>→</button></form></section>
${relatedList(related, say.related, true)}
${advertisement('quinces', 'House advertisement')}
${comments(article, say.comments, say.write)}
<p class="colophon">Atelier, Studio 9, The Old Ropeworks, Aldhaven. <a href="#">Colophon</a></p>
</div>
${cookieBanner(say.cookies, say.yes, say.no)}
<script>document.querySelectorAll('img.lazyload').forEach(function(i){i.src=i.dataset.src;if(i.dataset.srcset)i.srcset=i.dataset.srcset;i.classList.remove('lazyload')})</script>
${trackingPixel(article)}
</body></html>`;
  },
  homePage(articles, edition) {
    const items = articles.map((article) => ({
      path: this.pathOf(article),
      headline: article.headline,
      description: article.description,
      date: longDate(publishedOf(article, edition), article),
      ...(article.lead ? { picture: article.lead.name } : {}),
    }));
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Atelier</title>${links.map(feedLink).join('')}<link rel="icon" href="/icon.svg"><style>${css}.teasers{padding:30px 36px}</style></head><body>${bar(words.en.rubrics)}<div class="teasers">${homeBody(items)}</div></body></html>`;
  },
};
