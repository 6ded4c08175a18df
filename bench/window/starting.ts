import type { Page } from 'playwright';
import { bounds } from '../bounds.ts';
import type { Measured } from '../window.ts';
import type { Bench } from './main.ts';
import { inTurn } from './watch.ts';

const RUNS = 30;

/** From the start of the window to its list on the screen, beside the same window as finished HTML. */
export async function starting({ page, beside, still }: Bench): Promise<Measured> {
  const address = page.url();
  const finished = await still.take(page, 'window', 'window');
  // What both need for the first time is read from the disk and compiled.
  await inTurn({ ours: () => start(page, address), floor: () => start(beside, finished) }, 3);
  const measured = await inTurn(
    { ours: () => start(page, address), floor: () => start(beside, finished) },
    RUNS,
  );
  const what = 'the window’s start, until the list is painted';
  return { rows: [{ what, measured, bound: bounds.window.start }], limits: [], notes: [] };
}

async function start(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  return await page.evaluate(() => window.listPainted);
}
