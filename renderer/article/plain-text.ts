import type { Article } from '../../contract/types.ts';
import { setBody } from '../body.ts';
import { formatLong, formatNames } from '../format.ts';
import { writeLabels } from './notes.ts';
import { pictureName } from './state.ts';
import { words } from '../words/language.ts';

/**
 * An article as plain text, to be sent on: title, subtitle, byline, source and date, address; then
 * the body, one block a paragraph, items with a dash, quotations with `>`, pictures by their caption,
 * references to notes in brackets.
 */
export function plainText(article: Article): string {
  const { title, subtitle, authors, language, address } = article;
  const head = [
    title,
    subtitle ?? '',
    authors.length === 0 ? '' : formatNames(authors, language),
    sourceLine(article),
    address ?? '',
  ];
  const body = document.createElement('div');
  setBody(body, article.html);
  writeLabels(body);
  const blocks = [...body.children].flatMap((block) => blockText(block, article));
  return [head.filter(Boolean).join('\n'), ...blocks].filter(Boolean).join('\n\n') + '\n';
}

/** Where and when an article came out, in a line: `The Harbour Courier, 9 March 2026 at 14:05`. */
export function sourceLine({ source, publishedAt }: Article): string {
  return publishedAt === null ? source : `${source}, ${formatLong(publishedAt)}`;
}

function blockText(block: Element, article: Article): string {
  switch (block.localName) {
    case 'figure':
      return figureText(block, article);
    case 'ul':
    case 'ol':
      return itemsText(block, article);
    case 'blockquote':
      return withBlocks(block, article).replaceAll(/^/gmu, '> ');
    case 'pre':
      return block.textContent ?? '';
    case 'table':
      return [...block.querySelectorAll('caption, tr')].map(rowText).join('\n');
    default:
      return withBlocks(block, article);
  }
}

/** The text of an element that may hold blocks, such as a quotation of two paragraphs. */
function withBlocks(element: Element, article: Article): string {
  const hasBlocks = element.querySelector(':scope > :is(p, ul, ol, blockquote, pre, table)');
  if (hasBlocks === null) return lineText(element);
  return [...element.childNodes]
    .map((node) => (node instanceof Element ? blockText(node, article) : node.textContent?.trim()))
    .filter(Boolean)
    .join('\n\n');
}

function itemsText(list: Element, article: Article): string {
  let next = Number(list.getAttribute('start') ?? 1);
  return [...list.children]
    .map((item) => {
      // Items that are notes may have numbers of their own.
      if (item instanceof HTMLLIElement && item.hasAttribute('value')) next = item.value;
      const mark = list.localName === 'ol' ? `${next++}.` : '-';
      const indent = ' '.repeat(mark.length + 1);
      return `${mark} ${withBlocks(item, article).replaceAll(/\n(?!\n)/gu, `\n${indent}`)}`;
    })
    .join('\n');
}

function rowText(row: Element): string {
  const cells = row.localName === 'caption' ? [row] : [...row.children];
  return cells.map(lineText).join('\t');
}

function figureText(figure: Element, { pictureList }: Article): string {
  const picture = pictureList[Number(figure.getAttribute('data-picture'))];
  if (picture === undefined) return '';
  const name = [pictureName(picture), picture.credit].filter(Boolean).join(' · ');
  return name === '' ? '' : words().article.picture(name);
}

/** Text in a line, but for the breaks that are meant. */
function lineText(element: Element): string {
  const copy = document.createElement('div');
  for (const child of element.childNodes) copy.append(child.cloneNode(true));
  for (const lineBreak of copy.querySelectorAll('br')) lineBreak.replaceWith('\u2028');
  return (copy.textContent ?? '')
    .replaceAll(/[^\S\u2028]+/gu, ' ')
    .replaceAll(/ ?\u2028 ?/gu, '\n')
    .trim();
}
