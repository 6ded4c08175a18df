import { words } from '../words/language.ts';

/** What a feed's settings offer to choose from, and how each choice is called. */

const hour = 60;
const day = 24 * hour;
const week = 7 * day;

/** How often, in minutes. */
const intervals = [15, 30, hour, 3 * hour, 6 * hour, 12 * hour, day, week];

/** How many articles are kept. */
const amounts = [50, 100, 500, 1000, 5000];

/** The choices of how often a feed is fetched; one of its own, from elsewhere, is among them. */
export function intervalChoices(own: number | null): number[] {
  return withOwn(intervals, own);
}

/** The choices of how many articles are kept; one of its own, from elsewhere, is among them. */
export function amountChoices(own: number | null): number[] {
  return withOwn(amounts, own);
}

/** `Every 15 minutes`, `Every hour`, `Every 3 hours`, `Every day`, `Every week`. */
export function intervalInWords(minutes: number): string {
  const { everyMinutes, everyHours, everyDays, everyWeeks } = words().feed;
  if (minutes % week === 0) return everyWeeks(minutes / week);
  if (minutes % day === 0) return everyDays(minutes / day);
  return minutes % hour === 0 ? everyHours(minutes / hour) : everyMinutes(minutes);
}

function withOwn(choices: readonly number[], own: number | null): number[] {
  if (own === null || choices.includes(own)) return [...choices];
  return [...choices, own].toSorted((a, b) => a - b);
}
