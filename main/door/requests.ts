import { CarrelError } from '../../contract/errors.ts';
import type { MadeFile } from '../engine/file-maker.ts';
import type { CaptureFile, FromEngine, MediaFile, ToEngine } from '../engine/protocol.ts';

/** What the engine was asked, or is to be, and has not answered yet. */
export interface Request {
  message: ToEngine;
  /** Nobody knows how far the engine came with what it was sent. */
  isSent: boolean;
  answered: (reply: FromEngine) => void;
  failed: (error: CarrelError) => void;
}

/** The value of a call. Throws the `CarrelError` that it was answered with. */
export function valueOf(reply: FromEngine): unknown {
  if (reply.kind !== 'answer') throw otherAnswer(reply);
  const { answer } = reply;
  if (answer.ok) return answer.value;
  throw new CarrelError(answer.kind, answer.message);
}

/** A kept file. */
export function fileOf(reply: FromEngine): MediaFile | null {
  if (reply.kind !== 'media') throw otherAnswer(reply);
  return reply.file;
}

/** A capture. Throws the `CarrelError` that says why it cannot be read. */
export function captureOf(reply: FromEngine): CaptureFile | null {
  if (reply.kind !== 'capture') throw otherAnswer(reply);
  const { answer } = reply;
  if (answer.ok) return answer.capture;
  throw new CarrelError(answer.failure.kind, answer.failure.message);
}

/** A backup or an export. */
export function madeOf(reply: FromEngine): MadeFile | null {
  if (reply.kind !== 'made') throw otherAnswer(reply);
  return reply.file;
}

function otherAnswer({ kind }: FromEngine): CarrelError {
  return new CarrelError('internal', `engine: it answered ${kind} to another question`);
}
