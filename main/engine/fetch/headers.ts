import type { Dispatcher } from 'undici';

/** One line of an answer's head, its name in lower case. */
export type Header = [name: string, value: string];

export function headerList(headers: Dispatcher.ResponseData['headers']): Header[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map((one): Header => [name, one]);
  });
}

/** The first value of that name, or `null`. Of encodings all, which together are one list. */
export function headerOf(headers: Header[], name: string): string | null {
  const values = headers.filter(([key]) => key === name).map(([, value]) => value);
  if (name === 'content-encoding' && values.length > 0) return values.join(', ');
  return values[0] ?? null;
}

/** `Content-Length` in bytes; `null` where it is missing or no number. */
export function declaredBytesOf(headers: Header[]): number | null {
  const length = headerOf(headers, 'content-length');
  return length !== null && /^\d+$/.test(length) ? Number(length) : null;
}
