import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Progress } from '../../../contract/types.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { idle } from '../made.ts';
import { openWindow, place, resize } from '../window.ts';

const working: Progress = {
  ...idle(),
  running: true,
  feeds: { done: 1, failed: 0, of: 4 },
  enclosures: { done: 2, failed: 1, of: 6 },
};

describe('fetching', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    fake.addFeed({ title: 'The Tern', folderId: fake.putFolder('Coast').id });
    await openWindow(fake);
    await expect.element(place('The Tern')).toBeVisible();
  });

  test('is stopped at once, and says when it could not be', async () => {
    fake.emit({ kind: 'progress', progress: working });
    await expect.element(page.getByText('files 2 of 6', { exact: false })).toBeVisible();
    fake.failNext('cancelRefresh', { kind: 'engine-down', message: 'engine: is being restarted' });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText('engine: is being restarted')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText('Fetching stopped')).toBeVisible();
    expect(fake.count('cancelRefresh')).toBe(2);
  });

  test('says that it waits for a network', async () => {
    fake.emit({ kind: 'progress', progress: { ...idle(), waiting: 'offline' } });
    const words = page.getByText('Offline: fetching goes on when there is a network');
    await expect.element(words).toBeVisible();
    fake.emit({ kind: 'progress', progress: idle() });
    await expect.element(words).not.toBeInTheDocument();
  });

  test('that waits on a metered network can be asked for anyway', async () => {
    fake.emit({ kind: 'progress', progress: { ...idle(), waiting: 'metered' } });
    await expect.element(page.getByText('On a metered network: fetching waits')).toBeVisible();
    await page.getByRole('button', { name: 'Fetch anyway' }).click();
    expect(fake.calls).toContainEqual(['refresh', { kind: 'all' }]);
  });

  test('is asked for by R for all feeds, by Shift and R for the chosen place', async () => {
    await place('Coast').click();
    await userEvent.keyboard('r');
    expect(fake.calls).toContainEqual(['refresh', { kind: 'all' }]);
    await userEvent.keyboard('{Shift>}R{/Shift}');
    expect(fake.calls).toContainEqual(['refresh', { kind: 'folder', id: 1 }]);
    expect(fake.count('refresh')).toBe(2);
  });
});
