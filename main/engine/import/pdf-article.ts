import { directionOf } from '../extract/language.ts';
import type { ExtractedArticle } from '../extract/types.ts';
import { escapeHtml } from '../extract/vocabulary.ts';
import { countWords } from '../extract/words.ts';
import { readPdf } from './pdf.ts';

/** A PDF as an article: its text, and what it says of itself. */
export type PdfArticle = ExtractedArticle;

/**
 * Reads a PDF as an article. One whose pages are pictures, as a scanner makes them, has no text.
 * @param name of its file: the title of one that has none
 * @throws CarrelError as `readPdf`
 */
export async function readPdfArticle(input: {
  bytes: Uint8Array;
  name: string;
}): Promise<PdfArticle> {
  const pdf = await readPdf(input.bytes, input.name);
  const title = pdf.title ?? input.name.replace(/\.pdf$/i, '');
  const text = pdf.paragraphs.join('\n');
  return {
    title,
    html: pdf.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join(''),
    text,
    wordCount: countWords(text),
    pictures: [],
    language: pdf.language,
    direction: directionOf(null, pdf.language, `${title}\n${text}`),
    subtitle: null,
    section: null,
    authors: pdf.authors,
    siteName: null,
    publishedAt: pdf.publishedAt,
    publishedZone: null,
    modifiedAt: null,
    modifiedZone: null,
    canonicalAddress: null,
    nextAddress: null,
  };
}
