import { parsedJson } from './parsed-json.ts';
import { countWords } from './words.ts';
import { escapeHtml } from './vocabulary.ts';

/** Shorter texts in scripts are labels, teasers, messages; characters. */
const SHORTEST_TEXT = 800;

/** A paragraph of a list of blocks has at least so many characters. */
const SHORTEST_BLOCK = 20;

/** More values than any page holds: what has more is an attack. */
const MOST_VALUES = 200_000;

/** State within a string within a string has been seen; deeper has not. */
const MOST_LEVELS = 2;

/**
 * The longest text that a page holds in its scripts, as HTML: the `articleBody` of its structured
 * data, or what a script would write into the page (a state object with HTML in it, or with a
 * list of blocks). `null` where there is none. Found by its length and not by the site.
 *
 * @param source The page as it was decoded.
 * @see https://schema.org/articleBody
 */
export function scriptedText(source: string): string | null {
  let longest: string | null = null;
  let most = 0;
  for (const { attributes, script } of scriptsOf(source)) {
    if (script.length < SHORTEST_TEXT) continue;
    const isJson = /\bjson\b/i.test(attributes);
    for (const html of isJson ? textsOfJson(script) : textsOfLiterals(script, 0)) {
      const length = lengthOfText(html);
      if (length < SHORTEST_TEXT || length <= most) continue;
      most = length;
      longest = html;
    }
  }
  return longest;
}

/** The scripts of a page, in one pass: a pattern takes time in the square of unclosed ones. */
function* scriptsOf(source: string): Generator<{ attributes: string; script: string }> {
  const lower = source.toLowerCase();
  for (let at = lower.indexOf('<script'); at !== -1; at = lower.indexOf('<script', at)) {
    const start = lower.indexOf('>', at);
    const end = start === -1 ? -1 : lower.indexOf('</script', start);
    if (end === -1) return;
    yield { attributes: source.slice(at, start), script: source.slice(start + 1, end) };
    at = end;
  }
}

function lengthOfText(html: string): number {
  return html.replace(/<[^>]*>/g, '').length;
}

function textsOfJson(script: string): string[] {
  const texts: string[] = [];
  const waiting: { key: string; value: unknown }[] = [{ key: '', value: parsedJson(script) }];
  for (let at = 0; at < waiting.length && at < MOST_VALUES; at++) {
    const { key = '', value } = waiting[at] ?? {};
    if (typeof value === 'string') {
      if (key === 'articleBody' || isHtml(value)) texts.push(toHtml(value));
    } else if (Array.isArray(value)) {
      const blocks: string[] = value.slice(0, 5_000).flatMap((block) => blockText(block, 0) ?? []);
      if (blocks.length >= 3) texts.push(blocks.map((block) => paragraph(block)).join(''));
      for (const one of value) waiting.push({ key, value: one });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) waiting.push({ key: name, value: one });
    }
  }
  return texts;
}

/** The longest string of a block: its paragraph, with whatever else it says of itself. */
function blockText(block: unknown, depth: number): string | null {
  if (typeof block === 'string')
    return block.length >= SHORTEST_BLOCK && block.includes(' ') ? block : null;
  if (typeof block !== 'object' || block === null || depth === 4) return null;
  let longest: string | null = null;
  for (const value of Object.values(block).slice(0, 50)) {
    const text = blockText(value, depth + 1);
    if (text !== null && text.length > (longest?.length ?? 0)) longest = text;
  }
  return longest;
}

/** HTML in the string literals of a script, and in those of a script in one of them. */
function textsOfLiterals(script: string, level: number): string[] {
  const texts: string[] = [];
  for (const literal of literalsOf(script)) {
    const value = parsedJson(literal);
    if (typeof value !== 'string') continue;
    const inner = level < MOST_LEVELS ? textsOfLiterals(value, level + 1) : [];
    if (inner.length > 0) texts.push(...inner);
    else if (isHtml(value)) texts.push(toHtml(value));
  }
  return texts;
}

/**
 * The strings between double quotes that may hold an article, in one pass. Where a short one ends,
 * the next may begin: in scripts a lone quote stands between others.
 */
function* literalsOf(script: string): Generator<string> {
  let start = script.indexOf('"');
  for (let at = script.indexOf('"', start + 1); at !== -1; at = script.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - slashes - 1 > start && script[at - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 1) continue;
    if (at - start > SHORTEST_TEXT) yield script.slice(start, at + 1);
    start = at;
  }
}

function isHtml(text: string): boolean {
  return (
    text.length >= SHORTEST_TEXT &&
    (text.match(/<p[\s>]/gi)?.length ?? 0) >= 3 &&
    countWords(text.slice(0, 20_000)) >= 100
  );
}

/** HTML without what surrounds it; plain text as paragraphs, one a line. */
function toHtml(text: string): string {
  const start = text.search(/<(?:p|h[1-6]|div|section|article|ul|ol|figure|blockquote)[\s>]/i);
  if (start !== -1) return text.slice(start, text.lastIndexOf('>') + 1);
  return text.split(/\n+/).map(paragraph).join('');
}

function paragraph(text: string): string {
  if (/^\s*<(?:p|h[1-6]|div|ul|ol|blockquote|figure)[\s>]/i.test(text)) return text;
  return `<p>${/<\/?[a-z]|&[a-z]+;|&#/i.test(text) ? text : escapeHtml(text)}</p>`;
}
