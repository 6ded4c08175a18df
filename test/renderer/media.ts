/// <reference types="@vitest/browser-playwright" />
import { cdp } from 'vitest/browser';

/** Does something on paper, or where the system forces its colours; afterwards all is as before. */
export async function inMedium(
  medium: 'print' | 'forced colours',
  act: () => Promise<void>,
): Promise<void> {
  const forced = [{ name: 'forced-colors', value: 'active' }];
  await cdp().send(
    'Emulation.setEmulatedMedia',
    medium === 'print' ? { media: 'print' } : { features: forced },
  );
  try {
    await act();
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '', features: [] });
  }
}
