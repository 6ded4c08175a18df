import type { CarrelClient } from '../contract/api.ts';

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
