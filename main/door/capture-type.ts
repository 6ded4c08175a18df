import { isUtf8 } from 'node:buffer';

const extensions: Record<string, string> = {
  'text/html': '.html',
  'application/xhtml+xml': '.xhtml',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'text/xml': '.xml',
  'application/xml': '.xml',
  'application/rss+xml': '.xml',
  'application/atom+xml': '.xml',
  'application/json': '.json',
  'application/pdf': '.pdf',
  'application/epub+zip': '.epub',
  'multipart/related': '.mhtml',
};

/**
 * The `Content-Type` with which a capture is shown: HTML, XHTML and text as they are, XML as text,
 * because a browser may run a stylesheet that it names. `undefined` for any other: that is to be
 * saved. The character encoding is the one that the server named; of text for which it named none,
 * UTF-8 where it is that, because a text says nothing of it itself.
 */
export function captureType(type: string, bytes: Uint8Array): string | undefined {
  const shown = shownEssence(essenceOf(type));
  if (shown === undefined) return undefined;
  const named = /;\s*charset\s*=\s*"?([\w.:+-]{1,40})/i.exec(type)?.[1];
  const charset = named ?? (shown === 'text/plain' && isUtf8(bytes) ? 'utf-8' : undefined);
  return charset === undefined ? shown : `${shown}; charset=${charset}`;
}

/** The ending of a file name for a type, with its dot; `.bin` where Carrel knows none. */
export function extensionOf(type: string): string {
  const essence = essenceOf(type);
  return (Object.hasOwn(extensions, essence) ? extensions[essence] : undefined) ?? '.bin';
}

function shownEssence(essence: string): string | undefined {
  if (essence === 'text/html' || essence === 'application/xhtml+xml') return essence;
  if (essence === 'text/plain' || essence === 'text/xml' || essence === 'application/xml') {
    return 'text/plain';
  }
  return /^[\w.-]+\/[\w.-]+\+xml$/.test(essence) ? 'text/plain' : undefined;
}

function essenceOf(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}
