import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { factsInWords, fileName, kindOf, titleOf } from '../../../renderer/article/enclosures.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, resize, row } from '../window.ts';
import { article, enclosure, soundHash } from './sample.ts';
import { find, findAll, findKind, show, textOf } from './stage.ts';

describe('what a file is called', () => {
  test.each([
    ['no address at all', { address: 'nonsense', type: null }, 'file'],
    ['a wrongly encoded name', { address: 'https://x.example/%E0%A4%A', type: null }, '%E0%A4%A'],
    [
      'a name that would lead elsewhere',
      { address: 'https://x.example/..%2F..%5Cetc', type: null },
      '.. .. etc',
    ],
    [
      'a type without an ending',
      { address: 'https://x.example/play', type: 'audio/mpeg' },
      'play.mp3',
    ],
    ['a name in another script', { address: 'https://x.example/%E6%B3%A2.pdf' }, '波.pdf'],
  ])('%s', (_, changes, name) => {
    expect(fileName(enclosure(0, changes))).toBe(name);
  });

  test('its title, or else the name of its file', () => {
    expect(titleOf(enclosure(0, { title: 'The eels' }))).toBe('The eels');
    expect(titleOf(enclosure(0, { title: ' ' }))).toBe('episode-0.mp3');
  });
});

describe('what a file is', () => {
  test('is told by the ending where the type says nothing', () => {
    const address = 'https://x.example/a/Report.PDF?v=2';
    expect(kindOf(enclosure(0, { address, type: 'application/octet-stream' }))).toBe('pdf');
    expect(kindOf(enclosure(0, { address: 'https://x.example/a', type: null }))).toBe('file');
  });

  test('is said with its size and length, as far as they are known', () => {
    expect(factsInWords(enclosure(0))).toBe('Sound (MP3) · 48 MB · 43 min');
    const bare = { type: 'video/mp4; codecs=x', sizeBytes: 0, durationSeconds: null };
    expect(factsInWords(enclosure(0, bare))).toBe('Film (MP4)');
    const small = { sizeBytes: 9_960_000, durationSeconds: 4320 };
    expect(factsInWords(enclosure(0, small))).toBe('Sound (MP3) · 10 MB · 1 h 12 min');
  });
});

describe('the files of an article', () => {
  test('are none where no feed gave any', async () => {
    const view = await show(article());
    expect(findAll(view, 'section')).toEqual([]);
  });

  test('that failed say why, in words', async () => {
    const failure = { kind: 'http', message: 'enclosure: cannot fetch: 404 Not Found' } as const;
    const view = await show(article({ enclosures: [enclosure(0, { state: 'failed', failure })] }));
    expect(textOf(view)).toContain('404 Not Found');
    expect(find(view, 'section button').ariaLabel).toBe('Try again: episode-0.mp3');
  });

  test('that are kept but cannot be played say so, and can still be saved', async () => {
    const kept = enclosure(0, { state: 'kept', hash: 'f'.repeat(64) });
    const view = await show(article({ enclosures: [kept] }));
    await expect.poll(() => textOf(view)).toContain('It cannot be played here');
    expect(find(view, 'a[download]').getAttribute('download')).toBe('episode-0.mp3');
  });

  test('play from where they were left', async () => {
    const kept = enclosure(0, { state: 'kept', hash: soundHash, title: 'The eels' });
    const first = await show(article({ enclosures: [kept] }));
    const sound = findKind(first, HTMLAudioElement, 'audio');
    expect(sound.ariaLabel).toBe('The eels');
    await expect.poll(() => sound.duration).toBe(3);
    sound.currentTime = 1.5;
    await new Promise((resolve) => sound.addEventListener('timeupdate', resolve, { once: true }));
    first.remove();
    const second = await show(article({ enclosures: [kept] }));
    await expect.poll(() => findKind(second, HTMLAudioElement, 'audio').currentTime).toBe(1.5);
  });

  test('of a PDF are opened outside, those of other kinds only saved', async () => {
    const hash = 'a'.repeat(64);
    const pdf = enclosure(0, { type: 'application/pdf', title: 'Report', state: 'kept', hash });
    const book = enclosure(1, { type: 'application/epub+zip', title: 'Book', state: 'kept', hash });
    const view = await show(article({ enclosures: [pdf, book] }));
    const links = findAll(view, 'section a');
    expect(links.map((link) => link.ariaLabel)).toEqual([
      'Open Report',
      'Save a copy of Report',
      'Save a copy of Book',
    ]);
    expect(links[0]).toMatchObject({ target: '_blank', rel: 'noopener' });
    expect(findAll(view, 'audio, video')).toEqual([]);
  });
});

test('a file is downloaded, stopped, downloaded again and removed in the window', async () => {
  await resize('three panes');
  const fake = new FakeCarrel();
  const { id } = fake.add({ title: 'Episode', enclosures: [enclosure(0, { title: 'Eels' })] });
  await openWindow(fake);
  await row('Episode').click();
  fake.failNext('fetchEnclosure', { kind: 'disk-full', message: 'library: the disk is full' });
  await page.getByRole('button', { name: 'Download: Eels' }).click();
  await expect.element(page.getByText('library: the disk is full')).toBeVisible();
  await page.getByRole('button', { name: 'Download: Eels' }).click();
  await expect.element(page.getByText('Downloading…')).toBeVisible();
  await page.getByRole('button', { name: 'Stop: Eels' }).click();
  await page.getByRole('button', { name: 'Download: Eels' }).click();
  await expect.element(page.getByText('Downloading…')).toBeVisible();
  fake.change(id, {
    enclosures: [enclosure(0, { title: 'Eels', state: 'kept', hash: soundHash })],
  });
  await page.getByRole('button', { name: 'Remove the download of Eels' }).click();
  await expect.element(page.getByRole('button', { name: 'Download: Eels' })).toBeVisible();
  expect(fake.calls).toContainEqual(['removeEnclosure', id, 0]);
});

test('a file that was brought in with its article is not offered to be removed', async () => {
  await resize('three panes');
  const fake = new FakeCarrel();
  const address = 'saved://0123/Eels.pdf';
  const type = 'application/pdf';
  fake.add({
    title: 'Eels',
    enclosures: [enclosure(0, { title: 'Eels', state: 'kept', hash: soundHash, address, type })],
  });
  await openWindow(fake);
  await row('Eels').click();
  await expect.element(page.getByRole('link', { name: 'Save a copy of Eels' })).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Remove the download of Eels' }))
    .not.toBeInTheDocument();
});
