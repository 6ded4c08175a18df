import { expect, test } from 'vitest';
import { fitPanes, usualRem } from '../../../renderer/app/pane-widths.ts';

const articleRem = 24;
const remsOf = (set: Record<'sources' | 'list', number>, windowRem: number) => {
  const { sources, list } = fitPanes(set, windowRem);
  return { sources: sources.rem, list: list.rem };
};

test('leaves the article a width that can be read in any window, whatever is set', () => {
  for (let windowRem = 45; windowRem <= 240; windowRem += 0.5) {
    const { sources, list } = remsOf({ sources: 30, list: 48 }, windowRem);
    const taken = windowRem < 70 ? list : sources + list;
    expect(windowRem - taken, `in a window of ${windowRem} rem`).toBeGreaterThanOrEqual(articleRem);
  }
});

test('reads what is too narrow or too wide as the nearest that is possible', () => {
  expect(remsOf({ sources: -3, list: 0 }, 120)).toEqual({ sources: 12, list: 18 });
  expect(remsOf({ sources: 900, list: 900 }, 240)).toEqual({ sources: 30, list: 48 });
});

test('gives a wide window the widths that are set', () => {
  expect(remsOf({ sources: 20, list: 40 }, 90)).toEqual({ sources: 20, list: 40 });
  expect(remsOf(usualRem, 70)).toEqual(usualRem);
});

test('takes from the list first where there is not room for all', () => {
  expect(remsOf({ sources: 20, list: 40 }, 75)).toEqual({ sources: 20, list: 31 });
  expect(remsOf({ sources: 30, list: 40 }, 70)).toEqual({ sources: 28, list: 18 });
});

test('reckons nothing for the sources where they lie over the list', () => {
  expect(remsOf({ sources: 30, list: 40 }, 60).list).toBe(36);
});

test('says between what widths a pane can be set, each reached by the other’s leave', () => {
  const { sources, list } = fitPanes({ sources: 17, list: 24 }, 75);
  expect([sources.minRem, sources.maxRem]).toEqual([12, 30]);
  expect([list.minRem, list.maxRem]).toEqual([18, 34]);
  expect(remsOf({ sources: sources.maxRem, list: 24 }, 75)).toEqual({ sources: 30, list: 21 });
});
