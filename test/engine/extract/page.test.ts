import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../main/engine/extract/page.ts';
import { address, articleWith, page, paragraphs } from './pages.ts';

const text = paragraphs.map((one) => `<p>${one}</p>`).join('');

describe('a page without an article', () => {
  const links = Array.from(
    { length: 60 },
    (_, index) =>
      `<li><a href="/news/${index}">Headline number ${index} of this list of news</a></li>`,
  ).join('');
  const teasers = Array.from(
    { length: 8 },
    (_, index) =>
      `<div><h2><a href="/a/${index}">Headline number ${index}</a></h2><p>What it is about, in a few words, so that one may read on.</p></div>`,
  ).join('');
  it.each([
    ['empty', '', 'it is empty'],
    ['nothing but white space', ' \n\t ', 'it is empty'],
    ['without a body', '<html><head><title>Nothing</title></head></html>', 'it holds no text'],
    ['only scripts', '<script>document.write("<p>text</p>")</script>', 'it holds no text'],
    ['only links', `<title>News</title><ul>${links}</ul>`, 'it is a list of links'],
    ['a front page', `<title>News</title><main>${teasers}</main>`, 'it is a list of articles'],
    [
      'a login',
      '<title>Sign in</title><h1>Sign in</h1><p>Please sign in with your account, so that you can read on where you were.</p><form><input name="u"><input type="password"></form>',
      'it asks to log in or subscribe',
    ],
    [
      'an error',
      '<title>Page not found</title><h1>Page not found</h1><p>We are sorry: the page that you were looking for is not here any more, or never was.</p>',
      'it is an error page, ‘Page not found’',
    ],
    [
      'a few words',
      '<title>Soon</title><p>Something comes here soon.</p>',
      'it holds only 4 words',
    ],
  ])('is refused with its cause: %s', (_name, html, cause) => {
    expect(() => page(html)).toThrow(`extract: no article found on ${address}: ${cause}`);
    expect(() => page(html)).toThrow(expect.objectContaining({ kind: 'no-article' }));
  });
});

