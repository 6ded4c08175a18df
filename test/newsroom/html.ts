/** Writing HTML: escaping, the head of an article's page, dates with their zone. */
import { pictureOf } from './images.ts';
import type { Article, Edition } from './model.ts';

/** Escapes text for HTML and XML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** When an article was published, or last modified; a revision modifies it again. */
export function publishedOf(article: Article, edition: Edition): Date {
  return new Date(edition.now.getTime() - article.hoursAgo * 3_600_000);
}

export function modifiedOf(article: Article, edition: Edition): Date {
  const hours = article.modifiedHoursAgo ?? article.hoursAgo;
  const revisionMs = edition.revisionOf(article.slug) * 60_000;
  // A revision is always later than what was printed before, however many there are.
  if (revisionMs > 0) return new Date(edition.now.getTime() + revisionMs);
  return new Date(edition.now.getTime() - hours * 3_600_000);
}

/** ISO 8601 in the zone the article's desk writes in: `2026-03-01T09:30:00+01:00`. */
export function isoInZone(date: Date, zone: string): string {
  return `${shifted(date, zone).toISOString().slice(0, 19)}${zone}`;
}

/** The date as a reader of that language expects it. */
export function longDate(date: Date, article: Pick<Article, 'lang' | 'zone'>): string {
  return new Intl.DateTimeFormat(article.lang, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(shifted(date, article.zone));
}

function shifted(date: Date, zone: string): Date {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(date.getTime() + (sign === '-' ? -offsetMs : offsetMs));
}

export function direction(lang: string): 'rtl' | 'ltr' {
  return lang.startsWith('ar') ? 'rtl' : 'ltr';
}

/** The text of a piece of HTML that this newsroom wrote itself. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

export interface HeadOptions {
  siteName: string;
  /** Absolute address without parameters. */
  canonical: string;
  css: string;
  charset?: string;
  /** How the structured data is written; `none` for sites that have none. */
  jsonLd: 'object' | 'graph' | 'none';
  feeds: { href: string; type: string; title: string }[];
  base?: string;
}

/** The `<head>` of an article's page: descriptions for machines, as real sites write them. */
export function articleHead(article: Article, edition: Edition, options: HeadOptions): string {
  const published = isoInZone(publishedOf(article, edition), article.zone);
  const modified = isoInZone(modifiedOf(article, edition), article.zone);
  const image = article.lead
    ? `${edition.origin}/pictures/${pictureOf(article.lead.name).file}`
    : undefined;
  const title = escapeHtml(article.headline);
  const about = escapeHtml(article.description);
  return `<head>
<meta charset="${options.charset ?? 'utf-8'}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${options.base ? `<base href="${options.base}">` : ''}
<title>${title} | ${escapeHtml(options.siteName)}</title>
<meta name="description" content="${about}">
${article.authors.map((name) => `<meta name="author" content="${escapeHtml(name)}">`).join('\n')}
<link rel="canonical" href="${escapeHtml(options.canonical)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${escapeHtml(options.siteName)}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${about}">
<meta property="og:url" content="${escapeHtml(options.canonical)}">
<meta property="og:locale" content="${article.lang.replace('-', '_')}">
${image ? `<meta property="og:image" content="${image}">\n<meta name="twitter:card" content="summary_large_image">\n<meta name="twitter:image" content="${image}">` : '<meta name="twitter:card" content="summary">'}
<meta name="twitter:title" content="${title}">
<meta property="article:published_time" content="${published}">
<meta property="article:modified_time" content="${modified}">
<meta property="article:section" content="${escapeHtml(article.section)}">
${article.tags.map((tag) => `<meta property="article:tag" content="${escapeHtml(tag)}">`).join('\n')}
${options.feeds.map((feed) => feedLink(feed)).join('\n')}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${options.css}</style>
${options.jsonLd === 'none' ? '' : structuredData(article, { published, modified, image }, options)}
</head>`;
}

export function feedLink(feed: { href: string; type: string; title: string }): string {
  return `<link rel="alternate" type="${feed.type}" title="${escapeHtml(feed.title)}" href="${feed.href}">`;
}

function structuredData(
  article: Article,
  stamp: { published: string; modified: string; image: string | undefined },
  options: HeadOptions,
): string {
  const publisher = { '@type': 'NewsMediaOrganization', name: options.siteName };
  const news = {
    '@type': 'NewsArticle',
    headline: article.headline,
    description: article.description,
    inLanguage: article.lang,
    articleSection: article.section,
    keywords: article.tags.join(', '),
    datePublished: stamp.published,
    dateModified: stamp.modified,
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher,
    mainEntityOfPage: options.canonical,
    ...(stamp.image ? { image: [stamp.image] } : {}),
  };
  const data =
    options.jsonLd === 'graph'
      ? {
          '@context': 'https://schema.org',
          '@graph': [
            { '@type': 'WebSite', name: options.siteName },
            { '@type': 'WebPage', name: article.headline, url: options.canonical },
            news,
          ],
        }
      : { '@context': 'https://schema.org', ...news };
  // `<` would end the script early if a headline held a tag.
  return `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;
}
