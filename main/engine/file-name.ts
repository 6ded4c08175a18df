/** What no file name may hold on some system, and what makes a name look like another one. */
// oxlint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * Names of devices, which on Windows no file may have, whatever its ending
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A text as the beginning of a file name: no character that a system forbids or that is not seen, no
 * dot or space at an end, no name of a device, at most so many characters. Total; nothing may be left.
 */
export function safeName(text: string, longest: number): string {
  const clean = text.replaceAll(unsafe, ' ').replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(clean);
  const short =
    characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : clean;
  return short.replaceAll(/^[\s.]+|[\s.]+$/g, '').replace(device, '$&_');
}
