import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findText, fold } from '../../../renderer/article/find-text.ts';
import type { CarrelArticle } from '../../../renderer/article/carrel-article.ts';
import { article, paragraphs, picture } from './sample.ts';
import { find, nextFrames, show } from './stage.ts';

function inside(html: string): HTMLElement {
  const body = document.createElement('div');
  const range = document.createRange();
  body.append(range.createContextualFragment(html));
  document.body.append(body);
  return body;
}

const texts = (html: string, words: string): string[] => findText(inside(html), words).map(String);

describe('words are found', () => {
  test.each([
    ['whatever their accents', '<p>Der Café-Besitzer über Ångström</p>', 'cafe', ['Café']],
    ['whatever accents are typed', '<p>Uber alles</p>', 'über', ['Uber']],
    ['whatever their case', '<p>HARBOUR harbour</p>', 'Harbour', ['HARBOUR', 'harbour']],
    [
      'across inline elements',
      '<p>the <em>har</em>bour <a>light</a>s</p>',
      'harbour l',
      ['harbour l'],
    ],
    [
      'over soft hyphens and broken lines',
      '<p>har\u00ADbour\n   light</p>',
      'harbour light',
      ['har\u00ADbour\n   light'],
    ],
    ['with ß for ss', '<p>Die Straße</p>', 'strasse', ['Straße']],
    ['in scripts without spaces', '<p>山顶茶馆的茶</p>', '茶', ['茶', '茶']],
    ['without overlapping', '<p>aaaa</p>', 'aa', ['aa', 'aa']],
  ])('%s', (_, html, words, found) => {
    expect(texts(html, words)).toEqual(found);
  });

  test.each([
    ['across two blocks', '<p>the har</p><p>bour</p>', 'harbour'],
    [
      'across two cells',
      '<table><tbody><tr><td>har</td><td>bour</td></tr></tbody></table>',
      'harbour',
    ],
    ['in what is pressed', '<p>x</p><button>harbour</button>', 'harbour'],
    ['for nothing but spaces', '<p>a b</p>', '  '],
  ])('but not %s', (_, html, words) => {
    expect(texts(html, words)).toEqual([]);
  });

  test('of another letter nothing is taken away', () => {
    expect(fold('Øre Łódź ﬁne')).toBe('øre łodz fine');
  });
});

const field = page.getByRole('textbox', { name: 'Find in the article' });
const painted = (name: string): string[] => [...(CSS.highlights.get(name) ?? [])].map(String);

async function finding(words: string, view: CarrelArticle): Promise<void> {
  await view.find();
  await field.fill(words);
  await nextFrames();
}

describe('in an open article', () => {
  test('places are counted, painted and gone through, round and round', async () => {
    const view = await show(
      article({ html: `<p>One pilot.</p>${paragraphs(30)}<p>A pilot, last.</p>` }),
    );
    await finding('pilot', view);
    const of = painted('carrel-found').length;
    expect(of).toBe(30 * 8 + 2);
    await expect.element(page.getByText(`1 of ${of}`)).toBeVisible();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await expect.element(page.getByText(`${of} of ${of}`)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(`1 of ${of}`)).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    await expect.element(page.getByText(`2 of ${of}`)).toBeVisible();
    expect(painted('carrel-found-now')).toEqual(['pilot']);
  });

  test('the place that is shown is brought into view', async () => {
    const view = await show(article({ html: `${paragraphs(30)}<p>The last berth.</p>` }));
    await finding('berth', view);
    const scroller = find(view, '.page').getBoundingClientRect();
    const place = find(view, '.body > :last-child').getBoundingClientRect();
    expect(place.top).toBeGreaterThan(scroller.top);
    expect(place.bottom).toBeLessThan(scroller.bottom);
  });

  test('what is not there is said', async () => {
    const view = await show(article());
    await finding('zebra', view);
    await expect.element(page.getByText('Not found')).toBeVisible();
    expect(painted('carrel-found')).toEqual([]);
  });

  test('Escape closes it, takes the paint away and gives the keyboard to the text', async () => {
    const view = await show(article());
    await finding('harbour', view);
    expect(painted('carrel-found')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    expect(CSS.highlights.has('carrel-found')).toBe(false);
    expect(view.shadowRoot?.activeElement).toBe(find(view, '.page'));
  });

  test('it lies over the text and moves nothing', async () => {
    const view = await show(article({ html: paragraphs(3) }));
    const before = find(view, '.body').getBoundingClientRect().top;
    await view.find();
    expect(find(view, '.body').getBoundingClientRect().top).toBe(before);
  });

  test('a caption that comes in while it is open is found', async () => {
    const html = '<p>x</p><figure data-picture="0"></figure>';
    const view = await show(article({ html, pictureList: [picture(0, { caption: '' })] }));
    await finding('lighthouse', view);
    view.article = article({ html, pictureList: [picture(0, { caption: 'The lighthouse' })] });
    await view.updateComplete;
    expect(painted('carrel-found')).toEqual(['lighthouse']);
  });
});
