/** The Harbour Post: a local newspaper, three columns, semantic HTML with `<picture>` and credits. */
import { articleHead, escapeHtml, feedLink, longDate, modifiedOf, publishedOf } from '../html.ts';
import { pictureElement } from '../images.ts';
import { bodyOf } from '../newsdesk.ts';
import { parseProse, proseHtml } from '../prose.ts';
import { mediaTypes } from '../model.ts';
import type { Article, Edition, Feed, Figure, Related, Site } from '../model.ts';
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

const css = `body{margin:0;font:17px/1.6 Georgia,'Times New Roman',serif;color:#1d1d1b;background:#fbf9f4}a{color:#7c1f1f}header.masthead{border-bottom:3px double #1d1d1b;text-align:center;padding:18px}
.masthead .title{font-size:46px;font-weight:bold;letter-spacing:-1px}nav.sections{display:flex;gap:18px;justify-content:center;flex-wrap:wrap;font:14px Helvetica,Arial,sans-serif;padding:10px;border-bottom:1px solid #ccc}nav.sections a{color:#333;text-decoration:none}
.page{display:grid;grid-template-columns:minmax(0,680px) 300px;gap:48px;max-width:1060px;margin:28px auto;padding:0 18px}h1{font-size:38px;line-height:1.15;margin:.2em 0}.standfirst{font-size:20px;color:#444}.kicker{font:bold 13px Helvetica,Arial,sans-serif;text-transform:uppercase;color:#7c1f1f}.dateline{font:14px Helvetica,Arial,sans-serif;color:#666}
figure{margin:24px 0}figure img,.related img{max-width:100%;height:auto}figcaption{font:14px/1.45 Helvetica,Arial,sans-serif;color:#555;padding-top:6px}.credit{color:#8a8a8a;text-transform:uppercase;font-size:11px;letter-spacing:.04em}blockquote{border-left:4px solid #7c1f1f;margin:24px 0;padding-left:20px;font-style:italic}table{border-collapse:collapse;width:100%;font-size:15px}td,th{border-bottom:1px solid #ccc;padding:6px 8px;text-align:left}
.read-more{font:15px Helvetica,Arial,sans-serif;background:#efe9dc;padding:12px 16px;margin:22px 0}aside.sidebar{font:15px/1.45 Helvetica,Arial,sans-serif}.related ul,.comments ol{list-style:none;padding:0}.related li{margin-bottom:14px}.related img{display:block;margin-bottom:4px}.comment{display:flex;gap:12px}.author-box{display:flex;gap:16px;background:#efe9dc;padding:16px;font-size:15px}.newsletter{background:#23384a;color:#fff;padding:18px}.newsletter input{width:60%}
.cookie-banner{position:fixed;bottom:0;left:0;right:0;background:#23384a;color:#fff;padding:14px 20px;font:14px Helvetica,Arial,sans-serif}.share-bar a{font:13px Helvetica,Arial,sans-serif;border:1px solid #bbb;padding:4px 10px;border-radius:14px;text-decoration:none}footer.foot{border-top:3px double #1d1d1b;text-align:center;font:13px Helvetica,Arial,sans-serif;padding:24px;color:#666}@media(max-width:900px){.page{grid-template-columns:1fr}}${homeCss}`;

const sections = ['Harbour', 'Town', 'Region', 'Science', 'Food', 'Sport', 'Weather', 'Notices'];

const feeds: Feed[] = [
  {
    path: '/harbour-post/feed.xml',
    title: 'The Harbour Post',
    description: 'News from Aldhaven and the Ven valley, in full.',
    kind: 'rss-full',
    lang: 'en-GB',
    tracking: '?utm_source=harbour-post&utm_medium=rss',
    carries: (a) => a.site === 'harbour-post' && a.section !== 'Notices',
  },
  {
    path: '/harbour-post/notices.rdf',
    title: 'Harbour Post: Notices',
    description: 'Short notices from the harbour office and the town.',
    kind: 'rdf',
    lang: 'en-GB',
    tracking: '',
    carries: (a) => a.site === 'harbour-post' && a.section === 'Notices',
  },
];
const links = feeds.map((feed) => ({
  href: feed.path,
  type: mediaTypes[feed.kind],
  title: feed.title,
}));

