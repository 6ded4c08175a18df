import { CarrelError } from '../../contract/errors.ts';
import type { Context } from './context.ts';
import { usualPaths } from './feeds/usual-paths.ts';
import type { ParsedFeed } from './feeds/types.ts';
import { fetchAsked, type Asked } from './fetch-asked.ts';
import { HttpStatusError } from './fetch/errors.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { readFeed } from './take-feed.ts';

/** As many as the fetcher has under way at one host. */
const AT_ONCE = 2;
/** How long somebody who waits for an answer is kept waiting for a guess. */
const WITHIN_MS = 15_000;

/**
 * The feed of a site whose pages name none, at one of the addresses where software puts it: the
 * first that is a feed. That one is not there is usual; a site that does not answer, or asks to be
 * left alone, is asked no more.
 * @param page the address of the page that names none
 */
export async function feedAtUsualPaths(
  context: Context,
  asked: Asked,
  page: string,
  withinMs: number = WITHIN_MS,
): Promise<{ fetched: Fetched; parsed: ParsedFeed } | null> {
  const signal = AbortSignal.timeout(withinMs);
  const waiting = usualPaths(page);
  while (waiting.length > 0) {
    const found = await Promise.all(
      waiting.splice(0, AT_ONCE).map((address) => tryPath(context, asked, address, signal)),
    );
    for (const one of found) if (typeof one === 'object') return one;
    if (found.includes('give up')) return null;
  }
  return null;
}

async function tryPath(
  context: Context,
  asked: Asked,
  address: string,
  signal: AbortSignal,
): Promise<{ fetched: Fetched; parsed: ParsedFeed } | 'none' | 'give up'> {
  try {
    const fetched = await fetchAsked(context, asked, address, signal);
    return { fetched, parsed: await readFeed(context, fetched) };
  } catch (error) {
    if (signal.aborted) return 'give up';
    if (!(error instanceof CarrelError)) throw error;
    return isAnswer(error) ? 'none' : 'give up';
  }
}

/** Whether the site answered, and may have another answer at another address. */
function isAnswer(error: CarrelError): boolean {
  if (error.cause instanceof HttpStatusError) return ![429, 503].includes(error.cause.status);
  return !/^(?:network|timeout)$/.test(error.kind);
}
