import { decodeHTMLStrict } from 'entities/decode';
import { collapsed } from './dom.ts';
import { printedDates } from './printed-dates.ts';
import {
  BY,
  CALL,
  CREDENTIAL,
  LATER_WORK,
  NOBODY,
  OTHER_WORK,
  OTHER_WORK_HAN,
  ROLE,
  TRAILERS,
} from './byline-words.ts';

/** Between two names; ‘y’, ‘e’, ‘i’, ‘u’ join in Spanish, Italian, Polish and Czech. */
const BETWEEN =
  /\s*(?:[,;/&|│、，・·•●‧]|\s?[–—]\s|\s?-\s|(?<![\p{L}\p{N}])(?:and|und|et|y|e|i|og|och|ja|en|with|mit|avec|con|и|та|і|ve|as told to)(?![\p{L}\p{N}'’.-]))\s*/iu;

/** Longer texts are biographies or sentences; characters. */
const MAX_BYLINE = 600;

/**
 * The names in a byline, in order and once each: `By Ada Byron, Staff Writer, and Carl Orff, MD` gives
 * `Ada Byron` and `Carl Orff, MD`. Addresses of profiles and e-mail addresses are no names.
 */
export function namesOfByline(byline: string): string[] {
  const plain = withoutLeadIn(
    withoutDates(ofAuthors(collapsed(decodeHTMLStrict(byline.slice(0, MAX_BYLINE)))))
      .replace(/(?:https?:\/\/|www\.)\S+/g, ' ')
      .replace(/\S+@\S+\.\S+|\s@\w+|\(\s*@?\s*\)|\([^)]{0,80}\)/g, ' '),
  );
  const names: string[] = [];
  for (const part of plain.split(BETWEEN)) {
    if (part === undefined || OTHER_WORK.test(part)) continue;
    const name = tidied(part);
    const last = names.at(-1);
    if (CREDENTIAL.test(name) && last !== undefined && last.includes(' ')) {
      names[names.length - 1] = `${last}, ${name}`;
    } else names.push(name);
  }
  const found = uniqueNames(names);
  const persons = found.filter((name) => !ROLE.test(name) && !isLower(name));
  return persons.length > 0 ? persons : found;
}

/** A byline up to where it names a reviewer, editor or translator. */
function ofAuthors(text: string): string {
  const at = [LATER_WORK, OTHER_WORK_HAN]
    .map((form) => text.search(form))
    .filter((found) => found !== -1)
    .reduce((first, found) => Math.min(first, found), text.length);
  return at === text.length ? text : text.slice(0, at).replace(/(?<=\p{L}{2})[.\s]+$/u, '');
}

/** Beside names, words without a capital are what somebody is. */
function isLower(name: string): boolean {
  return name.includes(' ') && /^[\p{Ll}\d]/u.test(name);
}

/** A text with a bar for each date in it. */
function withoutDates(text: string): string {
  return printedDates(text)
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} │ ${rest.slice(end)}`, text);
}

/** A text without what stands before names: `Written by`, `Von`, `Text:`, each as often as it does. */
function withoutLeadIn(text: string): string {
  let rest = text;
  for (let at = 0; at < 4; at++) {
    const shorter = rest.replace(BY, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

function tidied(part: string): string {
  const name = TRAILERS.reduce(
    (rest, trailer) => rest.replace(trailer, ''),
    withoutLeadIn(collapsed(part)),
  );
  return collapsed(name)
    .replace(/\u{ad}/gu, '')
    .replace(/^@/, '')
    .replace(/^["“”'‘([{\s–—:.-]+|["“”】)\]}\s–—:>»→*-]+$/gu, '')
    .replace(/(?<=\p{L}{3})\.$|\sIn$/u, '');
}

/** Leaves out what is not a name and what is there twice. */
export function uniqueNames(names: readonly string[]): string[] {
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
    !/https?:|www\.|@\w+\.\w|\.(?:com|net|org|co|html?|php)\b|\d{4}|\d[:.]\d\d|[{}<>=]|^page\./.test(
      name,
    ) &&
    !CALL.test(name) &&
    !NOBODY.test(name)
  );
}

const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|der|den|di|du|la|le|el|al|bin|ben|ibn|van|von|zu|zum|zur|vom|af|av|y|e|ter|ten|dr|prof|st|mc)\.?$/iu;

/** Words that names of organisations, teams and columns hold. */
const COLLECTIVE =
  /(?<![\p{L}])(?:team|staff|news|magazine|magazin|redaktion|redaction|rédaction|redacción|redazione|redakcja|redaktionen|redactie|редакция|gmbh|inc|llc|ltd|corp|university|universität|center|centre|foundation|institute|institut|blog|editors?|editorial|media|group|gruppe|desk|press|presse|agency|agencies|agentur|agencia|agence|online|network|company|association|society|club|verband|verein|stiftung|e\.v|bureau|health|llp|law|department|ministry|times|post|journal|daily|zeitung|tv|radio|contributors?|community|support|services?|solutions|marketing|studio|labs?|clinic|hospital|school|college|world|today|guest|writers?|admin|partners?|the|ap|afp|dpa|reuters|cnn|bbc|npr|wire)(?![\p{L}])/iu;

/** Whether a name is that of an organisation, a team, a column, as far as its words tell. */
export function isCollective(name: string): boolean {
  return COLLECTIVE.test(name);
}

/** Whether a name looks like a person's: two to five words with capitals, or a short name in Han. */
export function isPerson(written: string): boolean {
  const [name = ''] = written.split(', ');
  if (/\d/.test(name) || COLLECTIVE.test(name)) return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,8}$/u.test(name))
    return true;
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5) return false;
  const own = words.filter((word) => !PARTICLE.test(word));
  return (
    own.length >= 1 &&
    !/^(?:la|el|the) \S+$/i.test(name) &&
    own.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) && !/[:!?]/.test(word))
  );
}
