import { decodeHTMLStrict } from 'entities/decode';
import { comparable } from './comparable.ts';
import { collapsed } from './dom.ts';
import { isSiteName } from './site-names.ts';
import type { SiteNames } from './site-names.ts';

/** What stands between an article's title and the site's name. */
const SEPARATOR = /\s+(?:[|│·•»«›‹⋅/\\~]|[-–—―]{1,2}|::?)\s+|\s*[|│｜_]\s*|:\s+/gu;

/** Longer ones are not cut: no title is so long. */
const MAX_CUT = 400;

/** What ends a title on sites in Chinese and Japanese: `…_新华网`; longer is a part of the title. */
const HAN_SITE = /[-—–_|｜]\s*[^-—–_|｜\s]{2,8}$/u;

/** A title whole and cut at every separator, from either side. */
export function partsOf(title: string): string[] {
  const cuts = [...title.slice(0, MAX_CUT).matchAll(SEPARATOR)];
  const ends = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return [
    title,
    ...cuts.map((cut) => title.slice(0, cut.index)),
    ...ends.slice(1).map((end) => title.slice(end)),
    // What stands between two: the site's name before it, the section after.
    ...cuts.slice(1).map((cut, at) => title.slice(ends[at + 1], cut.index)),
  ];
}

/** The title without the site's name before or after it; as it is where that leaves nothing. */
export function withoutSite(written: string, site: SiteNames): string {
  let title = collapsed(decodeHTMLStrict(written));
  for (let shorter = cutOnce(title, site); shorter !== title; shorter = cutOnce(title, site)) {
    title = shorter;
  }
  // A bar stands before a site's name and hardly ever inside a title.
  const [head = title, ...rest] = title.split(/\s[|│｜]\s/u);
  if (rest.length > 0 && comparable(head).includes(' ')) return head;
  if (/\p{Script=Han}/u.test(title) && title.length > 14) return title.replace(HAN_SITE, '');
  return title;
}

function isStatedName(text: string, site: SiteNames): boolean {
  return site.names.has(comparable(text));
}

function cutOnce(title: string, site: SiteNames): string {
  for (const cut of title.slice(0, MAX_CUT).matchAll(SEPARATOR)) {
    const before = title.slice(0, cut.index).trim();
    const after = title.slice(cut.index + cut[0].length).trim();
    // Titles have colons of their own, so that only the very name counts before one.
    const isName = cut[0].trim() === ':' ? isStatedName : isSiteName;
    if (before !== '' && isName(after, site)) return before;
    if (after !== '' && isName(before, site)) return after;
  }
  return title;
}
