import { plainText, shortened } from '../feeds/text.ts';
import { withoutLogin } from '../typed-address.ts';
import type { Refusals } from './refusals.ts';

/** The attributes of one outline, names in lower case. */
export type Attributes = ReadonlyMap<string, string>;

/** As the schema of the contract has it. */
const TITLE_CHARACTERS = 500;
/** What is told of a name or an address in a sentence. */
export const TOLD_CHARACTERS = 200;

/** What an outline is; one that is neither a feed nor a folder is told. */
export function kindOf(
  attributes: Attributes,
  hasChildren: boolean,
  refusals: Refusals,
): 'feed' | 'folder' | 'other' {
  if (feedAddress(attributes) !== undefined) return 'feed';
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  if (type === 'include') {
    refusals.add(`“${nameOf(attributes)}” is another list, which is not fetched.`);
    return 'other';
  }
  if (hasChildren) return 'folder';
  if (type === 'link' || attributes.has('url')) {
    refusals.add(`“${nameOf(attributes)}” is a link, not a feed.`);
    return 'other';
  }
  if (isFeedType(type)) {
    refusals.add(`“${nameOf(attributes)}” has no address.`);
    return 'other';
  }
  return 'folder';
}

/** The address of a feed as it is written; `url` is OPML 1.0's, where the type says what it is. */
export function feedAddress(attributes: Attributes): string | undefined {
  const written = attributes.get('xmlurl')?.trim() ?? '';
  if (written !== '') return written;
  return isFeedType(attributes.get('type')) ? attributes.get('url') : undefined;
}

function isFeedType(type: string | undefined): boolean {
  return /^\s*(?:rss|atom|rdf|feed|json)/i.test(type ?? '');
}

/** What an outline is called: its `text`, else its `title`; empty where it has neither. */
export function titleOf(attributes: Attributes): string {
  return asTitle(attributes.get('text') ?? '') || asTitle(attributes.get('title') ?? '');
}

/** A title in one line, as long as the contract lets it be. */
export function asTitle(written: string): string {
  return shortened(plainText({ value: written, type: 'text' }), TITLE_CHARACTERS);
}

/** What an outline is called in a sentence. */
export function nameOf(attributes: Attributes): string {
  const address = withoutLogin(attributes.get('xmlurl') ?? attributes.get('url') ?? '');
  return shortened(titleOf(attributes) || address || 'An entry without a name', TOLD_CHARACTERS);
}
