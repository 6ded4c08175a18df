import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, place, resize, row } from '../window.ts';

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({ title: 'Here before' });
});

function drop(...files: File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'drop']) {
    window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
  }
}

async function openBusy(): Promise<void> {
  fake.brought.areSlow = true;
  await openWindow(fake);
  await expect.element(place('All articles')).toBeVisible();
  drop(new File(['One'], 'one.txt'), new File(['Two'], 'two.txt'));
  await expect.element(page.getByRole('heading', { name: 'Bringing in' })).toBeVisible();
}

describe('files that are dropped', () => {
  test('are handed over with their sizes and times, a large one in pieces that follow', async () => {
    await openWindow(fake);
    await expect.element(place('All articles')).toBeVisible();
    const large = new File([new Uint8Array(10 * 1024 * 1024)], 'large.warc', { lastModified: 5 });
    drop(large, new File(['small'], 'small.txt', { lastModified: 6 }));
    await expect.poll(() => fake.count('runImport')).toBe(1);
    const pieces = fake.calls.flatMap(([method, , given]) =>
      method === 'addToImport' && Array.isArray(given) ? given : [],
    );
    const told = pieces.map(({ path, sizeBytes, modifiedAt, offset, bytes }) => [
      path,
      sizeBytes,
      modifiedAt,
      offset,
      bytes.byteLength,
    ]);
    const [mb, whole] = [1024 * 1024, 10 * 1024 * 1024];
    expect(told).toEqual([
      ['large.warc', whole, 5, 0, 4 * mb],
      ['large.warc', whole, 5, 4 * mb, 4 * mb],
      ['large.warc', whole, 5, 8 * mb, 2 * mb],
      ['small.txt', 5, 6, 0, 5],
    ]);
  });

  test('that were quick are told in a word, and the only one is opened', async () => {
    await openWindow(fake);
    await expect.element(place('All articles')).toBeVisible();
    drop(new File(['One'], 'one.txt'));
    await expect.element(page.getByRole('heading', { level: 1, name: 'one.txt' })).toBeVisible();
    await expect.element(page.getByText('1 article added')).toBeVisible();
    await expect.poll(() => fake.brought.begun).toEqual([]);
  });

  test('that are done before the engine has answered that it takes them are not taken for ever', async () => {
    await openWindow(fake);
    await expect.element(place('All articles')).toBeVisible();
    const run = fake.runImport.bind(fake);
    fake.runImport = async (id) => {
      const answer = await run(id);
      await expect.poll(() => fake.brought.begun).toEqual([]);
      return { ...answer, state: 'running' };
    };
    drop(new File(['One'], 'one.txt'), new File(['Two'], 'two.txt'));
    await expect.element(page.getByText('2 articles added')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 800));
    await expect.element(page.getByText('Bringing in', { exact: false })).not.toBeInTheDocument();
  });

  test('an engine that cannot take them is told, and nothing is left of them', async () => {
    await openWindow(fake);
    await expect.element(place('All articles')).toBeVisible();
    fake.failNext('addToImport', { kind: 'disk-full', message: 'import: the disk is full' });
    drop(new File(['One'], 'one.txt'));
    await expect.element(page.getByText('import: the disk is full')).toBeVisible();
    await expect.poll(() => fake.brought.begun).toEqual([]);
  });

  test('while others are taken have to wait', async () => {
    await openBusy();
    drop(new File(['Three'], 'three.txt'));
    await expect.element(page.getByText('Other files wait', { exact: false })).toBeVisible();
    expect(fake.count('startImport')).toBe(1);
    const [begun] = fake.brought.begun;
    fake.brought.end(begun?.id ?? 0);
    await expect.poll(() => fake.count('startImport')).toBe(2);
  });
});

describe('an import that takes a while', () => {
  test('shows how far it is, and goes on when its dialog is closed', async () => {
    await openBusy();
    const [begun] = fake.brought.begun;
    if (begun === undefined) throw new Error('no import was begun');
    fake.emit({ kind: 'import', import: { ...begun, filesDone: 1, file: 'two.txt' } });
    await expect.element(page.getByText('Bringing in: files 1 of 2').first()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect.element(page.getByRole('heading', { name: 'Bringing in' })).toBeVisible();
    fake.brought.end(begun.id);
    await expect.element(page.getByRole('heading', { name: 'Brought in' })).toBeVisible();
    await expect.element(page.getByText('2 articles added')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(row('one.txt')).toBeVisible();
    await expect.poll(() => fake.brought.begun).toEqual([]);
  });

  test('of a backup says how much of it is checked, and then what is restored', async () => {
    await openBusy();
    const [begun] = fake.brought.begun;
    if (begun === undefined) throw new Error('no import was begun');
    const size = 4_800_000_000;
    const steps = [
      [{ step: 'checked', done: 1_200_000_000, of: size }, 'Checking the backup: 1.2 GB of 4.8 GB'],
      [
        { step: 'files', done: 2_400_000_000, of: size },
        'Restoring pictures and other files: 2.4 GB of 4.8 GB',
      ],
      [{ step: 'articles', done: 1200, of: 98_000 }, 'Restoring: articles 1,200 of 98,000'],
    ] as const;
    for (const [restoring, words] of steps) {
      fake.emit({ kind: 'import', import: { ...begun, restoring } });
      const bar = page.getByRole('progressbar', { name: words }).first();
      await expect.element(bar).toHaveAttribute('max', String(restoring.of));
      await expect.element(page.getByText(words).first()).toBeVisible();
    }
    fake.emit({ kind: 'import', import: { ...begun, state: 'stopped' } });
    await expect.element(page.getByText('Stopped: files 0 of 2').first()).toBeVisible();
  });

  test('is stopped and goes on, or what is left of it is given up', async () => {
    await openBusy();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.element(page.getByText('Stopped: files 0 of 2').first()).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Leave the rest' }).click();
    await expect.poll(() => fake.brought.begun).toEqual([]);
    await expect.element(page.getByRole('button', { name: 'Show' })).not.toBeInTheDocument();
  });

  test('that stopped by itself says why', async () => {
    await openBusy();
    const [begun] = fake.brought.begun;
    if (begun === undefined) throw new Error('no import was begun');
    const failure = { kind: 'disk-full' as const, message: 'library: the disk is full' };
    fake.emit({ kind: 'import', import: { ...begun, state: 'stopped', failure } });
    await expect.element(page.getByText('library: the disk is full')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  });

  test('is shown by a window that is opened in the middle of it', async () => {
    await openBusy();
    await openWindow(fake);
    await expect.element(page.getByText('Bringing in: files 0 of 2')).toBeVisible();
  });
});
