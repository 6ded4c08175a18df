/** Botanical cards: a plant on paper, drawn branch by branch, and a bowl of pears. */
import { between, chanceOf, linear, mix, n, range, svg } from './kit.ts';
import type { Canvas, Chance } from './kit.ts';

export interface Plant {
  kind:
    | 'fern'
    | 'poppy'
    | 'ginkgo'
    | 'kelp'
    | 'thistle'
    | 'branch'
    | 'bell'
    | 'grass'
    | 'olive'
    | 'rose'
    | 'pine'
    | 'daisy';
  leaf: string;
  bloom: string;
  paper?: string;
  label: string;
}

/** One plant on a laid-paper card, with its name as on a herbarium sheet. */
export function botanical(canvas: Canvas, plant: Plant): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const paper = plant.paper ?? '#f1e8d4';
  const unit = Math.min(width, height) / 100;
  const defs = `${linear('paper', [mix(paper, '#ffffff', 0.4), paper, mix(paper, '#8a7048', 0.14)])}<filter id="fibre" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".008 .2" numOctaves="3" seed="${seed % 500}"/><feColorMatrix values="0 0 0 0 .42 0 0 0 0 .33 0 0 0 0 .2 .5 0 0 0 -.2"/></filter><filter id="shadow" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur in="SourceAlpha" stdDeviation="${n(unit * 0.5)}"/><feOffset dx="${n(unit * 0.5)}" dy="${n(unit * 0.7)}"/><feComponentTransfer><feFuncA type="linear" slope=".28"/></feComponentTransfer><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>`;
  const drawn = draw(plant, chance, width, height, unit);
  const body = `<rect width="${width}" height="${height}" fill="url(#paper)"/><rect width="${width}" height="${height}" filter="url(#fibre)" opacity=".5"/><rect x="${n(unit * 4)}" y="${n(unit * 4)}" width="${n(width - unit * 8)}" height="${n(height - unit * 8)}" fill="none" stroke="${mix(paper, '#5b4524', 0.55)}" stroke-width="${n(unit * 0.25)}"/><g filter="url(#shadow)">${drawn}</g><text x="${n(width / 2)}" y="${n(height - unit * 7)}" font-family="P052, Palatino, serif" font-style="italic" font-size="${n(unit * 3.6)}" text-anchor="middle" fill="#4a3a24" letter-spacing="${n(unit * 0.1)}">${plant.label}</text>`;
  return svg(canvas, defs, body, { grain: 0.08, vignette: 0.16 });
}

function leafPath(
  x: number,
  y: number,
  angle: number,
  long: number,
  wide: number,
  fill: string,
): string {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const at = (u: number, v: number): string =>
    `${n(x + c * u * long - s * v * wide)},${n(y + s * u * long + c * v * wide)}`;
  return `<path d="M${at(0, 0)}C${at(0.25, 0.9)} ${at(0.7, 0.7)} ${at(1, 0)}C${at(0.7, -0.7)} ${at(0.25, -0.9)} ${at(0, 0)}Z" fill="${fill}"/><path d="M${at(0, 0)}C${at(0.25, 0.9)} ${at(0.7, 0.7)} ${at(1, 0)}Z" fill="#0d2014" opacity=".16"/><path d="M${at(0, 0)}L${at(0.92, 0)}" stroke="#f5f0d8" stroke-width=".9" opacity=".4"/>`;
}

function stem(points: [number, number][], wide: number, color: string): string {
  const [[x0, y0] = [0, 0], [x1, y1] = [0, 0], [x2, y2] = [0, 0]] = points;
  return `<path d="M${n(x0)},${n(y0)}Q${n(x1)},${n(y1)} ${n(x2)},${n(y2)}" fill="none" stroke="${color}" stroke-width="${n(wide)}" stroke-linecap="round"/>`;
}

/** A point on the curve of a stem. */
function onStem(points: [number, number][], t: number): { x: number; y: number; angle: number } {
  const [[x0, y0] = [0, 0], [x1, y1] = [0, 0], [x2, y2] = [0, 0]] = points;
  const u = 1 - t;
  const [dx, dy] = [2 * u * (x1 - x0) + 2 * t * (x2 - x1), 2 * u * (y1 - y0) + 2 * t * (y2 - y1)];
  return {
    x: u * u * x0 + 2 * u * t * x1 + t * t * x2,
    y: u * u * y0 + 2 * u * t * y1 + t * t * y2,
    angle: Math.atan2(dy, dx),
  };
}

