/** Land under a sky: hills in fog, a viaduct with its train, balloons, dunes, ink, stars. */
import {
  along,
  between,
  chanceOf,
  clouds,
  filled,
  glow,
  linear,
  mix,
  n,
  noise,
  pick,
  points,
  range,
  ridge,
  svg,
} from './kit.ts';
import type { Canvas } from './kit.ts';

export interface Hills {
  sky: string[];
  /** From the farthest ridge to the nearest. */
  land: string[];
  fog: string;
  sun?: { x: number; y: number; size: number; color: string };
  layers?: number;
  horizon?: number;
  rough?: number;
  cloud?: string;
  trees?: boolean;
  snow?: boolean;
  extra?: 'viaduct' | 'balloons' | 'observatory' | 'birds';
  stars?: boolean;
}

/** Ridges one behind the other, each paler and foggier than the one before it. */
export function hills(canvas: Canvas, look: Hills): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const { layers = 6, horizon = 0.42, rough = 4 } = look;
  let defs = linear('sky', look.sky);
  let body = `<rect width="${width}" height="${height}" fill="url(#sky)"/>`;
  if (look.stars) body += stars(canvas, 260, 0.6);
  if (look.sun) {
    const { x, y, size, color } = look.sun;
    defs += glow('sun', color, 0.9);
    body += `<circle cx="${n(x * width)}" cy="${n(y * height)}" r="${n(size * width * 6)}" fill="url(#sun)"/><circle cx="${n(x * width)}" cy="${n(y * height)}" r="${n(size * width)}" fill="${mix(color, '#ffffff', 0.55)}"/>`;
  }
  if (look.cloud) {
    const band = clouds(canvas, 'cloud', look.cloud, 0, height * (horizon + 0.1), 0.35);
    defs += band.defs;
    body += band.body;
  }
  if (look.extra === 'birds') body += birds(canvas, mix(look.land[0] ?? '#333333', '#000000', 0.3));
  for (const layer of range(layers)) {
    const depth = layer / (layers - 1);
    const color = along(look.land, depth);
    const base = height * (horizon + (0.95 - horizon) * depth ** 1.25);
    const line = ridge(
      canvas,
      base,
      height * (0.13 + 0.04 * depth),
      rough + layer * 1.3,
      seed + layer * 31,
    );
    defs += linear(`land${layer}`, [color, color, mix(color, look.fog, 0.75 - depth * 0.5)]);
    if (look.extra === 'viaduct' && layer === layers - 2) body += viaduct(canvas, look);
    if (look.extra === 'observatory' && layer === layers - 2)
      body += observatory(canvas, line, color);
    if (look.snow && layer < 3)
      body += filled(line, height, `url(#land${layer})`) + snowcaps(line, height);
    else body += filled(line, height, `url(#land${layer})`);
    if (look.trees && layer >= layers - 3)
      body += conifers(
        line,
        chance,
        height * (0.018 + 0.03 * (layer - layers + 3)),
        mix(color, '#000000', 0.12),
      );
    if (layer < layers - 1)
      body += `<rect x="${-width * 0.1}" y="${n(base + height * 0.02)}" width="${width * 1.2}" height="${n(height * 0.07)}" fill="${look.fog}" opacity="${n(0.5 - depth * 0.4)}" filter="url(#softer)"/>`;
    if (look.extra === 'balloons' && layer === 2) body += balloons(canvas);
  }
  return svg(canvas, defs, body);
}

export function stars(canvas: Canvas, count: number, share: number): string {
  const chance = chanceOf(canvas.seed + 5);
  return range(count)
    .map(
      () =>
        `<circle cx="${n(chance() * canvas.width)}" cy="${n(chance() * canvas.height * share)}" r="${n((0.4 + chance() ** 6 * 2) * (canvas.width / 1000))}" fill="#fff" opacity="${n(0.25 + chance() * 0.7)}"/>`,
    )
    .join('');
}

function conifers(
  line: [number, number][],
  chance: () => number,
  size: number,
  color: string,
): string {
  let paths = '';
  for (const [x, y] of line) {
    for (const _ of range(2)) {
      const [at, tall] = [x + between(chance, -6, 6), size * between(chance, 0.5, 1.5)];
      const foot = y + size * 0.35;
      paths += `M${n(at)},${n(foot - tall)}L${n(at + tall * 0.12)},${n(foot - tall * 0.6)}L${n(at + tall * 0.07)},${n(foot - tall * 0.6)}L${n(at + tall * 0.2)},${n(foot)}L${n(at - tall * 0.2)},${n(foot)}L${n(at - tall * 0.07)},${n(foot - tall * 0.6)}L${n(at - tall * 0.12)},${n(foot - tall * 0.6)}Z`;
    }
  }
  return `<path d="${paths}" fill="${color}"/>`;
}

