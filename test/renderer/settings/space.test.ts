import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, resize } from '../window.ts';

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({ title: 'The report' });
  fake.wouldGo = {
    articles: 3,
    pictures: 12,
    bytes: 40_000_000,
    leftBytes: 0,
    first: [{ id: 1, title: 'An old report' }],
  };
  await openWindow(fake);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Space for pictures' }).selectOptions('At most 1 GB');
  await expect.element(page.getByText('12 pictures of 3 articles', { exact: false })).toBeVisible();
  await expect.element(page.getByText('An old report')).toBeVisible();
});

test('pictures that would go are shown before they do', async () => {
  expect(fake.current.picturesMostMb).toBeNull();
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect.poll(() => fake.current.picturesMostMb).toBe(1000);
});

test('they stay where the reader keeps them', async () => {
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect.element(page.getByText('An old report')).not.toBeInTheDocument();
  expect(fake.current.picturesMostMb).toBeNull();
  await expect.element(page.getByRole('combobox', { name: 'Space for pictures' })).toHaveValue('0');
});
