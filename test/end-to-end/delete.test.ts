import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { open, place, press, row, rows, subscribe, until } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('through $name', (door) => {
  const stage = setStage(door, 'for each test');

  const titles = (): Promise<string[]> =>
    stage.carrel.page.evaluate(async () => {
      const { articles } = await window.carrel.list({
        scope: { kind: 'all' },
        limit: 200,
        after: null,
      });
      return articles.map(({ title }) => title);
    });

  test('a deleted article is back with Undo, and gone for good without, also from its feed', async () => {
    const { carrel, newsroom } = stage;
    const { page } = carrel;
    await subscribe(page, newsroom.feeds[0]?.address ?? '');
    await rows(page).first().waitFor();
    const [first = ''] = await titles();
    await open(page, first);

    await press(page, 'Delete');
    await row(page, first).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, first).waitFor();
    expect(await titles()).toContain(first);

    await row(page, first).click();
    await press(page, 'Delete');
    await row(page, first).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await until(titles, (left) => !left.includes(first));

    await place(page, 'All articles').click();
    await press(page, 'r');
    await until(
      () => page.evaluate(async () => (await window.carrel.progress()).running),
      (running) => !running,
    );
    expect(await titles()).not.toContain(first);
  });

  // The stand-in for Electron hears nothing of what a page asks while it goes.
  test.runIf(door.name === 'the browser door')(
    'what is deleted goes for good when the window does, though it could still be had back',
    async () => {
      const { carrel, newsroom } = stage;
      const { page } = carrel;
      await subscribe(page, newsroom.feeds[0]?.address ?? '');
      await rows(page).first().waitFor();
      const [first = '', second = ''] = await titles();
      await open(page, first);
      await press(page, 'Delete');
      await row(page, first).waitFor({ state: 'detached' });
      await page.reload();
      await row(page, second).waitFor();
      await until(titles, (left) => !left.includes(first));
      expect(await row(page, first).count()).toBe(0);
    },
  );
});
