/** Between two pages of one host, on average: as fast as a person who opens one after the other. */
const PAUSE_MS = 1000;

/** Servers on this machine are the reader's own. */
const OWN = /^(?:127\.|localhost|\[::1\])/;

/** Which hosts had a page asked of them a moment ago. */
export interface Pauses {
  /** A page of a host was asked for. */
  after(host: string): void;
  /** The hosts that are to be left alone for the moment. */
  hosts(): string[];
  /** Milliseconds until the first pause is over; infinite where there is none. */
  nextMs(): number;
}

/** Pauses between pages of one host, half as long to one and a half times, by chance. */
export function createPauses(random: () => number = Math.random): Pauses {
  const until = new Map<string, number>();

  function current(): [host: string, until: number][] {
    // Not the clock of the day: that may jump.
    const now = performance.now();
    for (const [host, at] of until) if (at <= now) until.delete(host);
    return [...until];
  }

  return {
    after(host) {
      if (host !== '' && !OWN.test(host)) {
        until.set(host, performance.now() + PAUSE_MS * (0.5 + random()));
      }
    },
    hosts: () => current().map(([host]) => host),
    nextMs: () => Math.min(...current().map(([, at]) => Math.max(at - performance.now(), 1))),
  };
}
