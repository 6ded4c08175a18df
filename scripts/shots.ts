import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { doors, temporaryFolder, type OpenOptions } from '../test/end-to-end/doors.ts';
import { startNewsroom } from '../test/newsroom/server.ts';
import { build } from './build.ts';
import { takeDialogs } from './shots-of-dialogs.ts';

/**
 * `npm run shots [FOLDER]`: pictures of the window in its states, over the sample newsroom, to
 * be looked at; those of the README are checked in (`docs/screenshots/`, the default folder).
 */

interface Shot {
  name: string;
  options: OpenOptions;
  /** Brings the window into the state; it is on the list of all articles. */
  prepare: (page: Page) => Promise<void>;
}

const wide = { viewport: { width: 1440, height: 900 } };
const narrow = { viewport: { width: 390, height: 844 } };
const dark = { colorScheme: 'dark' } as const;
const german = { locale: 'de-DE' };

const shots: Shot[] = [
  { name: 'window', options: wide, prepare: (page) => open(page, 'The river that was moved') },
  { name: 'dark', options: { ...wide, ...dark }, prepare: (page) => open(page, 'The colour of') },
  { name: 'sepia', options: wide, prepare: (page) => inTheme(page, 'sepia', 'The eels have') },
  {
    name: 'gallery',
    options: wide,
    prepare: async (page) => {
      await open(page, 'Twelve sheets from');
      await page.getByRole('button', { name: /^Open picture 3/ }).click();
      await page.locator('carrel-gallery dialog[open]').waitFor();
    },
  },
  {
    name: 'gallery-in-place',
    options: wide,
    prepare: async (page) => {
      await open(page, 'Twelve sheets from');
      await page.locator('carrel-article figure').first().scrollIntoViewIfNeeded();
    },
  },
  { name: 'narrow', options: narrow, prepare: (page) => open(page, 'مكتبة الميناء') },
  { name: 'narrow-list', options: narrow, prepare: async () => undefined },
  { name: 'arabic', options: wide, prepare: (page) => open(page, 'كيف تعرف') },
  { name: 'chinese', options: wide, prepare: (page) => open(page, '山顶茶馆') },
  { name: 'japanese', options: { ...wide, ...dark }, prepare: (page) => open(page, '波を彫る') },
  { name: 'russian', options: wide, prepare: (page) => open(page, 'Паром') },
  { name: 'long-headline', options: wide, prepare: (page) => open(page, 'Council resolves') },
  {
    name: 'medium',
    options: { viewport: { width: 900, height: 800 } },
    prepare: (page) => open(page, 'Fog'),
  },
  {
    name: 'search',
    options: wide,
    prepare: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('lighthouse');
      await page.locator('carrel-row mark').first().waitFor();
    },
  },
  { name: 'settings', options: wide, prepare: openSettings },
  {
    name: 'settings-narrow',
    options: { ...narrow, ...dark },
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Sources' }).click();
      await openSettings(page);
    },
  },
  {
    name: 'german',
    options: { ...wide, ...german },
    prepare: (page) => open(page, 'The river that was moved'),
  },
  {
    name: 'german-narrow',
    options: { ...narrow, ...german },
    prepare: (page) => open(page, 'The river that was moved'),
  },
  { name: 'german-list', options: { ...narrow, ...german }, prepare: async () => undefined },
  {
    name: 'german-gallery',
    options: { ...narrow, ...german },
    prepare: async (page) => {
      await open(page, 'Twelve sheets from');
      await page.getByRole('button', { name: /^Bild 3 von/ }).click();
      await page.locator('carrel-gallery dialog[open]').waitFor();
    },
  },
  {
    name: 'german-settings',
    options: { ...narrow, ...dark, ...german },
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Quellen' }).click();
      await page.getByRole('button', { name: 'Einstellungen' }).click();
      await page.getByRole('group', { name: 'Farben' }).waitFor();
    },
  },
  {
    name: 'error',
    options: wide,
    prepare: async (page) => {
      await page.evaluate(() => window.carrel.savePage('http://127.0.0.1:9/nothing'));
      await page.getByRole('treeitem', { name: /^Saved/ }).click();
      await page.getByRole('option').first().click();
      await page.getByText('The full text could not be kept').waitFor();
    },
  },
];

