import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { doors } from './doors.ts';
import { fetched, headlineOf, open, place, row, rows, until } from './reader.ts';
import { setStage } from './stage.ts';

const lightbox = new URL('../newsroom/lightbox.txt', import.meta.url);
const page = (title: string) => `<!doctype html><html lang="en"><title>${title}</title><body>
  <nav><a href="/">Home</a></nav><article><h1>${title}</h1>
  <p>The ferry left at seven, as it has done since the pier was built, and nobody on board gave it a thought.</p>
  <p>At a quarter past, the fog came down so fast that the pilot put out a hand and could not see it any more.</p>
  <p>They drifted for an hour, with the bell ringing, and then the sun stood over the breakwater as if nothing had been.</p>
  </article></body></html>`;

describe.each(doors())('opening and saving files, through $name', (door) => {
  const stage = setStage(door, 'for each test');

  const file = (name: string, mimeType: string, content: string | Buffer) => ({
    name,
    mimeType,
    buffer: Buffer.from(content),
  });

  async function choose(files: ReturnType<typeof file>[]): Promise<void> {
    const chooser = stage.carrel.page.waitForEvent('filechooser');
    await stage.carrel.page.getByRole('button', { name: 'Open files…' }).click();
    await (await chooser).setFiles(files);
  }

  /** Drops files on the window, as from a file manager. */
  async function drop(target: Page, files: { name: string; text: string }[]): Promise<void> {
    await target.evaluate((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(type, {
            bubbles: true,
            cancelable: true,
            composed: true,
            dataTransfer: transfer,
          }),
        );
      }
    }, files);
  }

  test('a file that is not text is refused by name, and the others are opened', async () => {
    await choose([
      file('noise.txt', 'text/plain', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0x80, 0, 7])),
      file('ferry.html', 'text/html', page('The ferry in the fog')),
      file('empty.html', 'text/html', '<!doctype html><title>Nothing</title>'),
    ]);
    await stage.carrel.page
      .getByText(/noise\.txt/)
      .first()
      .waitFor();
    await stage.carrel.page
      .getByText(/no page, no list and no archive/)
      .first()
      .waitFor();
    await stage.carrel.page
      .getByText(/empty\.html/)
      .first()
      .waitFor();
    const counts = await stage.carrel.page.evaluate(() => window.carrel.counts());
    expect(counts.articles).toBe(1);
    expect(counts.saved).toBe(1);
  });

  test('the text file of the page this project began from has its title and nine paragraphs', async () => {
    await choose([file('lightbox.txt', 'text/plain', await readFile(lightbox))]);
    await rows(stage.carrel.page).first().waitFor();
    const title =
      (await readFile(lightbox, 'utf8')).split('\n').find((line) => line.length > 20) ?? '';
    // It is opened by itself; what took long is told of in a dialog that stays.
    await until(
      () => headlineOf(stage.carrel.page),
      (headline) => headline.includes(title.trim()),
    );
    expect(await stage.carrel.page.locator('carrel-article .body > p').count()).toBe(9);
    expect(await stage.carrel.page.locator('carrel-article .body').innerText()).not.toMatch(
      /^\s*(X|1 \/ 1|> <)\s*$/m,
    );
  });

  test('files dropped anywhere on the window are opened; a second time they are there already', async () => {
    const { page: shown } = stage.carrel;
    // Before the window is drawn, nothing takes what is dropped.
    await shown.locator('carrel-welcome, carrel-list-pane').first().waitFor();
    await drop(shown, [
      { name: 'one.html', text: page('One by land') },
      { name: 'two.html', text: page('Two by sea') },
    ]);
    await row(shown, 'One by land').waitFor();
    await row(shown, 'Two by sea').waitFor();
    await drop(shown, [{ name: 'one.html', text: page('One by land') }]);
    await shown
      .getByText(/1 in the library before/)
      .first()
      .waitFor();
    expect((await shown.evaluate(() => window.carrel.counts())).articles).toBe(2);
    // Dropped while the others were taken, they are told of in a dialog.
    await shown.keyboard.press('Escape');
    await open(shown, 'One by land');
    expect(await headlineOf(shown)).toBe('One by land');
  });

  test('subscriptions come in and go out as OPML, the same', async () => {
    const { page: shown } = stage.carrel;
    const feed = stage.newsroom.feeds[0];
    const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="Morning"><outline type="rss" text="First" xmlUrl="${feed?.address}"/></outline>
      <outline type="rss" text="No address"/></body></opml>`;
    await choose([file('mine.opml', 'text/x-opml', opml)]);
    await place(shown, /^Morning/).waitFor();
    await shown.keyboard.press('Escape');
    await fetched(shown);

    const downloading = shown.waitForEvent('download');
    await shown.getByRole('button', { name: 'Menu' }).first().click();
    await shown.getByRole('menuitem', { name: /Export/ }).click();
    const saved = await readFile(await (await downloading).path(), 'utf8');
    expect(saved).toContain(feed?.address);
    expect(saved).toContain('Morning');

    const before = await shown.evaluate(() => window.carrel.sources());
    await drop(shown, [{ name: 'again.opml', text: saved }]);
    await until(
      () => shown.evaluate(() => window.carrel.sources()),
      ({ feeds }) => feeds.length === 1,
    );
    expect((await shown.evaluate(() => window.carrel.sources())).folders).toEqual(before.folders);
    const again = await shown.evaluate(() => window.carrel.exportOpml());
    const withoutDate = (text: string) => text.replace(/<dateCreated>.*/, '');
    expect(withoutDate(again)).toBe(withoutDate(saved));
    expect(saved).toContain('carrel:title="own"');
  });
});
