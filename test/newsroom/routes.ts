/** Which address answers with what. */
import { readdirSync, readFileSync } from 'node:fs';
import { articles } from './newsdesk.ts';
import { encodeAs } from './encode.ts';
import { changedAt, writeFeed } from './feeds.ts';
import type { Entry } from './feeds.ts';
import { advertisementSvg, avatar, icon, pixel } from './furnishings.ts';
import { escapeHtml, feedLink, modifiedOf, publishedOf } from './html.ts';
import { mediaTypes } from './model.ts';
import type { Article, Edition, Feed, Related, Site } from './model.ts';
import { figuresOf, parseProse } from './prose.ts';
import type { Reply } from './respond.ts';
import { atelier } from './sites/atelier.ts';
import { harbourPost } from './sites/harbour-post.ts';
import { lightboxPage, lightboxText } from './sites/lightbox.ts';
import { signal } from './sites/signal.ts';
import { special } from './sites/special.ts';
import { vestnik } from './sites/vestnik.ts';
import { weltblatt } from './sites/weltblatt.ts';
import { troubles } from './trouble.ts';

export const sites: Site[] = [harbourPost, signal, atelier, weltblatt, vestnik, special];

export type Routes = Map<string, (query: URLSearchParams) => Reply>;

export interface RouteOptions {
  dataFolder: URL;
  /** Slugs that no feed carries for now. */
  withdrawn: ReadonlySet<string>;
}

/** Pictures and stylesheets never change while the newsroom is open. */
const printed = new Date('2026-01-05T08:00:00Z');

const pictureTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  gif: 'image/gif',
};

/** Builds the table of all addresses; what an address answers is written when it is asked. */
export function buildRoutes(edition: Edition, options: RouteOptions): Routes {
  const routes: Routes = new Map();
  addPictures(routes, options.dataFolder);
  for (const site of sites) addSite(routes, site, edition, options.withdrawn);
  addSpecial(routes, edition, options.dataFolder);
  for (const [path, reply] of Object.entries(troubles)) routes.set(path, reply);
  routes.set('/', () => ({ body: frontPage(edition), lastModified: edition.now }));
  return routes;
}

function addPictures(routes: Routes, folder: URL): void {
  const files = readdirSync(folder);
  for (const file of files) {
    const type = pictureTypes[file.split('.').at(-1) ?? ''];
    if (!type) continue;
    routes.set(`/pictures/${file}`, () => ({
      type,
      body: readFileSync(new URL(file, folder)),
      lastModified: printed,
    }));
  }
  routes.set('/pixel.gif', () => ({ type: 'image/gif', body: pixel, lastModified: printed }));
  routes.set('/icon.svg', () => ({ type: 'image/svg+xml', body: icon, lastModified: printed }));
  for (const index of Array.from({ length: 6 }).keys()) {
    routes.set(`/avatars/${index}.svg`, () => ({
      type: 'image/svg+xml',
      body: avatar(index),
      lastModified: printed,
    }));
  }
  for (const name of ['subscribe', 'ferry', 'quinces']) {
    routes.set(`/ads/${name}.svg`, () => ({
      type: 'image/svg+xml',
      body: advertisementSvg(name) ?? '',
      lastModified: printed,
    }));
  }
}

function siteOf(article: Article): Site {
  const site = sites.find((one) => one.id === article.site);
  if (!site) throw new Error(`newsroom: no site is called ${article.site}`);
  return site;
}

/** The path of an article's page. */
export function pathOf(article: Article): string {
  return siteOf(article).pathOf(article);
}

/** The entries of a feed, newest first. */
export function entriesOf(feed: Feed, withdrawn: ReadonlySet<string> = new Set()): Entry[] {
  return articles
    .filter((article) => feed.carries(article) || (article.alsoIn ?? []).includes(feed.path))
    .filter((article) => !withdrawn.has(article.slug))
    .map((article) => ({ article, path: pathOf(article) }));
}

function addSite(
  routes: Routes,
  site: Site,
  edition: Edition,
  withdrawn: ReadonlySet<string>,
): void {
  const own = articles.filter((article) => article.site === site.id);
  const htmlType = site.charset ? `text/html; charset=${site.charset}` : 'text/html; charset=utf-8';
  const written = (text: string): string | Buffer =>
    site.charset ? encodeAs(text, site.charset) : text;
  const home = site.home.slice(0, -1);
  routes.set(home, () => ({ status: 301, headers: { location: site.home }, body: '' }));
  routes.set(site.home, () => ({
    type: htmlType,
    body: written(site.homePage(own, edition)),
    lastModified: edition.now,
  }));
  for (const feed of site.feeds) {
    routes.set(feed.path, () => {
      const entries = entriesOf(feed, withdrawn);
      const text = writeFeed(feed, site, entries, edition);
      const type = feed.charset ? 'text/xml' : `${mediaTypes[feed.kind]}; charset=utf-8`;
      return {
        type,
        body: feed.charset ? encodeAs(text, feed.charset) : text,
        lastModified: changedAt(entries, edition),
      };
    });
  }
  for (const article of own) {
    routes.set(site.pathOf(article), () => ({
      type: htmlType,
      body: written(site.page(article, edition, relatedTo(article, own, site))),
      lastModified: modifiedOf(article, edition),
    }));
  }
}

