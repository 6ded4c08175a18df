import type { RdfFeed, RssFeed } from 'feedsmith';
import { mediaEnclosures, rawEnclosure, withDuration } from './enclosures.ts';
import { feedHints } from './hints.ts';
import { enclosedPicture, mediaPictures } from './pictures.ts';
import { rawText, type RawEntry, type RawFeed, type RawText } from './raw.ts';

/** RSS 2.0 and its forerunners (https://www.rssboard.org/rss-specification), and RSS 1.0 (RDF). */

export function readRss(feed: RssFeed.Feed<string>): RawFeed {
  return {
    title: rawText(feed.title ?? feed.dc?.titles?.[0], 'unsure'),
    siteAddress: feed.link ?? alternateOf(feed.atom?.links),
    // iTunes demands a square; the picture of RSS is often a banner.
    icons: [feed.itunes?.image, feed.atom?.icon, feed.image?.url, feed.atom?.logo],
    newAddress: feed.itunes?.newFeedUrl ?? null,
    hints: feedHints(feed),
    base: feed.xml?.base ?? null,
    language: feed.language ?? feed.dc?.languages?.[0] ?? null,
    entries: (feed.items ?? []).map(rssEntry),
  };
}

export function readRdf(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    title: rawText(feed.title ?? feed.dc?.titles?.[0], 'unsure'),
    siteAddress: feed.link ?? null,
    icons: [feed.image?.url],
    newAddress: null,
    hints: feedHints({ sy: feed.sy }),
    base: feed.xml?.base ?? null,
    language: feed.dc?.languages?.[0] ?? null,
    entries: (feed.items ?? []).map(rdfEntry),
  };
}

function rssEntry(item: RssFeed.Item<string>): RawEntry {
  const guid = item.guid?.value ?? null;
  const { media, itunes } = item;
  const description =
    item.description ??
    item.dc?.descriptions?.[0] ??
    itunes?.summary ??
    item.atom?.summary?.value ??
    media?.description?.value ??
    media?.groups?.[0]?.description?.value;
  return {
    ...common(item, description),
    guid,
    // A guid is an address unless it says otherwise.
    address: item.link ?? alternateOf(item.atom?.links) ?? permalink(item.guid),
    title: rawText(
      item.title ?? item.dc?.titles?.[0] ?? media?.title?.value ?? itunes?.title,
      'unsure',
    ),
    authors: authorsOf(
      item.dc?.creators ?? (item.authors ?? []).flatMap(({ name, email }) => name ?? email ?? []),
      itunes?.author,
    ),
    published: [
      item.pubDate,
      item.dc?.dates?.[0],
      item.dcterms?.issued?.[0],
      item.dcterms?.created?.[0],
      item.atom?.published,
    ],
    modified: [item.atom?.updated, item.dcterms?.modified?.[0], item.dc?.dates?.[0]],
    pictures: [
      ...mediaPictures(media),
      ...(item.enclosures ?? []).flatMap(({ url, type }) => enclosedPicture(url, type)),
    ],
    enclosures: withDuration(
      [
        ...(item.enclosures ?? []).flatMap(({ url, type, length }) =>
          rawEnclosure(url, type, { sizeBytes: length }),
        ),
        ...mediaEnclosures(media),
      ],
      itunes?.duration,
    ),
  };
}

function rdfEntry(item: RdfFeed.Item<string>): RawEntry {
  return {
    ...common(item, item.description ?? item.dc?.descriptions?.[0]),
    guid: item.rdf?.about ?? null,
    address: item.link ?? item.rdf?.about ?? null,
    title: rawText(item.title ?? item.dc?.titles?.[0], 'unsure'),
    authors: authorsOf(item.dc?.creators ?? [], undefined),
    published: [item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0]],
    modified: [item.dcterms?.modified?.[0], item.dc?.dates?.[0]],
    pictures: mediaPictures(item.media),
    enclosures: mediaEnclosures(item.media),
  };
}

/** The text is the entry's `content:encoded`, or else its description, which is then no summary. */
function common(
  item: RssFeed.Item<string> | RdfFeed.Item<string>,
  description: string | undefined,
): Pick<RawEntry, 'summary' | 'content' | 'language' | 'base'> {
  const encoded = item.content?.encoded;
  return {
    summary: encoded === undefined ? null : rawText(description, 'unsure'),
    content: rawText(encoded, 'html') ?? rawText(description, 'unsure'),
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? null,
    base: item.xml?.base ?? null,
  };
}

function authorsOf(names: string[], otherwise: string | undefined): RawText[] {
  const given = names.length > 0 || otherwise === undefined ? names : [otherwise];
  return given.flatMap((name) => rawText(name, 'unsure') ?? []);
}

function permalink(guid: RssFeed.Guid | undefined): string | null {
  const value = guid?.value;
  if (value === undefined || guid?.isPermaLink === false) return null;
  return /^https?:\/\//i.test(value) ? value : null;
}

function alternateOf(links: { href?: string; rel?: string }[] | undefined): string | null {
  return links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href ?? null;
}
