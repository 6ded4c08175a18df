import type { MediaHash, Picture } from '../../contract/types.ts';

/** What a reader takes out of the gallery: the kept file, or the picture on the clipboard. */

/** The door cuts a file's name shorter still; an address cannot be as long as a caption. */
const longestName = 200;

/** Pasted with its caption, a picture travels inside of the HTML; larger than this it goes alone. */
const mostInHtmlBytes = 8 * 1024 * 1024;

/**
 * Has the browser, or the desktop door, save the kept file. The door gives the name an ending by the
 * file's type, and takes out what no file name may hold.
 *
 * @returns `unreadable` where the file is not there any more.
 */
export async function savePicture(hash: MediaHash, name: string): Promise<'saved' | 'unreadable'> {
  const search = new URLSearchParams({ save: name.slice(0, longestName) });
  const link = document.createElement('a');
  link.href = `media/${hash}?${search.toString()}`;
  // Asked first, because a download that fails fails where the window cannot say so.
  const found = await fetch(link.href, { method: 'HEAD' }).catch(() => null);
  if (found?.ok !== true) return 'unreadable';
  // The name that the door gave it: not every browser takes it from the file's own answer.
  const given = found.headers.get('Content-Disposition') ?? '';
  link.download = decodeURIComponent(/filename\*=UTF-8''([^;]*)/u.exec(given)?.[1] ?? '');
  link.click();
  return 'saved';
}

/**
 * Puts a picture on the clipboard as PNG, the one kind that every program takes, with its caption and
 * credit as text and, together with the picture, as HTML for programs that paste both.
 *
 * @param image the picture's file, as loaded.
 * @returns `unreadable` where the file does not decode, `refused` where the clipboard is not to be had.
 */
export async function copyPicture(
  picture: Picture,
  image: HTMLImageElement,
): Promise<'copied' | 'unreadable' | 'refused'> {
  const png = pngOf(image);
  const { caption, credit } = picture;
  const lines = [caption, credit].filter((line) => line !== '');
  const kinds: Record<string, Blob | Promise<Blob>> = { 'image/png': png };
  if (lines.length > 0) {
    kinds['text/plain'] = new Blob([lines.join('\n')], { type: 'text/plain' });
    kinds['text/html'] = htmlOf(png, picture, lines);
  }
  try {
    // The clipboard is asked within the key's own moment, and waits for the bytes: later it refuses.
    await navigator.clipboard.write([new ClipboardItem(kinds)]);
    return 'copied';
  } catch {
    return png.then(
      () => 'refused',
      () => 'unreadable',
    );
  }
}

async function pngOf(image: HTMLImageElement): Promise<Blob> {
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  const png = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (png === null) throw new Error('gallery: cannot draw the picture');
  return png;
}

async function htmlOf(picture: Promise<Blob>, { alt }: Picture, lines: string[]): Promise<Blob> {
  const png = await picture;
  // A document of its own: nothing in it is loaded or shown.
  const page = document.implementation.createHTMLDocument();
  const figure = page.createElement('figure');
  if (png.size <= mostInHtmlBytes) {
    const image = page.createElement('img');
    image.src = await dataAddress(png);
    image.alt = alt;
    figure.append(image);
  }
  const caption = page.createElement('figcaption');
  caption.append(
    ...lines.flatMap((line, at) => (at === 0 ? [line] : [page.createElement('br'), line])),
  );
  figure.append(caption);
  return new Blob([figure.outerHTML], { type: 'text/html' });
}

function dataAddress(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.addEventListener('error', () => reject(new Error('gallery: cannot read the picture')));
    reader.readAsDataURL(file);
  });
}
