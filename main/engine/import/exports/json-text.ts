import { readFile } from 'node:fs/promises';
import { CarrelError } from '../../../../contract/errors.ts';
import type { StagedFile } from '../types.ts';
import { bytesSource, textOf } from './source.ts';

/** It is parsed at once, which takes several times as much memory. */
export const MAX_JSON_BYTES = 200 * 1024 * 1024;

/** Reads a file of JSON. @throws CarrelError `too-large` or `invalid` */
export async function readJsonFile(file: StagedFile): Promise<unknown> {
  if (file.sizeBytes > MAX_JSON_BYTES) throw tooLarge(file.name);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (error) {
    throw unreadable(file.name, error instanceof Error ? error.message : String(error), error);
  }
  return await readJson(bytes, file.name);
}

/** Reads JSON in any encoding. @throws CarrelError `too-large` or `invalid` */
export async function readJson(bytes: Uint8Array, name: string): Promise<unknown> {
  if (bytes.byteLength > MAX_JSON_BYTES) throw tooLarge(name);
  const pieces: string[] = [];
  for await (const piece of textOf(bytesSource(bytes, name))) pieces.push(piece);
  const text = pieces.join('');
  try {
    return JSON.parse(text);
  } catch (error) {
    const end = text.trimEnd().at(-1);
    if (end === undefined) throw unreadable(name, 'it is empty', error);
    const isCutOff = /^\s*[[{]/.test(text) && end !== ']' && end !== '}';
    throw unreadable(name, isCutOff ? 'it is cut off: its end is missing' : 'it is no JSON', error);
  }
}

/** A short text as JSON; `undefined` where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands under a name in a value that may be an object. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** As `member`, where it is a text; else `''`. */
export function textMember(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

function tooLarge(name: string): CarrelError {
  return new CarrelError(
    'too-large',
    `import: cannot read ${name}: it is over 200 MB; export fewer articles at once`,
  );
}

function unreadable(name: string, cause: string, error: unknown): CarrelError {
  return new CarrelError('invalid', `import: cannot read ${name}: ${cause}`, { cause: error });
}
