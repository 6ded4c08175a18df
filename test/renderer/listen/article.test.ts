import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CarrelArticle } from '../../../renderer/article/carrel-article.ts';
import { article, paragraphs, settings } from '../article/sample.ts';
import { find, findAll, nextFrames, show } from '../article/stage.ts';
import { focused } from '../window.ts';
import { installFakeSpeech, voice } from './fake-speech.ts';
import type { FakeSpeech } from './fake-speech.ts';

const long = article({ html: paragraphs(40) });

let speech: FakeSpeech;
beforeEach(() => {
  installFakeSpeech([voice('Ada', 'en-GB'), voice('Bea', 'en-US'), voice('Anna', 'de-DE')]);
  speech = window.fakeSpeech;
});

const button = (name: string): ReturnType<typeof page.getByRole> =>
  page.getByRole('button', { name, exact: true });
const bar = page.getByRole('group', { name: 'Listening' });
const pause = button('Pause (L)');
const painted = (name: string): string[] => [...(CSS.highlights.get(name) ?? [])].map(String);
const now = (): string => speech.now?.text ?? '';

async function listen(view: CarrelArticle): Promise<void> {
  view.listen();
  await view.updateComplete;
  await nextFrames();
}

/** Scrolls as a reader does. */
async function scrollTo(view: CarrelArticle, top: number): Promise<void> {
  const scroller = find(view, '.page');
  scroller.dispatchEvent(new WheelEvent('wheel'));
  scroller.scrollTop = top;
  await nextFrames();
}

function inView(view: CarrelArticle, index: number): boolean {
  const block = findAll(view, '.body > p')[index]?.getBoundingClientRect();
  const seen = find(view, '.page').getBoundingClientRect();
  return block !== undefined && block.bottom > seen.top && block.top < seen.bottom;
}

describe('listening begins', () => {
  test('at the headline, where the article is at its top', async () => {
    const view = await show(long);
    await listen(view);
    expect(now()).toBe('The Night Pilots');
    expect(painted('carrel-heard')).toEqual(['The Night Pilots']);
  });

  test('at the paragraph that is at the top of the view', async () => {
    const view = await show(long);
    findAll(view, '.body > p')[20]?.scrollIntoView();
    await nextFrames();
    await listen(view);
    expect(now()).toBe('Paragraph 20.');
  });

  test('at the sentence where something is selected', async () => {
    const view = await show(long);
    const text = findAll(view, '.body > p')[1]?.firstChild;
    if (!(text instanceof Text)) throw new Error('no text');
    const at = text.data.indexOf('guild');
    getSelection()?.setBaseAndExtent(text, at, text, at + 5);
    await listen(view);
    expect(now()).toBe('The pilots of this coast are a small guild.');
    expect(painted('carrel-heard')[0]).toMatch(/^Paragraph 1\./);
    getSelection()?.removeAllRanges();
  });

  test('and nothing of the text is rewritten by it', async () => {
    const view = await show(long);
    const before = find(view, '.body').innerHTML;
    await listen(view);
    speech.end();
    speech.word(0, 9);
    expect(find(view, '.body').innerHTML).toBe(before);
    expect(painted('carrel-heard-word')).toEqual(['Paragraph']);
  });
});

