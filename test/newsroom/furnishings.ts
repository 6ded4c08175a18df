/** Small drawings around the articles: site icon, advertisements, avatars, the tracking pixel. */

const svgOpen = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`;

/** A transparent 1×1 GIF. */
export const pixel = Buffer.from(
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'base64',
);

export const icon = `${svgOpen(64, 64)}<rect width="64" height="64" rx="14" fill="#7c1f1f"/><path d="M14 46V20l18 14 18-14v26" fill="none" stroke="#fbf9f4" stroke-width="6" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

/** A face of two circles, in one of six colours. */
export function avatar(index: number): string {
  const color =
    ['#8a5a44', '#4a6d7c', '#7a7f45', '#86536b', '#5b5f97', '#b07d2b'][index % 6] ?? '#777777';
  return `${svgOpen(64, 64)}<rect width="64" height="64" fill="${color}" opacity=".35"/><circle cx="32" cy="24" r="12" fill="${color}"/><path d="M8 64a24 24 0 0 1 48 0z" fill="${color}"/></svg>`;
}

const slogans: Record<string, [string, string, string]> = {
  subscribe: ['The paper, on paper', 'Six weeks for the price of four', '#23384a'],
  ferry: ['Skarrow and back', 'Every hour, in most weathers', '#1f6f6b'],
  quinces: ['Quinces are in', 'Market hall, stall nine', '#a05a1c'],
};

/** A house advertisement, or undefined for a name nobody booked. */
export function advertisementSvg(name: string): string | undefined {
  const [first, second, color] = slogans[name] ?? [];
  if (!first || !second || !color) return undefined;
  return `${svgOpen(300, 250)}<rect width="300" height="250" fill="${color}"/><circle cx="240" cy="60" r="90" fill="#fff" opacity=".1"/><path d="M0 210q40-24 75 0t75 0 75 0 75 0v40H0z" fill="#fff" opacity=".18"/><text x="24" y="120" font-family="Georgia,serif" font-size="27" fill="#fff">${first}</text><text x="24" y="152" font-family="Helvetica,Arial,sans-serif" font-size="16" fill="#fff" opacity=".85">${second}</text></svg>`;
}
