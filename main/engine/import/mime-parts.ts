import { fieldOf, parameterOf, plainValue, readFields, type Field } from './fields.ts';
import { headText, withoutTransferEncoding } from './mime-words.ts';

/** A part that has no parts. */
export interface MimePart {
  fields: Field[];
  /** Its type without parameters, in lower case. */
  type: string;
  /** Its content, transfer encoding taken off: anew each time. */
  content(): Buffer;
  /** As it is encoded. */
  sizeBytes: number;
}

export interface MimeMessage {
  /** The head of the whole. */
  fields: Field[];
  /** All that have no parts, in the order of the file, however deep. */
  parts: MimePart[];
  /** Whether the end of its parts is missing. */
  isCutOff: boolean;
}

/** A page in a mail in a mail is four deep. */
const MAX_DEPTH = 8;
/** A page has hundreds of parts. */
const MAX_PARTS = 20_000;
/** A head of more is no head, but a file without an empty line. */
const MAX_HEAD_BYTES = 262_144;

/**
 * The parts of a message (RFC 2045, RFC 2046). Ours, and not postal-mime's, which is made for mail: it
 * leaves `Content-Location` out, by which a page names its pictures, and joins all HTML to one text.
 */
export function readMime(bytes: Uint8Array): MimeMessage {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = 0;
  while (whole[start] === 0x0d || whole[start] === 0x0a) start += 1;
  const message: MimeMessage = { fields: [], parts: [], isCutOff: false };
  message.fields = readPart(whole.subarray(start), message, 0);
  return message;
}

/** Reads a part and those within; returns its head. */
function readPart(bytes: Buffer, message: MimeMessage, depth: number): Field[] {
  const [head, body] = split(bytes);
  const fields = readFields(headText(head.subarray(0, MAX_HEAD_BYTES)));
  const contentType = fieldOf(fields, 'content-type');
  const type = plainValue(contentType);
  if (type.startsWith('multipart/')) {
    const boundary = parameterOf(contentType, 'boundary') ?? firstBoundary(body);
    if (boundary === null || boundary === '') message.isCutOff = true;
    else if (depth < MAX_DEPTH) readParts(body, boundary, message, depth);
  } else if (message.parts.length < MAX_PARTS) {
    const encoding = plainValue(fieldOf(fields, 'content-transfer-encoding'));
    const content = (): Buffer => withoutTransferEncoding(body, encoding);
    message.parts.push({ fields, type, content, sizeBytes: body.length });
  }
  return fields;
}

function readParts(body: Buffer, boundary: string, message: MimeMessage, depth: number): void {
  const mark = `--${boundary}`;
  let from: number | null = null;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    const after = body.toString('latin1', at + mark.length, at + mark.length + 100);
    // Of a boundary that begins another one, and of one within a line, nothing ends.
    const isMark =
      (at === 0 || body[at - 1] === 0x0a) && /^(?:--)?[ \t]*(?:\r?\n|\r|$)/.test(after);
    if (!isMark) continue;
    if (from !== null) readPart(body.subarray(from, endBefore(body, at)), message, depth + 1);
    if (after.startsWith('--')) return;
    const end = body.indexOf('\n', at);
    from = end === -1 ? body.length : end + 1;
    if (message.parts.length >= MAX_PARTS) return;
  }
  message.isCutOff = true;
  if (from !== null && from < body.length) readPart(body.subarray(from), message, depth + 1);
}

/** The line end in front of a boundary is a part of it (RFC 2046, 5.1.1). */
function endBefore(body: Buffer, at: number): number {
  return Math.max(0, body[at - 2] === 0x0d ? at - 2 : at - 1);
}

function split(bytes: Buffer): [head: Buffer, body: Buffer] {
  const blank = /^\r?\n/.exec(bytes.toString('latin1', 0, 2));
  if (blank !== null) return [bytes.subarray(0, 0), bytes.subarray(blank[0].length)];
  const ends = ['\r\n\r\n', '\n\n']
    .map((end) => ({ at: bytes.indexOf(end), length: end.length }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at);
  const [end] = ends;
  if (end === undefined) return [bytes, bytes.subarray(bytes.length)];
  return [bytes.subarray(0, end.at), bytes.subarray(end.at + end.length)];
}

/** Of a message that does not say what stands between its parts, the first line that looks so. */
function firstBoundary(body: Buffer): string | null {
  return /^--([^\r\n]{1,100}?)[ \t]*\r?$/m.exec(body.toString('latin1', 0, 65_536))?.[1] ?? null;
}
