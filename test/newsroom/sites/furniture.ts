/** What stands around an article on the web, and is not the article. */
import { escapeHtml } from '../html.ts';
import { pictureOf } from '../images.ts';
import type { Article, Related } from '../model.ts';

/** A number that is always the same for the same article: varies furniture from page to page. */
export function numberOf(article: Article): number {
  return Array.from(article.slug).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973,
    7,
  );
}

const remarks: [name: string, text: string][] = [
  [
    'Old Mole',
    'My grandmother worked in that building and said the stairs were always the coldest place in town.',
  ],
  [
    'R. from Ropewalk',
    'Good piece. One small thing: the number 2 tram has not stopped there since the summer timetable.',
  ],
  ['tidewatcher', 'I read this twice on the ferry and missed my stop, so thank you, I suppose.'],
  ['Ida K.', 'Could you print the recipe as well? My copy of the paper got wet.'],
  [
    'Corrin Road',
    'We had the same idea in our village and it lasted eleven years, which is longer than the roof did.',
  ],
  ['just passing', 'First comment ever after nine years of reading. More of this, please.'],
  ['Benn', 'The photograph at the top is the best thing you have printed this month.'],
  ['Halyard', 'Disagree about the second half, but it is argued fairly.'],
];

/** A discussion below the article, three or four voices. */
export function comments(article: Article, heading: string, reply = 'Reply'): string {
  const start = numberOf(article);
  const list = [0, 1, 2, 3].slice(0, 3 + (start % 2)).map((index) => {
    const [name, text] = remarks[(start + index * 3) % remarks.length] ?? ['', ''];
    return `<li class="comment" id="comment-${start + index}"><img class="avatar" src="/avatars/${(start + index) % 6}.svg" width="40" height="40" alt=""><div><b>${name}</b> <span class="ago">${index + 2} h</span><p>${text}</p><a href="#reply">${reply}</a> · <a href="#report">⚑</a></div></li>`;
  });
  return `<section class="comments" id="comments"><h3>${heading} (${list.length})</h3><ol>${list.join('')}</ol><form action="#" onsubmit="return false"><textarea rows="3" placeholder="…"></textarea><button>${reply}</button></form></section>`;
}

/** Teasers to other articles, with small pictures where they have one. */
export function relatedList(related: Related[], heading: string, withPictures: boolean): string {
  const items = related.map(
    (one) =>
      `<li><a href="${one.path}">${withPictures && one.picture ? teaserPicture(one.picture) : ''}<span>${escapeHtml(one.headline)}</span></a></li>`,
  );
  return `<section class="related"><h3>${heading}</h3><ul>${items.join('')}</ul></section>`;
}

export function teaserPicture(name: string): string {
  const picture = pictureOf(name);
  const file = picture.smaller[0]?.file ?? picture.file;
  return `<img src="/pictures/${file}" alt="" loading="lazy" width="240" height="150">`;
}

/** One link between two paragraphs, as editors of other pages like to place them. */
export function readMore(related: Related[], index: number, label: string): string {
  const one = related[index % Math.max(1, related.length)];
  return one
    ? `\n<div class="read-more"><strong>${label}</strong> <a href="${one.path}">${escapeHtml(one.headline)}</a></div>`
    : '';
}

export function cookieBanner(text: string, accept: string, refuse: string): string {
  return `<div id="cookie-banner" class="cookie-banner" role="dialog" aria-label="Cookies"><p>${text}</p><button onclick="this.parentNode.remove()">${accept}</button><button onclick="this.parentNode.remove()">${refuse}</button></div>`;
}

export function shareBar(labels: string[]): string {
  return `<div class="share-bar">${labels.map((label) => `<a href="#share" class="share">${label}</a>`).join(' ')}</div>`;
}

/** House advertisements and the pixel that counts readers: an article is whole without them. */
export function advertisement(name: 'subscribe' | 'ferry' | 'quinces', label: string): string {
  return `<aside class="ad ad-slot" data-ad="${name}"><small>${label}</small><a href="/"><img src="/ads/${name}.svg" alt="${label}" width="300" height="250"></a></aside>`;
}

export function trackingPixel(article: Article): string {
  return `<img src="/pixel.gif?page=${article.slug}" width="1" height="1" alt="" style="position:absolute">`;
}

/** The names as a byline says them. */
export function byline(authors: readonly string[], and: string): string {
  if (authors.length < 2) return authors.map((name) => escapeHtml(name)).join('');
  return `${authors
    .slice(0, -1)
    .map((name) => escapeHtml(name))
    .join(', ')} ${and} ${escapeHtml(authors.at(-1) ?? '')}`;
}

/** A home page: the first article large, the others as a list. */
export function homeBody(items: (Related & { date: string })[]): string {
  return items
    .map(
      (one, index) =>
        `<article class="teaser${index === 0 ? ' first' : ''}">${one.picture ? `<a href="${one.path}">${teaserPicture(one.picture)}</a>` : ''}<h2><a href="${one.path}">${escapeHtml(one.headline)}</a></h2><p>${escapeHtml(one.description)}</p><small>${one.date}</small></article>`,
    )
    .join('\n');
}

export const homeCss = `
.teasers{display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:28px}.teaser.first{grid-column:1/-1}.teaser.first img{max-height:420px}
.teaser img{width:100%;height:190px;object-fit:cover}.teaser h2{font-size:1.15rem;line-height:1.25;margin:.5em 0 .3em}.teaser.first h2{font-size:2rem}.teaser p{margin:0;color:#555}.teaser a{color:inherit;text-decoration:none}`;
