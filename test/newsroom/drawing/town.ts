/** What people build: skylines, streets in snow, shelves, market stalls, arcades, stages. */
import { between, chanceOf, glow, linear, mix, n, pick, range, svg } from './kit.ts';
import type { Canvas } from './kit.ts';
import { stars } from './landscape.ts';

/** A city by night and its reflection in the river. */
export function skyline(canvas: Canvas, sky: string[], haze: string, lights: string[]): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const water = height * 0.68;
  const defs =
    linear('sky', sky) +
    glow('moon', '#fff4d6', 0.8) +
    glow('haze', haze, 0.75) +
    `<filter id="ripple" x="0" y="0" width="100%" height="100%"><feTurbulence type="turbulence" baseFrequency=".004 .07" numOctaves="2" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="${n(width / 45)}"/><feGaussianBlur stdDeviation="2"/></filter><clipPath id="above"><rect width="${width}" height="${n(water)}"/></clipPath>`;
  let city = '';
  for (const layer of range(3)) {
    const color = mix(haze, '#0a0f1c', 0.5 + layer * 0.22);
    for (let x = -20; x < width;) {
      const w = width * between(chance, 0.022, 0.06);
      const centre = 1 - Math.abs((x + w / 2) / width - 0.52) * 1.1;
      const tall = height * between(chance, 0.1, 0.34) * centre * (1.5 - layer * 0.3);
      city += `<rect x="${n(x)}" y="${n(water - tall)}" width="${n(w + 1)}" height="${n(tall)}" fill="${color}"/>`;
      if (layer > 0 && chance() < 0.18)
        city += `<path d="M${n(x + w / 2)},${n(water - tall)}v${n(-height * 0.06)}" stroke="${color}" stroke-width="2"/><circle cx="${n(x + w / 2)}" cy="${n(water - tall - height * 0.06)}" r="2.4" fill="#ff5a4a"/>`;
      if (layer > 0) {
        const [dx, dy] = [w / Math.round(w / 9), 12];
        for (let wx = x + dx * 0.6; wx < x + w - dx * 0.5; wx += dx) {
          for (let wy = water - tall + 9; wy < water - 6; wy += dy) {
            if (chance() < 0.36)
              city += `<rect x="${n(wx)}" y="${n(wy)}" width="${n(dx * 0.5)}" height="6" fill="${pick(chance, lights)}" opacity="${n(between(chance, 0.35, 1))}"/>`;
          }
        }
      }
      x += w + (layer === 2 ? between(chance, 0, width * 0.03) : 0);
    }
  }
  const bank = range(34)
    .map(
      (index) =>
        `<circle cx="${n((index + 0.5) * (width / 34))}" cy="${n(water - 4)}" r="3" fill="#ffd894"/><circle cx="${n((index + 0.5) * (width / 34))}" cy="${n(water - 4)}" r="${n(width * 0.012)}" fill="url(#moon)" opacity=".5"/>`,
    )
    .join('');
  const above = `<rect width="${width}" height="${n(water)}" fill="url(#sky)"/>${stars(canvas, 160, 0.45)}<circle cx="${n(width * 0.2)}" cy="${n(height * 0.2)}" r="${n(width * 0.11)}" fill="url(#moon)"/><circle cx="${n(width * 0.2)}" cy="${n(height * 0.2)}" r="${n(width * 0.022)}" fill="#fffbe9"/><ellipse cx="${n(width * 0.52)}" cy="${n(water)}" rx="${n(width * 0.6)}" ry="${n(height * 0.36)}" fill="url(#haze)"/>${city}${bank}`;
  const body = `<g transform="translate(0 ${n(water * 2)}) scale(1 -1)" filter="url(#ripple)"><g clip-path="url(#above)">${above}</g></g><rect y="${n(water)}" width="${width}" height="${n(height - water)}" fill="#071020" opacity=".45"/><g clip-path="url(#above)">${above}</g>`;
  return svg(canvas, defs, body);
}

