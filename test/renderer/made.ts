import type { Completeness, Provenance } from '../../contract/provenance.ts';
import type { Article, Feed, Progress } from '../../contract/types.ts';

/** Made-up things of the contract, whole, of which a test names what matters to it. */

/** 12 November 2026, noon UTC: after every time that a made article has. */
export const noon = Date.UTC(2026, 10, 12, 12);

/** An article that is whole and unread, an hour older for each id. */
export function makeArticle(given: Partial<Article> & { id: number }): Article {
  const at = noon - given.id * 3_600_000;
  return {
    title: `Article ${given.id}`,
    authors: ['Ada Marsh'],
    source: 'The Tern',
    excerpt: 'The first words of its text.',
    language: 'en',
    direction: 'ltr',
    publishedAt: at,
    sortAt: at,
    readingMinutes: 3,
    read: false,
    bookmarked: false,
    text: 'kept',
    pictures: { of: 0, kept: 0, failed: 0 },
    missing: { parts: 0, attachments: 0, attachmentsFailed: 0 },
    failure: null,
    leadPicture: null,
    subtitle: null,
    address: `https://tern.example/${given.id}`,
    siteName: 'The Tern',
    fetchedAt: at,
    modifiedAt: null,
    publishedZone: null,
    modifiedZone: null,
    section: null,
    html: '<p>The first words of its text.</p>',
    pictureList: [],
    enclosures: [],
    feeds: [],
    versions: [],
    position: null,
    ...given,
  };
}

/** A feed that was fetched without a failure. */
export function makeFeed(given: Partial<Feed> & { id: number }): Feed {
  return {
    folderId: null,
    address: `https://feed-${given.id}.example/feed.xml`,
    siteAddress: `https://feed-${given.id}.example/`,
    title: `Feed ${given.id}`,
    ownTitle: null,
    icon: null,
    settings: {
      everyMinutes: null,
      textFrom: 'page',
      pictures: true,
      keep: null,
      enclosures: false,
    },
    login: null,
    articles: 0,
    lastTriedAt: noon,
    lastSucceededAt: noon,
    nextFetchAt: noon + 3_600_000,
    failure: null,
    ...given,
  };
}

/** No work. */
export function idle(): Progress {
  const none = { done: 0, failed: 0, of: 0 };
  return {
    running: false,
    feeds: { ...none },
    pages: { ...none },
    pictures: { ...none },
    enclosures: { ...none },
    waiting: null,
  };
}

/** What there is of an article of which nothing is missing. */
export const whole: Completeness = {
  text: 'kept',
  pictures: { of: 3, kept: 3, failed: 0 },
  attachments: { of: 0, kept: 0, failed: 0 },
  missing: [],
};

/** Where an article came from: a feed, a page, and an export. */
export function makeProvenance(id: number): Provenance {
  return {
    id,
    address: 'https://tern.example/report',
    authors: ['Ada Lind', 'Bo Ek'],
    publishedAt: Date.UTC(2026, 2, 9, 13, 5),
    publishedZone: 60,
    modifiedAt: null,
    modifiedZone: null,
    fetchedAt: Date.UTC(2026, 2, 9, 14, 0),
    entries: [
      {
        feedId: 1,
        title: 'The Tern',
        guid: 'tag:tern,2026:1',
        address: 'https://tern.example/report',
        publishedAt: null,
        firstSeenAt: Date.UTC(2026, 2, 9, 13, 30),
      },
    ],
    brought: {
      file: 'export.csv',
      importedAt: Date.UTC(2026, 3, 1),
      savedAt: Date.UTC(2021, 0, 2),
      tags: ['sea', 'fog'],
    },
    captures: [
      {
        id: 41,
        addressAsked: 'https://tern.example/r?x=1',
        addressReached: 'https://tern.example/report',
        fileName: null,
        status: 200,
        headers: [['content-type', 'text/html; charset=utf-8']],
        fetchedAt: Date.UTC(2026, 2, 9, 14, 0),
        sha256: 'ab'.repeat(32),
        sizeBytes: 81_234,
        keptBytes: 12_000,
        part: 1,
        extractor: 'carrel-3',
      },
    ],
    versions: [],
  };
}
