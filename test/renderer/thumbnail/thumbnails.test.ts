import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { html, render } from 'lit';
import { drawThumbnail } from '../../../renderer/thumbnail/draw-thumbnail.ts';
import { Thumbnails } from '../../../renderer/thumbnail/thumbnails.ts';
import { tallHash, wideHash } from '../article/sample.ts';

/** A red drawing, 40 × 20. */
const drawingHash = '560b9e3c0d99092a955be9b97a3bf47746c79ef8c34f25ca0973ab22b2833c43.svg';
const lostHash = 'lost.png';

const base = document.createElement('base');
base.href = '/test/renderer/article/';
beforeAll(() => document.head.append(base));

const wanted = new AbortController().signal;

describe('thumbnails', () => {
  let thumbnails: Thumbnails;
  beforeEach(() => {
    thumbnails = new Thumbnails();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('have as many pixels as are asked for on their shorter side', async () => {
    const wide = await thumbnails.make(wideHash, 72, wanted);
    const tall = await thumbnails.make(tallHash, 72, wanted);
    expect(wide).toMatchObject({ width: 116, height: 72 });
    expect(tall).toMatchObject({ width: 72, height: 120 });
  });

  test('are held, so that a file is read once', async () => {
    const made = await thumbnails.make(wideHash, 72, wanted);
    const read = vi.spyOn(window, 'fetch');
    expect(thumbnails.find(wideHash, 72)).toBe(made);
    expect(await thumbnails.make(wideHash, 72, wanted)).toBe(made);
    expect(thumbnails.find(wideHash, 144)).toBeNull();
    expect(read).not.toHaveBeenCalled();
  });

  test('are let go of when there are many, those not used for longest first', async () => {
    await thumbnails.make(wideHash, 8, wanted);
    const tall = await thumbnails.make(tallHash, 8, wanted);
    for (let at = 0; at < 99; at += 1) {
      thumbnails.find(wideHash, 8);
      await thumbnails.make(`${wideHash}?${at}`, 8, wanted);
    }
    expect(thumbnails.find(wideHash, 8)).not.toBeNull();
    expect(thumbnails.find(tallHash, 8)).toBeNull();
    // Its memory is given back.
    expect(tall).toMatchObject({ width: 0, height: 0 });
  });

  test('are none of a file that is not there, or is no picture', async () => {
    expect(await thumbnails.make(lostHash, 72, wanted)).toBeNull();
    vi.spyOn(window, 'fetch').mockResolvedValue(new Response('no picture'));
    expect(await thumbnails.make(lostHash, 72, wanted)).toBeNull();
  });

  test('are made of drawings too', async () => {
    const made = await thumbnails.make(drawingHash, 72, wanted);
    expect(made).toBeInstanceOf(HTMLImageElement);
  });

  test('are made two at a time, those asked for last first, and none that is not wanted', async () => {
    const asked: string[] = [];
    const answers: (() => void)[] = [];
    vi.spyOn(window, 'fetch').mockImplementation(async (address) => {
      asked.push(typeof address === 'string' ? address : '');
      await new Promise<void>((resolve) => answers.push(resolve));
      return new Response(null, { status: 404 });
    });
    const left = new AbortController();
    const all = ['a', 'b', 'c', 'd', 'e'].map((hash) =>
      thumbnails.make(hash, 72, hash === 'e' ? left.signal : wanted),
    );
    left.abort();
    expect(asked).toEqual(['media/a', 'media/b']);
    answers.shift()?.();
    await expect.poll(() => asked).toEqual(['media/a', 'media/b', 'media/d']);
    for (const answer of answers.splice(0)) answer();
    await expect.poll(() => asked).toHaveLength(4);
    expect(asked[3]).toBe('media/c');
    for (const answer of answers) answer();
    expect(await Promise.all(all)).toEqual([null, null, null, null, null]);
  });
});

describe('a canvas with a thumbnail', () => {
  const box = document.createElement('div');
  beforeEach(() => {
    document.body.append(box);
    render(null, box);
  });
  const show = (hash: string): HTMLCanvasElement => {
    render(html`<canvas width="1" height="1" ${drawThumbnail(hash, 72)}></canvas>`, box);
    const canvas = box.querySelector('canvas');
    if (canvas === null) throw new Error('test: there is no canvas');
    return canvas;
  };
  const pixel = (canvas: HTMLCanvasElement): number[] => [
    ...(canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ??
      []),
  ];

  test('is empty until it is made, and empty again for another file', async () => {
    const canvas = show(wideHash);
    expect(pixel(canvas)).toEqual([0, 0, 0, 0]);
    await expect.poll(() => [canvas.width, canvas.height]).toEqual([116, 72]);
    expect(pixel(canvas)[3]).toBe(255);
    expect(show(lostHash)).toBe(canvas);
    expect(pixel(canvas)).toEqual([0, 0, 0, 0]);
  });

  test('shows one that is held at once', async () => {
    const canvas = show(wideHash);
    await expect.poll(() => canvas.width).toBe(116);
    render(null, box);
    expect(show(wideHash).width).toBe(116);
  });

  test('shows a drawing in its own shape', async () => {
    const canvas = show(drawingHash);
    await expect.poll(() => [canvas.width, canvas.height]).toEqual([144, 72]);
    expect(pixel(canvas)).toEqual([204, 0, 0, 255]);
  });

  test('takes in nothing that comes when it has left the document', async () => {
    let answer = (): void => {};
    const late = new Promise<void>((resolve) => (answer = resolve));
    const fetch = window.fetch.bind(window);
    vi.spyOn(window, 'fetch').mockImplementation(async (address) => {
      await late;
      return fetch(address);
    });
    const canvas = show(tallHash);
    render(null, box);
    answer();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(canvas.width).toBe(1);
    vi.restoreAllMocks();
  });
});
