/** The drawing tools that all scenes share: seeded chance, colours, noise, SVG pieces. */

export type Chance = () => number;

/** A seeded random generator (mulberry32): the same picture from the same seed, everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function between(chance: Chance, low: number, high: number): number {
  return low + chance() * (high - low);
}

export function pick<T>(chance: Chance, list: readonly T[]): T {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new Error('newsroom: nothing to pick from');
  return one;
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** `#rrggbb` as three numbers. */
export function rgb(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function mix(a: string, b: string, share: number): string {
  const [from, to] = [rgb(a), rgb(b)];
  const parts = from.map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * share));
  return `#${parts.map((part) => Math.max(0, Math.min(255, part)).toString(16).padStart(2, '0')).join('')}`;
}

/** Colour along a list of colours, `at` from 0 to 1. */
export function along(colors: readonly string[], at: number): string {
  const place = Math.max(0, Math.min(0.9999, at)) * (colors.length - 1);
  const index = Math.floor(place);
  return mix(colors[index] ?? '#000000', colors[index + 1] ?? '#000000', place - index);
}

function hash(x: number, y: number, seed: number): number {
  let value =
    Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(seed, 2_147_483_647);
  value = Math.imul(value ^ (value >>> 13), 1_274_126_177);
  return ((value ^ (value >>> 16)) >>> 0) / 4_294_967_296;
}

function valueNoise(x: number, y: number, seed: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  const [sx, sy] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
  const upper = hash(left, top, seed) * (1 - sx) + hash(left + 1, top, seed) * sx;
  const lower = hash(left, top + 1, seed) * (1 - sx) + hash(left + 1, top + 1, seed) * sx;
  return upper * (1 - sy) + lower * sy;
}

/** Fractal noise, 0 to 1: octaves of value noise, each half as strong and twice as fine. */
export function noise(x: number, y: number, seed: number, octaves = 5): number {
  let [sum, weight, total] = [0, 1, 0];
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * valueNoise(x * 2 ** octave, y * 2 ** octave, seed + octave * 17);
    total += weight;
    weight /= 2;
  }
  return sum / total;
}

export function n(value: number): string {
  return value.toFixed(1);
}

export function points(list: [number, number][]): string {
  return list.map(([x, y]) => `${n(x)},${n(y)}`).join(' ');
}

/** A vertical gradient (or horizontal, or radial) with evenly spaced colours. */
export function linear(
  id: string,
  colors: string[],
  options: { across?: boolean; opacity?: number[] } = {},
): string {
  const stops = colors.map((color, index) => {
    const opacity = options.opacity?.[index];
    return `<stop offset="${n((index / (colors.length - 1)) * 100)}%" stop-color="${color}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`;
  });
  const end = options.across ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
  return `<linearGradient id="${id}" x1="0" y1="0" ${end}>${stops.join('')}</linearGradient>`;
}

/** A soft light: the colour in the middle, nothing at the rim. */
export function glow(id: string, color: string, strength = 1): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${color}" stop-opacity="${strength}"/><stop offset="35%" stop-color="${color}" stop-opacity="${strength * 0.38}"/><stop offset="100%" stop-color="${color}" stop-opacity="0"/></radialGradient>`;
}

export interface Canvas {
  width: number;
  height: number;
  seed: number;
}

/** Wraps a drawing: definitions, drawing, then vignette and a fine grain over everything. */
export function svg(
  canvas: Canvas,
  defs: string,
  body: string,
  finish: { grain?: number; vignette?: number } = {},
): string {
  const { width, height, seed } = canvas;
  const { grain = 0.1, vignette = 0.35 } = finish;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.55" numOctaves="2" seed="${seed % 1000}"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  .9 .9 0 0 -.62"/></filter>
<radialGradient id="vignette" r="0.78"><stop offset="55%" stop-color="#000" stop-opacity="0"/><stop offset="100%" stop-color="#000" stop-opacity="${vignette}"/></radialGradient>
<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${n(width / 260)}"/></filter>
<filter id="softer" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${n(width / 70)}"/></filter>
</defs>${body}<rect width="${width}" height="${height}" fill="url(#vignette)"/><rect width="${width}" height="${height}" filter="url(#grain)" opacity="${grain}"/></svg>`;
}

/** Clouds as a band of stretched turbulence in one colour, between two heights. */
export function clouds(
  canvas: Canvas,
  id: string,
  color: string,
  y: number,
  height: number,
  cover = 0.5,
): { defs: string; body: string } {
  const [r, g, b] = rgb(color).map((part) => (part / 255).toFixed(3));
  const scale = 1600 / canvas.width;
  return {
    defs: `<filter id="${id}f" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${(0.0022 * scale).toFixed(5)} ${(0.0085 * scale).toFixed(5)}" numOctaves="5" seed="${canvas.seed % 997}"/><feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} 4 0 0 0 ${(-2.5 + cover).toFixed(2)}"/></filter>${linear(`${id}m`, ['#000000', '#ffffff', '#ffffff', '#000000'])}<mask id="${id}k"><rect y="${n(y)}" width="${canvas.width}" height="${n(height)}" fill="url(#${id}m)"/></mask>`,
    body: `<g mask="url(#${id}k)"><rect y="${n(y)}" width="${canvas.width}" height="${n(height)}" filter="url(#${id}f)"/></g>`,
  };
}

/** A skyline of fractal noise as points from left to right. */
export function ridge(
  canvas: Canvas,
  base: number,
  amplitude: number,
  roughness: number,
  seed: number,
): [number, number][] {
  const step = canvas.width / 160;
  return range(162).map((index) => {
    const x = index * step;
    const height = noise((x / canvas.width) * roughness, seed * 3.7, seed, 6);
    return [x, base - (height - 0.5) * 2 * amplitude];
  });
}

export function filled(line: [number, number][], bottom: number, fill: string): string {
  const [last] = line.at(-1) ?? [0];
  const [first] = line[0] ?? [0];
  return `<path d="M${points(line).replaceAll(' ', 'L')}L${n(last)},${n(bottom)}L${n(first)},${n(bottom)}Z" fill="${fill}"/>`;
}
