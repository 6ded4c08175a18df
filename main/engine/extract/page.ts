import { CarrelError } from '../../../contract/errors.ts';
import { baseOf } from './addresses.ts';
import { removeAnnouncedParts } from './announced-parts.ts';
import { makeBody } from './body.ts';
import { takeCaptions } from './captions.ts';
import { decodePage } from './decode.ts';
import { all, collapsed } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { linkEmbeds } from './embeds.ts';
import { removeKnownLines, trimEnd } from './furniture.ts';
import { gatherGalleries } from './galleries.ts';
import { findLead, putLead } from './lead-picture.ts';
import { entitiesIn, structuredDataOf } from './json-ld.ts';
import { leftoverKinds } from './leftovers.ts';
import { linesOf } from './lines.ts';
import { findMainText } from './main-text.ts';
import { readMetadata } from './metadata.ts';
import { removeNamedParts } from './named-parts.ts';
import { nextPart } from './next-part.ts';
import { whyNoArticle } from './no-article.ts';
import { markNotes, restoreNotes } from './notes.ts';
import { removeLeftovers } from './page-leftovers.ts';
import { parseDocument } from './parse.ts';
import { shareCaptions } from './picture-sizes.ts';
import { widestWanted } from './picture-sources.ts';
import { markPictures } from './pictures.ts';
import { readScriptJson } from './script-json.ts';
import { scriptedText } from './scripted-text.ts';
import { writeScriptedSlides } from './slideshow-scripts.ts';
import { placeStreamedParts } from './streamed-parts.ts';
import { readToldPictures } from './told-pictures.ts';
import type { ExtractedArticle, PageInput } from './types.ts';

/** A page with fewer words may hold its text in a script. */
const STUB_WORDS = 300;

/**
 * Reads the article of a page.
 *
 *  1. Decode the bytes.                         `decode.ts`
 *  2. Parse, and put streamed parts in place.   `parse.ts`, `streamed-parts.ts`
 *  3. Read what the page says of itself.        `json-ld.ts`, `metadata.ts`, `next-part.ts`
 *  4. Put links in the place of embeds.         `embeds.ts`
 *  5. Find all pictures and mark them.          `told-pictures.ts`, `slideshow-scripts.ts`, `pictures.ts`
 *  6. Remove a lightbox's leftovers.            `page-leftovers.ts`
 *  7. Take captions and credits.                `captions.ts`
 *  8. Gather galleries, find the lead picture.  `galleries.ts`, `lead-picture.ts`
 *  9. Mark notes and what refers to them.       `notes.ts`
 * 10. Remove what stands around it.             `named-parts.ts`, `furniture.ts`, `announced-parts.ts`
 * 11. Find the article's text.                  `main-text.ts`
 * 12. Put back notes that were removed.         `notes.ts`
 * 13. Write the body.                           `body.ts`
 * 14. Refuse what is no article.                `no-article.ts`
 *
 * What is refused is tried once more without trusting the names of the page's parts in step 10. What
 * is still refused or short may be written by a script: `scripted-text.ts`.
 *
 * @throws CarrelError `no-article` when the page holds none, `too-large` when it is too long,
 *   has too many elements or nests too deep.
 */
export function extractPage(input: PageInput): ExtractedArticle {
  const source = decodePage(input.bytes, input.contentType);
  if (source.trim() === '') throw noArticle(input, 'it is empty');
  let found = attempt(source, input, true);
  if (found.refusal !== null) {
    const second = attempt(source, input, false);
    if (second.refusal === null) found = second;
  }
  if (found.refusal !== null || found.article.wordCount < STUB_WORDS) {
    const text = scriptedText(source);
    const third = text === null ? null : attempt(source, input, true, text);
    const least = found.refusal === null ? found.article.wordCount * 2 : 0;
    if (third?.refusal === null && third.article.wordCount > least) found = third;
  }
  if (found.refusal !== null) throw noArticle(input, found.refusal);
  return found.article;
}

function noArticle(input: PageInput, cause: string): CarrelError {
  return new CarrelError('no-article', `extract: no article found on ${nameOf(input)}: ${cause}`);
}