/** A row of gabled houses with lit windows, in snow or rain. */
export function street(
  canvas: Canvas,
  sky: string[],
  walls: string[],
  weather: 'snow' | 'rain',
): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const ground = height * 0.8;
  const defs =
    linear('sky', sky) +
    glow('lamp', '#ffdf9a', 0.95) +
    linear('ground', weather === 'snow' ? ['#dfe7f2', '#b7c4da'] : ['#3b4656', '#1b2230']);
  let body = `<rect width="${width}" height="${height}" fill="url(#sky)"/>`;
  for (const row of range(2)) {
    for (let x = -width * 0.03; x < width;) {
      const w = width * between(chance, 0.085, 0.13);
      const foot = ground - (1 - row) * height * 0.1;
      const tall = height * between(chance, 0.26, 0.4);
      const gable = w * between(chance, 0.45, 0.7);
      const wall = mix(pick(chance, walls), sky[1] ?? '#445566', row ? 0.12 : 0.55);
      const roof = mix(wall, '#1c1820', 0.55);
      body += `<rect x="${n(x)}" y="${n(foot - tall)}" width="${n(w)}" height="${n(tall)}" fill="${wall}"/><path d="M${n(x - 4)},${n(foot - tall)}L${n(x + w / 2)},${n(foot - tall - gable)}L${n(x + w + 4)},${n(foot - tall)}Z" fill="${wall}"/><path d="M${n(x - 9)},${n(foot - tall + 8)}L${n(x + w / 2)},${n(foot - tall - gable - 4)}L${n(x + w + 9)},${n(foot - tall + 8)}" fill="none" stroke="${weather === 'snow' ? '#f3f7fc' : roof}" stroke-width="${n(w * 0.075)}" stroke-linejoin="round"/><rect x="${n(x + w * 0.5)}" y="${n(foot - tall)}" width="${n(w * 0.5)}" height="${n(tall)}" fill="#141826" opacity=".14"/>`;
      const columns = 3;
      for (const column of range(columns)) {
        for (const line of range(3)) {
          const lit = chance() < 0.5;
          const [wx, wy, ww, wh] = [
            x + w * (0.13 + column * 0.28),
            foot - tall * (0.93 - line * 0.31),
            w * 0.16,
            tall * 0.17,
          ];
          if (line === 2 && column === 1) {
            body += `<rect x="${n(wx)}" y="${n(wy)}" width="${n(ww)}" height="${n(foot - wy)}" rx="${n(ww * 0.4)}" fill="${mix(wall, '#2a1510', 0.7)}"/>`;
            continue;
          }
          if (lit)
            body += `<circle cx="${n(wx + ww / 2)}" cy="${n(wy + wh / 2)}" r="${n(ww * 1.5)}" fill="url(#lamp)" opacity=".42"/>`;
          body += `<rect x="${n(wx - 2)}" y="${n(wy - 2)}" width="${n(ww + 4)}" height="${n(wh + 4)}" fill="${mix(wall, '#ffffff', 0.4)}"/><rect x="${n(wx)}" y="${n(wy)}" width="${n(ww)}" height="${n(wh)}" fill="${lit ? '#ffd27d' : '#2b3446'}"/><path d="M${n(wx + ww / 2)},${n(wy)}v${n(wh)}M${n(wx)},${n(wy + wh * 0.45)}h${n(ww)}" stroke="${mix(wall, '#ffffff', 0.4)}" stroke-width="1.6"/>`;
        }
      }
      x += w;
    }
  }
  body += `<path d="M0,${n(ground)}Q${n(width * 0.3)},${n(ground - height * 0.02)} ${n(width * 0.6)},${n(ground + 4)}T${width},${n(ground)}V${height}H0Z" fill="url(#ground)"/>`;
  for (const index of range(5)) {
    const x = width * (0.08 + index * 0.21);
    body += `<path d="M${n(x)},${n(ground + height * 0.1)}V${n(ground - height * 0.14)}" stroke="#171b24" stroke-width="5"/><circle cx="${n(x)}" cy="${n(ground - height * 0.15)}" r="${n(width * 0.05)}" fill="url(#lamp)"/><circle cx="${n(x)}" cy="${n(ground - height * 0.15)}" r="8" fill="#fff3cf"/><ellipse cx="${n(x)}" cy="${n(ground + height * 0.11)}" rx="${n(width * 0.07)}" ry="${n(height * 0.03)}" fill="url(#lamp)" opacity=".8"/>`;
    if (weather === 'rain')
      body += `<rect x="${n(x - 9)}" y="${n(ground + height * 0.1)}" width="18" height="${n(height * 0.1)}" fill="#ffdf9a" opacity=".25" filter="url(#soft)"/>`;
  }
  for (const _ of range(weather === 'snow' ? 420 : 260)) {
    const [x, y] = [chance() * width, chance() * height];
    body +=
      weather === 'snow'
        ? `<circle cx="${n(x)}" cy="${n(y)}" r="${n(between(chance, 1, 4.2))}" fill="#fff" opacity="${n(between(chance, 0.3, 0.95))}"/>`
        : `<path d="M${n(x)},${n(y)}l-7,${n(between(chance, 24, 52))}" stroke="#dbe8f7" stroke-width="1.2" opacity="${n(between(chance, 0.1, 0.4))}"/>`;
  }
  return svg(canvas, defs, body);
}

