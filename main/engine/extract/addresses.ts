import { all } from './dom.ts';
import type { PageDocument } from './dom.ts';

/** Longer addresses are no addresses; `data:` pictures may be long. */
const MAX_ADDRESS = 8_192;
const MAX_DATA_ADDRESS = 2_000_000;

/** An address made absolute, http(s) only; `null` for any other. */
export function webAddress(written: string | null, base: string | null): string | null {
  const url = resolve(written, base, MAX_ADDRESS);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** An address a link of the body may have: http(s) or mailto. */
export function linkAddress(written: string | null, base: string | null): string | null {
  const url = resolve(written, base, MAX_ADDRESS);
  if (url === null || !/^(?:https?|mailto):$/.test(url.protocol)) return null;
  // A link within the page leads nowhere once the page is kept.
  const isWithin =
    url.hash !== '' && base !== null && url.href.split('#')[0] === base.split('#')[0];
  return isWithin ? null : url.href;
}

/**
 * An address a picture may have: http(s), `data:` of a picture, or `saved:` and `cid:` of one that
 * was saved with its page.
 */
export function pictureAddress(written: string | null, base: string | null): string | null {
  const text = written?.trim() ?? '';
  if (/^data:image\//i.test(text)) return text.length <= MAX_DATA_ADDRESS ? text : null;
  const url = resolve(text, base, MAX_ADDRESS);
  return url !== null && /^(?:https?|saved|cid):$/.test(url.protocol) ? url.href : null;
}

/** Whether a picture is to be had from the page's own files alone: nothing to be fetched. */
export function isSavedWithPage(address: string): boolean {
  return /^(?:saved|cid):/i.test(address);
}

function resolve(written: string | null, base: string | null, max: number): URL | null {
  const text = written?.trim() ?? '';
  if (text === '' || text.length > max) return null;
  return URL.parse(text, base ?? undefined);
}

/**
 * What relative addresses of a page are relative to: its `<base>`, else its own address, else
 * the address a saved page names: in the comment of the browser that saved it is no element, so
 * `rel=canonical` and `og:url` have to do.
 */
export function baseOf(document: PageDocument, address: string | null): string | null {
  const own = address ?? statedAddress(document, null);
  for (const base of all(document, 'base[href]')) {
    const resolved = webAddress(base.getAttribute('href'), own);
    if (resolved !== null) return resolved;
  }
  return own;
}

/** The address a page says is its own. */
export function statedAddress(document: PageDocument, address: string | null): string | null {
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href');
  const openGraph = document.querySelector('meta[property="og:url" i][content]');
  return (
    webAddress(canonical ?? null, address) ??
    webAddress(openGraph?.getAttribute('content') ?? null, address)
  );
}
