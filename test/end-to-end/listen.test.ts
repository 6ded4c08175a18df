import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installFakeSpeech, voice } from '../renderer/listen/fake-speech.ts';
import { doors } from './doors.ts';
import { fetched, headlineOf, open, rows, until } from './reader.ts';
import { setStage } from './stage.ts';

const english = 'The river that was moved';

describe.each(doors())('listening, through $name', (door) => {
  const stage = setStage(door, 'once');
  beforeAll(async () => {
    const { page } = stage.carrel;
    await page.evaluate(async (feeds) => {
      for (const { address } of feeds) await window.carrel.subscribe(address);
    }, stage.newsroom.feeds);
    await rows(page).first().waitFor();
    await fetched(page);
  });
  afterAll(() => expect(stage.carrel.errors).toEqual([]));

  // First, while the speech is the browser's own.
  test('a browser that has no voice says so, and offers no button that does nothing', async () => {
    const { page } = stage.carrel;
    expect(await page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0);
    await open(page, english);
    await page.keyboard.press('l');
    const bar = page.getByRole('group', { name: 'Listening' });
    await bar.getByText('Your system has no voice for English').waitFor();
    expect(await bar.getByRole('button').count()).toBe(1);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
  });

  test('an article is read aloud, shown where it is, and kept in view; then the next', async () => {
    const { page } = stage.carrel;
    await page.addInitScript(installFakeSpeech, [voice('Ada', 'en-GB'), voice('Anna', 'de-DE')]);
    await page.reload();
    await rows(page).first().waitFor();
    await open(page, english);
    await page.evaluate(() => {
      window.fakeSpeech.eachMs = 60;
    });
    await page.keyboard.press('l');
    const said = () => page.evaluate(() => window.fakeSpeech.said.map(({ text }) => text));
    const top = () => page.locator('carrel-article .page').evaluate(({ scrollTop }) => scrollTop);
    expect((await until(said, ({ length }) => length > 0))[0]).toContain(english);
    await until(top, (value) => value > 400);
    const heard = () =>
      page.evaluate(() => [...(CSS.highlights.get('carrel-heard') ?? [])].map(String).join(''));
    expect((await until(heard, (text) => text !== '')).length).toBeGreaterThan(0);
    await page.evaluate(() => {
      window.fakeSpeech.eachMs = 1;
    });
    const next = await until(
      () => headlineOf(page),
      (headline) => headline !== '' && !headline.includes(english),
    );
    await until(said, (texts) => texts.some((text) => next.startsWith(text)));
  });

  test('the window that is loaded again is silent', async () => {
    const { page } = stage.carrel;
    await page.reload();
    await rows(page).first().waitFor();
    expect(await page.evaluate(() => window.fakeSpeech.said.length)).toBe(0);
    expect(await page.getByRole('group', { name: 'Listening' }).count()).toBe(0);
  });
});
