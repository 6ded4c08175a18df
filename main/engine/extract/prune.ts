import { aroundKind } from './around-words.ts';
import { all, collapsed } from './dom.ts';
import type { PageElement } from './dom.ts';
import { proseOf } from './measures.ts';
import type { Measure, Measures } from './measures.ts';

/** A part with more of the prose than this is no furniture, whatever it looks like. */
const MOST_OF_PROSE = 0.4;

/** A teaser has a headline and a line or two; characters, on average. */
const LONGEST_TEASER = 500;

const HOLDERS = 'div, section, ul, ol, aside, main, article';

/** A headline that leads to another page, in both ways it is written. */
const LINKED_HEADLINE = 'h1, h2, h3, h4, h5, h6'
  .split(', ')
  .flatMap((name) => [`${name} a[href]`, `a[href] ${name}`])
  .join(', ');

/**
 * Removes lists of teasers: three or more elements of one kind beside each other, all with a
 * headline that is a link, and few words to it. The sections of an article have more.
 */
export function removeTeasers(root: PageElement, measures: Measures): void {
  const whole = proseOf(root, measures);
  // A page without prose is a list itself, which is judged later.
  if (whole === 0) return;
  for (const holder of [root, ...all(root, HOLDERS)]) {
    if (holder !== root && !root.contains(holder)) continue;
    for (const group of groupsOf(holder)) {
      const sums = group.flatMap((element) => measures.get(element) ?? []);
      const prose = sums.reduce((sum, { prose: one }) => sum + one, 0);
      const chars = sums.reduce((sum, { chars: one }) => sum + one, 0);
      if (chars === 0 || chars > group.length * LONGEST_TEASER) continue;
      if (prose > whole * MOST_OF_PROSE) continue;
      const areTeasers = group.every((element) => element.querySelector(LINKED_HEADLINE) !== null);
      if (areTeasers) for (const element of group) element.remove();
    }
  }
}

/** Three or more children with the same name and first class. */
function groupsOf(holder: PageElement): PageElement[][] {
  const groups = new Map<string, PageElement[]>();
  for (const child of holder.children) {
    if (/^(?:p|h[1-6]|figure|blockquote|br|hr|pre|table|a|span)$/.test(child.localName)) continue;
    const [first = ''] = child.getAttribute('class')?.trim().split(/\s+/, 1) ?? [];
    const kind = `${child.localName} ${first}`;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [child]);
    else group.push(child);
  }
  return [...groups.values()].filter((group) => group.length >= 3);
}

const PRUNED =
  'div, section, ul, ol, dl, table, aside, header, footer, nav, form, fieldset, details, article';

/** Removes from an article's text the parts that are mostly links. */
export function pruneLinks(root: PageElement, measures: Measures): void {
  const most = proseOf(root, measures) * MOST_OF_PROSE;
  if (most === 0) return;
  const textual = new Map<PageElement, boolean>();
  for (const element of all(root, PRUNED)) {
    const own = measures.get(element);
    if (own === undefined || own.prose > most || !leadsAway(own)) continue;
    const holder = element.parentNode;
    if (holder === null || !root.contains(element)) continue;
    if (/^(?:ul|ol)$/.test(element.localName)) {
      const isText = textual.get(holder) ?? holdsParagraphs(holder, measures);
      textual.set(holder, isText);
      if (isText) continue;
    }
    if (holdsIntroduced(element)) continue;
    element.remove();
  }
}

/** Whether a list is the article's own, be it of links, because its text introduces it. */
function holdsIntroduced(element: PageElement): boolean {
  return isIntroduced(element) || all(element, 'ul, ol, dl, table').some(isIntroduced);
}

/** Shorter lines with a colon are labels: `Tags:`. */
const SHORTEST_INTRODUCTION = 25;

/** Behind `Many patches were sent for review:`. */
function isIntroduced(list: PageElement): boolean {
  if (!/^(?:ul|ol|dl|table)$/.test(list.localName)) return false;
  let at: PageElement | null = list;
  while (at !== null && at.previousElementSibling === null) at = at.parentNode;
  const before = collapsed(at?.previousElementSibling?.textContent ?? '');
  return (
    /[:：]$/.test(before) &&
    before.length >= SHORTEST_INTRODUCTION &&
    before.length <= 400 &&
    aroundKind(before) === null
  );
}

/** Mostly links; or a few words, some of them links. */
function leadsAway(own: Measure): boolean {
  const linked = own.linked / own.chars;
  if (own.prose > 0) return linked > 0.6;
  return linked > 0.5 || (own.chars < 40 && linked > 0.3);
}

/** Whether paragraphs stand right in an element: its lists are the article's, also those of links. */
function holdsParagraphs(element: PageElement, measures: Measures): boolean {
  let paragraphs = 0;
  for (const child of element.children)
    if (child.localName === 'p' && proseOf(child, measures) > 0) paragraphs++;
  return paragraphs >= 2;
}