/** Books on their shelves under a warm lamp. */
export function shelves(canvas: Canvas, colors: string[], wood: string, rows = 4): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const defs =
    linear('wood', [mix(wood, '#ffffff', 0.12), wood, mix(wood, '#000000', 0.4)]) +
    glow('lamp', '#ffd48a', 0.75) +
    linear('spine', ['#000000', '#ffffff', '#000000'], {
      across: true,
      opacity: [0.35, 0.14, 0.4],
    }) +
    linear('dusk', ['#000000', '#000000'], { opacity: [0.62, 0] });
  let body = `<rect width="${width}" height="${height}" fill="${mix(wood, '#000000', 0.72)}"/>`;
  const high = height / rows;
  for (const row of range(rows)) {
    const foot = (row + 1) * high - high * 0.1;
    for (let x = width * 0.01; x < width * 0.99;) {
      if (chance() < 0.035) {
        x += width * between(chance, 0.02, 0.05);
        continue;
      }
      const [w, tall] = [width * between(chance, 0.011, 0.031), high * between(chance, 0.56, 0.82)];
      const color = mix(pick(chance, colors), '#120c0a', between(chance, 0, 0.4));
      const lean = chance() < 0.05 ? between(chance, 4, 9) : 0;
      const gold = mix(color, '#f1d9a0', 0.65);
      const bands =
        chance() < 0.7
          ? range(2 + Math.floor(chance() * 3))
              .map(
                (band) =>
                  `<rect x="${n(x)}" y="${n(foot - tall * (0.9 - band * 0.22))}" width="${n(w)}" height="${n(between(chance, 2, 6))}" fill="${gold}" opacity=".75"/>`,
              )
              .join('')
          : '';
      const label =
        chance() < 0.5
          ? `<rect x="${n(x + w * 0.18)}" y="${n(foot - tall * 0.72)}" width="${n(w * 0.64)}" height="${n(tall * between(chance, 0.12, 0.34))}" fill="${mix(color, '#f4e8d0', between(chance, 0.2, 0.8))}" opacity=".8"/>`
          : '';
      body += `<g${lean ? ` transform="rotate(${n(lean)} ${n(x)} ${n(foot)})"` : ''}><rect x="${n(x)}" y="${n(foot - tall)}" width="${n(w - 1)}" height="${n(tall)}" rx="2" fill="${color}"/>${bands}${label}<rect x="${n(x)}" y="${n(foot - tall)}" width="${n(w - 1)}" height="${n(tall)}" fill="url(#spine)"/></g>`;
      x += w + (lean ? tall * 0.14 : 0);
    }
    body += `<rect y="${n(foot)}" width="${width}" height="${n(high * 0.1)}" fill="url(#wood)"/><rect y="${n(foot + high * 0.1)}" width="${width}" height="${n(high * 0.22)}" fill="url(#dusk)"/>`;
  }
  body += `<rect width="${width}" height="${height}" fill="#1a0f08" opacity=".25"/><circle cx="${n(width * 0.66)}" cy="${n(height * 0.3)}" r="${n(width * 0.52)}" fill="url(#lamp)" opacity=".62"/>`;
  return svg(canvas, defs, body, { vignette: 0.65 });
}

