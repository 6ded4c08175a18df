import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { inMedium } from '../media.ts';
import { openWindow, resize, row } from '../window.ts';

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({ title: 'The report' });
  await openWindow(fake);
  await page.getByRole('button', { name: 'Settings' }).click();
});

test('the face, the distance of lines and the edges of articles are chosen and kept', async () => {
  await expect.element(page.getByRole('radio', { name: 'Serif', exact: true })).toBeChecked();
  await page.getByText('Clear letters', { exact: false }).click();
  await expect.poll(() => fake.current.family).toBe('legible');
  await page.getByRole('slider', { name: 'Distance of lines' }).click();
  await userEvent.keyboard('{End}');
  await expect.poll(() => fake.current.leadingPercent).toBe(140);
  await page.getByRole('checkbox', { name: 'Even edges, with hyphens' }).click();
  await expect.poll(() => fake.current.justified).toBe(true);
  await page.getByRole('checkbox', { name: 'Even edges, with hyphens' }).click();
  await expect.poll(() => fake.current.justified).toBe(false);
});

test('black is a theme of its own', async () => {
  await page.getByText('Black', { exact: false }).click();
  await expect.poll(() => document.documentElement.dataset['theme']).toBe('black');
  await expect.poll(() => fake.current.theme).toBe('black');
  const ground = getComputedStyle(document.body).backgroundColor;
  expect(ground).toBe('rgb(0, 0, 0)');
});

test('what is chosen is marked where the system forces its colours', async () => {
  await inMedium('forced colours', async () => {
    const sample = await page.getByRole('radio', { name: 'Light' }).findElement();
    const marked = sample.nextElementSibling;
    if (marked === null) throw new Error('the choice has no sample');
    expect(getComputedStyle(marked).outlineStyle).toBe('solid');
  });
});

test('vertical lines are offered while an article is open that may have them, and kept', async () => {
  const vertical = page.getByRole('checkbox', { name: 'Vertical lines (Japanese, Chinese)' });
  await expect.element(vertical).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  fake.add({ title: '波を彫る', language: 'ja' });
  await openWindow(fake);
  await row('波を彫る').click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await vertical.click();
  await expect.poll(() => fake.current.vertical).toBe(true);
});
