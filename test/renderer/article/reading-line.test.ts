import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { article, paragraphs } from './sample.ts';
import { find, findAll, nextFrames, show, textOf } from './stage.ts';

const long = article({
  readingMinutes: 8,
  html: `${paragraphs(6)}<h2>The channel</h2>${paragraphs(8)}<h3>Its lights</h3>${paragraphs(8)}<h2>The guild</h2>${paragraphs(8)}`,
});

/** The text of what has the keyboard, within whatever shadow roots. */
function focusedText(): string | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.textContent?.trim();
}

const contents = page.getByRole('button', { name: 'Contents' });

describe('the line below the text', () => {
  test('tells how long the rest takes, and moves nothing', async () => {
    const view = await show(long);
    expect(textOf(view)).toContain('8 min left');
    const scroller = find(view, '.page');
    const height = scroller.clientHeight;
    scroller.scrollTop = scroller.scrollHeight / 2;
    await expect.poll(() => textOf(view)).toMatch(/[345] min left/u);
    scroller.scrollTop = scroller.scrollHeight;
    await expect.poll(() => textOf(view)).toContain('Read to the end');
    expect(scroller.clientHeight).toBe(height);
    expect(find(view, '.track > div').style.inlineSize).toBe('100%');
  });

  test('tells nothing of a text that is all in view', async () => {
    const view = await show(article());
    expect(textOf(view)).not.toContain('min left');
  });

  test('names the section that is read', async () => {
    const view = await show(long);
    findAll(view, '.body h3')[0]?.scrollIntoView();
    await expect.poll(() => find(view, '.section').textContent?.trim()).toBe('Its lights');
  });
});

describe('the table of contents', () => {
  test('is offered from three headings on', async () => {
    const view = await show(article({ html: '<h2>One</h2><p>x</p><h2>Two</h2><p>y</p>' }));
    await expect.element(contents).not.toBeInTheDocument();
    view.article = { ...long, id: 2 };
    await view.updateComplete;
    expect(findAll(view, '.entry').map((entry) => entry.textContent?.trim())).toEqual([
      'The channel',
      'Its lights',
      'The guild',
    ]);
  });

  test('marks the current section, and takes the keyboard to another', async () => {
    const view = await show(long);
    findAll(view, '.body h3')[0]?.scrollIntoView();
    await nextFrames();
    view.toggleContents();
    const current = page.getByRole('button', { name: 'Its lights' }).last();
    await expect.element(current).toHaveAttribute('aria-current', 'location');
    await expect.poll(() => focusedText()).toBe('Its lights');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect
      .poll(() => findAll(view, '.body h2')[1]?.getBoundingClientRect().top ?? -1)
      .toBeLessThan(find(view, '.page').getBoundingClientRect().bottom - 100);
    expect(view.shadowRoot?.activeElement).toBe(find(view, '.page'));
  });
});
