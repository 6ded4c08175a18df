import { stat } from 'node:fs/promises';
import type { PageWords } from '../../../contract/export.ts';
import type { MediaHash, Picture } from '../../../contract/types.ts';
import { escapeHtml } from '../extract/vocabulary.ts';
import { bytesOf } from '../hash-file.ts';
import type { MediaFile } from '../protocol.ts';
import { base64Of } from './base64.ts';

/** A kept file of the library; `undefined` where it is not known. */
export type FindFile = (hash: MediaHash) => MediaFile | undefined;

/**
 * A picture with its caption and credit, its bytes written into it as a `data:` address (RFC 2397),
 * piece by piece; in the place of one that is not there, why.
 */
export async function* pictureHtml(
  picture: Picture,
  words: PageWords,
  find: FindFile,
): AsyncGenerator<string | Buffer, void, void> {
  const file = picture.hash === null ? undefined : await presentFile(picture.hash, find);
  yield '<figure>';
  if (file === undefined) {
    yield missing(picture, words);
  } else {
    yield `<img src="data:${file.type};base64,`;
    yield* base64Of(bytesOf(file.path));
    yield `" alt="${escapeHtml(picture.alt || picture.caption)}"${sizeOf(picture)}>`;
  }
  yield `${captionOf(picture)}</figure>\n`;
}

/** A kept file that is where it has to be, as large as it was kept, and a picture. */
async function presentFile(hash: MediaHash, find: FindFile): Promise<MediaFile | undefined> {
  const file = find(hash);
  const [type = ''] = file?.type.toLowerCase().split(';') ?? [];
  if (file === undefined || !/^image\/[\w.+-]+$/.test(type)) return undefined;
  const found = await stat(file.path).catch(() => undefined);
  return found?.size === file.sizeBytes ? { ...file, type } : undefined;
}

function sizeOf({ width, height }: Picture): string {
  return width === null || height === null ? '' : ` width="${width}" height="${height}"`;
}

function captionOf({ caption, credit }: Picture): string {
  if (caption === '' && credit === '') return '';
  const by = credit === '' ? '' : ` <span class="credit">${escapeHtml(credit)}</span>`;
  return `<figcaption dir="auto">${escapeHtml(caption)}${by}</figcaption>`;
}

function missing(picture: Picture, words: PageWords): string {
  const { alt, caption, address } = picture;
  const why = `<p lang="${words.locale}" dir="${words.direction}">${whyMissing(picture, words)}</p>`;
  const shows = alt === '' || alt === caption ? '' : `<p dir="auto">${escapeHtml(alt)}</p>`;
  return `<div class="missing">${why}${shows}<p>${linkTo(address)}</p></div>`;
}

/** As the window says it: what is known of the cause, and the engine's own sentence, in English. */
function whyMissing({ hash, failure }: Picture, words: PageWords): string {
  if (hash !== null) return escapeHtml(words.pictureLost);
  if (failure === null) return escapeHtml(words.pictureWaits);
  if (failure.kind === 'skipped') return escapeHtml(words.pictureSkipped);
  const kind = escapeHtml(`${words.pictureFailed} ${words.failures[failure.kind]}`);
  return `${kind} <span lang="en" dir="ltr">(${escapeHtml(failure.message)})</span>`;
}

/** An address as a link, where a browser opens it as a page; else as text. */
export function linkTo(address: string, text = address): string {
  const isPage = ['http:', 'https:'].includes(URL.parse(address)?.protocol ?? '');
  const shown = `<bdi>${escapeHtml(text)}</bdi>`;
  return isPage ? `<a href="${escapeHtml(address)}" rel="noreferrer">${shown}</a>` : shown;
}
