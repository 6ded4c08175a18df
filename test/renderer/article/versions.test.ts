import { afterEach, expect, test } from 'vitest';
import type { Version } from '../../../contract/types.ts';
import '../../../renderer/article/carrel-article-head.ts';
import '../../../renderer/article/carrel-versions.ts';
import type { ExtractAgainEvent, VersionShowEvent } from '../../../renderer/article/events.ts';
import { article } from './sample.ts';

afterEach(() => document.body.replaceChildren());

function version(id: number, changes: Partial<Version> = {}): Version {
  return {
    id,
    madeAt: Date.UTC(2026, 2, 9),
    fetchedAt: Date.UTC(2026, 2, 9, 18, 22),
    textFrom: 'page',
    wordCount: 1400,
    extractor: 'carrel-2',
    shown: false,
    ...changes,
  };
}

async function show<N extends 'carrel-versions' | 'carrel-article-head'>(
  name: N,
  versions: Version[],
): Promise<HTMLElementTagNameMap[N]> {
  const element = document.createElement(name);
  element.article = article({ id: 7, versions });
  document.body.append(element);
  await element.updateComplete;
  return element;
}

function button(element: HTMLElement, text: string): HTMLButtonElement | undefined {
  const buttons = element.shadowRoot?.querySelectorAll('button') ?? [];
  return [...buttons].find((one) => one.textContent.trim() === text);
}

test('an article with the feed’s text alone has no versions to choose from', async () => {
  const element = await show('carrel-versions', [
    version(1, { textFrom: 'feed', fetchedAt: null, shown: true }),
  ]);
  expect(element.shadowRoot?.textContent.trim()).toBe('');
});

test('each version says where it is from and how long it is, and can be shown', async () => {
  const element = await show('carrel-versions', [
    version(3, { wordCount: 120 }),
    version(2, { shown: true }),
    version(1, { textFrom: 'feed', fetchedAt: null, wordCount: 1 }),
  ]);
  const lines = [...(element.shadowRoot?.querySelectorAll('li') ?? [])];
  expect(lines.map((line) => line.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    expect.stringMatching(/^From the page of .*2026.* · 120 words Show$/),
    expect.stringMatching(/^From the page of .*2026.* · 1,400 words Shown$/),
    'From the feed · 1 word Show',
  ]);
  const asked: VersionShowEvent[] = [];
  document.body.addEventListener('version-show', (event) => asked.push(event), { once: true });
  lines[0]?.querySelector('button')?.click();
  expect(asked).toMatchObject([{ id: 7, version: 3 }]);
});

test('the kept page can be read anew', async () => {
  const element = await show('carrel-versions', [version(1, { shown: true })]);
  const asked: ExtractAgainEvent[] = [];
  document.body.addEventListener('extract-again', (event) => asked.push(event), { once: true });
  button(element, 'Read the kept page anew')?.click();
  expect(asked).toMatchObject([{ id: 7 }]);
});

test('the head says that a newer version is kept and much shorter, and leads to it', async () => {
  const element = await show('carrel-article-head', [
    version(2, { wordCount: 120 }),
    version(1, { shown: true }),
  ]);
  expect(element.shadowRoot?.textContent).toContain(
    'A newer version of this text is kept, and much shorter: 120 words instead of 1,400 words.',
  );
  const asked: VersionShowEvent[] = [];
  document.body.addEventListener('version-show', (event) => asked.push(event), { once: true });
  button(element, 'Show the newer version')?.click();
  expect(asked).toMatchObject([{ id: 7, version: 2 }]);
});

test.each([
  ['the newest is shown', [version(2, { shown: true }), version(1)]],
  [
    'only the feed’s text is newer',
    [version(2, { textFrom: 'feed' }), version(1, { shown: true })],
  ],
])('the head says nothing of versions where %s', async (_, versions) => {
  const element = await show('carrel-article-head', versions);
  expect(element.shadowRoot?.textContent).not.toContain('newer version');
});
