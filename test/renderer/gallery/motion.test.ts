import { afterEach, describe, expect, test, vi } from 'vitest';
import { picture } from '../article/sample.ts';
import { find, findAll, nextFrames } from '../article/stage.ts';
import { glide, restOf } from '../../../renderer/gallery/zoom.ts';
import {
  counter,
  dialog,
  open,
  openAt,
  pictures,
  point,
  press,
  settled,
  showWith,
} from './stage.ts';

const flight = (view: Element): HTMLElement => find(view, '.flight');
const flies = (view: Element): boolean => flight(view).matches(':popover-open');

/** Has the system ask for less motion, as the script sees it. */
function calm(): void {
  const real = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
    real(media.includes('prefers-reduced-motion') ? 'all' : media),
  );
}

/** Flicks the picture, zoomed in, to the right; where its left edge is then. */
async function flick(view: Element, holdMs = 0): Promise<number> {
  await press('++++');
  point(view, 'pointerdown', 400, 300);
  for (const x of [420, 450, 490]) {
    point(view, 'pointermove', x, 300);
    await nextFrames();
  }
  await new Promise((done) => {
    setTimeout(done, holdMs);
  });
  point(view, 'pointerup', 490, 300);
  return find(view, '.stage > img').getBoundingClientRect().left;
}

const left = (view: Element): number => find(view, '.stage > img').getBoundingClientRect().left;

afterEach(() => vi.restoreAllMocks());

describe('the picture', () => {
  test('does not fly where the reader wants no motion', async () => {
    calm();
    const view = await showWith(pictures(3));
    await open(view, 0);
    expect(flies(view)).toBe(false);
    await press('{Escape}');
    expect(flies(view)).toBe(false);
  });

  test('does not fly from a place that is not seen, nor to one', async () => {
    const view = await showWith(pictures(30));
    view.openGallery(25);
    await nextFrames();
    expect(flies(view)).toBe(false);
    await settled();
    view.shadowRoot?.querySelector('carrel-gallery')?.close();
    expect(flies(view)).toBe(false);
  });

  test('comes from where it was clicked, and what is pressed meanwhile is done at once', async () => {
    const view = await showWith(pictures(3));
    await expect.poll(() => findAll(view, '.open > img[data-ordinal="0"]').length).toBe(1);
    const from = find(view, '.open > img').getBoundingClientRect();
    view.openGallery(0);
    await expect.poll(() => flies(view)).toBe(true);
    const [animation] = flight(view).getAnimations();
    animation?.pause();
    if (animation !== undefined) animation.currentTime = 0;
    const begun = flight(view).getBoundingClientRect();
    expect([begun.left, begun.width]).toEqual([from.left, from.width]);
    expect(getComputedStyle(find(view, '.stage > img')).opacity).toBe('0');
    await press('{ArrowRight}');
    expect(counter(view)).toBe('2 / 3');
    expect(flies(view)).toBe(false);
    expect(getComputedStyle(find(view, '.stage > img')).opacity).toBe('1');
  });

  test('goes back to its place, and the gallery is closed before it is there', async () => {
    const view = await openAt(pictures(2), 0);
    view.shadowRoot?.querySelector('carrel-gallery')?.close();
    expect(flies(view)).toBe(true);
    expect(dialog(view).open).toBe(false);
    await settled();
    expect(flies(view)).toBe(false);
    expect(flight(view).childElementCount).toBe(0);
  });
});

describe('a flick', () => {
  test('stops where the finger does, where the reader wants no motion', async () => {
    calm();
    const view = await openAt([picture(0)], 0);
    const at = await flick(view);
    await nextFrames();
    expect(left(view)).toBe(at);
  });

  test('that rested before it was let go is none', async () => {
    const view = await openAt([picture(0)], 0);
    const at = await flick(view, 150);
    await nextFrames();
    expect(left(view)).toBe(at);
  });

  test('goes on, no farther than the edge, and a key holds it', async () => {
    const view = await openAt([picture(0)], 0);
    const at = await flick(view);
    await expect.poll(() => left(view)).toBeGreaterThan(at + 5);
    expect(left(view)).toBeLessThanOrEqual(find(view, '.stage').getBoundingClientRect().left + 1);
    await press('0');
    const whole = left(view);
    await nextFrames();
    expect(left(view)).toBe(whole);
  });

  test('slows down all the way, and comes to the edge softly', () => {
    const size = { width: 800, height: 500 };
    const from = { scale: 2, x: 0, y: 0 };
    // Without edges it would go 3250 px; the edge is 300 px away.
    const rest = restOf(from, { x: 10, y: 0 }, size, { width: 1000, height: 600 });
    expect(rest).toEqual({ scale: 2, x: 300, y: 0 });
    const xs = [0, 100, 200, 300, 400].map((ms) => glide(from, rest, ms).x);
    const steps = xs.slice(1).map((x, at) => x - (xs[at] ?? 0));
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(Math.max(...xs)).toBeLessThan(300);
    expect(glide(from, rest, 5000).x).toBeCloseTo(300);
  });
});
