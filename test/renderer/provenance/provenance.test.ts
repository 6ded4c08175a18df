import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Completeness } from '../../../contract/provenance.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { makeProvenance, whole } from '../made.ts';
import { openWindow, place, resize, row } from '../window.ts';

let fake: FakeCarrel;
let id: number;

async function openPanel(completeness: Completeness): Promise<void> {
  fake.completenesses.set(id, completeness);
  await openWindow(fake);
  await row('The report').click();
  await page.getByRole('button', { name: 'Where it came from' }).click();
  await expect
    .element(page.getByRole('heading', { name: 'Where it came from' }).first())
    .toBeVisible();
}

beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  id = fake.add({ title: 'The report' }).id;
  fake.provenances.set(id, makeProvenance(id));
});

describe('where an article came from', () => {
  test('says each address, feed, time and page as it was fetched', async () => {
    await openPanel(whole);
    for (const words of [
      'https://tern.example/r?x=1',
      'The Tern',
      'export.csv',
      'sea, fog',
      'ab'.repeat(32),
      '2026-03-09T14:00:00.000Z',
    ]) {
      await expect.element(page.getByText(words, { exact: false }).first()).toBeVisible();
    }
    await expect.element(page.getByText('Complete: readable', { exact: false })).toBeVisible();
    await page.getByText('What the server said').click();
    await expect.element(page.getByText('text/html; charset=utf-8')).toBeVisible();
  });

  test('says what is missing and why, and tries again', async () => {
    await openPanel({
      ...whole,
      pictures: { of: 3, kept: 2, failed: 1 },
      missing: [
        {
          what: 'picture',
          ordinal: 2,
          address: 'https://tern.example/c.jpg',
          failure: { kind: 'http', message: 'picture: cannot fetch it: 404 Not Found' },
        },
      ],
    });
    await expect.element(page.getByText('2 of 3 pictures', { exact: false }).last()).toBeVisible();
    const lacking = page.getByRole('listitem').filter({ hasText: '404' });
    await expect
      .poll(() => lacking.element().textContent.trim())
      .toBe('Picture 3: cannot fetch it: 404 Not Found');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(fake.calls).toContainEqual(['retry', id]);
  });

  test('shows the page as it was fetched in a frame without rights, and gives it as a file', async () => {
    await openPanel(whole);
    const save = page.getByRole('link', { name: 'Save as a file' });
    await expect.element(save).toHaveAttribute('href', 'capture/41?save');
    await page.getByRole('button', { name: 'Look at it as it was fetched' }).click();
    const frame = page.getByTitle('The page as it was fetched');
    await expect.element(frame).toHaveAttribute('src', 'capture/41');
    await expect.element(frame).toHaveAttribute('sandbox', '');
    await page.getByRole('button', { name: 'Back', exact: true }).last().click();
    await expect.element(page.getByText('The Tern').last()).toBeVisible();
  });

  test('follows the article as things come in', async () => {
    await openPanel({ ...whole, text: 'waiting', missing: [] });
    await expect
      .element(page.getByText('Text is still to be fetched', { exact: false }))
      .toBeVisible();
    fake.completenesses.set(id, whole);
    fake.emit({ kind: 'articles', ids: [id] });
    await expect.element(page.getByText('Text · 3 pictures', { exact: false })).toBeVisible();
  });

  test('opens by a key, and tells why it cannot be read', async () => {
    await openWindow(fake);
    await row('The report').click();
    fake.failNext('provenance', { kind: 'library', message: 'library: cannot read it' });
    await userEvent.keyboard('i');
    await expect.element(page.getByText('library: cannot read it')).toBeVisible();
  });
});

describe('what is not complete', () => {
  test('is a place of its own while something is missing, and all of it is tried again', async () => {
    fake.add({ title: 'Waits', text: 'waiting' });
    await openWindow(fake);
    await place('Not complete, 1').click();
    await expect.element(row('Waits')).toBeVisible();
    await expect.element(row('The report')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Retry all' }).click();
    await expect.poll(() => fake.calls).toContainEqual(['retryAll', { kind: 'incomplete' }]);
  });

  test('is no place where all is complete', async () => {
    await openWindow(fake);
    await expect.element(row('The report')).toBeVisible();
    await expect.element(place('Not complete')).not.toBeInTheDocument();
  });
});
