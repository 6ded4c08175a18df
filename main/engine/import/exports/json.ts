import { CarrelError } from '../../../../contract/errors.ts';
import type { Unpacker } from '../types.ts';
import { member, readJsonFile } from './json-text.ts';
import { isOmnivoreEntry, takeOmnivoreEntry } from './omnivore.ts';
import { countRefusals } from './refusals.ts';
import { isWallabagEntry, takeWallabagEntry } from './wallabag.ts';

/** So many are looked at to tell whose list it is. */
const LOOKED_AT = 20;

/**
 * The list of wallabag (as exported, or as its interface gives it), and the metadata of Omnivore
 * where somebody brings them without their archive.
 */
export const unpackJson: Unpacker = async (file, sink) => {
  const parsed = await readJsonFile(file);
  const items = Array.isArray(parsed) ? parsed : member(member(parsed, '_embedded'), 'items');
  // One article is exported as itself.
  const entries: unknown[] = Array.isArray(items) ? items : [parsed];
  const first = entries.slice(0, LOOKED_AT);
  const take = first.some(isWallabagEntry)
    ? takeWallabagEntry
    : first.some(isOmnivoreEntry)
      ? takeOmnivoreEntry
      : null;
  if (take === null) {
    throw new CarrelError(
      'invalid',
      `import: cannot read ${file.name}: it is no list that wallabag or Omnivore writes`,
    );
  }
  const refusals = countRefusals(file.name);
  for (const entry of entries) take(entry, sink, refusals);
  refusals.tell(sink);
};
