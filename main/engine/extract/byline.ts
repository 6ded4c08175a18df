import { comparable } from './comparable.ts';
import type { Head } from './head.ts';
import { markedBylines } from './byline-marked.ts';
import { labelledNames, printedBylines } from './byline-printed.ts';
import type { Line } from './lines.ts';
import type { Marks } from './marks.ts';
import { firstMeta } from './metas.ts';
import type { Metas } from './metas.ts';
import { isCollective, isPerson, namesOfByline, uniqueNames } from './names.ts';
import { isSiteName, squashed } from './site-names.ts';
import type { SiteNames } from './site-names.ts';
import type { StatedAuthor } from './structured.ts';

/** Names of `<meta>` that hold authors; those that hold one each stand first. */
const METAS = [
  'citation_author',
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'cxenseparse:author',
  'shareaholic:article_author_name',
  'twitter:creator:name',
];

export interface BylineEvidence {
  /** The article's title: words of it near a headline are nobody's name. */
  title: string;
  structured: StatedAuthor[];
  metas: Metas;
  marks: Marks;
  site: SiteNames;
  head: Head;
  lines: readonly Line[];
}

/** Words of a team that writes, be it stated only. */
const TEAM =
  /(?<!\p{L})(?:team|staff|editors|editorial|redaktion|rédaction|redacción|redazione)(?!\p{L})/iu;

/** Names of one source; what only looks like a name does not count there. */
interface Source {
  names: string[];
  /** Whether machines are told so; what only stands near the headline may be words of it. */
  isStated: boolean;
  isGuess: boolean;
}

/**
 * The names of an article's authors: structured data, metadata, elements marked as byline, lines
 * near the headline. Persons of a later source beat an organisation of an earlier one, because a
 * site that names itself as the author of everything has said nothing. A printed byline beats one
 * stated person, who may have typed it in.
 */
export function bylineOf(evidence: BylineEvidence): string[] {
  const { site } = evidence;
  const title = ` ${comparable(evidence.title)} `;
  const organisations = new Set(
    evidence.structured.filter((one) => one.isOrganisation).map((one) => one.name),
  );
  const isOwn = (name: string): boolean => isSiteName(name, site);
  const isCertain = (one: Source): boolean =>
    one.names.some(
      (name) => isPerson(name) || (!isOwn(name) && (!one.isStated || TEAM.test(name))),
    );
  const fallbacks: Source[] = [];
  for (const { names: found, isStated, isGuess } of sourcesOf(evidence)) {
    const names = found.filter((name) => isStated || !title.includes(` ${comparable(name)} `));
    const persons = names.filter(
      (name) =>
        !organisations.has(name) &&
        !isOwn(name) &&
        (isGuess ? isPerson(name) : !isCollective(name)),
    );
    // A team that is printed, or a site that is called as its owner, is more certain than a guess.
    const isDoubtful = isGuess && fallbacks.some(isCertain);
    if (persons.length > 0 && !isDoubtful) {
      return isStated ? (asPrinted(persons, evidence) ?? persons) : persons;
    }
    if (names.length > 0) fallbacks.push({ names, isStated, isGuess });
  }
  return (fallbacks.find((one) => !one.names.every(isOwn)) ?? fallbacks[0])?.names ?? [];
}

/**
 * The authors whom a byline near the headline names, where machines are told of one other: of the one
 * who typed it in. Also the whole name, where the stated one is the first of its words.
 */
function asPrinted(stated: string[], { marks, head, title }: BylineEvidence): string[] | undefined {
  const [only, second] = stated;
  if (only === undefined || second !== undefined) return undefined;
  const words = ` ${comparable(title)} `;
  const areFit = (names: string[]): boolean =>
    names.length > 0 &&
    names.every((name) => isPerson(name) && !words.includes(` ${comparable(name)} `));
  const whole = (names: string[]): boolean =>
    names.length === 1 && names[0]?.startsWith(`${only} `) === true && areFit(names);
  const labelled = labelledNames(head);
  const known = comparable(only);
  const isSame = labelled.some((name) => comparable(name) === known);
  const isLonger = labelled.length === 1 && comparable(labelled[0] ?? '').includes(known);
  if (!isSame && !isLonger && areFit(labelled)) return labelled;
  return only.includes(' ') ? undefined : [labelled, ...markedBylines(marks)].find(whole);
}

/** The owner of a page whose host is a name that the page prints: `adabyron.example`, `© Ada Byron`. */
function ownerOf({ site, lines, title }: BylineEvidence): string[] {
  const texts = [...lines.slice(0, 5), ...lines.slice(-12)].map(({ text }) => text);
  // A full stop ends a name, unless it stands behind an initial: `© Ada Byron. All rights reserved`.
  const named = [title, ...texts].flatMap(
    (text) => text.slice(0, 200).match(/\p{Lu}\p{L}+(?:\s\p{Lu}(?:\.|[\p{L}'’-]+)){1,2}/gu) ?? [],
  );
  const owner = named.find((name) => site.host.startsWith(squashed(name)));
  return owner === undefined ? [] : [owner];
}

/** Libraries write `Byron, Ada`. */
function firstNameFirst(name: string): string {
  const [last = '', first, ...more] = name.split(/,\s*/);
  return first === undefined || more.length > 0 ? name : `${first} ${last}`;
}

/** The sources in their order, each read only when those before it named nobody. */
function* sourcesOf(evidence: BylineEvidence): Generator<Source> {
  const { structured, metas, marks, head, lines } = evidence;
  const stated = (texts: readonly string[]): Source => ({
    names: uniqueNames(texts.flatMap(namesOfByline)),
    isStated: true,
    isGuess: false,
  });
  const organisations = new Set(
    structured.filter((one) => one.isOrganisation).map(({ name }) => name),
  );
  yield stated((metas.get('citation_author') ?? []).map(firstNameFirst));
  yield {
    ...stated([]),
    names: uniqueNames(
      structured.flatMap(({ name, isOrganisation }) =>
        isOrganisation ? name : namesOfByline(name),
      ),
    ),
  };
  for (const name of METAS) {
    yield stated((metas.get(name) ?? []).filter((text) => !organisations.has(text)));
  }
  if (
    /written by|author|verfasst von|geschrieben von|écrit par|escrito por|autor|scritto da/i.test(
      firstMeta(metas, ['twitter:label1']) ?? '',
    )
  ) {
    yield stated(metas.get('twitter:data1') ?? []);
  }
  for (const names of markedBylines(marks)) yield { names, isStated: false, isGuess: false };
  for (const printed of printedBylines(head, lines)) yield { ...printed, isStated: false };
  yield { names: ownerOf(evidence), isStated: true, isGuess: true };
}
