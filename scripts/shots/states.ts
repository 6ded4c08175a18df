import type { Page } from 'playwright';
import type { Settings } from '../../contract/types.ts';
import { choose, command, find, fromMenu, open, openSettings, showSources } from './hands.ts';
import type { Written } from './written.ts';

/** A state of the window that a picture is taken of; it begins at the list of all articles. */
export interface State {
  name: string;
  prepare: (page: Page, written: Written) => Promise<void>;
  /** Ends what outlives the page, such as a setting. */
  restore?: (page: Page) => Promise<void>;
}

/** States whose look depends on what the article is written in. */
export const ofArticles: State[] = [
  {
    name: 'list',
    prepare: async (page, { headline }) => {
      await find(page, headline);
    },
  },
  {
    name: 'list-compact',
    prepare: async (page, { headline }) => {
      await set(page, { density: 'compact' });
      await find(page, headline);
    },
    restore: (page) => set(page, { density: 'comfortable' }),
  },
  { name: 'article', prepare: (page, { headline }) => open(page, headline) },
  {
    name: 'article-large',
    prepare: async (page, { headline }) => {
      await set(page, { textSizePx: 28, family: 'sans', justified: true });
      await open(page, headline);
    },
    restore: (page) => set(page, { textSizePx: 19, family: 'serif', justified: false }),
  },
  {
    name: 'article-picture',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await page.locator('carrel-article figure').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'article-end',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await page.locator('carrel-article footer').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'focus',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await page.keyboard.press('f');
    },
  },
  {
    name: 'find',
    prepare: async (page, { headline, word }) => {
      await open(page, headline);
      await page.locator('carrel-article .page').focus();
      await page.keyboard.press('Control+f');
      await page.locator('carrel-find input').fill(word);
    },
  },
  {
    name: 'gallery',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await openPicture(page);
    },
  },
  {
    name: 'gallery-grid',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await openPicture(page);
      await page.keyboard.press('g');
    },
  },
  {
    name: 'search',
    prepare: async (page, { word }) => {
      await page.keyboard.press('/');
      await page.keyboard.type(word);
      await page.locator('carrel-row mark').first().waitFor();
    },
  },
  {
    name: 'palette',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
    },
  },
  {
    name: 'row-menu',
    prepare: async (page, { headline }) => {
      await (await find(page, headline)).click({ button: 'right' });
    },
  },
  {
    name: 'selection',
    prepare: async (page, { headline }) => {
      const row = await find(page, headline);
      await row.click({ modifiers: ['Control'] });
      await row.click({ modifiers: ['Control'] });
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
    },
  },
  {
    name: 'provenance',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await page.keyboard.press('i');
      await page.getByRole('heading', { name: 'What is here' }).waitFor();
    },
  },
  {
    name: 'article-menu',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await page.locator('carrel-article-menu').getByRole('button').first().click();
    },
  },
  {
    name: 'print',
    prepare: async (page, { headline }) => {
      await open(page, headline);
      await page.emulateMedia({ media: 'print' });
    },
    restore: (page) => page.emulateMedia({ media: null }),
  },
];

