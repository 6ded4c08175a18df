import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  BookmarkToggleEvent,
  PositionEvent,
  ReadToggleEvent,
  RetryEvent,
} from '../../../renderer/article/events.ts';
import type { CarrelArticle } from '../../../renderer/article/carrel-article.ts';
import { article, paragraphs, picture, settings, tallHash } from './sample.ts';
import { find, findAll, findKind, nextFrames, show, textOf } from './stage.ts';

const button = (view: Element, words: string): HTMLElement => {
  const found = findAll(view, 'button').find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button says ${words}`);
  return found;
};

/** The next event of a class that reaches the window, as from any element in it. */
function heard<E extends Event>(type: string, kind: new (...given: never[]) => E): Promise<E> {
  return new Promise((resolve) => {
    document.addEventListener(
      type,
      (event) => {
        if (event instanceof kind) resolve(event);
      },
      { once: true },
    );
  });
}

/** The places of pictures 0 to `count`, not included. */
const figures = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<figure data-picture="${index}"></figure>`).join('');

/** Which block of the body is at the top of the view. */
const topBlock = (view: CarrelArticle): number => {
  const top = find(view, '.page').getBoundingClientRect().top;
  return findAll(view, '.body > *').findLastIndex(
    (block) => block.getBoundingClientRect().top <= top + 1,
  );
};

describe('the text', () => {
  test('runs nothing that a library file brings', async () => {
    const view = await show(
      article({
        html: '<p>kept</p><script>window.pwned = 1</script><img src="x:" onerror="window.pwned = 1">',
        title: '<img src="x:" onerror="window.pwned = 1">',
        address: 'javascript:window.pwned = 1',
      }),
    );
    expect('pwned' in window).toBe(false);
    expect(find(view, '.body').innerHTML).toBe('<p>kept</p>');
    expect(find(view, 'h1').textContent).toContain('<img');
    expect(findAll(view, 'a')).toEqual([]);
  });

  test('shows nothing of the article before', async () => {
    const view = await show(article({ html: paragraphs(30), subtitle: 'Old subtitle' }));
    find(view, '.page').scrollTop = 900;
    await nextFrames();
    view.article = article({ id: 2, title: 'Next', subtitle: null, html: '<p>new</p>' });
    await view.updateComplete;
    await nextFrames();
    expect(find(view, '.page').scrollTop).toBe(0);
    expect(textOf(view)).toContain('Next');
    expect(textOf(view)).not.toMatch(/Paragraph|Old subtitle/);
  });

  test('keeps its place when the same article comes again, marked read', async () => {
    const view = await show(article({ html: paragraphs(30) }));
    const paragraph = find(view, '.body p');
    find(view, '.page').scrollTop = 700;
    await nextFrames();
    view.article = article({ html: paragraphs(30), read: true });
    await view.updateComplete;
    await nextFrames();
    expect(find(view, '.page').scrollTop).toBe(700);
    expect(find(view, '.body p')).toBe(paragraph);
  });

  test('scrolls wide tables and code in boxes the keyboard reaches', async () => {
    const cells = '<td>a cell that takes its room</td>'.repeat(12);
    const view = await show(
      article({
        html: `<table><tbody><tr>${cells}</tr></tbody></table><pre>${'x '.repeat(300)}</pre>`,
      }),
      400,
    );
    for (const box of [find(view, '.table'), find(view, 'pre')]) {
      expect(box.scrollWidth).toBeGreaterThan(box.clientWidth);
      expect(box.tabIndex).toBe(0);
    }
    const page = find(view, '.page');
    expect(page.scrollWidth).toBe(page.clientWidth);
  });

  test('runs from right to left, its language declared', async () => {
    const view = await show(
      article({ language: 'ar', direction: 'rtl', html: '<p>في الساعة الرابعة</p>' }),
    );
    expect(getComputedStyle(find(view, '.body p')).direction).toBe('rtl');
    expect(find(view, '.body').lang).toBe('ar');
    expect(Number.parseFloat(getComputedStyle(find(view, '.body')).lineHeight)).toBeGreaterThan(
      18 * 1.8,
    );
  });

  test('without an article, says what to press', async () => {
    const view = await show(null);
    expect(textOf(view)).toContain('Choose an article');
    expect(view.pageDown()).toBe(false);
  });
});

