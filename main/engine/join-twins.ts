import type { ArticleId } from '../../contract/types.ts';
import { titleOf } from '../../db/articles.ts';
import { addIdentities, articleKnownAs } from '../../db/identities.ts';
import { mergeArticles } from '../../db/merge.ts';
import { identityKeys } from './address.ts';
import type { Context } from './context.ts';

/** What a page says of where it is: where redirects led, and what it calls its own address. */
export interface PageAddresses {
  reached: string | null;
  canonical: string | null;
}

/** Titles that agree up to here are one title, with or without a site's name behind it. */
const TELLING_CHARACTERS = 20;

/**
 * Joins an article with its twin: the one that is in the library under the address which the page
 * was reached at, or which it calls its own (`rel=canonical`, which AMP and mobile pages give).
 * The rule in prose: docs/identity.md. Inside the caller's transaction.
 *
 * 1. An address that is no article's (a front page) says nothing.
 * 2. One that is not known yet is known as this article's from now on.
 * 3. One that leads to another article joins the two, if they have one title: some sites give all
 *    their pages one canonical address.
 * @param title what the page calls itself
 * @returns the article it is now
 */
export function joinTwins(
  context: Context,
  id: ArticleId,
  title: string,
  addresses: PageAddresses,
): ArticleId {
  const { db } = context;
  let article = id;
  for (const address of [addresses.reached, addresses.canonical]) {
    if (address === null || !isOfAnArticle(address)) continue;
    const keys = identityKeys({ feedAddress: null, guid: null, address });
    const known = articleKnownAs(db, keys);
    if (known === undefined) addIdentities(db, article, keys);
    if (known?.present !== true || known.id === article) continue;
    const titles = [title, titleOf(db, article) ?? ''];
    if (!titles.some((one) => isSameTitle(one, titleOf(db, known.id) ?? ''))) continue;
    const [kept, gone] = [Math.min(article, known.id), Math.max(article, known.id)];
    mergeArticles(db, kept, gone);
    context.changes.articles([kept, gone]);
    article = kept;
  }
  return article;
}

function isOfAnArticle(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname + url.search !== '/';
}

function isSameTitle(a: string, b: string): boolean {
  const [short = '', long = ''] = [folded(a), folded(b)].toSorted((x, y) => x.length - y.length);
  if (short === '') return false;
  return short === long || (short.length >= TELLING_CHARACTERS && long.startsWith(short));
}

function folded(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
