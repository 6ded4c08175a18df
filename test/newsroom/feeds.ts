/** The feeds: RSS 2.0 with full content and with summaries, RSS 1.0, Atom 1.0, JSON Feed 1.1. */
import { direction, escapeHtml, isoInZone, modifiedOf, publishedOf } from './html.ts';
import { pictureOf, plainImage } from './images.ts';
import { bodyOf } from './newsdesk.ts';
import type { Article, Edition, Feed, Figure, Site } from './model.ts';
import { mediaTypes } from './model.ts';
import { figuresOf, parseProse, proseHtml } from './prose.ts';

export interface Entry {
  article: Article;
  /** The path of its page, without parameters. */
  path: string;
}

/** Writes one feed as text. Entries come newest first. */
export function writeFeed(feed: Feed, site: Site, entries: Entry[], edition: Edition): string {
  switch (feed.kind) {
    case 'rss-full':
    case 'rss-summary':
      return rss(feed, site, entries, edition);
    case 'rdf':
      return rdf(feed, site, entries, edition);
    case 'atom':
      return atom(feed, site, entries, edition);
    case 'json':
      return jsonFeed(feed, site, entries, edition);
  }
}

/** The latest change among the entries: the feed's own date. */
export function changedAt(entries: Entry[], edition: Edition): Date {
  const times = entries.map(({ article }) => modifiedOf(article, edition).getTime());
  return new Date(Math.max(...times, edition.now.getTime() - 90 * 86_400_000));
}

function link(entry: Entry, feed: Feed, edition: Edition): string {
  return `${edition.origin}${entry.path}${feed.tracking}`;
}

/** The article as feeds carry it: no furniture, absolute picture addresses. */
export function contentHtml(article: Article, edition: Edition): string {
  const base = `${edition.origin}/pictures/`;
  const figure = (one: Figure): string =>
    `<figure>${plainImage(one, base)}<figcaption>${escapeHtml(one.caption)}${one.credit ? ` <small>${escapeHtml(one.credit)}</small>` : ''}</figcaption></figure>`;
  const lead = article.lead ? `${figure(article.lead)}\n` : '';
  const html = lead + proseHtml(parseProse(bodyOf(article, edition)), figure);
  return html.replaceAll('href="/', `href="${edition.origin}/`);
}

function rss(feed: Feed, site: Site, entries: Entry[], edition: Edition): string {
  const full = feed.kind === 'rss-full';
  const items = entries.map((entry) => {
    const { article } = entry;
    const pictures = [
      ...(article.lead ? [article.lead] : []),
      ...figuresOf(parseProse(article.body)),
    ];
    const media = pictures.slice(0, full ? 3 : 1).map((figure) => {
      const { file, width, height } = pictureOf(figure.name);
      return `<media:content url="${edition.origin}/pictures/${file}" medium="image" width="${width}" height="${height}"><media:description>${escapeHtml(figure.caption)}</media:description>${figure.credit ? `<media:credit>${escapeHtml(figure.credit)}</media:credit>` : ''}</media:content>`;
    });
    return `<item>
<title>${escapeHtml(article.headline)}</title>
<link>${escapeHtml(link(entry, feed, edition))}</link>
<guid isPermaLink="false">${site.id}:${article.slug}</guid>
<pubDate>${publishedOf(article, edition).toUTCString()}</pubDate>
${article.authors.length > 0 ? `<dc:creator>${escapeHtml(article.authors.join(', '))}</dc:creator>` : ''}
${[article.section, ...article.tags].map((one) => `<category>${escapeHtml(one)}</category>`).join('')}
<description>${escapeHtml(article.description)}</description>
${full ? `<content:encoded><![CDATA[${contentHtml(article, edition).replaceAll(']]>', ']]&gt;')}]]></content:encoded>` : ''}
${media.join('\n')}
</item>`;
  });
  return `<?xml version="1.0" encoding="${feed.charset ?? 'UTF-8'}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeHtml(feed.title)}</title>
<link>${edition.origin}${site.home}</link>
<description>${escapeHtml(feed.description)}</description>
<language>${feed.lang}</language>
<lastBuildDate>${changedAt(entries, edition).toUTCString()}</lastBuildDate>
<atom:link href="${edition.origin}${feed.path}" rel="self" type="${mediaTypes[feed.kind]}"/>
<ttl>30</ttl>
${items.join('\n')}
</channel>
</rss>
`;
}

