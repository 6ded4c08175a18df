import { CarrelError } from '../../../contract/errors.ts';
import { extractPage } from '../extract/page.ts';
import { extractTextFile } from '../extract/text.ts';
import type { ExtractedArticle, Originals } from '../extract/types.ts';
import { markdownToHtml } from './markdown.ts';
import { readMhtml } from './mhtml.ts';
import { takeWrittenPictures, type WrittenPicture } from './saved-page.ts';
import { kindOf } from './sniff.ts';
import type { Said } from './types.ts';

/** A page as it was brought, in whatever form it was saved. */
export interface SavedInput {
  bytes: Uint8Array;
  /** As its reader's system had it, or the archive that it was in. */
  name: string;
  address: string | null;
  /** What relative addresses are relative to, where that is not the address. */
  base: string | null;
  contentType: string | null;
  originals?: Originals;
}

export interface SavedArticle {
  article: ExtractedArticle;
  /** The pictures of the article that stood in the page's own file. */
  pictures: WrittenPicture[];
  /** What the form that it was saved in says besides. */
  said: Partial<Said>;
  /** Whether the end of its file is missing. */
  isCutOff: boolean;
}

/** What most forms of a page have and say besides the article. */
const WHOLE: Omit<SavedArticle, 'article'> = { pictures: [], said: {}, isCutOff: false };

const UTF8 = 'text/html; charset=utf-8';

/**
 * Reads the article of a saved page: HTML, with its pictures beside it or in it, MHTML, Markdown or
 * plain text. Whatever it is, it is read as a fetched page is.
 * @throws CarrelError as `extractPage` and `extractTextFile`
 */
export function readSaved(input: SavedInput): SavedArticle {
  const { bytes, name, contentType } = input;
  switch (formOf(input)) {
    case 'mhtml':
      return readMhtmlPage(input);
    case 'markdown': {
      const { html, said } = markdownToHtml(bytes);
      const page = { ...input, bytes: Buffer.from(html, 'utf8'), contentType: UTF8 };
      return { ...readHtml(page), said };
    }
    case 'text':
      return { ...WHOLE, article: extractTextFile({ bytes, name }) };
    default:
      return readHtml({ ...input, contentType });
  }
}

function readMhtmlPage(input: SavedInput): SavedArticle {
  const page = readMhtml(input.bytes);
  if (page === undefined) {
    throw new CarrelError('no-article', `extract: no page found in ${input.name}`);
  }
  const { bytes, contentType, base, title, savedAt, isCutOff } = page;
  const address = input.address ?? page.address;
  const read = readHtml({ ...input, bytes, contentType, address, base });
  const shows = shownBy(read.article);
  const shown = page.resources.filter((resource) => shows(resource.address));
  const said = { address, title, savedAt };
  return { ...read, pictures: [...read.pictures, ...shown], said, isCutOff };
}

/** Whether an address is that of a picture of an article, in whatever size. */
function shownBy({ pictures }: ExtractedArticle): (address: string) => boolean {
  const addresses = new Set(pictures.flatMap((picture) => [picture.address, ...picture.others]));
  return (address) => addresses.has(address);
}

function formOf({ bytes, name, contentType }: SavedInput): 'html' | 'mhtml' | 'markdown' | 'text' {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/related') return 'mhtml';
  if (type === 'text/markdown') return 'markdown';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  const kind = kindOf(bytes, name);
  if (kind === 'mhtml' || kind === 'markdown' || kind === 'html') return kind;
  return 'text';
}

function readHtml(input: SavedInput): SavedArticle {
  const { address, base, originals } = input;
  const taken = takeWrittenPictures(input.bytes, input.contentType);
  const article = extractPage({
    bytes: taken?.bytes ?? input.bytes,
    contentType: taken === null ? input.contentType : UTF8,
    address,
    base,
    ...(originals === undefined ? {} : { originals }),
  });
  if (taken === null) return { ...WHOLE, article };
  const shows = shownBy(article);
  const pictures = [...taken.pictures]
    .filter(([at]) => shows(at))
    .map(([at, written]) => ({ address: at, bytes: bytesOf(written) }));
  return { ...WHOLE, article, pictures };
}

function bytesOf(written: string): Uint8Array {
  return Buffer.from(written.slice(written.indexOf(',') + 1), 'base64');
}
