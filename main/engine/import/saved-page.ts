import { createHash } from 'node:crypto';
import type { Timestamp } from '../../../contract/types.ts';
import { decodePage } from '../extract/decode.ts';
import { endOfBase64 } from '../extract/source.ts';
import { latin } from './sniff.ts';

/** What a browser, or SingleFile, writes into a page that it saves. */
export interface SavedFrom {
  address: string | null;
  savedAt: Timestamp | null;
}

/** Beyond this nobody writes where a page is from. */
const WITHIN_BYTES = 8_192;

/**
 * Reads where a saved page is from: the “saved from” comment of browsers (the Mark of the Web), and
 * the one of SingleFile. Total.
 */
export function savedFrom(bytes: Uint8Array): SavedFrom {
  const beginning = latin(bytes.subarray(0, WITHIN_BYTES));
  const browser = /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/i.exec(beginning)?.[1];
  const single = /<!--\s*Page saved with SingleFile\b([\s\S]{0,2000}?)-->/i.exec(beginning)?.[1];
  const written = browser ?? /^\s*url:\s*(https?:\/\/\S+)/im.exec(single ?? '')?.[1] ?? null;
  const date = /^\s*saved date:\s*(.{1,60}?)(?:\s*\(.*)?$/im.exec(single ?? '')?.[1];
  const savedAt = Date.parse(date ?? '');
  return {
    address: written === null ? null : (URL.parse(written)?.href ?? null),
    savedAt: Number.isNaN(savedAt) ? null : savedAt,
  };
}

/** What the relative addresses of a saved page are relative to: no other page's are the same. */
export function baseOfSaved(sha256: string): string {
  return `saved://${sha256.slice(0, 32)}/`;
}

/**
 * The path that a relative address of a saved page leads to, in the folder that the page is in;
 * `null` for an address that is not one of the page's own files.
 */
export function pathOfSaved(address: string, base: string): string | null {
  if (!address.startsWith(base)) return null;
  const path = address.slice(base.length).split(/[?#]/, 1)[0] ?? '';
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return null;
  }
}

/** A picture that stood in the page itself. */
export interface WrittenPicture {
  /** `saved://data/…`, by the SHA-256 of what was written. */
  address: string;
  bytes: Uint8Array;
}

/** Shorter ones are stand-ins and lines; as addresses they do no harm. */
const LEAST_WRITTEN = 4_096;

/**
 * Takes the large pictures out of a page that has them written into it (`data:`), as SingleFile does
 * it, and puts short addresses in their place: otherwise each would be in the library three times,
 * as an address of megabytes.
 * @returns the page as UTF-8; `null` where it has no such picture
 */
export function takeWrittenPictures(
  bytes: Uint8Array,
  contentType: string | null,
): { bytes: Uint8Array; pictures: Map<string, string> } | null {
  // To decode a page for nothing would take a tenth of the time of reading it.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(DATA)) return null;
  const html = decodePage(bytes, contentType);
  const pictures = new Map<string, string>();
  const rest: string[] = [];
  let from = 0;
  for (let at = html.indexOf(DATA); at !== -1; at = html.indexOf(DATA, at + 1)) {
    BASE64.lastIndex = at;
    const end = BASE64.test(html) ? endOfBase64(html, BASE64.lastIndex) : at;
    if (end - at < LEAST_WRITTEN) continue;
    const written = html.slice(at, end);
    const address = `saved://data/${createHash('sha256').update(written).digest('hex')}`;
    pictures.set(address, written);
    rest.push(html.slice(from, at), address);
    from = end;
    at = end - 1;
  }
  if (pictures.size === 0) return null;
  rest.push(html.slice(from));
  return { bytes: Buffer.from(rest.join(''), 'utf8'), pictures };
}

const DATA = 'data:image/';
const BASE64 = /data:image\/[a-z0-9.+-]{1,40}(?:;[a-z0-9=.-]{1,40})*;base64,/iy;
