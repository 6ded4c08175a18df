import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { focused, openWindow, place, resize, row } from '../window.ts';

describe('deleting', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    for (let index = 0; index < 5; index += 1) fake.add();
    await openWindow(fake);
    await row('Article 2 ').click();
    await expect.element(page.getByRole('heading', { name: 'Article 2' })).toBeVisible();
  });

  const removed = () => fake.calls.filter(([method]) => method === 'removeArticles');

  test('takes an article away at once, and asks the engine when the message goes', async () => {
    await userEvent.keyboard('{Delete}');
    await expect.element(row('Article 2 ')).not.toBeInTheDocument();
    await expect.element(page.getByText('Choose an article to read it here.')).toBeVisible();
    await expect.poll(focused).toBe('Article 3');
    expect(removed()).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(removed).toEqual([['removeArticles', [2]]]);
    await expect.element(row('Article 2 ')).not.toBeInTheDocument();
    await userEvent.keyboard('j');
    await expect.element(page.getByRole('heading', { name: 'Article 3' })).toBeVisible();
  });

  test('can be taken back, and the engine hears nothing of it', async () => {
    await userEvent.keyboard('{Backspace}');
    await expect.element(page.getByText('Article deleted')).toBeVisible();
    await userEvent.keyboard('z');
    await expect.element(row('Article 2 ')).toBeVisible();
    await expect.element(page.getByText('Article deleted')).not.toBeInTheDocument();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(removed()).toEqual([]);
  });

  test('hides what is deleted from every list that is read meanwhile', async () => {
    await userEvent.keyboard('{Delete}');
    fake.change(2, { read: false });
    await place('Unread').click();
    await expect.element(row('Article 1 ')).toBeVisible();
    await expect.element(row('Article 2 ')).not.toBeInTheDocument();
    await userEvent.keyboard('/article');
    await expect.element(page.getByText('4 articles')).toBeVisible();
    await expect.element(row('Article 2 ')).not.toBeInTheDocument();
  });

  test('asks the engine before the next is deleted, and when the window goes', async () => {
    await userEvent.keyboard('{Delete}');
    await expect.poll(focused).toBe('Article 3');
    await userEvent.keyboard('{Delete}');
    await expect.poll(removed).toEqual([['removeArticles', [2]]]);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await expect.poll(removed).toEqual([
      ['removeArticles', [2]],
      ['removeArticles', [3]],
    ]);
    await expect.element(row('Article 3 ')).not.toBeInTheDocument();
  });

  test('shows all again when the engine cannot, and says why', async () => {
    fake.failNext('removeArticles', { kind: 'disk-full', message: 'library: disk is full' });
    await userEvent.keyboard('{Delete}');
    await expect.element(row('Article 2 ')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByText('library: disk is full')).toBeVisible();
    await expect.element(row('Article 2 ')).toBeVisible();
  });

  test('takes all that is selected', async () => {
    await row('Article 4 ').click({ modifiers: ['Shift'] });
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByText('3 articles deleted')).toBeVisible();
    await expect.element(row('Article 3 ')).not.toBeInTheDocument();
    await expect.poll(focused).toBe('Article 5');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await expect.poll(removed).toEqual([['removeArticles', [2, 3, 4]]]);
  });

  test('loads what follows where every row that was loaded goes', async () => {
    for (let index = 0; index < 150; index += 1) fake.add();
    await openWindow(fake);
    await row('Article 1 ').click();
    await userEvent.keyboard('{Control>}a{/Control}{Delete}');
    await expect.element(row('Article 101 ')).toBeVisible();
  });
});
