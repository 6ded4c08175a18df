import { expect, test } from 'vitest';
import { inMedium } from '../media.ts';
import '../../../renderer/print.css';
import { article, paragraphs, picture } from './sample.ts';
import { find, findAll, show } from './stage.ts';

const pictures = Array.from({ length: 7 }, (_, ordinal) => picture(ordinal, { gallery: 0 }));
const printed = article({
  html: `${paragraphs(20)}${pictures.map(({ ordinal }) => `<figure data-picture="${ordinal}"></figure>`).join('')}`,
  pictureList: pictures,
});

test('while it is printed, an article shows all of its pictures and names the print', async () => {
  const view = await show(printed);
  const title = document.title;
  expect(findAll(view, '.tiles img')).toHaveLength(5);
  window.dispatchEvent(new Event('beforeprint'));
  expect(findAll(view, '.tiles img')).toHaveLength(7);
  expect(find(view, 'details').hasAttribute('open')).toBe(true);
  expect(document.title).toBe('The Night Pilots');
  window.dispatchEvent(new Event('afterprint'));
  expect(findAll(view, '.tiles img')).toHaveLength(5);
  expect(document.title).toBe(title);
});

test('on paper the text has its own length, in black, and nothing that is pressed', async () => {
  const view = await show(printed);
  document.documentElement.dataset['theme'] = 'dark';
  await inMedium('print', async () => {
    const page = find(view, '.page');
    expect(page.scrollHeight).toBeLessThanOrEqual(page.clientHeight + 1);
    expect(getComputedStyle(find(view, '.body p')).color).toBe('rgb(0, 0, 0)');
    const pressed = ['.actions', '.line', '.all', 'summary'];
    expect(pressed.filter((each) => find(view, each).checkVisibility())).toEqual([]);
  });
});
