import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../../contract/errors.ts';
import { checkPicture, type CheckedPicture } from '../../../main/engine/fetch/picture.ts';

const ADDRESS = 'https://example.org/harbour';

/** A picture of noise, so that no format shrinks it to nothing: 60 wide, 40 high. */
function drawing(width = 60, height = 40): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index++) pixels[index] = (index * 7919) % 251;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** As a picture that the server calls a page. */
function check(bytes: Uint8Array): CheckedPicture {
  return checkPicture(bytes, 'text/html', ADDRESS);
}

function refusal(bytes: Uint8Array, contentType: string | null = 'image/jpeg'): string {
  try {
    return `taken as ${JSON.stringify(checkPicture(bytes, contentType, ADDRESS))}`;
  } catch (error) {
    if (!(error instanceof CarrelError) || error.kind !== 'not-a-picture') throw error;
    return error.message;
  }
}

describe('what is no picture is refused, saying what it is', () => {
  test.each([
    ['', 'is not a picture: it is empty'],
    ['<!DOCTYPE html><html><body>Please sign in</body></html>', 'it is an HTML page'],
    ['\n\n  <html lang="en">', 'it is an HTML page'],
    ['<!doctype html><p>An icon: <svg width="1" height="1"></svg></p>', 'it is an HTML page'],
    ['<?xml version="1.0"?><rss></rss>', 'it is XML'],
    ['{"error":"gone"}', 'it is JSON'],
    ['403 Forbidden', 'it is text'],
    ['BMW announces a new car, and this is a text', 'it is text'],
    ['GIF', 'it is text'],
  ])('%s', (text, cause) => {
    expect(refusal(Buffer.from(text))).toContain(`picture: ${ADDRESS} is not a picture: `);
    expect(refusal(Buffer.from(text))).toContain(cause);
  });

  test('bytes of an unknown kind, naming what the server called them', () => {
    const bytes = Buffer.from([1, 2, 3, 4, 0, 255, 254, 128, 0]);
    expect(refusal(bytes, 'image/tiff; x=1')).toContain('a kind Carrel cannot show (image/tiff)');
    expect(refusal(bytes, null)).toContain('it is of a kind Carrel cannot show');
  });

  test('a TIFF, which no window shows', async () => {
    expect(refusal(await drawing().tiff().toBuffer())).toContain('is not a picture');
  });

  test('with a long data: address cut short', () => {
    const address = `data:image/png;base64,${'A'.repeat(100_000)}`;
    expect(() => checkPicture(new Uint8Array(), null, address)).toThrow(/^.{1,400}$/);
  });
});

describe('a picture that is cut off is refused', () => {
  const formats = {
    jpeg: () => drawing().jpeg().toBuffer(),
    progressive: () => drawing().jpeg({ progressive: true }).toBuffer(),
    png: () => drawing().png().toBuffer(),
    gif: () => drawing().gif().toBuffer(),
    webp: () => drawing().webp().toBuffer(),
    avif: () => drawing().avif({ effort: 0 }).toBuffer(),
  };
  test.each(Object.entries(formats))('%s', async (_, make) => {
    const whole = await make();
    expect(refusal(whole)).toContain('taken as');
    for (const share of [0.2, 0.5, 0.9]) {
      const part = whole.subarray(0, Math.round(whole.length * share));
      expect(refusal(part), `${share} of it`).toMatch(/is cut off|is not a/);
    }
  });

  test('saying how much of it is there', async () => {
    const webp = await drawing(300, 200).webp().toBuffer();
    const total = webp.length.toLocaleString('en');
    expect(refusal(webp.subarray(0, 1234))).toBe(
      `picture: ${ADDRESS} is cut off: 1,234 of ${total} bytes`,
    );
  });

  test('when only a header came', async () => {
    const jpeg = await drawing().jpeg().toBuffer();
    expect(refusal(jpeg.subarray(0, 20))).toMatch(/is cut off/);
  });

  test('even though the preview in it is whole', async () => {
    const preview = await drawing(16, 16).jpeg().toBuffer();
    const jpeg = await drawing().jpeg().toBuffer();
    // A preview stands in a segment before the scan, here APP13.
    const length = Buffer.alloc(2);
    length.writeUInt16BE(preview.length + 2);
    const segment = Buffer.concat([Buffer.from([0xff, 0xed]), length, preview]);
    const whole = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
    expect(refusal(whole)).toContain('taken as');
    expect(refusal(whole.subarray(0, whole.length - 100))).toContain('is cut off');
  });

  test('an SVG without its end', () => {
    expect(refusal(Buffer.from('<svg viewBox="0 0 10 20"><path d="M0 0'))).toContain('is cut off');
  });
});

