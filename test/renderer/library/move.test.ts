import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LibraryMove } from '../../../contract/library.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { focused, resize } from '../window.ts';
import { openLibrary } from './open-library.ts';

const copying: LibraryMove = {
  state: 'copying',
  from: '/library',
  to: '/media/disk/Carrel',
  doneBytes: 1_000_000_000,
  ofBytes: 4_000_000_000,
  failure: null,
};

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({ title: 'The report' });
});

const field = page.getByRole('textbox', { name: 'New folder' });
const begin = page.getByRole('button', { name: 'Move the library' });
const opener = page.getByRole('button', { name: 'Move…' });

async function ask(): Promise<void> {
  await openLibrary(fake);
  await opener.click();
  await expect.poll(focused).toBe('to');
}

describe('a move that is asked for', () => {
  test('to nowhere is refused at the field', async () => {
    await ask();
    await begin.click();
    await expect.element(page.getByText('Type the path of a folder.')).toBeVisible();
    await expect.poll(focused).toBe('to');
    expect(fake.count('moveLibrary')).toBe(0);
  });

  test('and refused says why at the field, until something else is typed', async () => {
    fake.failNext('moveLibrary', { kind: 'invalid', message: 'move: /full is not empty' });
    await ask();
    await field.fill(' /full ');
    await begin.click();
    await expect.element(page.getByText('move: /full is not empty')).toBeVisible();
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    expect(fake.calls).toContainEqual(['moveLibrary', '/full']);
    await field.fill('/empty');
    await expect.element(page.getByText('move: /full is not empty')).not.toBeInTheDocument();
    await begin.click();
    await expect.element(page.getByText('Moving to /empty', { exact: false })).toBeVisible();
    await expect.element(field).not.toBeInTheDocument();
  });

  test('is left by Escape, and the dialog is not', async () => {
    await ask();
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('move');
    await expect.element(page.getByText('/library', { exact: true })).toBeVisible();
  });

  test('offers the system’s dialog only where there is one', async () => {
    await ask();
    await expect.element(page.getByRole('button', { name: 'Choose…' })).not.toBeInTheDocument();
  });

  test('goes to the folder that is chosen in the system’s dialog', async () => {
    fake.chosen = '/media/disk/Carrel';
    await ask();
    await page.getByRole('button', { name: 'Choose…' }).click();
    await expect.element(field).toHaveValue('/media/disk/Carrel');
    await userEvent.keyboard('{Tab}');
    await begin.click();
    await expect.poll(() => fake.calls).toContainEqual(['moveLibrary', '/media/disk/Carrel']);
  });
});

describe('a move that is under way', () => {
  test('says how far it is and can be stopped', async () => {
    fake.move = copying;
    await openLibrary(fake);
    await expect.element(page.getByText('1 GB of 4 GB', { exact: false })).toBeVisible();
    const bar = page.getByRole('progressbar', { name: 'Moving the library' });
    await expect.element(bar).toHaveAttribute('max', '4000000000');
    fake.emit({ kind: 'move', move: { ...copying, doneBytes: 2_000_000_000 } });
    await expect.element(page.getByText('2 GB of 4 GB', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Stop moving' }).click();
    await expect.element(opener).toBeVisible();
    expect(fake.count('stopMove')).toBe(1);
  });

  test('cannot be stopped any more when it changes to the new folder, where it is shown then', async () => {
    fake.move = copying;
    await openLibrary(fake);
    fake.emit({ kind: 'move', move: { ...copying, state: 'changing' } });
    await expect
      .element(page.getByText('Carrel goes on in a moment', { exact: false }))
      .toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Stop moving' })).not.toBeInTheDocument();

    fake.emit({ kind: 'engine', state: 'down', message: 'Carrel is moving its library' });
    fake.libraryFolder = copying.to;
    fake.move = { ...copying, state: 'removing' };
    fake.emit({ kind: 'engine', state: 'up', message: 'Carrel’s engine is running again' });
    await expect.element(page.getByText(copying.to, { exact: true })).toBeVisible();
    await expect.element(page.getByText('are being removed', { exact: false })).toBeVisible();
    fake.emit({ kind: 'move', move: { ...copying, state: 'done' } });
    await expect.element(page.getByText('Moved here from /library.')).toBeVisible();
    await expect.element(opener).toBeVisible();
  });
});

describe('a move that has ended', () => {
  test('says what could not be removed', async () => {
    const failure = { kind: 'library', message: 'library: cannot remove it: busy' } as const;
    fake.move = { ...copying, state: 'done', failure };
    await openLibrary(fake);
    const words = 'Not all was removed there: library: cannot remove it: busy';
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('without success says why, also when the engine is back that does not know of it', async () => {
    fake.move = copying;
    await openLibrary(fake);
    const failure = { kind: 'disk-full', message: 'library: the disk is full' } as const;
    fake.emit({ kind: 'move', move: { ...copying, state: 'failed', failure } });
    fake.move = null;
    fake.emit({ kind: 'engine', state: 'up', message: 'Carrel’s engine is running again' });
    await expect.poll(() => fake.count('library')).toBe(2);
    await expect.element(page.getByText('library: the disk is full')).toBeVisible();
    await expect.element(opener).toBeVisible();
  });
});