describe('what is read', () => {
  test('is kept in view', async () => {
    const view = await show(long);
    await listen(view);
    for (let turn = 0; turn < 9 * 12; turn += 1) speech.end();
    expect(painted('carrel-heard')[0]).toMatch(/^Paragraph 11\./);
    await expect.poll(() => inView(view, 11)).toBe(true);
    await expect.element(button('Back to what is read')).not.toBeInTheDocument();
  });

  test('is kept in view where lines are vertical, and begun at what is in view there', async () => {
    installFakeSpeech([voice('Kyo', 'ja-JP')]);
    const html = Array.from(
      { length: 60 },
      (_, at) => `<p>第${at}段。${'夜の水先人。'.repeat(30)}</p>`,
    );
    const view = await show(article({ html: html.join(''), language: 'ja' }));
    view.settings = { ...settings, vertical: true };
    await nextFrames();
    const scroller = find(view, '.page');
    scroller.dispatchEvent(new WheelEvent('wheel'));
    scroller.scrollLeft = -2000;
    await nextFrames();
    await listen(view);
    const begun = Number(/第(\d+)段/.exec(window.fakeSpeech.now?.text ?? '')?.[1]);
    expect(begun).toBeGreaterThan(3);
    const seen = find(view, '.page').getBoundingClientRect();
    const read = (): DOMRect | undefined =>
      findAll(view, '.body > p')
        .find((block) =>
          block.textContent?.startsWith(painted('carrel-heard')[0]?.slice(0, 4) ?? '-'),
        )
        ?.getBoundingClientRect();
    for (let turn = 0; turn < 31 * 10; turn += 1) window.fakeSpeech.end();
    await expect.poll(() => (read()?.right ?? Infinity) <= seen.right).toBe(true);
    await expect.poll(() => (read()?.right ?? -1) > seen.left).toBe(true);
    expect(-scroller.scrollLeft).toBeGreaterThan(2500);
  });

  test('also when the layout changes on the way there', async () => {
    const view = await show(long);
    await listen(view);
    for (let turn = 0; turn < 9 * 12; turn += 1) speech.end();
    await nextFrames();
    view.style.height = '500px';
    await expect.poll(() => inView(view, 11)).toBe(true);
    await expect.element(button('Back to what is read')).not.toBeInTheDocument();
  });

  test('is left alone where the reader scrolled away, with a way back', async () => {
    const view = await show(long);
    await listen(view);
    speech.end();
    await expect.poll(() => now()).toBe('Paragraph 0.');
    await scrollTo(view, 3000);
    const back = button('Back to what is read');
    await expect.element(back).toBeVisible();
    for (let turn = 0; turn < 9; turn += 1) speech.end();
    await nextFrames();
    expect(find(view, '.page').scrollTop).toBe(3000);
    await back.click();
    await expect.poll(() => inView(view, 1)).toBe(true);
    await expect.element(back).not.toBeInTheDocument();
  });

  test('is followed again where the reader scrolls back to it', async () => {
    const view = await show(long);
    await listen(view);
    await scrollTo(view, 3000);
    await expect.element(button('Back to what is read')).toBeVisible();
    await scrollTo(view, 1);
    await expect.element(button('Back to what is read')).not.toBeInTheDocument();
  });
});

describe('the bar', () => {
  test('covers no text', async () => {
    const view = await show(long);
    await listen(view);
    const { bottom } = find(view, '.page').getBoundingClientRect();
    expect(bar.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom);
  });

  test('pauses and goes on, to and fro between paragraphs', async () => {
    const view = await show(long);
    await listen(view);
    await pause.click();
    expect(speech.speaking).toBe(false);
    await button('Next paragraph').click();
    await button('Next paragraph').click();
    await button('Previous paragraph').click();
    expect(speech.speaking).toBe(false);
    await button('Read aloud (L)').click();
    await expect.poll(now).toBe('Paragraph 0.');
  });

  test('tells how long the rest takes', async () => {
    const view = await show(long);
    await listen(view);
    await expect.element(page.getByText('17 min to hear')).toBeVisible();
    view.settings = { ...settings, speechPercent: 200 };
    await expect.element(page.getByText('8 min to hear')).toBeVisible();
  });

  test('asks for another pace, another voice, and to end after the article', async () => {
    const view = await show(long);
    const asked: unknown[] = [];
    view.addEventListener('settings-change', ({ changes }) => asked.push(changes));
    await listen(view);
    await page.getByRole('combobox', { name: 'Speed' }).selectOptions('1.5×');
    await button('Voice and order').click();
    const voices = page.getByRole('combobox', { name: 'Voice for English' });
    await expect.poll(() => document.activeElement).toBe(view);
    await voices.selectOptions('Bea');
    await page.getByRole('checkbox', { name: 'Go on with the next unread article' }).click();
    expect(asked).toEqual([
      { speechPercent: 150 },
      { speechVoices: { en: 'fake:Bea' } },
      { listenOn: false },
    ]);
    const options = [...voices.element().querySelectorAll('option')].map((each) => each.text);
    expect(options).toEqual(['Bea', 'Ada']);
  });

  test('is closed, and gives the keyboard to the text', async () => {
    const view = await show(long);
    await listen(view);
    await button('End listening (Esc)').click();
    await expect.element(bar).not.toBeInTheDocument();
    expect(speech.speaking).toBe(false);
    expect(painted('carrel-heard')).toEqual([]);
    expect(view.shadowRoot?.activeElement).toBe(find(view, '.page'));
  });

  test('is reached by the keyboard, and its sheet is left by Escape', async () => {
    const view = await show(long);
    await listen(view);
    find(view, '.toggle').focus();
    await userEvent.keyboard('{Enter}');
    expect(speech.speaking).toBe(false);
    await button('Voice and order').click();
    await expect.poll(() => find(view, '.voice select').matches(':focus')).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('Voice and order');
    await expect.element(bar).toBeVisible();
  });
});

