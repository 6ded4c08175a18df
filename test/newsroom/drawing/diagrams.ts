/** Drawings that are served as SVG: small, sharp at every size, with text in them. */
import { n, points, range } from './kit.ts';

/** Metres of water: a semidiurnal tide that grows towards the springs. */
function level(hour: number): number {
  return 3 + (1.5 + 0.7 * Math.sin(hour / 53)) * Math.sin((hour / 12.42) * Math.PI * 2);
}

/** A week of tides at Aldhaven as a curve over its hours. */
export function tideTable(): string {
  const [width, height, left, right, top, bottom] = [1200, 720, 90, 1150, 110, 600];
  const x = (hour: number): number => left + ((right - left) * hour) / 168;
  const y = (metres: number): number => bottom - ((bottom - top) * metres) / 6;
  const curve = range(673).map((step): [number, number] => [x(step / 4), y(level(step / 4))]);
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const columns = days
    .map(
      (day, index) =>
        `<rect x="${n(x(index * 24))}" y="${top}" width="${n(x(24) - left)}" height="${bottom - top}" fill="${index % 2 ? '#eef3f4' : '#f8faf9'}"/><text x="${n(x(index * 24 + 12))}" y="${bottom + 36}" text-anchor="middle">${day}</text>`,
    )
    .join('');
  const rules = range(7)
    .map(
      (metres) =>
        `<path d="M${left},${n(y(metres))}H${right}" stroke="#c9d5d8"/><text x="${left - 16}" y="${n(y(metres) + 7)}" text-anchor="end">${metres} m</text>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Georgia, serif" font-size="22" fill="#27424c"><title>Tides at Aldhaven</title><defs><linearGradient id="w" x2="0" y2="1"><stop offset="0" stop-color="#3f8aa0" stop-opacity=".75"/><stop offset="1" stop-color="#123f57" stop-opacity=".9"/></linearGradient></defs><rect width="${width}" height="${height}" fill="#fffdf7"/><text x="${left}" y="62" font-size="34" fill="#12303c">A week of water at the Old Quay</text>${columns}<path d="M${points(curve).replaceAll(' ', 'L')}V${bottom}H${left}Z" fill="url(#w)"/><path d="M${points(curve).replaceAll(' ', 'L')}" fill="none" stroke="#0e3346" stroke-width="2.5"/>${rules}<path d="M${left},${n(y(4.4))}H${right}" stroke="#b5452c" stroke-width="2.5" stroke-dasharray="10 8"/><path d="M850,684h50" stroke="#b5452c" stroke-width="2.5" stroke-dasharray="10 8"/><text x="${right}" y="690" text-anchor="end" fill="#b5452c" font-style="italic" font-size="20">the step of the chandlery</text><text x="${left}" y="690" font-size="18" fill="#6b7f86">Height above chart datum, hour by hour</text></svg>`;
}

/** The plan of a small tramway: four lines and their stops. */
export function tramPlan(): string {
  const lines: {
    color: string;
    name: string;
    stops: [number, number, string, ('end' | 'middle' | 'below')?][];
  }[] = [
    {
      color: '#c1442e',
      name: '1',
      stops: [
        [110, 640, 'Old Quay'],
        [260, 640, 'Fish Hall', 'below'],
        [400, 500, 'Market', 'end'],
        [600, 400, 'Town Hall'],
        [800, 400, 'Library'],
        [1060, 400, 'Botanic Garden', 'middle'],
      ],
    },
    {
      color: '#1f6f8b',
      name: '2',
      stops: [
        [150, 180, 'North Mole'],
        [300, 180, 'Ropewalk'],
        [460, 280, 'Custom House', 'below'],
        [600, 400, ''],
        [740, 520, 'Infirmary'],
        [1000, 640, 'Station'],
      ],
    },
    {
      color: '#7c8f3b',
      name: '3',
      stops: [
        [600, 130, 'University'],
        [600, 250, 'Observatory'],
        [600, 400, ''],
        [600, 560, 'Mill Bridge'],
        [600, 700, 'Orchards'],
      ],
    },
  ];
  const tracks = lines
    .map(
      (line) =>
        `<polyline points="${points(line.stops.map(([x, y]): [number, number] => [x, y]))}" fill="none" stroke="${line.color}" stroke-width="15" stroke-linejoin="round" stroke-linecap="round"/>`,
    )
    .join('');
  const stops = lines
    .flatMap((line) =>
      line.stops.map(([x, y, label, anchor]) =>
        label
          ? `<circle cx="${x}" cy="${y}" r="11" fill="#fffdf6" stroke="#22303a" stroke-width="4"/><text ${placed(x, y, anchor)} font-size="22">${label}</text>`
          : '',
      ),
    )
    .join('');
  const badges = lines
    .map((line) => {
      const [x = 0, y = 0] = line.stops[0] ?? [];
      return `<rect x="${x - 64}" y="${y - 19}" width="38" height="38" rx="8" fill="${line.color}"/><text x="${x - 45}" y="${y + 9}" text-anchor="middle" fill="#fff" font-size="26" font-weight="bold">${line.name}</text>`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800" font-family="Helvetica, Arial, sans-serif" fill="#22303a"><title>The tramway of Aldhaven</title><rect width="1200" height="800" fill="#f4f0e4"/><path d="M0,600C180,560 240,720 420,740S700,800 1200,730V800H0Z" fill="#bcd6dc"/><path d="M900,0C880,160 700,240 690,380S820,620 780,800" fill="none" stroke="#bcd6dc" stroke-width="44"/>${tracks}${stops}<circle cx="600" cy="400" r="16" fill="#fffdf6" stroke="#22303a" stroke-width="6"/>${badges}<text x="60" y="70" font-size="34" font-weight="bold">The tramway</text></svg>`;
}

/** Where a stop's label goes: to the right above it, unless a line is in the way there. */
function placed(x: number, y: number, side: 'end' | 'middle' | 'below' | undefined): string {
  if (side === 'below') return `x="${x - 8}" y="${y + 34}" text-anchor="end"`;
  if (side === 'middle') return `x="${x}" y="${y - 20}" text-anchor="middle"`;
  return side === 'end'
    ? `x="${x - 16}" y="${y - 20}" text-anchor="end"`
    : `x="${x + 16}" y="${y - 20}" text-anchor="start"`;
}
