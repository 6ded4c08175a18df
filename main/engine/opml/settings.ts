import { feedSettings } from '../../../contract/schemas.ts';
import type { FeedSettings } from '../../../contract/types.ts';

/**
 * The namespace of what Carrel writes into a list beyond OPML 2.0, which allows it ("Elements and
 * attributes not described on this page", http://opml.org/spec2.opml). `carrel:title="own"` says that
 * a title is the reader's and not the feed's; the others are the feed's settings by name, where they
 * are not the usual ones.
 */
export const NAMESPACE = 'https://carrel.invalid/opml';

/** The attributes of `<opml>` by which a list is known as Carrel's, its names in lower case. */
export function isCarrels(root: ReadonlyMap<string, string>): boolean {
  return root.get('xmlns:carrel') === NAMESPACE;
}

const USUAL: FeedSettings = {
  everyMinutes: null,
  textFrom: 'page',
  pictures: true,
  keep: null,
  enclosures: false,
};

const NAMES = ['everyMinutes', 'textFrom', 'pictures', 'keep', 'enclosures'] as const;

/** The settings of a feed as attributes, by name and value. */
export function settingsAsAttributes(settings: FeedSettings): [name: string, value: string][] {
  return NAMES.filter((name) => settings[name] !== USUAL[name]).map((name) => [
    `carrel:${name}`,
    String(settings[name]),
  ]);
}

/** What an outline's attributes (names in lower case) set; what is no setting sets nothing. */
export function readFeedSettings(attributes: ReadonlyMap<string, string>): Partial<FeedSettings> {
  const settings: Partial<FeedSettings> = {};
  for (const name of NAMES) {
    const written = attributes.get(`carrel:${name.toLowerCase()}`);
    if (written === undefined) continue;
    const read = feedSettings.safeParse({ [name]: valueOf(written) });
    if (read.success) Object.assign(settings, read.data);
  }
  return settings;
}

function valueOf(written: string): string | number | boolean {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  return written === 'true' || (written === 'false' ? false : written);
}