describe('the head', () => {
  test('says that the text failed, why, and tries again', async () => {
    const view = await show(
      article({
        text: 'failed',
        failure: { kind: 'http', message: 'page: cannot fetch https://x.example/: 403 Forbidden' },
      }),
    );
    expect(textOf(view)).toContain('403 Forbidden');
    expect(textOf(view)).toContain('Below is what the feed gave');
    const retry = heard(RetryEvent.type, RetryEvent);
    button(view, 'Retry').click();
    expect((await retry).id).toBe(1);
  });

  test('says that the text waits, and shows what the feed gave', async () => {
    const view = await show(article({ text: 'waiting', fetchedAt: null, html: '<p>teaser</p>' }));
    expect(textOf(view)).toContain('waits to be fetched');
    expect(textOf(view)).toContain('teaser');
  });

  test('counts the pictures that are kept', async () => {
    const view = await show(article({ pictures: { of: 5, kept: 3, failed: 1 } }));
    expect(textOf(view)).toContain('Text kept · 3 of 5 pictures');
    expect(button(view, 'Retry')).toBeDefined();
  });

  test('gives times with their zone as a tooltip', async () => {
    const view = await show(article());
    const times = findAll(view, 'time');
    expect(times.map((time) => time.getAttribute('datetime'))).toEqual([
      '2026-03-09T13:05:00.000Z',
      '2026-03-09T18:22:00.000Z',
    ]);
    expect(times[0]?.title).toMatch(/Monday.*2026/);
  });

  test('asks for a bookmark and for unread', async () => {
    const view = await show(article({ bookmarked: false, read: true }));
    const bookmark = heard(BookmarkToggleEvent.type, BookmarkToggleEvent);
    button(view, 'Bookmark').click();
    expect(await bookmark).toMatchObject({ id: 1, bookmarked: true });
    const read = heard(ReadToggleEvent.type, ReadToggleEvent);
    button(view, 'Mark as unread').click();
    expect(await read).toMatchObject({ id: 1, read: false });
  });

  test('links to the original without telling it where from', async () => {
    const link = findKind(await show(article()), HTMLAnchorElement, 'header a');
    expect(link.href).toBe('https://paper.example/night-pilots');
    expect(link.target).toBe('_blank');
    expect(link.rel).toBe('noopener noreferrer');
  });
});

