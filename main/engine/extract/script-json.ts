import { all, isElement, namesOf } from './dom.ts';
import type { PageElement } from './dom.ts';

/** JSON found in a script of the page or in an attribute. */
export interface ScriptJson {
  /** The element it stands in. */
  script: PageElement;
  value: unknown;
  /** The variable or property it is the value of, and what its script is called. */
  name: string;
  /** `structured`: JSON-LD. `state`: what an app starts from. `list`: a list in other code. */
  kind: 'structured' | 'state' | 'list';
}

/** Characters of scripts that are looked through, all of a page's together. */
const MAX_TOTAL = 8_000_000;

/** Pieces of JSON in one script that is code. */
const MAX_PIECES = 40;

/** Scripts without any picture in them are not read. */
const NAMES_PICTURE = /\.(?:jpe?g|png|webp|avif)(?:["'?\\]|\\u0026)|ImageObject|"image"/;

/** Where a value of JSON may begin in code: behind a name with `=` or `:`. */
const PIECE = /["']?([\w$-]{1,60})["']?\]?\s*[:=]\s*(?=[[{])/g;

/**
 * Finds the JSON in a page's scripts: JSON-LD, scripts that are JSON as a whole, values that are
 * assigned in code; and in attributes of elements that a script fills. Linear in the length of the scripts, and bounded. What is no JSON is left out.
 */
export function readScriptJson(root: PageElement): ScriptJson[] {
  const found: ScriptJson[] = [];
  let left = MAX_TOTAL;
  for (const script of all(root, 'script:not([src])')) {
    const source = script.textContent ?? '';
    left -= source.length;
    if (left < 0) break;
    if (!NAMES_PICTURE.test(source)) continue;
    const type = script.getAttribute('type') ?? '';
    const name = namesAround(script);
    if (/ld\+json/i.test(type)) {
      const value = parseJson(source.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|;\s*$/g, ''));
      if (value !== undefined) found.push({ script, value, name, kind: 'structured' });
      continue;
    }
    const whole = /^\s*[[{]/.test(source) ? parseJson(source) : undefined;
    if (whole === undefined) found.push(...piecesOf(source, script, name));
    else found.push({ script, value: whole, name, kind: 'state' });
  }
  for (const element of all(root, HOLDS_JSON)) {
    for (const { name, value } of element.attributes) {
      if (!/^\s*(?:\[\s*\{|\{\s*")/.test(value) || !NAMES_PICTURE.test(value)) continue;
      left -= value.length;
      const parsed = left < 0 ? undefined : parseJson(value);
      const around = `${name} ${namesOf(element)}`;
      if (parsed !== undefined)
        found.push({ script: element, value: parsed, name: around, kind: 'list' });
    }
  }
  return found;
}

/** Elements that get their slides as JSON in an attribute. */
const HOLDS_JSON = [
  '[data-gallery], [data-galleries], [data-images], [data-pictures], [data-photos], [data-media]',
  '[data-slides], [data-slideshow], [data-items], [data-props], [data-json], [data-settings]',
  '[data-options], [data-config], [images], [slides], [photos], [items], [pictures]',
].join(', ');

function namesAround(script: PageElement): string {
  return [script, script.parentNode]
    .map((element) => (isElement(element) && element.localName !== 'body' ? namesOf(element) : ''))
    .join(' ');
}

function piecesOf(source: string, script: PageElement, around: string): ScriptJson[] {
  const found: ScriptJson[] = [];
  // Objects that are code are looked into again, from their second character on: a few times.
  let left = source.length * 4;
  PIECE.lastIndex = 0;
  while (left > 0 && found.length < MAX_PIECES) {
    const match = PIECE.exec(source);
    if (match === null) break;
    const start = match.index + match[0].length;
    const end = endOf(source, start);
    left -= (end ?? source.length) - start;
    const written = source.slice(start, end ?? start);
    const value = NAMES_PICTURE.test(written) ? parseJson(written) : null;
    PIECE.lastIndex = value === undefined || end === null ? start + 1 : end;
    if (value === undefined || value === null) continue;
    const kind = source.charAt(start) === '[' ? 'list' : 'state';
    found.push({ script, value, name: `${match[1] ?? ''} ${around}`, kind });
  }
  return found;
}

/** Where the list or object that starts at an index ends; `null` where it does not. */
function endOf(source: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '"') {
      for (at++; at < source.length && source[at] !== '"'; at++) if (source[at] === '\\') at++;
    } else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && --depth === 0) return at + 1;
  }
  return null;
}

function parseJson(written: string): unknown {
  try {
    const value: unknown = JSON.parse(written);
    return value;
  } catch {
    return undefined;
  }
}