function nameOf(input: PageInput): string {
  return input.address ?? 'the file';
}

interface Attempt {
  article: ExtractedArticle;
  /** Why it is no article; `null` when it is one. */
  refusal: string | null;
}

/** @param text The article's text as HTML, where it is known to be in none of the page's parts. */
function attempt(
  source: string,
  input: PageInput,
  trustNames: boolean,
  text: string | null = null,
): Attempt {
  const document = parseDocument(source, nameOf(input));
  placeStreamedParts(document);
  const base = input.base ?? baseOf(document, input.address);
  // Its metadata are about where it is on the web, wherever its files are.
  const home = (input.base ?? null) === null ? base : input.address;
  const widest = widestWanted(input.originals);
  const printed = linesOf(document.body);
  const lines = printed.map((line) => line.text);
  const structured = structuredDataOf(document);
  const entities = entitiesIn(structured);
  const metadata = readMetadata(document, home, printed, entities);
  const nextAddress = nextPart(document, base, input.address);
  const hasPassword = document.querySelector('input[type="password" i]') !== null;

  const unscripted = all(document, 'noscript').flatMap((one) => linesIn(one));

  const json = readScriptJson(document.documentElement, structured);
  const { described, leads } = readToldPictures(document, base, entities);
  if (text !== null) {
    const article = document.createElement('article');
    for (const node of parseDocument(text, nameOf(input)).body.childNodes) article.append(node);
    document.body.textContent = '';
    document.body.append(article);
  }
  linkEmbeds(document, document.body, base);
  described.unshift(...writeScriptedSlides(document, document.body, json, base));
  for (const unseen of all(document, UNSEEN)) unseen.remove();
  const pictures = markPictures(document, document.body, base, widest);
  const title = metadata.title ?? firstHeading(document) ?? firstRealLine(lines) ?? '';
  removeLeftovers(document.body, title, pictures);
  takeCaptions(document.body, pictures);
  gatherGalleries(document, document.body, pictures, described);
  shareCaptions(pictures, widest, described);
  const lead = findLead(document.body, pictures, leads);
  const notes = markNotes(document, document.body, [base, home, metadata.canonicalAddress]);
  if (trustNames) removeNamedParts(document.body);
  removeKnownLines(document.body, { ...metadata, title });
  if (trustNames) removeAnnouncedParts(document.body);
  const declaredDirection = directionDeclared(document);
  const root = findMainText(document, pictures);
  trimEnd(root);
  putLead(document, root, pictures, lead, leads);
  restoreNotes(document, root, notes);

  const { language } = metadata;
  const body = makeBody({ root, pictures, base, title, language, declaredDirection });
  const shownTitle = title === '' ? (body.text.split('\n')[0] ?? '').slice(0, 120) : title;
  return {
    article: { ...metadata, ...body, title: shownTitle, nextAddress },
    refusal: whyNoArticle(body, { title, hasPassword, printed: lines, unscripted }),
  };
}

/** What nobody sees, and what only the metadata are read from. */
const UNSEEN = 'script, style, link, meta, title, template';

function linesIn(element: PageElement): string[] {
  return linesOf(element).map((line) => line.text);
}

function firstHeading(document: PageDocument): string | null {
  const headings = all(document, 'h1, h2, h3').map((heading) => collapsed(heading.textContent));
  return headings.find((text) => text !== '' && text.length <= 300) ?? null;
}

/** The first line that a title can be: not a leftover, not a paragraph. */
function firstRealLine(lines: string[]): string | null {
  return (
    lines.find((line) => line.length >= 3 && line.length <= 200 && leftoverKinds(line) === null) ??
    null
  );
}

function directionDeclared(document: PageDocument): string | null {
  const declared = [
    document.querySelector('article[dir], main[dir], [itemprop~="articleBody"][dir]'),
    document.body,
    document.documentElement,
  ].map((element) => element?.getAttribute('dir') ?? null);
  return declared.find((one) => one !== null) ?? null;
}
