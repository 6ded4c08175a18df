/** Patterns: a circuit board, tiles, waves, a poster. */
import { along, between, chanceOf, glow, linear, mix, n, pick, points, range, svg } from './kit.ts';
import type { Canvas } from './kit.ts';

function chip(x: number, y: number, s: number): string {
  return `${range(12)
    .map((pin) =>
      [
        [x - s * 0.58 + 0, y - s * 0.46 + pin * s * 0.083, s * 1.16, s * 0.035],
        [x - s * 0.46 + pin * s * 0.083, y - s * 0.58, s * 0.035, s * 1.16],
      ]
        .map(
          ([a = 0, b = 0, c = 0, d = 0]) =>
            `<rect x="${n(a)}" y="${n(b)}" width="${n(c)}" height="${n(d)}" fill="#d8d3c4"/>`,
        )
        .join(''),
    )
    .join(
      '',
    )}<rect x="${n(x - s / 2)}" y="${n(y - s / 2)}" width="${n(s)}" height="${n(s)}" rx="6" fill="#15171c"/><rect x="${n(x - s / 2)}" y="${n(y - s / 2)}" width="${n(s)}" height="${n(s)}" rx="6" fill="url(#sheen)"/><circle cx="${n(x - s * 0.38)}" cy="${n(y + s * 0.38)}" r="${n(s * 0.035)}" fill="#4a4d55"/>`;
}

/** Tracks of a circuit board with pads and one lit chip. */
export function circuit(canvas: Canvas, board: string, copper: string): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const grid = width / 64;
  let tracks = '';
  let pads = '';
  for (const _ of range(230)) {
    let [x, y] = [Math.round(chance() * 64) * grid, Math.round(chance() * (height / grid)) * grid];
    const start: [number, number] = [x, y];
    let angle = Math.floor(chance() * 4) * 90;
    let path = `M${n(x)},${n(y)}`;
    for (let legs = 2 + Math.floor(chance() * 3); legs > 0; legs--) {
      const long = grid * Math.ceil(chance() * 7);
      x += (Math.round(Math.cos((angle * Math.PI) / 180) * 100) / 100) * long;
      y += (Math.round(Math.sin((angle * Math.PI) / 180) * 100) / 100) * long;
      path += `L${n(x)},${n(y)}`;
      angle += pick(chance, [-45, 45]);
    }
    tracks += `<path d="${path}" fill="none" stroke="${mix(board, copper, between(chance, 0.3, 0.75))}" stroke-width="${n(grid * 0.2)}" stroke-linejoin="round"/>`;
    for (const [px, py] of [start, [x, y] as const])
      pads += `<circle cx="${n(px)}" cy="${n(py)}" r="${n(grid * 0.3)}" fill="${copper}"/><circle cx="${n(px)}" cy="${n(py)}" r="${n(grid * 0.13)}" fill="${mix(board, '#000000', 0.5)}"/>`;
  }
  const defs =
    linear('sheen', ['#ffffff', '#ffffff'], { opacity: [0.18, 0] }) +
    glow('led', '#7dffb0', 0.9) +
    linear('board', [mix(board, '#ffffff', 0.12), board, mix(board, '#000000', 0.45)]);
  const leds = range(7)
    .map(
      (index) =>
        `<circle cx="${n(width * (0.7 + index * 0.035))}" cy="${n(height * 0.84)}" r="${n(grid * 2)}" fill="url(#led)"/><rect x="${n(width * (0.7 + index * 0.035) - grid * 0.3)}" y="${n(height * 0.84 - grid * 0.5)}" width="${n(grid * 0.6)}" height="${n(grid)}" fill="#d6ffe6"/>`,
    )
    .join('');
  return svg(
    canvas,
    defs,
    `<rect width="${width}" height="${height}" fill="url(#board)"/>${tracks}${pads}${chip(width * 0.38, height * 0.46, height * 0.42)}${chip(width * 0.76, height * 0.3, height * 0.22)}${leds}`,
    { vignette: 0.5 },
  );
}

/** A star of `count` points as a list of its corners. */
function star(x: number, y: number, r: number, inner: number, count: number, turn: number): string {
  return points(
    range(count * 2).map((index): [number, number] => {
      const a = (index / (count * 2)) * Math.PI * 2 + turn;
      const d = index % 2 ? r * inner : r;
      return [x + Math.cos(a) * d, y + Math.sin(a) * d];
    }),
  );
}

