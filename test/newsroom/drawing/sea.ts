/** Water: the open sea, the lighthouse, boats, and the harbour with its cranes. */
import { between, chanceOf, clouds, glow, linear, mix, n, pick, range, svg } from './kit.ts';
import type { Canvas } from './kit.ts';

export interface Sea {
  sky: string[];
  water: string[];
  light: string;
  sunX?: number;
  sunY?: number;
  cloud?: string;
  cover?: number;
  horizon?: number;
}

/** Sky, sun and water with the sun's path of glints; what floats on it comes on top. */
export function seascape(
  canvas: Canvas,
  look: Sea,
): { defs: string; body: string; horizon: number } {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const { sunX = 0.6, sunY = 0.4, horizon = 0.56 } = look;
  const line = height * horizon;
  let defs = linear('sky', look.sky) + linear('water', look.water) + glow('sun', look.light, 0.95);
  let body = `<rect width="${width}" height="${n(line + 1)}" fill="url(#sky)"/><circle cx="${n(sunX * width)}" cy="${n(sunY * height)}" r="${n(width * 0.34)}" fill="url(#sun)"/><circle cx="${n(sunX * width)}" cy="${n(sunY * height)}" r="${n(width * 0.03)}" fill="${mix(look.light, '#ffffff', 0.6)}"/>`;
  if (look.cloud) {
    const band = clouds(
      canvas,
      'cloud',
      look.cloud,
      -height * 0.08,
      line * 1.12,
      look.cover ?? 0.55,
    );
    defs += band.defs;
    body += band.body;
  }
  body += `<rect y="${n(line)}" width="${width}" height="${n(height - line)}" fill="url(#water)"/>`;
  for (const _ of range(620)) {
    const depth = chance() ** 1.6;
    const y = line + depth * (height - line) + 1;
    const spread = width * (0.02 + depth * 0.16);
    const lit = chance() < 0.55;
    const x = lit ? sunX * width + (chance() + chance() - 1) * spread : chance() * width;
    const long = (4 + depth * 46) * between(chance, 0.4, 1.3) * (width / 1600);
    body += `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(long)}" ry="${n(Math.max(0.6, long * 0.055))}" fill="${lit ? mix(look.light, '#ffffff', 0.35) : mix(look.water[0] ?? '#ffffff', '#ffffff', 0.35)}" opacity="${n(lit ? between(chance, 0.3, 0.9) : between(chance, 0.05, 0.25))}"/>`;
  }
  return { defs, body, horizon: line };
}

/** A striped tower on a rock. `size` is its height. */
export function lighthouse(
  x: number,
  foot: number,
  size: number,
  rock: string,
  lamp: string,
): string {
  const [bottom, top] = [size * 0.125, size * 0.08];
  const at = (share: number): number => bottom + (top - bottom) * share;
  const bands = range(5)
    .map((band) => {
      const [low, high] = [band / 5, (band + 1) / 5];
      const [y1, y2] = [foot - low * size * 0.8, foot - high * size * 0.8];
      const path = `M${n(x - at(low))},${n(y1)}L${n(x + at(low))},${n(y1)}L${n(x + at(high))},${n(y2)}L${n(x - at(high))},${n(y2)}Z`;
      return `<path d="${path}" fill="${band % 2 ? '#a8322d' : '#f2ece0'}"/>`;
    })
    .join('');
  const shade = `<path d="M${n(x)},${n(foot)}L${n(x + bottom)},${n(foot)}L${n(x + top)},${n(foot - size * 0.8)}L${n(x + top * 0.2)},${n(foot - size * 0.8)}Z" fill="#20242c" opacity=".3"/>`;
  const head = foot - size * 0.8;
  const rocks = range(9)
    .map((index) => {
      const w = size * (0.75 - index * 0.05);
      const shift = Math.sin(index * 2.3) * size * 0.16;
      const y = foot - size * 0.02 + (8 - index) * size * 0.022;
      return `<path d="M${n(x - w + shift)},${n(y + size * 0.06)}L${n(x - w * 0.7 + shift)},${n(y - size * 0.02)}L${n(x - w * 0.2)},${n(y - size * 0.045)}L${n(x + w * 0.4 + shift)},${n(y - size * 0.03)}L${n(x + w * 0.8)},${n(y + size * 0.01)}L${n(x + w)},${n(y + size * 0.06)}Z" fill="${mix(rock, '#000000', 0.3 - index * 0.035)}"/>`;
    })
    .join('');
  return `${rocks}${bands}${shade}<rect x="${n(x - top * 1.5)}" y="${n(head - size * 0.02)}" width="${n(top * 3)}" height="${n(size * 0.022)}" fill="#262a31"/><rect x="${n(x - top * 0.75)}" y="${n(head - size * 0.12)}" width="${n(top * 1.5)}" height="${n(size * 0.1)}" fill="${lamp}"/><path d="M${n(x - top * 0.25)},${n(head - size * 0.12)}v${n(size * 0.1)}M${n(x + top * 0.25)},${n(head - size * 0.12)}v${n(size * 0.1)}" stroke="#262a31" stroke-width="${n(size * 0.008)}"/><path d="M${n(x - top)},${n(head - size * 0.115)}Q${n(x - top * 0.7)},${n(head - size * 0.19)} ${n(x)},${n(head - size * 0.2)}Q${n(x + top * 0.7)},${n(head - size * 0.19)} ${n(x + top)},${n(head - size * 0.115)}Z" fill="#8f2a26"/>`;
}

