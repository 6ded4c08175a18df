import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { canBeVertical } from '../../../renderer/article/vertical.ts';
import type { PositionEvent } from '../../../renderer/article/events.ts';
import type { CarrelArticle } from '../../../renderer/article/carrel-article.ts';
import { inMedium } from '../media.ts';
import { article, picture, settings } from './sample.ts';
import { find, findAll, nextFrames, show, textOf } from './stage.ts';

const sentence =
  '港の図書館は朝の八時に開き、波の音のほかには何も聞こえない静けさの中で、人々は本を読む。';

function japanese(count: number): string {
  return Array.from({ length: count }, (_, at) => `<p>第${at}段。${sentence.repeat(4)}</p>`).join(
    '',
  );
}

const text = article({
  language: 'ja',
  title: '波を彫る',
  readingMinutes: 9,
  html:
    `<p>昭和12年、<ruby>灯台<rt>とうだい</rt></ruby>守は2024年のlighthouseを見た。5人!?</p>${japanese(5)}` +
    `<h2>一</h2>${japanese(6)}<figure data-picture="0"></figure><h2>二</h2>${japanese(6)}<h2>三</h2>${japanese(6)}` +
    '<table><tbody><tr><th>年</th><th>船</th></tr><tr><td>1961</td><td>40</td></tr></tbody></table><pre>lamp --on 12</pre>',
  pictures: { of: 1, kept: 1, failed: 0 },
  pictureList: [picture(0)],
});

async function showVertical(
  changes: Partial<typeof text> = {},
  width = 900,
): Promise<CarrelArticle> {
  const view = await show(null, width);
  view.settings = { ...settings, vertical: true };
  view.article = { ...text, ...changes };
  await view.updateComplete;
  await nextFrames();
  return view;
}

let view: CarrelArticle;
const scroller = (): HTMLElement => find(view, '.page');
const scrolled = (): number => -scroller().scrollLeft;

beforeEach(async () => {
  await page.viewport(900, 600);
});

describe('vertical lines', () => {
  test.each([
    ['ja', true],
    ['ja-JP', true],
    ['zh-Hant', true],
    ['ZH-cn', true],
    ['ko', false],
    ['jam', false],
    ['en', false],
    [null, false],
  ])('may be those of %s: %s', (language, may) => {
    expect(canBeVertical(language)).toBe(may);
  });

  test('are not those of a text in another language, or when they are not wanted', async () => {
    view = await showVertical({ language: 'en' });
    expect(getComputedStyle(scroller()).writingMode).toBe('horizontal-tb');
    view.article = text;
    view.settings = settings;
    await view.updateComplete;
    expect(getComputedStyle(scroller()).writingMode).toBe('horizontal-tb');
  });

  test('go on to the left, and are as high as the pane', async () => {
    view = await showVertical();
    expect(getComputedStyle(scroller()).writingMode).toBe('vertical-rl');
    expect(scroller().scrollWidth).toBeGreaterThan(scroller().clientWidth * 2);
    expect(scroller().scrollHeight).toBeLessThanOrEqual(scroller().clientHeight);
    const [first, second] = findAll(view, '.body > p').map((each) => each.getBoundingClientRect());
    expect(second?.right).toBeLessThan(first?.left ?? 0);
    // No empty part between the head and the text.
    const head = find(view, 'carrel-article-head').getBoundingClientRect();
    expect(head.left - (first?.right ?? 0)).toBeLessThan(80);
  });

  test('have short numbers upright in the place of one character, and long ones lying', async () => {
    view = await showVertical();
    expect(
      findAll(view, '.upright')
        .map((each) => each.textContent)
        .slice(0, 3),
    ).toEqual(['12', '5', '!?']);
    const number = find(view, '.upright');
    expect(getComputedStyle(number).textCombineUpright).toBe('all');
    const size = Number.parseFloat(getComputedStyle(number).fontSize);
    expect(number.getBoundingClientRect().height).toBeLessThan(size * 1.2);
    expect(findAll(view, ':is(pre, table) .upright')).toEqual([]);
  });

  test('have readings at their right', async () => {
    view = await showVertical();
    const ruby = find(view, 'ruby').getBoundingClientRect();
    const reading = find(view, 'rt').getBoundingClientRect();
    expect(reading.left).toBeGreaterThan((ruby.left + ruby.right) / 2);
  });

  test.each([900, 360])(
    'leave pictures whole, and tables, code and the head horizontal, in %i pixels',
    async (width) => {
      view = await showVertical({}, width);
      // Beside the head one sees where it goes on.
      const [first] = find(view, '.body > p').getClientRects();
      expect(first?.right).toBeGreaterThan(view.getBoundingClientRect().left + 20);
      for (const selector of ['carrel-article-head', 'figure', '.table', 'pre', 'footer']) {
        const part = find(view, selector);
        expect([selector, getComputedStyle(part).writingMode]).toEqual([selector, 'horizontal-tb']);
        const { width: partWidth, height } = part.getBoundingClientRect();
        const fits = {
          selector,
          inWidth: partWidth <= width,
          inHeight: height <= scroller().clientHeight,
        };
        expect(fits).toEqual({ selector, inWidth: true, inHeight: true });
      }
      // No higher than what they hold.
      expect(find(view, 'pre').getBoundingClientRect().height).toBeLessThan(120);
      const image = find(view, 'figure img').getBoundingClientRect();
      expect(image.height).toBeLessThan(scroller().clientHeight);
      expect(image.height).toBeGreaterThan(60);
      expect(image.width / image.height).toBeCloseTo(640 / 400, 1);
    },
  );
});

