import { describe, expect, it } from 'vitest';
import { aroundKind } from '../../../main/engine/extract/around-words.ts';
import { articleWith, page, paragraphs } from './pages.ts';

const [first = '', second = '', third = '', ...others] = paragraphs;

function html(texts: string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('');
}

function lines(source: string): string[] {
  return page(source).text.split('\n');
}

describe('an article in several containers', () => {
  it('is whole when an advertisement parts it', () => {
    const body = `<h1>The last keeper</h1><div class="story"><div class="chunk">${html([first, second])}</div><div class="ad">Buy a boat</div><div class="chunk">${html([third])}</div><div class="ad">Buy two boats</div><div class="chunk">${html(others)}</div></div>`;
    expect(lines(`<title>The last keeper</title>${body}`)).toEqual(paragraphs);
  });

  it('is whole when each section has an element of its own', () => {
    const sections = [
      [first, second],
      [third, ...others],
    ].map((texts, index) => `<section><h2>Part ${index + 1}</h2>${html(texts)}</section>`);
    expect(
      lines(`<title>The last keeper</title><h1>The last keeper</h1>${sections.join('')}`),
    ).toEqual(['Part 1', first, second, 'Part 2', third, ...others]);
  });

  it('keeps the introduction above the element that holds the text', () => {
    const body = `<h1>The last keeper</h1><div class="intro">${html([first])}</div><div class="text">${html([second, third, ...others])}</div>`;
    expect(lines(`<title>The last keeper</title>${body}`)).toEqual(paragraphs);
  });

  it('keeps its introduction where a name around both says that there is an advertisement', () => {
    const body = `<h1>The last keeper</h1><div class="sc-ad-container"><div class="intro">${html([first])}</div><div class="text">${html([second, third, ...others])}</div></div>`;
    expect(lines(`<title>The last keeper</title>${body}`)).toEqual(paragraphs);
  });

  it('is whole when its server sent it late, in hidden parts', () => {
    const body = `<main><h1>The last keeper</h1><!--$?--><template id="B:1"></template><p>Loading</p><!--/$--></main><div hidden id="S:1">${html([first, second])}<template id="P:2"></template></div><div hidden id="S:2">${html([third, ...others])}</div>`;
    expect(lines(`<title>The last keeper</title>${body}`)).toEqual(paragraphs);
  });
});

/** A list of nothing but links. */
function linked(word: string): string {
  const items = [1, 2, 3, 4, 5, 6].map((n) => `<li><a href="/${n}">${word} ${n}</a></li>`);
  return `<ul>${items.join('')}</ul>`;
}

describe('what an article has stays in it', () => {
  it.each([
    [
      'a correction at the end',
      '<p><em>Correction: the tower has 112 steps.</em></p>',
      'Correction: the tower has 112 steps.',
    ],
    [
      'a list of links among paragraphs',
      '<ul><li><a href="https://lamps.example/">The lamp</a></li></ul>',
      'The lamp',
    ],
    [
      'a table',
      '<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1961</td><td>40</td></tr></table>',
      '1961',
    ],
    ['code', '<pre><code>lamp --on</code></pre>', 'lamp --on'],
    [
      'the comments in code that is coloured',
      '<pre><code><span class="token comment"># lights it</span>\nlamp --on</code></pre>',
      '# lights it',
    ],
    [
      'a section that is mostly a list of links, which its text introduces',
      `<div class="sect"><h2>What was mended</h2><div class="par"><p>There is some progress with the lamp, which all keepers asked for.</p></div><div class="par"><p>These repairs were sent for review:</p></div><div class="list">${linked('Repair')}</div></div>`,
      'Repair 4',
    ],
    [
      'a section whose name says that it has advertisements',
      `<section class="section section--ads">${html(others.slice(0, 3).map((text) => `Again: ${text}`))}</section>`,
      'Again: ',
    ],
    [
      'a list of which not every entry leads away',
      `<div>${[1, 2, 3, 4, 5, 6].map((rank) => `<div class="entry"><h3>${rank === 4 ? 'The bell' : '<a href="/lamp">The lamp</a>'}</h3><p>Number ${rank} of what is left of the station, and worth the climb.</p></div>`).join('')}</div>`,
      'Number 2 of',
    ],
    [
      'a quotation with its source',
      '<blockquote><p>It rings.</p><cite>The keeper</cite></blockquote>',
      'The keeper',
    ],
  ])('%s', (_name, inside, text) => {
    expect(page(articleWith(inside)).text).toContain(text);
  });
});

