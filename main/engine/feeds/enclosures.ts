import type { MediaNs } from 'feedsmith';
import { webAddress } from '../extract/addresses.ts';
import { isPicture } from './pictures.ts';
import { rawText, type RawEnclosure } from './raw.ts';
import { plainText, shortened } from './text.ts';
import type { ParsedEnclosure } from './types.ts';

/** Files that come with entries: enclosures, attachments, Media RSS of sound and video. */

const TITLE_CHARACTERS = 300;

/** Longer is no recording: the number is something else (milliseconds, a date). */
const MAX_DURATION_SECONDS = 7 * 24 * 60 * 60;

/** Media types by the ends of file names, of what feeds enclose. */
const TYPES: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  m4b: 'audio/mp4',
  aac: 'audio/aac',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
  weba: 'audio/webm',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  ogv: 'video/ogg',
  m3u8: 'application/vnd.apple.mpegurl',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  zip: 'application/zip',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** What a Chromium window plays without help. */
const PLAYABLE =
  /^(?:audio\/(?:mpeg|mp3|mp4|x-m4a|aac|ogg|opus|flac|wav|x-wav|webm)|video\/(?:mp4|webm|ogg|x-m4v))$/;

/** One enclosure as a format gives it; none where it names no address. */
export function rawEnclosure(
  address: string | undefined,
  type: string | undefined,
  more: {
    title?: string | undefined;
    sizeBytes?: number | undefined;
    seconds?: number | undefined;
  },
): RawEnclosure[] {
  if (address === undefined) return [];
  return [
    {
      address,
      type: specific(type) ?? typeByName(address) ?? mediaType(type),
      title: rawText(more.title, 'unsure'),
      sizeBytes: positive(more.sizeBytes, Number.MAX_SAFE_INTEGER),
      durationSeconds: positive(more.seconds, MAX_DURATION_SECONDS),
    },
  ];
}

/** The sound and video of an entry's Media RSS; of the renditions in a group, the best to play. */
export function mediaEnclosures(media: MediaNs.ItemOrFeed | undefined): RawEnclosure[] {
  if (media === undefined) return [];
  const grouped = (media.groups ?? []).flatMap((group) => {
    const playable = (group.contents ?? []).filter(isRecording);
    const best = playable.toSorted(byPlayability)[0];
    return best === undefined ? [] : contentEnclosure(best, group.title ?? media.title);
  });
  const single = (media.contents ?? []).filter(isRecording);
  return [...grouped, ...single.flatMap((content) => contentEnclosure(content, undefined))];
}

/** The enclosures of an entry that are no pictures, absolute, each address once. */
export function parsedEnclosures(raw: RawEnclosure[], base: string): ParsedEnclosure[] {
  const found = new Map<string, ParsedEnclosure>();
  for (const one of raw) {
    const address = webAddress(one.address, base);
    if (address === null || isPicture(address, one.type ?? undefined)) continue;
    const known = found.get(address);
    found.set(address, {
      address,
      type: known?.type ?? one.type,
      title: known?.title ?? (shortened(plainText(one.title), TITLE_CHARACTERS) || null),
      sizeBytes: known?.sizeBytes ?? one.sizeBytes,
      durationSeconds: known?.durationSeconds ?? one.durationSeconds,
    });
  }
  return [...found.values()];
}

/** Gives the first recording the duration that its entry says (`itunes:duration`). */
export function withDuration(
  enclosures: RawEnclosure[],
  seconds: number | undefined,
): RawEnclosure[] {
  const durationSeconds = positive(seconds, MAX_DURATION_SECONDS);
  const first = enclosures.findIndex(({ type }) => /^(?:audio|video)\//.test(type ?? ''));
  if (durationSeconds === null || first === -1) return enclosures;
  return enclosures.map((one, index) =>
    index === first ? { ...one, durationSeconds: one.durationSeconds ?? durationSeconds } : one,
  );
}

function contentEnclosure(
  content: MediaNs.Content,
  title: MediaNs.TitleOrDescription | undefined,
): RawEnclosure[] {
  return rawEnclosure(content.url, content.type, {
    title: content.title?.value ?? title?.value,
    sizeBytes: content.fileSize,
    seconds: content.duration,
  });
}

function isRecording({ url, type, medium }: MediaNs.Content): boolean {
  if (url === undefined) return false;
  const said = medium?.trim().toLowerCase();
  if (said === 'audio' || said === 'video') return !isPlayer(url, type);
  return said === undefined && /^(?:audio|video)\//.test(specific(type) ?? typeByName(url) ?? '');
}

/** Some name the page or Flash that plays a video as its file. */
function isPlayer(url: string, type: string | undefined): boolean {
  return (
    /^(?:text\/html|application\/x-shockwave-flash)$/.test(mediaType(type) ?? '') ||
    /^https?:\/\/(?:www\.)?(?:youtube\.com|player\.vimeo\.com)\//i.test(url)
  );
}

/** What plays before what does not, the feed's choice before others, then the better quality. */
function byPlayability(a: MediaNs.Content, b: MediaNs.Content): number {
  const rank = (content: MediaNs.Content): number[] => [
    PLAYABLE.test(specific(content.type) ?? typeByName(content.url ?? '') ?? '') ? 1 : 0,
    content.expression === undefined || content.expression.toLowerCase() === 'full' ? 1 : 0,
    content.isDefault === true ? 1 : 0,
    content.bitrate ?? 0,
    content.width ?? 0,
  ];
  const other = rank(b);
  return rank(a).reduce((order, value, at) => order || (other[at] ?? 0) - value, 0);
}

/** A media type without parameters, in lower case; `null` for what is none. */
function mediaType(written: string | undefined): string | null {
  return /^\s*([\w.+-]+\/[\w.+-]+)/.exec(written ?? '')?.[1]?.toLowerCase() ?? null;
}

/** A media type that says more than that it is a file. */
function specific(written: string | undefined): string | null {
  const type = mediaType(written);
  return type === 'application/octet-stream' ? null : type;
}

function typeByName(address: string): string | null {
  const end = /\.(\w{2,5})$/.exec(address.trim().split(/[?#]/, 1)[0] ?? '')?.[1] ?? '';
  return TYPES[end.toLowerCase()] ?? null;
}

function positive(value: number | undefined, most: number): number | null {
  return value !== undefined && value > 0 && value <= most ? Math.round(value) : null;
}
