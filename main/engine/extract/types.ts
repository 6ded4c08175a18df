import type { Direction, Timestamp } from '../../../contract/types.ts';

/** A page as fetched or opened, before anything is read from it. */
export interface PageInput {
  bytes: Uint8Array;
  /** The address the bytes came from, after redirects; `null` for a file that names none. */
  address: string | null;
  /** The `Content-Type` header, whole; `null` where there is none. */
  contentType: string | null;
  /**
   * What relative addresses are relative to, where that is not the page's address: of a page that
   * was saved with its files.
   */
  base?: string | null;
  originals?: Originals;
}

/** Whether of each picture the largest file is wanted, however wide; else what a screen shows. */
export type Originals = boolean;

/** A piece of HTML from a feed, already decoded. */
export interface FragmentInput {
  html: string;
  /** What relative addresses in it are relative to. */
  address: string | null;
  /** The article's title, so that a heading repeating it is left out of the body. */
  title: string;
  language: string | null;
  originals?: Originals;
}

/** The part of an article that becomes a version. */
export interface Body {
  /** A fragment of the vocabulary in `docs/body.md`. */
  html: string;
  /** The visible text of `html`, one block a line, without captions. */
  text: string;
  wordCount: number;
  pictures: ExtractedPicture[];
  language: string | null;
  direction: Direction;
}

export interface ExtractedArticle extends Body {
  title: string;
  subtitle: string | null;
  authors: string[];
  /** The part of the site it stands in, as the page names it: `Politics`. */
  section: string | null;
  siteName: string | null;
  publishedAt: Timestamp | null;
  /**
   * Minutes east of UTC as the page writes the time; `null` where it names no zone, and the time is
   * then the page's own clock read as UTC.
   */
  publishedZone: number | null;
  modifiedAt: Timestamp | null;
  modifiedZone: number | null;
  /** The address the page says is its own (`rel=canonical`, `og:url`), absolute, http(s). */
  canonicalAddress: string | null;
  /** Where the article goes on, of one whose page is one of several parts; else `null`. */
  nextAddress: string | null;
}

export interface ExtractedPicture {
  /** Absolute, http(s) or `data:`. */
  address: string;
  /** Other addresses the page names for the same picture, to fall back on: absolute, best first. */
  others: string[];
  alt: string;
  /** As printed, without the credit. */
  caption: string;
  /** As printed, with its label (`Photograph: …`): behind the caption it is the printed line. */
  credit: string;
  /** Pictures shown as one gallery by the page have the same number, from 0. */
  gallery: number | null;
  /** Pixels as the page declares them; `null` where it does not. */
  width: number | null;
  height: number | null;
}

/** Says which code made a version; counted up when extraction changes what it gives. */
export const EXTRACTOR = 'carrel-4';