/** Stalls under striped awnings, crates of fruit, a string of bulbs. */
export function market(canvas: Canvas, sky: string[], awnings: string[]): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const fruit = [
    ['#d9482b', '#7c1d14'],
    ['#e8a33a', '#9b5712'],
    ['#8fb03e', '#465c14'],
    ['#7b3a63', '#341330'],
    ['#efd45c', '#a3801a'],
    ['#c2314a', '#5e1020'],
  ];
  const defs =
    linear('sky', sky) +
    glow('bulb', '#ffe2a0', 0.95) +
    fruit
      .map(
        ([light = '', dark = ''], index) =>
          `<radialGradient id="fruit${index}" cx=".36" cy=".3"><stop offset="0" stop-color="${mix(light, '#ffffff', 0.5)}"/><stop offset="35%" stop-color="${light}"/><stop offset="100%" stop-color="${dark}"/></radialGradient>`,
      )
      .join('') +
    linear('fold', ['#000000', '#000000', '#000000'], { opacity: [0, 0.05, 0.38] });
  const stalls = 4;
  const w = width / stalls;
  let body = `<rect width="${width}" height="${height}" fill="url(#sky)"/>`;
  for (const index of range(16)) {
    const h = height * between(chance, 0.25, 0.5);
    body += `<rect x="${n((index * width) / 16)}" y="${n(height * 0.62 - h)}" width="${n(width / 15)}" height="${n(h)}" fill="${mix(sky[1] ?? '#555555', '#2b2233', between(chance, 0.25, 0.5))}" opacity=".55" filter="url(#soft)"/>`;
  }
  for (const stall of range(stalls)) {
    const x = stall * w;
    const color = awnings[stall % awnings.length] ?? '#a33';
    body += `<rect x="${n(x + w * 0.04)}" y="${n(height * 0.36)}" width="${n(w * 0.92)}" height="${n(height * 0.7)}" fill="#2a1b16" opacity=".82"/><circle cx="${n(x + w * 0.5)}" cy="${n(height * 0.5)}" r="${n(w * 0.55)}" fill="url(#bulb)" opacity=".55"/><circle cx="${n(x + w * 0.5)}" cy="${n(height * 0.475)}" r="9" fill="#fff6dc"/>`;
    for (const row of range(3)) {
      for (const crate of range(3)) {
        const [cx, cy, cw, ch] = [
          x + w * (0.06 + crate * 0.3),
          height * (0.62 + row * 0.135),
          w * 0.28,
          height * 0.11,
        ];
        const kind = Math.floor(chance() * fruit.length);
        const r = cw * 0.082;
        for (const line of range(3))
          for (const item of range(6))
            body += `<circle cx="${n(cx + cw * 0.09 + item * cw * 0.163 + (line % 2) * r * 0.6)}" cy="${n(cy - ch * 0.1 + line * r * 0.85 + between(chance, -2, 2))}" r="${n(r * between(chance, 0.92, 1.12))}" fill="url(#fruit${kind})"/>`;
        body += `<rect x="${n(cx)}" y="${n(cy + ch * 0.18)}" width="${n(cw)}" height="${n(ch * 0.8)}" fill="#8b6238"/><path d="M${n(cx)},${n(cy + ch * 0.44)}h${n(cw)}M${n(cx)},${n(cy + ch * 0.72)}h${n(cw)}" stroke="#5a3b1e" stroke-width="3"/><rect x="${n(cx + cw * 0.34)}" y="${n(cy + ch * 0.34)}" width="${n(cw * 0.32)}" height="${n(ch * 0.36)}" fill="#efe5cf"/>`;
      }
    }
    for (const stripe of range(8)) {
      const [left, right] = [x + (stripe * w) / 8, x + ((stripe + 1) * w) / 8];
      const squeeze = (at: number): number => x + w * 0.5 + (at - x - w * 0.5) * 0.86;
      body += `<path d="M${n(squeeze(left))},${n(height * 0.2)}L${n(squeeze(right))},${n(height * 0.2)}L${n(right)},${n(height * 0.38)}A${n(w / 16)},${n(w / 16)} 0 0 1 ${n(left)},${n(height * 0.38)}Z" fill="${stripe % 2 ? color : '#f4ead6'}"/>`;
    }
    body += `<rect x="${n(x)}" y="${n(height * 0.2)}" width="${n(w)}" height="${n(height * 0.18)}" fill="url(#fold)"/>`;
  }
  body += `<path d="M0,${n(height * 0.1)}Q${n(width * 0.25)},${n(height * 0.2)} ${n(width * 0.5)},${n(height * 0.11)}T${width},${n(height * 0.1)}" stroke="#1d1820" stroke-width="2.5" fill="none"/>`;
  for (const index of range(15)) {
    const t = (index + 0.5) / 15;
    const y = height * (0.105 + 0.042 * Math.sin(t * Math.PI * 2));
    body += `<circle cx="${n(t * width)}" cy="${n(y + 10)}" r="${n(width * 0.026)}" fill="url(#bulb)"/><circle cx="${n(t * width)}" cy="${n(y + 10)}" r="6.5" fill="#fff4d2"/>`;
  }
  return svg(canvas, defs, body);
}