function figureHtml(figure: Figure): string {
  return `<figure class="picture">${pictureElement(figure)}<figcaption>${escapeHtml(figure.caption)} <span class="credit">Photograph: ${escapeHtml(figure.credit)}</span></figcaption></figure>`;
}

function top(): string {
  return `<a class="skip" href="#main" hidden>Skip to the article</a><header class="masthead"><div class="title">The Harbour Post</div><div class="motto">Printed at Aldhaven since the year of the great ice</div></header><nav class="sections" aria-label="Sections">${sections.map((one) => `<a href="/harbour-post/">${one}</a>`).join('')}<a href="#subscribe">Subscribe</a><a href="#login">Sign in</a></nav>`;
}

const foot = `<footer class="foot"><p>The Harbour Post, 3 Ropewalk, Aldhaven · <a href="#imprint">Imprint</a> · <a href="#privacy">Privacy</a> · <a href="#terms">Terms</a> · <a href="/harbour-post/feed.xml">RSS</a></p><p>© The Harbour Post. All rights reserved.</p></footer>`;

export const harbourPost: Site = {
  id: 'harbour-post',
  name: 'The Harbour Post',
  lang: 'en-GB',
  home: '/harbour-post/',
  about: 'A local newspaper. RSS 2.0 with full content, and a second feed in RSS 1.0.',
  feeds,
  pathOf: (article) => `/harbour-post/${article.section.toLowerCase()}/${article.slug}`,
  page(article: Article, edition: Edition, related: Related[]): string {
    const published = publishedOf(article, edition);
    const modified = modifiedOf(article, edition);
    const changed =
      modified > published
        ? ` · <span class="updated">Updated <time datetime="${modified.toISOString()}">${longDate(modified, article)}</time></span>`
        : '';
    return `<!doctype html>
<html lang="${article.lang}">
${articleHead(article, edition, { siteName: this.name, canonical: edition.origin + this.pathOf(article), css, jsonLd: 'object', feeds: links })}
<body class="article-page">
${top()}
<div class="page">
<main id="main">
<nav class="breadcrumb"><a href="/harbour-post/">Home</a> › <a href="/harbour-post/">${escapeHtml(article.section)}</a></nav>
<article>
<p class="kicker">${escapeHtml(article.section)}</p>
<h1>${escapeHtml(article.headline)}</h1>
<p class="standfirst">${escapeHtml(article.description)}</p>
<p class="dateline">By <span class="byline">${byline(article.authors, 'and')}</span> · <time datetime="${published.toISOString()}" pubdate>${longDate(published, article)}</time>${changed}</p>
${shareBar(['Share', 'Send by mail', 'Print'])}
${article.lead ? figureHtml(article.lead) : ''}
<div class="article-body">
${proseHtml(parseProse(bodyOf(article, edition)), figureHtml, undefined, (paragraph) => (paragraph === 3 ? readMore(related, 0, 'Read more:') : paragraph === 7 ? readMore(related, 1, 'Also on this page:') : ''))}
</div>
<ul class="tags">${article.tags.map((tag) => `<li><a href="#tag">${escapeHtml(tag)}</a></li>`).join('')}</ul>
</article>
<div class="author-box"><img src="/avatars/${article.slug.length % 6}.svg" width="64" height="64" alt=""><div><b>${escapeHtml(article.authors[0] ?? 'The desk')}</b><p>writes for the Post about the harbour, the valley and whatever the tide brings in. Letters to the desk are answered on Fridays.</p></div></div>
${comments(article, 'Letters')}
</main>
<aside class="sidebar">
<section class="newsletter" id="subscribe"><h3>The Morning Tide</h3><p>Five stories by six o'clock, free of charge.</p><form action="#"><input type="email" placeholder="Your address"><button>Sign up</button></form></section>
${relatedList(related, 'Most read', true)}
${advertisement('ferry', 'Advertisement')}
<section class="weather"><h3>Weather</h3><p>Aldhaven: 9 °C, fresh south-westerly, high water 14.20.</p></section>
</aside>
</div>
${foot}
${cookieBanner('We and our 3 partners would like to keep biscuits in your browser.', 'Accept all', 'Only necessary')}
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
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The Harbour Post</title>${links.map(feedLink).join('')}<link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${css}</style></head><body>${top()}<main class="page" style="display:block"><div class="teasers">${homeBody(items)}</div></main>${foot}</body></html>`;
  },
};
