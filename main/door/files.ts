import { open, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { MediaHash } from '../../contract/types.ts';
import type { CaptureFile, MadeKind, MediaFile } from '../engine/protocol.ts';
import { answerCapture } from './answer-capture.ts';
import type { MadeFile } from '../engine/file-maker.ts';
import { safeName } from '../engine/file-name.ts';
import { byteRange } from './byte-range.ts';
import { attachment } from './file-name.ts';
import { mediaHeaders, pdfHeaders, windowHeaders } from './headers.ts';
import { pictureEnding, shownType } from './media-type.ts';

/** What a door answers files from. */
export interface FileSources {
  /** The built window: `index.html` and what it loads. */
  windowFolder: string;
  media: (hash: MediaHash) => Promise<MediaFile | null>;
  capture: (id: number) => Promise<CaptureFile | null>;
  /** The backup or the export that is made, by its name. */
  made: (what: MadeKind, name: string) => Promise<MadeFile | null>;
  /** A script that only this door has: answered under `name`, loaded before the window's own. */
  doorScript?: { name: string; path: string };
}

/** One file to answer with, found but not yet opened. */
interface FoundFile {
  path: string;
  headers: Record<string, string>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A file of the window: folders and a name, none of which starts with a dot. */
const windowPath = /^(?:\/\w[\w.@-]*)+$/;

/** Vite puts a hash of the content into the names below `assets/`. */
const immutable = 'private, max-age=31536000, immutable';

/**
 * Answers a GET or HEAD for a file of the window, for `/media/<hash>`, `/capture/<id>`,
 * `/backup/<name>` or `/export/<name>`; a picture at `/media/<hash>?save=<name>` is one to be saved.
 * The one function behind `carrel://` and behind the browser door's server.
 *
 * The request's path is relative to the window's address. Byte ranges are answered as RFC 9110,
 * section 14, describes. What is not there is a 404. Throws only where a file that was there a
 * moment ago cannot be read, or the engine is down.
 */
export async function answerFile(sources: FileSources, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { ...windowHeaders, Allow: 'GET, HEAD' } });
  }
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/' || pathname === '/index.html') return answerIndex(sources, request);
  if (pathname.startsWith('/capture/')) return answerCapture(sources.capture, request);
  if (/^\/(?:backup|export)\//.test(pathname)) return answerMade(sources, request);
  const file = pathname.startsWith('/media/')
    ? await findMedia(sources, pathname.slice('/media/'.length), searchParams.get('save'))
    : findWindowFile(sources, pathname);
  return file === undefined ? notFound() : answerWith(file, request);
}

/** The 404 of both doors. */
export function notFound(): Response {
  return new Response(null, {
    status: 404,
    headers: { ...windowHeaders, 'Cache-Control': 'no-store' },
  });
}

async function answerIndex(sources: FileSources, request: Request): Promise<Response> {
  let html = await readFile(join(sources.windowFolder, 'index.html'), 'utf8');
  if (sources.doorScript !== undefined) {
    // A classic script runs before the window's module script, wherever that stands.
    html = html.replace('<head>', `<head>\n    <script src="${sources.doorScript.name}"></script>`);
  }
  const headers = {
    ...windowHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  };
  return new Response(request.method === 'HEAD' ? null : html, { headers });
}

function findWindowFile(sources: FileSources, pathname: string): FoundFile | undefined {
  const type = types[extname(pathname)];
  if (!windowPath.test(pathname) || type === undefined) return undefined;
  const { doorScript, windowFolder } = sources;
  const path =
    doorScript !== undefined && pathname === `/${doorScript.name}`
      ? doorScript.path
      : join(windowFolder, pathname);
  const cache = pathname.startsWith('/assets/') ? immutable : 'no-cache';
  return { path, headers: { ...windowHeaders, 'Content-Type': type, 'Cache-Control': cache } };
}

/** @param saveAs what a picture is to be called as a file; `null` where it is only shown. */
async function findMedia(
  sources: FileSources,
  hash: string,
  saveAs: string | null,
): Promise<FoundFile | undefined> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
  const file = await sources.media(hash);
  if (file === null) return undefined;
  const headers: Record<string, string> = {
    ...headersOf(file.type),
    'Cache-Control': immutable,
  };
  if (saveAs !== null) {
    // Four bytes a letter at most: with the ending within the 255 bytes that file systems take.
    const name = `${safeName(saveAs, 60) || 'Picture'}${pictureEnding(file.type)}`;
    headers['Content-Disposition'] = attachment(name);
  }
  return { path: file.path, headers };
}

/**
 * What was made is saved under its name, and never kept by a browser: it may be many gigabytes. Never
 * shown either: a page that was exported is a page of strangers, and this is the window's own origin.
 */
async function answerMade(sources: FileSources, request: Request): Promise<Response> {
  const made = madeAt(new URL(request.url).pathname);
  const file = made === undefined ? null : await sources.made(made.what, made.name);
  if (made === undefined || file === null) return notFound();
  const headers = {
    ...mediaHeaders,
    'Content-Type': made.name.endsWith('.tar') ? 'application/x-tar' : 'application/octet-stream',
    'Content-Disposition': attachment(made.name),
    'Cache-Control': 'no-store',
  };
  return answerWith({ path: file.path, headers }, request);
}

function madeAt(pathname: string): { what: MadeKind; name: string } | undefined {
  const [, what, name = ''] = /^\/(backup|export)\/([^/]+)$/.exec(pathname) ?? [];
  if (what !== 'backup' && what !== 'export') return undefined;
  try {
    return { what, name: decodeURIComponent(name) };
  } catch {
    return undefined;
  }
}

/** No file name is given to an attachment of an article: the link in the window has one. */
function headersOf(type: string): Record<string, string> {
  const shown = shownType(type);
  if (shown === undefined) {
    const asBytes = { 'Content-Type': 'application/octet-stream' };
    return { ...mediaHeaders, ...asBytes, 'Content-Disposition': 'attachment' };
  }
  const headers = shown === 'application/pdf' ? pdfHeaders : mediaHeaders;
  return { ...headers, 'Content-Type': shown };
}

async function answerWith(found: FoundFile, request: Request): Promise<Response> {
  const file = await open(found.path).catch(absent);
  if (file === undefined) return notFound();
  const { size } = await file.stat();
  const headers: Record<string, string> = { ...found.headers, 'Accept-Ranges': 'bytes' };
  const range = byteRange(request.headers.get('Range'), size);
  if (range === 'unsatisfiable') {
    await file.close();
    headers['Content-Range'] = `bytes */${size}`;
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers['Content-Length'] = String(end - start + 1);
  if (range !== undefined) headers['Content-Range'] = `bytes ${start}-${end}/${size}`;
  const status = range === undefined ? 200 : 206;
  if (request.method === 'HEAD' || size === 0) {
    await file.close();
    return new Response(null, { status, headers });
  }
  const stream = file.createReadStream({ start, end });
  return new Response(Readable.toWeb(stream), { status, headers });
}

function absent(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
  throw error;
}
