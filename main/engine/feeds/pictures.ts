import type { MediaNs } from 'feedsmith';
import { rawText, type RawPicture, type RawText } from './raw.ts';

/** Pictures of feeds: Media RSS (https://www.rssboard.org/media-rss), enclosures, attachments. */

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg)$/i;

/** An enclosure, link or attachment, if it is a picture. */
export function enclosedPicture(
  address: string | undefined,
  type: string | undefined,
): RawPicture[] {
  if (address === undefined || !isPicture(address, type)) return [];
  return [{ address, caption: null, credit: null, width: null, height: null, isThumbnail: false }];
}

/** The pictures of an entry's Media RSS, in order; of renditions of one picture, the widest. */
export function mediaPictures(media: MediaNs.ItemOrFeed | undefined): RawPicture[] {
  if (media === undefined) return [];
  const grouped = (media.groups ?? []).flatMap((group) =>
    widest((group.contents ?? []).flatMap((content) => contentPicture(content, [group, media]))),
  );
  const single = (media.contents ?? []).flatMap((content) => contentPicture(content, [media]));
  const holders = [media, ...(media.groups ?? []), ...(media.contents ?? [])];
  return [...grouped, ...withoutRenditions(single), ...holders.flatMap(thumbnailOf)];
}

/** What stands on the group or entry holds for the contents in it (Media RSS, "optional elements"). */
function contentPicture(
  content: MediaNs.Content,
  holders: (MediaNs.Group | MediaNs.ItemOrFeed)[],
): RawPicture[] {
  const { url, type, medium, width = null, height = null } = content;
  const isOther = medium !== undefined && medium.toLowerCase() !== 'image';
  if (url === undefined || isOther) return [];
  if (medium === undefined && !isPicture(url, type)) return [];
  const around = [content, ...holders];
  const description = around.map((one) => one.description).find((one) => one !== undefined);
  const credit = around.map(creditOf).find((one) => one !== null) ?? null;
  return [
    { address: url, caption: captionOf(description), credit, width, height, isThumbnail: false },
  ];
}

function captionOf(description: MediaNs.TitleOrDescription | undefined): RawText | null {
  return rawText(description?.value, description?.type === 'html' ? 'html' : 'unsure');
}

function creditOf(holder: MediaNs.Content | MediaNs.Group | MediaNs.ItemOrFeed): RawText | null {
  const credits = (holder.credits ?? []).flatMap(({ value }) => value ?? []);
  const names = [...new Set(credits)].join(', ');
  return rawText(names === '' ? holder.copyright?.value : names, 'unsure');
}

function thumbnailOf(holder: MediaNs.Content | MediaNs.Group | MediaNs.ItemOrFeed): RawPicture[] {
  const sized = (holder.thumbnails ?? []).flatMap(({ url, width = null, height = null }) =>
    url === undefined
      ? []
      : [{ address: url, caption: null, credit: null, width, height, isThumbnail: true }],
  );
  return widest(sized);
}

function widest(pictures: RawPicture[]): RawPicture[] {
  return pictures.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0)).slice(0, 1);
}

/**
 * Some feeds give one picture in several widths, outside of any group: then the captions are the
 * same and the widths are not.
 */
function withoutRenditions(pictures: RawPicture[]): RawPicture[] {
  return pictures.filter((picture, index) =>
    pictures.every((other, otherIndex) => {
      if (otherIndex === index || picture.width === null || other.width === null) return true;
      const isSame = picture.caption?.value === other.caption?.value;
      return !isSame || other.width <= picture.width;
    }),
  );
}

export function isPicture(address: string, type: string | undefined): boolean {
  if (type !== undefined && type.includes('/')) return type.toLowerCase().startsWith('image/');
  return PICTURE_FILE.test(address.split(/[?#]/, 1)[0] ?? '');
}
