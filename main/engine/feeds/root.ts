import { withDeclaredEntities } from './declared-entities.ts';
import { withoutControls } from './controls.ts';

/** How far a feed's beginning is looked for behind what does not belong there. */
const JUNK_CHARACTERS = 16_384;

/** A text that may be a feed: its format, and the part of it that is. */
export type FeedDocument =
  | { format: 'rss' | 'atom' | 'rdf' | 'cdf' | 'json'; text: string }
  /** What it is instead, to follow "it is": `an HTML page`. */
  | { format: null; instead: string };

const FORMATS: Record<string, 'rss' | 'atom' | 'rdf' | 'cdf'> = {
  rss: 'rss',
  feed: 'atom',
  rdf: 'rdf',
  channel: 'cdf',
};

/**
 * Tells what a text is by its first element, as feeds' media types are wrong too often. What
 * stands around the feed (blank lines, a server's warnings, statistics after the end) is cut
 * off, and so is its DOCTYPE: the parser knows the entities of HTML, and those that are declared
 * and do no harm are put in.
 */
export function feedDocument(decoded: string): FeedDocument {
  const text = withoutControls(decoded).trim();
  if (text === '') return { format: null, instead: 'empty' };
  if (text.startsWith('{')) return { format: 'json', text };
  const root = rootOf(text);
  const format = FORMATS[root?.name ?? ''];
  if (root !== null && format !== undefined) {
    return { format, text: withDeclaredEntities(cutAt(text, root.at), text.slice(0, root.at)) };
  }
  if (root?.name === 'html' || /^\s*<!doctype html/i.test(text)) {
    return { format: null, instead: 'an HTML page' };
  }
  const late = /<(?:[\w.-]+:)?(rss|feed|rdf)[\s>]/i.exec(text.slice(0, JUNK_CHARACTERS));
  const lateFormat = FORMATS[late?.[1]?.toLowerCase() ?? ''];
  if (late !== null && lateFormat !== undefined) {
    return { format: lateFormat, text: cutAt(text, late.index) };
  }
  return { format: null, instead: insteadOf(text, root?.name) };
}

/** The first element and where it stands; comments, declarations and the DOCTYPE come before. */
function rootOf(text: string): { name: string; at: number } | null {
  let at = text.indexOf('<');
  while (at !== -1) {
    const rest = text.slice(at, at + 9);
    if (!/^<[?!]/.test(rest)) break;
    at = text.indexOf('<', endOfDeclaration(text, at, rest));
  }
  if (at === -1) return null;
  const name = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 200))?.[1];
  return name === undefined ? null : { name: name.toLowerCase(), at };
}

function endOfDeclaration(text: string, at: number, rest: string): number {
  if (rest.startsWith('<!--')) return endOf(text, '-->', at);
  if (rest.startsWith('<?')) return endOf(text, '?>', at);
  // A DOCTYPE with declarations of its own inside brackets.
  const end = endOf(text, '>', at);
  const bracket = text.slice(at, end).indexOf('[');
  return bracket === -1 ? end : endOf(text, ']', at + bracket);
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** From the root's start tag to its end tag, where there is one. */
function cutAt(text: string, start: number): string {
  const tag = /^<([\w.:-]+)/.exec(text.slice(start, start + 100))?.[1] ?? '';
  const end = text.lastIndexOf(`</${tag}`);
  if (end < start) return text.slice(start);
  const close = text.indexOf('>', end);
  return close === -1 ? `${text.slice(start).trimEnd()}>` : text.slice(start, close + 1);
}

function insteadOf(text: string, root: string | undefined): string {
  if (/<(?:head|body|div|p|a|script|table|h1)[\s>]/i.test(text)) return 'an HTML page';
  if (root === 'opml') return 'an OPML list of feeds';
  if (root !== undefined) return `XML of another kind (<${root}>)`;
  if (text.startsWith('[')) return 'JSON of another kind';
  return 'text of another kind';
}
