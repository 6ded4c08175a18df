import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { fetched, headlineOf, open, place, row, rows, shownPictures, until } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('reading, through $name', (door) => {
  const stage = setStage(door, 'once');
  beforeAll(async () => {
    await stage.carrel.page.evaluate(async (feeds) => {
      for (const { address } of feeds) await window.carrel.subscribe(address);
    }, stage.newsroom.feeds);
    await rows(stage.carrel.page).first().waitFor();
    await fetched(stage.carrel.page);
  });
  afterAll(() => expect(stage.carrel.errors).toEqual([]));

  const unreadCount = async () =>
    (await stage.carrel.page.evaluate(() => window.carrel.counts())).unread;

  test('the list is newest first', async () => {
    const { articles } = await stage.carrel.page.evaluate(() =>
      window.carrel.list({ scope: { kind: 'all' }, limit: 200, after: null }),
    );
    const times = articles.map(({ sortAt }) => sortAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const first = await rows(stage.carrel.page).first().locator('.title').innerText();
    expect(first).toContain(articles[0]?.title);
  });

  test('opening marks it read, and that can be undone', async () => {
    const { page } = stage.carrel;
    const before = await unreadCount();
    await rows(page).first().click();
    await expect.poll(() => headlineOf(page), { timeout: 10_000 }).not.toBe('');
    await expect.poll(unreadCount).toBe(before - 1);
    await page.getByRole('button', { name: 'Mark as unread' }).click();
    await expect.poll(unreadCount).toBe(before);
    // The key does what the button says; the window has it a moment after the library.
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    await page.keyboard.press('m');
    await expect.poll(unreadCount).toBe(before - 1);
    await place(page, new RegExp(`^Unread, ${before - 1} unread`)).waitFor();
  });

  test('an article shows its byline, source, times, reading time and what of it is kept', async () => {
    const { page } = stage.carrel;
    const article = await page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      const found = articles.find(
        ({ authors, pictures, readingMinutes, language }) =>
          authors.length === 1 &&
          pictures.of > 1 &&
          readingMinutes > 1 &&
          language?.startsWith('en'),
      );
      return found === undefined ? null : await window.carrel.article(found.id);
    });
    if (article === null) throw new Error('the newsroom has no such article');
    await open(page, article.title);
    const head = await page.locator('carrel-article-head header').innerText();
    expect(head).toContain(article.authors[0]);
    expect(head).toContain(article.source);
    expect(head).toContain(`${article.readingMinutes} min`);
    expect(head).toMatch(/Fetched/);
    expect(head).toMatch(/picture/);
    expect(await page.locator('carrel-article-head time').count()).toBeGreaterThanOrEqual(2);
    expect(await shownPictures(page)).toBe(article.pictures.of);
    for (const { caption } of article.pictureList.filter((picture) => picture.caption !== '')) {
      expect(await page.locator('carrel-article').getByText(caption).count()).toBeGreaterThan(0);
    }
  });

  test('links open outside the window', async () => {
    const { page } = stage.carrel;
    const links = page.locator('carrel-article a[href]');
    const all = await links.evaluateAll((elements) =>
      elements.map((link) => [link.getAttribute('target'), link.getAttribute('rel') ?? '']),
    );
    expect(all.length).toBeGreaterThan(0);
    for (const [target, rel] of all) {
      expect(target).toBe('_blank');
      expect(rel).toContain('noopener');
      expect(rel).toContain('noreferrer');
    }
  });

  test('the place in a long article is found again', async () => {
    const { page } = stage.carrel;
    const long = await longest();
    await open(page, long);
    const top = () => page.locator('carrel-article .page').evaluate(({ scrollTop }) => scrollTop);
    await page.locator('carrel-article').hover();
    await page.mouse.wheel(0, 1800);
    const before = await until(top, (value) => value > 1000);
    await page.waitForTimeout(900);
    await page.getByRole('listbox').hover();
    await page.mouse.wheel(0, -100_000);
    await rows(page).first().click();
    await expect.poll(() => headlineOf(page), { timeout: 10_000 }).not.toBe(long);
    await open(page, long);
    await expect
      .poll(async () => Math.abs((await top()) - before), { timeout: 5000 })
      .toBeLessThan(80);
  });

  async function longest(): Promise<string> {
    return await stage.carrel.page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      const sorted = articles.toSorted((a, b) => b.readingMinutes - a.readingMinutes);
      return sorted[0]?.title ?? '';
    });
  }

  test('theme, text size and width change at once and are kept', async () => {
    const { page } = stage.carrel;
    await page.getByRole('button', { name: 'Settings' }).first().click();
    await page.getByRole('radio', { name: /Sepia/ }).check({ force: true });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset['theme']))
      .toBe('sepia');
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.carrel.saveSettings({ textSizePx: 24 }));
    await page.reload();
    await rows(page).first().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset['theme']))
      .toBe('sepia');
    await rows(page).first().click();
    await expect
      .poll(async () =>
        page
          .locator('carrel-article .body > p')
          .last()
          .evaluate((paragraph) => getComputedStyle(paragraph).fontSize),
      )
      .toBe('24px');
    await page.evaluate(() => window.carrel.saveSettings({ theme: 'system', textSizePx: 19 }));
    await page.reload();
    await rows(page).first().waitFor();
  });

  test('search finds as one types, in every script, with the words marked', async () => {
    const { page } = stage.carrel;
    const field = page.getByRole('searchbox');
    await page.keyboard.press('/');
    await page.keyboard.type('harb', { delay: 20 });
    await until(
      async () => (await page.locator('carrel-row mark').allInnerTexts()).join(' '),
      (found) => /^harb/i.test(found),
    );
    const words = await page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      const titleIn = (language: string) =>
        articles.find((article) => article.language?.startsWith(language))?.title ?? '';
      return [
        titleIn('zh').slice(0, 3),
        titleIn('ja').slice(0, 3),
        titleIn('ar').split(' ')[0] ?? '',
      ];
    });
    for (const word of words) {
      expect(word).not.toBe('');
      await field.fill(word);
      await page.locator('carrel-row mark').first().waitFor();
      await until(
        () => page.locator('carrel-row mark').first().innerText(),
        (found) => word.includes(found) || found.includes(word),
      );
    }
    await field.fill('“unfindable*');
    await until(
      () => rows(page).count(),
      (count) => count === 0,
    );
    await field.fill('');
    await rows(page).first().waitFor();
  });

  test('a bookmark is one key and one click, and has its own view', async () => {
    const { page } = stage.carrel;
    await rows(page).nth(1).click();
    await expect.poll(() => headlineOf(page), { timeout: 10_000 }).not.toBe('');
    const headline = await headlineOf(page);
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'Bookmark', pressed: true }).waitFor();
    await place(page, /^Bookmarks, 1/).click();
    await row(page, headline).waitFor();
    expect(await rows(page).count()).toBe(1);
    await place(page, /^All articles/).click();
    await open(page, headline);
    await page.getByRole('button', { name: 'Bookmark', pressed: true }).click();
    await page.getByRole('button', { name: 'Bookmark', pressed: false }).waitFor();
  });
});
