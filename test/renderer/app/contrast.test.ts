import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { inMedium } from '../media.ts';
import { openWindow, place, resize, row } from '../window.ts';

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  document.title = 'Carrel';
  fake = new FakeCarrel();
  fake.addFeed({ title: 'The Tern', folderId: fake.putFolder('Coast').id });
  fake.add({ title: 'Quinces', bookmarked: true });
  fake.add({ title: 'Star trails' });
  fake.add({ title: 'Harbour', read: true });
});

async function open(): Promise<void> {
  await openWindow(fake);
  await expect.element(row('Quinces')).toBeVisible();
}

/** What the system has for one of its colours. */
function system(name: string): string {
  const probe = document.createElement('i');
  probe.style.forcedColorAdjust = 'none';
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const within = (element: Element, selector: string): Element => {
  const found = element.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`test: no ${selector}`);
  return found;
};

describe('where the system forces its colours', () => {
  test('a row tells by more than a ground that it is unread', async () => {
    await open();
    await inMedium('forced colours', async () => {
      const dot = (name: string) =>
        getComputedStyle(within(row(name).element(), '.dot')).backgroundColor;
      expect(dot('Quinces')).toBe(system('Highlight'));
      expect(dot('Harbour')).toMatch(/, 0\)$/u);
    });
  });

  test('what is chosen has the colours of what is chosen, and all text on it', async () => {
    await open();
    await row('Quinces').click();
    await place('The Tern').click();
    await place('All articles').click();
    await inMedium('forced colours', async () => {
      for (const chosen of [row('Quinces').element(), place('All articles').element()]) {
        const style = getComputedStyle(chosen);
        expect(style.backgroundColor).toBe(system('Highlight'));
        expect(style.color).toBe(system('HighlightText'));
      }
      for (const part of ['.title', '.excerpt', '.meta', '.bookmark']) {
        const { color } = getComputedStyle(within(row('Quinces').element(), part));
        expect([part, color]).toEqual([part, system('HighlightText')]);
      }
      const other = getComputedStyle(row('Star trails').element());
      expect(other.backgroundColor).toBe(system('Canvas'));
    });
  });

  test('what has the keyboard has a ring of another colour than its ground', async () => {
    await open();
    await row('Quinces').click();
    await userEvent.keyboard('{ArrowDown}');
    await inMedium('forced colours', async () => {
      const ring = (name: string) => getComputedStyle(row(name).element());
      expect(ring('Star trails').outlineStyle).toBe('solid');
      expect(ring('Star trails').outlineColor).toBe(system('Highlight'));
      await userEvent.keyboard('{ArrowUp}');
      await expect.poll(() => ring('Quinces').outlineColor).toBe(system('HighlightText'));
    });
  });

  test('what cannot be pressed is grey', async () => {
    await open();
    await place('Coast').click();
    const button = page.getByRole('button', { name: 'Mark all read' });
    await expect.element(button).toBeDisabled();
    await inMedium('forced colours', async () => {
      const { color, opacity } = getComputedStyle(button.element());
      expect([color, opacity]).toEqual([system('GrayText'), '1']);
    });
  });
});

describe('what a ground or a shadow sets apart has an edge', () => {
  const edgeOf = (element: Element) => getComputedStyle(element).borderTopWidth;

  test.each(['forced colours', 'more contrast'] as const)('with %s', async (medium) => {
    await open();
    await page.getByRole('button', { name: 'Menu' }).click();
    const menu = page.getByRole('menu').element();
    expect(edgeOf(menu)).toBe('0px');
    await inMedium(medium, async () => {
      expect(edgeOf(menu)).toBe('1px');
      await userEvent.keyboard('{Escape}');
      await userEvent.keyboard('?');
      await expect.poll(() => edgeOf(page.getByRole('dialog').element())).toBe('1px');
      await userEvent.keyboard('{Escape}');
      await page.getByRole('button', { name: 'Mark all read' }).click();
      const said = page.getByText('2 articles marked read').element();
      expect(edgeOf(said.closest('.toast') ?? said)).toBe('1px');
    });
  });
});

test('what is chosen has a ring where more contrast is wished', async () => {
  await open();
  await row('Quinces').click();
  await row('Star trails').hover();
  const ringOf = (element: Element) => getComputedStyle(element).outlineWidth;
  await inMedium('more contrast', async () => {
    await expect.poll(() => ringOf(place('All articles').element())).toBe('2px');
    await expect.poll(() => ringOf(row('Quinces').element())).toBe('2px');
    expect(getComputedStyle(row('Star trails').element()).outlineStyle).toBe('none');
  });
});

describe.each(['light', 'sepia', 'dark', 'black'] as const)('in the %s theme', (theme) => {
  test.each(['forced colours', 'more contrast'] as const)(
    'with %s, axe objects to nothing',
    async (medium) => {
      fake.current.theme = theme;
      await open();
      await row('Quinces').click();
      await inMedium(medium, async () => {
        await userEvent.keyboard('{Control>}k{/Control}');
        await expect.element(page.getByRole('combobox')).toBeVisible();
        const { violations } = await axe.run(document);
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    },
  );
});