const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/screenshots', import.meta.url));
const inReadme = new Set(['window', 'dark', 'gallery', 'narrow']);

await build();
await mkdir(folder, { recursive: true });
const newsroom = await startNewsroom();
const library = await temporaryFolder();
const [door] = doors();
if (door === undefined) throw new Error('shots: there is no door to open');
try {
  if (process.argv[2] !== undefined) await takeEmpty();
  const filling = await door.open(library.folder, wide);
  await fill(filling.page);
  await filling.close();
  for (const shot of shots) {
    if (process.argv[2] === undefined && !inReadme.has(shot.name)) continue;
    const carrel = await door.open(library.folder, shot.options);
    await carrel.page.getByRole('option').first().waitFor();
    await shot.prepare(carrel.page);
    await take(carrel.page, shot.name);
    await carrel.close();
  }
  if (process.argv[2] !== undefined) await takeDialogs(door, library.folder, take);
} finally {
  await newsroom.close();
  await library.remove();
}

/** The welcome, and what it says when an address cannot be had. */
async function takeEmpty(): Promise<void> {
  const empty = await temporaryFolder();
  const carrel = await door?.open(empty.folder, wide);
  if (carrel === undefined) return;
  await carrel.page.getByRole('textbox', { name: 'Address' }).waitFor();
  await take(carrel.page, 'welcome');
  await carrel.page
    .getByRole('textbox', { name: 'Address' })
    .fill(`${newsroom.origin}/special/login`);
  await carrel.page.getByRole('button', { name: 'Subscribe' }).click();
  await carrel.page.locator('carrel-add-form [role=alert]').waitFor();
  await take(carrel.page, 'welcome-error');
  await carrel.close();
  await empty.remove();
}

async function fill(page: Page): Promise<void> {
  await page.evaluate(async (feeds) => {
    for (const { address } of feeds) await window.carrel.subscribe(address);
  }, newsroom.feeds);
  await page.getByRole('option').first().waitFor();
  await page.getByRole('progressbar', { name: 'Fetching' }).waitFor();
  if (process.argv[2] !== undefined) await take(page, 'progress');
  await page.waitForFunction(async () => !(await window.carrel.progress()).running);
  await page.evaluate(async () => {
    const { articles } = await window.carrel.list({
      scope: { kind: 'all' },
      limit: 60,
      after: null,
    });
    const ids = articles.map(({ id }) => id);
    await window.carrel.markRead(
      ids.filter((_, index) => index % 3 === 1),
      true,
    );
    await window.carrel.bookmark(
      ids.filter((_, index) => index % 7 === 2),
      true,
    );
  });
}

async function inTheme(page: Page, theme: 'sepia', headline: string): Promise<void> {
  await page.evaluate((chosen) => window.carrel.saveSettings({ theme: chosen }), theme);
  await page.reload();
  await page.getByRole('option').first().waitFor();
  await open(page, headline);
  await page.evaluate(() => window.carrel.saveSettings({ theme: 'system' }));
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('group', { name: 'Theme' }).waitFor();
}

/** Opens an article by the beginning of its headline, wherever in the list it is. */
async function open(page: Page, headline: string): Promise<void> {
  const row = page.getByRole('option').filter({ hasText: headline }).first();
  await page.getByRole('listbox').hover();
  for (let turn = 0; turn < 60 && !(await row.isVisible()); turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(60);
  }
  await row.click();
  await page.locator('carrel-article-head h1').filter({ hasText: headline }).waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  // The last transitions (a toast, a picture fading in) end within this time.
  await page.waitForTimeout(700);
  await page.screenshot({ path: `${folder}/${name}.png` });
  process.stdout.write(`${name}.png\n`);
}
