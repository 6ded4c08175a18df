import { expect, test } from 'vitest';
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
  const view = await show(null);
  await expect.poll(() => loaded('Literata').toSorted()).toEqual(['italic', 'normal']);
  expect(loaded('Atkinson')).toEqual([]);
  view.settings = { ...settings, family: 'legible' };
  await expect.poll(() => loaded('Atkinson').toSorted()).toEqual(['italic', 'normal']);
});
