import { bounds } from '../bounds.ts';
import type { Measured } from '../window.ts';
import type { Bench } from './main.ts';

/** From the key to the next picture of a gallery of forty on the screen, in frames. */
export async function gallery({ page }: Bench): Promise<Measured> {
  await page.evaluate(() => {
    const list = window.deep('carrel-app', 'carrel-reader', 'carrel-list-pane', 'carrel-list');
    const scroller = list?.shadowRoot?.querySelector('.scroller');
    if (scroller !== null && scroller !== undefined) scroller.scrollTop = 0;
  });
  await page.locator('carrel-row').first().click();
  await page.locator('carrel-article figure button').first().click();
  await page.locator('carrel-gallery dialog[open] .stage > img').waitFor();
  const frames: number[] = [];
  for (let at = 0; at < 38; at += 1) {
    // A reader looks at a picture for longer than this before the next.
    await page.waitForTimeout(150);
    await page.evaluate(() => {
      const image = (): HTMLImageElement | null | undefined =>
        window
          .deep('carrel-app', 'carrel-reader', 'carrel-article', 'carrel-gallery')
          ?.shadowRoot?.querySelector<HTMLImageElement>('.stage > img');
      const before = image()?.src;
      window.framesToPicture = new Promise((resolve) => {
        const onKey = (): void => {
          let count = 0;
          const look = (): void => {
            const shown = image();
            const isNext = shown?.complete === true && shown.src !== before;
            if (isNext && shown.naturalWidth > 0) {
              resolve(count);
              return;
            }
            count += 1;
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        window.addEventListener('keydown', onKey, { once: true, capture: true });
      });
    });
    await page.keyboard.press('ArrowRight');
    frames.push(await page.evaluate(() => window.framesToPicture));
  }
  await page.keyboard.press('Escape');
  return {
    rows: [],
    limits: [
      {
        what: `frames from the key to the next picture, at worst of ${frames.length}`,
        value: Math.max(...frames),
        most: bounds.window.pictureFrames,
        unit: 'frames',
      },
    ],
    notes: [],
  };
}

declare global {
  interface Window {
    /** Resolves with the frames from the next key to the next picture. */
    framesToPicture: Promise<number>;
  }
}
