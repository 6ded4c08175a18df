import type { FeedCandidate } from '../../../contract/types.ts';

/** `$1` and `$2` stand for what the pattern found. */
interface SiteRule {
  /** Of host, path and parameters: `www.youtube.com/playlist?list=PL…`. */
  pattern: RegExp;
  feeds: { title: string; address: string }[];
}

const YOUTUBE = 'https://www.youtube.com/feeds/videos.xml';
/** First parts of paths that are nobody's name. */
const OF_GITHUB =
  'about|apps|collections|contact|customer-stories|enterprise|events|explore|features|issues|login|marketplace|new|notifications|orgs|pricing|pulls|readme|search|security|settings|site|sponsors|stars|topics|trending|users';

function rule(pattern: string, ...feeds: [title: string, address: string][]): SiteRule {
  return {
    pattern: new RegExp(`^${pattern}$`, 'i'),
    feeds: feeds.map(([title, address]) => ({ title, address })),
  };
}

/**
 * Sites whose feeds follow from their addresses, and whose pages do not name them, or only to
 * browsers. Only what the sites themselves say or have kept for years.
 */
const BY_ADDRESS: SiteRule[] = [
  rule(String.raw`(?:www\.|m\.|music\.)?youtube\.com/channel/(UC[\w-]{22})(?:[/?].*)?`, [
    'YouTube: $1',
    `${YOUTUBE}?channel_id=$1`,
  ]),
  rule(String.raw`(?:www\.|m\.)?youtube\.com/user/([\w.-]+)(?:[/?].*)?`, [
    'YouTube: $1',
    `${YOUTUBE}?user=$1`,
  ]),
  rule(String.raw`(?:www\.|m\.|music\.)?youtube\.com/playlist\?(?:.*&)?list=(PL[\w-]+)(?:&.*)?`, [
    'YouTube: $1',
    `${YOUTUBE}?playlist_id=$1`,
  ]),
  rule(
    String.raw`(?:(?:www|old|new|np)\.)?reddit\.com/((?:r|u|user)/[\w+-]+(?:/(?:new|top|hot|rising))?)/?`,
    ['$1', 'https://www.reddit.com/$1/.rss'],
  ),
  rule(
    String.raw`github\.com/((?!(?:${OF_GITHUB})/)[\w-]+/[\w.-]+?)/?`,
    ['$1: releases', 'https://github.com/$1/releases.atom'],
    ['$1: commits', 'https://github.com/$1/commits.atom'],
  ),
  rule(String.raw`github\.com/([\w-]+/[\w.-]+/(?:releases|tags|commits(?:/[\w./-]+?)?))/?`, [
    '$1',
    'https://github.com/$1.atom',
  ]),
  rule(String.raw`bsky\.app/profile/([\w.:-]+)/?`, ['$1', 'https://bsky.app/profile/$1/rss']),
  rule(String.raw`medium\.com/(@[\w.-]+|tag/[\w-]+)/?`, ['$1', 'https://medium.com/feed/$1']),
  rule(String.raw`((?!www\.)[\w-]+\.medium\.com)/`, ['$1', 'https://$1/feed']),
  rule(String.raw`((?!www\.)[\w-]+\.substack\.com)/(?:archive|about)?`, ['$1', 'https://$1/feed']),
  rule(String.raw`((?!www\.)[\w-]+\.tumblr\.com)/`, ['$1', 'https://$1/rss']),
  rule(String.raw`(?:www\.)?vimeo\.com/(channels/[\w-]+|(?!\d+/?$)[\w-]+)/?(?:videos)?`, [
    '$1',
    'https://vimeo.com/$1/videos/rss',
  ]),
];

/**
 * The feeds of a well-known site by the address of one of its pages. Where the page of a site is
 * another one than its address looks like, there is no feed: what is given here is still to be
 * tried.
 */
export function feedsOfKnownSite(address: string): FeedCandidate[] {
  const url = URL.parse(address);
  if (url === null) return [];
  const place = url.hostname + url.pathname + url.search;
  const known = BY_ADDRESS.find(({ pattern }) => pattern.test(place));
  if (known === undefined) return [];
  return known.feeds.map((feed) => ({
    address: place.replace(known.pattern, feed.address),
    title: place.replace(known.pattern, feed.title),
  }));
}

const CHANNEL = String.raw`(UC[\w-]{22})`;

/** What the pages of well-known sites say in their source, the surest first. */
const BY_SOURCE: { host: RegExp; sources: RegExp[]; feed: string }[] = [
  {
    host: /^(?:www|m|music)\.youtube\.com$/i,
    sources: [
      String.raw`<link[^>]{1,200}href="https?://www\.youtube\.com/channel/${CHANNEL}"`,
      String.raw`<meta[^>]{1,200}itemprop="(?:channelId|identifier)"[^>]{1,200}content="${CHANNEL}"`,
      `"externalId":"${CHANNEL}"`,
      `"externalChannelId":"${CHANNEL}"`,
      `"channelId":"${CHANNEL}"`,
    ].map((source) => new RegExp(source)),
    feed: `${YOUTUBE}?channel_id=$1`,
  },
  {
    host: /^podcasts\.apple\.com$/i,
    sources: [/"feedUrl":"(https?:[^"]{1,2000})"/],
    feed: '$1',
  },
];

/** The addresses of feeds that a page of a well-known site says only in its source. */
export function feedsInSource(address: string, html: string): string[] {
  const url = URL.parse(address);
  if (url === null) return [];
  return BY_SOURCE.filter(({ host }) => host.test(url.hostname)).flatMap(({ sources, feed }) => {
    for (const source of sources) {
      const found = source.exec(html)?.[1];
      if (found !== undefined) return [feed.replace('$1', () => unescapedJson(found))];
    }
    return [];
  });
}

function unescapedJson(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
