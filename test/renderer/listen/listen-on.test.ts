import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, resize, row } from '../window.ts';
import { installFakeSpeech, voice } from './fake-speech.ts';
import type { FakeSpeech } from './fake-speech.ts';

let fake: FakeCarrel;
let speech: FakeSpeech;
beforeEach(async () => {
  installFakeSpeech([voice('Ada', 'en-GB'), voice('Bea', 'en-US')]);
  speech = window.fakeSpeech;
  await resize('three panes');
  fake = new FakeCarrel();
  fake.add({ title: 'Alpha', html: '<p>One.</p>' });
  fake.add({ title: 'Beta', html: '<p>Two.</p>', read: true });
  fake.add({ title: 'Gamma', html: '<p>Three.</p>' });
  await openWindow(fake);
  await row('Alpha').click();
  await expect.element(page.getByRole('heading', { name: 'Alpha' })).toBeVisible();
});

const bar = page.getByRole('group', { name: 'Listening' });
const now = (): string => speech.now?.text ?? '';
const said = (): string[] => speech.said.map(({ text }) => text);

/** Hears the article that is open to its end: its headline and its one sentence. */
async function hear(headline: string): Promise<void> {
  await expect.poll(now).toBe(headline);
  speech.end();
  speech.end();
}

describe('the key L', () => {
  test('begins, pauses, goes on; Escape ends, and leaves the panes as they are', async () => {
    await userEvent.keyboard('l');
    await expect.poll(now).toBe('Alpha');
    await userEvent.keyboard('l');
    expect(speech.speaking).toBe(false);
    await userEvent.keyboard('l');
    await expect.poll(now).toBe('Alpha');
    await userEvent.keyboard('f{Escape}');
    await expect.element(bar).not.toBeInTheDocument();
    expect(speech.speaking).toBe(false);
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox')).toBeVisible();
  });

  test('says nothing where no article is open', async () => {
    await userEvent.keyboard('{Delete}');
    await expect.element(page.getByRole('heading', { name: 'Alpha' })).not.toBeInTheDocument();
    await userEvent.keyboard('l');
    await expect.element(bar).not.toBeInTheDocument();
    expect(said()).toEqual([]);
  });
});

test('the menu of the article and the palette begin it too', async () => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Listen' }).click();
  await expect.element(bar).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(bar).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.keyboard('listen{Enter}');
  await expect.element(bar).toBeVisible();
});

describe('an article that was heard to its end', () => {
  test('is followed by the next unread one, which is read then, and by words after the last', async () => {
    await userEvent.keyboard('l');
    await hear('Alpha');
    await hear('Gamma');
    await expect
      .element(page.getByText('Read to the end. No unread articles are left here.'))
      .toBeVisible();
    await expect.element(bar).not.toBeInTheDocument();
    expect(said()).toEqual(['Alpha', 'One.', 'Gamma', 'Three.']);
    expect(fake.articles.get(3)?.read).toBe(true);
    await expect.element(page.getByRole('heading', { name: 'Gamma' })).toBeVisible();
  });

  test('is followed by none where that is set', async () => {
    await userEvent.keyboard('l');
    await page.getByRole('button', { name: 'Voice and order' }).click();
    await page.getByRole('checkbox', { name: 'Go on with the next unread article' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => fake.current.listenOn).toBe(false);
    await hear('Alpha');
    await expect.element(page.getByText('Read to the end.')).toBeVisible();
    expect(fake.articles.get(3)?.read).toBe(false);
    expect(speech.speaking).toBe(false);
  });

  test('is followed by none for who ends it meanwhile', async () => {
    await userEvent.keyboard('l');
    await expect.poll(now).toBe('Alpha');
    let open = (): void => undefined;
    fake.gate = new Promise((resolve) => {
      open = resolve;
    });
    await hear('Alpha');
    await userEvent.keyboard('{Escape}');
    open();
    await expect.element(bar).not.toBeInTheDocument();
    await expect.poll(() => speech.speaking).toBe(false);
    expect(said()).toEqual(['Alpha', 'One.']);
  });

  test('is followed by one that no voice reads only so far as to say so', async () => {
    fake.change(3, { language: 'ar' });
    await userEvent.keyboard('l');
    await hear('Alpha');
    await expect.element(page.getByText(/no voice for Arabic/)).toBeVisible();
    expect(said()).toEqual(['Alpha', 'One.']);
  });

  test('is followed by none that cannot be opened', async () => {
    await userEvent.keyboard('l');
    await expect.poll(now).toBe('Alpha');
    fake.failNext('article', { kind: 'internal', message: 'article: broken' });
    await hear('Alpha');
    await expect.element(page.getByText('article: broken')).toBeVisible();
    expect(speech.speaking).toBe(false);
  });
});

describe('listening ends', () => {
  test.each([
    ['opening another article by hand', 'n'],
    ['deleting the article', '{Delete}'],
  ])('by %s', async (_, keys) => {
    await userEvent.keyboard('l');
    await expect.poll(now).toBe('Alpha');
    await userEvent.keyboard(keys);
    await expect.element(bar).not.toBeInTheDocument();
    expect(speech.speaking).toBe(false);
  });
});

test('the pace and the voice are kept, and heard at once', async () => {
  await userEvent.keyboard('l');
  await page.getByRole('combobox', { name: 'Speed' }).selectOptions('1.75×');
  await expect.poll(() => speech.now?.rate).toBe(1.75);
  await page.getByRole('button', { name: 'Voice and order' }).click();
  await page.getByRole('combobox', { name: 'Voice for English' }).selectOptions('Ada');
  await expect.poll(() => speech.now?.voice?.name).toBe('Ada');
  expect(fake.current).toMatchObject({ speechPercent: 175, speechVoices: { en: 'fake:Ada' } });
});
