import { linkAddress } from './addresses.ts';
import type { PageElement } from './dom.ts';
import { languageTag } from './language.ts';
import { NOTE_MARK } from './note-numbers.ts';

/** The vocabulary of the body: `docs/body.md` says what each is for. */

/** Inline elements, by the name they have in a page. */
export const INLINE: ReadonlyMap<string, string> = new Map([
  ...[
    'a',
    'em',
    'strong',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'mark',
    'small',
    'code',
    'q',
    'cite',
  ].map(same),
  ...['abbr', 'time', 'kbd', 'samp', 'var', 'ruby', 'rt', 'rp', 'bdi', 'bdo'].map(same),
  ['b', 'strong'],
  ['i', 'em'],
  ['dfn', 'em'],
  ['strike', 's'],
  ['tt', 'code'],
]);

/** Blocks that hold text themselves. */
export const TEXT_BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'pre',
  'li',
  'td',
  'th',
  'caption',
  'dt',
  'dd',
]);

/** Blocks that hold only other blocks; text right in them gets a paragraph of its own. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  'ul',
  'ol',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'dl',
]);

/** Containers that hold nothing but their own parts: items, rows, cells. */
export const STRUCTURE: ReadonlySet<string> = new Set([
  'ul',
  'ol',
  'table',
  'thead',
  'tbody',
  'tr',
  'dl',
]);

/** Text blocks in which no other block may stand: one that does ends them. */
export const PHRASING_ONLY: ReadonlySet<string> = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'pre',
  'dt',
  'caption',
]);

/** What may stand only inside certain others. Elsewhere such an element counts as a plain block. */
export const PARENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['ul', 'ol'])],
  ['thead', new Set(['table'])],
  ['tbody', new Set(['table'])],
  ['caption', new Set(['table'])],
  ['tr', new Set(['table', 'thead', 'tbody'])],
  ['td', new Set(['tr'])],
  ['th', new Set(['tr'])],
  ['dt', new Set(['dl'])],
  ['dd', new Set(['dl'])],
]);

/** Elements that are left out with all that is in them. */
export const DROPPED: ReadonlySet<string> = new Set(
  (
    'script style template noscript head title meta link base svg math object embed applet iframe frame ' +
    'frameset noembed noframes canvas audio video map area input button select option textarea ' +
    'datalist progress meter dialog portal xml plaintext xmp listing'
  ).split(' '),
);

/** The attributes an element of the body keeps, written out and escaped, with a space before each. */
export function attributesOf(element: PageElement, name: string, base: string | null): string {
  const kept: [string, string][] = [];
  const keep = (attribute: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') kept.push([attribute, value]);
  };
  keep('lang', languageTag(element.getAttribute('lang') ?? element.getAttribute('xml:lang')));
  keep(
    'dir',
    /^(?:ltr|rtl|auto)$/i.exec(element.getAttribute('dir')?.trim() ?? '')?.[0].toLowerCase(),
  );
  const note = name === 'a' ? element.getAttribute(NOTE_MARK) : null;
  if (note !== null) keep('data-note', note);
  else if (name === 'a') keep('href', linkAddress(element.getAttribute('href'), base));
  if (name === 'abbr') keep('title', element.getAttribute('title')?.slice(0, 300));
  if (name === 'ol') keep('start', wholeNumber(element.getAttribute('start'), -99_999, 99_999));
  if (name === 'td' || name === 'th') {
    keep('colspan', wholeNumber(element.getAttribute('colspan'), 2, 100));
    keep('rowspan', wholeNumber(element.getAttribute('rowspan'), 2, 1_000));
  }
  return kept.map(([attribute, value]) => ` ${attribute}="${escapeHtml(value)}"`).join('');
}

/** Text as HTML that means that text and nothing else, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function wholeNumber(written: string | null, min: number, max: number): string | null {
  const number = /^\s*[+-]?\d{1,6}\s*$/.test(written ?? '') ? Number(written) : Number.NaN;
  return number >= min && number <= max ? String(number) : null;
}

function same(name: string): [string, string] {
  return [name, name];
}