/** Three other articles of the site, in the same language where there are any. */
function relatedTo(article: Article, own: Article[], site: Site): Related[] {
  const others = own.filter((one) => one !== article && one.section !== 'Trouble');
  const sorted = others.toSorted(
    (a, b) => Number(b.lang === article.lang) - Number(a.lang === article.lang),
  );
  const start = sorted.length > 6 ? article.slug.length % 3 : 0;
  return sorted.slice(start, start + 3).map((one) => teaserOf(one, site));
}

function teaserOf(article: Article, site: Site): Related {
  const { headline, description } = article;
  const picture = article.lead ?? figuresOf(parseProse(article.body))[0];
  const teaser = { path: site.pathOf(article), headline, description };
  return picture ? { ...teaser, picture: picture.name } : teaser;
}

/** Pages that differ in how they are sent rather than in how they are written. */
function addSpecial(routes: Routes, edition: Edition, folder: URL): void {
  const vary = (path: string, change: (reply: Reply, query: URLSearchParams) => Reply): void => {
    const route = routes.get(path);
    if (!route) throw new Error(`newsroom: there is no page ${path} to vary`);
    routes.set(path, (query) => change(route(query), query));
  };
  vary('/special/gzip', (reply) => ({ ...reply, encoding: 'gzip' }));
  vary('/special/brotli', (reply) => ({ ...reply, encoding: 'br' }));
  vary('/special/slow', (reply, query) => ({ ...reply, delayMs: Number(query.get('ms') ?? 3000) }));
  vary('/special/stalled', (reply) => ({ ...reply, stallAt: 0.5 }));
  // The charset is only in the page's own meta element, as on the pages that need sniffing.
  vary('/special/shift-jis', (reply) => ({
    ...reply,
    type: 'text/html',
    body: encodeAs(String(reply.body), 'shift_jis'),
  }));
  let asked = 0;
  vary('/special/busy', (reply) =>
    asked++ === 0
      ? {
          status: 429,
          headers: { 'retry-after': '1' },
          type: 'text/plain',
          body: 'One moment, please.',
        }
      : reply,
  );
  vary('/special/changing', (reply, query) => {
    const revision = query.get('revision');
    const article = articles.find((one) => one.slug === 'changing');
    if (revision === null || !article) return reply;
    const then: Edition = { ...edition, revisionOf: () => Number(revision) };
    return {
      ...reply,
      body: special.page(article, then, []),
      lastModified: modifiedOf(article, then),
    };
  });
  const lightbox = articles.find((one) => one.slug === 'lightbox');
  if (lightbox) {
    const lastModified = publishedOf(lightbox, edition);
    routes.set('/special/lightbox-plain', () => ({
      body: lightboxPage(lightbox, edition, 'plain'),
      lastModified,
    }));
    routes.set('/special/lightbox.txt', () => ({
      type: 'text/plain; charset=utf-8',
      body: lightboxText(lightbox, edition),
      lastModified,
    }));
  }
  const whole = readFileSync(new URL('valley-dawn.jpg', folder));
  routes.set('/special/truncated.jpg', () => ({
    type: 'image/jpeg',
    body: whole.subarray(0, Math.floor(whole.length / 3)),
    lastModified: printed,
  }));
}

function frontPage(edition: Edition): string {
  const rows = sites.map((site) => {
    const count = articles.filter((article) => article.site === site.id).length;
    const feeds = site.feeds
      .map((feed) => `<a href="${feed.path}"><code>${edition.origin}${feed.path}</code></a>`)
      .join('<br>');
    return `<section><h2><a href="${site.home}">${escapeHtml(site.name)}</a></h2><p>${escapeHtml(site.about)} ${count} articles.</p><p>${feeds}</p></section>`;
  });
  const feeds = sites
    .flatMap((site) => site.feeds)
    .map((feed) => feedLink({ href: feed.path, type: mediaTypes[feed.kind], title: feed.title }));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The sample newsroom</title>${feeds.join('')}<link rel="icon" href="/icon.svg"><style>body{font:18px/1.6 Georgia,serif;max-width:760px;margin:40px auto;padding:0 20px;color:#222;background:#fbf9f4}a{color:#7c1f1f}h1{font-size:42px;margin-bottom:0}section{border-top:1px solid #d8d0c0;padding:6px 0 14px}h2{margin-bottom:0}p{margin:.3em 0}code{font-size:14px}img{max-width:100%;height:auto}</style></head><body><h1>The sample newsroom</h1><p>${articles.length} articles written for trying Carrel. Every town, person and newspaper here is invented; subscribe to any of these feeds.</p><img src="/pictures/harbour-evening.jpg" alt="Cranes and a freighter in the evening" width="1600" height="1000">${rows.join('')}</body></html>`;
}
