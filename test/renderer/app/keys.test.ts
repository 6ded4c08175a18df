import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { picture } from '../article/sample.ts';
import { focused, openWindow, place, resize, row } from '../window.ts';

const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
const keyShown = (entry: string): string | null | undefined =>
  item(entry).element().querySelector('kbd')?.textContent;

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = new FakeCarrel();
  fake.addFeed({ title: 'The Tern', folderId: fake.putFolder('Coast').id });
  fake.addFeed({ title: 'Gull' });
  fake.add({
    title: 'Quinces',
    address: 'https://tern.example/quinces',
    html: '<p>Of quinces.</p><figure data-picture="0"></figure>',
    pictureList: [picture(0)],
  });
  fake.add({ title: 'Star trails' });
  await openWindow(fake);
  await expect.element(row('Quinces')).toBeVisible();
});
afterEach(() => vi.restoreAllMocks());

async function openArticle(): Promise<void> {
  await row('Quinces').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Quinces' })).toBeVisible();
}

describe('a chord', () => {
  test('is the field’s own where it undoes what was typed', async () => {
    await openArticle();
    await userEvent.keyboard('{Delete}');
    await expect.element(page.getByText('Article deleted')).toBeVisible();
    await page.getByRole('searchbox').click();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText('Article deleted')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(row('Quinces')).toBeVisible();
  });

  test('is another one with Shift, but for signs that a keyboard has with Shift only', async () => {
    await userEvent.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    // As German keyboards have it.
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key: '/', ctrlKey: true, shiftKey: true, cancelable: true }),
    );
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  test('opens the settings, from wherever, and closes them', async () => {
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await openArticle();
    await userEvent.keyboard('f{Control>},{/Control}');
    await expect.element(settings).toBeVisible();
    await userEvent.keyboard('{Control>},{/Control}');
    await expect.element(settings).not.toBeInTheDocument();
    await resize('one pane');
    await userEvent.keyboard('{Control>},{/Control}');
    await expect.element(settings).toBeVisible();
  });
});

describe('a key of the open article', () => {
  test('does nothing where none is open', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.keyboard('yg{Shift>}y{/Shift}');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(write).not.toHaveBeenCalled();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('copies its link, or its text', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await openArticle();
    await userEvent.keyboard('y');
    await expect.element(page.getByText('The link is on the clipboard.')).toBeVisible();
    await userEvent.keyboard('{Shift>}y{/Shift}');
    await expect.element(page.getByText('The text is on the clipboard.')).toBeVisible();
    const written = write.mock.calls.map(([text]) => text);
    expect(written[0]).toBe('https://tern.example/quinces');
    expect(written[1]).toContain('Of quinces.');
  });

  test('opens its original page, its pictures, and fills the screen', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    const fill = vi.spyOn(document.documentElement, 'requestFullscreen').mockResolvedValue();
    await openArticle();
    await userEvent.keyboard('v');
    await expect.poll(() => opened.mock.calls[0]?.[0]).toBe('https://tern.example/quinces');
    await userEvent.keyboard('{Shift>}f{/Shift}');
    await expect.poll(() => fill.mock.calls).toHaveLength(1);
    await userEvent.keyboard('g');
    await expect.element(page.getByRole('dialog', { name: 'Pictures: Quinces' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
  });
});

describe('a key of places', () => {
  test('does nothing to the places that always stand', async () => {
    await userEvent.keyboard('{F2}{Shift>}u{/Shift}');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('leads to them, to the settings of the chosen one, and to unsubscribing', async () => {
    await place('Gull').click();
    await userEvent.keyboard('{Tab}p');
    await expect.poll(focused).toBe('Gull');
    await userEvent.keyboard('{F2}');
    await expect.element(page.getByRole('dialog', { name: 'Settings of Gull' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{Shift>}u{/Shift}');
    await expect
      .element(page.getByRole('dialog', { name: 'Unsubscribe from Gull?' }))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('leads to the title and place of a chosen folder', async () => {
    await place('Coast').click();
    await userEvent.keyboard('{F2}');
    await expect.element(page.getByRole('dialog', { name: 'Folder Coast' })).toBeVisible();
  });
});

describe('a menu shows the keys that do the same', () => {
  test('in the window', async () => {
    await page.getByRole('button', { name: 'Menu' }).click();
    const shown = page
      .getByRole('menuitem')
      .elements()
      .map((entry) => entry.querySelector('kbd')?.textContent ?? null);
    expect(shown).not.toContain(null);
    const shortcut = item('Open files…').element().getAttribute('aria-keyshortcuts');
    expect(shortcut).toMatch(/^(?:Control|Meta)\+o$/u);
  });

  test('of an article', async () => {
    await openArticle();
    await page.getByRole('button', { name: 'More' }).click();
    expect(keyShown('Open the original page')).toBe('V');
    expect(keyShown('Copy the link')).toBe('Y');
    expect(keyShown('Copy the whole text')).toBe('Shift + Y');
    expect(keyShown('Full screen')).toBe('Shift + F');
    expect(keyShown('Pictures')).toBe('G');
    expect(keyShown('Only the article')).toBe('F');
  });

  test('of the chosen place, and of another none, since keys act on the chosen one', async () => {
    await place('Gull').click();
    await place('Gull').click({ button: 'right' });
    expect(keyShown('Feed settings…')).toBe('F2');
    expect(keyShown('Refresh this feed')).toBe('Shift + R');
    await userEvent.keyboard('{Escape}');
    await place('The Tern').click({ button: 'right' });
    expect(keyShown('Feed settings…')).toBeUndefined();
    expect(keyShown('Refresh this feed')).toBeUndefined();
  });
});
