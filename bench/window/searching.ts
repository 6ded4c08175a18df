import { bounds } from '../bounds.ts';
import type { Measured } from '../window.ts';
import type { Bench } from './main.ts';

/** So many words are looked for: the first ones of the newest headlines. */
const SEARCHES = 20;

/** From the engine's answer to what was found on the screen, in frames. */
export async function searching({ page }: Bench): Promise<Measured> {
  const words = await page.evaluate(async (count) => {
    const { articles } = await window.carrel.list({
      scope: { kind: 'all' },
      limit: count,
      after: null,
    });
    return articles.map(({ title }) => title.split(' ')[0] ?? '').filter((word) => word.length > 2);
  }, SEARCHES);
  const frames: number[] = [];
  for (const word of words) {
    const field = page.locator('carrel-search-field input');
    const counted = page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const fetch = window.fetch.bind(window);
          window.fetch = async (...args) => {
            const response = await fetch(...args);
            if (!response.url.endsWith('/api/search')) return response;
            await response.clone().arrayBuffer();
            window.fetch = fetch;
            let count = 0;
            const look = (): void => {
              const list = window.deep(
                'carrel-app',
                'carrel-reader',
                'carrel-list-pane',
                'carrel-list',
              );
              const row = list?.shadowRoot?.querySelector('carrel-row');
              const found = row?.shadowRoot?.querySelector('mark')?.textContent ?? '';
              if (found.toLowerCase().startsWith(wanted.toLowerCase())) resolve(count);
              else {
                count += 1;
                requestAnimationFrame(look);
              }
            };
            requestAnimationFrame(look);
            return response;
          };
        }),
      word,
    );
    await field.fill(word);
    frames.push(await counted);
    await field.fill('');
    await page.locator('carrel-row mark').first().waitFor({ state: 'detached' });
  }
  const worst = Math.max(...frames);
  return {
    rows: [],
    limits: [
      {
        what: `frames from the engine’s answer to what was found, at worst of ${frames.length}`,
        value: worst,
        most: bounds.window.searchFrames,
        unit: 'frames',
      },
    ],
    notes: [],
  };
}