/** States that are the same whatever is read. */
export const ofWindow: State[] = [
  {
    name: 'sources',
    prepare: (page) => showSources(page),
  },
  {
    name: 'article-gallery',
    prepare: async (page) => {
      await open(page, 'Twelve sheets from');
      await page.locator('carrel-article figure').first().scrollIntoViewIfNeeded();
    },
  },
  { name: 'long-headline', prepare: (page) => open(page, 'Council resolves') },
  { name: 'russian', prepare: (page) => open(page, 'Паром') },
  { name: 'japanese', prepare: (page) => open(page, '波を彫る') },
  {
    name: 'sepia',
    prepare: (page) => inTheme(page, 'sepia'),
    restore: (page) => set(page, { theme: 'system' }),
  },
  {
    name: 'black',
    prepare: (page) => inTheme(page, 'black'),
    restore: (page) => set(page, { theme: 'system' }),
  },
  {
    name: 'more-contrast',
    prepare: async (page) => {
      await page.emulateMedia({ contrast: 'more' });
      await open(page, 'The river that was moved');
    },
    restore: (page) => page.emulateMedia({ contrast: null }),
  },
  {
    name: 'forced-colours',
    prepare: async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await open(page, 'The river that was moved');
    },
    restore: (page) => page.emulateMedia({ forcedColors: null }),
  },
  {
    name: 'footnote',
    prepare: async (page) => {
      await open(page, 'The river that was moved');
      await page.locator('carrel-article a[data-note]').first().click();
    },
  },
  {
    name: 'listen',
    prepare: async (page) => {
      await open(page, 'The river that was moved');
      await page.keyboard.press('l');
    },
  },
  {
    name: 'export',
    prepare: async (page) => {
      await open(page, 'The river that was moved');
      await page.keyboard.press('e');
    },
  },
  {
    name: 'vertical',
    prepare: async (page) => {
      await set(page, { vertical: true });
      await open(page, '波を彫る');
    },
    restore: (page) => set(page, { vertical: false }),
  },
  {
    name: 'contents',
    prepare: async (page) => {
      await open(page, 'The river that was moved');
      await page.keyboard.press('c');
    },
  },
  { name: 'settings', prepare: openSettings },
  {
    name: 'settings-end',
    prepare: async (page) => {
      await openSettings(page);
      await page.locator('carrel-space').scrollIntoViewIfNeeded();
    },
  },
  { name: 'keys', prepare: (page) => page.keyboard.press('?') },
  { name: 'menu', prepare: openMenu },
  {
    name: 'add',
    prepare: async (page) => {
      await page.keyboard.press('a');
      await page.getByRole('textbox', { name: 'Address' }).waitFor();
    },
  },
  {
    name: 'add-error',
    prepare: async (page) => {
      await page.keyboard.press('a');
      await page.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.3:9/feed');
      await page.getByRole('button', { name: 'Subscribe' }).click();
      await page.locator('carrel-add-form [role=alert]').waitFor();
    },
  },
  {
    name: 'feed-settings',
    prepare: async (page) => {
      await choose(page, /^(?!All|Unread|Bookm|Saved|Not).*/);
      await command(page, 'Feed settings');
    },
  },
  {
    name: 'new-folder',
    prepare: async (page) => {
      await page.keyboard.press('Shift+N');
    },
  },
  {
    name: 'nothing-found',
    prepare: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('xyzzy');
      await page.getByText('Nothing found').first().waitFor();
    },
  },
  {
    name: 'empty-place',
    prepare: async (page) => {
      await choose(page, /^Saved/);
    },
  },
  {
    name: 'deleted',
    prepare: async (page) => {
      await open(page, 'Council resolves');
      await page.keyboard.press('Delete');
    },
    restore: (page) => page.keyboard.press('z'),
  },
  {
    name: 'failed-article',
    prepare: async (page) => {
      await page.evaluate(() => window.carrel.savePage('http://127.0.0.2:9/nothing'));
      await choose(page, /^Saved/);
      await page.getByRole('option').first().click();
      await page.getByText('The full text could not be kept').waitFor();
    },
  },
  { name: 'travel', prepare: (page) => fromMenu(page, 'Prepare for travel…') },
];

/** Some of the above in German, whose words are long. */
export const inGerman: State[] = [
  { name: 'german-article', prepare: (page) => open(page, 'The river that was moved') },
  {
    name: 'german-settings',
    prepare: async (page) => {
      const sources = page.getByRole('button', { name: 'Quellen' });
      if (await sources.isVisible()) await sources.click();
      await page.getByRole('button', { name: 'Einstellungen' }).click();
      await page.getByRole('group', { name: 'Farben' }).waitFor();
    },
  },
  { name: 'german-keys', prepare: (page) => page.keyboard.press('?') },
  { name: 'german-palette', prepare: (page) => page.keyboard.press('Control+k') },
  {
    name: 'german-gallery',
    prepare: async (page) => {
      await open(page, 'Twelve sheets from');
      await page.getByRole('button', { name: /^Bild 3 von/ }).click();
      await page.locator('carrel-gallery dialog[open]').waitFor();
    },
  },
];

async function openPicture(page: Page): Promise<void> {
  await page.locator('carrel-article figure button').first().click();
  await page.locator('carrel-gallery dialog[open]').waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await showSources(page);
  await page.getByRole('button', { name: 'Menu' }).first().click();
}

async function inTheme(page: Page, theme: 'sepia' | 'black'): Promise<void> {
  await set(page, { theme });
  await open(page, 'The eels have');
}

/** Changes settings as the window would have found them at its start. */
async function set(page: Page, changes: Partial<Settings>): Promise<void> {
  await page.evaluate((settings) => window.carrel.saveSettings(settings), changes);
  await page.reload();
  await page.getByRole('option').first().waitFor();
}
