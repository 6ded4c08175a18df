import type { Answer, CarrelApi, CarrelEvent, Method } from '../../contract/api.ts';
import type { Failure, MediaHash, Timestamp } from '../../contract/types.ts';
import type { MadeFile } from './file-maker.ts';

/**
 * What goes between a door and the engine's process, over any channel that carries structured
 * clones (`utilityProcess`, `child_process.fork` with `serialization: 'advanced'`).
 */

/** The engine's implementation of the contract: as the contract, but a method may take its time. */
export type EngineApi = {
  [M in Method]: (
    ...args: Parameters<CarrelApi[M]>
  ) => ReturnType<CarrelApi[M]> | Promise<ReturnType<CarrelApi[M]>>;
};

/** A kept file that `media/<hash>` answers with. */
export interface MediaFile {
  path: string;
  /** MIME type, as sniffed when it was kept. */
  type: string;
  sizeBytes: number;
}

/** The files that an engine makes to be saved: what `backup/<name>` and `export/<name>` answer with. */
export type MadeKind = 'backup' | 'export';

/** A kept capture that `capture/<id>` answers with. */
export interface CaptureFile {
  /** As they were sent. */
  bytes: Uint8Array;
  /** Its `Content-Type` as the server said it, or MIME type as sniffed; any text. */
  type: string;
  /** Of its article. */
  title: string;
  /** The address that answered; `null` for a file that names none. */
  address: string | null;
  fetchedAt: Timestamp;
}

/** A capture, `null` where there is none, or why it cannot be read. */
export type CaptureAnswer =
  | { ok: true; capture: CaptureFile | null }
  | { ok: false; failure: Failure };

/** How the engine's process is started: the first message it gets. */
export interface EngineStart {
  kind: 'start';
  /**
   * The library's folder; made where it is not there. One that the library was moved away from leads
   * to where it is (`move/place.ts`): so this stays the same as long as Carrel runs.
   */
  folder: string;
  /** Carrel's version, for the User-Agent and the provenance. */
  version: string;
}

/** What the engine asks of its door, because only the door's platform knows (`DoorServices`). */
export type Question =
  | { kind: 'proxyFor'; address: string }
  | { kind: 'hasKeychain' }
  | { kind: 'seal'; text: string }
  | { kind: 'unseal'; sealed: Uint8Array }
  | { kind: 'hasChooser' }
  | { kind: 'chooseFolder' };

/** What the door says to a question: of the question's kind, or why it cannot say. */
export type Reply =
  | { kind: 'proxyFor'; proxy: string | null }
  | { kind: 'hasKeychain'; has: boolean }
  | { kind: 'seal'; sealed: Uint8Array }
  | { kind: 'unseal'; text: string }
  | { kind: 'hasChooser'; has: boolean }
  | { kind: 'chooseFolder'; folder: string | null }
  | { kind: 'failed'; message: string };

export type ToEngine =
  | EngineStart
  | { kind: 'call'; id: number; method: Method; args: unknown[] }
  | { kind: 'media'; id: number; hash: MediaHash }
  | { kind: 'capture'; id: number; captureId: number }
  | { kind: 'made'; id: number; what: MadeKind; name: string }
  /** Answers the `ask` with this number. */
  | { kind: 'told'; id: number; reply: Reply }
  /** Ends running work in order and exits with 0. */
  | { kind: 'close' };

export type FromEngine =
  | { kind: 'ready' }
  /** The library cannot be opened; the process exits after this. */
  | { kind: 'refused'; failure: Failure }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'media'; id: number; file: MediaFile | null }
  | { kind: 'capture'; id: number; answer: CaptureAnswer }
  | { kind: 'made'; id: number; file: MadeFile | null }
  | { kind: 'event'; event: CarrelEvent }
  /**
   * The engine ends to change its library's folder, and is to be started again as soon as its process
   * has exited.
   */
  | { kind: 'moving' }
  /** What it was asked under this number since: to be asked of the engine that is started then. */
  | { kind: 'later'; id: number }
  /** The numbers are the engine's own, apart from those of calls. */
  | { kind: 'ask'; id: number; question: Question };
