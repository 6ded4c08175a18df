import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aPage, aPng } from '../engine/import/pages.ts';
import { doors } from './doors.ts';
import { behind, place, row, until } from './reader.ts';
import { setStage } from './stage.ts';

const FIGURE = '<img src="Report_files/map.png" width="640" height="480">';

describe.each(doors())('bringing in, knowing and backing up, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  /** Brings in a folder with a page, its picture, and something that is none. */
  async function bringFolder(inside = ''): Promise<Buffer> {
    const { page } = stage.carrel;
    const folder = await mkdtemp(join(tmpdir(), 'carrel-bring-'));
    const html = Buffer.from(aPage('A report of the harbour', FIGURE + inside));
    await mkdir(join(folder, 'Report_files'));
    await writeFile(join(folder, 'Report.html'), html);
    await writeFile(join(folder, 'Report_files/map.png'), aPng());
    await writeFile(join(folder, 'noise.bin'), Buffer.from([0, 1, 2, 3]));
    // The menu is there once something is in the library.
    await page.evaluate(async () => {
      await window.carrel.addFolder('Work', null);
      const bytes = new TextEncoder().encode('A note\n\nThat was here before, and is short.');
      const id = await window.carrel.startImport();
      const piece = {
        path: 'note.txt',
        sizeBytes: bytes.length,
        modifiedAt: null,
        offset: 0,
        bytes,
      };
      await window.carrel.addToImport(id, [piece]);
      await window.carrel.runImport(id);
    });
    await row(page, 'A note')
      .or(page.getByRole('button', { name: 'Open files…' }))
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Menu' }).first().click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Open a folder…' }).click();
    await (await chooser).setFiles(folder);
    await page.getByRole('heading', { name: 'Brought in' }).waitFor();
    await rm(folder, { recursive: true });
    return html;
  }

  test('a folder is brought in with its pictures; what is none is told; it is there offline and later', async () => {
    await bringFolder();
    const { page } = stage.carrel;
    await page.getByText(/noise\.bin/).waitFor();
    await page.keyboard.press('Escape');
    await row(page, 'A report of the harbour').click();
    await page.locator('carrel-article img').first().waitFor();
    await stage.carrel.close();
    await stage.reopen();
    await row(stage.carrel.page, 'A report of the harbour').click();
    const picture = stage.carrel.page.locator('carrel-article img').first();
    await picture.waitFor();
    expect(
      await picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)),
    ).toBe(640);
  });

  test('the page as it was fetched is shown without its script, and given as the file that it was', async () => {
    const html = await bringFolder('<script>top.document.title = "taken"</script>');
    const { page } = stage.carrel;
    await page.keyboard.press('Escape');
    await row(page, 'A report of the harbour').click();
    await page.getByRole('button', { name: 'Where it came from' }).click();
    await page.getByText('Complete: readable without a network').waitFor();
    await page.getByRole('button', { name: 'Look at it as it was fetched' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'A report of the harbour' }).waitFor();
    expect(await page.title()).not.toBe('taken');
    const saved = await behind(page, 'Save as a file');
    expect(saved.equals(html)).toBe(true);
  });

  test('a backup is made while it goes on, saved, and brings all back into another library', async () => {
    await bringFolder();
    const { page } = stage.carrel;
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menu' }).first().click();
    await page.getByRole('menuitem', { name: 'Library…' }).click();
    await page.getByRole('button', { name: 'Back up' }).click();
    const link = page.getByRole('link', { name: 'Save the file' });
    await link.waitFor();
    const told = await page.evaluate(() => window.carrel.backup());
    const bytes = await behind(page, 'Save the file');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(told?.sha256);

    const [id] = await page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 1,
        after: null,
      });
      return articles.map((article) => article.id);
    });
    expect(id).toBeGreaterThan(0);
    const other = await mkdtemp(join(tmpdir(), 'carrel-restored-'));
    const restored = await door.open(other);
    const chooser = restored.page.waitForEvent('filechooser');
    await restored.page.getByRole('button', { name: 'Open files…' }).click();
    await (
      await chooser
    ).setFiles([{ name: 'carrel-backup.tar', mimeType: 'application/x-tar', buffer: bytes }]);
    await row(restored.page, 'A report of the harbour').waitFor();
    // What takes a moment longer tells what it brought in a dialog.
    await restored.page.keyboard.press('Escape');
    await row(restored.page, 'A report of the harbour').click();
    await restored.page.locator('carrel-article img').first().waitFor();
    await place(restored.page, 'Work').waitFor();
    await restored.close();
    await rm(other, { recursive: true, force: true });
  });

  test('getting ready to travel says what could not be had, and why', async () => {
    await bringFolder();
    const { page } = stage.carrel;
    await page.keyboard.press('Escape');
    const gone = `${stage.newsroom.origin}/there-is-no-such-page`;
    await page.evaluate((address) => window.carrel.savePage(address), gone);
    await place(page, /^Not complete/).waitFor();
    await page.getByRole('button', { name: 'Menu' }).first().click();
    await page.getByRole('menuitem', { name: 'Prepare for travel…' }).click();
    await page.getByRole('button', { name: 'Get ready' }).click();
    await page.getByText(/2 of 3 articles/).waitFor();
    await page.getByText(/404/).first().waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    const left = await until(
      () => page.evaluate(() => window.carrel.travel()),
      (travel) => travel === null,
    );
    expect(left).toBeNull();
  });
});
