/**
 * The arithmetic of looking closer: how large the picture is drawn and where, as a scale and a
 * shift (CSS pixels) from the middle of the stage. A scale of 1 shows the whole picture.
 */

export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export const wholeView: View = { scale: 1, x: 0, y: 0 };

/** Eight times the size that fits: enough for the print in a photographed newspaper. */
export const largestScale = 8;

/**
 * The view with another scale, the spot under a point standing still, kept within bounds.
 *
 * @param factor by how much closer (above 1) or farther (below 1).
 * @param point from the middle of the stage.
 * @param picture its size at scale 1; @param stage the room there is.
 */
export function zoomAt(view: View, factor: number, point: Point, picture: Size, stage: Size): View {
  const scale = Math.min(largestScale, Math.max(1, view.scale * factor));
  const grown = scale / view.scale;
  return withinBounds(
    {
      scale,
      x: point.x - (point.x - view.x) * grown,
      y: point.y - (point.y - view.y) * grown,
    },
    picture,
    stage,
  );
}

/** The view moved by a distance, kept within bounds. */
export function panBy(view: View, by: Point, picture: Size, stage: Size): View {
  return withinBounds({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, stage);
}

/** In this time a gliding picture covers 63 % of its way: what scrolling by a finger has made usual. */
const glideMs = 325;

/**
 * Where a picture comes to rest that was let go at a velocity (CSS pixels a millisecond): where it
 * would without edges, or at the edge.
 */
export function restOf(view: View, velocity: Point, picture: Size, stage: Size): View {
  return panBy(view, { x: velocity.x * glideMs, y: velocity.y * glideMs }, picture, stage);
}

/** A picture on its way to rest, so many milliseconds after it was let go: ever slower. */
export function glide(from: View, rest: View, elapsedMs: number): View {
  const left = Math.exp(-elapsedMs / glideMs);
  return {
    scale: rest.scale,
    x: rest.x + (from.x - rest.x) * left,
    y: rest.y + (from.y - rest.y) * left,
  };
}

/** No edge of the picture comes farther in than the stage's; what is smaller stays in the middle. */
function withinBounds(view: View, picture: Size, stage: Size): View {
  const spareX = Math.max(0, (picture.width * view.scale - stage.width) / 2);
  const spareY = Math.max(0, (picture.height * view.scale - stage.height) / 2);
  return {
    scale: view.scale,
    x: Math.min(spareX, Math.max(-spareX, view.x)),
    y: Math.min(spareY, Math.max(-spareY, view.y)),
  };
}
