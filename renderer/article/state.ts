import type { Article, ArticleSummary, Picture } from '../../contract/types.ts';
import { formatNumber } from '../format.ts';

/** How whole an article is, in words; `tone` says how much they ask for attention. */
export interface StateInWords {
  tone: 'whole' | 'waiting' | 'failed';
  words: string;
}

/** What of an article is kept: `Text kept · 3 of 5 pictures`. */
export function stateInWords(article: ArticleSummary): StateInWords {
  const { of, kept, failed } = article.pictures;
  const pictures = of === 0 ? '' : ` · ${pictureWords(of, kept)}`;
  if (article.text === 'failed') {
    return { tone: 'failed', words: `Text could not be kept${pictures}` };
  }
  if (article.text === 'waiting') {
    return { tone: 'waiting', words: `Text waits to be fetched${pictures}` };
  }
  if (kept === of) return { tone: 'whole', words: `Text kept${pictures}` };
  return { tone: failed > 0 ? 'failed' : 'waiting', words: `Text kept${pictures}` };
}

/** Whether fetching again can bring anything. */
export function canRetry(article: ArticleSummary): boolean {
  return article.failure !== null || article.pictures.failed > 0;
}

/** That a picture is not there, as a sentence; its `failure` says why. */
export function missingWords(picture: Picture): string {
  if (isSkipped(picture)) return 'Not fetched (as set for this feed).';
  return picture.failure === null
    ? 'This picture waits to be fetched.'
    : 'This picture could not be kept.';
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
  const place = `Open picture ${formatNumber(picture.ordinal + 1)} of ${formatNumber(article.pictureList.length)}`;
  const name = pictureName(picture);
  return name === '' ? place : `${place}: ${name}`;
}

function pictureWords(of: number, kept: number): string {
  if (kept === of) return of === 1 ? '1 picture' : `${formatNumber(of)} pictures`;
  return `${formatNumber(kept)} of ${formatNumber(of)} ${of === 1 ? 'picture' : 'pictures'}`;
}
