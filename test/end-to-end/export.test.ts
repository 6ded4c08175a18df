import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { aPage, aPng } from '../engine/import/pages.ts';
import { doors } from './doors.ts';
import { behind, row } from './reader.ts';
import { setStage } from './stage.ts';

const figure = (name: string): string =>
  `<figure><img src="Report_files/${name}.png" width="640" height="480"><figcaption>The ${name} &lt;map&gt;</figcaption></figure>`;

/** Brings in two pages with their pictures. */
async function bring(page: Page): Promise<void> {
  const files = ['harbour', 'river'].flatMap((name) => [
    {
      path: `${name}/Report.html`,
      bytes: [...Buffer.from(aPage(`A report of the ${name}`, figure(name) + figure('other')))],
    },
    { path: `${name}/Report_files/${name}.png`, bytes: [...aPng()] },
    { path: `${name}/Report_files/other.png`, bytes: [...aPng()] },
  ]);
  await page.evaluate(async (brought) => {
    const id = await window.carrel.startImport();
    for (const { path, bytes } of brought) {
      const sizeBytes = bytes.length;
      const piece = { path, sizeBytes, modifiedAt: null, offset: 0 };
      await window.carrel.addToImport(id, [{ ...piece, bytes: new Uint8Array(bytes) }]);
    }
    await window.carrel.runImport(id);
  }, files);
  await page.reload();
  await row(page, 'A report of the harbour').waitFor();
  await row(page, 'A report of the river').waitFor();
}

/** What a browser without a network shows of a page that is a file of its own. */
async function seen(
  bytes: Buffer,
): Promise<{ requests: string[]; errors: string[]; widths: number[]; text: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-exported-'));
  const file = join(folder, 'page.html');
  await writeFile(file, bytes);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments(),
  });
  try {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(request.url());
    });
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    const widths = await page
      .locator('img')
      .evaluateAll((images) =>
        images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
      );
    const text = await page.locator('body').innerText();
    return {
      requests: requests.filter((address) => address !== pathToFileURL(file).href),
      errors,
      widths,
      text,
    };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

describe.each(doors())('exporting articles, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  test('an article is a page that shows its pictures anywhere, and asks for nothing', async () => {
    const { page } = stage.carrel;
    await bring(page);
    await row(page, 'A report of the harbour').click();
    await page.locator('carrel-article img').first().waitFor();
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'Export 1 article' }).waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const bytes = await behind(page, 'Save the file');
    const shown = await seen(bytes);
    expect(shown).toMatchObject({ requests: [], errors: [], widths: [640, 640] });
    expect(shown.text).toContain('The harbour <map>');
    expect(bytes.toString()).not.toContain('<script');
  });

  test('what is selected goes into another library with all that is kept, and is one page', async () => {
    const { page } = stage.carrel;
    await bring(page);
    await row(page, 'A report of the harbour').click();
    await page.keyboard.press('Control+a');
    const bar = page.getByRole('toolbar', { name: 'What is selected' });
    await bar.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('dialog', { name: 'Export 2 articles' }).waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const shown = await seen(await behind(page, 'Save the file'));
    expect(shown).toMatchObject({ requests: [], errors: [], widths: [640, 640, 640, 640] });
    for (const words of ['Contents', 'A report of the harbour', 'A report of the river']) {
      expect(shown.text).toContain(words);
    }
    await page.keyboard.press('Escape');

    await bar.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('radio', { name: 'Carrel file' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const buffer = await behind(page, 'Save the file');
    const other = await mkdtemp(join(tmpdir(), 'carrel-brought-'));
    const brought = await door.open(other);
    const chooser = brought.page.waitForEvent('filechooser');
    await brought.page.getByRole('button', { name: 'Open files…' }).click();
    const name = 'two.carrel-articles.tar';
    await (await chooser).setFiles([{ name, mimeType: 'application/x-tar', buffer }]);
    await row(brought.page, 'A report of the river').waitFor();
    // What takes a moment longer tells what it brought in a dialog.
    await brought.page.keyboard.press('Escape');
    await row(brought.page, 'A report of the river').click();
    const picture = brought.page.locator('carrel-article img').first();
    await picture.waitFor();
    expect(
      await picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)),
    ).toBe(640);
    await brought.close();
    await rm(other, { recursive: true, force: true });
  });
});