/** Interlaced eight-pointed stars, as on a tiled wall. */
export function starTiles(canvas: Canvas, colors: string[], step: number): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const [deep = '#123', mid = '#288', gold = '#db6', white = '#fff'] = colors;
  let body = `<rect width="${width}" height="${height}" fill="${deep}"/>`;
  for (let y = 0; y < height + step; y += step) {
    for (let x = 0; x < width + step; x += step) {
      const shade = mix(mid, deep, chance() * 0.35);
      body += `<polygon points="${star(x, y, step * 0.5, 0.765, 8, 0)}" fill="${shade}" stroke="${white}" stroke-width="${n(step * 0.018)}"/><polygon points="${star(x, y, step * 0.36, 0.6, 8, Math.PI / 8)}" fill="${mix(gold, '#7a4a10', chance() * 0.3)}" stroke="${white}" stroke-width="${n(step * 0.012)}"/><polygon points="${star(x, y, step * 0.2, 0.7, 8, 0)}" fill="${deep}"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(step * 0.06)}" fill="${white}"/><polygon points="${star(x + step / 2, y + step / 2, step * 0.24, 0.45, 4, Math.PI / 4)}" fill="${mix(white, gold, chance() * 0.5)}"/>`;
    }
  }
  return svg(
    canvas,
    glow('lamp', '#fff0cc', 0.5),
    `${body}<circle cx="${n(width * 0.3)}" cy="${n(height * 0.25)}" r="${n(width * 0.6)}" fill="url(#lamp)"/>`,
    { vignette: 0.45 },
  );
}

/** Overlapping wave scales with a sun behind them. */
export function waveScales(canvas: Canvas, colors: string[], sun: string): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const r = width / 14;
  let body = `<rect width="${width}" height="${height}" fill="url(#sky)"/><circle cx="${n(width * 0.64)}" cy="${n(height * 0.34)}" r="${n(height * 0.22)}" fill="${sun}"/>`;
  const rows = Math.ceil((height * 0.62) / (r * 0.5)) + 2;
  for (const row of range(rows)) {
    const y = height * 0.42 + row * r * 0.5;
    for (const column of range(17)) {
      const x = (column - 1) * r + (row % 2 ? r / 2 : 0);
      const swell = Math.sin(x / 170 + row * 0.5) * r * 0.25;
      const color = along(colors, Math.min(1, row / rows + between(chance, -0.08, 0.08)));
      body += range(4)
        .map(
          (ring) =>
            `<circle cx="${n(x)}" cy="${n(y + r * 0.55 + swell)}" r="${n(r * (0.56 - ring * 0.13))}" fill="${ring % 2 ? '#f3ead6' : color}"/>`,
        )
        .join('');
    }
  }
  return svg(canvas, linear('sky', ['#e9dcc0', '#f3d9b8', '#eeb998']), body, {
    grain: 0.14,
    vignette: 0.2,
  });
}

/** A poster of plain shapes in few colours. */
export function poster(canvas: Canvas, ground: string, colors: string[]): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const cell = width / 6;
  let body = `<rect width="${width}" height="${height}" fill="${ground}"/>`;
  for (const row of range(Math.ceil(height / cell))) {
    for (const column of range(6)) {
      const [x, y] = [column * cell, row * cell];
      const [one, two] = [pick(chance, colors), pick(chance, colors)];
      const turn = Math.floor(chance() * 4) * 90;
      const shape = pick(chance, [
        'quarter',
        'half',
        'disc',
        'stripes',
        'triangle',
        'arcs',
        'none',
      ]);
      const inner = {
        quarter: `<path d="M0,0H${n(cell)}A${n(cell)},${n(cell)} 0 0 1 0,${n(cell)}Z" fill="${two}"/>`,
        half: `<path d="M0,${n(cell / 2)}A${n(cell / 2)},${n(cell / 2)} 0 0 1 ${n(cell)},${n(cell / 2)}Z" fill="${two}"/>`,
        disc: `<circle cx="${n(cell / 2)}" cy="${n(cell / 2)}" r="${n(cell * 0.42)}" fill="${two}"/><circle cx="${n(cell / 2)}" cy="${n(cell / 2)}" r="${n(cell * 0.16)}" fill="${one}"/>`,
        stripes: range(5)
          .map(
            (index) =>
              `<rect x="${n((index * cell) / 5)}" width="${n(cell / 10)}" height="${n(cell)}" fill="${two}"/>`,
          )
          .join(''),
        triangle: `<path d="M0,0H${n(cell)}L0,${n(cell)}Z" fill="${two}"/>`,
        arcs: range(4)
          .map(
            (index) =>
              `<circle r="${n(cell * (1 - index * 0.25))}" fill="${index % 2 ? one : two}" clip-path="url(#cell)"/>`,
          )
          .join(''),
        none: '',
      }[shape];
      body += `<g transform="translate(${n(x)} ${n(y)})"><rect width="${n(cell + 0.5)}" height="${n(cell + 0.5)}" fill="${one}"/><g transform="rotate(${turn} ${n(cell / 2)} ${n(cell / 2)})">${inner}</g></g>`;
    }
  }
  return svg(
    canvas,
    `<clipPath id="cell"><rect width="${n(cell)}" height="${n(cell)}"/></clipPath>`,
    body,
    { grain: 0, vignette: 0 },
  );
}
