import { pictureAddress } from './addresses.ts';
import { all, collapsed } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { hasType, isEntity } from './json-ld.ts';
import type { Entity } from './json-ld.ts';
import { pictureKey } from './picture-key.ts';

/** What a page says of a picture elsewhere than where it shows it. */
export interface ToldPicture {
  /** Absolute. */
  address: string;
  keys: string[];
  caption: string;
  credit: string;
  group: string | null;
  /** In pixels. */
  width: number | null;
  height: number | null;
}

export interface ToldPictures {
  /** The pictures of the page's structured data, with what it says of each. */
  described: ToldPicture[];
  /** What the page calls its own picture, best first: structured data, OpenGraph, Twitter. */
  leads: ToldPicture[];
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Posting|Report|Review|ImageGallery|CollectionPage)$/;

/**
 * Reads what a page's structured data and `<meta>` say of its pictures.
 *
 * @param entities The objects in its JSON-LD.
 * @see https://schema.org/ImageObject
 * @see https://ogp.me/#structured
 */
export function readToldPictures(
  document: PageDocument,
  base: string | null,
  entities: readonly Entity[],
): ToldPictures {
  const byId = new Map(
    entities
      .filter((entity) => addressOf(entity) !== null)
      .map((entity) => [entity['@id'], entity]),
  );
  const described = entities
    .filter((entity) => hasType(entity, /^(?:ImageObject|Photograph)$/))
    .flatMap((entity) => toTold(entity, base) ?? []);
  const own = entities
    .flatMap((entity) => (hasType(entity, ARTICLE_TYPE) ? OWN.map((name) => entity[name]) : []))
    .flatMap((value): unknown[] => (Array.isArray(value) ? value.slice(0, 5) : [value]))
    .map((value) => (isEntity(value) ? (byId.get(value['@id']) ?? value) : value));
  const shared = all(document, 'meta').map((meta) =>
    isShared(meta) ? meta.getAttribute('content') : null,
  );
  const leads = [...own, ...shared].flatMap((value) => toTold(value, base) ?? []);
  return { described, leads: leads.slice(0, 20) };
}

/** Where an article names its own picture. */
const OWN = ['image', 'primaryImageOfPage', 'thumbnailUrl'];

const SHARED = /^(?:og:image(?::secure_url|:url)?|twitter:image(?::src)?)$/i;

function isShared(meta: PageElement): boolean {
  return SHARED.test(meta.getAttribute('property') ?? meta.getAttribute('name') ?? '');
}

/** A picture given as an address or as an `ImageObject`. */
function toTold(value: unknown, base: string | null): ToldPicture | null {
  const entity = isEntity(value) ? value : {};
  const address = pictureAddress(typeof value === 'string' ? value : addressOf(entity), base);
  if (address === null) return null;
  return {
    address,
    keys: [pictureKey(address)],
    caption: sentence(textOf(entity['caption'])) || sentence(textOf(entity['description'])),
    credit:
      ['creditText', 'copyrightNotice', 'copyrightHolder', 'author', 'creator']
        .map((name) => textOf(entity[name]))
        .find((text) => text !== '') ?? '',
    group: null,
    width: lengthOf(entity['width']),
    height: lengthOf(entity['height']),
  };
}

function addressOf(entity: Entity): string | null {
  for (const name of ['contentUrl', 'url', '@id']) {
    const value = entity[name];
    // `@id` names the entity, and is an address of the picture only where it is nothing but that.
    if (typeof value === 'string' && (name !== '@id' || !value.includes('#'))) return value;
  }
  return null;
}

/** `IMG_2034` and the name of the site describe nothing. */
function sentence(text: string): string {
  return /\s\S+\s/.test(text) ? text : '';
}

function textOf(value: unknown): string {
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  if (typeof first === 'string') return collapsed(first.slice(0, 2_000).replace(/<[^<>]*>/g, ' '));
  const name: unknown = isEntity(first) ? first['name'] : undefined;
  return typeof name === 'string' ? collapsed(name.slice(0, 300)) : '';
}

function lengthOf(value: unknown): number | null {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof number === 'number' && number >= 1 && number < 100_000 ? Math.round(number) : null;
}
