import { toFailure } from '../../contract/errors.ts';
import type { CaptureFile } from '../engine/protocol.ts';
import { captureType, extensionOf } from './capture-type.ts';
import { safeName } from '../engine/file-name.ts';
import { attachment } from './file-name.ts';
import { captureHeaders } from './headers.ts';

/** As in `CaptureInfo.id`; what is longer is no number that JavaScript can tell from its neighbours. */
const capturePath = /^\/capture\/([1-9]\d{0,14})$/;

/**
 * Answers a GET or HEAD for `/capture/<id>`: the bytes as they were sent. HTML, XHTML, text and XML
 * (as text) are shown, under a policy that leaves them without script and network; all else, and
 * everything with `?save`, is an attachment with a file name.
 *
 * Never throws: where there is none, or it is damaged, the answer is a line of text that says so.
 */
export async function answerCapture(
  find: (id: number) => Promise<CaptureFile | null>,
  request: Request,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const isHead = request.method === 'HEAD';
  const id = capturePath.exec(pathname)?.[1];
  if (id === undefined) return say(404, 'This is not the address of a captured page.', isHead);
  let capture: CaptureFile | null;
  try {
    capture = await find(Number(id));
  } catch (error) {
    return say(500, `The captured page cannot be shown. ${toFailure(error).message}`, isHead);
  }
  if (capture === null) {
    return say(404, 'The captured page is not in the library any more.', isHead);
  }
  const shown = captureType(capture.type, capture.bytes);
  const headers: Record<string, string> = {
    ...captureHeaders,
    'Content-Type': shown ?? 'application/octet-stream',
    'Content-Length': String(capture.bytes.byteLength),
  };
  if (shown === undefined || searchParams.has('save')) {
    headers['Content-Disposition'] = attachment(nameOf(capture));
  }
  return new Response(isHead ? null : new Uint8Array(capture.bytes), { headers });
}

/**
 * `A title (news.example, 2026-01-31).html`. The lengths keep it, in letters of three bytes, within the
 * 255 bytes that file systems take.
 */
function nameOf({ title, address, fetchedAt, type }: CaptureFile): string {
  const host = address === null ? '' : (URL.parse(address)?.hostname ?? '');
  const fetched = new Date(fetchedAt);
  const day = Number.isNaN(fetched.getTime()) ? '' : fetched.toISOString().slice(0, 10);
  const origin = [safeName(host, 40), day].filter((part) => part !== '').join(', ');
  return `${safeName(title, 50) || 'Page'} (${origin})${extensionOf(type)}`;
}

function say(status: number, text: string, isHead: boolean): Response {
  const headers = { ...captureHeaders, 'Content-Type': 'text/plain; charset=utf-8' };
  return new Response(isHead ? null : `${text}\n`, { status, headers });
}