function petals(x: number, y: number, r: number, count: number, fill: string, wide = 0.42): string {
  return range(count)
    .map((index) =>
      leafPath(
        x,
        y,
        (index / count) * Math.PI * 2 + index * 0.05,
        r,
        r * wide,
        mix(fill, index % 2 ? '#ffffff' : '#501028', 0.12),
      ),
    )
    .join('');
}

function draw(plant: Plant, chance: Chance, width: number, height: number, unit: number): string {
  const { kind, leaf, bloom } = plant;
  const foot: [number, number] = [width * 0.5, height - unit * 14];
  const tint = (): string =>
    mix(leaf, chance() < 0.5 ? '#ffffff' : '#0c2a1c', between(chance, 0, 0.22));
  const high = height - unit * 26;
  const stems = (count: number): [number, number][][] =>
    range(count).map((index) => {
      const side = count === 1 ? 0.08 : (index / (count - 1) - 0.5) * 1.5;
      const reach = high * between(chance, 0.78, 1) * (1 - Math.abs(side) * 0.3);
      return [
        foot,
        [foot[0] + side * unit * 6, foot[1] - reach * 0.6],
        [foot[0] + side * width * 0.34, foot[1] - reach],
      ];
    });
  const lines: Record<Plant['kind'], number> = {
    fern: 3,
    poppy: 4,
    ginkgo: 3,
    kelp: 5,
    thistle: 3,
    branch: 4,
    bell: 3,
    grass: 9,
    olive: 2,
    rose: 1,
    pine: 3,
    daisy: 5,
  };
  return stems(lines[kind])
    .map((line) => {
      let out = stem(line, unit * (kind === 'grass' ? 0.45 : 0.8), mix(leaf, '#3a2a18', 0.35));
      const leaves = {
        fern: 26,
        poppy: 5,
        ginkgo: 6,
        kelp: 14,
        thistle: 9,
        branch: 9,
        bell: 8,
        grass: 3,
        olive: 17,
        rose: 10,
        pine: 60,
        daisy: 4,
      }[kind];
      for (const index of range(leaves)) {
        const t = 0.12 + (index / leaves) * 0.86;
        const place = onStem(line, t);
        const taper = Math.sin(Math.PI * (0.25 + t * 0.72));
        for (const side of [-1, 1]) {
          const angle = place.angle + side * (kind === 'pine' ? 0.55 : between(chance, 0.7, 1.05));
          if (kind === 'fern')
            out += leafPath(place.x, place.y, angle, unit * 15 * taper, unit * 1.5, tint());
          else if (kind === 'pine')
            out += `<path d="M${n(place.x)},${n(place.y)}l${n(Math.cos(angle) * unit * 9 * taper)},${n(Math.sin(angle) * unit * 9 * taper)}" stroke="${tint()}" stroke-width="${n(unit * 0.35)}" stroke-linecap="round"/>`;
          else if (kind === 'ginkgo')
            out += fan(
              place.x,
              place.y,
              angle,
              unit * between(chance, 8, 12),
              mix(bloom, leaf, chance() * 0.6),
            );
          else if (kind === 'kelp')
            out += leafPath(
              place.x,
              place.y,
              angle + between(chance, -0.3, 0.3),
              unit * 13 * taper,
              unit * 2.6,
              tint(),
            );
          else if (kind === 'grass')
            out += leafPath(place.x, place.y, angle, unit * 9, unit * 0.6, tint());
          else if ((index + (side > 0 ? 1 : 0)) % 2 === 0 || kind === 'olive')
            out += leafPath(
              place.x,
              place.y,
              angle,
              unit * between(chance, 8, 13) * (kind === 'rose' ? 1.1 : 1),
              unit * (kind === 'olive' ? 1.7 : 3.3),
              tint(),
            );
          if (kind === 'olive' && chance() < 0.3)
            out += `<ellipse cx="${n(place.x + Math.cos(angle) * unit * 3)}" cy="${n(place.y + Math.sin(angle) * unit * 3 + unit * 2)}" rx="${n(unit * 1.5)}" ry="${n(unit * 2.1)}" fill="${bloom}"/>`;
          if (kind === 'branch' && chance() < 0.62)
            out +=
              petals(
                place.x + Math.cos(angle) * unit * 4,
                place.y + Math.sin(angle) * unit * 4,
                unit * between(chance, 3, 4.4),
                5,
                bloom,
                0.62,
              ) +
              `<circle cx="${n(place.x + Math.cos(angle) * unit * 4)}" cy="${n(place.y + Math.sin(angle) * unit * 4)}" r="${n(unit * 0.8)}" fill="#e5b53a"/>`;
          if (kind === 'bell' && t > 0.35)
            out += bell(place.x, place.y, side, unit * between(chance, 4, 5.6), bloom);
        }
      }
      return out + head(plant, line, chance, unit);
    })
    .join('');
}

