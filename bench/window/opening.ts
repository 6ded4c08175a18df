import type { Page } from 'playwright';
import { bounds } from '../bounds.ts';
import { summarize } from '../statistics.ts';
import type { Measured } from '../window.ts';
import type { Bench } from './main.ts';

/** So many articles are opened, one after the other down the list. */
const OPENED = 200;

/** Of every so many, the finished page is taken, and opened as often as they are many. */
const TAKEN_EVERY = 10;

/** From the click on a row to its article on the screen, beside the article as a finished page. */
export async function opening({ page, beside, still }: Bench): Promise<Measured> {
  const ours: number[] = [];
  const floor: number[] = [];
  let wrong = 0;
  let finished = '';
  for (let at = 0; at < OPENED; at += 1) {
    const opened = await open(page, at);
    ours.push(opened.ms * 1000);
    wrong += opened.wrongFrames;
    if (at % TAKEN_EVERY === 0) finished = await still.take(page, `article-${at}`, 'article');
    floor.push((await start(beside, finished)) * 1000);
  }
  const measured = { ours: summarize(ours), floor: summarize(floor) };
  const { p95 } = measured.ours;
  return {
    rows: [
      {
        what: 'from the click to the article, 95th percentile',
        // Of both the 95th percentile is compared.
        measured: {
          ours: { ...measured.ours, median: p95 },
          floor: { ...measured.floor, median: measured.floor.p95 },
        },
        bound: bounds.window.open,
      },
      { what: 'from the click to the article, median', measured, bound: null },
    ],
    limits: [
      {
        what: 'frames without the chosen article while it is opened',
        value: wrong,
        most: bounds.window.wrongFrames,
        unit: 'frames',
      },
    ],
    notes: [],
  };
}

interface Opened {
  ms: number;
  /** Frames with no article in them, or with another one than the list shows as chosen. */
  wrongFrames: number;
}

/** Opens an article by a click on its row, as a reader does. */
async function open(page: Page, at: number): Promise<Opened> {
  const row = await page.evaluateHandle((index) => {
    const path = ['carrel-app', 'carrel-reader', 'carrel-list-pane', 'carrel-list'];
    const list = window.deep(...path)?.shadowRoot;
    const scroller = list?.querySelector('.scroller');
    const found = list?.querySelector(`[aria-posinset="${index + 1}"]`);
    if (scroller instanceof HTMLElement && found instanceof HTMLElement) {
      scroller.scrollTop += found.getBoundingClientRect().top - 300;
    }
    return found;
  }, at);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const element = row.asElement();
  if (element === null) throw new Error(`window: there is no row ${at + 1}`);
  const done = element.evaluate(
    (chosen) =>
      new Promise<Opened>((resolve) => {
        const title = chosen.shadowRoot?.querySelector('.title')?.textContent ?? '';
        const shown = (): string | null =>
          window
            .deep('carrel-app', 'carrel-reader', 'carrel-article', 'carrel-article-head')
            ?.shadowRoot?.querySelector('h1')?.textContent ?? null;
        const isThere = (): boolean =>
          shown()?.trim() === title.trim() &&
          (window
            .deep('carrel-app', 'carrel-reader', 'carrel-article')
            ?.shadowRoot?.querySelector('.body')?.childElementCount ?? 0) > 0;
        const before = shown();
        chosen.addEventListener(
          'click',
          ({ timeStamp }) => {
            let wrongFrames = 0;
            const watch = (): void => {
              const isChosen = chosen.getAttribute('aria-selected') === 'true';
              if (isThere()) return;
              if (isChosen || (shown() === null && before !== null)) wrongFrames += 1;
              requestAnimationFrame(watch);
            };
            requestAnimationFrame(watch);
            void window
              .painted(isThere)
              .then((painted) => resolve({ ms: painted - timeStamp, wrongFrames }));
          },
          { once: true },
        );
      }),
  );
  await element.click({ position: { x: 100, y: 40 }, noWaitAfter: true });
  return await done;
}

async function start(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  return await page.evaluate(() =>
    window.painted(
      () =>
        (document.querySelector('carrel-article')?.shadowRoot?.querySelectorAll('.body p').length ??
          0) > 0,
    ),
  );
}
