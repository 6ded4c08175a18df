import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { picture } from '../article/sample.ts';
import { find, findAll } from '../article/stage.ts';
import { counter, dialog, openAt, pictures, press } from './stage.ts';

const tiles = (view: Element): HTMLElement[] => findAll(view, '.tiles[role=group] > button');
const grids = (view: Element): number => findAll(view, 'carrel-gallery-grid').length;

/** The place in the grid of what has the keyboard, from 0; -1 where it is not in the grid. */
function focusedTile(view: Element): number {
  const focused = find(view, 'carrel-gallery-grid').shadowRoot?.activeElement ?? null;
  return focused instanceof HTMLElement ? tiles(view).indexOf(focused) : -1;
}

function columns(view: Element): number {
  const all = tiles(view);
  return all.filter(({ offsetTop }) => offsetTop === all[0]?.offsetTop).length;
}

describe('the grid of all pictures', () => {
  test('is not there for one picture', async () => {
    const view = await openAt([picture(0)], 0);
    await press('g');
    expect(grids(view)).toBe(0);
    expect(counter(view)).toBe('1 / 1');
    expect(findAll(view, '.bar [aria-label="All pictures"]')).toHaveLength(0);
  });

  test('shows the caption of a picture that is missing, of one without why there is nothing', async () => {
    const failure = { kind: 'http', message: 'picture: cannot fetch it: 410 Gone' } as const;
    const view = await openAt(
      [picture(0), picture(1, { hash: null }), picture(2, { hash: null, caption: '', failure })],
      0,
    );
    await press('g');
    expect(tiles(view)[1]?.innerText).toContain('Caption 2');
    expect(tiles(view)[2]?.innerText).toContain('could not be kept');
    expect(tiles(view)[1]?.querySelector('svg')?.checkVisibility()).toBe(true);
  });

  test('shows the caption where a file does not decode', async () => {
    const view = await openAt([picture(0), picture(1, { hash: 'e'.repeat(64) })], 0);
    await press('g');
    const torn = (): boolean => tiles(view)[1]?.querySelector('img')?.checkVisibility() ?? true;
    await expect.poll(torn).toBe(false);
    expect(tiles(view)[1]?.innerText).toContain('Caption 2');
  });

  test('has arrows that move, Enter that opens, and the focus back in the gallery', async () => {
    const view = await openAt(pictures(30), 0);
    await press('g');
    expect(focusedTile(view)).toBe(0);
    await press('{ArrowRight}{ArrowDown}');
    expect(columns(view)).toBeGreaterThan(1);
    expect(focusedTile(view)).toBe(1 + columns(view));
    await press('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(focusedTile(view)).toBe(1);
    await press('{End}{ArrowRight}{ArrowDown}');
    expect(focusedTile(view)).toBe(29);
    await press('{Home}{ArrowLeft}{ArrowRight}{Enter}');
    expect(grids(view)).toBe(0);
    expect(counter(view)).toBe('2 / 30');
    await press('{ArrowRight}');
    expect(counter(view)).toBe('3 / 30');
  });

  test('goes by Escape and by g to the picture that was shown, and only then Escape closes', async () => {
    const view = await openAt(pictures(5), 3);
    await press('g{ArrowLeft}{Escape}');
    expect([grids(view), counter(view), dialog(view).open]).toEqual([0, '4 / 5', true]);
    await press('gg{ArrowLeft}');
    expect([grids(view), counter(view)]).toEqual([0, '3 / 5']);
    await press('{Escape}');
    expect(dialog(view).open).toBe(false);
  });

  test('covers the picture: neither is what is below it seen, nor do its keys work', async () => {
    const view = await openAt(pictures(5), 0);
    await userEvent.click(find(view, '.bar [aria-label="All pictures"]'));
    await expect.poll(() => grids(view)).toBe(1);
    const { width } = find(view, 'carrel-gallery-grid').getBoundingClientRect();
    expect(width).toBe(dialog(view).getBoundingClientRect().width);
    for (const below of ['.stage > img', '.next', '.caption']) {
      expect(find(view, below).checkVisibility({ visibilityProperty: true })).toBe(false);
    }
    await press('+0cst');
    expect(counter(view)).toBe('1 / 5');
    expect(find(view, '.notice').textContent.trim()).toBe('');
  });

  test('of five hundred loads only those near the view, and begins at the one that is shown', async () => {
    const list = pictures(500).map((each, at) =>
      at === 0 ? picture(0, { hash: 'e'.repeat(64) }) : each,
    );
    const view = await openAt(list, 400);
    await press('g');
    expect(tiles(view)).toHaveLength(500);
    expect(focusedTile(view)).toBe(400);
    const box = tiles(view)[400]?.getBoundingClientRect();
    expect(box?.top).toBeGreaterThan(0);
    expect(box?.bottom).toBeLessThan(innerHeight);
    // A file that is not there tells when it is asked for.
    const first = tiles(view)[0]?.querySelector('img');
    expect(first?.className).not.toContain('broken');
    await press('{Home}');
    await expect.poll(() => first?.className).toContain('broken');
    await press('{ArrowRight}{Enter}');
    expect(counter(view)).toBe('2 / 500');
  });

  test('in an article that runs from right to left begins at the right', async () => {
    const view = await openAt(pictures(12), 0, { language: 'ar', direction: 'rtl' });
    await press('g{ArrowLeft}');
    expect(focusedTile(view)).toBe(1);
    const [first, second] = tiles(view).map((tile) => tile.getBoundingClientRect().left);
    expect(second).toBeLessThan(first ?? 0);
  });
});
