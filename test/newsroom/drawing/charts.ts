/** Charts of invented measurements, and a map of an invented island. */
import { along, glow, mix, n, noise, points, range, rgb, svg } from './kit.ts';
import type { Canvas } from './kit.ts';

/** Ridgelines: one curve a day, the far ones above. */
export function ridgelines(canvas: Canvas, ground: string, colors: string[]): string {
  const { width, height, seed } = canvas;
  const rows = 38;
  const body = range(rows)
    .map((row) => {
      const base = height * (0.2 + (0.7 * row) / rows);
      const line = range(141).map((index): [number, number] => {
        const at = index / 140;
        const hill = Math.exp(-(((at - 0.42 - 0.12 * Math.sin(row / 6)) / 0.2) ** 2));
        const lift = noise(at * 9, row * 0.22, seed, 4) ** 2.2;
        return [
          width * (0.08 + at * 0.84),
          base - height * (0.3 * hill * lift + 0.008 * noise(at * 40, row, seed, 2)),
        ];
      });
      const color = along(colors, row / rows);
      return `<path d="M${points(line).replaceAll(' ', 'L')}V${n(base + height * 0.05)}H${n(width * 0.08)}Z" fill="${mix(ground, color, 0.07)}"/><path d="M${points(line).replaceAll(' ', 'L')}" fill="none" stroke="${color}" stroke-width="${n(width / 700)}"/>`;
    })
    .join('');
  return svg(canvas, '', `<rect width="${width}" height="${height}" fill="${ground}"/>${body}`, {
    grain: 0,
    vignette: 0,
  });
}

/** A year as a ring: one bar a day, outwards for high water, inwards for low. */
export function radial(canvas: Canvas, ground: string, colors: string[]): string {
  const { width, height, seed } = canvas;
  const [cx, cy, r] = [width / 2, height / 2, Math.min(width, height) * 0.29];
  const bars = range(365)
    .map((day) => {
      const angle = (day / 365) * Math.PI * 2 - Math.PI / 2;
      const spring = Math.abs(Math.sin((day / 29.53) * Math.PI * 2));
      const [up, down] = [
        r * (0.14 + 0.3 * spring * noise(day / 9, 1, seed, 3) + 0.08 * noise(day, 2, seed, 1)),
        r * (0.08 + 0.26 * spring * noise(day / 7, 5, seed, 3)),
      ];
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      return `<path d="M${n(cx + c * (r - down))},${n(cy + s * (r - down))}L${n(cx + c * (r + up))},${n(cy + s * (r + up))}" stroke="${along(colors, 0.5 + 0.5 * Math.cos(angle + 0.6))}" stroke-width="${n(r * 0.0115)}" stroke-linecap="round"/>`;
    })
    .join('');
  const rings = range(5)
    .map(
      (ring) =>
        `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * (0.75 + ring * 0.18))}" fill="none" stroke="${mix(ground, colors[0] ?? '#888888', 0.35)}" stroke-width="1" stroke-dasharray="2 7"/>`,
    )
    .join('');
  return svg(
    canvas,
    '',
    `<rect width="${width}" height="${height}" fill="${ground}"/>${rings}<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="none" stroke="${mix(ground, '#888888', 0.5)}"/>${bars}`,
    { grain: 0, vignette: 0 },
  );
}

/** Bands that swell and thin out over time. */
export function stream(canvas: Canvas, ground: string, colors: string[]): string {
  const { width, height, seed } = canvas;
  const [steps, bands] = [120, colors.length];
  const weights = range(steps + 1).map((step) =>
    range(bands).map(
      (band) =>
        0.15 +
        noise((step / steps) * 3.4, band * 7.7, seed, 3) ** 3 *
          6 *
          Math.sin(Math.PI * Math.min(1, 0.12 + step / steps)),
    ),
  );
  const edges = weights.map((row) => {
    const total = row.reduce((sum, one) => sum + one, 0);
    let at = -total / 2;
    return [at].concat(row.map((one) => (at += one)));
  });
  const widest = Math.max(...edges.map((row) => (row.at(-1) ?? 0) - (row[0] ?? 0)));
  const place = (step: number, edge: number): [number, number] => [
    (step / steps) * width,
    height / 2 + ((edges[step]?.[edge] ?? 0) / widest) * height * 0.78,
  ];
  const body = range(bands)
    .map((band) => {
      const top = range(steps + 1).map((step) => place(step, band));
      const bottom = range(steps + 1).map((step) => place(steps - step, band + 1));
      return `<polygon points="${points([...top, ...bottom])}" fill="${colors[band]}"/>`;
    })
    .join('');
  const rule = range(11)
    .map(
      (index) =>
        `<path d="M${n((index / 10) * width)},${n(height * 0.04)}V${n(height * 0.96)}" stroke="#ffffff" opacity=".18" stroke-dasharray="3 6"/>`,
    )
    .join('');
  return svg(
    canvas,
    '',
    `<rect width="${width}" height="${height}" fill="${ground}"/>${body}${rule}`,
    { grain: 0, vignette: 0 },
  );
}

