import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Backup } from '../../../contract/library.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { resize } from '../window.ts';
import { openLibrary } from './open-library.ts';

const made: Backup = {
  state: 'done',
  name: 'carrel-2026-11-24.tar',
  doneBytes: 4_000_000,
  ofBytes: 4_000_000,
  sha256: 'cd'.repeat(32),
  failure: null,
};

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({ title: 'The report' });
});

test('says where the library lies and what takes its space', async () => {
  await openLibrary(fake);
  await expect.element(page.getByText('/library', { exact: true })).toBeVisible();
  for (const size of ['3.2 GB', '95 MB', '410 MB', '260 MB', '900 MB', '120 GB']) {
    await expect.element(page.getByText(size)).toBeVisible();
  }
});

test('makes a backup with progress, stops it, and gives the file', async () => {
  await openLibrary(fake);
  await page.getByRole('button', { name: 'Back up' }).click();
  fake.emit({
    kind: 'backup',
    backup: { ...made, state: 'running', doneBytes: 1_000_000, sha256: null },
  });
  await expect.element(page.getByText('1 MB of 4 MB')).toBeVisible();
  fake.emit({ kind: 'backup', backup: made });
  const link = page.getByRole('link', { name: 'Save the file' });
  await expect.element(link).toHaveAttribute('href', 'backup/carrel-2026-11-24.tar');
  await expect.element(page.getByText('cd'.repeat(32))).toBeVisible();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect.poll(() => fake.count('dropBackup')).toBe(1);
});

test('says why a backup failed', async () => {
  fake.copy = {
    ...made,
    state: 'failed',
    failure: { kind: 'disk-full', message: 'backup: cannot copy the library: the disk is full' },
  };
  await openLibrary(fake);
  await expect.element(page.getByText('the disk is full', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Back up' })).toBeVisible();
});
