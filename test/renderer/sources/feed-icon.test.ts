import { beforeEach, expect, test } from 'vitest';
import '../../../renderer/sources/carrel-feed-icon.ts';
import type { CarrelFeedIcon } from '../../../renderer/sources/carrel-feed-icon.ts';
import '../../../renderer/tokens.css';
import { wideHash } from '../article/sample.ts';
import { makeFeed } from '../made.ts';

// Icons are asked for relative to the document's address: here, beside the article's tests.
const base = document.createElement('base');
base.href = '/test/renderer/article/';

let icon: CarrelFeedIcon;
beforeEach(() => {
  document.head.append(base);
  icon = document.createElement('carrel-feed-icon');
  document.body.replaceChildren(icon);
});

const letter = () =>
  icon.shadowRoot?.querySelector<HTMLElement>('[data-letter]')?.dataset['letter'] ?? null;
const picture = () => {
  const image = icon.shadowRoot?.querySelector('img');
  return image instanceof HTMLImageElement && image.checkVisibility();
};

test('a feed without an icon has its first letter, past quotes and signs', async () => {
  icon.feed = makeFeed({ id: 1, title: '« Été »' });
  await icon.updateComplete;
  expect(letter()).toBe('É');
  expect(picture()).toBe(false);
});

test('an icon that cannot be shown leaves the letter', async () => {
  icon.feed = makeFeed({ id: 1, title: 'Tern', icon: 'f'.repeat(64) });
  await icon.updateComplete;
  const image = icon.shadowRoot?.querySelector('img');
  await new Promise((resolve) => image?.addEventListener('error', resolve, { once: true }));
  await icon.updateComplete;
  expect(letter()).toBe('T');
  expect(picture()).toBe(false);
});

test('an icon takes the place of the letter once it is loaded, and gives it back when it goes', async () => {
  const feed = makeFeed({ id: 1, title: 'Tern', icon: wideHash });
  icon.feed = feed;
  await expect.poll(picture).toBe(true);
  expect(letter()).toBeNull();
  icon.feed = { ...feed, icon: null };
  await icon.updateComplete;
  expect(letter()).toBe('T');
  expect(picture()).toBe(false);
});
