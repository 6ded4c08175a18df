/**
 * The MIME type, without parameters and in lower case, with which a kept file is shown: pictures,
 * sound, film and PDF. `undefined` for any other (HTML, XML, scripts, programs …): what a stranger's
 * server sent is then bytes to save, never a document of Carrel's own address.
 */
export function shownType(type: string): string | undefined {
  const [essence = ''] = type.toLowerCase().split(';');
  return /^(?:(?:image|audio|video)\/[\w.+-]+|application\/pdf)$/.exec(essence.trim())?.[0];
}

const endings: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/apng': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
  'image/bmp': '.bmp',
  'image/x-icon': '.ico',
  'image/vnd.microsoft.icon': '.ico',
  'image/tiff': '.tif',
  'image/jxl': '.jxl',
  'image/heic': '.heic',
  'image/heif': '.heif',
};

/** The ending of a kept picture's file name, with its dot; `.bin` for what Carrel knows no picture by. */
export function pictureEnding(type: string): string {
  const shown = shownType(type) ?? '';
  return (Object.hasOwn(endings, shown) ? endings[shown] : undefined) ?? '.bin';
}
