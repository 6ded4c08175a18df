import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { article, picture } from '../article/sample.ts';
import { find, findAll, findKind, nextFrames, show } from '../article/stage.ts';
import {
  counter,
  dialog,
  named,
  open,
  pictures,
  point,
  press,
  scaleOf,
  showWith,
} from './stage.ts';

const twelve = pictures(12);

describe('the gallery', () => {
  test('shows a picture that is missing as its caption and the reason', async () => {
    const failure = { kind: 'http', message: 'picture: cannot fetch it: 410 Gone' } as const;
    const view = await showWith([
      picture(0),
      picture(1, { hash: null, failure }),
      picture(2, { hash: 'e'.repeat(64) }),
    ]);
    view.openGallery(1);
    await nextFrames();
    expect(find(view, '.stage').textContent).toContain('410 Gone');
    expect(find(view, '.caption').textContent).toContain('Caption 2');
    expect(named(view, 'Zoom in').disabled).toBe(true);
    await press('{ArrowRight}');
    await expect.poll(() => find(view, '.stage').textContent).toContain('cannot be read');
    expect(counter(view)).toBe('3 / 3');
    await press('{ArrowLeft}{ArrowLeft}');
    expect(findKind(view, HTMLImageElement, '.stage img').naturalWidth).toBe(640);
  });

  test('shows a picture that is kept while it is open', async () => {
    const view = await showWith([picture(0), picture(1, { hash: null })]);
    view.openGallery(1);
    await nextFrames();
    expect(findAll(view, '.stage > img')).toHaveLength(0);
    const kept = [picture(0), picture(1)];
    view.article = article({ html: '', pictureList: kept });
    await nextFrames();
    expect(findAll(view, '.stage > img')).toHaveLength(1);
    expect(counter(view)).toBe('2 / 2');

    const image = find(view, '.stage > img');
    view.article = article({ html: '', pictureList: [picture(0), picture(1)] });
    await nextFrames();
    expect(find(view, '.stage > img')).toBe(image);
  });

  test('with one picture has previous and next, disabled', async () => {
    const view = await showWith([picture(0)]);
    await open(view, 0);
    expect(counter(view)).toBe('1 / 1');
    expect(named(view, 'Previous picture').disabled).toBe(true);
    expect(named(view, 'Next picture').disabled).toBe(true);
    await press('{ArrowRight}{ArrowLeft}{End}{Home}');
    expect(counter(view)).toBe('1 / 1');
  });

  test('does not open without pictures', async () => {
    const view = await show(article());
    view.openGallery(0);
    await nextFrames();
    expect(dialog(view).open).toBe(false);
  });

  test('goes by keys, and not beyond the ends', async () => {
    const view = await showWith(twelve);
    await open(view, 2);
    expect(counter(view)).toBe('3 / 12');
    await press('{ArrowRight}');
    expect(counter(view)).toBe('4 / 12');
    expect(find(view, '.caption').textContent).toContain('Caption 4');
    expect(find(view, '.caption .credit').textContent).toBe('Credit 4');
    await press('{End}{ArrowRight}');
    expect(counter(view)).toBe('12 / 12');
    await press('{Home}{ArrowLeft}');
    expect(counter(view)).toBe('1 / 12');
  });

  test('goes by buttons, and keys still work when the button used has become disabled', async () => {
    const view = await showWith([picture(0), picture(1), picture(2)]);
    await open(view, 1);
    await userEvent.click(named(view, 'Next picture'));
    await nextFrames();
    expect(counter(view)).toBe('3 / 3');
    expect(named(view, 'Next picture').disabled).toBe(true);
    await press('{ArrowLeft}');
    expect(counter(view)).toBe('2 / 3');
  });

  test('closes by Escape and by ×, and the focus is where it was', async () => {
    const view = await showWith(twelve);
    await open(view, 4);
    const opener = findAll(view, 'figure .open')[4];
    await press('{ArrowRight}{ArrowRight}{Escape}');
    expect(dialog(view).open).toBe(false);
    expect(view.shadowRoot?.activeElement).toBe(opener);
    await press('{Enter}');
    expect(counter(view)).toBe('5 / 12');
    await userEvent.click(named(view, 'Close'));
    expect(dialog(view).open).toBe(false);
    expect(view.shadowRoot?.activeElement).toBe(opener);
  });

  test('keeps the focus within itself, and its keys from the window', async () => {
    const view = await showWith(twelve);
    await open(view, 0);
    const reached: string[] = [];
    const listen = (event: KeyboardEvent): void => void reached.push(event.key);
    window.addEventListener('keydown', listen);
    await press('{Tab}{Tab}{Tab}j{ArrowRight}');
    window.removeEventListener('keydown', listen);
    expect(reached).toEqual([]);
    expect(find(view, 'carrel-gallery').shadowRoot?.activeElement).not.toBeNull();
  });

  test('tells the counter and the caption to those who listen', async () => {
    const view = await showWith(twelve);
    await open(view, 0);
    const live = find(view, '[aria-live="polite"]');
    await press('{ArrowRight}');
    expect(live.isConnected).toBe(true);
    expect(live.textContent).toMatch(/2 \/ 12[^]*Caption 2[^]*Credit 2/);
  });

  test('in an article that runs from right to left has the next picture at the left', async () => {
    const view = await showWith(twelve, { language: 'ar', direction: 'rtl' });
    await open(view, 1);
    const next = named(view, 'Next picture').getBoundingClientRect();
    const previous = named(view, 'Previous picture').getBoundingClientRect();
    expect(next.left).toBeLessThan(previous.left);
    await press('{ArrowLeft}');
    expect(counter(view)).toBe('3 / 12');
  });

  test('fits a large picture whole and leaves a small one its size', async () => {
    const view = await showWith([picture(0, { width: 6400, height: 4000 }), picture(1)]);
    view.openGallery(0);
    await nextFrames();
    const stage = find(view, '.stage').getBoundingClientRect();
    const large = find(view, '.stage img').getBoundingClientRect();
    expect(large.width).toBeLessThanOrEqual(stage.width);
    expect(large.height).toBeLessThanOrEqual(stage.height);
    await press('{ArrowRight}');
    expect(find(view, '.stage img').getBoundingClientRect().width).toBe(640);
  });

  test('zooms by keys and back, and begins each picture whole', async () => {
    const view = await showWith(twelve);
    await open(view, 0);
    await press('+++');
    expect(scaleOf(view)).toBeCloseTo(1.5 ** 3);
    await press('-');
    expect(scaleOf(view)).toBeCloseTo(1.5 ** 2);
    await press('0');
    expect(scaleOf(view)).toBe(1);
    await press('+{ArrowRight}');
    expect(scaleOf(view)).toBe(1);
  });

  test('zooms by the wheel to the spot under the pointer', async () => {
    const view = await showWith(twelve);
    await open(view, 0);
    const image = find(view, '.stage img');
    const before = image.getBoundingClientRect();
    const at = { clientX: before.left + 200, clientY: before.top + 150 };
    image.dispatchEvent(
      new WheelEvent('wheel', { ...at, deltaY: -900, bubbles: true, cancelable: true }),
    );
    await nextFrames();
    const after = image.getBoundingClientRect();
    const scale = after.width / before.width;
    expect(scale).toBeGreaterThan(2);
    expect((at.clientX - after.left) / scale).toBeCloseTo(200, 0);
  });
});