function rdf(feed: Feed, site: Site, entries: Entry[], edition: Edition): string {
  const links = entries.map((entry) => escapeHtml(link(entry, feed, edition)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${edition.origin}${feed.path}">
<title>${escapeHtml(feed.title)}</title>
<link>${edition.origin}${site.home}</link>
<description>${escapeHtml(feed.description)}</description>
<items><rdf:Seq>${links.map((one) => `<rdf:li rdf:resource="${one}"/>`).join('')}</rdf:Seq></items>
</channel>
${entries
  .map(
    ({ article }, index) => `<item rdf:about="${links[index]}">
<title>${escapeHtml(article.headline)}</title>
<link>${links[index]}</link>
<description>${escapeHtml(article.description)}</description>
<dc:date>${isoInZone(publishedOf(article, edition), article.zone)}</dc:date>
<dc:creator>${escapeHtml(article.authors.join(', '))}</dc:creator>
</item>`,
  )
  .join('\n')}
</rdf:RDF>
`;
}

function atom(feed: Feed, site: Site, entries: Entry[], edition: Edition): string {
  const items = entries.map((entry, index) => {
    const { article } = entry;
    const html = contentHtml(article, edition);
    // Both ways Atom has of carrying a text, in turn.
    const content =
      index % 2 === 0
        ? `<content type="html">${escapeHtml(html)}</content>`
        : `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${asXhtml(html)}</div></content>`;
    return `<entry xml:lang="${article.lang}">
<id>tag:newsroom.example,2026:${site.id}/${article.slug}</id>
<title type="html">${escapeHtml(escapeHtml(article.headline))}</title>
<link rel="alternate" type="text/html" href="${escapeHtml(link(entry, feed, edition))}"/>
<published>${isoInZone(publishedOf(article, edition), article.zone)}</published>
<updated>${isoInZone(modifiedOf(article, edition), article.zone)}</updated>
${article.authors.map((name) => `<author><name>${escapeHtml(name)}</name></author>`).join('')}
${article.tags.map((tag) => `<category term="${escapeHtml(tag)}"/>`).join('')}
<summary>${escapeHtml(article.description)}</summary>
${content}
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>tag:newsroom.example,2026:${site.id}</id>
<title>${escapeHtml(feed.title)}</title>
<subtitle>${escapeHtml(feed.description)}</subtitle>
<updated>${changedAt(entries, edition).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${edition.origin}${feed.path}"/>
<link rel="alternate" type="text/html" href="${edition.origin}${site.home}"/>
<author><name>${escapeHtml(site.name)}</name></author>
<icon>${edition.origin}/icon.svg</icon>
${items.join('\n')}
</feed>
`;
}

/** Closes the empty elements that HTML leaves open. */
function asXhtml(html: string): string {
  return html.replace(/<(img|br|hr)\b([^>]*?)\/?>/g, '<$1$2/>');
}

function jsonFeed(feed: Feed, site: Site, entries: Entry[], edition: Edition): string {
  const items = entries.map((entry) => {
    const { article } = entry;
    const image = article.lead
      ? `${edition.origin}/pictures/${pictureOf(article.lead.name).file}`
      : undefined;
    const content = contentHtml(article, edition);
    return {
      id: `${site.id}/${article.slug}`,
      url: link(entry, feed, edition),
      title: article.headline,
      summary: article.description,
      content_html: direction(article.lang) === 'rtl' ? `<div dir="rtl">${content}</div>` : content,
      ...(image ? { image } : {}),
      date_published: isoInZone(publishedOf(article, edition), article.zone),
      date_modified: isoInZone(modifiedOf(article, edition), article.zone),
      authors: article.authors.map((name) => ({ name })),
      tags: article.tags,
      language: article.lang,
    };
  });
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: `${edition.origin}${site.home}`,
      feed_url: `${edition.origin}${feed.path}`,
      description: feed.description,
      language: feed.lang,
      icon: `${edition.origin}/icon.svg`,
      items,
    },
    undefined,
    1,
  )}\n`;
}
