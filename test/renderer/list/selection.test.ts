import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noneSelected, select } from '../../../renderer/list/selection.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { makeArticle } from '../made.ts';
import { focused, openWindow, place, resize, row } from '../window.ts';

const rows = [1, 2, 3, 4, 5].map((id) => ({ article: makeArticle({ id }), hit: null }));
const ids = (selection: { ids: ReadonlySet<number> }): number[] => [...selection.ids];

describe('a selection', () => {
  test('begins with the open row, and takes rows in and out', () => {
    const two = select(noneSelected, rows, 'toggle', 3, 1);
    expect(ids(two)).toEqual([1, 3]);
    expect(ids(select(two, rows, 'toggle', 1, 1))).toEqual([3]);
  });

  test('begins alone where the open article is not in the list', () => {
    expect(ids(select(noneSelected, rows, 'toggle', 3, 99))).toEqual([3]);
  });

  test('is drawn from where it began, to either side', () => {
    const down = select(noneSelected, rows, 'range', 5, 3);
    expect(ids(down)).toEqual([3, 4, 5]);
    expect(ids(select(down, rows, 'range', 2, 5))).toEqual([2, 3]);
  });
});

const selected = () =>
  page
    .getByRole('option', { selected: true })
    .elements()
    .map((element) => element.id);
const bar = page.getByRole('toolbar', { name: 'What is selected' });

describe('selected rows', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    for (let index = 0; index < 6; index += 1) fake.add();
    await openWindow(fake);
    await row('Article 1 ').click();
    await expect.poll(selected).toEqual(['row-1']);
  });

  test('are taken with Ctrl and a click, and counted', async () => {
    await row('Article 3 ').click({ modifiers: ['Control'] });
    await expect.poll(selected).toEqual(['row-1', 'row-3']);
    await expect.element(bar.getByText('2 selected')).toBeVisible();
    await expect.element(page.getByRole('listbox')).toHaveAttribute('aria-multiselectable', 'true');
    await expect.element(page.getByRole('heading', { name: 'Article 1' })).toBeVisible();
  });

  test('are drawn with Shift and a click or the arrows, and end with Escape', async () => {
    await row('Article 3 ').click({ modifiers: ['Shift'] });
    await expect.poll(selected).toEqual(['row-1', 'row-2', 'row-3']);
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await expect.poll(selected).toEqual(['row-1', 'row-2', 'row-3', 'row-4']);
    await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    await expect.poll(selected).toEqual(['row-1', 'row-2']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(selected).toEqual(['row-1']);
    await expect.element(bar).not.toBeInTheDocument();
  });

  test('are all with Ctrl and A, and none after a click or in another place', async () => {
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(bar.getByText('6 selected')).toBeVisible();
    await row('Article 2 ').click();
    await expect.poll(selected).toEqual(['row-2']);
    await userEvent.keyboard('{Control>}a{/Control}');
    await place('Unread').click();
    await expect.element(bar).not.toBeInTheDocument();
  });

  test('are marked and bookmarked together', async () => {
    await row('Article 3 ').click({ modifiers: ['Shift'] });
    await bar.getByRole('button', { name: 'Mark as read' }).click();
    expect(fake.calls).toContainEqual(['markRead', [2, 3], true]);
    await bar.getByRole('button', { name: 'Mark as unread' }).click();
    expect(fake.calls).toContainEqual(['markRead', [1, 2, 3], false]);
    await userEvent.keyboard('b');
    expect(fake.calls).toContainEqual(['bookmark', [1, 2, 3], true]);
    await bar.getByRole('button', { name: 'Remove the bookmark' }).click();
    await expect.element(page.getByText('3 bookmarks removed')).toBeVisible();
    await userEvent.keyboard('z');
    await expect.poll(() => fake.articles.get(3)?.bookmarked).toBe(true);
  });

  test('give the keyboard back to the list when the bar is closed', async () => {
    await row('Article 3 ').click({ modifiers: ['Shift'] });
    await bar.getByRole('button', { name: 'End the selection' }).click();
    await expect.poll(focused).toBe('Article 3');
    await expect.poll(selected).toEqual(['row-1']);
  });
});
