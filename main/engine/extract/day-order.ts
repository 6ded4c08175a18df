import type { DayOrder } from './calendar.ts';
import type { Metas } from './metas.ts';
import { firstMeta } from './metas.ts';

/** Where English is written with the day first. */
const DAY_FIRST = /^(?:gb|uk|ie|au|nz|in|za|sg|my|hk|ke|ng|pk|lk|mt)$/i;

/**
 * How a page orders day and month in `03/04/2026`, as far as its language, region or host tell:
 * only in the United States, the Philippines and in part in Canada the month stands first. Plain
 * English on a host of no country tells nothing.
 */
export function dayOrderOf(
  language: string | null,
  metas: Metas,
  address: string | null,
): DayOrder {
  const tag = language?.toLowerCase() ?? '';
  if (tag !== '' && !/^en(?:-|$)/.test(tag))
    return /^(?:zh|ja|ko|hu|lt|fa)(?:-|$)/.test(tag) ? null : 'day-first';
  const host = URL.parse(address ?? '')?.hostname ?? '';
  const country = host.split('.').at(-1) ?? '';
  if (DAY_FIRST.test(country)) return 'day-first';
  const locale = firstMeta(metas, ['og:locale']) ?? '';
  const region = /[-_](\p{L}{2})$/u.exec(tag)?.[1] ?? /[-_](\p{L}{2})$/u.exec(locale)?.[1] ?? '';
  if (DAY_FIRST.test(region)) return 'day-first';
  return /^us$/i.test(region) || /\.(?:us|gov|mil|edu)$/.test(host) ? 'month-first' : null;
}