describe('hostile and broken pages', () => {
  it('refuses a hundred thousand nested elements without overflowing the stack', () => {
    const html = `${'<div>'.repeat(100_000)}${paragraphs[0]}`;
    expect(() => page(html)).toThrow(expect.objectContaining({ kind: 'too-large' }));
    expect(() => page(html)).toThrow(`extract: ${address} nests more than 5,000 elements deep`);
  });

  it.each([
    ['a million texts', 'a<br>'],
    ['a million elements', '<i></i>'],
    ['a million comments', 'a<!---->'],
  ])('refuses %s before a tree is made of them', (_name, noise) => {
    const html = `<title>Noise</title><article>${text}</article>${noise.repeat(1_000_000)}`;
    expect(() => page(html)).toThrow(expect.objectContaining({ kind: 'too-large' }));
    expect(() => page(html)).toThrow(`extract: ${address} has more than 300,000 elements`);
  });

  it('refuses a text that is longer than any book', () => {
    const html = `<title>Noise</title><p>${'a word and more '.repeat(700_000)}`;
    expect(() => page(html)).toThrow(expect.objectContaining({ kind: 'too-large' }));
    expect(() => page(html)).toThrow(`extract: ${address} has more than 10 million characters`);
  });

  it('reads a page that was saved with 40 MB of pictures and fonts in it', () => {
    const data = `data:font/woff2;base64,${'AbZz09+/'.repeat(2_500_000)}==`;
    const html = articleWith(`<img src="${data}">`, {
      head: `<style>@font-face{src:url(${data})}</style>`,
    });
    expect(page(html).text.split('\n')).toEqual(paragraphs);
  });

  it('reads markup by the million where it is a script’s or a comment’s text', () => {
    const noise = '<i></i>'.repeat(500_000);
    const html = `<title>Noise</title><script>"${noise}"</script><!--${noise}--><article>${text}</article>`;
    expect(page(html).text.split('\n')).toEqual(paragraphs);
  });

  it('reads a page that nests deeper than browsers do', () => {
    const html = `<title>Deep</title>${'<div><b>'.repeat(1_500)}${text}${'</b></div>'.repeat(1_500)}`;
    expect(page(html).text.split('\n')).toEqual(paragraphs);
  });

  it('reads paragraphs and list items that are never closed, many thousands of them', () => {
    const html = `<title>Long</title><ul>${'<li>one of very many items<p>and its text'.repeat(6_000)}</ul>${text}`;
    expect(page(html).text).toContain(paragraphs[8]);
  });

  it.each([
    ['half a million texts', '<i>a</i>b '.repeat(250_000)],
    ['a text of 9 MB', `<p>${'a word and more '.repeat(560_000)}`],
    ['a text of 9 MB, in a dense script', `<p>${'港の古本市、'.repeat(500_000)}`],
    ['elements side by side, a hundred thousand', '<div>x</div>'.repeat(100_000)],
    ['links, fifty thousand', '<a href="/x">Another headline</a> '.repeat(50_000)],
    [
      'what closes a lightbox, twenty thousand times',
      '<div class="modal"><button>X</button> 1 / 1 <p>Close</p></div>'.repeat(20_000),
    ],
    [
      'children of an element that nests too deep',
      `${'<div>'.repeat(450)}${'<i>x</i>'.repeat(150_000)}`,
    ],
    ['labels of sharing, tens of thousands', '<p></p><p>Share</p>'.repeat(30_000)],
    ['lists of links, tens of thousands', '<ul><li><a href="/x">link</a></ul>'.repeat(20_000)],
    ['scripts that never end', '<script>"'.repeat(100_000)],
    ['a script of quotes', `<script>${'\\\\"'.repeat(200_000)}</script>`],
  ])(
    'reads the text beside %s',
    (_name, noise) => {
      expect(page(`<title>Noise</title><article>${text}</article>${noise}`).text).toContain(
        paragraphs[8],
      );
    },
    60_000,
  );

  it('reads broken markup', () => {
    const html = `<html><html><title>Broken</title><body><body class="x><p>lost">${text.replaceAll('</p>', '')}</div></b><table><tr><p`;
    expect(page(html).text).toContain(paragraphs[4]);
  });

  it('leaves out NUL bytes and lone surrogates', () => {
    const article = page(
      articleWith(
        '<p>A sentence\0 with &#xD800; odd &#0; bytes in it, which is long enough to stay.</p>',
      ),
    );
    expect(article.html).not.toContain('\0');
    expect(article.html.isWellFormed()).toBe(true);
    expect(article.text).toContain('A sentence with');
  });

  it('keeps markup that is shown as text as text', () => {
    const article = page(
      articleWith(
        '<p>They wrote &lt;script&gt;alert(1)&lt;/script&gt; on the wall of the tower, and nobody was alarmed.</p>',
      ),
    );
    expect(article.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(article.html).not.toContain('<script');
  });

  it('drops links that run scripts and keeps their words', () => {
    const article = page(
      articleWith(
        '<p>See the <a href="javascript:alert(1)">harbour</a> and the <a href=" java\nscript:alert(2)">light</a>, and the <a href="/pier">pier</a> while it stands.</p>',
      ),
    );
    expect(article.html).toContain(
      'See the harbour and the light, and the <a href="https://post.example/pier">pier</a>',
    );
  });

  it('does not take attributes that look like its own for its own', () => {
    const article = page(
      articleWith(
        '<p data-carrel-picture="0" data-carrel-place="9">A paragraph that claims to be a picture, in words.</p><figure data-picture="3"></figure>',
      ),
    );
    expect(article.text).toContain('A paragraph that claims to be a picture');
    expect(article.html).not.toContain('data-picture');
  });
});

function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

describe('what a page says of itself', () => {
  it('is read from JSON-LD in a graph, with dates in their zone', () => {
    const head = jsonLd({
      '@graph': [
        { '@type': 'WebSite', name: 'The Post' },
        { '@type': 'Person', '@id': '#ada', name: 'Ada Byron' },
        {
          '@type': 'NewsArticle',
          headline: 'The last keeper',
          datePublished: '2026-03-01T09:30:00+01:00',
          dateModified: '2026-03-02',
          author: [{ '@id': '#ada' }, { name: 'Carl Orff' }],
          publisher: { name: 'The Post' },
        },
      ],
    });
    const article = page(articleWith('', { head: `${head}<link rel="canonical" href="/keeper">` }));
    expect(article).toMatchObject({
      title: 'The last keeper',
      authors: ['Ada Byron', 'Carl Orff'],
      siteName: 'The Post',
      publishedAt: Date.UTC(2026, 2, 1, 8, 30),
      modifiedAt: Date.UTC(2026, 2, 2),
      canonicalAddress: 'https://post.example/keeper',
      language: 'en',
      direction: 'ltr',
    });
  });

  it('is read from JSON-LD that is not quite JSON', () => {
    const head =
      '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","headline":"The last\nkeeper","author":"By Ada Byron, Staff Writer"}\n//]]></script>';
    expect(page(articleWith('', { head })).authors).toEqual(['Ada Byron']);
  });

  it('is read from metadata and from what is printed, without structured data', () => {
    const html = `<html lang="ru"><title>Паром, который ждёт - Вестник</title><h2>Паром, который ждёт</h2><font size="2">23 ноября 2026 г. в 10:00, Вера Лугова</font>${text}`;
    expect(page(html)).toMatchObject({
      title: 'Паром, который ждёт',
      authors: ['Вера Лугова'],
      publishedAt: Date.UTC(2026, 10, 23),
      language: 'ru',
    });
    expect(page(html).text.split('\n')).toEqual(paragraphs);
  });

  it.each([
    [
      '<meta property="og:site_name" content="The Post"><title>Fog at sea – The Post</title>',
      '',
      'Fog at sea',
    ],
    ['<title>Fog at sea | The Post</title>', '', 'Fog at sea'],
    ['<title>Fog - a history: and more</title>', '<h1>Fog - a history</h1>', 'Fog - a history'],
    [
      '<title>The Post</title><meta property="og:site_name" content="The Post">',
      '<h1>Fog at sea</h1>',
      'Fog at sea',
    ],
    ['', '<h3>Fog at sea</h3>', 'Fog at sea'],
    ['', '<p>Fog at sea</p>', 'Fog at sea'],
  ])('gives a title from %s%s', (head, body, title) => {
    expect(page(`<html><head>${head}</head><body>${body}${text}</body></html>`).title).toBe(title);
  });

  it('says right to left when the page does, and when only its letters do', () => {
    const arabic = `<p>${'منذ ستين عامًا تودع مكتبة صغيرة على الرصيف صناديق الكتب على متن السفن العابرة، وتعود الصناديق بعد أشهر. '.repeat(4)}</p>`;
    expect(page(`<html dir="rtl"><title>t</title>${text}`).direction).toBe('rtl');
    expect(page(`<title>مكتبة الميناء</title>${arabic.repeat(4)}`).direction).toBe('rtl');
  });

  it('does not need an address', () => {
    const article = extractPage({
      bytes: Buffer.from(articleWith('<img src="a.jpg" width="600" height="400">')),
      address: null,
      contentType: null,
    });
    expect(article.title).toBe('The last keeper');
    expect(article.pictures).toEqual([]);
  });
});

describe('what stands around an article', () => {
  it('is left out: navigation, byline, sharing, teasers, comments, newsletter, footer', () => {
    const html = articleWith(
      '<div class="read-more"><b>Read more:</b> <a href="/fog">Fog</a></div><p>Read also: <a href="/eels">The eels are coming home to the weir</a></p>',
      {
        head: '<meta name="author" content="Ada Byron"><meta property="article:published_time" content="2026-03-01T09:30:00Z">',
        before: '<p class="kicker">Harbour</p>',
        after:
          '<div class="author-box"><b>Ada Byron</b> writes about the sea.</div><section class="comments"><p>First comment ever after nine years of reading.</p></section><section class="related"><h3>More</h3><ul><li><a href="/x">Something else</a></li></ul></section><div class="newsletter">Five stories by six</div><footer>© The Post</footer>',
      },
    ).replace(
      '</h1>',
      '</h1><p class="line">By Ada Byron · <time datetime="2026-03-01">1 March 2026</time></p><div class="share-bar"><a href="#">Share</a></div>',
    );
    expect(page(html).text.split('\n')).toEqual(paragraphs);
  });

  it('is kept when it is all there is, whatever it is named', () => {
    const short = paragraphs.map((one) => `<p>${one}</p>`).join('');
    const noise = `<div>${'<a href="/x">Another headline of the day</a> '.repeat(80)}</div>`;
    const article = page(
      `<title>The last keeper</title>${noise}<div class="subscribe">${short}</div>`,
    );
    expect(article.text.split('\n')).toEqual(paragraphs);
  });

  it('gives a standfirst as the subtitle and not as text', () => {
    const html = articleWith('').replace(
      '</h1>',
      '</h1><p class="standfirst">After forty years on the rock, a man moves to town.</p>',
    );
    const article = page(html);
    expect(article.subtitle).toBe('After forty years on the rock, a man moves to town.');
    expect(article.text.split('\n')).toEqual(paragraphs);
  });

  it('keeps embeds as labelled links', () => {
    const article = page(
      articleWith(
        '<iframe src="https://www.youtube.com/embed/abc" title="The light at night"></iframe><iframe src="https://ads.example/x"></iframe>',
      ),
    );
    expect(article.html).toContain(
      '<p><a href="https://www.youtube.com/embed/abc">▶ The light at night (youtube.com)</a></p>',
    );
    expect(article.html).not.toContain('ads.example');
  });
});
