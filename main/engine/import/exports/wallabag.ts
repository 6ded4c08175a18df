import type { Sink } from '../types.ts';
import { takeLink, type WrittenEntry } from './entry.ts';
import { member, textMember } from './json-text.ts';
import { takeWithText } from './page-of-entry.ts';
import type { CountedRefusals } from './refusals.ts';

/** Less markup than any article has; what wallabag could not fetch says so in a sentence. */
const UNFETCHED = /^\s*$|wallabag can'?t retrieve contents for this article/i;

/** Whether a value looks like an entry that wallabag wrote. */
export function isWallabagEntry(value: unknown): boolean {
  return ['is_archived', 'is_starred', 'domain_name', 'given_url'].some(
    (name) => member(value, name) !== undefined,
  );
}

/**
 * Takes an entry of wallabag's JSON: with its text as a page, without as an address to fetch.
 *
 * @see https://github.com/wallabag/wallabag/blob/master/src/Entity/Entry.php its serialisation
 */
export function takeWallabagEntry(value: unknown, sink: Sink, refusals: CountedRefusals): void {
  const entry: WrittenEntry = {
    address:
      ['url', 'given_url', 'origin_url'].map((name) => textMember(value, name)).find(isWeb) ??
      textMember(value, 'url'),
    title: textMember(value, 'title'),
    savedAt: member(value, 'created_at'),
    tags: tagsOfEntry(member(value, 'tags')),
    isRead: isTrue(member(value, 'is_archived')),
    isStarred: isTrue(member(value, 'is_starred')),
  };
  const html = textMember(value, 'content');
  const type = textMember(value, 'mimetype');
  if (UNFETCHED.test(html.slice(0, 2_000)) || !/^(?:text\/|application\/xhtml|$)/i.test(type)) {
    takeLink(entry, sink, refusals);
    return;
  }
  const authors = member(value, 'published_by');
  takeWithText(
    entry,
    {
      html,
      authors: Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : [],
      siteName: textMember(value, 'domain_name'),
      description: '',
      publishedAt: member(value, 'published_at'),
      language: textMember(value, 'language'),
    },
    sink,
    refusals,
  );
}

function isWeb(address: string): boolean {
  return /^\s*https?:\/\//i.test(address);
}

/** Names, or what the interface gives for each: `{ label, slug }`. */
function tagsOfEntry(tags: unknown): string[] {
  if (typeof tags === 'string') return tags.split(',');
  if (!Array.isArray(tags)) return [];
  return tags.map((tag) => (typeof tag === 'string' ? tag : textMember(tag, 'label')));
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}
