import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { plainText } from '../../../renderer/article/plain-text.ts';
import type { CarrelArticle } from '../../../renderer/article/carrel-article.ts';
import { inMedium } from '../media.ts';
import { focused } from '../window.ts';
import { article, paragraphs } from './sample.ts';
import { find, findAll, findKind, nextFrames, show } from './stage.ts';

const noted = article({
  html:
    '<p>The lamp<sup><a data-note="1">1</a></sup> was lit by hand<a data-note="2">[†]</a> until then.</p>' +
    `${paragraphs(12)}<p>Once more<sup><a data-note="1">1</a></sup>.</p>` +
    '<ol><li data-note-text="1">A lamp of <a href="https://lamps.example/">Fresnel</a>’s.<sup><a data-note="2">†</a></sup></li></ol>' +
    '<p data-note-text="2">By a keeper.</p><p data-note-text="2">The last one.</p>',
});

const sheet = page.getByRole('dialog');

function box(view: Element, selector: string): DOMRect {
  return find(view, selector).getBoundingClientRect();
}

/** The sheet's text, whole, while it is open. */
function shownIn(view: CarrelArticle): string {
  return find(view, '.sheet:popover-open .text').textContent;
}

async function press(view: CarrelArticle, index = 0): Promise<HTMLElement> {
  const link = findAll(view, '.body a[data-note]')[index];
  if (link === undefined) throw new Error('nothing refers to a note');
  link.scrollIntoView({ block: 'nearest' });
  link.click();
  await expect.poll(() => findAll(view, '.sheet:popover-open')).toHaveLength(1);
  await nextFrames();
  return link;
}

describe('what refers to a note', () => {
  test('keeps its words and is nothing to press where there is no such note', async () => {
    const view = await show(
      article({
        html:
          '<p>a<a data-note="7">7</a> b<a data-note="x">x</a> c<a data-note="0">0</a></p>' +
          '<p data-note-text="1">d<a data-note="1">1</a></p>',
      }),
    );
    expect(find(view, '.body').textContent.trim()).toMatch(/^a7 bx c0\s*d1$/u);
    expect(findAll(view, '.body :is(a, button)')).toEqual([]);
  });

  test('is named, and opened by Enter and by the space bar, which scrolls nothing', async () => {
    const view = await show(noted);
    for (const key of ['{Enter}', ' ']) {
      find(view, '.body a[data-note]').focus();
      await userEvent.keyboard(key);
      await expect.element(sheet).toHaveAccessibleName('Note 1');
      await nextFrames();
      expect(find(view, '.page').scrollTop).toBe(0);
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => findAll(view, '.sheet:popover-open')).toEqual([]);
      expect(focused()).toBe('Note 1');
    }
    await expect
      .element(page.getByLabelText('Note †').first())
      .toHaveAttribute('role', 'doc-noteref');
  });

  test('says whether its note is shown', async () => {
    const view = await show(noted);
    const link = await press(view);
    expect(link.ariaExpanded).toBe('true');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => link.ariaExpanded).toBe(null);
  });
});

