import { latinVocabulary, paragraphs, phrase, seeded, type Vocabulary } from './words.ts';

/** How many feeds a server has, and what is in each. */
export interface Feeds {
  count: number;
  entries: number;
  /** About so much text in an entry. */
  entryBytes: number;
}

let vocabulary: Vocabulary | undefined;

/** The RSS 2.0 document of one feed (its place from 0), always the same; texts as `content:encoded`. */
export function feedXml(feeds: Feeds, place: number): string {
  vocabulary ??= latinVocabulary(seeded(1));
  const random = seeded(1000 + place);
  const items: string[] = [];
  for (let number = feeds.entries; number > 0; number -= 1) {
    const address = `https://feed-${place + 1}.example/${number}/`;
    const text = paragraphs(vocabulary, random, feeds.entryBytes);
    const publishedAt = new Date(Date.UTC(2026, 0, 1, number));
    items.push(
      '<item>',
      `<title>${phrase(vocabulary, random, 7)}</title>`,
      `<link>${address}</link><guid isPermaLink="true">${address}</guid>`,
      `<pubDate>${publishedAt.toUTCString()}</pubDate>`,
      `<dc:creator>${phrase(vocabulary, random, 2)}</dc:creator>`,
      `<content:encoded><![CDATA[${text.map((line) => `<p>${line}</p>`).join('\n')}]]></content:encoded>`,
      '</item>',
    );
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<channel><title>Feed ${place + 1}</title><link>https://feed-${place + 1}.example/</link>`,
    '<description>A feed of the bench</description><language>en</language>',
    ...items,
    '</channel></rss>',
  ].join('\n');
}
