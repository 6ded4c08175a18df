import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { picture } from '../article/sample.ts';
import { find, findAll } from '../article/stage.ts';
import { counter, openAt, pictures, press, settled } from './stage.ts';

const thumbnails = (view: Element): HTMLElement[] => findAll(view, '.scroller button');
const current = (view: Element): HTMLElement => find(view, '.scroller [aria-current]');
const strips = (view: Element): HTMLElement[] => findAll(view, 'carrel-gallery-strip');

/** How far a thumbnail is from the middle of the strip, in CSS pixels. */
function offMiddle(view: Element): number {
  const box = current(view).getBoundingClientRect();
  const strip = find(view, '.scroller').getBoundingClientRect();
  return Math.abs((box.left + box.right - strip.left - strip.right) / 2);
}

afterEach(() => page.viewport(1280, 800));

describe('the strip of thumbnails', () => {
  test('is not there for one picture, nor is what shows and hides it', async () => {
    const view = await openAt([picture(0)], 0);
    expect(strips(view)).toHaveLength(0);
    expect(findAll(view, '.bar [aria-label="Thumbnails"]')).toHaveLength(0);
    await press('t');
    expect(strips(view)).toHaveLength(0);
    await press('t');
  });

  test('gives its room to the picture in a low window', async () => {
    await page.viewport(900, 400);
    const view = await openAt(pictures(3), 0);
    expect(find(view, 'carrel-gallery-strip').getBoundingClientRect().height).toBe(0);
    expect(find(view, '.bar [aria-label="Thumbnails"]').checkVisibility()).toBe(false);
  });

  test('shows a sign where a picture is missing, and nothing torn where its file is', async () => {
    const view = await openAt(
      [picture(0), picture(1, { hash: null }), picture(2, { hash: 'e'.repeat(64) })],
      0,
    );
    const [, missing, lost] = thumbnails(view);
    expect(missing?.querySelector('svg')).not.toBeNull();
    await expect.poll(() => lost?.querySelector('img.broken')).not.toBeNull();
    expect(missing?.getAttribute('aria-label')).toBe('Open picture 2 of 3: Caption 2');
  });

  test('of five hundred has only those near the view in the document, whichever is shown', async () => {
    const view = await openAt(pictures(500), 250);
    expect(thumbnails(view).length).toBeLessThan(40);
    expect(offMiddle(view)).toBeLessThan(1);
    await press('{End}');
    await expect.poll(() => current(view).getAttribute('aria-label')).toContain('500 of 500');
    await settled();
    expect(current(view).getBoundingClientRect().right).toBeLessThanOrEqual(
      find(view, '.scroller').getBoundingClientRect().right,
    );
    await expect.poll(() => thumbnails(view).length).toBeGreaterThan(10);
    expect(thumbnails(view).length).toBeLessThan(40);
    await press('{ArrowLeft}{ArrowLeft}');
    expect(counter(view)).toBe('498 / 500');
  });

  test('goes to the picture that is clicked, and the keys go on from there', async () => {
    const view = await openAt(pictures(12), 0);
    await userEvent.click(find(view, '.scroller [aria-label^="Open picture 4 "]'));
    expect(counter(view)).toBe('4 / 12');
    expect(current(view).getAttribute('aria-label')).toContain('picture 4 of 12');
    await press('{ArrowRight}');
    expect(counter(view)).toBe('5 / 12');
    const strip = find(view, 'carrel-gallery-strip');
    expect(strip.shadowRoot?.activeElement).toBe(current(view));
  });

  test('keeps the one that is shown reachable when it is scrolled away', async () => {
    const view = await openAt(pictures(500), 0);
    find(view, '.scroller').scrollLeft = 9000;
    await expect.poll(() => find(view, '.scroller [aria-label*=" 115 of 500"]')).toBeTruthy();
    expect(current(view).tabIndex).toBe(0);
  });

  test('runs from the right in an article that does', async () => {
    const view = await openAt(pictures(40), 20, { language: 'ar', direction: 'rtl' });
    expect(offMiddle(view)).toBeLessThan(1);
    const next = find(view, '.scroller [aria-label*=" 22 of 40"]').getBoundingClientRect();
    expect(next.right).toBeLessThanOrEqual(current(view).getBoundingClientRect().left);
  });

  test('is put away by t, also for the next article, and comes back', async () => {
    const view = await openAt(pictures(3), 0);
    expect(strips(view)).toHaveLength(1);
    await press('t');
    expect(strips(view)).toHaveLength(0);
    view.remove();
    const next = await openAt(pictures(4), 0);
    expect(strips(next)).toHaveLength(0);
    await userEvent.click(find(next, '.bar [aria-label="Thumbnails"]'));
    expect(strips(next)).toHaveLength(1);
  });
});
