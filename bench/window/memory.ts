import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { bounds } from '../bounds.ts';
import type { Measured } from '../window.ts';
import type { Bench } from './main.ts';

/** The memory of the window after 300 articles with pictures, beside that after 30. */
export async function memory({ page }: Bench): Promise<Measured> {
  const session = await page.context().newCDPSession(page);
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('window: there is no browser to be asked');
  await page.locator('carrel-row').first().click();
  await read(page, 30);
  const after30 = await usedMb(session, browser);
  await read(page, 270);
  const after300 = await usedMb(session, browser);
  return {
    rows: [],
    limits: [
      {
        what: 'memory after 300 articles with pictures, after 30 = 1',
        value: after300 / after30,
        most: bounds.window.memory,
        unit: '×',
      },
    ],
    notes: [`memory of the window: ${after30.toFixed(0)} MB, then ${after300.toFixed(0)} MB`],
  };
}

/** Reads articles one after the other, each to its end. */
async function read(page: Page, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press('j');
    await page.evaluate(async () => {
      const article = window.deep('carrel-app', 'carrel-reader', 'carrel-article')?.shadowRoot;
      const scroller = article?.querySelector('.page');
      for (let part = 1; part <= 3; part += 1) {
        if (scroller !== null && scroller !== undefined) {
          scroller.scrollTop = (scroller.scrollHeight * part) / 3;
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    });
  }
}

/** What the processes of the window take of the machine's memory by themselves (MB of 10⁶ bytes). */
async function usedMb(session: CDPSession, browser: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.map(({ id }) => privateMb(id)).reduce((sum, mb) => sum + mb, 0);
}

/** @see https://docs.kernel.org/filesystems/proc.html, smaps_rollup */
function privateMb(pid: number): number {
  const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').split('\n');
  const kib = lines
    .filter((line) => /^Private_(?:Clean|Dirty):/.test(line))
    .map((line) => Number(/\d+/.exec(line)?.[0] ?? 0));
  return (kib.reduce((sum, one) => sum + one, 0) * 1024) / 1e6;
}
