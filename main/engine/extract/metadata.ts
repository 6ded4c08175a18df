import type { Timestamp } from '../../../contract/types.ts';
import { statedAddress } from './addresses.ts';
import { bylineOf } from './byline.ts';
import { comparable } from './comparable.ts';
import { collapsed } from './dom.ts';
import type { PageDocument } from './dom.ts';
import { dayOrderOf } from './day-order.ts';
import { brandsOf } from './headings.ts';
import { headOf } from './head.ts';
import type { Entity } from './json-ld.ts';
import { languageOf } from './language.ts';
import type { Line } from './lines.ts';
import { marksOf } from './marks.ts';
import type { Marks } from './marks.ts';
import { firstMeta, readMetas } from './metas.ts';
import { publicationOf } from './publication.ts';
import { isSiteName, siteNamesOf } from './site-names.ts';
import { readStructuredArticle } from './structured.ts';
import type { StructuredArticle } from './structured.ts';
import { chooseTitle } from './title.ts';

export interface Metadata {
  title: string | null;
  subtitle: string | null;
  authors: string[];
  section: string | null;
  siteName: string | null;
  publishedAt: Timestamp | null;
  /** Minutes east of UTC as the page writes it; `null` where it says none. */
  publishedZone: number | null;
  modifiedAt: Timestamp | null;
  modifiedZone: number | null;
  canonicalAddress: string | null;
  language: string | null;
}

const TITLES = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'parsely-title',
  'sailthru.title',
  'headline',
];

const SECTIONS = [
  'article:section',
  'parsely-section',
  'og:article:section',
  'cxenseparse:section',
  'sailthru.section',
  'section',
  'articlesection',
];

/**
 * What a page says about its article, before anything in the page is changed. The order of
 * evidence, and why: `docs/extraction.md`.
 *
 * @param address The page's own address, or `null`.
 * @param lines The page's lines of text.
 * @param entities The objects in its JSON-LD.
 */
export function readMetadata(
  document: PageDocument,
  address: string | null,
  lines: readonly Line[],
  entities: readonly Entity[],
): Metadata {
  const metas = readMetas(document);
  const canonicalAddress = statedAddress(document, address);
  const metaTitles = TITLES.map((name) => firstMeta(metas, [name])).filter((one) => one !== null);
  const written = collapsed(document.querySelector('title')?.textContent ?? '');
  const titles = [...metaTitles, written].filter((one) => one !== '');
  const structured = readStructuredArticle(entities, canonicalAddress ?? address, titles);
  const siteName =
    firstMeta(metas, ['og:site_name']) ??
    structured?.siteNames[0] ??
    firstMeta(metas, ['application-name', 'apple-mobile-web-app-title', 'publisher']);
  const site = siteNamesOf(
    [
      siteName,
      ...(structured?.siteNames ?? []),
      ...brandsOf(document),
      firstMeta(metas, ['application-name']),
      firstMeta(metas, ['twitter:site']),
    ].filter((one) => one !== null && one !== undefined),
    titles,
    address,
  );
  const section = firstMeta(metas, SECTIONS) ?? structured?.section ?? null;
  const marks = marksOf(document);
  const texts = lines.map(({ text }) => text);
  const title = chooseTitle(document, {
    stated: [structured?.headline ?? '', ...titles].filter((one) => one !== ''),
    site,
    lines: texts,
    address: canonicalAddress ?? address,
  });
  const head = headOf(lines, title ?? '');
  const language = languageOf(document, structured?.language ?? null, metas);
  const order = dayOrderOf(language, metas, address);
  const { published, modified } = publicationOf(document, {
    structured,
    metas,
    marks,
    address: address ?? canonicalAddress,
    head,
    lines,
    title: title ?? '',
    order,
  });
  return {
    title,
    subtitle: subtitleOf(marks, structured, title),
    authors: bylineOf({
      title: title ?? '',
      structured: structured?.authors ?? [],
      metas,
      marks,
      site,
      head,
      lines,
    }),
    section: section === null || isSiteName(section, site) ? null : section,
    siteName,
    publishedAt: published?.at ?? null,
    publishedZone: published?.zone ?? null,
    modifiedAt: modified?.at ?? null,
    modifiedZone: modified?.zone ?? null,
    canonicalAddress,
    language,
  };
}

/** A standfirst that the page marks as one and that does not repeat the title. */
function subtitleOf(
  marks: Marks,
  structured: StructuredArticle | null,
  title: string | null,
): string | null {
  const marked = marks.subtitles.map((element) => collapsed(element.textContent));
  const fit = [structured?.alternativeHeadline, ...marked].find(
    (text) =>
      typeof text === 'string' &&
      text.length >= 3 &&
      text.length <= 500 &&
      comparable(text) !== comparable(title ?? ''),
  );
  return fit ?? null;
}
