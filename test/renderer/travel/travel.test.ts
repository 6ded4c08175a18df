import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Travel } from '../../../contract/provenance.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize } from '../window.ts';

const running: Travel = {
  scope: { kind: 'all' },
  state: 'running',
  of: 12,
  done: 4,
  waiting: 9,
  articles: 300,
  receivedBytes: 5_200_000,
  missed: [],
  missedCount: 0,
};

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({ title: 'The report' });
  fake.putFolder('Work');
});

async function openTravel(): Promise<void> {
  await openWindow(fake);
  await expect.element(place('All articles')).toBeVisible();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Prepare for travel…' }).click();
}

test('asks for the place, and gets it ready', async () => {
  await openTravel();
  await page.getByRole('combobox', { name: 'Which articles' }).selectOptions('Work');
  await page.getByRole('button', { name: 'Get ready' }).click();
  const [folder] = fake.folders;
  await expect
    .poll(() => fake.calls)
    .toContainEqual(['prepareTravel', { kind: 'folder', id: folder?.id }]);
});

test('shows counts and bytes, can be closed and stopped, and goes on', async () => {
  fake.journey = running;
  await openTravel();
  await expect.element(page.getByText('4 of 12 articles', { exact: false }).first()).toBeVisible();
  await expect.element(page.getByText('5.2 MB received', { exact: false })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(page.getByText('Stopped.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => fake.count('prepareTravel')).toBe(1);
});

test('says that it waits for a network', async () => {
  fake.journey = running;
  fake.work = { ...fake.work, waiting: 'offline' };
  await openTravel();
  await expect
    .element(page.getByText('it goes on when there is a network', { exact: false }).first())
    .toBeVisible();
});

test('ends with a word where all is complete', async () => {
  fake.journey = { ...running, state: 'done', done: 12, waiting: 0 };
  await openTravel();
  await expect.element(page.getByText('You can go.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => fake.count('endTravel')).toBe(1);
  await expect
    .element(page.getByRole('heading', { name: 'Prepare for travel' }))
    .not.toBeInTheDocument();
});

test('ends with what could not be had, and why; each opens its article', async () => {
  const { id } = fake.add({ title: 'A page that is gone', text: 'failed' });
  const failure = { kind: 'http' as const, message: 'page: cannot fetch it: 404 Not Found' };
  fake.journey = {
    ...running,
    state: 'done',
    missed: [
      {
        id,
        title: 'A page that is gone',
        missing: [{ what: 'text', address: 'https://a.example/', ordinal: null, failure }],
      },
    ],
    missedCount: 1,
  };
  await openTravel();
  await expect.element(page.getByText('299 of 300 articles', { exact: false })).toBeVisible();
  await expect.element(page.getByText('The text: cannot fetch it: 404 Not Found')).toBeVisible();
  await page.getByRole('button', { name: 'A page that is gone' }).click();
  await expect
    .element(page.getByRole('heading', { level: 1, name: 'A page that is gone' }))
    .toBeVisible();
});

test('an engine that cannot is told in the dialog', async () => {
  await openTravel();
  fake.failNext('prepareTravel', { kind: 'disk-full', message: 'library: the disk is full' });
  await page.getByRole('button', { name: 'Get ready' }).click();
  await expect.element(page.getByText('library: the disk is full')).toBeVisible();
});
