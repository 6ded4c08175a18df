/** The frames of the animated picture. */
import { linear, n, range, svg } from './kit.ts';
import type { Canvas } from './kit.ts';
import { lighthouse, seascape } from './sea.ts';

/** A lighthouse at night; its beam turns once in `count` frames. Few colours, as a GIF needs. */
export function lighthouseFrames(canvas: Canvas, count: number): string[] {
  const { width, height } = canvas;
  const scene = seascape(canvas, {
    sky: ['#0b1530', '#16294d', '#3b4f74'],
    water: ['#23406a', '#0a1428'],
    light: '#cfdcf5',
    sunX: 0.8,
    sunY: 0.2,
    horizon: 0.64,
  });
  const [x, foot, size] = [width * 0.34, scene.horizon + height * 0.06, height * 0.56];
  const lamp = foot - size * 0.86;
  return range(count).map((frame) => {
    const angle = (frame / count) * Math.PI * 2;
    const [reach, open] = [
      Math.cos(angle) * width * 1.1,
      height * (0.1 + 0.1 * (1 + Math.sin(angle))),
    ];
    const near = 0.35 + 0.3 * (1 + Math.sin(angle)) * 0.5;
    const beam = `<path d="M${n(x)},${n(lamp)}L${n(x + reach)},${n(lamp - open)}V${n(lamp + open * 0.7)}Z" fill="#ffeeb0" opacity="${n(near)}"/>`;
    const flash = Math.max(0, Math.sin(angle)) ** 6;
    return svg(
      canvas,
      scene.defs + linear('unused', ['#000000', '#000000']),
      `${scene.body}${beam}${lighthouse(x, foot, size, '#1b1f2b', '#ffe9a8')}<circle cx="${n(x)}" cy="${n(lamp)}" r="${n(size * (0.07 + flash * 0.22))}" fill="#fff3c8" opacity="${n(0.4 + flash * 0.5)}"/>`,
      { grain: 0, vignette: 0 },
    );
  });
}
