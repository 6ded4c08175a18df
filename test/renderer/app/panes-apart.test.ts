import { beforeEach, expect, test } from 'vitest';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, row } from '../window.ts';

beforeEach(async () => {
  const fake = new FakeCarrel();
  fake.add();
  await openWindow(fake);
  await row('Article 1').click();
});

/** What scrolls in each pane: the elements it is in, and its selector. */
const panes: [string, string[], string][] = [
  ['the sources', ['carrel-sources'], '.tree'],
  ['the list', ['carrel-list-pane', 'carrel-list'], '.scroller'],
  ['the article', ['carrel-article'], '.page'],
];

// Chromium tells no page what it lays out; without this, a line of the article that changed had all
// of the sources laid out anew.
test.each(panes)('%s is laid out by itself', async (_, hosts, name) => {
  await expect.poll(() => containment(hosts, name)).toBe('strict');
});

function containment(hosts: string[], name: string): string | undefined {
  let root = document.querySelector('carrel-app')?.shadowRoot;
  for (const host of ['carrel-reader', ...hosts]) root = root?.querySelector(host)?.shadowRoot;
  const found = root?.querySelector(name);
  return found ? getComputedStyle(found).contain : undefined;
}