function snowcaps(line: [number, number][], height: number): string {
  const lowest = Math.min(...line.map(([, y]) => y)) + height * 0.13;
  const caps = line.filter(([, y]) => y < lowest);
  return caps
    .map(([x, y], index) => {
      const drop = (lowest - y) * (0.35 + 0.5 * noise(x / 14, 3, 9, 3));
      const next = caps[index + 1];
      if (!next || next[0] - x > 40) return '';
      return `<polygon points="${points([
        [x - 1, y - 1],
        [next[0] + 1, next[1] - 1],
        [next[0] + 1, next[1] + drop],
        [x - 1, y + drop * 0.8],
      ])}" fill="#eef2f8"/>`;
    })
    .join('');
}

function birds(canvas: Canvas, color: string): string {
  const chance = chanceOf(canvas.seed + 9);
  return range(11)
    .map(() => {
      const [x, y, s] = [
        between(chance, 0.45, 0.8) * canvas.width,
        between(chance, 0.1, 0.3) * canvas.height,
        between(chance, 5, 12) * (canvas.width / 1600),
      ];
      return `<path d="M${n(x - s)},${n(y - s * 0.3)}Q${n(x - s * 0.4)},${n(y - s * 0.6)} ${n(x)},${n(y)}Q${n(x + s * 0.5)},${n(y - s * 0.7)} ${n(x + s)},${n(y - s * 0.4)}" fill="none" stroke="${color}" stroke-width="${n(s * 0.22)}" stroke-linecap="round"/>`;
    })
    .join('');
}

/** Stone arches across the valley with a small red train on top. */
function viaduct(canvas: Canvas, look: Hills): string {
  const { width, height } = canvas;
  const stone = mix(along(look.land, 0.6), '#e8d9c0', 0.45);
  const [deck, span, foot] = [height * 0.63, width / 13, height * 0.97];
  const arches = range(14)
    .map((index) => {
      const x = index * span - span * 0.3;
      const [inner, top] = [span * 0.78, deck + span * 0.52];
      return `M${n(x)},${n(foot)}V${n(top)}A${n(inner / 2)},${n(inner / 2)} 0 0 1 ${n(x + inner)},${n(top)}V${n(foot)}Z`;
    })
    .join('');
  const car = span * 1.02;
  const train = range(5)
    .map((index) => {
      const x = width * 0.24 + index * (car * 1.04);
      const windows = range(6)
        .map(
          (w) =>
            `<rect x="${n(x + car * (0.07 + w * 0.15))}" y="${n(deck - span * 0.27)}" width="${n(car * 0.1)}" height="${n(span * 0.1)}" rx="2" fill="#ffe9b0"/>`,
        )
        .join('');
      return `<rect x="${n(x)}" y="${n(deck - span * 0.36)}" width="${n(car)}" height="${n(span * 0.33)}" rx="${n(span * 0.07)}" fill="#b3262c"/><rect x="${n(x)}" y="${n(deck - span * 0.13)}" width="${n(car)}" height="${n(span * 0.05)}" fill="#f3e6cf"/>${windows}`;
    })
    .join('');
  return `<path d="M0,${n(deck)}H${width}V${n(foot)}H0Z${arches}" fill="${stone}" fill-rule="evenodd"/><path d="M0,${n(deck)}H${width}v${n(span * 0.08)}H0Z" fill="${mix(stone, '#ffffff', 0.3)}"/><path d="M0,${n(deck + span * 0.08)}H${width}v${n(span * 0.05)}H0Z" fill="${mix(stone, '#000000', 0.25)}"/>${train}`;
}

function balloons(canvas: Canvas): string {
  const chance = chanceOf(canvas.seed + 3);
  const colors = [
    ['#c8553d', '#f2d0a4'],
    ['#2b6f77', '#efe6d5'],
    ['#e0a030', '#7d3c22'],
    ['#5b5f97', '#f4d35e'],
    ['#a23b54', '#f7ede2'],
  ];
  return colors
    .map(([one = '', two = ''], index) => {
      const [x, y, r] = [
        canvas.width * (0.14 + index * 0.18 + between(chance, -0.04, 0.04)),
        canvas.height * between(chance, 0.14, 0.46),
        canvas.width * between(chance, 0.022, 0.052),
      ];
      const gores = range(7)
        .map((gore) => {
          const squeeze = Math.cos(((gore + 0.5) / 7) * Math.PI);
          const next = Math.cos(((gore + 1.5) / 7) * Math.PI);
          return `<path d="M${n(x)},${n(y - r)}C${n(x + r * 1.3 * squeeze)},${n(y - r)} ${n(x + r * 1.25 * squeeze)},${n(y + r * 0.3)} ${n(x + r * 0.22 * squeeze)},${n(y + r * 1.25)}L${n(x + r * 0.22 * next)},${n(y + r * 1.25)}C${n(x + r * 1.25 * next)},${n(y + r * 0.3)} ${n(x + r * 1.3 * next)},${n(y - r)} ${n(x)},${n(y - r)}Z" fill="${mix(gore % 2 ? one : two, '#1a1020', gore / 16)}"/>`;
        })
        .slice(0, 6)
        .join('');
      return `${gores}<path d="M${n(x - r * 0.18)},${n(y + r * 1.27)}L${n(x - r * 0.1)},${n(y + r * 1.5)}M${n(x + r * 0.18)},${n(y + r * 1.27)}L${n(x + r * 0.1)},${n(y + r * 1.5)}" stroke="#3a2a20" stroke-width="1.5"/><rect x="${n(x - r * 0.12)}" y="${n(y + r * 1.5)}" width="${n(r * 0.24)}" height="${n(r * 0.2)}" rx="2" fill="#5d3a20"/>`;
    })
    .join('');
}

