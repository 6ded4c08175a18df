import type { JsonFeed } from 'feedsmith';
import { rawEnclosure } from './enclosures.ts';
import { NO_HINTS } from './hints.ts';
import { enclosedPicture } from './pictures.ts';
import { rawText, type RawEntry, type RawFeed, type RawPicture, type RawText } from './raw.ts';
import { withoutControls } from './controls.ts';

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */

export function readJson(feed: JsonFeed.Feed<string>): RawFeed {
  const authors = namesOf(feed.authors);
  return {
    // Plain text by the standard; generators forget to resolve the entities of their titles.
    title: rawText(feed.title, 'unsure'),
    siteAddress: feed.home_page_url ?? null,
    icons: [feed.icon, feed.favicon],
    newAddress: null,
    hints: NO_HINTS,
    base: null,
    language: feed.language ?? null,
    entries: (feed.items ?? []).map((item) => jsonEntry(item, authors)),
  };
}

function jsonEntry(item: JsonFeed.Item<string>, feedAuthors: RawText[]): RawEntry {
  const authors = namesOf(item.authors);
  const summary = rawText(item.summary, 'unsure');
  const content = written(item.content_html, 'html') ?? written(item.content_text, 'text');
  return {
    guid: item.id?.toWellFormed() ?? null,
    address: item.url ?? item.external_url ?? null,
    base: null,
    title: rawText(item.title, 'unsure'),
    authors: authors.length > 0 ? authors : feedAuthors,
    published: [item.date_published],
    modified: [item.date_modified],
    summary: content === null ? null : summary,
    content: content ?? summary,
    pictures: [
      ...pictureOf(item.image ?? item.banner_image),
      ...(item.attachments ?? []).flatMap(({ url, mime_type }) => enclosedPicture(url, mime_type)),
    ],
    enclosures: (item.attachments ?? []).flatMap((attachment) =>
      rawEnclosure(attachment.url, attachment.mime_type, {
        title: attachment.title,
        sizeBytes: attachment.size_in_bytes,
        seconds: attachment.duration_in_seconds,
      }),
    ),
    language: item.language ?? null,
  };
}

/** JSON can write control characters and halves of characters that a file cannot hold. */
function written(value: string | undefined, type: RawText['type']): RawText | null {
  return value === undefined ? null : rawText(withoutControls(value), type);
}

function pictureOf(address: string | undefined): RawPicture[] {
  return enclosedPicture(address, 'image/*');
}

function namesOf(authors: JsonFeed.Author[] | undefined): RawText[] {
  return (authors ?? []).flatMap(({ name }) => rawText(name, 'unsure') ?? []);
}
