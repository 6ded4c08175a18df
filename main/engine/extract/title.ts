import { all, collapsed } from './dom.ts';
import type { PageDocument } from './dom.ts';

/** What stands between an article's title and the site's name. */
const SEPARATOR = /\s+(?:[|·•»«›‹/\\~]|[-–—―]{1,2}|::?)\s+|\s*[|｜_]\s*|:\s+/gu;

const MAX_TITLE = 300;

/**
 * An article's title as the page prints it.
 *
 * 1. A first-rank heading that the page's metadata know too: what a reader saw.
 * 2. A printed line that is a part of the metadata's title (`The title – The Post`).
 * 3. The metadata's title without the site's name.
 * 4. A heading that stands alone.
 *
 * @param stated Titles the metadata state, best first.
 * @param siteNames The site's names as far as they are known.
 * @param lines The page's first lines of text.
 */
export function chooseTitle(
  document: PageDocument,
  stated: string[],
  siteNames: string[],
  lines: string[],
): string | null {
  const sites = new Set(siteNames.map(comparable));
  const headings = all(document, 'h1')
    .map((heading) => collapsed(heading.textContent))
    .filter((text) => text !== '' && text.length <= MAX_TITLE && !sites.has(comparable(text)));
  const candidates = stated
    .map(collapsed)
    .filter((text) => text !== '' && text.length <= 1_000 && !sites.has(comparable(text)));
  return (
    headings.find((heading) =>
      candidates.some((title) => comparable(title) === comparable(heading)),
    ) ??
    headings.find((heading) => candidates.some((title) => isPartOf(heading, title))) ??
    // A heading with more in it than the title: a date, a label.
    candidates.find((title) => headings.some((heading) => isPartOf(title, heading))) ??
    mostAlike(headings, candidates) ??
    printedPart(candidates, sites, lines) ??
    candidates.map((title) => withoutSite(title, sites))[0] ??
    headings[0] ??
    null
  );
}

/** Letters and digits only, small: what two writings of one title have in common. */
export function comparable(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isPartOf(heading: string, title: string): boolean {
  const part = comparable(heading);
  return part.length >= 10 && ` ${comparable(title)} `.includes(` ${part} `);
}

/** The heading most like a stated title, if they share about half of their words. */
function mostAlike(headings: string[], candidates: string[]): string | null {
  let best: string | null = null;
  let most = 0.4;
  for (const heading of headings.slice(0, 20)) {
    for (const title of candidates) {
      const share = sharedWords(heading, title);
      if (share <= most) continue;
      most = share;
      best = heading;
    }
  }
  return best;
}

/** Dice's coefficient of the two sets of words: 0 for nothing shared, 1 for the same. */
function sharedWords(a: string, b: string): number {
  const inA = new Set(comparable(a).split(' '));
  const inB = new Set(comparable(b).split(' '));
  return (2 * [...inA].filter((word) => inB.has(word)).length) / (inA.size + inB.size);
}

/** The longest part of a stated title that the page prints as a line of its own. */
function printedPart(candidates: string[], sites: Set<string>, lines: string[]): string | null {
  const printed = new Map(lines.map((line) => [comparable(line), line]));
  const parts = candidates
    .flatMap((title) => partsOf(title))
    .filter((part) => !sites.has(comparable(part)) && comparable(part).includes(' '))
    .toSorted((a, b) => b.length - a.length);
  const part = parts.find((one) => printed.has(comparable(one)));
  return part === undefined ? null : (printed.get(comparable(part)) ?? null);
}

/** A title whole and cut at every separator, from either side. */
function partsOf(title: string): string[] {
  const cuts = [...title.slice(0, MAX_TITLE).matchAll(SEPARATOR)];
  return [
    title,
    ...cuts.map((cut) => title.slice(0, cut.index)),
    ...cuts.map((cut) => title.slice(cut.index + cut[0].length)),
  ];
}

/** The title without a site's name before or after it; as it is where that leaves nothing. */
export function withoutSite(title: string, sites: Set<string>): string {
  for (const cut of title.matchAll(SEPARATOR)) {
    const before = title.slice(0, cut.index).trim();
    const after = title.slice(cut.index + cut[0].length).trim();
    if (sites.has(comparable(after)) && before !== '') return before;
    if (sites.has(comparable(before)) && after !== '') return after;
  }
  // A bar stands before a site's name and hardly ever inside a title.
  const bar = title.search(/\s[|｜]\s/u);
  const head = title.slice(0, bar).trim();
  return bar > 0 && comparable(head).includes(' ') ? head : title;
}
