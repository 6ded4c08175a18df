import { CarrelError } from '../../../contract/errors.ts';
import type { ArticleId } from '../../../contract/types.ts';
import type { ArticleSizes } from '../../../db/article-sizes.ts';

/** Articles that are to be exported, each once, and how large they are. */
export interface ToExport extends ArticleSizes {
  ids: ArticleId[];
  /** How many of those that were asked for are not in the library any more. */
  gone: number;
}

/** How large they are as a page: Base64 writes three bytes as four letters. */
export function pageBytes({ shownTextBytes, shownPictureBytes }: ToExport): number {
  return shownTextBytes + Math.ceil((shownPictureBytes * 4) / 3);
}

/** What becomes of an export whose articles were all removed. */
export function noneLeft(): CarrelError {
  return new CarrelError('not-found', 'export: none of these articles is in the library any more');
}
