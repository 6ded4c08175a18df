import type { CarrelClient } from '../contract/api.ts';
import type { ErrorKind, Failure } from '../contract/types.ts';

declare global {
  interface Window {
    /** Defined by the door before the window's own script runs. */
    readonly carrel: CarrelClient;
  }
}

/** The engine, as the window reaches it: each method of the contract, as a promise. */
export function carrel(): CarrelClient {
  return window.carrel;
}

/**
 * What a call to the engine was rejected with, as a failure to show. An error that crossed from
 * another world is no longer an instance of a class, so it is known by its shape.
 */
export function failureOf(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const kind = 'kind' in thrown && isKind(thrown.kind) ? thrown.kind : 'internal';
    return { kind, message: String(thrown.message) };
  }
  return { kind: 'internal', message: String(thrown) };
}

const kinds: Record<ErrorKind, true> = {
  invalid: true,
  'not-found': true,
  network: true,
  timeout: true,
  http: true,
  'too-large': true,
  'not-a-feed': true,
  'no-article': true,
  'not-a-picture': true,
  'not-text': true,
  library: true,
  'newer-library': true,
  'disk-full': true,
  'engine-down': true,
  internal: true,
};

function isKind(kind: unknown): kind is ErrorKind {
  return typeof kind === 'string' && Object.hasOwn(kinds, kind);
}
