import type { Enclosure } from '../../contract/types.ts';
import { formatBytes, formatDuration } from '../format.ts';
import { words } from '../words/language.ts';

/** What a file that came with an article is, what it is called, and what to do with it. */

/** What the window can do with a file: play it, open it, or only hand it on. */
export type EnclosureKind = 'sound' | 'film' | 'pdf' | 'file';

/** File name endings by type (RFC 6838), for the common ones: a feed often names only one of both. */
const endings: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/opus': 'opus',
  'audio/flac': 'flac',
  'audio/wav': 'wav',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'application/pdf': 'pdf',
  'application/epub+zip': 'epub',
  'application/zip': 'zip',
};

/** What can be done with a file, by its type, or else by the ending of its address. */
export function kindOf(enclosure: Enclosure): EnclosureKind {
  const type = typeOf(enclosure) ?? '';
  if (type.startsWith('audio/')) return 'sound';
  if (type.startsWith('video/')) return 'film';
  return type === 'application/pdf' ? 'pdf' : 'file';
}

/** A file's own title, or else its name: that of its address, readable. */
export function titleOf(enclosure: Enclosure): string {
  return enclosure.title?.trim() || fileName(enclosure);
}

/** The name to save a file as, with an ending by its type where its address has none. */
export function fileName(enclosure: Enclosure): string {
  const last = URL.parse(enclosure.address)?.pathname.split('/').at(-1) ?? '';
  // What a file system takes for a path or refuses (Windows: <>:"|?*) is not taken from an address.
  const name =
    decoded(last)
      .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
      .trim() || words().enclosures.unnamed;
  const ending = endings[typeOf(enclosure) ?? ''];
  return ending === undefined || /\.[a-z\d]{2,5}$/iu.test(name) ? name : `${name}.${ending}`;
}

/** What a file is, in a line: `Sound (MP3) · 48 MB · 43 min`. */
export function factsInWords(enclosure: Enclosure): string {
  const { sizeBytes, durationSeconds } = enclosure;
  const ending = endings[typeOf(enclosure) ?? ''] ?? endingOf(enclosure);
  const short = ending === null ? '' : ` (${ending.toUpperCase()})`;
  const { sound, film, file } = words().enclosures;
  const kinds = {
    sound: `${sound}${short}`,
    film: `${film}${short}`,
    pdf: 'PDF',
    file: `${file}${short}`,
  };
  return [
    kinds[kindOf(enclosure)],
    sizeBytes === null || sizeBytes <= 0 ? '' : formatBytes(sizeBytes),
    durationSeconds === null || durationSeconds <= 0 ? '' : formatDuration(durationSeconds),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The type without its parameters; by the ending where none, or only that of any bytes, is given. */
function typeOf(enclosure: Enclosure): string | null {
  const given = enclosure.type?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (given !== '' && given !== 'application/octet-stream') return given;
  const ending = endingOf(enclosure);
  return Object.entries(endings).find(([, known]) => known === ending)?.[0] ?? null;
}

function endingOf({ address }: Enclosure): string | null {
  const path = URL.parse(address)?.pathname ?? '';
  return /\.([a-z\d]{2,5})$/iu.exec(path)?.[1]?.toLowerCase() ?? null;
}

/** An address' part as a person reads it; one that is wrongly encoded stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
