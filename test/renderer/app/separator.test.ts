import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { scrollTo, scroller } from '../list/stage.ts';
import { inMedium } from '../media.ts';
import { focused, openWindow, resize, row } from '../window.ts';

const ofList = page.getByRole('separator', { name: 'Width of the list' });
const ofSources = page.getByRole('separator', { name: 'Width of the sources' });
const widthOf = (pane: string): number =>
  document
    .querySelector('carrel-app')
    ?.shadowRoot?.querySelector('carrel-reader')
    ?.shadowRoot?.querySelector(pane)
    ?.getBoundingClientRect().width ?? Number.NaN;

/** A pointer on a separator, and where it goes from there, in pixels to the right. */
function pointer(
  separator: typeof ofList,
  pointerType = 'mouse',
): (type: string, right: number, changes?: PointerEventInit) => Event {
  const element = separator.element();
  const { left, top } = element.getBoundingClientRect();
  return (type, right, changes = {}) => {
    const event = new PointerEvent(type, {
      pointerId: 1,
      pointerType,
      isPrimary: true,
      bubbles: true,
      composed: true,
      cancelable: true,
      clientX: left + 4 + right,
      clientY: top + 200,
      ...changes,
    });
    element.dispatchEvent(event);
    return event;
  };
}

describe('a separator of panes', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    document.documentElement.dir = 'ltr';
    await page.viewport(1440, 800);
    // The pointer is made up, and cannot be captured.
    Element.prototype.setPointerCapture = () => undefined;
    fake = new FakeCarrel();
    for (let index = 0; index < 60; index += 1) fake.add();
  });

  async function open(): Promise<void> {
    await openWindow(fake);
    await expect.element(row('Article 1\\b')).toBeVisible();
  }

  const saved = () => fake.calls.filter(([method]) => method === 'saveSettings');

  test('that is only pressed, or whose drag is broken off, changes nothing', async () => {
    await open();
    const move = pointer(ofList);
    move('pointerdown', 0);
    move('pointerup', 0);
    move('pointerdown', 0);
    move('pointermove', 60);
    expect(widthOf('carrel-list-pane')).toBe(384 + 60);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(384);
    move('pointermove', 90);
    move('pointerup', 90);
    move('pointerdown', 0);
    move('pointermove', 60);
    // So the browser says that it takes the pointer.
    move('lostpointercapture', 60);
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(384);
    await expect.element(ofList).toHaveAttribute('aria-valuenow', '384');
    expect(saved()).toEqual([]);
  });

  test('heeds neither another button of the mouse nor a second finger', async () => {
    await open();
    const move = pointer(ofList, 'touch');
    move('pointerdown', 0, { button: 2 });
    move('pointermove', 60);
    move('pointerup', 60);
    move('pointerdown', 0, { isPrimary: false, pointerId: 2 });
    move('pointermove', 60, { isPrimary: false, pointerId: 2 });
    move('pointerup', 60, { isPrimary: false, pointerId: 2 });
    expect(widthOf('carrel-list-pane')).toBe(384);
    expect(saved()).toEqual([]);
  });

  test('that is dragged gives its pane another width, and keeps it once, in the end', async () => {
    await open();
    const move = pointer(ofList);
    const down = move('pointerdown', 0);
    // Nothing is selected on the way.
    expect(down.defaultPrevented).toBe(true);
    move('pointermove', 30);
    move('pointermove', 80);
    expect(widthOf('carrel-list-pane')).toBe(464);
    await expect.element(ofList).toHaveAttribute('aria-valuenow', '464');
    expect(saved()).toEqual([]);
    move('pointerup', 80);
    expect(saved()).toEqual([['saveSettings', { listWidthRem: 29 }]]);
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(464);
    expect(widthOf('carrel-sources')).toBe(272);
  });

  test('of the sources moves the list along', async () => {
    await open();
    const move = pointer(ofSources, 'touch');
    move('pointerdown', 0);
    move('pointermove', -32);
    move('pointerup', -32);
    expect(saved()).toEqual([['saveSettings', { sourcesWidthRem: 15 }]]);
    await expect.poll(() => widthOf('carrel-sources')).toBe(240);
    expect(widthOf('carrel-list-pane')).toBe(384);
  });

  test('goes no farther than its bounds, and says them', async () => {
    await open();
    const move = pointer(ofSources);
    move('pointerdown', 0);
    move('pointermove', -900);
    expect(widthOf('carrel-sources')).toBe(192);
    move('pointermove', 1200);
    expect(widthOf('carrel-sources')).toBe(480);
    move('pointerup', 1200);
    await expect.element(ofSources).toHaveAttribute('aria-valuenow', '480');
    await expect.element(ofSources).toHaveAttribute('aria-valuemin', '192');
    await expect.element(ofSources).toHaveAttribute('aria-valuemax', '480');
    await expect.element(ofSources).toHaveAttribute('aria-orientation', 'vertical');
    await expect.element(ofSources).toHaveAttribute('aria-valuetext', '480 px');
    // 1440 less the sources and the least of the article.
    await expect.element(ofList).toHaveAttribute('aria-valuemax', '576');
  });

  test('is moved by keys, to its bounds by Home and End, and back by Enter', async () => {
    await open();
    const element = ofList.element();
    if (!(element instanceof HTMLElement)) throw new Error('test: no separator');
    element.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(416);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(400);
    await userEvent.keyboard('{Home}');
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(288);
    await userEvent.keyboard('{End}');
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(768);
    const openArticle = fake.count('article');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(384);
    expect(fake.current.listWidthRem).toBe(24);
    // The key is the separator's: it opens no article, and the keyboard stays.
    expect(fake.count('article')).toBe(openArticle);
    expect(focused()).toBe('Width of the list');
  });

  test('gives the usual width back by a double click', async () => {
    fake.current.listWidthRem = 40;
    await open();
    expect(widthOf('carrel-list-pane')).toBe(640);
    await ofList.dblClick();
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(384);
    expect(fake.current.listWidthRem).toBe(24);
  });

  test('leaves the keyboard where it is when it is dragged', async () => {
    await open();
    await row('Article 1\\b').click();
    const before = focused();
    const move = pointer(ofList);
    move('pointerdown', 0);
    move('pointermove', 40);
    move('pointerup', 40);
    expect(focused()).toBe(before);
  });

  test('moves the other way where the window runs from right to left', async () => {
    await open();
    document.documentElement.dir = 'rtl';
    const move = pointer(ofList);
    move('pointerdown', 0);
    move('pointermove', -48);
    move('pointerup', -48);
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(432);
    const { left } = ofList.element().getBoundingClientRect();
    expect(Math.abs(left - (1440 - 272 - 432))).toBeLessThan(16);
    const element = ofList.element();
    if (!(element instanceof HTMLElement)) throw new Error('test: no separator');
    element.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(448);
  });

  test('gives way in a small window, and has its width again in a large one', async () => {
    fake.current.sourcesWidthRem = 20;
    fake.current.listWidthRem = 40;
    await open();
    expect(widthOf('carrel-list-pane')).toBe(640);
    await page.viewport(1180, 800);
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(1180 - 320 - 384);
    await expect.element(ofList).toHaveAttribute('aria-valuenow', String(1180 - 320 - 384));
    await page.viewport(1440, 800);
    await expect.poll(() => widthOf('carrel-list-pane')).toBe(640);
    expect(saved()).toEqual([]);
  });

  test('is there for the list alone where the sources lie over it', async () => {
    await resize('two panes');
    await open();
    await expect.element(ofList).toBeVisible();
    await expect.element(ofSources).not.toBeInTheDocument();
    const move = pointer(ofList);
    move('pointerdown', 0);
    move('pointermove', 500);
    move('pointerup', 500);
    await expect.poll(() => widthOf('main')).toBe(384);
  });

  test('is not there where one pane fills the window, in focus mode and on paper', async () => {
    await open();
    await expect.element(ofSources).toBeVisible();
    await row('Article 1\\b').click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Article 1' })).toBeVisible();
    await userEvent.keyboard('f');
    await expect.element(ofList).not.toBeInTheDocument();
    await userEvent.keyboard('f');
    await expect.element(ofList).toBeVisible();
    await inMedium('print', async () => {
      await expect.element(ofList).not.toBeInTheDocument();
    });
    await resize('one pane');
    await expect.element(ofList).not.toBeInTheDocument();
  });

  test('keeps the place in the list while it is dragged, and draws no row anew', async () => {
    await open();
    scrollTo(112 * 20);
    await expect.element(row('Article 21\\b')).toBeInViewport();
    const before = scroller()?.scrollTop;
    const top = row('Article 21\\b').element().getBoundingClientRect().top;
    const list = scroller()?.getRootNode();
    let changes = 0;
    const watcher = new MutationObserver((records) => {
      changes += records.length;
    });
    if (list !== undefined) watcher.observe(list, { subtree: true, childList: true });
    const move = pointer(ofList);
    move('pointerdown', 0);
    for (let right = 10; right <= 200; right += 10) {
      move('pointermove', right);
      await new Promise(requestAnimationFrame);
    }
    expect(widthOf('carrel-list-pane')).toBe(584);
    expect(scroller()?.scrollTop).toBe(before);
    expect(row('Article 21\\b').element().getBoundingClientRect().top).toBe(top);
    expect(changes).toBe(0);
    move('pointerup', 200);
    await expect.poll(() => fake.current.listWidthRem).toBe(36.5);
    expect(scroller()?.scrollTop).toBe(before);
    watcher.disconnect();
  });
});
