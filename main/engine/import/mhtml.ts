import type { Timestamp } from '../../../contract/types.ts';
import { parseDate } from '../extract/dates.ts';
import { inOneLine } from '../feeds/text.ts';
import { pictureType } from '../fetch/picture-type.ts';
import { fieldOf, parameterOf } from './fields.ts';
import { readMime, type MimeMessage, type MimePart } from './mime-parts.ts';
import { withWordsDecoded } from './mime-words.ts';

/** A page that was saved as one file, with its pictures. */
export interface SavedPage {
  /** The page itself, transfer encoding taken off. */
  bytes: Uint8Array;
  /** With its charset, where it says so. */
  contentType: string | null;
  /** Where on the web it was; `null` where it was saved from a disk or a mail. */
  address: string | null;
  /** What its relative addresses are relative to, where that is not its address. */
  base: string | null;
  title: string | null;
  savedAt: Timestamp | null;
  /** The pictures, by each absolute address (http(s), `saved:`, `cid:`) that they have. */
  resources: { address: string; bytes: Uint8Array }[];
  /** Whether the end of the file is missing. */
  isCutOff: boolean;
}

/** Where files are whose addresses are those of somebody's disk, or of nothing (RFC 2557, 5). */
const NOWHERE = 'saved://page/';

/**
 * The page of an MHTML file (RFC 2557), as Chromium, Internet Explorer and Word save them.
 *
 * 1. The root is the part that `start` names, else the first that is HTML. Of a frameset, the largest
 *    frame is the page; other frames are not read.
 * 2. Its address is its `Content-Location`, else what Chromium says of the whole.
 * 3. Pictures are found by their `Content-Location`, relative to the root's, and their `Content-ID`.
 *
 * @returns `undefined` for bytes without an HTML part. Never throws.
 */
export function readMhtml(bytes: Uint8Array): SavedPage | undefined {
  const message = readMime(bytes);
  const root = rootOf(message);
  if (root === undefined) return undefined;
  const base = baseOf(message, root);
  const isOfWeb = /^https?:/.test(base);
  const subject = inOneLine(withWordsDecoded(fieldOf(message.fields, 'subject') ?? ''));
  return {
    bytes: root.content(),
    contentType: fieldOf(root.fields, 'content-type'),
    address: isOfWeb ? base : null,
    base: isOfWeb ? null : base,
    title: subject === '' ? null : subject,
    savedAt: parseDate(fieldOf(message.fields, 'date'))?.at ?? null,
    resources: message.parts.filter((part) => part !== root).flatMap((part) => named(part, base)),
    isCutOff: message.isCutOff,
  };
}

function rootOf({ fields, parts }: MimeMessage): MimePart | undefined {
  const pages = parts.filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type));
  const start = parameterOf(fieldOf(fields, 'content-type'), 'start');
  const root =
    (start === null ? undefined : pages.find((part) => idOf(part) === withoutBrackets(start))) ??
    pages[0];
  if (root === undefined || !/<frameset[\s>]/i.test(root.content().toString('latin1'))) return root;
  const [largest] = pages
    .filter((part) => part !== root)
    .toSorted((a, b) => b.sizeBytes - a.sizeBytes);
  return largest ?? root;
}

function baseOf(message: MimeMessage, root: MimePart): string {
  const written = [
    fieldOf(root.fields, 'content-location'),
    fieldOf(message.fields, 'snapshot-content-location'),
    fieldOf(message.fields, 'content-location'),
    fieldOf(message.fields, 'content-base'),
  ];
  const located = written.flatMap((one) => (one === null ? [] : (locate(one, NOWHERE) ?? [])));
  return located.find((one) => /^https?:/.test(one)) ?? located[0] ?? NOWHERE;
}

/** An address in a file, absolute; those of a disk or of nothing are within what was brought. */
function locate(written: string, base: string): string | undefined {
  // Long ones are folded, and the fold is no part of them (RFC 2557, 4.4.1).
  const url = URL.parse(withWordsDecoded(written).replaceAll(/\s+(?!$)/g, ''), base);
  if (url === null) return undefined;
  if (/^(?:https?|saved):$/.test(url.protocol)) return withoutHash(url);
  const isNowhere = url.protocol === 'file:' || url.protocol === 'thismessage:';
  const inside = isNowhere ? URL.parse(`.${url.pathname}`, NOWHERE) : null;
  return inside === null ? undefined : withoutHash(inside);
}

function withoutHash(url: URL): string {
  url.hash = '';
  return url.href;
}

/** A picture under each of its addresses; nothing for a part that is none. */
function named(part: MimePart, base: string): { address: string; bytes: Uint8Array }[] {
  if (!/^(?:image\/.*|application\/octet-stream|)$/.test(part.type)) return [];
  const location = fieldOf(part.fields, 'content-location');
  const id = idOf(part);
  const isCid = location !== null && /^cid:/i.test(location);
  const addresses = new Set([
    ...(location === null || isCid ? [] : [locate(location, base)]),
    isCid ? `cid:${location.slice(4)}` : undefined,
    id === '' ? undefined : `cid:${id}`,
  ]);
  addresses.delete(undefined);
  if (addresses.size === 0) return [];
  const bytes = part.content();
  if (!part.type.startsWith('image/') && pictureType(bytes) === null) return [];
  return [...addresses].flatMap((address) => (address === undefined ? [] : [{ address, bytes }]));
}

function idOf(part: MimePart): string {
  return withoutBrackets(fieldOf(part.fields, 'content-id') ?? '');
}

function withoutBrackets(id: string): string {
  return id.trim().replace(/^<(.*)>$/, '$1');
}
