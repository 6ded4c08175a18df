import { isElement, namesOf, nodesBelow } from './dom.ts';
import type { PageElement } from './dom.ts';
import { GALLERY_NAME } from './gallery-names.ts';
import type { StructuredData } from './json-ld.ts';
import { parsedJson } from './parsed-json.ts';

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
 * assigned in code; and in attributes of elements that a script fills. Linear in the length of the
 * scripts, and bounded. What is no JSON is left out.
 *
 * @param structured The page's JSON-LD, which was read for other ends already.
 */
export function readScriptJson(
  root: PageElement,
  structured: readonly StructuredData[],
): ScriptJson[] {
  const values = new Map(structured.map(({ script, value }) => [script, value]));
  const found: ScriptJson[] = [];
  let left = MAX_TOTAL;
  for (const node of nodesBelow(root)) {
    if (left < 0) break;
    if (!isElement(node)) continue;
    const pieces =
      node.localName === 'script' ? inScript(node, left, values) : inAttributes(node, left);
    for (const piece of pieces) found.push(piece);
    if (node.localName === 'script') left -= (node.textContent ?? '').length;
  }
  return found;
}

function inScript(
  script: PageElement,
  left: number,
  structured: ReadonlyMap<PageElement, unknown>,
): ScriptJson[] {
  const source = script.textContent ?? '';
  if (source.length > left || script.hasAttribute('src') || !NAMES_PICTURE.test(source)) return [];
  const name = namesAround(script);
  if (structured.has(script)) {
    return [{ script, value: structured.get(script), name, kind: 'structured' }];
  }
  const whole = /^\s*[[{]/.test(source) ? parsedJson(source) : undefined;
  if (whole === undefined) return piecesOf(source, script, name);
  return [{ script, value: whole, name, kind: 'state' }];
}

/** Elements get their slides as JSON in an attribute: `<div data-images="[{…}]">`. */
function inAttributes(element: PageElement, left: number): ScriptJson[] {
  const found: ScriptJson[] = [];
  if (!mayShowSlides(element)) return found;
  for (const { name, value } of element.attributes) {
    if (value.length < 20 || value.length > left || !BEGINS_JSON.test(value)) continue;
    const parsed = NAMES_PICTURE.test(value) ? parsedJson(value) : undefined;
    const around = `${name} ${namesOf(element)}`;
    if (parsed !== undefined)
      found.push({ script: element, value: parsed, name: around, kind: 'list' });
  }
  return found;
}

/** To read the attributes of all elements takes longer than all else here. */
function mayShowSlides(element: PageElement): boolean {
  if (element.localName.includes('-')) return true;
  const names = element.getAttribute('class');
  return names !== null && GALLERY_NAME.test(names);
}

const BEGINS_JSON = /^\s*(?:\[\s*\{|\{\s*")/;

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
    const value = NAMES_PICTURE.test(written) ? parsedJson(written) : null;
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
