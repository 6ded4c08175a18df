import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize } from '../window.ts';

async function exportOpml(): Promise<void> {
  await expect.element(place('The Tern')).toBeVisible();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Export OPML' }).click();
}

describe('exporting subscriptions', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    fake.addFeed({ title: 'The Tern' });
  });

  test('asks nothing while no feed has a login', async () => {
    await openWindow(fake);
    await exportOpml();
    await expect.poll(() => fake.calls).toContainEqual(['exportOpml']);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('leaves logins out unless they are asked for, with a warning', async () => {
    fake.addFeed({ title: 'Shut', login: 'basic' });
    await openWindow(fake);
    await exportOpml();
    await expect.element(page.getByText('as plain text', { exact: false })).toBeVisible();
    expect(fake.count('exportOpml')).toBe(0);
    await page.getByRole('button', { name: 'Export' }).click();
    await expect.element(page.getByText('Exported without logins')).toBeVisible();
    expect(fake.calls).toContainEqual(['exportOpml']);
  });

  test('takes logins along where the reader says so', async () => {
    fake.addFeed({ title: 'Shut', login: 'basic' });
    await openWindow(fake);
    await exportOpml();
    fake.failNext('exportOpml', { kind: 'login', message: 'login: the keychain is locked' });
    await page.getByRole('radio', { name: 'Export the logins too' }).click();
    await page.getByRole('button', { name: 'Export' }).click();
    await expect.element(page.getByText('login: the keychain is locked')).toBeVisible();
    await page.getByRole('button', { name: 'Export' }).click();
    await expect.element(page.getByText('Exported with logins')).toBeVisible();
    expect(fake.calls).toContainEqual(['exportOpml', { logins: true }]);
  });
});
