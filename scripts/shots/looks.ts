import type { OpenOptions } from '../../test/end-to-end/doors.ts';

/** What the window looks like: light or dark, wide or narrow. */
export interface Look {
  name: string;
  isNarrow: boolean;
  options: OpenOptions;
}

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

export const looks: Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  {
    name: `${colorScheme}-wide`,
    isNarrow: false,
    options: { viewport: wide, colorScheme },
  },
  {
    name: `${colorScheme}-narrow`,
    isNarrow: true,
    options: { viewport: narrow, colorScheme },
  },
]);