describe('a picture is taken by its bytes, whatever the header says', () => {
  test('with its type and size', async () => {
    const size = { width: 60, height: 40 };
    expect(check(await drawing().jpeg().toBuffer())).toEqual({ type: 'image/jpeg', ...size });
    expect(check(await drawing().png().toBuffer())).toEqual({ type: 'image/png', ...size });
    expect(check(await drawing().gif().toBuffer())).toEqual({ type: 'image/gif', ...size });
    expect(check(await drawing().webp().toBuffer())).toEqual({ type: 'image/webp', ...size });
    expect(check(await drawing().webp({ lossless: true }).toBuffer())).toEqual({
      type: 'image/webp',
      ...size,
    });
    expect(check(await drawing().avif({ effort: 0 }).toBuffer())).toEqual({
      type: 'image/avif',
      ...size,
    });
  });

  test.each([
    [1, 60, 40],
    [3, 60, 40],
    [6, 40, 60],
    [8, 40, 60],
  ])('turned as it is shown: orientation %i', async (orientation, width, height) => {
    const turned = await drawing().jpeg().withMetadata({ orientation }).toBuffer();
    expect(checkPicture(turned, null, ADDRESS)).toEqual({ type: 'image/jpeg', width, height });
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>', 30, 20],
    ['<svg viewBox="0 0 120 80"/>', 120, 80],
    [
      '<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C" "x.dtd">\n<svg width="3" height="4"></svg>',
      3,
      4,
    ],
    ['\uFEFF<svg width="100%" height="100%"></svg>', 300, 150],
    ['<svg></svg>', 300, 150],
  ])('an SVG: %s', (text, width, height) => {
    const bytes = Buffer.from(text);
    expect(checkPicture(bytes, null, ADDRESS)).toEqual({ type: 'image/svg+xml', width, height });
  });

  test('a BMP and an ICO', () => {
    const bmp = Buffer.alloc(70);
    bmp.write('BM');
    bmp.writeUInt32LE(40, 14);
    bmp.writeInt32LE(2, 18);
    bmp.writeInt32LE(1, 22);
    expect(checkPicture(bmp, null, ADDRESS)).toEqual({ type: 'image/bmp', width: 2, height: 1 });
    const ico = Buffer.alloc(30);
    ico.set([0, 0, 1, 0, 1, 0, 16, 32]);
    expect(checkPicture(ico, null, ADDRESS)).toEqual({
      type: 'image/vnd.microsoft.icon',
      width: 16,
      height: 32,
    });
  });

  test('also where it stands in a larger buffer', async () => {
    const png = await drawing().png().toBuffer();
    const larger = Buffer.concat([Buffer.alloc(100, 'x'), png, Buffer.alloc(100, 'x')]);
    const part = new Uint8Array(larger.buffer, larger.byteOffset + 100, png.length);
    expect(checkPicture(part, null, ADDRESS)).toMatchObject({ width: 60, height: 40 });
  });

  test('and what cameras write behind the end does no harm', async () => {
    const jpeg = Buffer.concat([await drawing().jpeg().toBuffer(), Buffer.alloc(5000, 1)]);
    const gif = Buffer.concat([await drawing().gif().toBuffer(), Buffer.alloc(10)]);
    expect(refusal(jpeg)).toContain('taken as');
    expect(refusal(gif)).toContain('taken as');
  });
});

describe('a picture that no window could show is refused, whatever little its file takes', () => {
  /** A whole PNG of one colour says its size in its first chunk; the pixels are never read. */
  async function pngOf(width: number, height: number): Promise<Uint8Array> {
    const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    small.writeUInt32BE(width, 16);
    small.writeUInt32BE(height, 20);
    return small;
  }

  test('as one of 30,000 pixels square', async () => {
    const png = await pngOf(30_000, 30_000);
    expect(() => check(png)).toThrow(`picture: ${ADDRESS} is too large: 30000 × 30000 pixels`);
  });

  test('and not a panorama of as many across', async () => {
    expect(check(await pngOf(30_000, 4_000))).toMatchObject({ width: 30_000, height: 4_000 });
  });
});
