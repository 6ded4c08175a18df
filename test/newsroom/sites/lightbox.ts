/**
 * A page as people save them: the article, and the text that an in-page lightbox leaves behind
 * (close, caption, counter, next and previous), before the body and again after it.
 */
import { escapeHtml, publishedOf, textOf } from '../html.ts';
import { pictureOf } from '../images.ts';
import { bodyOf } from '../newsdesk.ts';
import { parseProse } from '../prose.ts';
import type { Article, Edition } from '../model.ts';

function paragraphsOf(article: Article, edition: Edition): string[] {
  return parseProse(bodyOf(article, edition)).flatMap((block) =>
    block.kind === 'paragraph' ? [block.html] : [],
  );
}

/** `named`: the leftovers have telling class names; `plain`: nothing on the page has. */
export function lightboxPage(article: Article, edition: Edition, names: 'named' | 'plain'): string {
  return names === 'named' ? namedPage(article, edition) : plainPage(article, edition);
}

function imageOf(article: Article): string {
  const figure = article.lead;
  return figure ? `<img src="/pictures/${pictureOf(figure.name).file}" alt="">` : '';
}

function head(article: Article, edition: Edition, path: string): string {
  return `<head><meta charset="utf-8"><title>${escapeHtml(article.headline)}</title><link rel="canonical" href="${edition.origin}${path}"><meta property="article:published_time" content="${publishedOf(article, edition).toISOString()}"><style>body{font:18px/1.6 Georgia,serif;max-width:720px;margin:20px auto;padding:0 16px}img{max-width:100%}.lb-close,.lb-count{color:#777}</style></head>`;
}

function namedPage(article: Article, edition: Edition): string {
  const title = escapeHtml(article.headline);
  const leftovers = `<div class="lb-caption">${title}</div>
<div class="lb-count">1 / 1</div>
<button class="lb-close" type="button">X</button>
<div class="lb-arrows"><a href="#">&gt;</a> <a href="#">&lt;</a></div>`;
  return `<!doctype html>
<html lang="${article.lang}">
${head(article, edition, '/special/lightbox')}
<body>
<div id="nav"><a href="/special/">Start</a> <a href="/special/">News</a> <a href="/special/">Archive</a></div>
<div class="lb-close">X</div>
<div class="lb-close">X</div>
<h1>${title}</h1>
<div class="lb-stage">${imageOf(article)}</div>
${leftovers}
<div class="content">
${paragraphsOf(article, edition)
  .map((html) => `<p>${html}</p>`)
  .join('\n<p>&nbsp;</p>\n')}
</div>
<span class="lb-close">X</span>
${leftovers}
<div id="bottom"><a href="/special/">Back</a> <a href="#top">To the top</a></div>
</body></html>`;
}

function plainPage(article: Article, edition: Edition): string {
  const title = escapeHtml(article.headline);
  const leftovers = `<div class="c9">${title}</div><div class="c2"><span>1 / 1</span></div><div class="c2"><a href="javascript:void(0)">X</a></div><div class="c2">&gt; &lt;</div>`;
  return `<html>
${head(article, edition, '/special/lightbox-plain')}
<body class="c1">
<div class="c2"><a href="/special/">Start</a> | <a href="/special/">News</a> | <a href="/special/">Archive</a></div>
<div class="c3"><div class="c4"><span>X</span></div>
<div class="c4">X</div>
<div class="c5"><b>${title}</b></div>
<div class="c4">${imageOf(article)}</div>${leftovers}</div>
<div class="c6">
${paragraphsOf(article, edition)
  .map((html) => `<div class="c7">${html}</div>`)
  .join('\n<div class="c7">&nbsp;</div>\n')}
</div>
<div class="c3">${leftovers}</div>
<div class="c2">All rights reserved</div>
</body></html>`;
}

/** The same page saved as plain text: one line each, blank lines and no-break spaces between. */
export function lightboxText(article: Article, edition: Edition): string {
  const paragraphs = paragraphsOf(article, edition).map(textOf);
  return `X\nX\n${article.headline}\n\n${paragraphs.join('\n\n\u00a0\n\n')}\n\n\u00a0\n${article.headline}\n1 / 1\nX\n> <\n`;
}