describe('an article of short lines', () => {
  it('is found beside a longer sidebar of shorter ones', () => {
    const verses = Array.from(
      { length: 12 },
      (_one, index) => `On night number ${index + 1} the lamp went round and round and never slept`,
    );
    const items = Array.from(
      { length: 40 },
      (_one, index) => `Ship ${index + 1}, coal, for Whitby`,
    );
    expect(
      lines(
        `<title>The last keeper</title><div><h1>The last keeper</h1><div>${html(verses)}</div><div>${html(items)}</div></div>`,
      ),
    ).toEqual(verses);
  });
});

describe('a standfirst in an element named as a teaser', () => {
  const standfirst =
    'The light on the rock needs nobody any more, and from Saturday on, nobody is what it gets.';
  const story = (inside: string): string =>
    `<title>The last keeper</title><div class="news"><h1>The last keeper</h1><div class="teaser-text"><p>${inside}</p></div><div class="news-text">${html(paragraphs)}</div></div>`;

  it("is the article's", () => {
    expect(lines(story(standfirst))).toEqual([standfirst, ...paragraphs]);
  });

  it('is none when it leads somewhere', () => {
    expect(lines(story(`<a href="/rock">${standfirst}</a>`))).toEqual(paragraphs);
    expect(lines(story(`${standfirst} <a href="/rock">More</a>`))).toEqual(paragraphs);
  });
});

describe('what stands around an article is left out', () => {
  const teaser = (number: number): string =>
    `<div class="card"><h3><a href="/${number}">Headline number ${number}</a></h3><p>An excerpt of another article, which is about something else and long enough to be a paragraph.</p></div>`;
  const teasers = [1, 2, 3, 4].map(teaser).join('');

  it.each([
    ['teasers without a name', `<div class="x">${teasers}</div>`],
    ['links behind a label', `<div class="x"><p>Topics:</p>${linked('A topic')}</div>`],
    ['teasers under a label', `<h3>Das könnte Sie auch interessieren</h3>${teasers}`],
    [
      'comments longer than the article',
      `<div id="comments">${html(paragraphs.map((text) => `Reply: ${text}`))}</div>`,
    ],
    [
      'related articles longer than the article',
      `<div id="related_posts">${html(paragraphs.map((text) => `Another day: ${text}`))}</div>`,
    ],
    [
      'a dialog longer than the article',
      `<div role="dialog">${html(paragraphs.map((text) => `Before you go: ${text}`))}</div>`,
    ],
    [
      'a hidden panel',
      '<div style="display:none"><p>A message that is shown to those whose card was not accepted, and to nobody else.</p></div>',
    ],
    ['the same text for narrow screens', `<div class="mobile">${html(paragraphs)}</div>`],
  ])('%s', (_name, after) => {
    expect(lines(articleWith('', { after }))).toEqual(paragraphs);
  });

  it.each([
    [
      'a line above the buttons to share it',
      '<div class="shariff"><h5>Tell your friends!</h5></div>',
    ],
    [
      'a paragraph that is named as an advertisement for the newsletter',
      '<p class="newsletter-promo">Get the lamp’s own paper by e-mail, each Saturday and free of charge.</p>',
    ],
    [
      'the card of another article',
      '<blockquote class="wp-embedded-content"><a href="/bell">The bell of the rock</a></blockquote>',
    ],
    [
      'a list of posts that a page builder wrote',
      '<div class="elementor-posts-container"><p>The bell of the rock is older than its lamp, and was heard as far as Whitby.</p></div>',
    ],
    [
      'what customers say of the site',
      '<div class="testimonials"><p>I never saw a light that was kept so well, and I have seen a good many of them.</p></div>',
    ],
    [
      'what the site says of its own interest',
      '<div class="editorial-disclosure"><p>This paper gets a part of what you pay for a lamp.</p></div>',
    ],
    ['what readers gave it', '<span class="post-ratings">No votes yet</span>'],
  ])('%s, within the article too', (_name, inside) => {
    expect(lines(articleWith(inside))).toEqual(paragraphs);
  });

  it.each([
    'Read this: ',
    'Schon gelesen? ',
    'À voir aussi : ',
    'VEA TAMBIÉN: ',
    'PUEDES VER: ',
    'Guarda anche: ',
    'Confira também: ',
    'Zie ook: ',
    'Zobacz: ',
    'Смотрите также: ',
    'Lue myös: ',
    'Vezi și: ',
    'Διαβάστε επίσης: ',
    'Baca juga: ',
  ])('a line that sends away: %j', (label) => {
    const line = `<p>${label}<a href="/bell">The bell of the rock is older than its lamp</a></p>`;
    expect(lines(articleWith(line))).toEqual(paragraphs);
  });

  it('but no such line that leads nowhere', () => {
    expect(page(articleWith('<p>Zobacz: nobody came.</p>')).text).toContain('Zobacz: nobody came.');
  });

  it('a sidebar with nearly as much text as the article', () => {
    const beside = html(paragraphs.slice(1).map((text) => `Elsewhere: ${text.slice(0, -20)}`));
    expect(
      lines(
        `<title>The last keeper</title><div><div><h1>The last keeper</h1>${html(paragraphs)}</div><div class="sidebar">${beside}</div></div>`,
      ),
    ).toEqual(paragraphs);
  });

  it.each([
    ['Related articles', 'related'],
    ['You’ll also love', 'related'],
    ['Zum Weiterlesen', 'related'],
    ['Mehr zum Thema', 'related'],
    ['À lire aussi', 'related'],
    ['Leggi anche', 'related'],
    ['Czytaj także', 'related'],
    ['Читайте также', 'related'],
    ['関連記事', 'related'],
    ['3 Kommentare', 'comments'],
    ['Laisser un commentaire', 'comments'],
    ['发表评论', 'comments'],
    ['Share this article', 'service'],
    ['Sobre el autor', 'service'],
    ['اشترك الآن', 'service'],
    ['The related problem of salt in the lamp', null],
    ['Comments on the weather fill thirty-one books', null],
    ['', null],
  ])('the label %j announces %s', (label, kind) => {
    expect(aroundKind(label)).toBe(kind);
  });
});

