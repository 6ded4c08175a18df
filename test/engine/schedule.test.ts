import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextFetchAt, type Rhythm } from '../../main/engine/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Tuesday, noon UTC. */
const NOW = Date.UTC(2026, 10, 24, 12);

function rhythm(changes: Partial<Rhythm> = {}): Rhythm {
  return {
    everyMinutes: null,
    entriesAt: [],
    hints: { everyMs: null, skipHours: [], skipDays: [] },
    freshForMs: null,
    ...changes,
  };
}

/** Minutes until the next fetch, without the part that is chance. */
function minutes(changes: Partial<Rhythm>): number {
  return (nextFetchAt(rhythm(changes), NOW, 0) - NOW) / MINUTE;
}

function hints(changes: Partial<Rhythm['hints']>): Pick<Rhythm, 'hints'> {
  return { hints: { ...rhythm().hints, ...changes } };
}

/** Entries that came one after the other, the last one just now. */
function every(ms: number, count = 20): Pick<Rhythm, 'entriesAt'> {
  return { entriesAt: Array.from({ length: count }, (_, n) => NOW - n * ms) };
}

describe('a feed is asked', () => {
  test('every hour while nothing is known of it', () => {
    expect(minutes({})).toBe(60);
  });

  test('twice as often as it changes, no more often than every 15 minutes', () => {
    expect(minutes(every(4 * HOUR))).toBeCloseTo(114, 0);
    expect(minutes(every(MINUTE))).toBe(15);
    expect(minutes(every(0))).toBe(15);
  });

  test('ever more seldom as it falls silent, once a day at least', () => {
    const silent = (days: number): number =>
      minutes({ entriesAt: every(HOUR).entriesAt.map((at) => at - days * DAY) });
    expect(silent(2)).toBeGreaterThan(silent(1));
    expect(silent(400)).toBe(24 * 60);
  });

  test('no more often than its publisher likes, who is believed up to a week', () => {
    expect(minutes({ ...every(MINUTE), ...hints({ everyMs: 2 * HOUR }) })).toBe(120);
    expect(minutes({ ...every(MINUTE), freshForMs: 40 * MINUTE })).toBe(40);
    expect(minutes({ ...hints({ everyMs: 30 * DAY }), freshForMs: DAY })).toBe(7 * 24 * 60);
    expect(minutes({ ...every(4 * HOUR), ...hints({ everyMs: MINUTE }) })).toBeCloseTo(114, 0);
  });

  test('as often as its reader set, whatever its publisher likes', () => {
    expect(minutes({ everyMinutes: 30, ...hints({ everyMs: DAY }), freshForMs: DAY })).toBe(30);
    expect(minutes({ everyMinutes: 7 * 24 * 60, ...every(MINUTE) })).toBe(7 * 24 * 60);
  });

  test('not in hours and on days that its publisher excepts', () => {
    expect(minutes(hints({ skipHours: [13, 14] }))).toBe(180);
    // Tuesday and Wednesday.
    const at = nextFetchAt(rhythm(hints({ skipDays: [2, 3] })), NOW, 0);
    expect(new Date(at).toISOString()).toBe('2026-11-26T00:00:00.000Z');
  });

  test('all the same where the publisher excepts everything', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(minutes(hints({ skipHours: all }))).toBe(60);
    expect(minutes(hints({ skipDays: [0, 1, 2, 3, 4, 5, 6] }))).toBe(60);
  });

  test('when its entries are from the future, as when the clock was wrong', () => {
    expect(minutes({ entriesAt: [NOW + 9 * DAY, NOW + 8 * DAY] })).toBe(15);
  });
});

test('is never sooner than 15 minutes and never never, whatever a feed says', () => {
  const when = fc.integer({ min: -8e15, max: 8e15 });
  fc.assert(
    fc.property(
      fc.record({
        everyMinutes: fc.option(fc.integer({ min: -5, max: 1e6 })),
        entriesAt: fc.array(when, { maxLength: 20 }),
        hints: fc.record({
          everyMs: fc.option(fc.double({ min: -1e15, max: 1e15, noNaN: true })),
          skipHours: fc.array(fc.integer({ min: 0, max: 23 })),
          skipDays: fc.array(fc.integer({ min: 0, max: 6 })),
        }),
        freshForMs: fc.option(fc.double({ min: -1e15, max: 1e15, noNaN: true })),
      }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (any, random) => {
        const wait = nextFetchAt(any, NOW, random) - NOW;
        expect(wait).toBeGreaterThanOrEqual(15 * MINUTE);
        expect(wait).toBeLessThan(Math.max(16 * DAY, (any.everyMinutes ?? 0) * MINUTE * 1.1 + 1));
      },
    ),
  );
});
