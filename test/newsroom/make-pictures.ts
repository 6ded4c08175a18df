/**
 * Draws every picture of the newsroom and writes `pictures/` and `catalogue.ts`.
 *
 *     node test/newsroom/make-pictures.ts [name …]
 *
 * The files are checked in: run it again only after changing a drawing. The same code and the
 * same sharp make the same files; with names it draws only those and leaves the rest.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { drawings } from './drawing/drawings.ts';
import type { Drawing } from './drawing/drawings.ts';
import { lighthouseFrames } from './drawing/moving.ts';
import type { Picture } from './model.ts';

const folder = new URL('./pictures/', import.meta.url);
const wanted = process.argv.slice(2);
type Format = Drawing['format'] | 'gif';
const types: Record<Format, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  gif: 'image/gif',
};

/** Encodes a picture in one format, at the quality that suits a screen and a small repository. */
function encode(image: Sharp, format: Format): Sharp {
  if (format === 'jpg') return image.jpeg({ quality: 68, mozjpeg: true });
  if (format === 'webp') return image.webp({ quality: 66, effort: 6 });
  if (format === 'avif') return image.avif({ quality: 50, effort: 6 });
  if (format === 'gif') return image.gif({ colours: 64, effort: 8 });
  return image.png({ palette: true, colours: 96, effort: 9 });
}

async function write(file: string, bytes: Buffer | string): Promise<void> {
  writeFileSync(new URL(file, folder), bytes);
}

/** Draws one picture with its smaller sizes and other formats, and says what it wrote. */
async function make(drawing: Drawing): Promise<Picture> {
  const { name, width, height, format } = drawing;
  const file = `${name}.${format}`;
  const skip = wanted.length > 0 && !wanted.includes(name);
  const smaller = (drawing.widths ?? []).map((one) => ({
    file: `${name}-${one}.${format}`,
    width: one,
  }));
  const twins = (drawing.twins ?? []).map((one) => ({ file: `${name}.${one}`, type: types[one] }));
  const picture = { file, width, height, smaller, twins };
  if (skip) return picture;
  const drawn = drawing.draw({ width, height, seed: drawing.seed });
  if (format === 'svg') {
    await write(file, String(drawn));
    return picture;
  }
  const flat = await (
    typeof drawn === 'string'
      ? sharp(Buffer.from(drawn))
      : sharp(drawn, { raw: { width, height, channels: 3 } })
  )
    .removeAlpha()
    .png()
    .toBuffer();
  await write(file, await encode(sharp(flat), format).toBuffer());
  for (const one of smaller)
    await write(one.file, await encode(sharp(flat).resize(one.width), format).toBuffer());
  for (const one of drawing.twins ?? [])
    await write(`${name}.${one}`, await encode(sharp(flat), one).toBuffer());
  return picture;
}

/** The one that moves: the lamp of the lighthouse goes round once. */
async function makeAnimation(): Promise<Picture> {
  const [width, height] = [640, 400];
  const frames = lighthouseFrames({ width, height, seed: 12 }, 20);
  const pages = await Promise.all(
    frames.map((frame) => sharp(Buffer.from(frame)).removeAlpha().png().toBuffer()),
  );
  const bytes = await sharp(pages, { join: { animated: true } })
    .gif({ colours: 48, effort: 10, dither: 0.3, delay: pages.map(() => 90), loop: 0 })
    .toBuffer();
  await write('lighthouse-turning.gif', bytes);
  return { file: 'lighthouse-turning.gif', width, height, smaller: [], twins: [] };
}

mkdirSync(folder, { recursive: true });
const entries: [string, Picture][] = [];
for (const drawing of drawings) entries.push([drawing.name, await make(drawing)]);
entries.push(['lighthouse-turning', await makeAnimation()]);
const body = JSON.stringify(Object.fromEntries(entries), undefined, 2);
writeFileSync(
  new URL('./catalogue.ts', import.meta.url),
  `/** Written by make-pictures.ts: every picture, its files and sizes. */\nimport type { Picture } from './model.ts';\n\nexport const catalogue: Record<string, Picture> = ${body};\n`,
);
process.stdout.write(`${entries.length} pictures, ${readdirSync(folder).length} files\n`);
