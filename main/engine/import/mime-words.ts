import { isUtf8 } from 'node:buffer';
import { decodeAs } from '../extract/decode.ts';

/** The head of a part as text: UTF-8 where it is, else what Windows programs wrote. */
export function headText(bytes: Uint8Array): string {
  return decodeAs(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252') ?? '';
}

/** `=?utf-8?Q?Br=C3=BCcke?=` as what it stands for; what is none stays (RFC 2047). */
export function withWordsDecoded(value: string): string {
  // A character may be cut in two between words that follow each other: they are read as one.
  const words = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=(?:\s+=\?\1\?\2\?([^?]*)\?=)*/gi;
  return value.replaceAll(/(\?=)\s+(?==\?)/g, '$1 ').replace(words, (all) => {
    const parts = [...all.matchAll(/=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi)];
    const charset = parts[0]?.[1]?.replace(/\*.*/, '') ?? '';
    const bytes = parts.map(([, , encoding = '', text = '']) =>
      /b/i.test(encoding)
        ? Buffer.from(text, 'base64')
        : fromQuotedPrintable(Buffer.from(text.replaceAll('_', ' '), 'latin1')),
    );
    return decodeAs(Buffer.concat(bytes), charset) ?? all;
  });
}

/** A part's body without its transfer encoding (RFC 2045, 6); one that is unknown is as it is. */
export function withoutTransferEncoding(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
}

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;

/** Quoted-printable (RFC 2045, 6.7); what is no escape stays. */
function fromQuotedPrintable(encoded: Buffer): Buffer {
  const decoded = Buffer.alloc(encoded.length);
  let length = 0;
  for (let at = 0; at < encoded.length; at++) {
    const byte = encoded[at] ?? 0;
    if (byte === EQUALS) {
      const hex = encoded.toString('latin1', at + 1, at + 3);
      if (/^[\da-f]{2}$/i.test(hex)) {
        decoded[length++] = Number.parseInt(hex, 16);
        at += 2;
        continue;
      }
      const end = endOfSoftBreak(encoded, at + 1);
      if (end !== null) {
        at = end - 1;
        continue;
      }
    }
    decoded[length++] = byte;
  }
  return decoded.subarray(0, length);
}

/** Where the line ends that `=` continues on the next; `null` where something else follows. */
function endOfSoftBreak(encoded: Buffer, from: number): number | null {
  let at = from;
  while ([0x20, 0x09, 0x0d].includes(encoded[at] ?? 0)) at += 1;
  if (at === encoded.length) return at;
  return encoded[at] === LINE_FEED ? at + 1 : null;
}
