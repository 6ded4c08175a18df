import { expect } from 'vitest';
import type { FilePiece, Import } from '../../../contract/imports.ts';
import type { EngineApi } from '../../../main/engine/protocol.ts';

/** A file as a reader brings it. */
export interface BroughtFile {
  path: string;
  content: string | Uint8Array;
  modifiedAt?: number;
}

/** A file as one piece. */
export function pieceOf({ path, content, modifiedAt = 1_700_000_000_000 }: BroughtFile): FilePiece {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path, sizeBytes: bytes.byteLength, modifiedAt, offset: 0, bytes };
}

/** Brings files in, as a window does, and waits until they are taken or cannot be. */
export async function bring(api: EngineApi, files: BroughtFile[]): Promise<Import> {
  const id = await api.startImport();
  for (let from = 0; from < files.length; from += 500) {
    await api.addToImport(id, files.slice(from, from + 500).map(pieceOf));
  }
  await api.runImport(id);
  return await endOf(api, id);
}

/** Waits until an import is taken, or stopped. */
export async function endOf(api: EngineApi, id: number): Promise<Import> {
  const current = async (): Promise<Import | undefined> =>
    (await api.imports()).find((each) => each.id === id);
  await expect
    .poll(async () => (await current())?.state, { timeout: 60_000, interval: 20 })
    .not.toBe('running');
  const ended = await current();
  if (ended === undefined) throw new Error(`there is no import ${id}`);
  return ended;
}
