import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Snippet } from '../../contract/types.ts';
import { searchArticles } from '../../db/search.ts';
import { markAll, markPart, placesOf, type Sought } from '../../db/snippet.ts';
import { aFeed, anEntry, aVersion, newLibrary } from './library.ts';

function written(runs: Snippet): string {
  return runs.map(([text, isFound]) => (isFound ? `[${text}]` : text)).join('');
}

/** A whole text with what was found in it in brackets; the last word with `*` may go on. */
function found(text: string, typed: string): string | undefined {
  const sought: Sought[] = typed
    .split(' ')
    .map((word) => ({ word: word.replace('*', ''), isBegun: word.endsWith('*') }));
  const places = placesOf(text, sought);
  return places === undefined ? undefined : written(markAll(text, places));
}

describe('in a text', () => {
  test('a letter that becomes two in lower case, or a mark, leaves it to the index', () => {
    expect(found('İzmir harbour', 'harbour')).toBeUndefined();
    expect(found('a \u001fharbour', 'harbour')).toBeUndefined();
  });

  test('a word is found as a whole, whatever its case', () => {
    expect(found('Art of the party, art.', 'art')).toBe('[Art] of the party, [art].');
    expect(found('Ströme, Strömen', 'ströme')).toBe('[Ströme], Strömen');
  });

  test('a word that is begun is found with its end', () => {
    expect(found('Harbours, harbourside; the arbour', 'harb*')).toBe(
      '[Harbours], [harbourside]; the arbour',
    );
  });

  test('words of scripts without spaces are found in a row, also beside letters', () => {
    expect(found('山顶茶馆的东京駅A', '东京')).toBe('山顶茶馆的[东京]駅A');
    expect(found('𠀀𠀁 and 𠀁', '𠀁')).toBe('𠀀[𠀁] and [𠀁]');
  });

  test('what overlaps is marked once', () => {
    expect(found('the harbour wall', 'harbour harb*')).toBe('the [harbour] wall');
  });
});

describe('a part of a text', () => {
  const long = `${'before '.repeat(40)}first ${'between '.repeat(40)}first second ${'after '.repeat(60)}`;

  test('is the one that has most of the words, from a space to a space', () => {
    const sought = [
      { word: 'first', isBegun: false },
      { word: 'second', isBegun: false },
    ];
    const part = written(markPart(long, placesOf(long, sought) ?? []));
    expect(part).toContain('[first] [second]');
    expect(part).toMatch(/^…\bbetween /);
    expect(part).toMatch(/ after…$/);
    expect(part.length).toBeLessThan(230);
  });

  test('is the whole of a short one, and splits no character', () => {
    expect(
      written(markPart('one two', placesOf('one two', [{ word: 'two', isBegun: false }]) ?? [])),
    ).toBe('one [two]');
    const emoji = `word${'😀'.repeat(200)}`;
    const places = placesOf(emoji, [{ word: 'word', isBegun: false }]) ?? [];
    expect(written(markPart(emoji, places)).isWellFormed()).toBe(true);
  });
});

test('what is marked is what the index marks, in texts of plain words', () => {
  const words = fc.constantFrom(
    'art',
    'party',
    'harbour',
    'harbours',
    'Wall',
    'sea,',
    '(sea)',
    '“quay”',
  );
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('art', 'harb', 'sea', 'quay'),
      (text, typed) => {
        const db = newLibrary();
        const { articleId } = anEntry(db, aFeed(db, 'a'), 1, { title: 'x' });
        aVersion(db, articleId, text.join(' '));
        const [hit] = searchArticles(db, { words: typed, limit: 5 });
        const marked =
          db
            .prepare<[string], { body: string }>(
              `SELECT highlight(search, 2, '[', ']') AS body FROM search WHERE search MATCH ?`,
            )
            .get(`"${typed}" *`)?.body ?? '';
        expect(hit === undefined ? '' : written(hit.snippet)).toBe(marked);
      },
    ),
    { numRuns: 40 },
  );
});
