import { summarize, type Summary } from './statistics.ts';

/** Something to time; `run` is the number of the run, from 0, for what varies between runs. */
export type Timed = (run: number) => unknown;

/** The two sides of a comparison. */
export interface Sides<T> {
  ours: T;
  floor: T;
}

/** Runs before the measured ones: caches are filled and functions compiled after these. */
const warmUpRuns = 40;

/** A comparison takes no longer than this, unless it then has fewer than the fewest runs. */
const patienceMs = 10_000;
const fewestRuns = 15;

/**
 * Times two things in turn: ours, floor, ours, floor … and every second pair the other way
 * round, so that a machine which slows down or warms up changes both alike. What takes a second
 * or so is measured less often than asked for (see `Summary.runs`).
 */
export async function interleave(sides: Sides<Timed>, runs: number): Promise<Sides<Summary>> {
  await times(sides, warmUpRuns, { patienceMs: patienceMs / 10, fewestRuns: 2 });
  const measured = await times(sides, runs, { patienceMs, fewestRuns });
  return { ours: summarize(measured.ours), floor: summarize(measured.floor) };
}

async function times(
  sides: Sides<Timed>,
  runs: number,
  limits: { patienceMs: number; fewestRuns: number },
): Promise<Sides<number[]>> {
  const ours: number[] = [];
  const floor: number[] = [];
  const start = performance.now();
  for (let run = 0; run < runs; run += 1) {
    const isSlow = performance.now() - start > limits.patienceMs;
    if (isSlow && run >= limits.fewestRuns) break;
    if (run % 2 === 0) ours.push(await timeUs(sides.ours, run));
    floor.push(await timeUs(sides.floor, run));
    if (run % 2 === 1) ours.push(await timeUs(sides.ours, run));
  }
  return { ours, floor };
}

/** The time one run takes, in microseconds. What returns no promise is not made to wait for one. */
export async function timeUs(timed: Timed, run: number): Promise<number> {
  const start = performance.now();
  const result = timed(run);
  if (result instanceof Promise) await result;
  return (performance.now() - start) * 1000;
}
