import { userEvent } from 'vitest/browser';
import type { Picture } from '../../../contract/types.ts';
import type { CarrelArticle } from '../../../renderer/article/carrel-article.ts';
import { article, picture, tallHash, wideHash } from '../article/sample.ts';
import { find, findAll, findKind, nextFrames, show } from '../article/stage.ts';

/**
 * So many pictures, wide and tall ones in turn, each a file of its own for the browser: one that it
 * has already would be there without having been held.
 */
export function pictures(count: number): Picture[] {
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? picture(index, { hash: `${wideHash}?${index}` })
      : picture(index, { hash: `${tallHash}?${index}`, width: 300, height: 500 }),
  );
}

/** Shows an article with these pictures in its text. */
export async function showWith(pictureList: Picture[], changes = {}): Promise<CarrelArticle> {
  const html = pictureList.map(({ ordinal }) => `<figure data-picture="${ordinal}"></figure>`);
  return show(article({ html: html.join('<p>between</p>'), pictureList, ...changes }));
}

/** Shows an article with these pictures, and its gallery at one of them, come to rest. */
export async function openAt(
  pictureList: Picture[],
  index: number,
  changes = {},
): Promise<CarrelArticle> {
  const view = await showWith(pictureList, changes);
  view.openGallery(index);
  await settled();
  return view;
}

/** Until nothing moves any more. */
export async function settled(): Promise<void> {
  await nextFrames();
  const running = [document, ...roots(document)]
    .flatMap((root) => root.getAnimations())
    // What turns for as long as something is awaited never ends.
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(running.map((animation) => animation.finished));
  await nextFrames();
}

/** Presses the opener of a picture in the text. */
export async function open(view: CarrelArticle, index: number): Promise<void> {
  const opener = findAll(view, 'figure .open')[index];
  opener?.focus();
  await userEvent.keyboard('{Enter}');
  await nextFrames();
}

export async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
  await nextFrames();
}

export const counter = (view: Element): string => find(view, '.counter').textContent;
export const dialog = (view: Element): HTMLDialogElement =>
  findKind(view, HTMLDialogElement, 'dialog');
export const named = (view: Element, name: string): HTMLButtonElement =>
  findKind(view, HTMLButtonElement, `dialog button[aria-label="${name}"]`);
export const scaleOf = (view: Element): number =>
  new DOMMatrix(getComputedStyle(find(view, '.stage > img')).transform).a;

/** What a pointer does on the stage, in client coordinates. */
export function point(
  view: Element,
  type: string,
  clientX: number,
  clientY: number,
  pointerId = 1,
): void {
  const stage = find(view, '.stage');
  // A made-up pointer cannot be captured.
  stage.setPointerCapture = () => {};
  stage.dispatchEvent(
    new PointerEvent(type, { clientX, clientY, pointerId, bubbles: true, button: 0 }),
  );
}

function roots(within: Document | ShadowRoot): ShadowRoot[] {
  const own = [...within.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...own, ...own.flatMap((root) => roots(root))];
}