describe('the finger', () => {
  test('brushes to the next picture and back, but not by a slip', async () => {
    const view = await showWith(twelve);
    await open(view, 0);
    const brush = async (fromX: number, toX: number): Promise<void> => {
      point(view, 'pointerdown', fromX, 300);
      point(view, 'pointermove', toX, 310);
      point(view, 'pointerup', toX, 310);
      await nextFrames();
    };
    await brush(400, 200);
    expect(counter(view)).toBe('2 / 12');
    await brush(200, 400);
    expect(counter(view)).toBe('1 / 12');
    await brush(400, 380);
    expect(counter(view)).toBe('1 / 12');
  });

  test('two of them pinch, and one then drags within bounds', async () => {
    const view = await showWith(twelve);
    await open(view, 0);
    point(view, 'pointerdown', 350, 300, 1);
    point(view, 'pointerdown', 450, 300, 2);
    point(view, 'pointermove', 850, 300, 2);
    await nextFrames();
    expect(scaleOf(view)).toBeCloseTo(5);
    point(view, 'pointerup', 850, 300, 2);
    point(view, 'pointermove', 9999, 300, 1);
    point(view, 'pointerup', 9999, 300, 1);
    await nextFrames();
    expect(counter(view)).toBe('1 / 12');
    const image = find(view, '.stage img').getBoundingClientRect();
    const stage = find(view, '.stage').getBoundingClientRect();
    expect(image.left).toBeCloseTo(stage.left, 0);
  });
});
