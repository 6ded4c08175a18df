/** What no file name may hold on some system, and what makes a name look like another one. */
// oxlint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * A text as a part of a file name: no character that a system forbids or that is not seen, no dot or
 * space at an end, at most so many characters. Total; nothing may be left.
 */
export function safeName(text: string, longest: number): string {
  const clean = text.replaceAll(unsafe, ' ').replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(clean);
  const short =
    characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : clean;
  return short.replaceAll(/^[\s.]+|[\s.]+$/g, '');
}

/**
 * A `Content-Disposition` that has a browser save under a name (RFC 6266): in ASCII for old ones, and
 * as it is (RFC 8187).
 */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\u0020-\u007e]+/g, '_')
    .replaceAll(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
