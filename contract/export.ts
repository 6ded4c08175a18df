import type { Making } from './library.ts';
import type { ErrorKind } from './types.ts';

/** Articles taken out of the library, in one file (docs/export.md). */

/** More than these a browser does not open with ease. */
export const MOST_ON_PAGE = 1000;
export const MOST_PAGE_MB = 500;

/** A page for any browser, or a file for another Carrel. */
export type ExportForm = { kind: 'page'; words: PageWords } | { kind: 'carrel' };

/** An export: what to ask `export/<name>` for, once it is done. */
export interface Export extends Making {
  /** Another one for every export, as long as the engine runs. */
  id: number;
  form: ExportForm['kind'];
  /** How many articles are in it, or are to be. */
  articles: number;
  /** How many were not in the library any more, and are not in it. */
  gone: number;
}

/** What a page says besides its articles, in the language of the window. */
export interface PageWords {
  /** BCP 47: the language of these words, and the region by which dates are written. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** The heading of a page of several articles. */
  heading: string;
  contents: string;
  published: string;
  changed: string;
  fetched: string;
  address: string;
  /** A gallery, and what stands above the files that came with an article. */
  gallery: string;
  files: string;
  /** Why a text is not whole. */
  textWaits: string;
  textFailed: string;
  /** An article that was removed while the page was made. */
  removed: string;
  /** Why a picture is not there. */
  pictureWaits: string;
  pictureFailed: string;
  pictureSkipped: string;
  pictureLost: string;
  failures: Record<ErrorKind, string>;
}
