import type { Article, Enclosure, Picture, Settings } from '../../../contract/types.ts';

/**
 * Two drawings, 640 × 400 and 300 × 500, kept beside this file by their SHA-256. The test's
 * server takes files without an ending for scripts; so these have one, unlike the library's.
 */
export const wideHash = 'c5f7944fc0ece5cab7b232786036c8a6e8047ebc0f9faa7ed1da04c5931dc2af.png';
export const tallHash = 'ae5b0e5980f32d5bb82ea9ec4058203af8455cf4258dfca9f44c46313883ee8f.png';

/** Three seconds of silence: 8-bit PCM at 3 kHz, the least a browser plays. */
export const soundHash = 'b112fc194c29a46a765c62d17c1f6a8d96a5f7d3bcae2310250ae2ee40983053.wav';

/** An article and its pictures as the engine would give them, whole unless a test changes it. */

export const settings: Settings = {
  theme: 'light',
  textSizePx: 18,
  measureCh: 62,
  density: 'comfortable',
  family: 'serif',
  leadingPercent: 100,
  justified: false,
  vertical: false,
  onMetered: 'fetch',
  picturesMostMb: null,
  pictureFiles: 'screen',
  sourcesWidthRem: 17,
  listWidthRem: 24,
  singleKeys: true,
  language: 'en',
  speechPercent: 100,
  speechVoices: {},
  listenOn: true,
};

export function picture(ordinal: number, changes: Partial<Picture> = {}): Picture {
  return {
    ordinal,
    address: `https://paper.example/${ordinal}.png`,
    alt: '',
    caption: `Caption ${ordinal + 1}`,
    credit: `Credit ${ordinal + 1}`,
    gallery: null,
    hash: wideHash,
    width: 640,
    height: 400,
    failure: null,
    ...changes,
  };
}

/** A podcast's episode, offered unless a test changes it. */
export function enclosure(ordinal: number, changes: Partial<Enclosure> = {}): Enclosure {
  return {
    ordinal,
    address: `https://paper.example/files/episode-${ordinal}.mp3`,
    type: 'audio/mpeg',
    title: null,
    sizeBytes: 48_200_000,
    durationSeconds: 2580,
    state: 'offered',
    hash: null,
    failure: null,
    ...changes,
  };
}

export function article(changes: Partial<Article> = {}): Article {
  return {
    id: 1,
    title: 'The Night Pilots',
    authors: ['Ingrid Solheim', 'Tomas Ek'],
    source: 'The Harbour Courier',
    excerpt: '',
    language: 'en',
    direction: 'ltr',
    publishedAt: Date.UTC(2026, 2, 9, 13, 5),
    sortAt: Date.UTC(2026, 2, 9, 13, 5),
    readingMinutes: 6,
    read: false,
    bookmarked: false,
    text: 'kept',
    pictures: { of: 0, kept: 0, failed: 0 },
    missing: { parts: 0, attachments: 0, attachmentsFailed: 0 },
    failure: null,
    leadPicture: null,
    subtitle: 'Forty-one people bring every ship in.',
    address: 'https://paper.example/night-pilots',
    siteName: 'paper.example',
    fetchedAt: Date.UTC(2026, 2, 9, 18, 22),
    modifiedAt: null,
    publishedZone: null,
    modifiedZone: null,
    section: null,
    html: '<p>At a quarter to four the harbour is the colour of slate.</p>',
    pictureList: [],
    enclosures: [],
    feeds: [{ id: 1, title: 'The Harbour Courier' }],
    versions: [],
    position: null,
    ...changes,
  };
}

/** Paragraphs enough to scroll through, each numbered. */
export function paragraphs(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<p>Paragraph ${index}. ${'The pilots of this coast are a small guild. '.repeat(8)}</p>`,
  ).join('');
}