describe('the pictures', () => {
  test('that are missing leave their caption and the reason', async () => {
    const view = await show(
      article({
        html: `${figures(3)}<figure data-picture="99"></figure>`,
        pictureList: [
          picture(0, { hash: null }),
          picture(1, {
            hash: null,
            failure: { kind: 'http', message: 'picture: cannot fetch it: 404 Not Found' },
          }),
          picture(2, { hash: 'f'.repeat(64) }),
        ],
      }),
    );
    const [waiting, failed, deleted, unknown] = findAll(view, '.body > figure');
    expect(waiting?.textContent).toMatch(/waits to be fetched[^]*Caption 1/);
    expect(failed?.textContent).toMatch(/could not be kept[^]*404 Not Found[^]*Caption 2/);
    await expect.poll(() => deleted?.querySelector('.broken')).not.toBeNull();
    const broken = deleted?.querySelector('.broken');
    expect(broken && getComputedStyle(broken, '::after').content).toContain('cannot be read');
    expect(unknown?.hidden).toBe(true);
  });

  test('stand in boxes of their own size before they are loaded, never blown up', async () => {
    const view = await show(
      article({
        html: figures(2),
        pictureList: [
          picture(0, { width: 320, height: 200 }),
          picture(1, { width: 2000, height: 1250 }),
        ],
      }),
    );
    const [small, large] = findAll(view, '.open').map((box) => box.getBoundingClientRect());
    expect(small?.width).toBe(320);
    expect(small?.height).toBe(200);
    expect(large?.width).toBeLessThan(900);
    expect((large?.width ?? 0) / (large?.height ?? 1)).toBeCloseTo(1.6, 1);
  });

  test('are named by their place and caption, and caption and credit stand apart', async () => {
    const view = await show(
      article({ html: figures(2), pictureList: [picture(0), picture(1, { hash: tallHash })] }),
    );
    expect(findAll(view, '.open').map((open) => open.ariaLabel)).toEqual([
      'Open picture 1 of 2: Caption 1',
      'Open picture 2 of 2: Caption 2',
    ]);
    expect(find(view, 'figcaption .credit').textContent).toBe('Credit 1');
    expect(findKind(view, HTMLImageElement, 'figure img').getAttribute('src')).toMatch(/^media\//);
  });

  test('of one gallery are one grid, and each of them opens', async () => {
    const view = await show(
      article({
        html: `<p>before</p>${figures(12)}<p>after</p>`,
        pictureList: Array.from({ length: 12 }, (_, index) =>
          picture(index, { gallery: index === 0 ? null : 3 }),
        ),
      }),
    );
    expect(findAll(view, '.body > *').map((block) => block.className)).toEqual([
      '',
      'picture',
      'grid',
      '',
    ]);
    expect(find(view, '.grid').textContent).toContain('11 pictures');
    expect(find(view, '.grid .more').textContent).toBe('+6');
    findAll(view, '.grid .open')[2]?.click();
    await nextFrames();
    expect(find(view, '.counter').textContent).toBe('4 / 12');
  });

  test('that the text names nowhere stand after it', async () => {
    const view = await show(article({ pictureList: [picture(0)] }));
    expect(find(view, '.body > :last-child img')).toBeDefined();
  });

  test('that arrive later take their places without moving the text', async () => {
    const html = `${figures(1)}${paragraphs(30)}`;
    const view = await show(article({ html, pictureList: [picture(0, { hash: null })] }));
    const page = find(view, '.page');
    const paragraph = findAll(view, '.body p').find((one) => one.textContent.includes('graph 9.'));
    paragraph?.scrollIntoView();
    await nextFrames();
    const before = paragraph?.getBoundingClientRect().top;
    view.article = article({ html, pictureList: [picture(0)] });
    await view.updateComplete;
    await nextFrames();
    expect(find(view, 'figure img')).toBeDefined();
    expect(paragraph?.getBoundingClientRect().top).toBeCloseTo(before ?? Number.NaN, 0);
    expect(page.scrollTop).toBeGreaterThan(0);
  });
});

describe('the place', () => {
  test('is told while the reader scrolls, and at once when the reader leaves', async () => {
    const view = await show(article({ html: paragraphs(40) }));
    const scrolled = heard(PositionEvent.type, PositionEvent);
    findAll(view, '.body > *')[10]?.scrollIntoView();
    expect((await scrolled).position).toMatchObject({ block: 11 });
    const left = heard(PositionEvent.type, PositionEvent);
    find(view, '.page').scrollTop = 0;
    await nextFrames();
    view.article = article({ id: 2 });
    expect(await left).toMatchObject({ id: 1, position: null });
  });

  test('is restored, half a paragraph in', async () => {
    const view = await show(
      article({ html: paragraphs(40), position: { block: 21, fraction: 0.5 } }),
    );
    const rect = findAll(view, '.body > *')[20]?.getBoundingClientRect();
    const top = find(view, '.page').getBoundingClientRect().top;
    expect((top - (rect?.top ?? 0)) / (rect?.height ?? 1)).toBeCloseTo(0.5, 1);
  });

  test('beyond the end of a text that became shorter is its end', async () => {
    const view = await show(
      article({ html: paragraphs(8), position: { block: 400, fraction: 0.2 } }),
    );
    const page = find(view, '.page');
    expect(page.scrollTop).toBeGreaterThan(0);
  });

  test('holds when the window and the text change their size', async () => {
    const view = await show(article({ html: paragraphs(60) }));
    findAll(view, '.body > *')[30]?.scrollIntoView();
    await nextFrames();
    expect(topBlock(view)).toBe(30);
    for (const [width, textSizePx] of [
      [420, 18],
      [1100, 26],
      [360, 14],
      [900, 18],
    ] as const) {
      view.style.width = `${width}px`;
      view.settings = { ...settings, textSizePx };
      await view.updateComplete;
      await nextFrames();
      expect(topBlock(view)).toBe(30);
    }
  });

  test('goes on by a page until the end', async () => {
    const view = await show(article({ html: paragraphs(12) }));
    const page = find(view, '.page');
    expect(view.pageDown()).toBe(true);
    await expect.poll(() => page.scrollTop).toBeGreaterThan(300);
    page.scrollTop = page.scrollHeight;
    expect(view.pageDown()).toBe(false);
  });

  test('is reached by the keyboard', async () => {
    const view = await show(article({ html: paragraphs(30) }));
    view.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(() => find(view, '.page').scrollTop).toBeGreaterThan(500);
  });
});

describe('pictures that the reader set a feed not to fetch', () => {
  const failure = { kind: 'skipped', message: 'picture: not fetched for this feed' } as const;
  const left = article({
    html: figures(1),
    pictures: { of: 0, kept: 0, failed: 0 },
    pictureList: [picture(0, { hash: null, failure })],
  });

  test('are said to be left out, with their captions and no error', async () => {
    const view = await show(left);
    const words = textOf(view);
    expect(words).toContain('Not fetched (as set for this feed).');
    expect(words).toContain('Caption 1');
    expect(words).not.toContain('picture: not fetched');
    expect(words).not.toContain('could not be kept');
  });

  test('are fetched when they are asked for', async () => {
    const view = await show(left);
    const asked = heard('retry', RetryEvent);
    button(view, 'Fetch the pictures').click();
    expect((await asked).id).toBe(1);
  });

  test('are asked for below a gallery too', async () => {
    const pictureList = [0, 1].map((ordinal) =>
      picture(ordinal, { hash: null, failure, gallery: 1 }),
    );
    const view = await show(article({ html: figures(2), pictureList }));
    expect(
      findAll(view, 'button').filter((one) => one.textContent.includes('Fetch the')),
    ).toHaveLength(1);
  });
});