describe('the sheet with a note', () => {
  test('shows all blocks of the note, its links as they are in the text', async () => {
    const view = await show(noted);
    await press(view);
    expect(shownIn(view)).toBe('A lamp of Fresnel’s.†');
    const link = findKind(view, HTMLAnchorElement, '.sheet a[href]');
    expect([link.href, link.target]).toEqual(['https://lamps.example/', '_blank']);
    await userEvent.keyboard('{Escape}');
    await press(view, 1);
    expect(shownIn(view)).toBe('By a keeper.The last one.');
  });

  test('shows the note that a note refers to in its place', async () => {
    const view = await show(noted);
    await press(view);
    find(view, '.sheet a[data-note]').click();
    await expect.element(sheet).toHaveAccessibleName('Note †');
    expect(shownIn(view)).toBe('By a keeper.The last one.');
  });

  test('closes by a press elsewhere', async () => {
    const view = await show(noted);
    await press(view);
    await userEvent.click(find(view, 'h1'));
    await expect.poll(() => findAll(view, '.sheet:popover-open')).toEqual([]);
  });

  test('stays beside its place while that is in view, and closes when it is not', async () => {
    const view = await show(noted);
    const link = await press(view);
    const apart = (): number => box(view, '.sheet').top - link.getBoundingClientRect().bottom;
    const before = apart();
    find(view, '.page').scrollTop = 40;
    await nextFrames();
    expect(Math.abs(apart() - before)).toBeLessThan(1);
    find(view, '.page').scrollTop = 2_000;
    await expect.poll(() => findAll(view, '.sheet:popover-open')).toEqual([]);
  });

  test.each([320, 900])('lies within a pane of %i pixels, however long the note', async (width) => {
    const long = 'A long note, and a word that does not break: ' + 'x'.repeat(200) + ' and more. ';
    const view = await show(
      article({
        html: `<p><a data-note="1">1</a> begins.</p><p>And ends with ${'words '.repeat(9)}<a data-note="1">1</a></p>${paragraphs(3)}<ol><li data-note-text="1">${long.repeat(30)}</li></ol>`,
      }),
      width,
    );
    for (const index of [0, 1]) {
      await press(view, index);
      const pane = box(view, '.page');
      const shown = box(view, '.sheet');
      expect(shown.left).toBeGreaterThanOrEqual(pane.left);
      expect(shown.right).toBeLessThanOrEqual(pane.right);
      expect(shown.top).toBeGreaterThanOrEqual(pane.top);
      expect(shown.bottom).toBeLessThanOrEqual(pane.bottom);
      const text = find(view, '.sheet .text');
      expect(text.scrollHeight).toBeGreaterThan(text.clientHeight);
      expect(text.scrollWidth).toBe(text.clientWidth);
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => findAll(view, '.sheet:popover-open')).toEqual([]);
    }
  });

  test('goes when another article is opened', async () => {
    const view = await show(noted);
    await press(view);
    view.article = article({ id: 2 });
    await expect.poll(() => findAll(view, '.sheet:popover-open')).toEqual([]);
  });
});

describe('the notes at the end', () => {
  test('are gone to from the sheet, and lead back to where the reader was', async () => {
    const view = await show(noted);
    const second = findAll(view, '.body p a[data-note="1"]')[1];
    second?.scrollIntoView();
    await press(view, 2);
    await page.getByRole('button', { name: 'Go to the note' }).click();
    await expect.poll(focused).toBe('Back to the text from note 1');
    const note = find(view, 'li[data-note-text]').getBoundingClientRect();
    expect(note.bottom).toBeLessThanOrEqual(box(view, '.page').bottom + 1);
    find(view, '.page').scrollTop = 0;
    find(view, '.way-back').click();
    expect(view.shadowRoot?.activeElement).toBe(second);
    const place = second?.getBoundingClientRect();
    expect(place?.top).toBeGreaterThan(0);
    expect(place?.bottom).toBeLessThan(600);
  });

  test('have the sign they are referred to by, once', async () => {
    const view = await show(
      article({
        html:
          '<p>a<a data-note="1">[3]</a> b<a data-note="2">*</a> c<a data-note="3">Smith 2010</a> d<a data-note="4">[5]</a></p>' +
          '<ol><li data-note-text="1">Three.</li></ol><p data-note-text="2">Star.</p><p data-note-text="3">A work.</p><p data-note-text="4">[5] Five.</p>',
      }),
    );
    const [three, star, work, five] = findAll(view, '[data-note-text]');
    expect(three instanceof HTMLLIElement && three.value).toBe(3);
    expect(star?.dataset['label']).toBe('*');
    expect(work?.dataset['label']).toBe('3');
    expect(five?.dataset['label']).toBeUndefined();
  });

  test('stand with their signs in the text that is handed on', () => {
    const text = plainText(noted);
    expect(text).toContain('The lamp[1] was lit by hand[†] until then.');
    expect(text).toContain('1. A lamp of Fresnel’s.[†]\n');
    expect(text).toContain('[†] By a keeper.\n\nThe last one.\n');
    expect(text).not.toContain('↩');
  });
});

test('on paper what refers to a note is raised, and nothing leads back', async () => {
  const view = await show(noted);
  await press(view);
  await inMedium('print', async () => {
    const raised = find(view, 'a[data-raised]');
    expect(getComputedStyle(raised).verticalAlign).toBe('super');
    expect(findAll(view, '.way-back').some((button) => button.checkVisibility())).toBe(false);
    expect(find(view, '.sheet').checkVisibility()).toBe(false);
  });
});

test.each(['light', 'dark'])('axe objects to nothing in the %s theme', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const view = await show(noted);
  await press(view);
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
    [],
  );
});

test('with forced colours the sheet has an edge', async () => {
  const view = await show(noted);
  await press(view);
  await inMedium('forced colours', async () => {
    expect(getComputedStyle(find(view, '.sheet')).borderTopStyle).toBe('solid');
  });
});
