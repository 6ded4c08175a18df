import type { Timestamp } from '../../../contract/types.ts';
import type { ExtractedArticle } from './types.ts';

/** What Carrel makes of a page, to look at and to compare. */
export interface InspectedPage {
  title: string;
  subtitle: string | null;
  /** Names, one by one. */
  byline: string[];
  /** ISO 8601, in the zone that the page writes it in; in UTC where it names none. */
  published: string | null;
  modified: string | null;
  language: string | null;
  siteName: string | null;
  canonicalUrl: string | null;
  /** The body in its vocabulary (docs/body.md). */
  html: string;
  /** Its visible text, one block a line. */
  text: string;
  /** In the order of the body. */
  pictures: InspectedPicture[];
  /** The pictures of each gallery, as indices of `pictures`, in order. */
  galleries: number[][];
  /** What a reader of the article should know of how it was read. */
  warnings: string[];
}

export interface InspectedPicture {
  url: string;
  /** All addresses the page names for it, the one that is fetched first. */
  urls: string[];
  caption: string;
  credit: string;
  alt: string;
  width: number | null;
  height: number | null;
  /** Its gallery's index in `galleries`. */
  gallery: number | null;
}

/** An extracted article under the names that people look for. */
export function inspectArticle(article: ExtractedArticle): InspectedPage {
  const galleries: number[][] = [];
  for (const [index, { gallery }] of article.pictures.entries()) {
    if (gallery !== null) (galleries[gallery] ??= []).push(index);
  }
  return {
    title: article.title,
    subtitle: article.subtitle,
    byline: article.authors,
    published: isoDate(article.publishedAt, article.publishedZone),
    modified: isoDate(article.modifiedAt, article.modifiedZone),
    language: article.language,
    siteName: article.siteName,
    canonicalUrl: article.canonicalAddress,
    html: article.html,
    text: article.text,
    pictures: article.pictures.map((picture) => ({
      url: picture.address,
      urls: [picture.address, ...picture.others],
      caption: picture.caption,
      credit: picture.credit,
      alt: picture.alt,
      width: picture.width,
      height: picture.height,
      gallery: picture.gallery,
    })),
    galleries,
    warnings: warningsOf(article),
  };
}

function warningsOf(article: ExtractedArticle): string[] {
  const warnings: string[] = [];
  if (article.text === '') warnings.push('it has pictures and no text');
  if (article.publishedAt === null) warnings.push('the page does not say when it was published');
  if (article.authors.length === 0) warnings.push('the page does not say who wrote it');
  return warnings;
}

function isoDate(at: Timestamp | null, zoneMinutes: number | null): string | null {
  if (at === null) return null;
  if (zoneMinutes === null || zoneMinutes === 0) return new Date(at).toISOString();
  const local = new Date(at + zoneMinutes * 60_000).toISOString().replace('Z', '');
  const [hours, minutes] = [Math.floor(Math.abs(zoneMinutes) / 60), Math.abs(zoneMinutes) % 60];
  const written = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
  return `${local}${zoneMinutes < 0 ? '-' : '+'}${written}`;
}
