import type { AtomFeed } from 'feedsmith';
import { textInBase64 } from './base64.ts';
import { mediaEnclosures, rawEnclosure, withDuration } from './enclosures.ts';
import { feedHints } from './hints.ts';
import { enclosedPicture, mediaPictures } from './pictures.ts';
import { rawText, type RawEntry, type RawFeed, type RawText } from './raw.ts';

/** Atom 1.0 (RFC 4287) and 0.3. */

export function readAtom(feed: AtomFeed.Feed<string>): RawFeed {
  const authors = namesOf(feed.authors);
  return {
    title: textOf(feed.title),
    siteAddress: alternateOf(feed.links),
    // An icon is square, a logo twice as wide as high (RFC 4287, 4.2.5 and 4.2.8).
    icons: [feed.icon, feed.itunes?.image, feed.logo],
    newAddress: feed.itunes?.newFeedUrl ?? null,
    hints: feedHints({ sy: feed.sy }),
    base: feed.xml?.base ?? null,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    entries: (feed.entries ?? []).map((entry) => atomEntry(entry, authors)),
  };
}

function atomEntry(entry: AtomFeed.Entry<string>, feedAuthors: RawText[]): RawEntry {
  const { media } = entry;
  const own = [
    ...namesOf(entry.authors),
    ...(entry.dc?.creators ?? []).flatMap((name) => rawText(name, 'unsure') ?? []),
  ];
  const source = namesOf(entry.source?.authors);
  const summary =
    textOf(entry.summary) ??
    rawText(media?.description?.value ?? media?.groups?.[0]?.description?.value, 'unsure');
  const content = contentOf(entry.content);
  return {
    guid: entry.id ?? null,
    address: alternateOf(entry.links) ?? permalink(entry.id),
    base: entry.xml?.base ?? null,
    title: textOf(entry.title) ?? rawText(media?.title?.value, 'unsure'),
    // An entry without authors has its source's, or its feed's (RFC 4287, 4.2.1).
    authors: [own, source, feedAuthors].find((names) => names.length > 0) ?? [],
    published: [entry.published, entry.dc?.dates?.[0], entry.updated],
    modified: [entry.updated],
    summary: content === null ? null : summary,
    content: content ?? summary,
    pictures: [
      ...mediaPictures(media),
      ...(entry.links ?? []).flatMap(({ rel, href, type }) =>
        rel === 'enclosure' ? enclosedPicture(href, type) : [],
      ),
    ],
    enclosures: withDuration(
      [
        ...(entry.links ?? []).flatMap(({ rel, href, type, title, length }) =>
          rel === 'enclosure' ? rawEnclosure(href, type, { title, sizeBytes: length }) : [],
        ),
        ...mediaEnclosures(media),
      ],
      entry.itunes?.duration,
    ),
    language: entry.content?.xml?.lang ?? entry.xml?.lang ?? null,
  };
}

/**
 * `type` is exact in Atom; where it is left out, too many mean HTML for it to be read as text. Other
 * media types are in base64 (RFC 4287, 4.1.3.3); there may be text in them too.
 */
function textOf(text: AtomFeed.Text | undefined): RawText | null {
  const type = text?.type?.trim().toLowerCase();
  if (type === undefined) return rawText(text?.value, 'unsure');
  if (type.includes('html')) return rawText(text?.value, 'html');
  if (type === 'text' || type.startsWith('text/')) return rawText(text?.value, 'text');
  if (/[+/]xml$/.test(type)) return rawText(text?.value, 'unsure');
  return type.includes('/')
    ? rawText(textInBase64(text?.value), 'unsure')
    : rawText(text?.value, 'text');
}

/** Content of other types (pictures, sound) or kept elsewhere (`src`) is no text of the entry. */
function contentOf(content: AtomFeed.Content | undefined): RawText | null {
  const isOther = /^\s*(?:image|audio|video)\//i.test(content?.type ?? '');
  if (content?.value === undefined || isOther) return null;
  return textOf({ ...content, value: content.value });
}

/** The entry's page: among several alternates the HTML one. */
function alternateOf(links: AtomFeed.Link<string>[] | undefined): string | null {
  const alternates = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = alternates.find(({ type = 'text/html' }) => type.toLowerCase().includes('html'));
  return (page ?? alternates[0])?.href ?? null;
}

function permalink(id: string | undefined): string | null {
  return id !== undefined && /^https?:\/\//i.test(id) ? id : null;
}

function namesOf(persons: AtomFeed.Person[] | undefined): RawText[] {
  return (persons ?? []).flatMap(({ name, email }) => rawText(name ?? email, 'unsure') ?? []);
}