/** What a stem ends in. */
function head(
  { kind, leaf, bloom }: Plant,
  line: [number, number][],
  chance: Chance,
  unit: number,
): string {
  const { x, y } = onStem(line, 1);
  if (kind === 'poppy')
    return (
      petals(x, y, unit * 10, 5, bloom, 0.75) +
      petals(x, y, unit * 6.4, 5, mix(bloom, '#ffffff', 0.12), 0.7) +
      `<circle cx="${n(x)}" cy="${n(y)}" r="${n(unit * 1.8)}" fill="#2b2a22"/>` +
      range(16)
        .map(
          (index) =>
            `<circle cx="${n(x + Math.cos(index * 0.39) * unit * 2.8)}" cy="${n(y + Math.sin(index * 0.39) * unit * 2.8)}" r="${n(unit * 0.4)}" fill="#35291c"/>`,
        )
        .join('')
    );
  if (kind === 'daisy')
    return (
      petals(x, y, unit * 8.5, 18, bloom, 0.17) +
      `<circle cx="${n(x)}" cy="${n(y)}" r="${n(unit * 2.5)}" fill="#d9a02b"/><circle cx="${n(x - unit * 0.5)}" cy="${n(y - unit * 0.6)}" r="${n(unit * 1.6)}" fill="#efc04f"/>`
    );
  if (kind === 'thistle')
    return (
      range(60)
        .map(() => {
          const a = -Math.PI / 2 + between(chance, -0.95, 0.95);
          const l = unit * between(chance, 6, 10.5);
          return `<path d="M${n(x)},${n(y)}l${n(Math.cos(a) * l)},${n(Math.sin(a) * l)}" stroke="${mix(bloom, '#ffffff', chance() * 0.4)}" stroke-width="${n(unit * 0.45)}"/>`;
        })
        .join('') +
      `<ellipse cx="${n(x)}" cy="${n(y + unit * 1.6)}" rx="${n(unit * 3.5)}" ry="${n(unit * 4)}" fill="${mix(leaf, '#1c3424', 0.3)}"/>` +
      range(15)
        .map(
          (index) =>
            `<path d="M${n(x + ((index % 5) - 2) * unit * 1.3)},${n(y + Math.floor(index / 5) * unit * 1.7)}l${n(unit * 0.6)},${n(unit * 1.1)}l${n(unit * 0.6)},${n(-unit * 1.1)}" fill="none" stroke="${mix(leaf, '#ffffff', 0.45)}" stroke-width="${n(unit * 0.28)}"/>`,
        )
        .join('')
    );
  if (kind === 'grass')
    return range(24)
      .map(
        (index) =>
          `<ellipse cx="${n(x + (index % 2 ? 1 : -1) * unit * 0.8)}" cy="${n(y + index * unit * 0.8)}" rx="${n(unit * 0.55)}" ry="${n(unit * 1.4)}" fill="${mix(bloom, '#6a4a1c', index / 60)}" transform="rotate(${index % 2 ? -24 : 24} ${n(x)} ${n(y + index * unit * 0.8)})"/>`,
      )
      .join('');
  if (kind === 'rose')
    return range(7)
      .map((ring) =>
        range(8 - Math.floor(ring / 2))
          .map((index) => {
            const a = index * 0.95 + ring * 0.6;
            const d = unit * (7 - ring);
            return `<ellipse cx="${n(x + Math.cos(a) * d)}" cy="${n(y + Math.sin(a) * d)}" rx="${n(unit * (6 - ring * 0.6))}" ry="${n(unit * (4.6 - ring * 0.45))}" transform="rotate(${n((a * 180) / Math.PI + 90)} ${n(x + Math.cos(a) * d)} ${n(y + Math.sin(a) * d)})" fill="${mix(mix(bloom, '#ffffff', 0.3), mix(bloom, '#3a0614', 0.35), ring / 7)}" stroke="${mix(bloom, '#3a0614', 0.3)}" stroke-width=".8" stroke-opacity=".4"/>`;
          })
          .join(''),
      )
      .join('');
  if (kind === 'pine') return cone(line, unit, bloom);
  return '';
}

