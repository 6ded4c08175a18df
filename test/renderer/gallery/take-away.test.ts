import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { picture, wideHash } from '../article/sample.ts';
import { find } from '../article/stage.ts';
import { named, openAt, press } from './stage.ts';

const notice = (view: Element): string => find(view, '.notice').textContent.trim();

/** What was put on the clipboard, in place of the real one, which a test may not read. */
function watchClipboard(): ClipboardItem[] {
  const taken: ClipboardItem[] = [];
  vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => {
    // As the real one does, it takes all kinds, or none and rejects.
    await Promise.all(items.flatMap((item) => item.types.map((type) => item.getType(type))));
    taken.push(...items);
  });
  return taken;
}

const textOf = async (item: ClipboardItem | undefined, type: string): Promise<string> =>
  (await item?.getType(type))?.text() ?? '';

/** The addresses of the files that were handed over to be saved, and that are not. */
function watchDownloads(): string[] {
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push(this.href);
  });
  return saved;
}

afterEach(() => vi.restoreAllMocks());

describe('copying a picture', () => {
  test('that the clipboard refuses says so, until the next picture', async () => {
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(
      new DOMException('no', 'NotAllowedError'),
    );
    const view = await openAt([picture(0), picture(1)], 0);
    await press('c');
    await expect.poll(() => notice(view)).toContain('refused the clipboard');
    expect(find(view, '.notice').getAttribute('role')).toBe('status');
    await press('{ArrowRight}');
    expect(notice(view)).toBe('');
  });

  test('is not offered for one that is missing or does not decode', async () => {
    const taken = watchClipboard();
    const view = await openAt(
      [picture(0, { hash: null }), picture(1, { hash: 'e'.repeat(64) })],
      0,
    );
    expect(named(view, 'Copy picture').disabled).toBe(true);
    await press('c{ArrowRight}');
    await expect.poll(() => named(view, 'Copy picture').disabled).toBe(true);
    await press('c');
    expect([taken.length, notice(view)]).toEqual([0, '']);
  });

  test('takes it as PNG, and its caption and credit as text and beside it', async () => {
    const taken = watchClipboard();
    const view = await openAt([picture(0, { caption: 'Ships & <boats>', alt: 'Boats' })], 0);
    await press('c');
    await expect.poll(() => notice(view)).toBe('Picture copied.');
    const [item] = taken;
    expect(await textOf(item, 'text/plain')).toBe('Ships & <boats>\nCredit 1');
    const png = await item?.getType('image/png');
    const bitmap = await createImageBitmap(png ?? new Blob());
    expect([bitmap.width, bitmap.height]).toEqual([640, 400]);
    const html = new DOMParser().parseFromString(await textOf(item, 'text/html'), 'text/html');
    expect(html.querySelector('figcaption')?.textContent).toBe('Ships & <boats>Credit 1');
    expect(html.querySelector('img')?.src).toMatch(/^data:image\/png;base64,/u);
  });

  test('without a word takes the picture alone', async () => {
    const taken = watchClipboard();
    const view = await openAt([picture(0, { caption: '', credit: '' })], 0);
    await userEvent.click(named(view, 'Copy picture'));
    await expect.poll(() => taken[0]?.types).toEqual(['image/png']);
  });

  test('leaves the system’s own copying of selected words alone', async () => {
    const taken = watchClipboard();
    await openAt([picture(0)], 0);
    await press('{Control>}c{/Control}');
    expect(taken).toEqual([]);
  });
});

describe('saving a picture', () => {
  test('whose file is gone says so, and hands nothing over', async () => {
    const saved = watchDownloads();
    vi.spyOn(window, 'fetch').mockResolvedValue(new Response(null, { status: 404 }));
    const view = await openAt([picture(0)], 0);
    await press('s');
    await expect.poll(() => notice(view)).toContain('cannot be read from the library');
    expect(saved).toEqual([]);
  });

  test('names the file by the caption, or else by the headline and its place', async () => {
    const saved = watchDownloads();
    const long = 'A caption that goes on. '.repeat(40);
    const view = await openAt(
      [picture(0), picture(1, { caption: '' }), picture(2, { caption: long })],
      0,
    );
    await press('s');
    await expect.poll(() => notice(view)).toContain('handed over');
    await press('{ArrowRight}s');
    await expect.poll(() => saved.length).toBe(2);
    await press('{ArrowRight}');
    await userEvent.click(named(view, 'Save picture'));
    await expect.poll(() => saved.length).toBe(3);
    const names = saved.map((address) => new URL(address).searchParams.get('save'));
    expect(names.slice(0, 2)).toEqual(['Caption 1', 'The Night Pilots 2']);
    expect(names[2]?.length).toBe(200);
    expect(new URL(saved[0] ?? '').pathname).toMatch(new RegExp(`/media/${wideHash}$`, 'u'));
  });
});
