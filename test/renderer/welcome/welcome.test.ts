import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize, row } from '../window.ts';

function drop(files: File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'drop']) {
    window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
  }
}

async function openWelcome(fake: FakeCarrel): Promise<void> {
  await openWindow(fake);
  await expect.element(page.getByRole('heading', { name: 'Carrel' })).toBeVisible();
}

describe('the welcome', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    await openWelcome(fake);
  });

  test('says why the sample newsroom cannot be opened', async () => {
    fake.failNext('openSampleNewsroom', { kind: 'network', message: 'newsroom: no free port' });
    await page.getByRole('button', { name: 'Try the sample newsroom' }).click();
    await expect.element(page.getByText('newsroom: no free port', { exact: false })).toBeVisible();
  });

  test('gives way to the sample newsroom', async () => {
    await page.getByRole('button', { name: 'Try the sample newsroom' }).click();
    await expect.element(place('The Tern')).toBeVisible();
    await expect.element(page.getByRole('option')).toBeVisible();
  });

  test('saves one page by address', async () => {
    await page.getByText('One page').click();
    await page.getByRole('textbox', { name: 'Address' }).fill('https://tern.example/one');
    await userEvent.keyboard('{Enter}');
    await expect.element(row('tern.example')).toHaveAccessibleName(/waiting for its text/);
  });

  test('subscribes by address', async () => {
    await page.getByRole('textbox', { name: 'Address' }).fill('https://tern.example/');
    await userEvent.keyboard('{Enter}');
    await expect.element(place('tern.example')).toBeVisible();
  });

  test('takes files that are dropped, and lists what was refused and why', async () => {
    const reason = 'import: notes.bin is not text';
    fake.brought.files.set('notes.bin', { refused: [reason] });
    drop([new File(['\0'], 'notes.bin'), new File(['Quinces'], 'quinces.txt')]);
    await expect.element(page.getByText(reason, { exact: false })).toBeVisible();
    await expect.element(page.getByText('1 article added', { exact: false })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(row('quinces.txt')).toBeVisible();
  });

  test.each([
    ['Open files…', false],
    ['Open a folder…', true],
  ])('lets the reader choose: %s', async (name, isFolder) => {
    const chosen: boolean[] = [];
    const click = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(
      this: HTMLInputElement,
    ) {
      chosen.push(this.webkitdirectory);
    });
    onTestFinished(() => click.mockRestore());
    await page.getByRole('button', { name }).click();
    expect(chosen).toEqual([isFolder]);
  });

  test('opens a single file that was dropped', async () => {
    drop([new File(['Quinces'], 'quinces.txt')]);
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'quinces.txt' }))
      .toBeVisible();
  });
});