/** A cone hanging a third of the way down its twig: rows of scales, widest in the middle. */
function cone(line: [number, number][], unit: number, color: string): string {
  const { x, y } = onStem(line, 0.62);
  return range(8)
    .flatMap((row) => {
      const wide = unit * 4.2 * Math.sin(Math.PI * (0.2 + row * 0.095));
      const scales = 5 - (row % 2);
      return range(scales).map((index) => {
        const cx = x + ((index + 0.5) / scales - 0.5) * wide * 2;
        return `<ellipse cx="${n(cx)}" cy="${n(y + row * unit * 1.5)}" rx="${n(wide / scales + unit * 0.5)}" ry="${n(unit * 1.3)}" fill="${mix(color, index % 2 ? '#3a1d0c' : '#d9a870', 0.22 + row * 0.03)}" stroke="#3a1d0c" stroke-width=".8" stroke-opacity=".5"/>`;
      });
    })
    .join('');
}

function fan(x: number, y: number, angle: number, r: number, fill: string): string {
  const at = (a: number, d: number): string =>
    `${n(x + Math.cos(angle + a) * d)},${n(y + Math.sin(angle + a) * d)}`;
  const veins = range(9)
    .map((index) => `M${at(0, r * 0.35)}L${at((index - 4) * 0.17, r * 0.95)}`)
    .join('');
  return `<path d="M${n(x)},${n(y)}L${at(0, r * 0.35)}L${at(-0.85, r * 0.86)}Q${at(-0.45, r * 1.16)} ${at(-0.06, r * 1.02)}L${at(0, r * 0.8)}L${at(0.06, r * 1.02)}Q${at(0.45, r * 1.16)} ${at(0.85, r * 0.86)}L${at(0, r * 0.35)}Z" fill="${fill}"/><path d="${veins}" stroke="#6b4a10" stroke-width=".8" opacity=".35" fill="none"/>`;
}

function bell(x: number, y: number, side: number, r: number, fill: string): string {
  const cx = x + side * r * 1.3;
  return `<path d="M${n(x)},${n(y)}Q${n(cx)},${n(y - r * 0.7)} ${n(cx)},${n(y)}" stroke="#5c6b3a" stroke-width="2" fill="none"/><path d="M${n(cx - r * 0.45)},${n(y)}Q${n(cx)},${n(y - r * 0.4)} ${n(cx + r * 0.45)},${n(y)}Q${n(cx + r * 0.5)},${n(y + r * 0.8)} ${n(cx + r * 0.85)},${n(y + r * 1.4)}L${n(cx + r * 0.4)},${n(y + r * 1.2)}L${n(cx)},${n(y + r * 1.5)}L${n(cx - r * 0.4)},${n(y + r * 1.2)}L${n(cx - r * 0.85)},${n(y + r * 1.4)}Q${n(cx - r * 0.5)},${n(y + r * 0.8)} ${n(cx - r * 0.45)},${n(y)}Z" fill="${fill}"/><path d="M${n(cx)},${n(y)}Q${n(cx + r * 0.3)},${n(y + r * 0.6)} ${n(cx)},${n(y + r * 1.5)}L${n(cx + r * 0.4)},${n(y + r * 1.2)}L${n(cx + r * 0.85)},${n(y + r * 1.4)}Q${n(cx + r * 0.5)},${n(y + r * 0.8)} ${n(cx + r * 0.45)},${n(y)}Z" fill="#180a30" opacity=".18"/>`;
}

/** One pear with its shadow and leaf; `r` is half its width. */
function pear(x: number, y: number, r: number, tilt: number): string {
  return `<ellipse cx="${n(x + r * 0.9)}" cy="${n(y + r * 0.9)}" rx="${n(r * 1.8)}" ry="${n(r * 0.25)}" fill="#1c0f0a" opacity=".4" filter="url(#soft)"/><g transform="rotate(${n(tilt)} ${n(x)} ${n(y)})"><path d="M${n(x)},${n(y - r * 1.9)}C${n(x + r * 0.75)},${n(y - r * 1.9)} ${n(x + r * 0.5)},${n(y - r * 0.9)} ${n(x + r * 0.95)},${n(y - r * 0.2)}C${n(x + r * 1.35)},${n(y + r * 0.6)} ${n(x + r * 0.6)},${n(y + r)} ${n(x)},${n(y + r)}C${n(x - r * 0.6)},${n(y + r)} ${n(x - r * 1.35)},${n(y + r * 0.6)} ${n(x - r * 0.95)},${n(y - r * 0.2)}C${n(x - r * 0.5)},${n(y - r * 0.9)} ${n(x - r * 0.75)},${n(y - r * 1.9)} ${n(x)},${n(y - r * 1.9)}Z" fill="url(#skin)"/><path d="M${n(x)},${n(y - r * 1.85)}q${n(r * 0.05)},${n(-r * 0.4)} ${n(r * 0.3)},${n(-r * 0.55)}" stroke="#4a2f14" stroke-width="${n(r * 0.1)}" fill="none" stroke-linecap="round"/>${leafPath(x + r * 0.1, y - r * 2.05, -0.3, r * 0.95, r * 0.24, '#58702e')}</g>`;
}