describe('in vertical lines', () => {
  test('a page goes on to the left, and at the end there is none', async () => {
    view = await showVertical();
    expect(view.pageDown()).toBe(true);
    await expect.poll(scrolled).toBeGreaterThan(600);
    scroller().scrollLeft = -scroller().scrollWidth;
    expect(view.pageDown()).toBe(false);
  });

  test('the keys that scroll do so', async () => {
    view = await showVertical();
    view.focus();
    for (const [keys, isThere] of [
      ['{End}', () => scrolled() > scroller().scrollWidth - scroller().clientWidth - 2],
      ['{PageUp}', () => scrolled() < scroller().scrollWidth - scroller().clientWidth - 600],
      ['{Home}', () => scrolled() === 0],
      ['{PageDown}', () => scrolled() > 600],
      ['{Home}', () => scrolled() === 0],
      ['{ArrowLeft}', () => scrolled() > 40 && scrolled() < 200],
      ['{ArrowRight}', () => scrolled() === 0],
      ['{ArrowDown}', () => scrolled() > 40 && scrolled() < 200],
      ['{ArrowUp}', () => scrolled() === 0],
    ] as const) {
      await userEvent.keyboard(keys);
      await expect.poll(() => [keys, isThere()]).toEqual([keys, true]);
    }
  });

  test('the wheel goes on, but not where a box of its own scrolls, nor where it zooms', async () => {
    view = await showVertical();
    const wheel = (on: Element, options: WheelEventInit): void => {
      on.dispatchEvent(
        new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, ...options }),
      );
    };
    wheel(find(view, '.body p'), { deltaY: 120 });
    expect(scrolled()).toBe(120);
    wheel(find(view, '.body p'), { deltaY: 2, deltaMode: WheelEvent.DOM_DELTA_LINE });
    expect(scrolled()).toBeGreaterThan(150);
    const at = scrolled();
    wheel(find(view, 'pre'), { deltaY: 120 });
    wheel(find(view, '.body p'), { deltaY: 120, ctrlKey: true });
    expect(scrolled()).toBe(at);
  });

  test('the place is told, and returned to, also when lines turn', async () => {
    view = await showVertical();
    const told: PositionEvent[] = [];
    view.addEventListener('position', (event) => told.push(event));
    const block = findAll(view, '.body > p')[9];
    block?.scrollIntoView({ block: 'start' });
    await expect.poll(() => told.at(-1)?.position?.block, { timeout: 2_000 }).toBe(11);
    view.settings = settings;
    await view.updateComplete;
    await expect
      .poll(() =>
        Math.abs(
          (block?.getBoundingClientRect().top ?? 0) - scroller().getBoundingClientRect().top,
        ),
      )
      .toBeLessThan(3);
    expect(scroller().scrollLeft).toBe(0);
    view.settings = { ...settings, vertical: true };
    await view.updateComplete;
    await expect
      .poll(() =>
        Math.abs(
          (block?.getBoundingClientRect().right ?? 0) - scroller().getBoundingClientRect().right,
        ),
      )
      .toBeLessThan(3);
  });

  test('a place that was kept is returned to', async () => {
    view = await showVertical({ id: 5, position: { block: 8, fraction: 0.5 } });
    const block = findAll(view, '.body > *')[7]?.getBoundingClientRect();
    const middle = ((block?.left ?? 0) + (block?.right ?? 0)) / 2;
    await expect
      .poll(() => Math.abs(middle - scroller().getBoundingClientRect().right))
      .toBeLessThan(3);
  });

  test('the line below tells how far the reader is, and in which section', async () => {
    view = await showVertical();
    expect(textOf(view)).toContain('9 min left');
    findAll(view, '.body h2')[1]?.scrollIntoView({ block: 'start' });
    await expect.poll(() => find(view, '.section').textContent.trim()).toBe('二');
    await expect.poll(() => textOf(view)).toMatch(/[3-6] min left/u);
    scroller().scrollLeft = -scroller().scrollWidth;
    await expect.poll(() => textOf(view)).toContain('Read to the end');
  });

  test('the contents lead to a heading', async () => {
    view = await showVertical();
    await page.getByRole('button', { name: 'Contents' }).click();
    await page.getByRole('button', { name: '三', exact: true }).click();
    const heading = findAll(view, '.body h2')[2];
    await expect
      .poll(
        () =>
          (heading?.getBoundingClientRect().right ?? 0) - scroller().getBoundingClientRect().right,
      )
      .toBeLessThan(3);
    expect(scrolled()).toBeGreaterThan(1_000);
  });

  test('words are found and brought into view', async () => {
    view = await showVertical({
      html: `${japanese(12)}<p>探している言葉はここ。</p>${japanese(4)}`,
    });
    await view.find();
    await userEvent.keyboard('探している言葉');
    await expect.poll(() => textOf(view)).toContain('1 of 1');
    const place = findAll(view, '.body > p')[12]?.getBoundingClientRect();
    expect(place?.left).toBeGreaterThan(0);
    expect(place?.right).toBeLessThan(900);
  });

  test('the gallery knows a picture that is in view', async () => {
    view = await showVertical();
    find(view, 'figure img').scrollIntoView({ block: 'center' });
    find(view, 'figure .open').click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  test('axe objects to nothing', async () => {
    view = await showVertical();
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('on paper lines are horizontal', async () => {
    view = await showVertical();
    await inMedium('print', async () => {
      expect(getComputedStyle(scroller()).writingMode).toBe('horizontal-tb');
    });
  });
});