function observatory(canvas: Canvas, line: [number, number][], color: string): string {
  const place = line[108] ?? [0, 0];
  const [x, y, r] = [place[0], place[1], canvas.width * 0.045];
  const dark = mix(color, '#000000', 0.25);
  return `<rect x="${n(x - r)}" y="${n(y - r * 0.75)}" width="${n(r * 2)}" height="${n(r * 1.6)}" fill="${mix(dark, '#8899bb', 0.25)}"/><path d="M${n(x - r * 1.08)},${n(y - r * 0.75)}A${n(r * 1.08)},${n(r * 1.08)} 0 0 1 ${n(x + r * 1.08)},${n(y - r * 0.75)}Z" fill="${mix(dark, '#c4d0ea', 0.45)}"/><path d="M${n(x + r * 0.1)},${n(y - r * 0.75)}Q${n(x + r * 0.2)},${n(y - r * 1.4)} ${n(x + r * 0.05)},${n(y - r * 1.85)}L${n(x + r * 0.32)},${n(y - r * 1.8)}Q${n(x + r * 0.55)},${n(y - r * 1.3)} ${n(x + r * 0.45)},${n(y - r * 0.75)}Z" fill="#ffd98c" opacity=".85"/>`;
}

/** Sand in low light: each crest has a lit and a shaded side. */
export function dunes(canvas: Canvas, sky: string[], light: string, shade: string): string {
  const { width, height, seed } = canvas;
  let defs = linear('sky', sky) + glow('sun', '#fff1cf', 0.9);
  let body = `<rect width="${width}" height="${height}" fill="url(#sky)"/><circle cx="${n(width * 0.72)}" cy="${n(height * 0.3)}" r="${n(width * 0.3)}" fill="url(#sun)"/><circle cx="${n(width * 0.72)}" cy="${n(height * 0.3)}" r="${n(width * 0.026)}" fill="#fff6e0"/>`;
  for (const layer of range(6)) {
    const depth = layer / 5;
    const base = height * (0.45 + 0.47 * depth);
    const line = range(162).map((index): [number, number] => {
      const at = index / 160;
      const swell =
        noise(at * (1.6 + layer * 0.3), layer * 9.1, seed + layer, 1) +
        0.16 * Math.sin(at * 7 + layer * 2);
      return [at * width, base - (swell - 0.5) * height * 0.3];
    });
    defs += linear(`lit${layer}`, [
      mix(light, sky.at(-1) ?? light, 0.55 - depth * 0.5),
      mix(shade, light, 0.35),
    ]);
    defs += linear(`dim${layer}`, [mix(shade, sky.at(-1) ?? shade, 0.5 - depth * 0.45), shade]);
    body += filled(line, height, `url(#lit${layer})`);
    // The lee side: from the crest down to a curve that bends away from it.
    const crest = line.filter((_, index) => index > 20 + layer * 9 && index < 96 + layer * 10);
    const [first = [0, 0], last = [0, 0]] = [crest[0], crest.at(-1)];
    body += `<path d="M${points(crest).replaceAll(' ', 'L')}Q${n((first[0] + last[0]) * 0.47)},${n(Math.max(first[1], last[1]) + height * 0.34)} ${n(first[0])},${n(first[1])}Z" fill="url(#dim${layer})" opacity=".8"/>`;
  }
  return svg(canvas, defs, body);
}

