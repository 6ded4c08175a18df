/** What is said about many measurements of one thing; times in microseconds. */
export interface Summary {
  runs: number;
  median: number;
  p95: number;
  worst: number;
}

/** @throws RangeError when there is no measurement */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const worst = sorted.at(-1);
  if (worst === undefined) throw new RangeError('statistics: there is nothing to summarize');
  return { runs: sorted.length, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), worst };
}

/**
 * The value below which a share (0 to 1) of the sorted values lies, interpolated between the
 * two nearest (type 7 of Hyndman and Fan, 1996, as in R and NumPy).
 */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
