import { CarrelError } from '../../contract/errors.ts';
import { HttpStatusError } from '../../main/engine/fetch/errors.ts';
import type { Fetched, Fetcher, FetchOptions } from '../../main/engine/fetch/fetcher.ts';

/** What an address of a made-up web answers; a text is a page, or a feed if it begins like one. */
export type Page =
  | string
  | {
      body?: string;
      status?: number;
      headers?: [string, string][];
      /** Where it redirects to, for good or not. */
      to?: string;
      permanent?: boolean;
      /** The name without which it answers 401. */
      name?: string;
      /** Answers when the fetch is given up. */
      hangs?: boolean;
    };

/**
 * A web of a few addresses, because discovery is about hosts that no loopback server can be. What
 * is not in it answers 404.
 */
export interface Web extends Fetcher {
  requests: { address: string; options: FetchOptions }[];
}

export function webOf(pages: Record<string, Page>): Web {
  const requests: Web['requests'] = [];

  async function get(asked: string, options: FetchOptions): Promise<Fetched> {
    requests.push({ address: asked, options });
    const redirects: string[] = [];
    let permanent = true;
    let address = asked;
    let page = pageAt(address);
    while (page.to !== undefined) {
      redirects.push(address);
      permanent &&= page.permanent === true;
      address = page.to;
      page = pageAt(address);
    }
    if (page.hangs === true) await until(options.signal);
    if (isRefused(page, options)) {
      const wanted =
        options.login === undefined ? 'asks for a login' : 'refused the login that it was sent';
      throw new CarrelError('login', `cannot fetch ${asked}: the server ${wanted}`);
    }
    const status = page.status ?? 200;
    if (status !== 200)
      throw new HttpStatusError(`fetch: ${asked} answered ${status}`, status, null);
    const { body = '', headers = [] } = page;
    const contentType = body.startsWith('<rss') ? 'application/rss+xml' : 'text/html';
    return {
      status,
      address,
      redirects,
      permanent: permanent && redirects.length > 0,
      headers,
      bytes: Buffer.from(body),
      contentType,
      etag: null,
      lastModified: null,
      retryAfterMs: null,
      freshForMs: null,
      notModified: false,
    };
  }

  function pageAt(address: string): Exclude<Page, string> {
    const page = pages[address] ?? { status: 404 };
    return typeof page === 'string' ? { body: page } : page;
  }

  const download = (): never => {
    throw new Error('nothing is downloaded from this web');
  };
  return { requests, get, download, close: () => Promise.resolve() };
}

function isRefused(page: Exclude<Page, string>, { login }: FetchOptions): boolean {
  if (page.name === undefined) return false;
  return login?.kind !== 'basic' || login.name !== page.name;
}

async function until(signal: AbortSignal | undefined): Promise<never> {
  return await new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

/** A feed without entries. */
export function rss(title: string): string {
  return `<rss version="2.0"><channel><title>${title}</title></channel></rss>`;
}
