import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MOST_ON_PAGE, type Export } from '../../../contract/export.ts';
import '../../../renderer/export/carrel-export.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, resize, row } from '../window.ts';

const dialog = page.getByRole('dialog');
const button = page.getByRole('button', { name: 'Export', exact: true });
const stop = page.getByRole('button', { name: 'Stop' });
const link = page.getByRole('link', { name: 'Save the file' });

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  for (let index = 0; index < 4; index += 1) fake.add();
  await openWindow(fake);
  await row('Article 1 ').click();
  await expect.element(page.getByRole('heading', { name: 'Article 1' })).toBeVisible();
});

/** Tells the window how the export that was begun stands now. */
function tell(changes: Partial<Export>): void {
  if (fake.exported === null) throw new Error('test: no export was begun');
  fake.exported = { ...fake.exported, ...changes };
  fake.emit({ kind: 'export', export: fake.exported });
}

async function begin(): Promise<void> {
  await userEvent.keyboard('e');
  await button.click();
  await expect.element(stop).toBeVisible();
}

/** What axe-core finds in the dialog. */
async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('what is exported', () => {
  test('is the open article, by its key', async () => {
    await userEvent.keyboard('e');
    await expect.element(page.getByRole('dialog', { name: 'Export 1 article' })).toBeVisible();
    await button.click();
    await expect.poll(() => fake.count('exportArticles')).toBe(1);
    expect(fake.calls.find(([method]) => method === 'exportArticles')?.[1]).toEqual([1]);
  });

  test('is what is selected, in the order of the list, from the bar', async () => {
    await row('Article 3 ').click({ modifiers: ['Shift'] });
    await page
      .getByRole('toolbar', { name: 'What is selected' })
      .getByRole('button', { name: 'Export…' })
      .click();
    await expect.element(page.getByRole('dialog', { name: 'Export 3 articles' })).toBeVisible();
    await page.getByRole('radio', { name: 'Carrel file' }).click();
    await button.click();
    await expect
      .poll(() => fake.calls)
      .toContainEqual(['exportArticles', [1, 2, 3], { kind: 'carrel' }]);
  });

  test('is the row whose menu was opened, or the article whose menu was', async () => {
    await row('Article 2 ').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Export…' }).click();
    await button.click();
    await expect.element(stop).toBeVisible();
    expect(fake.calls.find(([method]) => method === 'exportArticles')?.[1]).toEqual([2]);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Export…' }).click();
    await button.click();
    await expect.poll(() => fake.count('exportArticles')).toBe(2);
    expect(fake.calls.findLast(([method]) => method === 'exportArticles')?.[1]).toEqual([1]);
  });

  test('is found in the palette', async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('export art{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Export 1 article' })).toBeVisible();
  });

  test('cannot be a page of more articles than a browser opens', async () => {
    document.querySelector('carrel-app')?.remove();
    const element = document.createElement('carrel-export');
    element.ids = Array.from({ length: MOST_ON_PAGE + 1 }, (_, index) => index + 1);
    document.body.append(element);
    await expect.element(page.getByRole('radio', { name: 'Web page' })).toBeDisabled();
    await expect.element(page.getByText('A page takes 1,000 articles at most.')).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Carrel file' })).toBeChecked();
    await button.click();
    await expect.poll(() => fake.calls.at(-1)?.[2]).toEqual({ kind: 'carrel' });
    element.remove();
  });
});

