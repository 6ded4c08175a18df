import { expect, test } from 'vitest';
import '../../../renderer/fonts.css';
import { article, paragraphs, settings } from './sample.ts';
import { find, nextFrames, show } from './stage.ts';

/** The first font a browser would take for an element. */
function firstFont(element: Element): string {
  return getComputedStyle(element).fontFamily.split(',')[0] ?? '';
}

test('every face that can be chosen comes with Carrel, upright and slanted', async () => {
  const view = await show(article({ html: '<p>Roman <em>italic</em></p>' }));
  for (const [family, font] of [
    ['serif', 'Literata Variable'],
    ['sans', 'Inter Variable'],
    ['legible', 'Atkinson Hyperlegible Next Variable'],
  ] as const) {
    view.settings = { ...settings, family };
    await view.updateComplete;
    for (const selector of ['.body p', 'h1']) {
      expect(firstFont(find(view, selector))).toBe(`"${font}"`);
    }
    for (const style of ['normal', 'italic']) {
      const faces = await document.fonts.load(`${style} 18px "${font}"`, 'Harbour');
      expect(faces.map((face) => face.style)).toContain(style);
    }
  }
});

test('another script keeps its own fonts in the serif face', async () => {
  const view = await show(article({ language: 'zh', html: '<p>茶馆</p>' }));
  expect(getComputedStyle(find(view, '.body')).fontFamily).toContain('Noto Serif CJK SC');
  view.settings = { ...settings, family: 'sans' };
  await view.updateComplete;
  expect(getComputedStyle(find(view, '.body')).fontFamily).toMatch(/sans-serif$/);
});

test('the distance of lines is a share of what the script needs', async () => {
  const view = await show(article());
  const ratio = (): number => {
    const { lineHeight, fontSize } = getComputedStyle(find(view, '.body'));
    return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
  };
  expect(ratio()).toBeCloseTo(1.62);
  view.settings = { ...settings, leadingPercent: 130 };
  await view.updateComplete;
  expect(ratio()).toBeCloseTo(1.62 * 1.3);
  view.article = article({ language: 'ar', direction: 'rtl' });
  await view.updateComplete;
  expect(ratio()).toBeCloseTo(1.9 * 1.3);
});

test('justified text ends at one edge, hyphenated by its language', async () => {
  const view = await show(article({ language: 'de', html: paragraphs(2) }), 500);
  const style = (): CSSStyleDeclaration => getComputedStyle(find(view, '.body p'));
  expect(style().textAlign).toBe('start');
  view.settings = { ...settings, justified: true };
  await view.updateComplete;
  expect(style().textAlign).toBe('justify');
  expect(style().hyphens).toBe('auto');
  expect(find(view, '.body').lang).toBe('de');
});

test('a wider distance of lines leaves the reader at the same place', async () => {
  const view = await show(article({ html: paragraphs(40) }));
  const page = find(view, '.page');
  find(view, '.body > :nth-child(20)').scrollIntoView();
  await nextFrames();
  view.settings = { ...settings, leadingPercent: 140 };
  await view.updateComplete;
  await nextFrames();
  const top = find(view, '.body > :nth-child(20)').getBoundingClientRect().top;
  expect(Math.abs(top - page.getBoundingClientRect().top)).toBeLessThan(2);
});
