import { createHash } from 'node:crypto';
import { recordFetched, recordFetchFailed } from '../db/feed-fetches.ts';
import { addFeed } from '../db/feeds.ts';
import type { Db } from '../db/open.ts';
import { identityKeys } from '../main/engine/address.ts';
import { insertArticles } from './insert.ts';
import {
  cjkVocabulary,
  latinVocabulary,
  paragraphs,
  phrase,
  seeded,
  sentence,
  type Random,
  type Vocabulary,
} from './words.ts';

/** What a library is filled with. */
export interface Filling {
  articles: number;
  /** The text of each article: about so many bytes, or one sentence. */
  text: 'sentence' | { sizeBytes: number };
}

/** Counted up when other articles are written, so that kept libraries are made again. */
export const FILLING_VERSION = 1;

/** As many as a reader has who follows the news of a country. */
const feedCount = 200;
/** Every twentieth feed is Chinese. */
const cjkEvery = 20;

/** The newest article is of 2026-01-01 UTC; the others lie before it, in this time. */
const newestAt = Date.UTC(2026, 0, 1);
const spanMs = 3 * 365 * 24 * 60 * 60_000;
/** No engine that opens the library begins to fetch its feeds: they are gone for good. */
const gone = { kind: 'gone', message: 'a feed of the bench is not fetched' } as const;
/** How long after its publication an article is fetched. */
const delayMs = 10 * 60_000;

/** Of the newest thirtieth of the articles less is read than of the older ones. */
const recentShare = 1 / 30;
const readShare = { recent: 0.3, older: 0.9 };
const bookmarkedShare = 0.01;

/** An article with all that a library says of it. */
export interface FilledArticle {
  /** From 1, the oldest first. */
  number: number;
  feed: FilledFeed;
  /** Also its guid. */
  address: string;
  identityKeys: string[];
  title: string;
  authors: string[];
  html: string;
  text: string;
  wordCount: number;
  language: string;
  contentSha256: string;
  publishedAt: number;
  fetchedAt: number;
  isRead: boolean;
  isBookmarked: boolean;
}

export interface FilledFeed {
  id: number;
  title: string;
  address: string;
  siteAddress: string;
  vocabulary: Vocabulary;
}

/** The words that all libraries are written in; searches are made of the same. */
export function vocabularies(): { latin: Vocabulary; cjk: Vocabulary } {
  return { latin: latinVocabulary(seeded(1)), cjk: cjkVocabulary(seeded(2)) };
}

/**
 * Fills a new library as refreshing its feeds over three years would, the oldest article first.
 * Two fills are equal.
 * @param tell called after every few thousand articles, with how many are written
 */
export function fill(db: Db, filling: Filling, tell: (written: number) => void): void {
  insertArticles(db, articlesOf(addFeeds(db), filling), tell);
}

export function addFeeds(db: Db): FilledFeed[] {
  const { latin, cjk } = vocabularies();
  return Array.from({ length: feedCount }, (_, place) => {
    const title = `Feed ${place + 1}`;
    const siteAddress = `https://feed-${place + 1}.example/`;
    const address = `${siteAddress}feed.xml`;
    const { feed } = addFeed(db, {
      address,
      title,
      siteAddress,
      folderId: null,
      textFrom: 'feed',
      now: newestAt - spanMs,
    });
    recordFetched(db, feed.id, {
      at: newestAt,
      nextFetchAt: newestAt,
      etag: null,
      lastModified: null,
      bodySha256: null,
    });
    recordFetchFailed(db, feed.id, gone, { at: newestAt, nextFetchAt: newestAt });
    const vocabulary = place % cjkEvery === cjkEvery - 1 ? cjk : latin;
    return { id: feed.id, title, address, siteAddress, vocabulary };
  });
}

/** The articles of a library, the oldest first, evenly over the span. */
export function* articlesOf(feeds: FilledFeed[], filling: Filling): Generator<FilledArticle> {
  const random = seeded(3);
  for (let number = 1; number <= filling.articles; number += 1) {
    const share = number / filling.articles;
    const shareRead = share > 1 - recentShare ? readShare.recent : readShare.older;
    const publishedAt = newestAt - Math.round((1 - share) * spanMs);
    // The square makes the first feeds busy and the last ones quiet, as real ones are.
    const feed = feeds[Math.floor(random() ** 2 * feeds.length)];
    if (feed === undefined) throw new RangeError('bench: there is no feed to take articles from');
    yield {
      number,
      feed,
      ...writing(feed, number, filling, random),
      publishedAt,
      fetchedAt: publishedAt + delayMs,
      isRead: random() < shareRead,
      isBookmarked: random() < bookmarkedShare,
    };
  }
}

function writing(
  feed: FilledFeed,
  number: number,
  { text: size }: Filling,
  random: Random,
): Pick<
  FilledArticle,
  | 'address'
  | 'identityKeys'
  | 'title'
  | 'authors'
  | 'html'
  | 'text'
  | 'wordCount'
  | 'language'
  | 'contentSha256'
> {
  const { vocabulary } = feed;
  const lines =
    size === 'sentence'
      ? [sentence(vocabulary, random)]
      : paragraphs(vocabulary, random, size.sizeBytes);
  const text = lines.join('\n');
  const html = lines.map((line) => `<p>${line}</p>`).join('');
  const address = `${feed.siteAddress}${number}/`;
  return {
    address,
    identityKeys: identityKeys({ feedAddress: feed.address, guid: address, address }),
    title: phrase(vocabulary, random, 5 + Math.floor(random() * 6)),
    authors: [phrase(vocabulary, random, 2)],
    html,
    text,
    wordCount: vocabulary.space === '' ? text.length : text.split(/\s+/).length,
    language: vocabulary.language,
    contentSha256: createHash('sha256').update(html).digest('hex'),
  };
}
