/** Signal & Noise: an engineer's weblog, one column, relative picture addresses, pictures in links. */
import { articleHead, escapeHtml, feedLink, longDate, modifiedOf, publishedOf } from '../html.ts';
import { densityImage, pictureOf, plainImage } from '../images.ts';
import { bodyOf } from '../newsdesk.ts';
import { parseProse, proseHtml } from '../prose.ts';
import type { Feed, Figure, Site } from '../model.ts';
import { byline, comments, homeBody, homeCss, relatedList, trackingPixel } from './furniture.ts';

const css = `:root{color-scheme:light dark}body{margin:0;font:17px/1.65 system-ui,-apple-system,'Segoe UI',sans-serif;background:#0f1420;color:#d9dfeb}a{color:#7cc4ff}.wrap{max-width:760px;margin:0 auto;padding:0 20px}.top{display:flex;justify-content:space-between;padding:24px 0;font-family:ui-monospace,monospace}.top a{color:inherit;text-decoration:none;margin-left:16px}h1{font-size:34px;line-height:1.2}h2{margin-top:2em}
.post img{max-width:100%;height:auto;border-radius:8px}.post .cap{font-size:14px;color:#93a0b8;margin-top:4px}pre{background:#060912;padding:16px;overflow:auto;border-radius:8px;font-size:14px}code{font-family:ui-monospace,monospace;color:#f2c98a}blockquote{border-left:3px solid #7cc4ff;margin-left:0;padding-left:18px;color:#b6c1d6}table{border-collapse:collapse;font-size:15px}td,th{border:1px solid #2c3750;padding:6px 12px}.meta{color:#93a0b8;font-size:14px}
.comments,.related,.subscribe{border-top:1px solid #2c3750;margin-top:40px;padding-top:12px;font-size:15px}.comments ol,.related ul{list-style:none;padding:0}.comment{display:flex;gap:12px}.cookie{position:fixed;right:16px;bottom:16px;background:#1d2740;padding:12px 16px;border-radius:8px;font-size:14px;max-width:260px}.footnotes{font-size:14px;color:#93a0b8}footer{padding:40px 0;color:#93a0b8;font-size:14px}${homeCss}.teaser p{color:#93a0b8}`;

const feeds: Feed[] = [
  {
    path: '/signal/atom.xml',
    title: 'Signal & Noise',
    description: 'Small systems, carefully kept.',
    kind: 'atom',
    lang: 'en',
    tracking: '',
    carries: (a) => a.site === 'signal',
  },
];
const links = [{ href: 'atom.xml', type: 'application/atom+xml', title: 'Signal & Noise' }];

/** No `<figure>` here: a link around the picture, the caption in a paragraph of its own. */
function figureHtml(figure: Figure): string {
  const image =
    pictureOf(figure.name).smaller.length > 0
      ? densityImage(figure, '../../pictures/')
      : plainImage(figure, '../../pictures/');
  return `<div class="shot"><a href="../../pictures/${pictureOf(figure.name).file}">${image}</a><p class="cap">${escapeHtml(figure.caption)} (${escapeHtml(figure.credit)})</p></div>`;
}

const top = `<div class="top"><a href="/signal/">signal<b>&amp;</b>noise</a><div><a href="/signal/">archive</a><a href="#about">about</a><a href="/signal/atom.xml">feed</a></div></div>`;

export const signal: Site = {
  id: 'signal',
  name: 'Signal & Noise',
  lang: 'en',
  home: '/signal/',
  about: 'An engineer’s weblog. Atom, texts as HTML and as XHTML in turn.',
  feeds,
  pathOf: (article) => `/signal/${article.slug}/`,
  page(article, edition, related) {
    const published = publishedOf(article, edition);
    const modified = modifiedOf(article, edition);
    return `<!DOCTYPE html>
<html lang="en">
${articleHead(article, edition, { siteName: this.name, canonical: edition.origin + this.pathOf(article), css, jsonLd: 'graph', feeds: links.map((one) => ({ ...one, href: '../atom.xml' })) })}
<body><div class="wrap">${top}
<div class="post h-entry">
<h1 class="p-name">${escapeHtml(article.headline)}</h1>
<div class="meta">Posted by <a class="p-author" rel="author" href="#about">${byline(article.authors, '&amp;')}</a> on <time class="dt-published" datetime="${published.toISOString()}">${longDate(published, article)}</time>${modified > published ? `, edited <time class="dt-updated" datetime="${modified.toISOString()}">${longDate(modified, article)}</time>` : ''} in ${article.tags.map((tag) => `<a href="#${tag}">#${escapeHtml(tag)}</a>`).join(' ')} · ${2 + (article.body.length % 9)} min read</div>
<div class="e-content">
${article.lead ? figureHtml(article.lead) : ''}
${proseHtml(parseProse(bodyOf(article, edition)), figureHtml, undefined, (paragraph) => (paragraph === 5 ? '\n<div class="subscribe-inline"><p>Enjoying this? <a href="../atom.xml">Subscribe to the feed</a>, it is free and counts nobody.</p></div>' : ''))}
</div>
</div>
<div class="share"><a href="#">Share on the fediverse</a> · <a href="#">Copy link</a></div>
<div class="subscribe"><h3>One letter a month</h3><p>No tracking, one click to leave.</p><input type="email" placeholder="you@example"><button>Join 812 readers</button></div>
${relatedList(related, 'Related posts', false)}
${comments(article, 'Discussion')}
<footer id="about">Signal &amp; Noise is kept by three people on Corrin Road. Served from a machine the size of a loaf. <a href="/signal/atom.xml">Atom</a></footer>
</div>
<div class="cookie">This site sets no cookies. This box is here because every site has one. <a href="#" onclick="this.parentNode.remove()">Fine</a></div>
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
    return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Signal &amp; Noise</title>${links.map(feedLink).join('')}<link rel="icon" href="/icon.svg"><style>${css}</style></head><body><div class="wrap">${top}<div class="teasers">${homeBody(items)}</div><footer>Three people on Corrin Road.</footer></div></body></html>`;
  },
};
