import { sameFeedKey } from '../feeds/same-feed.ts';
import { shortened } from '../feeds/text.ts';
import { readTypedAddress, withoutLogin, type TypedAddress } from '../typed-address.ts';
import {
  asTitle,
  feedAddress,
  kindOf,
  nameOf,
  titleOf,
  TOLD_CHARACTERS,
  type Attributes,
} from './attributes.ts';
import type { OutlineMark } from './outlines.ts';
import type { Refusals } from './refusals.ts';
import { readFeedSettings } from './settings.ts';
import type { OpmlFeed, OpmlList } from './types.ts';

/** The sources pane indents folders; deeper ones were nested by a program, not by a person. */
const MAX_DEPTH = 32;
/** More were not made by a person either. */
const MAX_FOLDERS = 5_000;

/** An outline whose end has not come yet. */
interface Open {
  /** The folder that stands for it and all around it. */
  folders: string[];
  isFolder: boolean;
  /** Whether a feed or a folder stands in it. */
  hasContent: boolean;
}

/** What is being read. */
interface Reading {
  feeds: OpmlFeed[];
  emptyFolders: string[][];
  /** In which folder the feed of a key stands. */
  taken: Map<string, string>;
  categories: Map<OpmlFeed, string>;
  isOurs: boolean;
  refusals: Refusals;
}

/**
 * The feeds and the empty folders of outlines. Without recursion: files nest deeper than a stack is.
 * @param isOurs whether Carrel wrote the file, so that it says which titles are the reader's
 * @param refusals is told what is not taken
 */
export function collectOutlines(
  marks: OutlineMark[],
  isOurs: boolean,
  refusals: Refusals,
): Pick<OpmlList, 'feeds' | 'emptyFolders'> {
  const reading: Reading = {
    feeds: [],
    emptyFolders: [],
    taken: new Map(),
    categories: new Map(),
    isOurs,
    refusals,
  };
  const around: Open[] = [{ folders: [], isFolder: false, hasContent: false }];
  let folderCount = 0;
  let isTooMuch = false;
  /** How many outlines of a part that is commented out are open. */
  let commented = 0;

  const close = (): void => {
    const closed = around.pop();
    const holder = around.at(-1);
    if (closed === undefined || holder === undefined) return;
    if (closed.isFolder && !closed.hasContent) reading.emptyFolders.push(closed.folders);
    holder.hasContent ||= closed.hasContent || closed.isFolder;
  };

  for (const [at, mark] of marks.entries()) {
    if (commented > 0) {
      commented += mark.kind === 'start' ? 1 : -1;
      continue;
    }
    if (mark.kind === 'end') {
      if (around.length > 1) close();
      continue;
    }
    const { attributes } = mark;
    if (attributes.get('iscomment')?.toLowerCase() === 'true') {
      refusals.add(`“${nameOf(attributes)}” is commented out.`);
      commented = 1;
      continue;
    }
    const holder = around.at(-1) ?? { folders: [], isFolder: false, hasContent: false };
    const title = titleOf(attributes);
    const hasChildren = marks[at + 1]?.kind === 'start';
    // An outline without a title is no folder, but what is in it counts.
    const isFolder = kindOf(attributes, hasChildren, refusals) === 'folder' && title !== '';
    const isWithin = isFolder && holder.folders.length < MAX_DEPTH && folderCount < MAX_FOLDERS;
    if (isWithin) folderCount += 1;
    else if (isFolder) isTooMuch = true;
    if (takeFeed(attributes, holder.folders, reading)) holder.hasContent = true;
    around.push({
      folders: isWithin ? [...holder.folders, title] : holder.folders,
      isFolder: isWithin,
      hasContent: false,
    });
  }
  while (around.length > 1) close();
  if (isTooMuch) {
    refusals.add(
      `Of folders, the first ${MAX_FOLDERS.toLocaleString('en')} are taken, ${MAX_DEPTH} deep; what is in others stands in the folder around them.`,
    );
  }
  if (reading.feeds.every(({ folders }) => folders.length === 0)) takeCategories(reading);
  return { feeds: reading.feeds, emptyFolders: reading.emptyFolders };
}

/** Takes the feed of an outline, if it is one; whether one stands there now that did not before. */
function takeFeed(attributes: Attributes, folders: string[], reading: Reading): boolean {
  const written = feedAddress(attributes);
  if (written === undefined) return false;
  const typed = addressOf(written);
  if (typed === null) {
    const told = shortened(written, TOLD_CHARACTERS);
    reading.refusals.add(`“${nameOf(attributes)}” has no http address: ${told}`);
    return false;
  }
  const { address, login } = typed;
  const key = sameFeedKey(address);
  const folder = folders.join(' / ');
  const before = reading.taken.get(key);
  if (before !== undefined) {
    if (before !== folder) {
      const where = before === '' ? 'no folder' : `“${before}”`;
      reading.refusals.add(`“${nameOf(attributes)}” is there twice; it is taken into ${where}.`);
    }
    return false;
  }
  reading.taken.set(key, folder);
  const title = titleOf(attributes);
  // Some programs write the address for want of a title.
  const isTitle = title !== '' && title !== address && title !== written;
  const feed: OpmlFeed = {
    address,
    title,
    isOwnTitle: reading.isOurs ? attributes.get('carrel:title') === 'own' : isTitle,
    siteAddress: siteOf(attributes.get('htmlurl')),
    folders,
    settings: readFeedSettings(attributes),
    login,
  };
  reading.feeds.push(feed);
  const category = attributes.get('category');
  if (category !== undefined) reading.categories.set(feed, category);
  return true;
}

/** `category="/News/Local,/Harbour"`: paths, or single words, separated by commas. */
function takeCategories({ categories, refusals }: Reading): void {
  for (const [feed, written] of categories) {
    const paths = written.split(',').map((path) => path.split('/').map(asTitle).filter(Boolean));
    const [first, ...others] = paths.filter((path) => path.length > 0);
    if (first === undefined) continue;
    feed.folders = first.slice(0, MAX_DEPTH);
    if (others.length > 0) {
      const name = feed.title || feed.address;
      refusals.add(`“${name}” is in several categories; it is taken into “${first.join(' / ')}”.`);
    }
  }
}

function addressOf(written: string): TypedAddress | null {
  try {
    return readTypedAddress(written);
  } catch {
    return null;
  }
}

function siteOf(written: string | undefined): string | null {
  const site = written === undefined ? null : addressOf(written);
  return site === null ? null : withoutLogin(site.address);
}
