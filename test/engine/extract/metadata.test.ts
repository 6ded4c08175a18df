import { describe, expect, it } from 'vitest';
import { namesOfByline } from '../../../main/engine/extract/names.ts';
import type { ExtractedArticle } from '../../../main/engine/extract/types.ts';
import { page as read, paragraphs } from './pages.ts';

const text = paragraphs.map((one) => `<p>${one}</p>`).join('');

/** A page in the shape that most sites give theirs: a head, a headline, lines under it, the text. */
function page(around: {
  head?: string;
  over?: string;
  heading?: string;
  under?: string;
  after?: string;
  lang?: string;
  at?: string;
}): ExtractedArticle {
  const heading = around.heading ?? '<h1>The last keeper of the light</h1>';
  const html = `<html lang="${around.lang ?? 'en'}"><head>${around.head ?? ''}</head><body>${around.over ?? ''}<article>${heading}${around.under ?? ''}${text}</article>${around.after ?? ''}</body></html>`;
  return read(html, around.at ?? 'https://post.example/harbour/keeper');
}

function ld(value: object): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...value })}</script>`;
}

describe('a title', () => {
  it.each([
    [
      'a heading that is the site’s name',
      '<title>Fog at sea | Harbour Post</title>',
      '<h1 class="site-title">Harbour Post</h1><h2>Fog at sea</h2>',
    ],
    [
      'a heading that is a link to the front page',
      '<title>Fog at sea » Notes of a pilot</title>',
      '<h1><a href="/">Notes of a pilot</a></h1><h2>Fog at sea</h2>',
    ],
    [
      'the site’s name behind it',
      '<meta property="og:site_name" content="The Harbour"><title>Fog at sea - The Harbour Online</title>',
      '',
    ],
    [
      'the site’s name before it',
      '<meta property="og:site_name" content="The Harbour"><title>The Harbour: Fog at sea</title>',
      '',
    ],
    ['the host’s name behind it', '<title>Fog at sea :: post.example</title>', ''],
    [
      'the publisher and the section behind it',
      `${ld({ publisher: { name: 'Harbour Media' } })}<title>Fog at sea | Weather | Harbour Media</title>`,
      '',
    ],
    [
      'references that were escaped twice',
      '<title>Fog at sea</title>',
      '<h1>Fog &amp;#97;t sea</h1>',
    ],
    [
      'a label over the headline',
      '<title>Fog at sea</title>',
      '<h1><span class="kicker">Weather on the coast</span> Fog at sea</h1>',
    ],
  ])('is not taken with %s', (_what, head, heading) => {
    expect(page({ head, heading }).title).toBe('Fog at sea');
  });

  it.each([
    [
      'is the heading, though the metadata are written for search',
      '<title>10 best lamps of 2026 | Post</title>',
      '<h1>Which lamp to take on a boat</h1>',
      'Which lamp to take on a boat',
    ],
    [
      'is the heading that goes on after the stated title',
      '<title>Fog at the pier</title>',
      '<h1>Fog at the pier, and what to do about it</h1>',
      'Fog at the pier, and what to do about it',
    ],
    [
      'keeps a colon of its own',
      '<meta property="og:site_name" content="Fog at the pier: what to do"><title>Fog at the pier: what to do</title>',
      '<h1>Fog at the pier: what to do</h1>',
      'Fog at the pier: what to do',
    ],
    [
      'is the stated one where the heading is a summary',
      '<title>Fog at the pier</title>',
      `<h1>${'All that there is to know of weather. '.repeat(6)}</h1>`,
      'Fog at the pier',
    ],
    [
      'is the heading that goes on after another of the stated titles',
      `${ld({ headline: 'Fog at the pier' })}<meta property="og:title" content="Thick fog at the pier">`,
      '<h1>Thick fog at the pier: what to do</h1>',
      'Thick fog at the pier: what to do',
    ],
    [
      'keeps the number that the heading has before it',
      '<title>Lamps for the pier</title>',
      '<h1>10 Lamps for the pier</h1>',
      '10 Lamps for the pier',
    ],
    [
      'is not taken with a label in the heading',
      '<title>Fog at the pier</title>',
      '<h1>Weather Fog at the pier</h1>',
      'Fog at the pier',
    ],
    [
      'is the heading, where a template glued the site’s name to the stated one',
      '<title>Fog at the pierHarbour notes of a pilot | Harbour notes of a pilot</title>',
      '<h1>Fog at the pier</h1>',
      'Fog at the pier',
    ],
    [
      'is not taken with what a library of papers calls it',
      '<meta name="citation_title" content="On fog at the pier">',
      '<h1>Title: On fog at the pier</h1>',
      'On fog at the pier',
    ],
    [
      'is cut at the name of a Chinese site',
      '<title>武汉的声音：有英勇的你，才有英雄的城！-新华网</title>',
      '',
      '武汉的声音：有英勇的你，才有英雄的城！',
    ],
  ])('%s', (_what, head, heading, title) => {
    expect(page({ head, heading }).title).toBe(title);
  });
});

describe('where heading and stated title are two titles', () => {
  it.each([
    ['a topic', 'https://post.example/lamps', 'Which one to take on a boat'],
    ['the heading', 'https://post.example/which-one-to-take', 'Which one to take on a boat'],
    ['the stated one', 'https://post.example/best-lamps-2026', 'Best lamps of 2026'],
  ])('an address that names %s decides', (_what, at, title) => {
    const head = '<title>Best lamps of 2026</title>';
    expect(page({ head, heading: '<h1>Which one to take on a boat</h1>', at }).title).toBe(title);
  });
});

describe('bylines', () => {
  it.each([
    [
      'an organisation that the structured data name',
      {
        head: ld({ author: { '@type': 'Organization', name: 'Post Media' } }),
        under: '<p class="byline">By Ada Byron</p>',
      },
    ],
    [
      'the site as its own author',
      {
        head: '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Harbour Post">',
        under: '<p>By Ada Byron</p>',
      },
    ],
    [
      'bylines of comments and teasers',
      {
        under: '<p>By Ada Byron</p>',
        after:
          '<div class="comments"><a rel="author">Carl Orff</a></div><div class="related"><span class="author">Émile Zola</span></div>',
      },
    ],
    [
      'a role in an element beside the name',
      { under: '<div class="author"><b>Ada Byron</b><span>Senior Editor</span></div>' },
    ],
    [
      'a broken reference to an author',
      { head: ld({ author: { '@id': '#nobody' } }), under: '<p class="byline">By Ada Byron</p>' },
    ],
    [
      'a person who only reviewed the text',
      {
        under:
          '<p class="author-box">Reviewed by Carl Orff</p><p class="author-box">Written by Ada Byron. Edited by Bo Lund</p>',
      },
    ],
    [
      'who typed it in, where a byline is printed',
      { head: '<meta name="author" content="Carl Orff">', under: '<p>By: Ada Byron</p>' },
    ],
    [
      'the first name only, where the whole is printed',
      { head: '<meta name="author" content="Ada">', under: '<p>A column by Ada Byron</p>' },
    ],
    [
      'the author of a customer’s review',
      {
        head: `<script type="application/ld+json">${JSON.stringify({ '@type': 'Review', author: { '@type': 'Person', name: 'Carl Orff' } })}</script>`,
        under: '<p>By Ada Byron</p>',
      },
    ],
    [
      'a guess rather than a team',
      {
        head: '<meta name="author" content="Ada Byron">',
        under: '<p>1 March 2026</p><p>Lamp Design</p>',
      },
    ],
    [
      'words of the headline',
      {
        heading: '<h1>Light and Shadow on the Pier</h1>',
        under: '<div class="author">Light and Shadow</div><p>By Ada Byron</p>',
      },
    ],
  ])('do not take %s', (_what, around) => {
    expect(page(around).authors).toEqual(['Ada Byron']);
  });

  it.each([
    [
      'in an hCard in the article’s own footer',
      '<footer><span class="author vcard"><a class="fn" href="/a">Ada Byron</a></span></footer>',
    ],
    ['after a label in another language', '<p>ライター</p><p>Ada Byron</p>'],
    ['after a label in a line of its own', '<p>Written by</p><p>Ada Byron</p>'],
    ['glued to what style sheets keep apart', '<p>By<b>Ada Byron</b><i>March 1, 2026</i></p>'],
    ['beside the date', '<p>11.12.2025 - Ada Byron</p>'],
    ['over the date', '<p>Ada Byron</p><p>1 March 2026 · 4 min read</p>'],
    ['over what the person is', '<p>Ada Byron</p><p>Staff Writer</p>'],
    ['in a link to a profile', '<p><a href="/people/ada">Ada Byron</a></p>'],
    [
      'as microdata',
      '<span itemprop="author" itemscope><meta itemprop="url" content="/a"><b itemprop="name">Ada Byron</b></span>',
    ],
  ])('are read %s', (_where, under) => {
    expect(page({ under }).authors).toEqual(['Ada Byron']);
  });

  it('are those of a list under a label', () => {
    const under =
      '<h6>Author(s)</h6><ul><li>Ada Byron</li><li>Carl Orff</li></ul><p>Émile Zola</p>';
    expect(page({ under }).authors).toEqual(['Ada Byron', 'Carl Orff']);
  });

  it('are a stated team rather than what stands under the date', () => {
    const head = '<meta name="author" content="Harbour Editorial Team">';
    const under = '<p>1 March 2026</p><p>Lamp Design</p>';
    expect(page({ head, under }).authors).toEqual(['Harbour Editorial Team']);
  });

  it('are an organisation whole, though it has an ‘and’ in it', () => {
    const name = 'Center for Lamps and Fog';
    const head = `<meta name="dc.creator" content="${name}">${ld({ author: { '@type': 'Organization', name } })}`;
    expect(page({ head }).authors).toEqual([name]);
  });

  it('are a nickname in a signature with a date', () => {
    const after = '<div class="left author">Author: <b>ada17</b> on 1 March 2026</div>';
    expect(page({ after }).authors).toEqual(['ada17']);
  });

  it('are read under the text, where none stands over it', () => {
    expect(page({ after: '<p>This post was written by Ada Byron</p>' }).authors).toEqual([
      'Ada Byron',
    ]);
  });

  it('are the owner of a page whose host is called as a person it names', () => {
    const at = 'https://adabyron.example/fog';
    expect(page({ after: '<p>© 2026 Ada Byron</p>', at }).authors).toEqual(['Ada Byron']);
    const after = '<p>© 2026 Ada Byron. All rights reserved.</p>';
    expect(page({ after, at }).authors).toEqual(['Ada Byron']);
  });

  it('are turned round where a library writes the last name first', () => {
    const head =
      '<meta name="citation_author" content="Byron, Ada"><meta name="citation_author" content="Orff, Carl">';
    expect(page({ head }).authors).toEqual(['Ada Byron', 'Carl Orff']);
  });

  it.each([
    ['By Ada Byron, MD, and Carl Orff', ['Ada Byron, MD', 'Carl Orff']],
    ['Par Émile Zola le 5 mai 2020', ['Émile Zola']],
    ['Von Ada Byron am 21. April 2020', ['Ada Byron']],
    ['Door Ada Byron en Carl Orff', ['Ada Byron', 'Carl Orff']],
    ['Przez Ada Byron i Carl Orff', ['Ada Byron', 'Carl Orff']],
    ['Por Ada Byron y Carl Orff', ['Ada Byron', 'Carl Orff']],
    ['Автор: Вера Лугова', ['Вера Лугова']],
    ['记者：焦鹏', ['焦鹏']],
    ['文/张三 图/李四', ['张三']],
    ['【本报记者 王小明】', ['王小明']],
    ['记者 焦鹏 北京报道', ['焦鹏']],
    ['取材・文＝山田太郎', ['山田太郎']],
    ['홍길동 기자', ['홍길동']],
    ['بقلم: أحمد علي', ['أحمد علي']],
    ['מאת דוד לוי', ['דוד לוי']],
    ['โดย สมชาย ใจดี', ['สมชาย ใจดี']],
    ['लेखक: राम शर्मा', ['राम शर्मा']],
    ['Írta: Nagy Anna', ['Nagy Anna']],
    ['Tác giả: Nguyễn Văn An', ['Nguyễn Văn An']],
    ['Γράφει η Μαρία Παππά', ['Μαρία Παππά']],
    ['Scris de Ion Popescu', ['Ion Popescu']],
    ['Text: Ada Byron, Fotos: Carl Orff', ['Ada Byron']],
    ['Ada Byron, Senior Writer, updated 3:51 pm', ['Ada Byron']],
    ['Maria & Jan', ['Maria', 'Jan']],
    ['By Ada Byron, MD. Medically reviewed by Carl Orff, MD', ['Ada Byron, MD']],
    ['Von Ada Byron, geprüft von Carl Orff', ['Ada Byron']],
    ['Von Ada Kategorien: Licht', ['Ada']],
    ['By 3 Lamps', ['3 Lamps']],
    ['More about Ada', []],
    ['View more posts', []],
    ['Fact checked by Carl Orff', []],
    ['Mat\u00adthi\u00adas Lund', ['Matthias Lund']],
    ['Staff writer', []],
    ['ada@post.example', []],
    ['12 March 2026', []],
    ['Leave a comment', []],
  ])('%s', (byline, names) => expect(namesOfByline(byline)).toEqual(names));

  it('take a long text of nothing but separators', () => {
    expect(namesOfByline(', by and '.repeat(50_000))).toEqual([]);
  });
});

it('a space between two elements of a byline is kept', () => {
  const under = '<p>Posted by <a href="/x">Ada17</a> <time>on Friday</time></p>';
  expect(page({ under }).authors).toEqual(['Ada17']);
});

describe('structured data', () => {
  const record = JSON.stringify({
    '@type': 'Article',
    headline: 'The last keeper of the light',
    author: 'Ada Byron',
  });
  it.each([
    [
      'with references for quotation marks',
      `<script type="application/ld+json">${record.replaceAll('"', '&quot;')}</script>`,
    ],
    ['in a <meta>', `<meta name="script:ld+json" content='${record}'>`],
  ])('is read %s', (_how, head) => {
    expect(page({ head }).authors).toEqual(['Ada Byron']);
  });

  it('of nothing but references is no endless work', () => {
    const head = `<script type="application/ld+json">{&quot;${'&amp;quot;'.repeat(50)}</script>`;
    expect(page({ head }).authors).toEqual([]);
  });
});

describe('of several records', () => {
  it('the article’s is the one with the title, wherever it stands', () => {
    const other = { '@type': 'NewsArticle', headline: 'Fog at sea', datePublished: '2020-01-01' };
    const own = {
      '@type': 'NewsArticle',
      headline: 'The last keeper of the light',
      datePublished: '2026-03-01',
      author: { '@type': 'Person', name: 'Ada Byron' },
    };
    const head = `<title>The last keeper of the light</title><script type="application/ld+json">${JSON.stringify([other, own])}</script>`;
    const article = page({ head });
    expect(article.authors).toEqual(['Ada Byron']);
    expect(article.publishedAt).toBe(Date.UTC(2026, 2, 1));
  });

  it('one whose JSON is broken still gives its author and date', () => {
    const broken =
      '{"@type":"NewsArticle","headline":"He said "no" twice","datePublished":"2026-03-01T08:00:00Z","author":{"@type":"Person","name":"Ada Byron"}}';
    const head = `<title>The last keeper of the light</title><script type="application/ld+json">${broken}</script>`;
    const article = page({ head });
    expect(article.authors).toEqual(['Ada Byron']);
    expect(article.publishedAt).toBe(Date.UTC(2026, 2, 1, 8));
  });
});

it('of elements only named like a byline the first counts, and not those of the teasers', () => {
  const boxes = ['Ada Byron', 'Bo Lund'].map(
    (name) => `<div class="card-byline-box">${name}</div>`,
  );
  expect(page({ under: boxes.join('') }).authors).toEqual(['Ada Byron']);
});
