import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { doors, temporaryFolder, type Door } from '../test/end-to-end/doors.ts';
import { startNewsroom } from '../test/newsroom/server.ts';
import { build } from './build.ts';
import { takeFiles } from './shots/files.ts';
import { open } from './shots/hands.ts';
import { looks, type Look } from './shots/looks.ts';
import { inGerman, ofArticles, ofWindow, type State } from './shots/states.ts';
import { written } from './shots/written.ts';

const help = `npm run shots [-- FOLDER [--only TEXT]]

Takes pictures of the window over the sample newsroom, to be looked at: without a folder the four of
the README (docs/screenshots/), with one every state of the window in light and dark, wide and
narrow, and where it matters with Latin, Arabic and Chinese articles.

  --only TEXT  only pictures with this in their name`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, help: { type: 'boolean', default: false } },
});
const [asked] = positionals;
const folder = asked ?? fileURLToPath(new URL('../docs/screenshots', import.meta.url));

if (values.help) console.log(help);
else await main();

async function main(): Promise<void> {
  await build();
  await mkdir(folder, { recursive: true });
  const [door] = doors();
  if (door === undefined) throw new Error('shots: there is no door to open');
  const newsroom = await startNewsroom();
  const library = await temporaryFolder();
  try {
    if (asked !== undefined) await takeEmpty(door, newsroom.origin);
    const filling = await door.open(library.folder, looks[0]?.options);
    await fill(
      filling.page,
      newsroom.feeds.map(({ address }) => address),
    );
    await filling.close();
    if (asked === undefined) {
      await takeReadme(door, library.folder);
      return;
    }
    for (const look of looks) await takeLook(door, library.folder, look);
    await takeFiles(door, library.folder, take);
  } finally {
    await newsroom.close();
    await library.remove();
  }
}

/** What the README shows. */
async function takeReadme(door: Door, library: string): Promise<void> {
  const [light, lightNarrow, dark] = looks;
  const shots: [name: string, look: Look | undefined, prepare: (page: Page) => Promise<void>][] = [
    ['window', light, (page) => open(page, 'The river that was moved')],
    ['dark', dark, (page) => open(page, 'The colour of')],
    [
      'gallery',
      light,
      async (page) => {
        await open(page, 'Twelve sheets from');
        await page.getByRole('button', { name: /^Open picture 3/ }).click();
        await page.locator('carrel-gallery dialog[open]').waitFor();
      },
    ],
    ['narrow', lightNarrow, (page) => open(page, 'مكتبة الميناء')],
  ];
  for (const [name, look, prepare] of shots) {
    const carrel = await door.open(library, look?.options);
    await carrel.page.getByRole('option').first().waitFor();
    await prepare(carrel.page);
    await take(carrel.page, name);
    await carrel.close();
  }
}

/** Every state in one look: those of articles in each of what they are written in. */
async function takeLook(door: Door, library: string, look: Look): Promise<void> {
  const named = (name: string): string => `${name}-${look.name}`;
  const english = await door.open(library, look.options);
  for (const state of ofArticles) {
    for (const writing of written) {
      await takeState(english.page, state, named(`${state.name}-${writing.name}`), writing);
    }
  }
  for (const state of ofWindow) await takeState(english.page, state, named(state.name));
  await english.close();
  const german = await door.open(library, { ...look.options, locale: 'de-DE' });
  for (const state of inGerman) await takeState(german.page, state, named(state.name));
  await german.close();
}

/** One picture, from a window that is opened anew. A state that cannot be reached is told. */
async function takeState(
  page: Page,
  state: State,
  name: string,
  writing = written[0],
): Promise<void> {
  if (!name.includes(values.only) || writing === undefined) return;
  await page.reload();
  await page.getByRole('option').first().waitFor();
  try {
    await state.prepare(page, writing);
    await take(page, name);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  await state.restore?.(page);
}

/** The welcome, and what it says when an address cannot be had. */
async function takeEmpty(door: Door, origin: string): Promise<void> {
  for (const look of looks) {
    const empty = await temporaryFolder();
    const carrel = await door.open(empty.folder, look.options);
    const { page } = carrel;
    await page.getByRole('textbox', { name: 'Address' }).waitFor();
    await take(page, `welcome-${look.name}`);
    await page.getByRole('textbox', { name: 'Address' }).fill(`${origin}/special/login`);
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.locator('carrel-add-form [role=alert]').waitFor();
    await take(page, `welcome-error-${look.name}`);
    await carrel.close();
    await empty.remove();
  }
}

/** Subscribes to feeds; when all is fetched, some articles are read and some have a bookmark. */
async function fill(page: Page, addresses: string[]): Promise<void> {
  await page.evaluate(async (feeds) => {
    for (const address of feeds) await window.carrel.subscribe(address);
  }, addresses);
  await page.getByRole('option').first().waitFor();
  await page.getByRole('progressbar', { name: 'Fetching' }).waitFor();
  if (asked !== undefined) await take(page, 'progress');
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

async function take(page: Page, name: string): Promise<void> {
  if (!name.includes(values.only)) return;
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  // Small pictures are made one after the other; one that cannot be had is never drawn.
  await page.waitForFunction(areDrawn, undefined, { timeout: 5000 }).catch(() => undefined);
  // The last transitions (a toast, a picture fading in) end within this time.
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${folder}/${name}.png` });
  process.stdout.write(`${name}.png\n`);
}

/** In the page: whether all pictures within it are drawn, in whatever shadow roots. */
function areDrawn(): boolean {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      if (element instanceof HTMLImageElement && !element.complete) return false;
      if (element instanceof HTMLCanvasElement && element.width === 1) return false;
    }
  }
  return true;
}