/** Mountains as a brush would leave them on paper, with a red seal. */
export function ink(canvas: Canvas): string {
  const { width, height, seed } = canvas;
  const paper = '#efe7d6';
  let defs =
    linear('paper', ['#f5eee0', paper, '#e3d8c2']) +
    `<filter id="wash" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency=".012 .03" numOctaves="4" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="${n(width / 30)}"/><feGaussianBlur stdDeviation="1.1"/></filter>`;
  let body = `<rect width="${width}" height="${height}" fill="url(#paper)"/><circle cx="${n(width * 0.7)}" cy="${n(height * 0.2)}" r="${n(width * 0.075)}" fill="#c8442f" opacity=".8"/>`;
  for (const layer of range(6)) {
    const depth = layer / 5;
    const base = height * (0.36 + 0.52 * depth);
    const line = ridge(canvas, base, height * 0.2, 3 + layer * 1.6, seed + layer * 11);
    const color = mix('#9fa8a3', '#1d2426', depth);
    defs += linear(`ink${layer}`, [color, color, paper], { opacity: [0.85, 0.45, 0] });
    body += `<g filter="url(#wash)" transform="translate(${n(-width * 0.05)} 0) scale(1.1 1)">${filled(line, base + height * 0.45, `url(#ink${layer})`)}</g>`;
  }
  const chance = chanceOf(seed);
  for (const index of range(9)) {
    const x = width * (0.08 + index * 0.024);
    let y = height;
    const lean = between(chance, -0.02, 0.05) * width;
    const tall = height * between(chance, 0.3, 0.62);
    body += `<path d="M${n(x)},${n(y)}q${n(lean * 0.2)},${n(-tall * 0.5)} ${n(lean)},${n(-tall)}" stroke="#1f2a24" stroke-width="${n(width * 0.0045)}" fill="none" opacity=".85"/>`;
    for (const _ of range(12)) {
      y = height - tall * between(chance, 0.4, 1);
      const [px, a, l] = [
        x + lean * ((height - y) / tall) ** 1.6,
        between(chance, -0.4, 2.2),
        width * between(chance, 0.02, 0.05),
      ];
      body += `<path d="M${n(px)},${n(y)}q${n(Math.cos(a) * l * 0.5 - 3)},${n(Math.sin(a) * l * 0.5 - 6)} ${n(Math.cos(a) * l)},${n(Math.sin(a) * l)}q${n(-Math.cos(a) * l * 0.5 + 3)},${n(-Math.sin(a) * l * 0.5 + 5)} ${n(-Math.cos(a) * l)},${n(-Math.sin(a) * l)}" fill="#1f2a24" opacity="${n(between(chance, 0.5, 0.95))}"/>`;
    }
  }
  // Mounted like a print: the mat also hides where the wash frays at the edge of the canvas.
  body += `<rect width="${width}" height="${height}" fill="none" stroke="#f4ecdc" stroke-width="${n(width * 0.075)}"/>`;
  body += `<rect x="${n(width * 0.88)}" y="${n(height * 0.86)}" width="${n(width * 0.055)}" height="${n(width * 0.055)}" rx="4" fill="#b5301f"/><path d="M${n(width * 0.892)},${n(height * 0.86 + width * 0.014)}h${n(width * 0.03)}v${n(width * 0.026)}h${n(-width * 0.03)}zm${n(width * 0.015)},${n(-width * 0.006)}v${n(width * 0.038)}" stroke="#efe7d6" stroke-width="${n(width * 0.004)}" fill="none"/>`;
  return svg(canvas, defs, body, { grain: 0.14, vignette: 0.18 });
}

/** An hour of exposure: the stars go round the pole. */
export function starTrails(canvas: Canvas): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const [cx, cy] = [width * 0.36, height * 0.34];
  const defs =
    linear('sky', ['#050b1e', '#0c1f42', '#274a6b', '#c98a5a']) + glow('town', '#ffb765', 0.65);
  let body = `<rect width="${width}" height="${height}" fill="url(#sky)"/><ellipse cx="${n(width * 0.8)}" cy="${n(height * 0.86)}" rx="${n(width * 0.4)}" ry="${n(height * 0.22)}" fill="url(#town)"/>`;
  for (const _ of range(420)) {
    const [radius, start] = [Math.sqrt(chance()) * width * 0.95, chance() * Math.PI * 2];
    const end = start + 0.42;
    body += `<path d="M${n(cx + radius * Math.cos(start))},${n(cy + radius * Math.sin(start))}A${n(radius)},${n(radius)} 0 0 1 ${n(cx + radius * Math.cos(end))},${n(cy + radius * Math.sin(end))}" fill="none" stroke="${pick(chance, ['#ffffff', '#cfe0ff', '#ffe7c4', '#bcd2ff'])}" stroke-width="${n(between(chance, 0.6, 2.2))}" opacity="${n(between(chance, 0.2, 0.9))}" stroke-linecap="round"/>`;
  }
  const line = ridge(canvas, height * 0.88, height * 0.1, 4, seed);
  body += filled(line, height, '#060a14') + conifers(line, chance, height * 0.06, '#060a14');
  return svg(canvas, defs, body);
}
