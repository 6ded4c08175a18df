import { expect, test } from 'vitest';
import { largestScale, panBy, wholeView, zoomAt } from '../../../renderer/gallery/zoom.ts';

const picture = { width: 800, height: 500 };
const stage = { width: 1000, height: 600 };

test('does not zoom beyond the largest scale, nor below the whole picture', () => {
  expect(zoomAt(wholeView, 1000, { x: 0, y: 0 }, picture, stage).scale).toBe(largestScale);
  expect(zoomAt(wholeView, 0.001, { x: 90, y: 9 }, picture, stage)).toEqual(wholeView);
});

test('leaves the spot under the pointer where it is', () => {
  const view = zoomAt(wholeView, 4, { x: 100, y: -50 }, picture, stage);
  // The spot was 100 px right of the middle of the picture; four times closer it is 400 px off.
  expect(view).toEqual({ scale: 4, x: -300, y: 150 });
});

test('pans no farther than the edges, and not at all what is smaller than the stage', () => {
  expect(panBy(wholeView, { x: 50, y: 50 }, picture, stage)).toEqual(wholeView);
  const close = { scale: 2, x: 0, y: 0 };
  expect(panBy(close, { x: 5000, y: -5000 }, picture, stage)).toEqual({
    scale: 2,
    x: 300,
    y: -200,
  });
});

test('comes back to the middle when it is zoomed out', () => {
  const corner = panBy({ scale: 8, x: 0, y: 0 }, { x: 9999, y: 9999 }, picture, stage);
  expect(zoomAt(corner, 0.01, { x: 0, y: 0 }, picture, stage)).toEqual(wholeView);
});
