import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { article, enclosure, paragraphs, picture, soundHash } from './sample.ts';
import { settled } from '../gallery/stage.ts';
import { inMedium } from '../media.ts';
import { show } from './stage.ts';

/** Everything an article can hold, whole and missing. */
const everything = article({
  html:
    `${paragraphs(3)}<h2>Heading</h2><h3>Lower</h3><figure data-picture="0"></figure>` +
    '<figure data-picture="1"></figure><figure data-picture="2"></figure><figure data-picture="3"></figure>' +
    '<ul><li>one</li></ul><blockquote><p>said</p></blockquote><p><a href="https://x.example/">link</a> <code>x</code> <mark>found</mark></p>' +
    `<table><caption>t</caption><thead><tr><th>a</th></tr></thead><tbody><tr>${'<td>b cell of words</td>'.repeat(20)}</tr></tbody></table><pre>${'x '.repeat(400)}</pre>`,
  pictures: { of: 4, kept: 3, failed: 1 },
  pictureList: [
    picture(0),
    picture(1, { hash: null, failure: { kind: 'http', message: '403 Forbidden' } }),
    picture(2, { gallery: 0 }),
    picture(3, { gallery: 0 }),
    picture(4, { hash: null, failure: { kind: 'skipped', message: '' } }),
  ],
  enclosures: [
    enclosure(0),
    enclosure(1, { state: 'waiting' }),
    enclosure(2, { state: 'failed', failure: { kind: 'http', message: '403 Forbidden' } }),
    enclosure(3, { state: 'kept', hash: soundHash }),
    enclosure(4, { state: 'kept', hash: soundHash, type: 'application/pdf' }),
  ],
});

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    // Rules of whole pages: the reading view is a part of one.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(['light', 'sepia', 'dark', 'black'])('in the %s theme', (theme) => {
  test.each([
    ['an article', everything],
    ['an article that failed', { ...everything, text: 'failed' as const, bookmarked: true }],
    ['no article', null],
  ])('%s has nothing that axe objects to', async (_, shown) => {
    document.documentElement.dataset['theme'] = theme;
    await show(shown);
    expect(await violations()).toEqual([]);
  });

  test.each([0, 1])('nor has the gallery at picture %i', async (ordinal) => {
    document.documentElement.dataset['theme'] = theme;
    const view = await show(everything);
    view.openGallery(ordinal);
    await settled();
    expect(await violations()).toEqual([]);
  });
});

test('reading text has a contrast of seven to one in the darkest corner of each theme', async () => {
  const view = await show(everything);
  for (const theme of ['light', 'sepia', 'dark', 'black']) {
    document.documentElement.dataset['theme'] = theme;
    for (const ground of grounds) {
      for (const [text, least] of texts) {
        const ratio = contrast(colour(view, text), colour(view, ground));
        expect(ratio, `${text} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(least);
      }
    }
  }
});

test('all text has a contrast of seven to one where more contrast is wished', async () => {
  const view = await show(everything);
  await inMedium('more contrast', async () => {
    for (const theme of ['light', 'sepia', 'dark', 'black']) {
      document.documentElement.dataset['theme'] = theme;
      for (const ground of grounds) {
        for (const [text] of texts) {
          const least = text.includes('text') ? 7 : 4.5;
          const ratio = contrast(colour(view, text), colour(view, ground));
          expect(ratio, `${text} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(least);
        }
      }
      for (const [text, ground] of pairs) {
        const ratio = contrast(colour(view, text), colour(view, ground));
        expect(ratio, `${text} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(7);
      }
    }
  });
});

/** What is written on a ground of its own. */
const pairs: [text: string, ground: string][] = [
  ['--on-accent', '--accent'],
  ['--on-accent', '--accent-hover'],
  ['--on-danger', '--danger'],
  ['--text', '--found'],
  ['--text', '--selection'],
  ['--text', '--danger-soft'],
  ['--text', '--brass-soft'],
  ['--accent-text', '--accent-soft'],
  ['--gallery-text', '--gallery-ground'],
  ['--gallery-text-soft', '--gallery-raised'],
];

const grounds = ['side', 'list', '', 'raised', 'hover', 'selected', 'sunk'].map((name) =>
  name === '' ? '--ground' : `--ground-${name}`,
);

const texts: [token: string, leastRatio: number][] = [
  ['--text', 7],
  ['--text-soft', 7],
  ['--text-faint', 4.5],
  ['--accent-text', 4.5],
  ['--danger-text', 4.5],
  ['--brass-text', 4.5],
  ['--line-strong', 3],
  ['--focus', 3],
];

/** A token's colour as red, green and blue from 0 to 1. */
function colour(view: HTMLElement, token: string): number[] {
  view.style.color = `var(${token})`;
  return (getComputedStyle(view).color.match(/\d+/g) ?? []).slice(0, 3).map((part) => +part / 255);
}

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: number[], other: number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
