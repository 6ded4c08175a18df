import process from 'node:process';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { doors } from '../../test/end-to-end/doors.ts';
import type { Measured } from '../window.ts';
import { gallery } from './gallery.ts';
import { memory } from './memory.ts';
import { opening } from './opening.ts';
import { scrolling } from './scrolling.ts';
import { searching } from './searching.ts';
import { starting } from './starting.ts';
import { stillPages, type StillPages } from './still.ts';
import { watchPages } from './watch.ts';

/** What all measurements are made with. */
export interface Bench {
  /** The window, where the list of all articles is shown. */
  page: Page;
  /** A page beside it, for what is compared. */
  beside: Page;
  still: StillPages;
}

/** As an app's window on a laptop. */
const viewport = { width: 1440, height: 900 };

const every = [starting, opening, scrolling, searching, gallery, memory];

const [windowFolder = '', library = '', ...asked] = process.argv.slice(2);
const unknown = asked.find((name) => !every.some((part) => part.name === name));
if (unknown !== undefined) throw new RangeError(`window: there is no part ${unknown}`);
process.send?.(await measure());
process.exit(0);

async function measure(): Promise<Measured> {
  const [door] = doors();
  if (door === undefined) throw new Error('window: there is no door');
  const carrel = await door.open(library, { viewport });
  const still = await stillPages(windowFolder, library);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments(),
  });
  const other = await browser.newContext({ viewport });
  const all: Measured = { rows: [], limits: [], notes: [] };
  try {
    for (const part of every) {
      if (asked.length > 0 && !asked.includes(part.name)) continue;
      // A window of its own for each: what one part leaves behind would be the next one's burden.
      const page = await watched(carrel.page.context(), carrel.page.url());
      const beside = await watched(other);
      const { rows, limits, notes } = await part({ page, beside, still });
      await page.close();
      await beside.close();
      console.error(`window: ${part.name} is measured`);
      all.rows.push(...rows);
      all.limits.push(...limits);
      all.notes.push(...notes);
    }
  } finally {
    await browser.close();
    await still.close();
    await carrel.close();
  }
  return all;
}

async function watched(context: BrowserContext, address?: string): Promise<Page> {
  const page = await context.newPage();
  await watchPages(page);
  if (address === undefined) return page;
  await page.goto(address);
  await page.evaluate(() => window.listPainted);
  return page;
}
