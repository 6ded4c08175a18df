import { crc32, deflateSync } from 'node:zlib';

/** Paragraphs that are enough to be an article. */
export const PARAGRAPHS = `
  <p>The ferry left at seven, as it has done since the pier was built, and nobody on board gave it a thought.</p>
  <p>At a quarter past, the fog came down so fast that the pilot put out a hand and could not see it any more.</p>
  <p>They drifted for an hour, with the bell ringing, and then the sun stood over the breakwater as if nothing had been.</p>`;

/** A page with an article. */
export function aPage(title: string, inside = '', before = ''): string {
  return `${before}<!doctype html><html lang="en"><head><title>${title}</title></head><body>
    <article><h1>${title}</h1>${PARAGRAPHS}${inside}</article></body></html>`;
}

/** A PNG of one colour, a real one, of any size. */
export function aPng(width = 640, height = 480): Uint8Array {
  const chunk = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(named));
    return Buffer.concat([head, named, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
