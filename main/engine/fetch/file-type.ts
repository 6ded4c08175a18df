import { pictureType } from './picture-type.ts';

/** How much of a file's beginning `fileType` looks at, in bytes. */
export const HEAD_BYTES = 16_384;

/** What a browser would run, style itself by or read as a document. */
const ACTIVE = /[/+](?:x?html|xml|svg|css|wasm|.*script)$/;
/** RFC 6838, 4.2: at most 127 characters to either side. */
const MIME_TYPE = /^(?:audio|video|image|text|application|font|model)\/[\w.+-]{1,127}$/;
/** Office documents are zips; only what the server says tells which. */
const ZIPPED_DOCUMENT = /^application\/vnd\.(?:openxmlformats-officedocument|ms-)[\w.+-]+$/;

/** The containers of sound and film whose first bytes are always the same. */
const SIGNATURES: [start: string, type: string][] = [
  ['ID3', 'audio/mpeg'],
  ['fLaC', 'audio/flac'],
  ['MThd', 'audio/midi'],
  ['#!AMR', 'audio/amr'],
  ['FLV\x01', 'video/x-flv'],
  ['\0\0\x01\xba', 'video/mpeg'],
  ['\0\0\x01\xb3', 'video/mpeg'],
  ['%PDF-', 'application/pdf'],
  ['\x1f\x8b\x08', 'application/gzip'],
  ['Rar!\x1a\x07', 'application/vnd.rar'],
  ['7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
];

/**
 * The type of a file that a feed gave, by its first bytes; where they tell nothing, as it was
 * declared. A type that a browser would run or read as a document is never taken on a
 * declaration. Any bytes give a type.
 * @param head the file's first bytes, `HEAD_BYTES` where there are as many
 * @param declared MIME types as others gave them, the most credible first
 * @returns a MIME type without parameters, in lower case
 * @see https://mimesniff.spec.whatwg.org/#matching-an-audio-or-video-type-pattern
 */
export function fileType(head: Uint8Array, declared: (string | null)[]): string {
  const types = declared.map(plainType).filter((type) => type !== '');
  return typeByBytes(head, types) ?? types.find(isHarmless) ?? 'application/octet-stream';
}

/** Whether bytes are an HTML page: what a server or a station's network sends in place of a file. */
export function isPage(head: Uint8Array): boolean {
  const start = new TextDecoder().decode(head.subarray(0, 1024));
  const prolog = /^(?:\s+|<!--[^]*?-->|<\?xml[^>]*>)*/i;
  return /^<(?:!doctype html|html|head|body|script|title)[\s>]/i.test(start.replace(prolog, ''));
}

function typeByBytes(head: Uint8Array, declared: string[]): string | null {
  const start = Buffer.from(head.subarray(0, 512)).toString('latin1');
  const signature = SIGNATURES.find(([signed]) => start.startsWith(signed));
  if (signature !== undefined) return signature[1];
  if (/^RIFF.{4}WAVE/s.test(start)) return 'audio/wav';
  if (/^RIFF.{4}AVI /s.test(start)) return 'video/x-msvideo';
  if (/^FORM.{4}AIF[FC]/s.test(start)) return 'audio/aiff';
  if (start.startsWith('OggS')) return start.includes('\x80theora') ? 'video/ogg' : 'audio/ogg';
  if (start.startsWith('PK\x03\x04')) return typeOfZip(start, declared);
  if (start.startsWith('\x1a\x45\xdf\xa3')) return typeOfMatroska(start, declared);
  return pictureType(head) ?? typeOfMp4(start, declared) ?? typeOfFrames(head);
}

/** Sound alone looks like film in most containers; what it was called tells them apart. */
function soundOrFilm(format: string, declared: string[]): string {
  const isSound = declared.find((type) => /^(?:audio|video)\//.test(type))?.startsWith('audio/');
  return `${isSound === true ? 'audio' : 'video'}/${format}`;
}

/** The first box names the brand (ISO/IEC 14496-12, 4.3). */
function typeOfMp4(start: string, declared: string[]): string | null {
  if (start.slice(4, 8) !== 'ftyp') return null;
  const brand = start.slice(8, 12);
  if (/^M4[ABP] $/.test(brand)) return 'audio/mp4';
  if (brand === 'qt  ') return 'video/quicktime';
  if (/^(?:hei[cfmsx]|hev[cm]|mif1|msf1)$/.test(brand)) return 'image/heic';
  if (brand.startsWith('3g')) return soundOrFilm('3gpp', declared);
  return soundOrFilm('mp4', declared);
}

function typeOfMatroska(start: string, declared: string[]): string {
  return soundOrFilm(start.includes('webm') ? 'webm' : 'x-matroska', declared);
}

/** A book says what it is in its first entry, uncompressed (EPUB OCF 3.3, 4.3); so does OpenDocument. */
function typeOfZip(start: string, declared: string[]): string {
  const named = /^mimetype(application\/(?:epub\+zip|vnd\.oasis\.opendocument\.[a-z-]+))/.exec(
    start.slice(30),
  );
  return named?.[1] ?? declared.find((type) => ZIPPED_DOCUMENT.test(type)) ?? 'application/zip';
}

/**
 * MPEG sound without a tag begins with the header of a frame: eleven bits set, then version and
 * layer, then a bit rate and a sample rate that exist (ISO/IEC 11172-3, 2.4.1.3; ADTS: 13818-7,
 * 6.2). Layer I is left out: nobody publishes it, and text in UTF-16 begins like it.
 */
function typeOfFrames(head: Uint8Array): string | null {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff) return null;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
  const isHeader = (second & 0xe0) === 0xe0 && version !== 1 && (layer === 1 || layer === 2);
  const isPlayable = third >> 4 !== 15 && ((third >> 2) & 3) !== 3;
  return isHeader && isPlayable ? 'audio/mpeg' : null;
}

function plainType(declared: string | null): string {
  return declared?.split(';')[0]?.trim().toLowerCase() ?? '';
}

function isHarmless(type: string): boolean {
  return MIME_TYPE.test(type) && !ACTIVE.test(type) && type !== 'application/octet-stream';
}
