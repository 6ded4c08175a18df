/** An address, or the end of a path, that names the file of a picture. */
export const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#])/i;

/**
 * What the addresses of one picture's sizes and formats have in common: the address without the
 * size in a file's name (`-1024x683`, `@2x`), in its path (`/w640/`, `/c_fit,w_800/`) or in its
 * parameters, and without the service that scales it (`/_next/image?url=…`).
 *
 * A number at the end of a name alone is no size: `dsc-1404.jpg` and `dsc-1405.jpg` are two
 * pictures. Total: what is no address is its own key.
 */
export function pictureKey(address: string): string {
  let inner = address;
  // A scaler may stand behind another one.
  for (let depth = 0; depth < 3; depth++) {
    const held = heldAddress(inner);
    if (held === null) break;
    inner = held;
  }
  const url = URL.parse(inner);
  if (url === null || url.protocol === 'data:') return inner;
  const segments = url.pathname
    // Drupal and MediaWiki keep what they scaled beside the original.
    .replace(/\/styles\/[\w-]+\/public\//, '/')
    .replace('/cdn-cgi/image/', '/')
    // Wix and AEM name the file once more, behind what is done with it.
    .replace(/(\/[^/]{1,300}\.(?:jpe?g|png|webp|gif))(?:\.transform|)\/(?!\d+px-).+$/i, '$1')
    .replace(/\/thumb(\/(?:\w\/\w\w\/)?[^/]+)\/(?:lossy-page\d+-)?\d+px-[^/]+$/, '$1')
    .split('/');
  const file = nameWithoutSize(segments.pop() ?? '');
  const folders = segments.map(withoutTransformation).filter((segment) => segment !== null);
  return `${url.host}${folders.join('/')}/${file}${identityOf(url, file !== '')}`;
}

/** The address of a picture within the address of a service that scales it. */
function heldAddress(address: string): string | null {
  if (address.length > 8_192 || address.startsWith('data:')) return null;
  const url = URL.parse(address);
  if (url === null) return null;
  for (const name of ['url', 'src', 'image', 'img', 'u']) {
    const value = url.searchParams.get(name) ?? '';
    if (/^(?:https?:)?\/\/|^\/./.test(value)) return URL.parse(value, url.href)?.href ?? null;
  }
  // `…/image/fetch/w_1456/https%3A%2F%2F…`, `/cdn-cgi/image/w=640/https://…`
  const within = /.\/(https?(?::|%3A)(?:\/|%2F){1,2}.+)$/i.exec(url.pathname + url.search)?.[1];
  if (within !== undefined) {
    const plain = /^https?%3A/i.test(within) ? decoded(within) : within;
    return URL.parse(plain.replace(/^(https?):\/(?!\/)/i, '$1://'))?.href ?? null;
  }
  // WordPress' own cache: `i0.wp.com/site.example/a.jpg`.
  const cached = /^i\d\.wp\.com$/.test(url.host) ? url.pathname.slice(1) : '';
  return cached === '' ? null : (URL.parse(`https://${cached}`)?.href ?? null);
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

const FORMAT = /\.(?:jpe?g|png|webp|avif|gif|jxl|tiff?)$/i;

const SIZE_NAMES =
  'small|medium|large|thumb(?:nail)?|scaled|full|original|articleLarge|superJumbo|jumbo|master\\d+|(?:mobile|desktop|tablet)';
const SIZE_SUFFIX = new RegExp(
  `(?:[-_@.]?(?<=[-_@.])\\d{2,5}-?x-?\\d{0,5}(?:-px)?(?:[_-]c)?|[-_]\\d{3,4}w|[-_](?:${SIZE_NAMES})|@[234]x|[-_](?:square|threeByTwo|sixteenByNine|facebookJumbo|videoSixteenByNine)\\w*)$`,
  'i',
);

/** A file's name without its format and what says its size. */
function nameWithoutSize(file: string): string {
  // One drawing in several formats is one picture, also as `a.jpg.webp`.
  let name = file.slice(-500).replace(FORMAT, '').replace(FORMAT, '');
  // Google's hosts: `…=w640-h480-no`.
  name = name.replace(/=[swh]\d{2,4}[\w-]*$/, '');
  for (let round = 0; round < 3; round++) {
    const shorter = name.replace(SIZE_SUFFIX, '');
    if (shorter === name || shorter === '') break;
    name = shorter;
  }
  return name;
}

/** A part of a path without what says how the picture is scaled; `null` where it says nothing else. */
function withoutTransformation(segment: string): string | null {
  if (segment === '' || segment.length > 300) return segment;
  if (WHOLE_TRANSFORMATION.test(segment)) return null;
  const parts = segment.split(/[,;]|%2C/i);
  const kept = parts.filter((part) => !TRANSFORMATION.test(part));
  if (kept.length === parts.length) return segment;
  return kept.length === 0 ? null : kept.join(',');
}

const WHOLE_TRANSFORMATION =
  /^(?:[whs]_?\d{2,4}(?:-[\w-]+)?|\d{2,4}w|\d{2,4}x\d{0,4}|\d{2,4}-\d{2,4}|x\d{2,4}|max|image_\d{2,4}w|\d{1,2}[:x]\d{1,2}|(?:16-9|9-16|4-3|3-4|3-2|2-3|1-1|2-1|21-9|16-10|flexible)|\d+x\d+:\d+x\d+|fit-in|smart|unsafe|filters:.*|cdn-cgi|image\/fetch|scale-to-width(?:-down)?|[\w-]{27}(?:=|%3D))$/i;

const TRANSFORMATION =
  /^(?:\$s_![\w-]*!|(?:tr:)?(?:w|h|c|f|q|g|t|ar|dpr|fl|e|b|r|x|y|z|fm|fit|width|height|format|quality|crop|gravity|onerror|resizemode|imgsize|anim|sharpen|metadata|background)[_=:-][\w.:#%+-]+)$/i;

/** What of an address' parameters tells pictures apart. */
function identityOf(url: URL, hasFile: boolean): string {
  const isFile = hasFile && FORMAT.test(url.pathname);
  const kept = [...url.searchParams].filter(([name]) =>
    isFile ? IDENTIFIES.test(name) : !SIZES.test(name),
  );
  return kept.length === 0 ? '' : `?${kept.map((pair) => pair.join('=')).join('&')}`;
}

/** A file is named by its path; only these say which of several it gives. */
const IDENTIFIES = /^(?:id|image_?id|photo|pid|file|filename|path|name|key)$/i;

const SIZES =
  /^(?:w|h|width|height|s|size|sz|resize|fit|crop|rect|quality|q|dpr|auto|format|fm|ssl|strip|zoom|ixlib|ixid|v|ver|cb|sig|sign|signature|usm|blur|imwidth|impolicy|itok|tr|op|bg|g|mode|scale|t|ts|dm|modified_at)$/i;
