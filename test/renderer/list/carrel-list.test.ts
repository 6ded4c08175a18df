import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { noon } from '../made.ts';
import { focused, openWindow, resize, row } from '../window.ts';
import { scrollTo, scroller } from './stage.ts';

describe('the list', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
  });

  test('says why it cannot be read, and shows it when it can again', async () => {
    fake.add({ title: 'Harbour reopens' });
    fake.failNext('list', { kind: 'library', message: 'library: cannot read: disk I/O error' });
    await openWindow(fake);
    await expect.element(page.getByText('library: cannot read: disk I/O error')).toBeVisible();
    fake.emit({ kind: 'engine', state: 'up', message: 'back' });
    await expect.element(row('Harbour reopens')).toBeVisible();
  });

  test('scrolls through 100,000 articles with few rows in the document', async () => {
    for (let index = 0; index < 100_000; index += 1) fake.add({ sortAt: noon - index });
    await openWindow(fake);
    await expect.element(row('Article 1 ')).toBeVisible();
    for (let turn = 0; turn < 3; turn += 1) {
      const before = fake.count('list');
      scrollTo(scroller()?.scrollHeight ?? 0);
      await expect.poll(() => fake.count('list')).toBeGreaterThan(before);
    }
    await expect.element(row('Article 301 ')).toBeInTheDocument();
    expect(scroller()?.querySelectorAll('carrel-row').length).toBeLessThan(40);
  });

  test('names the state of an article for a screen reader', async () => {
    fake.add({ title: 'Quinces', bookmarked: true, pictures: { of: 5, kept: 3, failed: 0 } });
    await openWindow(fake);
    await expect
      .element(row('Quinces'))
      .toHaveAccessibleName(/^Unread, bookmarked\. The Tern .* Quinces .* 3 of 5 pictures$/);
  });

  test('says which further parts and attachments are missing, and why a part is', async () => {
    const failure = { kind: 'http', message: 'page: cannot fetch ?page=2: 404' } as const;
    const whole = { parts: 0, attachments: 0, attachmentsFailed: 0 };
    fake.add({ title: 'Whole', failure });
    fake.add({ title: 'Ice', failure, missing: { ...whole, parts: 1 } });
    fake.add({ title: 'Podcast', missing: { ...whole, attachments: 1 } });
    const pictures = { of: 5, kept: 3, failed: 0 };
    const much = { parts: 1, attachments: 2, attachmentsFailed: 1 };
    fake.add({ title: 'Quinces', failure, pictures, missing: much });
    await openWindow(fake);
    const [partWords, fileWords] = ['part of its text missing', '1 attachment missing'];
    await expect.element(page.getByText(`${partWords}: ${failure.message}`)).toBeVisible();
    await expect.element(page.getByText(fileWords, { exact: true })).toBeVisible();
    await expect.element(row('Podcast')).toHaveAccessibleName(/ 1 attachment missing$/);
    await expect
      .element(row('Quinces'))
      .toHaveAccessibleName(/ part of its text missing · 3 of 5 pictures · 2 attachments missing$/);
    await expect.element(row('Whole')).not.toHaveAccessibleName(/missing|cannot/);
    expect(page.getByTitle('Fetch again').elements()).toHaveLength(2);
  });

  test('shows what was found wrong with an article, and fetches again on request', async () => {
    const failure = { kind: 'http', message: 'page: cannot fetch: 404 Not Found' } as const;
    const { id } = fake.add({ title: 'Star trails', text: 'failed', failure });
    await openWindow(fake);
    await expect
      .element(page.getByText('text not fetched: page: cannot fetch: 404 Not Found'))
      .toBeVisible();
    await page.getByTitle('Fetch again').click();
    expect(fake.calls).toContainEqual(['retry', id]);
  });

  test('changes its rows some at a time, not each that comes into view', async () => {
    for (let index = 0; index < 60; index += 1) fake.add();
    await openWindow(fake);
    await expect.element(row('Article 1 ')).toBeVisible();
    const drawn = (): string =>
      [...(scroller()?.querySelectorAll('carrel-row') ?? [])].map(({ id }) => id).join();
    const seen = new Set<string>();
    for (let step = 20; step < 28; step += 1) {
      scrollTo(112 * step);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      seen.add(drawn());
      await expect.element(row(`Article ${step + 1} `)).toBeInViewport({ ratio: 0.9 });
    }
    expect(seen.size).toBeLessThanOrEqual(5);
  });

  test('holds its place when articles come in above, and says how many', async () => {
    for (let index = 0; index < 60; index += 1) fake.add();
    await openWindow(fake);
    await expect.element(row('Article 1 ')).toBeVisible();
    scrollTo(112 * 20);
    await expect.element(row('Article 21 ')).toBeInViewport({ ratio: 0.9 });
    const before = row('Article 21 ').element().getBoundingClientRect().top;

    for (let index = 0; index < 3; index += 1) {
      const { id } = fake.add({ title: `Fresh ${index}`, sortAt: noon + index });
      fake.emit({ kind: 'articles', ids: [id] });
    }

    const button = page.getByRole('button', { name: '3 new' });
    await expect.element(button).toBeVisible();
    expect(row('Article 21 ').element().getBoundingClientRect().top).toBeCloseTo(before, 0);
    await button.click();
    await expect.element(row('Fresh 2')).toBeInViewport();
    await expect.element(button).not.toBeInTheDocument();
  });

  test('at its top shows articles as they come in', async () => {
    fake.add({ title: 'Old' });
    await openWindow(fake);
    await expect.element(row('Old')).toBeVisible();
    const { id } = fake.add({ title: 'Fresh', sortAt: noon });
    fake.emit({ kind: 'articles', ids: [id] });
    await expect.element(row('Fresh')).toBeInViewport();
    await expect.element(page.getByRole('button', { name: /new$/ })).not.toBeInTheDocument();
  });

  test('is read few times, however many events come', async () => {
    fake.add();
    await openWindow(fake);
    await expect.element(row('Article 1 ')).toBeVisible();
    const before = fake.count('list');
    for (let turn = 0; turn < 50; turn += 1) fake.emit({ kind: 'articles', ids: [1] });
    fake.change(1, { title: 'The last word' });
    await expect.element(row('The last word')).toBeVisible();
    expect(fake.count('list') - before).toBeLessThan(6);
  });

  test('moves the keyboard with arrows, Home and End, and opens with Enter', async () => {
    for (let index = 0; index < 30; index += 1) fake.add();
    await openWindow(fake);
    await row('Article 1 ').click();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(focused).toBe('Article 3');
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('Article 30');
    await userEvent.keyboard('{Home}{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Article 1' })).toBeVisible();
  });

  test('writes each article in its language and direction', async () => {
    fake.add({ title: 'افتتاح المرفأ', language: 'ar', direction: 'rtl' });
    await openWindow(fake);
    const title = page.getByText('افتتاح المرفأ');
    await expect.element(title).toBeVisible();
    expect(title.element().parentElement?.dir).toBe('rtl');
    expect(title.element().parentElement?.lang).toBe('ar');
  });
});
