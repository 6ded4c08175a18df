import type { Row } from './csv-rows.ts';
import type { WrittenEntry } from './entry.ts';
import type { CountedRefusals } from './refusals.ts';

/** Where Readwise keeps what was uploaded or mailed to it; nobody else can read that. */
const OWN_ADDRESS = /^https?:\/\/(?:read\.readwise\.io\/|readwise\.io\/reader\/)/i;

/**
 * A row of the list that Readwise Reader writes:
 * `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`, the tags as Python prints
 * a list. `null`, counted, for a document that only Readwise has.
 */
export function readReadwiseRow(row: Row, refusals: CountedRefusals): WrittenEntry | null {
  const address = row('url');
  if (OWN_ADDRESS.test(address.trim())) {
    refusals.add('uploaded or mailed to Readwise, which alone has the text', row('title'));
    return null;
  }
  return {
    address,
    title: row('title'),
    savedAt: row('saved date'),
    tags: pythonList(row('document tags')),
    isRead: row('location').trim().toLowerCase() === 'archive',
  };
}

/** `['Climate', "children's books"]` as texts. What is no such list counts as written with commas. */
function pythonList(written: string): string[] {
  const inside = /^\s*\[(.*)\]\s*$/s.exec(written.slice(0, 50_000))?.[1];
  if (inside === undefined) return written.split(',');
  const texts = inside.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs);
  return Array.from(texts, ([, single, double]) =>
    (single ?? double ?? '').replaceAll(/\\(.)/gs, '$1'),
  );
}
