import { describe, expect, it } from 'vitest';
import { articleWith, page } from './pages.ts';

function under(html: string, head = '', at = 'https://post.example/harbour/keeper') {
  return page(articleWith('', { head }).replace('</h1>', `</h1>${html}`), at);
}

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);

describe('the day of publication', () => {
  it.each([
    ['a line of rights', '<p>© 1 March 2026 The Post</p>'],
    ['a teaser', '<div class="related"><time datetime="2026-03-01">1 March 2026</time></div>'],
    ['a comment', '<div class="comments"><p>1 March 2026</p></div>'],
    ['how long ago it was', '<p>il y a 3 jours</p>'],
    ['what can be read two ways', '<p>03/04/2026</p>'],
    [
      'what a sentence says of a day',
      `<p>The workshop is from 6 to 7 March, and the invitation vom 1. März 2026 says the rest of it, in ${'long '.repeat(12)} words.</p>`,
    ],
    [
      'a paragraph that begins with when something happened',
      `<p>On 1 March 2026 – it was a Sunday – the lamp was switched off, and ${'nobody '.repeat(12)} saw it.</p>`,
    ],
    ['a sidebar without a label', '<aside class="sidebar"><p>Keys</p><p>1 March 2026</p></aside>'],
  ])('is not taken from %s', (_what, html) => {
    expect(under(html).publishedAt).toBeNull();
  });

  it.each([
    ['12. März 2019, 14:30 Uhr', '2019-03-12'],
    ['5 mai 2020 à 10h', '2020-05-05'],
    ['2019年3月5日', '2019-03-05'],
    ['Updated 2 May 2020. Published 1 May 2020', '2020-05-01'],
    ['wurde am 19. Mai 2010 veröffentlicht', '2010-05-19'],
    ['Published</p><p>1 May 2020', '2020-05-01'],
    ['Mise en ligne</p><p>1 mai 2020', '2020-05-01'],
  ])('is read from %s', (line, date) => {
    expect(under(`<p>${line}</p>`).publishedAt).toBe(day(date));
  });

  it('is the printed one where machines are told that of the last build', () => {
    const head =
      '<meta property="article:published_time" content="2026-03-09"><meta property="article:modified_time" content="2026-03-09">';
    expect(under('<p>1 March 2026</p>', head).publishedAt).toBe(day('2026-03-01'));
  });

  it.each([
    ['BERLIN, 12 March 2024 — '],
    ['Bremen (dpa), 12. März 2024 – '],
    ['NEW YORK, March 12, 2024 /Harbour Wire/ -- '],
    ['12.3.2024 - '],
    ['12. März 2024. '],
  ])('opens a paragraph: %s', (opening) => {
    const paragraph = `<p>${opening}${'The keeper left the light on Saturday. '.repeat(4)}</p>`;
    expect(under(paragraph).publishedAt).toBe(day('2024-03-12'));
  });

  it.each([
    ['a signature under the text', '<p>Author: ada on 1 March 2026, 13:36</p>'],
    ['a label in a sidebar', '<div class="sidebar"><h4>Published</h4><p>1 March 2026</p></div>'],
    ['a line whose label follows', '<p>Keeper wurde am 1. März 2026 gepostet</p>'],
  ])('is read from %s', (_what, after) => {
    expect(page(articleWith('', { after })).publishedAt).toBe(day('2026-03-01'));
  });

  it('is not taken from several days of a sidebar', () => {
    const after =
      '<div class="sidebar"><p>Published 1 March 2026</p><p>Published 2 March 2026</p></div>';
    expect(page(articleWith('', { after })).publishedAt).toBeNull();
  });

  describe('where one day is printed and machines are told another', () => {
    const told = `<script type="application/ld+json">${JSON.stringify({
      '@type': 'Article',
      headline: 'The last keeper',
      datePublished: '2020-01-01',
      dateModified: '2026-03-01',
    })}</script>`;
    const meta = '<meta property="article:published_time" content="2020-01-01">';
    it.each([
      ['the printed one of the last change', told, 'Updated 1 March 2026', '2026-03-01'],
      ['the printed one', told, '1 March 2026', '2026-03-01'],
      ['that of the <meta>', `${meta}${told}`, 'Updated 1 March 2026', '2020-01-01'],
      ['the told one of two printed', told, '1 March 2026 | 1 January 2020', '2020-01-01'],
    ])('is %s', (_which, head, line, date) => {
      expect(under(`<p>${line}</p>`, head).publishedAt).toBe(day(date));
    });
  });

  it('is told by the printed change rather than by a <meta> that says of no day what it is', () => {
    const article = under('<p>Stand: 1 March 2026</p>', '<meta name="date" content="2026-03-05">');
    expect(article.publishedAt).toBe(day('2026-03-01'));
  });

  it('is that of the machines where it is the printed one with the month first', () => {
    const head =
      '<meta property="article:published_time" content="2026-11-01"><meta property="article:modified_time" content="2026-11-01">';
    const german = articleWith('', { head })
      .replace('lang="en"', 'lang="de"')
      .replace('</h1>', '</h1><p>11/01/2026</p>');
    expect(page(german).publishedAt).toBe(day('2026-11-01'));
  });

  it('is in the zone of the printed time, though its theme calls the time updated', () => {
    const head =
      '<meta property="article:published_time" content="2026-03-02T03:37:37Z"><meta property="article:modified_time" content="2026-03-02T03:37:41Z">';
    const time =
      '<time class="entry-date updated" datetime="2026-03-01T23:37:37-04:00">1 March 2026</time>';
    expect(under(`<p>${time}</p>`, head).publishedZone).toBe(-240);
  });

  it('is that of the last change where no other is printed', () => {
    expect(under('<p>Last updated: 1 March 2026</p>').publishedAt).toBe(day('2026-03-01'));
  });
});

it('the state of a page’s scripts tells the day by what stands nearest to the title', () => {
  const posts = [
    { title: 'Fog at sea', datePublished: '2020-01-01' },
    { title: 'The last keeper', datePublished: '2026-03-01' },
  ];
  const state = `<script>window.state = ${JSON.stringify({ posts })}</script>`;
  expect(under('', state).publishedAt).toBe(day('2026-03-01'));
});

describe('the zone of a time', () => {
  it.each([
    ['2026-03-01T09:30:00+01:00', 60],
    ['2026-03-01T09:30:00-0500', -300],
    ['2026-03-01T09:30:00Z', 0],
    ['2026-03-01T09:30:00', null],
    ['2026-03-01', null],
  ])('of %s is kept', (written, zone) => {
    const head = `<meta property="article:published_time" content="${written}">`;
    expect(under('', head).publishedZone).toBe(zone);
  });

  it('is the nearest in which the day is the one in the address', () => {
    const head = '<meta property="article:published_time" content="2026-03-02T02:30:00Z">';
    const article = under('', head, 'https://post.example/2026/03/01/keeper');
    expect(article.publishedAt).toBe(Date.UTC(2026, 2, 2, 2, 30));
    expect(article.publishedZone).toBe(-180);
  });
});
