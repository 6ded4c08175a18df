import { collapsed } from './dom.ts';
import { comparable } from './comparable.ts';

/** What is known of the names of a site, to tell them from titles and from persons. */
export interface SiteNames {
  /** Names as stated, comparable. */
  names: ReadonlySet<string>;
  /** All words of these names. */
  words: ReadonlySet<string>;
  /** The host in letters and digits only: `lastampait`. */
  host: string;
}

/** Words that stand beside a site's name and name no other: `The Post Online Magazine`. */
const GENERIC = new Set(
  (
    'the a of and by at on blog blogs news magazine magazin mag online web website site home official ' +
    'com org net co uk inc llc ltd gmbh ag ev e v us usa eu de team und der die das le la les el ' +
    'los il weblog journal press editor editors editorial staff media redaktion desk group company'
  ).split(' '),
);

/**
 * The names of a page's site from what states them and from its host.
 *
 * @param stated Names as metadata give them; parts at a bar or dash are names, too.
 * @param titles The page's titles as stated: some sites give the title as the name of the site.
 * @param address The page's address, or `null`.
 */
export function siteNamesOf(
  stated: readonly string[],
  titles: readonly string[],
  address: string | null,
): SiteNames {
  const host = URL.parse(address ?? '')?.hostname.replace(/^www\./, '') ?? '';
  const labels = [host, ...host.split('.').slice(0, -1)].filter((label) => label.length >= 3);
  const written = titles.map((title) => comparable(title));
  const names = stated
    .flatMap((name) => [name, ...name.split(/\s+[|–—·-]+\s+/u)])
    .map((name) => collapsed(name).replace(/^@/, ''))
    .map(comparable)
    .filter((name) => name !== '' && !isTitle(name, written, squashed(host)));
  const known = new Set([...names, ...labels.map(comparable)]);
  const words = new Set([...known].flatMap((name) => name.split(' ')));
  return { names: known, words, host: squashed(host) };
}

/** Whether a stated name of a site is rather the title: titles begin with it, the host knows it not. */
function isTitle(name: string, titles: readonly string[], host: string): boolean {
  if (!titles.some((title) => title.startsWith(name))) return false;
  const words = name.split(' ');
  const isKnown = words.some((word) => word.length >= 3 && host.includes(word));
  return words.length > 4 || (!isKnown && titles.includes(name));
}

/** Whether a text is a name of the site, maybe with a generic word: `The Post Blog`. */
export function isSiteName(text: string, site: SiteNames): boolean {
  const plain = comparable(text);
  if (plain === '' || plain.length > 80) return false;
  if (site.names.has(plain)) return true;
  const whole = squashed(text);
  if (whole.length >= 5 && site.host.startsWith(whole)) return true;
  const words = plain.split(' ');
  const own = words.filter((word) => !GENERIC.has(word));
  if (own.length === 0 || words.length > 6) return false;
  return own.every(
    (word) => site.words.has(word) || (word.length >= 4 && site.host.includes(word)),
  );
}

/** A text as a host can hold it: without spaces and signs. */
export function squashed(text: string): string {
  return comparable(text).replaceAll(' ', '');
}
