import type { Article, ArticleSummary, Picture } from '../../contract/types.ts';
import { words } from '../words/language.ts';

/** How whole an article is, in words; `tone` says how much they ask for attention. */
export interface StateInWords {
  tone: 'whole' | 'waiting' | 'failed';
  words: string;
}

/** What of an article is kept: `Text kept · 3 of 5 pictures`. */
export function stateInWords(article: ArticleSummary): StateInWords {
  const { of, kept, failed } = article.pictures;
  const { textKept, textWaits, textFailed } = words().article;
  const pictures = of === 0 ? '' : ` · ${picturesInWords(kept, of)}`;
  if (article.text === 'failed') {
    return { tone: 'failed', words: `${textFailed}${pictures}` };
  }
  if (article.text === 'waiting') {
    return { tone: 'waiting', words: `${textWaits}${pictures}` };
  }
  if (kept === of) return { tone: 'whole', words: `${textKept}${pictures}` };
  return { tone: failed > 0 ? 'failed' : 'waiting', words: `${textKept}${pictures}` };
}

/** Whether fetching again can bring anything. */
export function canRetry(article: ArticleSummary): boolean {
  return article.failure !== null || article.pictures.failed > 0;
}

/** That a picture is not there, as a sentence; its `failure` says why. */
export function missingWords(picture: Picture): string {
  const { pictureSkipped, pictureWaits, pictureFailed } = words().article;
  if (isSkipped(picture)) return pictureSkipped;
  return picture.failure === null ? pictureWaits : pictureFailed;
}

/** Whether a picture is not there because the reader set its feed so: nothing failed. */
export function isSkipped(picture: Picture): boolean {
  return picture.failure?.kind === 'skipped';
}

/** What a picture shows, in the best words there are; may be empty. */
export function pictureName(picture: Picture): string {
  return picture.caption || picture.alt;
}

/** The name of the button around a picture: `Open picture 3 of 12: The harbour at dawn`. */
export function openName(article: Article, picture: Picture): string {
  const { openPicture, openPictureNamed } = words().article;
  const place = picture.ordinal + 1;
  const of = article.pictureList.length;
  const name = pictureName(picture);
  return name === '' ? openPicture(place, of) : openPictureNamed(place, of, name);
}

/** How many of its pictures are kept: `3 of 5 pictures`; `5 pictures` where all are. */
export function picturesInWords(kept: number, of: number): string {
  const { pictures, picturesOf } = words().article;
  return kept === of ? pictures(of) : picturesOf(kept, of);
}
