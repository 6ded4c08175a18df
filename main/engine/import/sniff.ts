import { gunzipSync, constants } from 'node:zlib';

/** What a file is, as far as it matters for how it is taken. */
export type FileKind =
  | 'opml'
  | 'html'
  | 'mhtml'
  | 'markdown'
  | 'text'
  | 'pdf'
  | 'warc'
  | 'zip'
  | 'backup'
  | 'pocket-html'
  | 'instapaper-html'
  | 'bookmarks'
  | 'csv'
  | 'json';

/** So much of a file tells what it is. */
export const BEGINNING_BYTES = 64 * 1024;

/** The first bytes of what Carrel knows by them. */
const MAGIC: [FileKind, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive without a file in it.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
];

/** @see RFC 1952, 2.3.1 */
const GZIP = [0x1f, 0x8b];

/** The columns by which exports that are tables are known. */
const COLUMNS =
  /^\W{0,20}(?:(?:title|url|id|name|address)\b[^\n]{0,2000}[,;]|[^\n]{0,2000}[,;]"?url"?)/i;

/**
 * Tells what a file is: by its content, and by its name only where the content could be several
 * things. Total.
 * @param bytes the file, or its first `BEGINNING_BYTES`
 * @returns `null` for what Carrel does not read: a picture, a program, noise
 */
export function kindOf(bytes: Uint8Array, name: string): FileKind | null {
  const beginning = bytes.subarray(0, BEGINNING_BYTES);
  for (const [kind, magic] of MAGIC) {
    // Readers of PDF accept some bytes before it (ISO 32000-1, annex H).
    const within = kind === 'pdf' ? beginning.subarray(0, 1024) : beginning;
    if (kind === 'pdf' ? includes(within, magic) : startsWith(within, magic)) return kind;
  }
  // Nothing else that Carrel reads is packed so.
  if (startsWith(beginning, GZIP)) return isWarc(latin(unpackedStart(beginning))) ? 'warc' : null;
  if (isBackup(beginning)) return 'backup';
  const text = latin(beginning);
  if (isWarc(text)) return 'warc';
  if (isMhtml(text)) return 'mhtml';
  const marked = markupOf(text, name);
  if (marked !== null) return marked;
  if (!isText(beginning, text)) return null;
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return 'markdown';
  if (/\.json$/i.test(name) && /^\W*[[{]/.test(text)) return 'json';
  if (/^\s*(?:\[\s*\{\s*"|\{\s*"_embedded")/.test(text)) return 'json';
  if (/\.csv$/i.test(name) || (!/\.txt$/i.test(name) && COLUMNS.test(text))) return 'csv';
  return 'text';
}

/** Markup that is told by its first elements, or by a name where they are missing. */
function markupOf(text: string, name: string): FileKind | null {
  if (/<!doctype netscape-bookmark-file/i.test(text)) return 'bookmarks';
  const isHtml = /^<(?:!doctype html|(?:html|head|body)[\s>])/i.test(afterComments(text));
  if (/<opml[\s>]/i.test(text.slice(0, 4096)) && !isHtml) return 'opml';
  if (isHtml && /<title>\s*Pocket Export\s*<\/title>/i.test(text)) return 'pocket-html';
  if (isHtml && /<title>\s*Instapaper: Export\s*<\/title>/i.test(text)) return 'instapaper-html';
  if (isHtml) return 'html';
  const isMarkup = /<[a-z][a-z0-9]*[\s/>]/i.test(text);
  if (/\.opml$/i.test(name) && isMarkup) return 'opml';
  return /\.(?:x?html?|shtml)$/i.test(name) && isMarkup ? 'html' : null;
}

/**
 * What follows the comments and declarations that a file may begin with. Step by step: an expression
 * that does it in one tries every way to divide what are many comments, or none.
 */
function afterComments(text: string): string {
  let at = 0;
  while (true) {
    at += /^[^<\w]{0,1000}/.exec(text.slice(at, at + 1000))?.[0].length ?? 0;
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null;
    if (end === null) return text.slice(at, at + 20);
    const close = text.indexOf(end, at + 2);
    if (close === -1) return '';
    at = close + end.length;
  }
}

function isWarc(text: string): boolean {
  return /^\s*WARC\/\d/.test(text);
}

/**
 * What the first 200 packed bytes hold: enough for the first line, and at most 200 kB, since deflate
 * shrinks nothing to less than a thousandth. Nothing where they are damaged.
 */
function unpackedStart(packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed.subarray(0, 200), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 256 * 1024,
    });
  } catch {
    return new Uint8Array();
  }
}

/** RFC 822 fields, one of which says that parts follow that belong together. */
function isMhtml(text: string): boolean {
  const head = /^(?:From |[\w-]+:)[\s\S]*?(?:\r?\n\r?\n|$)/.exec(text.trimStart())?.[0] ?? '';
  return /^content-type:\s*multipart\/(?:related|alternative|mixed)\b/im.test(head);
}

/** POSIX tar, whose first file is the list of what is in a backup. */
function isBackup(beginning: Uint8Array): boolean {
  return (
    latin(beginning.subarray(0, 100)).startsWith('carrel-backup.json') &&
    Buffer.from(beginning.subarray(257, 262)).toString('latin1') === 'ustar'
  );
}

/** Bytes that are no text have control characters; those of UTF-16 are zeros, every other one. */
function isText(bytes: Uint8Array, text: string): boolean {
  if (bytes.length === 0) return false;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return true;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return true;
  const strange = text.match(STRANGE)?.length ?? 0;
  const zeros = bytes.length - text.length;
  return strange <= text.length / 100 && (zeros === 0 || Math.abs(zeros * 2 - bytes.length) < 8);
}

/** Control characters that do not occur in text; what is above ASCII may be a letter anywhere. */
// oxlint-disable-next-line no-control-regex
const STRANGE = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;

/** In any encoding that extends ASCII, UTF-16 included, markup can be read so. */
export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^ï»¿|^ÿþ|^þÿ/, '');
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function includes(bytes: Uint8Array, magic: number[]): boolean {
  return Buffer.from(bytes).includes(Buffer.from(magic));
}