describe('where nothing can be heard', () => {
  test('for want of a voice, it says so and offers nothing that does not work', async () => {
    const arabic = article({ language: 'ar', direction: 'rtl', html: '<p>وصلت السفينة.</p>' });
    const view = await show(arabic);
    await listen(view);
    const words = 'Your system has no voice for Arabic that works without a network.';
    await expect.element(page.getByText(words)).toBeVisible();
    const buttons = bar.element().querySelectorAll('button, select');
    expect([...buttons].map(({ ariaLabel }) => ariaLabel)).toEqual(['End listening (Esc)']);
    expect(speech.said).toEqual([]);
  });

  test('for a voice that failed, it says so and goes on from there', async () => {
    const view = await show(long);
    await listen(view);
    speech.end();
    speech.fail('synthesis-failed');
    await expect.element(page.getByText(/^The voice has stopped/)).toBeVisible();
    await button('Read aloud (L)').click();
    expect(now()).toBe('Paragraph 0.');
  });

  test('in a browser without speech', async () => {
    Reflect.deleteProperty(window, 'speechSynthesis');
    const own = Object.getOwnPropertyDescriptor(Window.prototype, 'speechSynthesis');
    Reflect.deleteProperty(Window.prototype, 'speechSynthesis');
    const view = await show(long);
    await listen(view);
    await expect.element(page.getByText('This browser cannot read aloud.')).toBeVisible();
    if (own !== undefined) Object.defineProperty(Window.prototype, 'speechSynthesis', own);
  });
});

describe('listening ends', () => {
  test.each([
    ['another article is opened', (view: CarrelArticle) => (view.article = article({ id: 2 }))],
    ['the article is closed', (view: CarrelArticle) => (view.article = null)],
    ['the view goes', (view: CarrelArticle) => view.remove()],
    ['the window is left', () => window.dispatchEvent(new Event('pagehide'))],
  ])('when %s', async (_, leave) => {
    const view = await show(long);
    await listen(view);
    leave(view);
    await nextFrames();
    expect(speech.speaking).toBe(false);
    expect(view.isListening).toBe(false);
    expect(painted('carrel-heard')).toEqual([]);
  });

  test('but not when a picture of it comes in, or its whole text', async () => {
    const view = await show(long);
    await listen(view);
    speech.end();
    view.article = { ...long, read: true };
    await nextFrames();
    view.article = { ...long, html: `<p>An introduction.</p>${paragraphs(40)}` };
    await nextFrames();
    expect(now()).toBe('Paragraph 0.');
    expect(painted('carrel-heard')[0]).toMatch(/^Paragraph 0\./);
    speech.end();
    expect(now()).toBe('The pilots of this coast are a small guild.');
  });

  test('at the end of the article, which is told', async () => {
    const view = await show(article());
    const told = vi.fn<() => void>();
    view.addEventListener('listen-over', told);
    await listen(view);
    speech.end();
    expect(told).not.toHaveBeenCalled();
    speech.end();
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe.each(['light', 'sepia', 'dark', 'black'])('in the %s theme', (theme) => {
  test.each(['speaking', 'no voice', 'failed', 'away', 'the sheet'])('axe: %s', async (what) => {
    document.documentElement.dataset['theme'] = theme;
    if (what === 'no voice') installFakeSpeech([voice('Anna', 'de-DE')]);
    const view = await show(long);
    await listen(view);
    if (what === 'failed') speech.fail('audio-busy');
    if (what === 'away') await scrollTo(view, 3000);
    if (what === 'the sheet') await button('Voice and order').click();
    await nextFrames();
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
    ).toEqual([]);
  });
});

test('what is painted can be read in every theme', async () => {
  const view = await show(long);
  await listen(view);
  const style = (name: string, property: 'color' | 'backgroundColor'): string =>
    getComputedStyle(find(view, '.body > p'), `::highlight(${name})`)[property];
  for (const theme of ['light', 'sepia', 'dark', 'black']) {
    document.documentElement.dataset['theme'] = theme;
    for (const name of ['carrel-heard', 'carrel-heard-word']) {
      expect(contrast(style(name, 'color'), style(name, 'backgroundColor'))).toBeGreaterThan(4.5);
    }
  }
});

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const parts = (colour.match(/\d+/g) ?? []).slice(0, 3).map((part) => +part / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
