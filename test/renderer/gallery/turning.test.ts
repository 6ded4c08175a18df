import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { picture, tallHash } from '../article/sample.ts';
import { find, findAll, findKind, nextFrames } from '../article/stage.ts';
import { counter, named, openAt, pictures, press, settled } from './stage.ts';

const shown = (view: Element): HTMLImageElement => findKind(view, HTMLImageElement, '.stage > img');

/** Whether a picture is drawn: the one that is shown, or the one before it. */
function drawn(view: Element): boolean {
  const images = findAll(view, '.stage > img, .former > img');
  return images.some(
    (image) =>
      image instanceof HTMLImageElement &&
      image.complete &&
      image.naturalWidth > 0 &&
      getComputedStyle(image).opacity === '1',
  );
}

/** Whether the next frames after a key show a picture, each of them. */
async function framesAfter(view: Element, key: string): Promise<boolean[]> {
  const frames: boolean[] = [];
  const dialog = find(view, 'dialog');
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((done) => {
      requestAnimationFrame(done);
    });
    frames.push(drawn(view));
  }
  return frames;
}

afterEach(async () => {
  document.documentElement.style.fontSize = '';
  await page.viewport(1280, 800);
});

describe('turning', () => {
  test('never leaves the stage empty, near or far, next or new', async () => {
    const view = await openAt(pictures(500), 0);
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home', 'ArrowRight']) {
      expect([key, ...(await framesAfter(view, key))]).toEqual([key, true, true, true]);
    }
  });

  test('has the two next and the two before decoded, and those looked at', async () => {
    const view = await openAt(pictures(500), 100);
    await expect.poll(() => findAll(view, '.former')).toHaveLength(0);
    const first = shown(view);
    const gallery = view.shadowRoot?.querySelector('carrel-gallery');
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'];
    for (const key of keys) {
      find(view, 'dialog').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      // Before any frame: nothing can have been loaded since the key.
      await gallery?.updateComplete;
      expect([key, shown(view).complete, findAll(view, '.former')]).toEqual([key, true, []]);
      await settled();
    }
    await press('{ArrowRight}');
    expect(shown(view)).toBe(first);
    await press('{End}{Home}');
    await settled();
    expect(findAll(view, '.former')).toHaveLength(0);
  });

  test('keeps the picture before until one that does not decode says so', async () => {
    const view = await openAt([picture(0), picture(1, { hash: 'e'.repeat(64) })], 0);
    await press('{ArrowRight}');
    await expect.poll(() => find(view, '.stage').textContent).toContain('cannot be read');
    expect(findAll(view, '.former, .stage > img')).toEqual([]);
    await press('{ArrowLeft}');
    expect(drawn(view)).toBe(true);
  });

  test('tells counter and caption once, and nothing else does', async () => {
    const view = await openAt(pictures(12), 0);
    let told = 0;
    const observer = new MutationObserver(() => (told += 1));
    const options = { childList: true, characterData: true, subtree: true };
    observer.observe(find(view, '[aria-live]'), options);
    await press('{ArrowRight}');
    await settled();
    expect(told).toBe(1);
    await press('+0tgg');
    await press('t');
    expect(told).toBe(1);
    expect(find(view, '[aria-live]').textContent).toContain('Caption 2');
    observer.disconnect();
  });

  test('begins a long caption at its beginning; it scrolls within itself', async () => {
    const caption = 'A caption that goes on and on. '.repeat(200);
    const view = await openAt([picture(0, { caption }), picture(1, { caption })], 0);
    const words = find(view, '.words');
    expect(words.scrollHeight).toBeGreaterThan(words.clientHeight);
    expect(find(view, '.stage').clientHeight).toBeGreaterThan(300);
    words.scrollTop = 300;
    await press('{ArrowRight}');
    expect(words.scrollTop).toBe(0);
  });
});

describe('at 320 pixels with letters twice as large', () => {
  test('nothing is lost: every button and the caption can be reached', async () => {
    await page.viewport(320, 568);
    document.documentElement.style.fontSize = '200%';
    const view = await openAt(pictures(12), 3);
    for (const name of [
      'Zoom in',
      'Copy picture',
      'Save picture',
      'Thumbnails',
      'All pictures',
      'Close',
      'Next picture',
    ]) {
      const { left, right, top, bottom, width } = named(view, name).getBoundingClientRect();
      const isThere = left >= 0 && right <= 320 && top >= 0 && bottom <= 568;
      expect([name, isThere, width >= 24]).toEqual([name, true, true]);
    }
    const buttons = findAll(view, '.bar button').map((button) => button.getBoundingClientRect());
    const overlap = buttons.some((one, at) =>
      buttons.slice(at + 1).some((other) => one.top === other.top && one.right > other.left + 1),
    );
    expect(overlap).toBe(false);
    expect(find(view, '.stage').clientHeight).toBeGreaterThan(100);
    expect(find(view, '.caption').getBoundingClientRect().right).toBeLessThanOrEqual(320);
    await press('g');
    expect(find(view, 'carrel-gallery-grid').scrollWidth).toBeLessThanOrEqual(320);
  });
});

describe.each(['light', 'sepia', 'dark'])('in the %s theme', (theme) => {
  test.each([
    ['with the strip, a picture of five hundred', 500, ''],
    ['all pictures, one of them missing', 12, 'g'],
    ['one picture alone', 1, ''],
    ['what became of an act', 2, 'c'],
  ])('%s has nothing that axe objects to', async (_, count, keys) => {
    document.documentElement.dataset['theme'] = theme;
    const list = pictures(count).map((each, at) =>
      at === 1 ? picture(1, { hash: null, alt: 'What it would show' }) : each,
    );
    const view = await openAt(list, 0);
    if (keys !== '') await press(keys);
    await settled();
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ).toEqual([]);
    expect(counter(view)).toMatch(/^1 \//u);
  });
});

test('a picture read anew with another file is drawn by that file', async () => {
  const view = await openAt([picture(0), picture(1)], 0);
  if (view.article !== null) {
    view.article = {
      ...view.article,
      pictureList: [picture(0, { hash: tallHash, width: 300, height: 500 }), picture(1)],
    };
  }
  await nextFrames();
  expect(shown(view).src).toContain(tallHash);
});