export function sailboat(x: number, y: number, size: number, hull: string, sail: string): string {
  return `<path d="M${n(x)},${n(y - size * 0.1)}L${n(x)},${n(y - size * 1.5)}Q${n(x + size * 0.62)},${n(y - size * 0.6)} ${n(x + size * 0.7)},${n(y - size * 0.14)}Z" fill="${sail}"/><path d="M${n(x - size * 0.06)},${n(y - size * 0.14)}L${n(x - size * 0.06)},${n(y - size * 1.25)}Q${n(x - size * 0.2)},${n(y - size * 0.5)} ${n(x - size * 0.5)},${n(y - size * 0.16)}Z" fill="${mix(sail, '#000000', 0.16)}"/><path d="M${n(x - size * 0.62)},${n(y - size * 0.08)}H${n(x + size * 0.76)}Q${n(x + size * 0.55)},${n(y + size * 0.14)} ${n(x + size * 0.3)},${n(y + size * 0.14)}H${n(x - size * 0.4)}Q${n(x - size * 0.56)},${n(y + size * 0.1)} ${n(x - size * 0.62)},${n(y - size * 0.08)}Z" fill="${hull}"/><ellipse cx="${n(x)}" cy="${n(y + size * 0.2)}" rx="${n(size * 0.8)}" ry="${n(size * 0.06)}" fill="${hull}" opacity=".35"/>`;
}

/** The sea with its lighthouse, and boats if any. */
export function coast(
  canvas: Canvas,
  look: Sea,
  options: { tower?: number; boats?: number; beam?: boolean },
): string {
  const { width, height } = canvas;
  const chance = chanceOf(canvas.seed + 4);
  const scene = seascape(canvas, look);
  let { defs, body } = scene;
  for (const index of range(options.boats ?? 0)) {
    const depth = 0.08 + chance() * 0.4;
    body += sailboat(
      width * (0.1 + index * 0.23 + chance() * 0.08),
      scene.horizon + depth * (height - scene.horizon),
      width * (0.012 + depth * 0.075),
      pick(chance, ['#23313f', '#5b2a26', '#2f4a45']),
      pick(chance, ['#f5eddc', '#e9c9a0', '#c9573f']),
    );
  }
  if (options.tower !== undefined) {
    const [x, foot, size] = [width * options.tower, scene.horizon + height * 0.06, height * 0.5];
    if (options.beam) {
      defs += linear('beam', ['#fff3c4', '#fff3c4'], { across: true, opacity: [0.55, 0] });
      body += `<path d="M${n(x)},${n(foot - size * 0.88)}L${n(x + width * 0.75)},${n(foot - size * 1.25)}V${n(foot - size * 0.7)}Z" fill="url(#beam)"/>`;
    }
    body += lighthouse(
      x,
      foot,
      size,
      mix(look.water.at(-1) ?? '#222222', '#3a332c', 0.6),
      '#ffe9a8',
    );
  }
  return svg(canvas, defs, body);
}

function gantry(x: number, foot: number, size: number, color: string): string {
  const w = n(size * 0.022);
  const line = (d: string, width = w): string =>
    `<path d="${d}" stroke="${color}" stroke-width="${width}" fill="none" stroke-linejoin="round"/>`;
  const top = foot - size * 0.62;
  return `${line(`M${n(x - size * 0.16)},${n(foot)}V${n(top)}M${n(x + size * 0.16)},${n(foot)}V${n(top)}M${n(x - size * 0.16)},${n(foot - size * 0.22)}H${n(x + size * 0.16)}M${n(x - size * 0.16)},${n(foot - size * 0.22)}L${n(x + size * 0.16)},${n(top)}`)}${line(`M${n(x - size * 0.42)},${n(top)}H${n(x + size * 0.92)}`, n(size * 0.034))}${line(`M${n(x - size * 0.16)},${n(top)}L${n(x + size * 0.04)},${n(foot - size)}L${n(x + size * 0.16)},${n(top)}`)}${line(`M${n(x + size * 0.04)},${n(foot - size)}L${n(x + size * 0.88)},${n(top)}M${n(x + size * 0.04)},${n(foot - size)}L${n(x + size * 0.5)},${n(top)}M${n(x + size * 0.04)},${n(foot - size)}L${n(x - size * 0.4)},${n(top)}`, n(size * 0.007))}${line(`M${n(x + size * 0.6)},${n(top)}v${n(size * 0.22)}`, n(size * 0.006))}<rect x="${n(x + size * 0.53)}" y="${n(top + size * 0.22)}" width="${n(size * 0.14)}" height="${n(size * 0.055)}" fill="#b9552f"/><rect x="${n(x - size * 0.38)}" y="${n(top - size * 0.09)}" width="${n(size * 0.16)}" height="${n(size * 0.09)}" fill="${color}"/>`;
}

