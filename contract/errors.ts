import type { ErrorKind, Failure } from './types.ts';

/** An error with a kind: its message names the act and the cause, as in `style.md` rule 6. */
export class CarrelError extends Error {
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CarrelError';
    this.kind = kind;
  }
}

/**
 * Any thrown value as a failure to keep or to show; what has no kind is Carrel's own fault.
 *
 * An error that came through a door has lost its class on the way (the desktop's bridge passes
 * plain objects, the browser's client is a bundle of its own), so its shape is what counts.
 */
export function toFailure(thrown: unknown): Failure {
  if (isFailure(thrown)) return { kind: thrown.kind, message: thrown.message };
  return { kind: 'internal', message: messageOf(thrown) };
}

const KINDS: Record<ErrorKind, true> = {
  invalid: true,
  'not-found': true,
  network: true,
  timeout: true,
  http: true,
  'too-large': true,
  'not-a-feed': true,
  login: true,
  'private-address': true,
  gone: true,
  skipped: true,
  'no-article': true,
  'not-a-picture': true,
  'not-text': true,
  library: true,
  'newer-library': true,
  'disk-full': true,
  'engine-down': true,
  internal: true,
};

/** Every kind of failure. */
export const ERROR_KINDS = Object.keys(KINDS).filter(isKind);

function isKind(kind: string): kind is ErrorKind {
  return Object.hasOwn(KINDS, kind);
}

function messageOf(thrown: unknown): string {
  const hasMessage = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return String(hasMessage ? thrown.message : thrown);
}

function isFailure(thrown: unknown): thrown is Failure {
  if (typeof thrown !== 'object' || thrown === null) return false;
  if (!('kind' in thrown) || !('message' in thrown)) return false;
  const { kind, message } = thrown;
  return typeof kind === 'string' && isKind(kind) && typeof message === 'string';
}
