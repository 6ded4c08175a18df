import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startNewsroom, type Newsroom } from '../newsroom/server.ts';
import { temporaryFolder, type Door, type OpenCarrel, type OpenOptions } from './doors.ts';

/** What an end-to-end test works with. */
export interface Stage {
  newsroom: Newsroom;
  carrel: OpenCarrel;
  /** Opens Carrel on the same library again, after `close` or `kill`. */
  reopen(options?: OpenOptions): Promise<void>;
}

/**
 * Sets up the sample newsroom and Carrel on an empty library, fresh for each test or once for all
 * tests of the suite. At the end the window must have asked for nothing but its own addresses.
 */
export function setStage(door: Door, fresh: 'for each test' | 'once'): Stage {
  let newsroom: Newsroom | undefined;
  let carrel: OpenCarrel | undefined;
  let library: Awaited<ReturnType<typeof temporaryFolder>> | undefined;

  const [before, after] = fresh === 'once' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    newsroom = await startNewsroom();
    library = await temporaryFolder();
    carrel = await door.open(library.folder);
  });
  after(async () => {
    await carrel?.close();
    await newsroom?.close();
    await library?.remove();
    expect(carrel?.strangeRequests).toEqual([]);
  });

  return {
    get newsroom() {
      return set(newsroom);
    },
    get carrel() {
      return set(carrel);
    },
    async reopen(options) {
      carrel = await door.open(set(library).folder, options);
    },
  };
}

function set<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the stage is set only while a test runs');
  return value;
}
