import { expect, onTestFinished, test, vi } from 'vitest';
import '../../../renderer/fonts.css';
import '../../../renderer/tokens.css';
import { settings } from './sample.ts';
import { show } from './stage.ts';

/** The styles in which a family is loaded. */
function loaded(family: string): string[] {
  return [...document.fonts]
    .filter((face) => face.status === 'loaded' && face.family.includes(family))
    .map((face) => face.style);
}

test('the face of articles is there before one is opened, upright and slanted', async () => {
  expect(loaded('Literata')).toEqual([]);
  await show(null);
  await expect.poll(() => loaded('Literata').toSorted()).toEqual(['italic', 'normal']);
});

test('it comes also where a browser does not tell when it has nothing to do', async () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const view = await show(null);
  expect(loaded('Atkinson')).toEqual([]);
  view.settings = { ...settings, family: 'legible' };
  const styles = (): string[] => loaded('Atkinson').toSorted();
  await expect.poll(styles, { timeout: 5000 }).toEqual(['italic', 'normal']);
});
