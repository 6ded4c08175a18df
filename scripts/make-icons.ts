import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/**
 * Draws the icons of the installers from `build/icon.svg`, and those too small for its details
 * from `build/favicon.svg`. Run after either was changed: `node scripts/make-icons.ts`.
 */

const folder = fileURLToPath(new URL('../build', import.meta.url));

/** Up to this size the lamp and the lines of the page are noise. */
const smallPx = 32;

async function draw(sizePx: number): Promise<Buffer> {
  const source = join(folder, sizePx <= smallPx ? 'favicon.svg' : 'icon.svg');
  // 72 dots per inch draw an SVG at its own size; drawn larger and then reduced, edges are clean.
  const own = sizePx <= smallPx ? 16 : 1024;
  const density = Math.max(72, (72 * sizePx * 4) / own);
  return sharp(source, { density }).resize(sizePx, sizePx).png({ compressionLevel: 9 }).toBuffer();
}

/** A Windows icon: a directory of 16 bytes an image, then the images, all of them PNG. */
async function makeIco(sizesPx: number[]): Promise<Buffer> {
  const images = await Promise.all(sizesPx.map(draw));
  const directory = Buffer.alloc(6 + 16 * images.length);
  directory.writeUInt16LE(1, 2); // an icon, not a cursor
  directory.writeUInt16LE(images.length, 4);
  let offset = directory.length;
  for (const [index, image] of images.entries()) {
    const entry = 6 + 16 * index;
    const sizePx = sizesPx[index] ?? 0;
    directory.writeUInt8(sizePx % 256, entry); // width; 0 means 256
    directory.writeUInt8(sizePx % 256, entry + 1); // height
    directory.writeUInt16LE(1, entry + 4); // colour planes
    directory.writeUInt16LE(32, entry + 6); // bits a pixel
    directory.writeUInt32LE(image.length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += image.length;
  }
  return Buffer.concat([directory, ...images]);
}

/** A macOS icon: blocks of a type, a length and a PNG; each type stands for a size. */
async function makeIcns(sizesPx: Record<string, number>): Promise<Buffer> {
  const blocks = await Promise.all(
    Object.entries(sizesPx).map(async ([type, sizePx]) => block(type, await draw(sizePx))),
  );
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}

mkdirSync(join(folder, 'icons'), { recursive: true });
writeFileSync(join(folder, 'icon.png'), await draw(1024));
for (const sizePx of [16, 24, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(join(folder, `icons/${sizePx}x${sizePx}.png`), await draw(sizePx));
}
writeFileSync(join(folder, 'icon.ico'), await makeIco([16, 24, 32, 48, 64, 128, 256]));
const macSizesPx = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024, // 512 points at two pixels each
  ic11: 32, // 16 points at two
  ic12: 64, // 32 points at two
  ic13: 256, // 128 points at two
  ic14: 512, // 256 points at two
};
writeFileSync(join(folder, 'icon.icns'), await makeIcns(macSizesPx));
