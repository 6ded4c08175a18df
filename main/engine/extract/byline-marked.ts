import { isElsewhere } from './elsewhere.ts';
import { all } from './dom.ts';
import type { PageElement } from './dom.ts';
import { BY, LABEL_ONLY } from './byline-words.ts';
import { BYLINE_KINDS } from './marks.ts';
import type { Marks } from './marks.ts';
import { isPerson, namesOfByline, uniqueNames } from './names.ts';
import { textNodes } from './spaced.ts';

/** Lists of articles repeat bylines; an article has its own on top. */
const MAX_ELEMENTS = 4;

/** A longer text in such an element is a biography, which begins with the name; characters. */
const LONGEST = 140;

/** What names of classes hold when the element is no byline of the article. */
const OTHERS =
  /comment|avatar|image|photo|related|review(?!ed)|social|quote|testimonial|description/i;

/** The names in the elements of each kind that mark a byline, most telling kind first. */
export function* markedBylines(marks: Marks): Generator<string[]> {
  for (const [kind, elements] of marks.bylines.entries()) {
    // All of the first kinds are authors; of a vaguer kind only the first element surely is.
    const isVague = kind >= BYLINE_KINDS - 2;
    const found: string[][] = [];
    for (const element of elements.flatMap(namedIn)) {
      if (found.length === MAX_ELEMENTS) break;
      if (OTHERS.test(element.getAttribute('class') ?? '') || isElsewhere(element)) continue;
      const text = barredText(element);
      const names = namesOfByline(text.length > LONGEST ? firstOf(text) : text);
      found.push(names.filter((name) => !isVague || isPerson(name) || isAlone(name, text)));
    }
    const names = isVague
      ? (found.find((some) => some.length > 0) ?? [])
      : uniqueNames(found.flat());
    // Initials and nicknames beside whole names are the same persons, or none.
    const persons = names.filter((name) => isPerson(name));
    yield persons.length > 0 ? persons : names;
  }
}

/** The names that an entity is given as its own, else the entity. @see https://schema.org/name */
function namedIn(element: PageElement): PageElement[] {
  if (!element.hasAttribute('itemprop') && !element.hasAttribute('property')) return [element];
  const names = all(element, '[itemprop~="name"], [property~="schema:name"]');
  return names.length > 0 ? names : [element];
}

/** What stands first in a biography, if it is a name: `Ada Byron │ Ada writes about the sea …`. */
function firstOf(text: string): string {
  const first = text.split(' │ ').find((part) => !LABEL_ONLY.test(part)) ?? '';
  return isPerson(first) ? first : '';
}

/** Whether a name is all that an element holds beside a `by`. */
function isAlone(name: string, text: string): boolean {
  if (text.length <= name.length + 8 && name.length <= 40) return true;
  // `Author: ada on 1 March 2020`.
  return text.length <= 60 && /^\S{3,20}$/.test(name) && /[:：]/.test(text) && BY.test(text);
}

/** An element's text with a bar between what stands in different elements: `By │ Ada Byron │ Writer`. */
function barredText(element: PageElement): string {
  const content = element.getAttribute('content');
  if (content !== null && element.hasAttribute('itemprop')) return content;
  let text = '';
  let parent: PageElement | null = null;
  for (const node of textNodes(element)) {
    text += `${parent === null || parent === node.parentNode ? '' : ' │ '}${node.textContent ?? ''}`;
    parent = node.parentNode;
  }
  return text.replace(/\s+/g, ' ').trim();
}
