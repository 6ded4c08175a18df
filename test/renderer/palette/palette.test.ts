import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FakeCarrel } from '../fake-carrel.ts';
import { FakeCarrel as Fake } from '../fake-carrel.ts';
import { focused, openWindow, resize } from '../window.ts';

let fake: FakeCarrel;

beforeEach(async () => {
  await resize('three panes');
  fake = new Fake();
  const folder = fake.putFolder('Häfen');
  fake.addFeed({ title: 'The Tern', folderId: folder.id });
  fake.add({ title: 'Fog on the river' });
  await openWindow(fake);
  await expect.element(page.getByRole('option', { name: /Fog/ })).toBeVisible();
});

const field = page.getByRole('combobox', { name: 'Commands and places' });

async function openPalette(): Promise<void> {
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.poll(focused).toBe('Commands and places');
}

function chosen(): string {
  const palette = document
    .querySelector('carrel-app')
    ?.shadowRoot?.querySelector('carrel-dialogs')
    ?.shadowRoot?.querySelector('carrel-palette');
  return palette?.shadowRoot?.querySelector('[aria-selected="true"] .label')?.textContent ?? '';
}

describe('the palette', () => {
  test('says so where nothing has the name that was typed, and does nothing on Enter', async () => {
    await openPalette();
    await userEvent.keyboard('xyzzy');
    await expect.element(page.getByText('Nothing has this name.')).toBeVisible();
    const before = fake.calls.length;
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Commands and places');
    expect(fake.calls.length).toBe(before);
  });

  test('closes on Escape and gives the keyboard back', async () => {
    await page.getByRole('option', { name: /Fog/ }).click();
    const before = focused();
    await openPalette();
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    expect(focused()).toBe(before);
  });

  test('does the command that is chosen by its name, in the place that is chosen', async () => {
    await openPalette();
    await userEvent.keyboard('refresh all{Enter}');
    await expect.poll(() => fake.count('refresh')).toBe(1);
    await expect.element(field).not.toBeInTheDocument();
  });

  test('opens a dialog that stays', async () => {
    await openPalette();
    await userEvent.keyboard('travel{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Prepare for travel' })).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.element(page.getByRole('dialog', { name: 'Prepare for travel' })).toBeVisible();
  });

  test('goes to a folder or a feed, whatever accents and case are typed', async () => {
    await openPalette();
    await userEvent.keyboard('HAFEN{Enter}');
    await expect.element(page.getByRole('heading', { level: 2, name: 'Häfen' })).toBeVisible();
    await openPalette();
    await userEvent.keyboard('tern{Enter}');
    await expect.element(page.getByRole('heading', { level: 2, name: 'The Tern' })).toBeVisible();
  });

  test('moves by the arrow keys, around the ends, and shows the keys that do the same', async () => {
    await openPalette();
    const first = chosen();
    expect(first).not.toBe('');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(chosen).not.toBe(first);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.poll(chosen).not.toBe(first);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(chosen).toBe(first);
    await userEvent.keyboard('undo');
    await expect.element(page.getByRole('option', { name: /Undo/ })).toHaveTextContent('Undo Z');
  });

  test('puts what begins with the word that was typed before what only contains it', async () => {
    fake.addFeed({ title: 'Overundone' });
    fake.emit({ kind: 'sources' });
    await expect.element(page.getByRole('treeitem', { name: /^Overundone/ })).toBeInTheDocument();
    await openPalette();
    await userEvent.keyboard('undo');
    await expect.poll(chosen).toBe('Undo');
  });
});
