import { all, collapsed } from './dom.ts';
import type { PageDocument } from './dom.ts';

/** What the `<meta>` of a page say, by name, property or itemprop in lower case, in page order. */
export type Metas = ReadonlyMap<string, readonly string[]>;

/** Pages have been seen with a few hundred; more is an attack. */
const MAX_METAS = 2_000;

/** All `<meta>` with a name and content. Names are compared without their case, as HTML says. */
export function readMetas(document: PageDocument): Metas {
  const metas = new Map<string, string[]>();
  for (const meta of all(document, 'meta[content]').slice(0, MAX_METAS)) {
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map(
      (key) => meta.getAttribute(key) ?? '',
    );
    const content = collapsed(meta.getAttribute('content'));
    if (content === '') continue;
    for (const name of names.join(' ').toLowerCase().split(/\s+/)) {
      if (name === '') continue;
      const known = metas.get(name);
      if (known === undefined) metas.set(name, [content]);
      else if (!known.includes(content)) known.push(content);
    }
  }
  return metas;
}

/** The first value of the first of these names that has one. */
export function firstMeta(metas: Metas, names: readonly string[]): string | null {
  for (const name of names) {
    const value = metas.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}
