import process from 'node:process';
import { bounds } from '../bounds.ts';
import type { Measured } from '../window.ts';
import { openBareWindow, type BareWindow } from './bare-window.ts';
import type { Bench } from './main.ts';

/** The memory of the window after 300 articles with pictures, beside that after 30. */
export async function memory({ page }: Bench): Promise<Measured> {
  if (process.platform !== 'linux') {
    return { rows: [], limits: [], notes: ['memory of the window: read on Linux only'] };
  }
  const size = page.viewportSize();
  if (size === null) throw new Error('window: the window has no size');
  const window = await openBareWindow(page.url(), size);
  try {
    await openFirst(window);
    await read(window, 30);
    const after30 = await window.privateMb();
    await read(window, 270);
    const after300 = await window.privateMb();
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
      notes: [`memory of the window: ${inMb(after30)}, then ${inMb(after300)}`],
    };
  } finally {
    await window.close();
  }
}

async function openFirst(window: BareWindow): Promise<void> {
  await window.run(async () => {
    const within = (element: Element | null | undefined, name: string): Element | null =>
      element?.shadowRoot?.querySelector(name) ?? null;
    for (;;) {
      const reader = within(document.querySelector('carrel-app'), 'carrel-reader');
      const list = within(within(reader, 'carrel-list-pane'), 'carrel-list');
      const row = within(list, 'carrel-row');
      if (row instanceof HTMLElement) {
        row.click();
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  });
}

/** Reads articles one after the other, each to its end. */
async function read(window: BareWindow, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await window.press('j');
    await window.run(async () => {
      const reader = document
        .querySelector('carrel-app')
        ?.shadowRoot?.querySelector('carrel-reader');
      const article = reader?.shadowRoot?.querySelector('carrel-article')?.shadowRoot;
      const scroller = article?.querySelector('.page') ?? null;
      for (let part = 1; part <= 3; part += 1) {
        if (scroller !== null) scroller.scrollTop = (scroller.scrollHeight * part) / 3;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    });
  }
}

function inMb(mb: number): string {
  return `${mb.toFixed(0)} MB`;
}
