import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';
import { CarrelError } from '../../../contract/errors.ts';
import { languageTag } from '../extract/language.ts';
import { linesOf, type PdfLine } from './pdf-lines.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { saidOfPdf } from './pdf-said.ts';

/** A book of 5,000 pages is longer than any that is read; what is behind stays in the file. */
const MAX_PAGES = 5000;

/** Ten long novels; what is behind stays in the file, and is not found by a search. */
const MAX_CHARACTERS = 10_000_000;

/** What a PDF says, and says of itself. */
export interface PdfText {
  /** As its author gave it; `null` where the metadata have none, or a program's name for a file. */
  title: string | null;
  authors: string[];
  /** When it was made, in ms since 1970. */
  publishedAt: number | null;
  /** A language tag (RFC 5646). */
  language: string | null;
  /** How many it has, those behind the limit included. */
  pages: number;
  /** Plain text, in the order of the file; none where the pages are pictures. */
  paragraphs: string[];
}

/**
 * Reads the text of a PDF (ISO 32000) with Mozilla's pdf.js. A page that is damaged is left out.
 *
 * Nothing of what is read is run: pdf.js compiles no code (6.1 has no `eval` and no
 * `isEvalSupported`), and scripts in a PDF run only in a sandbox that the caller brings. Nothing is fetched,
 * from a network or a disk: there are no addresses for what pdf.js does not hold itself. Of fonts it
 * needs none for text. Of Adobe's predefined CMaps it would need some: a Chinese, Japanese or Korean
 * PDF which names one, and says nowhere which letters it means (`ToUnicode`), has no text here.
 * The file itself is kept, and opens elsewhere.
 * @param bytes are copied, as pdf.js takes away what it is given
 * @throws CarrelError 'invalid' where it is damaged or asks for a password
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<PdfText> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const pdf = await loading.promise;
    const said = saidOfPdf(await pdf.getMetadata().catch(() => ({})));
    const pages: PdfLine[][] = [];
    let language: string | null = null;
    let characters = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number += 1) {
      const page = await textOf(pdf, number);
      language ??= languageTag(page.lang);
      pages.push(page.lines);
      characters += page.lines.reduce((sum, line) => sum + line.text.length, 0);
      if (characters >= MAX_CHARACTERS) break;
    }
    return { ...said, language, pages: pdf.numPages, paragraphs: paragraphsOf(pages) };
  } catch (error) {
    throw new CarrelError('invalid', `import: cannot read ${name}: ${causeOf(error)}`, {
      cause: error,
    });
  } finally {
    await loading.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

/** The lines of a page; of one that is damaged, none. */
async function textOf(
  pdf: Pdf,
  number: number,
): Promise<{ lines: PdfLine[]; lang: string | null }> {
  try {
    const page = await pdf.getPage(number);
    const { items, lang } = await page.getTextContent();
    page.cleanup();
    return { lines: linesOf(items), lang };
  } catch {
    return { lines: [], lang: null };
  }
}

/** pdf.js's errors are known by their names. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it is damaged';
  if (error.name === 'PasswordException') return 'it asks for a password';
  return `it is damaged (${error.message.replace(/\.$/, '')})`;
}