/** A courtyard seen through arch after arch, each in brighter light. */
export function arcade(canvas: Canvas, colors: string[], light: string): string {
  const { width, height } = canvas;
  const defs =
    linear('light', [mix(light, '#ffffff', 0.5), light]) +
    glow('sun', light, 0.9) +
    linear('floor', [mix(light, '#ffffff', 0.2), colors[0] ?? '#333333']);
  let body = `<rect width="${width}" height="${height}" fill="${colors[0]}"/>`;
  const count = 6;
  for (const index of range(count)) {
    const share = 1 - index / (count + 0.6);
    const [w, foot] = [width * 0.78 * share, height * (0.5 + 0.52 * share)];
    const top = height * (0.45 - 0.34 * share);
    const [l, r] = [width / 2 - w / 2, width / 2 + w / 2];
    const spring = top + w * 0.52;
    const outline = `M${n(l)},${n(foot)}V${n(spring)}C${n(l - w * 0.06)},${n(top + w * 0.2)} ${n(width / 2 - w * 0.16)},${n(top + w * 0.1)} ${n(width / 2)},${n(top)}C${n(width / 2 + w * 0.16)},${n(top + w * 0.1)} ${n(r + w * 0.06)},${n(top + w * 0.2)} ${n(r)},${n(spring)}V${n(foot)}Z`;
    const wall = colors[Math.min(index + 1, colors.length - 1)] ?? '#888888';
    body += `<path d="${outline}" fill="${index === count - 1 ? 'url(#light)' : wall}"/><path d="${outline}" fill="none" stroke="${mix(wall, '#fff4dc', 0.45)}" stroke-width="${n(w * 0.022)}"/>`;
    if (index < count - 1) {
      for (const tile of range(9))
        body += `<path d="M${n(l + (w * tile) / 9)},${n(foot)}l${n(w / 18)},${n(-w * 0.045)}l${n(w / 18)},${n(w * 0.045)}z" fill="${mix('#1f7a8c', wall, tile % 2 ? 0.1 : 0.5)}"/>`;
    }
  }
  body += `<path d="M${n(width * 0.44)},${n(height * 0.6)}H${n(width * 0.56)}L${n(width * 0.86)},${height}H${n(width * 0.14)}Z" fill="url(#floor)" opacity=".5"/><ellipse cx="${n(width / 2)}" cy="${n(height * 0.5)}" rx="${n(width * 0.3)}" ry="${n(height * 0.36)}" fill="url(#sun)" opacity=".75"/>`;
  return svg(canvas, defs, body, { vignette: 0.5 });
}

