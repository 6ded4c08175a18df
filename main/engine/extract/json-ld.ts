import { collapsed, all } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { decodeHTMLStrict } from 'entities/decode';
import { parsedJson } from './parsed-json.ts';

/** An object of a page's structured data. */
export type Entity = Record<string, unknown>;

/** Pages have been seen with a few hundred entities; more is an attack. */
const MAX_ENTITIES = 5_000;

/** A script of JSON-LD and what it says; `null` where nothing of it can be read. */
export interface StructuredData {
  script: PageElement;
  value: unknown;
}

/** The JSON-LD of a page, in order. @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */
export function structuredDataOf(document: PageDocument): StructuredData[] {
  const scripts = all(document, 'script[type*="ld+json" i]').map((script) => ({
    script,
    value: parseJsonLd(script.textContent ?? ''),
  }));
  // Some frameworks write what was meant as a script into a `<meta>`.
  const metas = all(document, 'meta[name*="ld+json" i], meta[type*="ld+json" i]').map((script) => ({
    script,
    value: parseJsonLd(script.getAttribute('content') ?? ''),
  }));
  return [...scripts, ...metas];
}

/** Every object in a page's JSON-LD, in order, nested ones after those that hold them. */
export function entitiesIn(data: readonly StructuredData[]): Entity[] {
  const found: Entity[] = [];
  const waiting: unknown[] = data.map(({ value }) => value);
  for (let at = 0; at < waiting.length && at < MAX_ENTITIES; at++) {
    const value = waiting[at];
    if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_ENTITIES));
    else if (isEntity(value)) {
      found.push(value);
      for (const inner of Object.values(value)) if (typeof inner === 'object') waiting.push(inner);
    }
  }
  return found;
}

/**
 * JSON as sites write it: in a CDATA section or a comment, with line ends inside strings, with
 * commas too many, with quotation marks as `&quot;`. What is still none is searched for the few values that matter.
 */
function parseJsonLd(written: string): unknown {
  const json = written
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  const flat = json.replace(/\p{Cc}+/gu, ' ');
  for (const attempt of [json, flat, flat.replace(/,(?=\s*[}\]])/g, '')]) {
    const value = parsedJson(attempt);
    if (value !== undefined) return value;
  }
  // In a script, references to characters are none; where they stand, a template wrote them.
  return /^\s*[[{]\s*&(?:quot|#34|#x22);/i.test(flat)
    ? parseJsonLd(decodeHTMLStrict(flat))
    : salvaged(flat);
}

/** Values that are read out of JSON that is broken elsewhere: a quotation mark in a headline. */
const SALVAGED = ['@type', 'datePublished', 'dateModified', 'headline', 'inLanguage'];

function salvaged(json: string): Entity | null {
  const article = /"@type"\s*:\s*"[^"]*(?:Article|Posting)"/.exec(json);
  if (article === null) return null;
  const value = (key: string): string | null =>
    new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,1000})"\\s*[,}]`).exec(json)?.[1] ?? null;
  const author = /"author"\s*:\s*[[{][^\]}]{0,500}?"name"\s*:\s*"([^"]{1,200})"/.exec(json)?.[1];
  const entity: Entity = { author: author ?? null };
  for (const key of SALVAGED) entity[key] = value(key);
  entity['@type'] = 'Article';
  return entity;
}

/** Whether a value is an object. */
export function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether one of an entity's types ends so. */
export function hasType(entity: Entity, type: RegExp): boolean {
  return [entity['@type']].flat().some((name) => typeof name === 'string' && type.test(name));
}

/** Text, of lists the first, of language-tagged values the value; entities of HTML are resolved. */
export function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return textOf(value.find((one) => typeof one === 'string'));
  if (isEntity(value)) return typeof value['@value'] === 'string' ? textOf(value['@value']) : null;
  if (typeof value !== 'string') return null;
  const plain = collapsed(decodeHTMLStrict(value));
  return plain === '' ? null : plain;
}