function freighter(canvas: Canvas, x: number, water: number, long: number, hull: string): string {
  const chance = chanceOf(canvas.seed + 21);
  const high = long * 0.075;
  const boxes = range(21)
    .flatMap((column) =>
      range(2 + Math.floor(chance() * 4)).map(
        (row) =>
          `<rect x="${n(x + long * (0.06 + column * 0.036))}" y="${n(water - high - (row + 1) * long * 0.021)}" width="${n(long * 0.0345)}" height="${n(long * 0.0195)}" fill="${pick(chance, ['#b4513a', '#2f5d73', '#c99a3b', '#4f6b50', '#8d8f8c', '#7a3344', '#d8cdb8'])}"/>`,
      ),
    )
    .join('');
  const bridge = x + long * 0.845;
  return `${boxes}<rect x="${n(bridge)}" y="${n(water - high * 3.1)}" width="${n(long * 0.055)}" height="${n(high * 2.2)}" fill="#e8e2d4"/>${range(
    4,
  )
    .map(
      (row) =>
        `<rect x="${n(bridge + long * 0.004)}" y="${n(water - high * (2.9 - row * 0.5))}" width="${n(long * 0.047)}" height="${n(high * 0.16)}" fill="#35424f"/>`,
    )
    .join(
      '',
    )}<rect x="${n(bridge + long * 0.062)}" y="${n(water - high * 2.6)}" width="${n(long * 0.026)}" height="${n(high * 1.7)}" fill="#c2502f"/><path d="M${n(x - long * 0.03)},${n(water - high * 1.15)}L${n(x + long * 0.06)},${n(water - high)}H${n(x + long * 0.97)}L${n(x + long * 0.955)},${n(water + high * 0.2)}H${n(x + long * 0.02)}Z" fill="${hull}"/><path d="M${n(x + long * 0.015)},${n(water + high * 0.02)}H${n(x + long * 0.957)}v${n(high * 0.18)}H${n(x + long * 0.022)}Z" fill="#8c2f27"/>`;
}

/** Cranes and a freighter at the quay, and all of it again in the water. */
export function harbour(canvas: Canvas, look: Sea, cranes: number): string {
  const { width, height } = canvas;
  const chance = chanceOf(canvas.seed + 8);
  const { defs, body, horizon } = seascape(canvas, look);
  const dark = mix(look.water.at(-1) ?? '#111111', '#12161d', 0.7);
  const far = mix(dark, look.sky.at(-1) ?? dark, 0.45);
  const sheds = range(26)
    .map(
      (index) =>
        `<rect x="${n(index * width * 0.042 - 10)}" y="${n(horizon - height * between(chance, 0.015, 0.06))}" width="${n(width * 0.045)}" height="${n(height * 0.08)}" fill="${far}"/>`,
    )
    .join('');
  const rows = range(cranes)
    .map((index) =>
      gantry(
        width * (0.12 + (index * 0.8) / cranes),
        horizon,
        height * between(chance, 0.34, 0.46),
        mix(dark, far, index % 2 ? 0.35 : 0),
      ),
    )
    .join('');
  const port = `<g clip-path="url(#above)">${sheds}${rows}${freighter(canvas, width * 0.24, horizon, width * 0.62, mix(dark, '#22455c', 0.5))}</g>`;
  const lamps = range(14)
    .map(
      () =>
        `<circle cx="${n(chance() * width)}" cy="${n(horizon - height * between(chance, 0.02, 0.3))}" r="${n(width * 0.0016)}" fill="#ffe6a6"/>`,
    )
    .join('');
  const more = `<clipPath id="above"><rect width="${width}" height="${n(horizon)}"/></clipPath><filter id="ripple" x="0" y="0" width="100%" height="100%"><feTurbulence type="turbulence" baseFrequency=".006 .09" numOctaves="2" seed="4"/><feDisplacementMap in="SourceGraphic" scale="${n(width / 60)}"/><feGaussianBlur stdDeviation="1.6"/></filter>`;
  const mirror = `<g transform="translate(0 ${n(horizon * 2)}) scale(1 -1)" opacity=".5" filter="url(#ripple)">${port}</g>`;
  return svg(canvas, defs + more, `${body}${mirror}${port}${lamps}`);
}