describe('a label in the flow of the text', () => {
  const article = (after: string): string =>
    `<title>The last keeper</title><article><h1>The last keeper</h1>${html(paragraphs)}${after}</article>`;

  it.each(['About the author', 'Über den Autor'])('%j goes with the lines under it', (label) => {
    expect(lines(article(`<h3>${label}</h3><p>Ada Byron lives in Whitby.</p>`))).toEqual(
      paragraphs,
    );
  });

  it('goes alone where prose follows: what it announces is then not known to be short', () => {
    const prose = paragraphs[0]?.replace('Saturday', 'Sunday') ?? '';
    expect(lines(article(`<h3>About the author</h3><p>${prose}</p>`))).toEqual([
      ...paragraphs,
      prose,
    ]);
  });
});

describe('a page whose text is in its scripts', () => {
  const shell = '<title>The last keeper</title><h1>The last keeper</h1><p>Loading paragraph</p>';

  it.each([
    [
      'structured data',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'The last keeper', articleBody: paragraphs.join('\n') })}</script>`,
    ],
    [
      'HTML in a state object',
      `<script type="application/json">${JSON.stringify({ props: { post: { body: html(paragraphs) } } })}</script>`,
    ],
    [
      'a list of blocks',
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ blocks: paragraphs.map((text) => ({ type: 'paragraph', data: { text } })) })}</script>`,
    ],
    [
      'a string of a script',
      `<script>window.state = {"body": ${JSON.stringify(html(paragraphs))}};</script>`,
    ],
  ])('is read from %s', (_name, script) => {
    expect(lines(`${shell}${script}`)).toEqual(paragraphs);
  });

  it('is read from the page where that has the text', () => {
    const script = `<script type="application/json">${JSON.stringify({ body: html([...paragraphs].toReversed()) })}</script>`;
    expect(lines(articleWith('', { after: script }))).toEqual(paragraphs);
  });

  it('is refused where the scripts are broken or hold no text', () => {
    const script = `<script type="application/json">{"body": "${'x'.repeat(2_000)}</script>`;
    expect(() => page(`<title>t</title>${script}`)).toThrow(
      expect.objectContaining({ kind: 'no-article' }),
    );
  });
});
