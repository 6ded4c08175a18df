import { assert, integer, nat, property, tuple, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleSummary, ListPage } from '../../../contract/types.ts';
import { inListOrder, inOrder, putPage } from '../../../renderer/list/stretch.ts';
import { makeArticle } from '../made.ts';

const none = new Set<number>();

function article(id: number, sortAt = 1000 - id): ArticleSummary {
  return makeArticle({ id, sortAt });
}

function pageOf(articles: ArticleSummary[], last: boolean): ListPage {
  const { sortAt, id } = articles.at(-1) ?? { sortAt: 0, id: 0 };
  return { articles, next: last ? null : { sortAt, id } };
}

function ids(articles: ArticleSummary[]): number[] {
  return articles.map(({ id }) => id);
}

describe('a page put in its place', () => {
  test('removes what it does not name within its stretch, and nothing outside', () => {
    const loaded = [1, 2, 3, 4, 5].map((id) => article(id));
    const put = putPage(loaded, article(1), pageOf([article(2), article(4)], false), none);
    expect(ids(put)).toEqual([1, 2, 4, 5]);
  });

  test('that is empty and the last removes everything below', () => {
    const put = putPage([article(1), article(2)], article(1), pageOf([], true), none);
    expect(ids(put)).toEqual([1]);
  });

  test('that is empty and the first and last leaves nothing', () => {
    expect(putPage([article(1)], null, pageOf([], true), none)).toEqual([]);
  });

  test('keeps what is to be kept, in order', () => {
    const loaded = [article(1), article(2), article(3)];
    const put = putPage(loaded, null, pageOf([article(1), article(3)], true), new Set([2]));
    expect(ids(put)).toEqual([1, 2, 3]);
  });

  test('with the oldest first stands above what is newer', () => {
    const loaded = [article(3), article(2)];
    const put = putPage(loaded, article(3), pageOf([article(1)], true), none, inOrder.oldest);
    expect(ids(put)).toEqual([3, 1]);
  });

  test('that is empty and not the last removes what was looked at, and nothing below', () => {
    const loaded = [1, 2, 3, 4].map((id) => article(id));
    const { sortAt, id } = article(3);
    const put = putPage(loaded, article(1), { articles: [], next: { sortAt, id } }, none);
    expect(ids(put)).toEqual([1, 4]);
  });

  test('moves an article whose date changed, and does not show it twice', () => {
    const loaded = [1, 2, 3].map((id) => article(id));
    const put = putPage(loaded, null, pageOf([article(3, 2000), article(1)], false), none);
    expect(ids(put)).toEqual([3, 1, 2]);
  });

  test('of a list that is read page by page gives the list', () => {
    const moments = uniqueArray(tuple(nat(20), integer({ min: 1, max: 500 })), {
      selector: ([, id]) => id,
      maxLength: 60,
    });
    assert(
      property(moments, moments, integer({ min: 1, max: 9 }), (library, stale, limit) => {
        const wanted = library.map(([at, id]) => article(id, at)).toSorted(inListOrder);
        let loaded = stale.map(([at, id]) => article(id, at)).toSorted(inListOrder);
        for (let from = 0; from <= wanted.length; from += limit) {
          const page = wanted.slice(from, from + limit);
          const last = from + limit > wanted.length;
          loaded = putPage(loaded, wanted[from - 1] ?? null, pageOf(page, last), none);
        }
        expect(ids(loaded)).toEqual(ids(wanted));
      }),
    );
  });
});
