/// <reference types="@vitest/browser-playwright" />
import { cdp } from 'vitest/browser';

/** On paper, where the system forces its colours, or where the reader wishes for more contrast. */
export type Medium = 'print' | 'forced colours' | 'more contrast';

const emulated = {
  print: { media: 'print' },
  'forced colours': { features: [{ name: 'forced-colors', value: 'active' }] },
  'more contrast': { features: [{ name: 'prefers-contrast', value: 'more' }] },
};

/** Does something in another medium; afterwards all is as before. */
export async function inMedium(medium: Medium, act: () => Promise<void>): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', emulated[medium]);
  try {
    await act();
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '', features: [] });
  }
}