/** Pears and a jug on a table, in the light of a window. */
export function stillLife(
  canvas: Canvas,
  wall: string[],
  cloth: string,
  fruit: [string, string],
  pot: string,
): string {
  const { width, height, seed } = canvas;
  const chance = chanceOf(seed);
  const table = height * 0.66;
  const defs = `${linear('wall', wall, { across: true })}${linear('cloth', [mix(cloth, '#ffffff', 0.25), cloth, mix(cloth, '#000000', 0.3)])}<radialGradient id="skin" cx=".34" cy=".36" r=".8"><stop offset="0" stop-color="${mix(fruit[0], '#ffffff', 0.55)}"/><stop offset="40%" stop-color="${fruit[0]}"/><stop offset="100%" stop-color="${fruit[1]}"/></radialGradient>${linear('jug', [mix(pot, '#ffffff', 0.5), pot, mix(pot, '#000000', 0.6)], { across: true })}<linearGradient id="pane" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff5d8" stop-opacity=".6"/><stop offset="1" stop-color="#fff5d8" stop-opacity="0"/></linearGradient>`;
  const [jx, jy, s] = [width * 0.3, table + height * 0.1, height * 0.17];
  const jug = `<ellipse cx="${n(jx + s * 0.9)}" cy="${n(jy + s * 0.02)}" rx="${n(s * 1.7)}" ry="${n(s * 0.2)}" fill="#1c0f0a" opacity=".45" filter="url(#soft)"/><path d="M${n(jx + s * 0.62)},${n(jy - s * 2)}C${n(jx + s * 1.6)},${n(jy - s * 2.1)} ${n(jx + s * 1.5)},${n(jy - s * 0.9)} ${n(jx + s * 0.72)},${n(jy - s * 0.7)}" fill="none" stroke="${mix(pot, '#000000', 0.35)}" stroke-width="${n(s * 0.15)}"/><path d="M${n(jx - s * 0.5)},${n(jy - s * 2.4)}L${n(jx + s * 0.55)},${n(jy - s * 2.4)}C${n(jx + s * 0.4)},${n(jy - s * 1.7)} ${n(jx + s * 0.95)},${n(jy - s * 1.4)} ${n(jx + s * 0.85)},${n(jy - s * 0.6)}C${n(jx + s * 0.8)},${n(jy - s * 0.1)} ${n(jx + s * 0.5)},${n(jy)} ${n(jx)},${n(jy)}C${n(jx - s * 0.5)},${n(jy)} ${n(jx - s * 0.8)},${n(jy - s * 0.1)} ${n(jx - s * 0.85)},${n(jy - s * 0.6)}C${n(jx - s * 0.95)},${n(jy - s * 1.4)} ${n(jx - s * 0.4)},${n(jy - s * 1.7)} ${n(jx - s * 0.5)},${n(jy - s * 2.4)}Z" fill="url(#jug)"/><ellipse cx="${n(jx + s * 0.02)}" cy="${n(jy - s * 2.4)}" rx="${n(s * 0.53)}" ry="${n(s * 0.1)}" fill="${mix(pot, '#000000', 0.6)}"/><ellipse cx="${n(jx - s * 0.42)}" cy="${n(jy - s * 0.9)}" rx="${n(s * 0.13)}" ry="${n(s * 0.42)}" fill="#fff" opacity=".3" filter="url(#soft)"/>`;
  const pears = [
    [0.46, 0.8, 0.085],
    [0.6, 0.77, 0.08],
    [0.71, 0.84, 0.09],
    [0.55, 0.88, 0.075],
  ]
    .map(([x = 0, y = 0, r = 0]) =>
      pear(width * x, height * y, height * r, between(chance, -14, 16)),
    )
    .join('');
  const body = `<rect width="${width}" height="${height}" fill="url(#wall)"/><path d="M${n(width * 0.02)},0L${n(width * 0.34)},0L${n(width * 0.72)},${n(table)}L${n(width * 0.38)},${n(table)}Z" fill="url(#pane)" filter="url(#soft)"/><rect y="${n(table)}" width="${width}" height="${n(height - table)}" fill="url(#cloth)"/><rect y="${n(table)}" width="${width}" height="4" fill="#fff" opacity=".25"/>${jug}${pears}`;
  return svg(canvas, defs, body, { grain: 0.16, vignette: 0.5 });
}
