import { comparable, sharedWords } from './comparable.ts';
import type { PageDocument } from './dom.ts';
import { pageHeadings } from './headings.ts';
import { printedDates } from './printed-dates.ts';
import { isSiteName } from './site-names.ts';
import type { SiteNames } from './site-names.ts';
import { partsOf, withoutSite } from './title-parts.ts';

const MAX_TITLE = 300;

/** A longer heading that no stated title knows is a summary; characters. */
const LONGEST_LONE = 160;

/** What libraries of papers print before a title. */
const TITLE_LABEL = /^(?:title|titel|titre|título|titolo)\s*[:：]\s+/iu;

/** Two titles that share fewer of their words are two titles. */
const ALIKE = 0.4;

export interface TitleEvidence {
  /** Titles the metadata state, best first. */
  stated: string[];
  site: SiteNames;
  /** The page's lines of text. */
  lines: string[];
  /** Words of the page's address: a lesser witness to which of two titles is the article's. */
  address: string | null;
}

/**
 * An article's title as the page prints it. In this order, and why: `docs/extraction.md`.
 *
 * 1. A first-rank heading that the page's metadata know too: the same words, or a part of them, or
 *    more of them.
 * 2. A first-rank heading that shares many words with a stated title.
 * 3. A printed line that is a part of a stated title (`The title – The Post`).
 * 4. The only first-rank heading, unless the address speaks for the stated title.
 * 5. A stated title without the site's name.
 * 6. Any first-rank heading.
 */
export function chooseTitle(document: PageDocument, evidence: TitleEvidence): string | null {
  const { site, lines } = evidence;
  const printed = pageHeadings(document, site)
    .map((heading) => withoutSite(heading.replace(TITLE_LABEL, ''), site))
    .filter((heading) => heading.length <= MAX_TITLE);
  const stated = evidence.stated
    .filter((title) => title !== '' && title.length <= 1_000)
    .map((title) => withoutSite(title, site))
    .filter((title) => !isSiteName(title, site));
  return (
    same(printed, stated) ??
    known(printed, stated) ??
    mostAlike(printed, stated) ??
    printedPart(evidence.stated, site, lines) ??
    lone(printed, stated, evidence.address) ??
    stated[0] ??
    printed[0] ??
    (evidence.stated[0] === undefined ? null : withoutSite(evidence.stated[0], site))
  );
}

/** A heading with the words of a stated title. */
function same(printed: string[], stated: string[]): string | undefined {
  return printed.find((heading) => stated.some((title) => isSame(heading, title)));
}

/** A heading that says in part or in more words what a stated title says. */
function known(printed: string[], stated: string[]): string | undefined {
  const parts = printed.filter((heading) => stated.some((title) => isPartOf(heading, title)));
  // Of `The harbour` and `The light in the harbour`, the longer is the article's.
  const longest = parts.toSorted((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return longest;
  const held = stated.flatMap((title) => {
    const heading = printed.find((one) => isPartOf(title, one));
    return heading === undefined ? [] : [{ heading, title }];
  });
  // Of `Lemon cake` and `Juicy lemon cake`, both stated, the heading goes on after one.
  const more = held.find(({ heading, title }) => saysMore(heading, title));
  return more?.heading ?? held[0]?.title;
}

/** What follows a title and is none of it: a date, a count, the source in brackets. */
const NO_TITLE = /^\s*(?:\(?[\w-]+\.\w{2,4}\)?)?\s*\d*\s*$/;

/** Whether a heading that holds the title has more of a title: no label without a sign, no date. */
function saysMore(heading: string, title: string): boolean {
  const at = heading.toLowerCase().indexOf(title.toLowerCase());
  if (at === -1) return false;
  const before = heading.slice(0, at).trim();
  const after = heading.slice(at + title.length);
  if (before !== '') return /[:–—!?»”"-]$|^(?:the|a|an|der|die|das|\d{1,4})$/i.test(before);
  return !NO_TITLE.test(after) && printedDates(after).length === 0;
}

function isSame(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function isPartOf(heading: string, title: string): boolean {
  const part = comparable(heading);
  if (part.length < 10) return false;
  // Templates that put the site's name behind a title forget the sign between: `The keeperThe Post`.
  const isJoined = title.startsWith(heading) && /^\p{Lu}/u.test(title.slice(heading.length));
  return isJoined || ` ${comparable(title)} `.includes(` ${part} `);
}

/** The heading most like a stated title, if they share enough of their words. */
function mostAlike(printed: string[], stated: string[]): string | undefined {
  let best: string | undefined;
  let most = ALIKE;
  for (const heading of printed) {
    for (const title of stated) {
      const share = sharedWords(heading, title);
      if (share <= most) continue;
      most = share;
      best = heading;
    }
  }
  return best;
}

/** The longest part of a stated title that the page prints as a line of its own. */
function printedPart(stated: string[], site: SiteNames, lines: string[]): string | undefined {
  const parts = stated
    .flatMap(partsOf)
    .filter((part) => !isSiteName(part, site) && comparable(part).includes(' '))
    .toSorted((a, b) => b.length - a.length);
  const wanted = new Map(parts.map((part) => [comparable(part), part]));
  const printed = new Map<string, string>();
  for (const line of lines) {
    if (line.length > MAX_TITLE) continue;
    const plain = comparable(line);
    if (wanted.has(plain) && !printed.has(plain)) printed.set(plain, line);
  }
  const part = parts.find((one) => printed.has(comparable(one)));
  const line = part === undefined ? undefined : printed.get(comparable(part));
  return line === undefined ? undefined : withoutSite(line, site);
}

/** The only heading there is, where the address does not know more words of the stated title. */
function lone(printed: string[], stated: string[], address: string | null): string | undefined {
  const heading = printed[0];
  if (heading === undefined || heading.length > LONGEST_LONE) return undefined;
  if (new Set(printed.map(comparable)).size > 1) return undefined;
  const title = stated[0];
  if (title === undefined) return heading;
  const words = wordsOf(slugOf(address));
  // An address of a word or two names the topic.
  if (words.length < 3) return heading;
  return shareKnown(words, title) > shareKnown(words, heading) ? undefined : heading;
}

/** Which share of an address's words a title has. */
function shareKnown(words: string[], title: string): number {
  const own = new Set(wordsOf(title));
  return words.filter((word) => own.has(word)).length / words.length;
}

function wordsOf(text: string): string[] {
  return comparable(text).split(' ');
}

/** The longest part of an address' path, as words. */
function slugOf(address: string | null): string {
  const path = URL.parse(address ?? '')?.pathname ?? '';
  return path.split('/').toSorted((a, b) => b.length - a.length)[0] ?? '';
}