describe('an export', () => {
  test('says how far it is, and gives the file with the keyboard on it', async () => {
    await begin();
    await expect.poll(() => deepFocused()?.textContent?.trim()).toBe('Stop');
    tell({ doneBytes: 250_000, ofBytes: 1_000_000 });
    await expect.element(page.getByText('250 kB of 1 MB', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('status').getByText('Exporting 1 article')).toBeVisible();
    tell({ state: 'done', doneBytes: 1_200_000, name: 'A 100 % “café”.html', gone: 2 });
    await expect
      .element(link)
      .toHaveAttribute('href', `export/${encodeURIComponent('A 100 % “café”.html')}`);
    await expect.element(link).toHaveAttribute('download', 'A 100 % “café”.html');
    await expect.element(page.getByText('The file is ready: 1.2 MB.')).toBeVisible();
    await expect.element(page.getByText('2 articles were not', { exact: false })).toBeVisible();
    await expect.poll(() => deepFocused()?.localName).toBe('a');
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(fake.count('dropExport')).toBe(0);
  });

  test('takes its page’s words along, in the language of the window', async () => {
    await begin();
    const [, , form] = fake.calls.find(([method]) => method === 'exportArticles') ?? [];
    expect(form).toMatchObject({
      kind: 'page',
      words: {
        locale: expect.stringMatching(/^en-/),
        contents: 'Contents',
        heading: expect.stringMatching(/^Articles, exported .+/),
        failures: { http: 'The server refused.' },
      },
    });
  });

  test('that is done before its call is answered is done', async () => {
    const gate = Promise.withResolvers<void>();
    await userEvent.keyboard('e');
    fake.gate = gate.promise;
    await button.click();
    await expect.poll(() => fake.count('exportArticles')).toBe(1);
    const early: Export = {
      state: 'done',
      id: 99,
      form: 'page',
      name: 'early.html',
      articles: 1,
      gone: 0,
      doneBytes: 5,
      ofBytes: 5,
      sha256: 'ab'.repeat(32),
      failure: null,
    };
    fake.emit({ kind: 'export', export: early });
    await expect.element(link).toBeVisible();
    fake.gate = null;
    gate.resolve();
    await expect.poll(() => fake.exported).not.toBeNull();
    await expect.element(link).toHaveAttribute('href', 'export/early.html');
  });

  test.each([
    ['by its button', () => stop.click()],
    ['when it is closed', () => userEvent.keyboard('{Escape}')],
  ])('is stopped %s', async (_, end) => {
    await begin();
    await end();
    await expect.poll(() => fake.count('dropExport')).toBe(1);
    await expect.element(stop).not.toBeInTheDocument();
  });

  test('that fails says why, and can be begun again', async () => {
    await begin();
    const message = 'library: cannot export articles: the disk is full';
    tell({ state: 'failed', failure: { kind: 'disk-full', message } });
    await expect.element(page.getByRole('alert').getByText(message)).toBeVisible();
    fake.failNext('exportArticles', { kind: 'engine-down', message: 'the engine is down' });
    await button.click();
    await expect.element(page.getByRole('alert').getByText('the engine is down')).toBeVisible();
    await button.click();
    await expect.element(stop).toBeVisible();
    await expect.element(page.getByText('the engine is down')).not.toBeInTheDocument();
  });

  test.each([
    ['the engine was restarted', () => fake.emit({ kind: 'engine', state: 'up', message: '' })],
    ['another took its place', () => tell({ id: 1234 })],
    ['it was dropped elsewhere', () => fake.emit({ kind: 'export', export: null })],
  ])('is told as ended where %s', async (_, end) => {
    await begin();
    end();
    await expect
      .element(page.getByRole('alert').getByText('The export ended', { exact: false }))
      .toBeVisible();
    await expect.element(button).toBeVisible();
  });

  test('of somebody else is not shown', async () => {
    await userEvent.keyboard('e');
    await fake.exportArticles([3], { kind: 'carrel' });
    tell({ state: 'running', doneBytes: 1 });
    await expect.element(button).toBeVisible();
    await expect.element(stop).not.toBeInTheDocument();
  });

  test('can be used by everybody, in every state', async () => {
    await userEvent.keyboard('e');
    await expect.element(button).toBeVisible();
    expect(await violations()).toEqual([]);
    await button.click();
    await expect.element(stop).toBeVisible();
    expect(await violations()).toEqual([]);
    tell({ state: 'done', doneBytes: 1_000_000 });
    await expect.element(link).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await begin();
    tell({ state: 'failed', failure: { kind: 'disk-full', message: 'the disk is full' } });
    await expect.element(page.getByText('the disk is full')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

function deepFocused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