/** Waves as on an oscilloscope, several in phase. */
export function waves(canvas: Canvas, ground: string, colors: string[]): string {
  const { width, height, seed } = canvas;
  const defs = glow('spot', mix(ground, colors[1] ?? '#ffffff', 0.5), 0.8);
  const grid = range(33)
    .map(
      (index) =>
        `<path d="M${n((index / 32) * width)},0V${height}M0,${n((index / 32) * width)}H${width}" stroke="#ffffff" stroke-width="1" opacity=".05"/>`,
    )
    .join('');
  const lines = range(26)
    .map((row) => {
      const line = range(241).map((index): [number, number] => {
        const at = index / 240;
        const envelope = Math.exp(-(((at - 0.5) / 0.26) ** 2));
        const y =
          Math.sin(at * 24 + row * 0.16) * (0.6 + 0.4 * noise(at * 5, row * 0.1, seed, 3)) +
          0.5 * Math.sin(at * 57 - row * 0.24);
        return [at * width, height * 0.5 + y * envelope * height * (0.1 + row * 0.009)];
      });
      return `<path d="M${points(line).replaceAll(' ', 'L')}" fill="none" stroke="${along(colors, row / 25)}" stroke-width="${n(width / 900)}" opacity="${n(0.25 + row / 40)}"/>`;
    })
    .join('');
  return svg(
    canvas,
    defs,
    `<rect width="${width}" height="${height}" fill="${ground}"/><ellipse cx="${n(width / 2)}" cy="${n(height / 2)}" rx="${n(width * 0.5)}" ry="${n(height * 0.6)}" fill="url(#spot)"/>${grid}${lines}`,
  );
}

/** Terrain from above as raw RGB: tinted by height, lit from the north-west, with contour lines. */
export function terrain(canvas: Canvas, tints: string[], sea: string): Buffer {
  const { width, height, seed } = canvas;
  const pixels = Buffer.alloc(width * height * 3);
  const scale = 3.4 / width;
  const level = (x: number, y: number): number => {
    const centre = 1 - Math.hypot((x / width - 0.52) * 1.25, (y / height - 0.48) * 1.35) * 1.25;
    return noise(x * scale + 3, y * scale + 7, seed, 6) * 0.75 + centre * 0.42 - 0.16;
  };
  const shore = 0.38;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = level(x, y);
      const [dx, dy] = [level(x + 2, y) - here, level(x, y + 2) - here];
      const land = here > shore;
      const at = land ? Math.min(1, (here - shore) / 0.42) : 0;
      let color = land
        ? along(tints, at)
        : mix(sea, '#ffffff', Math.max(0, 0.32 - (shore - here) * 2.2));
      const lit = Math.max(-0.5, Math.min(0.5, (dx + dy) * (land ? -34 : -4)));
      color = lit > 0 ? mix(color, '#ffffff', lit * 0.8) : mix(color, '#1b2430', -lit);
      const steep = Math.max(0.0012, Math.hypot(dx, dy) / 2);
      const phase = Math.abs(((((here * 26) % 1) + 1) % 1) - 0.5);
      if (land && 0.5 - phase < steep * 26 * 0.75) color = mix(color, '#5a4630', 0.4);
      if (Math.abs(here - shore) < steep * 1.2) color = mix(color, '#2b3c4a', 0.7);
      const [r, g, b] = rgb(color);
      pixels[(y * width + x) * 3] = r;
      pixels[(y * width + x) * 3 + 1] = g;
      pixels[(y * width + x) * 3 + 2] = b;
    }
  }
  return pixels;
}
