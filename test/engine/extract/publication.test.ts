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
  ])('is not taken from %s', (_what, html) => {
    expect(under(html).publishedAt).toBeNull();
  });

  it.each([
    ['12. März 2019, 14:30 Uhr', '2019-03-12'],
    ['5 mai 2020 à 10h', '2020-05-05'],
    ['2019年3月5日', '2019-03-05'],
    ['Updated 2 May 2020. Published 1 May 2020', '2020-05-01'],
    ['wurde am 19. Mai 2010 veröffentlicht', '2010-05-19'],
  ])('is read from %s', (line, date) => {
    expect(under(`<p>${line}</p>`).publishedAt).toBe(day(date));
  });

  it('is the printed one where machines are told that of the last build', () => {
    const head =
      '<meta property="article:published_time" content="2026-03-09"><meta property="article:modified_time" content="2026-03-09">';
    expect(under('<p>1 March 2026</p>', head).publishedAt).toBe(day('2026-03-01'));
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