/** A stage between red curtains, three lamps, a grand piano. */
export function stage(canvas: Canvas): string {
  const { width, height } = canvas;
  const defs =
    linear('back', ['#1a0d22', '#4a1f3d', '#1a0d1c']) +
    linear('beam', ['#fff0c8', '#fff0c8'], { opacity: [0.55, 0.03] }) +
    linear('boards', ['#8a5a34', '#3b2012']) +
    linear('fold', ['#3d060e', '#a01c2b', '#5a0b17', '#b32a37', '#3d060e'], { across: true }) +
    glow('pool', '#ffe6b0', 0.85);
  const folds = (from: number, to: number): string =>
    range(9)
      .map((index) => {
        const [x, w] = [from + ((to - from) * index) / 9, (to - from) / 9];
        return `<path d="M${n(x)},0h${n(w + 1)}q${n(w * 0.12)},${n(height * 0.45)} 0,${n(height * 0.86)}h${n(-w - 1)}q${n(-w * 0.12)},${n(-height * 0.5)} 0,${n(-height * 0.86)}z" fill="url(#fold)"/>`;
      })
      .join('');
  const beams = [0.3, 0.5, 0.72]
    .map(
      (at) =>
        `<path d="M${n(width * at - 12)},${n(height * 0.02)}h24L${n(width * (0.5 + (at - 0.5) * 0.4) + width * 0.15)},${n(height * 0.86)}h${n(-width * 0.3)}Z" fill="url(#beam)"/>`,
    )
    .join('');
  const [x, y, s] = [width * 0.5, height * 0.8, width * 0.13];
  const piano = `<path d="M${n(x - s)},${n(y - s * 0.45)}H${n(x + s * 0.8)}Q${n(x + s)},${n(y - s * 0.45)} ${n(x + s)},${n(y - s * 0.2)}H${n(x - s)}Z" fill="#0b0a0d"/><path d="M${n(x - s * 0.55)},${n(y - s * 0.45)}L${n(x + s * 0.5)},${n(y - s * 1.25)}Q${n(x + s * 0.95)},${n(y - s * 0.9)} ${n(x + s * 0.95)},${n(y - s * 0.45)}Z" fill="#17141b"/><path d="M${n(x - s * 0.85)},${n(y - s * 0.2)}v${n(s * 0.5)}M${n(x + s * 0.82)},${n(y - s * 0.2)}v${n(s * 0.5)}M${n(x)},${n(y - s * 0.2)}v${n(s * 0.42)}" stroke="#0b0a0d" stroke-width="${n(s * 0.06)}"/><rect x="${n(x - s * 0.99)}" y="${n(y - s * 0.34)}" width="${n(s * 0.4)}" height="${n(s * 0.05)}" fill="#f5efe0"/><rect x="${n(x - s * 1.5)}" y="${n(y - s * 0.1)}" width="${n(s * 0.42)}" height="${n(s * 0.07)}" fill="#0b0a0d"/><path d="M${n(x - s * 1.44)},${n(y - s * 0.05)}v${n(s * 0.34)}m${n(s * 0.3)},0v${n(-s * 0.34)}" stroke="#0b0a0d" stroke-width="5"/>`;
  const body = `<rect width="${width}" height="${height}" fill="url(#back)"/><rect y="${n(height * 0.8)}" width="${width}" height="${n(height * 0.2)}" fill="url(#boards)"/>${range(
    14,
  )
    .map(
      (index) =>
        `<path d="M${n(width * 0.5 + (index - 7) * width * 0.05)},${n(height * 0.8)}L${n(width * 0.5 + (index - 7) * width * 0.1)},${height}" stroke="#2a150b" stroke-width="1.4"/>`,
    )
    .join(
      '',
    )}<ellipse cx="${n(x)}" cy="${n(y + s * 0.28)}" rx="${n(s * 2.1)}" ry="${n(s * 0.4)}" fill="url(#pool)"/>${piano}${beams}${folds(-20, width * 0.2)}${folds(width * 0.8, width + 20)}<g>${range(
    12,
  )
    .map(
      (index) =>
        `<path d="M${n((index * width) / 12)},0h${n(width / 12)}v${n(height * 0.11)}a${n(width / 24)},${n(width / 24)} 0 0 1 ${n(-width / 12)},0z" fill="url(#fold)"/>`,
    )
    .join('')}</g>`;
  return svg(canvas, defs, body);
}
