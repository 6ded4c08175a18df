import { describe, expect, test } from 'vitest';
import { doors } from './doors.ts';
import { fetched, open, subscribe } from './reader.ts';
import { setStage } from './stage.ts';

describe.each(doors())('printing, $name', (door) => {
  const stage = setStage(door, 'once');

  test('brings the open article to paper, on numbered pages, and nothing around it', async () => {
    const { page } = stage.carrel;
    const post = stage.newsroom.feeds.find(({ address }) => address.includes('post'));
    if (post === undefined) throw new Error('the newsroom has no Harbour Post');
    await subscribe(page, post.address);
    await fetched(page);
    await open(page, 'The river that was moved');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('carrel-list-pane').isVisible()).toBe(false);
    expect(await page.locator('carrel-sources').isVisible()).toBe(false);
    expect(await page.locator('carrel-reading-line .line').isVisible()).toBe(false);
    expect(await page.locator('carrel-article-head .on-paper').innerText()).toContain('http');
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ format: 'A4' });
    // Each page is an object of its own in the file.
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    expect(await page.title()).toBe('Carrel');
  });
});
