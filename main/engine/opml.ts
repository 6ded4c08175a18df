import { CarrelError } from '../../contract/errors.ts';
import { decodeFeed } from './feeds/decode.ts';
import { withoutControls } from './feeds/controls.ts';
import { collectOutlines } from './opml/collect.ts';
import { readOutlines } from './opml/outlines.ts';
import { createRefusals } from './opml/refusals.ts';
import { isCarrels } from './opml/settings.ts';
import type { OpmlList } from './opml/types.ts';

/**
 * Reads a list of subscriptions: OPML 1.0 and 2.0 (http://opml.org/spec2.opml).
 *
 * 1. Bytes to text, and to outlines (`opml/outlines.ts`).
 * 2. Outlines to feeds and folders, nested as deep as they are (`opml/collect.ts`). The same feed
 *    counts once.
 * 3. Where no feed stands in a folder, the categories of OPML 2.0 are folders.
 * 4. What is no feed, is commented out or cannot be read is told, not taken.
 *
 * @param name the file's name, for errors
 * @throws CarrelError 'invalid' when it is not an OPML file
 */
export function parseOpml(bytes: Uint8Array, name: string): OpmlList {
  const text = withoutControls(decodeFeed(bytes, null)).trim();
  if (text === '') throw broken(name, 'it is empty');
  const outlines = readOutlines(text);
  if (outlines === null) throw broken(name, 'it is not an OPML file');
  const { root, marks, isCutOff } = outlines;
  if (isCutOff && marks.length === 0) throw broken(name, 'it is cut off before its first entry');

  const refusals = createRefusals();
  if (isCutOff) refusals.add(`${name} is cut off: its end is missing.`);
  const list = collectOutlines(marks, isCarrels(root), refusals);
  if (list.feeds.length === 0 && !isCarrels(root)) {
    refusals.add(`${name} names no feed that can be fetched.`);
    // An outline of another kind (a plan, a shopping list) is no set of folders.
    list.emptyFolders = [];
  }
  return { ...list, refused: refusals.list() };
}

function broken(name: string, cause: string): CarrelError {
  return new CarrelError('invalid', `opml: cannot read ${name}: ${cause}`);
}
