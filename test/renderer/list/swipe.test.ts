import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, resize, row } from '../window.ts';

/** A finger on a row, and where it goes from there, in pixels to the right and down. */
function finger(name: string): (type: string, right: number, down: number) => void {
  const element = row(name).element();
  const { left, top, width, height } = element.getBoundingClientRect();
  return (type, right, down) => {
    element.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        pointerType: 'touch',
        isPrimary: true,
        bubbles: true,
        composed: true,
        clientX: left + width / 2 + right,
        clientY: top + height / 2 + down,
      }),
    );
  };
}

describe('a row under a finger', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('one pane');
    // The pointer is made up, and cannot be captured.
    Element.prototype.setPointerCapture = () => undefined;
    fake = new FakeCarrel();
    fake.add({ title: 'Harbour' });
    await openWindow(fake);
    await expect.element(row('Harbour')).toBeVisible();
  });

  const acts = () =>
    fake.calls.filter(([method]) => method === 'markRead' || method === 'bookmark');

  test('that swipes to the right is marked read, and shows so before', async () => {
    const move = finger('Harbour');
    move('pointerdown', 0, 0);
    move('pointermove', 40, 3);
    await expect.element(page.getByText('Mark as read')).toBeVisible();
    move('pointermove', 100, 3);
    move('pointerup', 100, 3);
    expect(acts()).toEqual([['markRead', [1], true]]);
    await expect.element(page.getByText('Mark as read')).not.toBeInTheDocument();
  });

  test('that swipes to the left is bookmarked', async () => {
    const move = finger('Harbour');
    move('pointerdown', 0, 0);
    move('pointermove', -120, 0);
    move('pointerup', -120, 0);
    expect(acts()).toEqual([['bookmark', [1], true]]);
  });

  test('that does not go far enough does nothing, nor one that comes back', async () => {
    const move = finger('Harbour');
    move('pointerdown', 0, 0);
    move('pointermove', 120, 0);
    move('pointermove', 30, 0);
    move('pointerup', 30, 0);
    expect(acts()).toEqual([]);
    await expect.element(page.getByText('Mark as read')).not.toBeInTheDocument();
  });

  test('that goes up or down first scrolls, wherever it goes then', async () => {
    const move = finger('Harbour');
    move('pointerdown', 0, 0);
    move('pointermove', 5, 20);
    move('pointermove', 150, 30);
    move('pointerup', 150, 30);
    expect(acts()).toEqual([]);
    expect(getComputedStyle(row('Harbour').element()).touchAction).toBe('pan-y');
  });

  test('that the browser takes for scrolling goes back to its place', async () => {
    const move = finger('Harbour');
    move('pointerdown', 0, 0);
    move('pointermove', 120, 0);
    await expect.element(page.getByText('Mark as read')).toBeVisible();
    move('pointercancel', 120, 0);
    await expect.element(page.getByText('Mark as read')).not.toBeInTheDocument();
    expect(acts()).toEqual([]);
  });
});
