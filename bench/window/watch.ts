import type { Page } from 'playwright';
import type { Sides } from '../interleave.ts';
import { summarize, type Summary } from '../statistics.ts';

/**
 * What is watched from inside of a page, frame by frame: the same for Carrel's window and for a
 * static page with the same elements. What is measured ends with the frame in which it is on the
 * screen: the one after the first in which it is in the document, with its fonts.
 */
export async function watchPages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.deep = (...path) => {
      let root: ParentNode | null = document;
      let found: Element | null = null;
      for (const selector of path) {
        found = root?.querySelector(selector) ?? null;
        root = found?.shadowRoot ?? null;
      }
      return found;
    };
    window.painted = (isThere) =>
      new Promise((resolve) => {
        let isIn = false;
        const look = (): void => {
          // The frame in which it was there has been painted by the next one.
          if (isIn) {
            resolve(performance.now());
            return;
          }
          isIn = document.fonts.status === 'loaded' && isThere();
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    window.listPainted = window.painted(() => {
      const list = window.deep('carrel-app', 'carrel-reader', 'carrel-list-pane', 'carrel-list');
      const row = list?.shadowRoot?.querySelectorAll('carrel-row')[5];
      return (row?.shadowRoot?.querySelector('.title')?.textContent ?? '') !== '';
    });
  });
}

/** Measures two things in turn, each a number of milliseconds; returned in microseconds. */
export async function inTurn(
  sides: Sides<(run: number) => Promise<number>>,
  runs: number,
): Promise<Sides<Summary>> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push((await sides.ours(run)) * 1000);
    floor.push((await sides.floor(run)) * 1000);
  }
  return { ours: summarize(ours), floor: summarize(floor) };
}

declare global {
  interface Window {
    /** An element by a selector for each shadow root on the way to it. */
    deep: (...path: string[]) => Element | null;
    /** Resolves with the time at which something that is there has been painted. */
    painted: (isThere: () => boolean) => Promise<number>;
    /** The time, from the page's start, at which the list's rows were painted. */
    listPainted: Promise<number>;
  }
}
