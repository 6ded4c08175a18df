import { collapsed } from './dom.ts';

const LEAD_IN =
  /^(?:(?:written|reported|posted|story|words|text|article|review|reviewed|photographs?)\s+)?(?:by|von|par|por|di|da|door|av|af|od|автор|текст|作者|文|記者|记者|author|authors|autor|autorin|autores|auteur|autore)\s*[:：]?\s+|^(?:作者|文|記者|记者|автор|author|byline)\s*[:：]\s*/iu;

/** What stands behind a name: the role, the outlet, the date. */
const TRAILER =
  /\s*(?:[|•·–—]|\s-\s|\b(?:in|for|für|pour|at|published|updated|posted|staff writer|special to|contributor|correspondent|editor)\b).*$/iu;

/** What bylines hold that is nobody's name. */
const NOBODY =
  /^(?:admin|administrator|author|autor|editor|editors|staff|unknown|anonymous|redaktion|rédaction|redacción|guest|user|null|undefined|none|n\/a|posted|by|see all.*|view all.*|follow.*|read more.*|more by.*)$/iu;

/**
 * The names in a byline, in order and once each: `By Ada Byron, Staff Writer, and Carl Orff` gives
 * two. Addresses of profiles and e-mail addresses are no names.
 */
export function namesOfByline(byline: string): string[] {
  const plain = collapsed(byline.replace(/https?:\/\/\S+/g, ' ')).replace(LEAD_IN, '');
  const names = plain
    .split(
      /\s*(?:,|;|\/|&|、|，|\||\band\b|\bund\b|\bet\b|\by\b|\bund\b|\bи\b|\s+og\s+|\s+och\s+)\s*/iu,
    )
    .map((name) => collapsed(name.replace(LEAD_IN, '').replace(TRAILER, '')).replace(/^@/, ''));
  return uniqueNames(names);
}

/** Leaves out what is not a name and what is there twice. */
export function uniqueNames(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (!isName(name) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 80 &&
    /\p{L}/u.test(name) &&
    !/https?:|www\.|@\w+\.\w|\.(?:com|net|org|co|de)\b|\d{3}/.test(name) &&
    !NOBODY.test(name)
  );
}
