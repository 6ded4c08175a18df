import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../../contract/errors.ts';
import type { ParsedEntry } from '../../../main/engine/feeds/types.ts';
import { ADDRESS, atom, entryOf, json, parse, rss, titles } from './sample.ts';

/** An RSS item; what is `null` is not in it. */
function item(guid: string | null, path: string | null, title = 'T', more = ''): string {
  const guidTag = guid === null ? '' : `<guid isPermaLink="false">${guid}</guid>`;
  const link = path === null ? '' : `<link>https://example.org${path}</link>`;
  return `<item><title>${title}</title>${guidTag}${link}${more}</item>`;
}

function addressOf(link: string): string | null {
  return entryOf(rss(`<item><link>${link}</link></item>`)).address;
}

function dateOf(pubDate: string): number | null {
  return entryOf(rss(item('1', null, 'T', `<pubDate>${pubDate}</pubDate>`))).publishedAt;
}

function hashOf(title: string, text: string, more = ''): string {
  const description = `<description>${text}</description>`;
  return entryOf(rss(item('1', null, title, description + more))).contentSha256;
}

function media(url: string, attributes = '', inside = ''): string {
  return `<media:content url="${url}" medium="image" ${attributes}>${inside}</media:content>`;
}

/** The body of an entry with this HTML and, besides, these elements. */
function bodyWith(elements: string, html = '<p>Text.</p>'): ParsedEntry['body'] {
  const encoded = `<content:encoded><![CDATA[${html}]]></content:encoded>`;
  return entryOf(rss(item('1', null, 'T', encoded + elements))).body;
}

describe('what is no feed is refused, saying what it is', () => {
  test.each([
    ['', 'it is empty'],
    [' \n\t ', 'it is empty'],
    ['<!DOCTYPE html><html><head></head><body>Sign in</body></html>', 'it is an HTML page'],
    ['<!-- x --><html><body><rss></rss></body></html>', 'it is an HTML page'],
    ['<div>Not found</div>', 'it is an HTML page'],
    ['<?xml version="1.0"?><urlset><url/></urlset>', 'it is XML of another kind (<urlset>)'],
    ['<opml version="2.0"><body/></opml>', 'it is an OPML list of feeds'],
    ['{"error":"not found"}', 'it is JSON of another kind'],
    ['[{"id":1}]', 'it is JSON of another kind'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[', 'its JSON is broken'],
    ['404 page not found', 'it is text of another kind'],
    ['<rss version="2.0"><channel><title>Cut', 'its XML is broken'],
  ])('%s', (text, cause) => {
    expect(() => parse(text)).toThrow(CarrelError);
    expect(() => parse(text)).toThrow(`feed: ${ADDRESS} is not a feed: ${cause}`);
  });

  test('with the kind that callers tell it by', () => {
    expect(() => parse('')).toThrow(expect.objectContaining({ kind: 'not-a-feed' }));
  });
});

describe('a broken feed costs as little as possible', () => {
  const good = '<item><title>Good</title><link>https://example.org/good</link></item>';

  test('a sign that begins no tag costs nothing', () => {
    const bad = '<item><title>5 < 6 & 7</title><link>https://example.org/bad</link></item>';
    expect(titles(parse(rss(good + bad)))).toEqual(['Good', '5 < 6 & 7']);
  });

  test('an element that is not closed costs nothing', () => {
    const bad = '<item><title>Bad</title><link>https://example.org/bad</item>';
    expect(parse(rss(bad + good)).entries).toMatchObject([
      { title: 'Bad', address: 'https://example.org/bad' },
      { title: 'Good', address: 'https://example.org/good' },
    ]);
  });

  test('an entry that is not closed costs nothing', () => {
    const bad = '<item><title>Bad<link>https://example.org/bad</link>';
    expect(parse(rss(bad + good + bad)).entries).toMatchObject([
      { title: 'Bad', address: 'https://example.org/bad' },
      { title: 'Good', address: 'https://example.org/good' },
    ]);
  });

  test('elements that cross cost nothing', () => {
    const bad = '<item><title>Bad</title><author><name>Jo</author></name><guid>1</item>';
    expect(parse(rss(bad + good)).entries).toMatchObject([
      { title: 'Bad', guid: '1' },
      { title: 'Good' },
    ]);
  });

  test('a feed whose last tag is cut off is whole', () => {
    expect(titles(parse(rss(good).slice(0, -1)))).toEqual(['Good']);
  });

  test('a feed that is cut off before its first entry ends keeps what it says of itself', () => {
    const feed = parse(rss('<item><title><![CD').replace(/<\/channel><\/rss>$/, ''));
    expect(feed).toMatchObject({
      title: 'News',
      siteAddress: 'https://www.example.org/',
      entries: [],
    });
  });

  test.each([
    '<rss version="2.0"></rss>',
    '<rss><channel/></rss>',
    '<feed/>',
    '<rdf:RDF></rdf:RDF>',
  ])('a feed with nothing in it is one without entries: %s', (text) => {
    expect(parse(text)).toMatchObject({ title: null, entries: [] });
  });

  test('a CDATA section without its end costs that entry', () => {
    const bad = '<item><title>Bad</title><description><![CDATA[ oh </description></item>';
    expect(titles(parse(rss(good + bad)))).toEqual(['Good']);
  });

  test('a feed that is cut off keeps its whole entries, its title and its namespaces', () => {
    const items =
      '<item><title>Good</title><dc:creator>Jo Doe</dc:creator></item><item><title>Cut in the mid';
    const feed = parse(rss(items).replace(/<\/channel><\/rss>$/, ''));
    expect(feed.title).toBe('News');
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]?.authors).toEqual(['Jo Doe']);
  });

  test('an Atom feed that is cut off does too', () => {
    const feed = parse(
      atom('<entry><id>1</id><title>Good</title></entry><entry><title>Cut').replace('</feed>', ''),
    );
    expect(titles(feed)).toEqual(['Good']);
  });

  test('an element with a forbidden name costs its entry', () => {
    const bad = '<item><title>Bad</title><__proto__>x</__proto__></item>';
    expect(titles(parse(rss(bad + good)))).toEqual(['Good']);
  });

  test('an entry nested without end costs its entry', () => {
    const bad = `<item><title>Bad</title>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</item>`;
    expect(titles(parse(rss(bad + good)))).toEqual(['Good']);
  });

  test('a text nested without end costs that text', () => {
    const deep = `${'<div>'.repeat(9000)}deep`;
    const entry = entryOf(
      rss(`<item><title>T</title><content:encoded><![CDATA[${deep}]]></content:encoded></item>`),
    );
    expect(entry).toMatchObject({ title: 'T', body: null });
  });

  test('warnings before the feed and statistics behind it are left out', () => {
    const warned = `<br />\n<b>Warning</b>: date() in /var/www/x.php\n${rss(good)}<!-- 0.2 s --><script>x</script>`;
    expect(titles(parse(warned))).toEqual(['Good']);
    expect(titles(parse(`\n\n\uFEFF ${rss(good)}`))).toEqual(['Good']);
  });

  test('control characters and lone surrogates are left out', () => {
    const feed = parse(rss('<item><title>Be\u0007ll\0 &#8217;&nbsp;x</title></item>'));
    expect(titles(feed)).toEqual(['Bell ’ x']);
  });

  test('a DOCTYPE that swells is not swollen', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]>`;
    const feed = parse(bomb + rss('<item><title>x &b; y</title></item>'));
    expect(titles(feed)).toEqual(['x &b; y']);
  });

  test('null, numbers and texts among the items of a JSON feed are no entries', () => {
    const feed = parse(json([null, 3, 'x', [], { id: 1, title: 'Good' }]));
    expect(titles(feed)).toEqual(['Good']);
  });
});

describe('an RSS feed', () => {
  const fish = `<item>
    <title>Fish &amp;amp; &lt;b&gt;Chips&lt;/b&gt;</title>
    <link> https://example.org/fish?utm_source=rss </link>
    <guid isPermaLink="false">17</guid>
    <pubDate>Wed, 01 May 2024 08:00:00 +0200</pubDate>
    <dc:creator>By Ida Kestrel, Bran Holloway</dc:creator>
    <description>A &lt;i&gt;short&lt;/i&gt; summary.</description>
    <content:encoded><![CDATA[<p>The whole <a href="/more">text</a>.</p><script>x()</script>]]></content:encoded>
  </item>`;

  test('gives its title, site and language', () => {
    expect(parse(rss(fish))).toMatchObject({
      title: 'News',
      siteAddress: 'https://www.example.org/',
      language: 'en-GB',
    });
  });

  test('gives entries, every text plain, the body clean', () => {
    expect(entryOf(rss(fish))).toEqual({
      guid: '17',
      address: 'https://example.org/fish?utm_source=rss',
      ownAddress: true,
      title: 'Fish & Chips',
      authors: ['Ida Kestrel', 'Bran Holloway'],
      publishedAt: Date.UTC(2024, 4, 1, 6),
      modifiedAt: null,
      excerpt: 'A short summary.',
      body: {
        html: '<p>The whole <a href="https://example.org/more">text</a>.</p>',
        text: 'The whole text.',
        wordCount: 3,
        pictures: [],
        language: 'en-GB',
        direction: 'ltr',
      },
      enclosures: [],
      contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('whose description is all there is has it as its text', () => {
    const entry = entryOf(
      rss('<item><title>T</title><description>One.\n\nTwo &amp;lt; three.</description></item>'),
    );
    expect(entry.body?.html).toBe('<p>One.</p><p>Two &lt; three.</p>');
    expect(entry.excerpt).toBe('One. Two < three.');
  });

  test('without a link leads to its permalink, unless it says that it is none', () => {
    const guid = 'https://example.org/a';
    expect(entryOf(rss(`<item><guid>${guid}</guid></item>`)).address).toBe(guid);
    const no = `<item><title>T</title><guid isPermaLink="false">${guid}</guid></item>`;
    expect(entryOf(rss(no)).address).toBeNull();
  });

  test('has addresses from the root on its site, and others relative to the feed', () => {
    expect(addressOf('/a')).toBe('https://www.example.org/a');
    expect(addressOf('a')).toBe('https://example.org/feeds/a');
    expect(addressOf('//other.example/a')).toBe('https://other.example/a');
    expect(addressOf('javascript:alert(1)')).toBeNull();
  });

  test('without titles calls its entries by their first words', () => {
    const entry = entryOf(
      rss(`<item><description>${'Ferries leave at six. '.repeat(9)}</description></item>`),
    );
    expect(entry.title).toBe(
      'Ferries leave at six. Ferries leave at six. Ferries leave at six. Ferries leave…',
    );
    expect(entryOf(rss('<item><link>https://example.org/a</link></item>')).title).toBe(
      'https://example.org/a',
    );
  });

  test('with a date from the future or before the web has none', () => {
    expect(dateOf('Wed, 01 May 2075 06:00:00 GMT')).toBeNull();
    expect(dateOf('Thu, 01 Jan 1970 00:00:00 GMT')).toBeNull();
  });

  test('has excerpts of 300 characters at most', () => {
    const { excerpt } = entryOf(
      rss(`<item><description>${'word '.repeat(500)}</description></item>`),
    );
    expect(excerpt.length).toBeLessThanOrEqual(300);
    expect(excerpt).toMatch(/word…$/);
  });

  test('in RDF is read too', () => {
    const feed =
      parse(`<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://example.org/feed"><title>Notices</title><link>https://example.org/</link></channel>
      <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link><description>Text.</description><dc:date>2024-05-01T08:00:00+02:00</dc:date><dc:creator>Harbour Office</dc:creator></item>
    </rdf:RDF>`);
    expect(feed).toMatchObject({ title: 'Notices', siteAddress: 'https://example.org/' });
    expect(feed.entries).toMatchObject([
      {
        guid: 'https://example.org/1',
        address: 'https://example.org/1',
        title: 'One',
        authors: ['Harbour Office'],
        publishedAt: Date.UTC(2024, 4, 1, 6),
        excerpt: 'Text.',
      },
    ]);
  });

  test('in windows-1251 is read', () => {
    const text = rss('<item><title>TITLE</title></item>').replace(
      '1.0"?',
      '1.0" encoding="windows-1251"?',
    );
    const [before = '', after = ''] = text.split('TITLE');
    const name = Buffer.from([0xc2, 0xe5, 0xf1, 0xf2, 0xed, 0xe8, 0xea]);
    const bytes = Buffer.concat([Buffer.from(before), name, Buffer.from(after)]);
    expect(titles(parse(bytes, 'application/rss+xml'))).toEqual(['Вестник']);
  });
});

describe('an Atom feed', () => {
  test('gives entries: HTML, XHTML and text as their types say', () => {
    const feed = parse(
      atom(
        `<entry><id>tag:1</id><title type="html">A &amp;amp; &lt;i&gt;B&lt;/i&gt;</title>
          <link rel="self" href="https://example.org/1.atom"/><link href="1"/><link rel="alternate" type="application/json" href="1.json"/>
          <published>2024-05-01T06:00:00Z</published><updated>2024-05-02T06:00:00Z</updated>
          <author><name>Jo Doe</name></author><summary>Short.</summary>
          <content type="html">&lt;p&gt;One &amp;amp; two.&lt;/p&gt;</content></entry>
        <entry xml:lang="de"><id>tag:2</id><title type="text">Kein &lt;b&gt; hier</title>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Drei &lt; vier.</p></div></content></entry>
        <entry><id>tag:3</id><title>Three</title><content type="text">5 &lt; 6 &amp;amp; 7</content></entry>
        <entry><id>tag:4</id><title>Four</title><content type="image/png">iVBORw0K</content></entry>`,
        'xml:base="https://example.org/blog/" xml:lang="fr"',
      ),
    );
    expect(feed.language).toBe('fr');
    expect(feed.entries).toMatchObject([
      {
        guid: 'tag:1',
        address: 'https://example.org/blog/1',
        title: 'A & B',
        authors: ['Jo Doe'],
        publishedAt: Date.UTC(2024, 4, 1, 6),
        modifiedAt: Date.UTC(2024, 4, 2, 6),
        excerpt: 'Short.',
        body: { html: '<p>One &amp; two.</p>', language: 'fr' },
      },
      {
        title: 'Kein <b> hier',
        authors: ['The Desk'],
        publishedAt: null,
        excerpt: 'Drei < vier.',
        body: { html: '<p>Drei &lt; vier.</p>', language: 'de' },
      },
      { title: 'Three', excerpt: '5 < 6 &amp; 7' },
      { title: 'Four', body: null },
    ]);
  });
});

describe('a JSON feed', () => {
  test('gives entries of HTML and of text', () => {
    const feed = parse(
      json(
        [
          {
            id: 5,
            url: '/a',
            title: 'A',
            content_html: '<p>One.</p>',
            summary: 'Short.',
            date_published: '2024-05-01T06:00:00Z',
            authors: [{ name: 'Jo Doe' }],
            language: 'de',
          },
          { id: 'b', content_text: '1 < 2 & 3\n\nAnd so on.' },
        ],
        {
          home_page_url: 'https://www.example.org/',
          language: 'en',
          authors: [{ name: 'The Desk' }],
        },
      ),
    );
    expect(feed).toMatchObject({
      title: 'News',
      siteAddress: 'https://www.example.org/',
      language: 'en',
    });
    expect(feed.entries).toMatchObject([
      {
        guid: '5',
        address: 'https://www.example.org/a',
        title: 'A',
        authors: ['Jo Doe'],
        publishedAt: Date.UTC(2024, 4, 1, 6),
        excerpt: 'Short.',
        body: { html: '<p>One.</p>', language: 'de' },
      },
      {
        guid: 'b',
        authors: ['The Desk'],
        body: { html: '<p>1 &lt; 2 &amp; 3</p><p>And so on.</p>' },
      },
    ]);
  });
});

describe('a feed’s pictures', () => {
  test('head the text, with caption and credit', () => {
    const body = bodyWith(
      media(
        'https://example.org/a.jpg',
        'width="1600" height="1000"',
        '<media:description>Cranes &amp;amp; fog</media:description><media:credit>Ida Kestrel</media:credit>',
      ),
      '<p>Text.</p><figure><img src="https://example.org/b.jpg" alt="B"></figure>',
    );
    expect(body?.html).toBe(
      '<figure data-picture="0"></figure><p>Text.</p><figure data-picture="1"></figure>',
    );
    expect(body?.pictures).toMatchObject([
      {
        address: 'https://example.org/a.jpg',
        caption: 'Cranes & fog',
        credit: 'Ida Kestrel',
        width: 1600,
        height: 1000,
        gallery: null,
      },
      { address: 'https://example.org/b.jpg', alt: 'B' },
    ]);
  });

  test('that are in the text already are not there twice, in whatever size', () => {
    const html =
      '<figure><img src="https://example.org/up/a-1024x683.jpg?w=9"></figure><p>Text.</p>';
    expect(bodyWith(media('https://example.org/up/a.jpg'), html)?.pictures).toHaveLength(1);
  });

  test('in several widths are one picture, the widest', () => {
    const widths = [140, 700, 460].map((width) =>
      media(`https://example.org/${width}.jpg`, `width="${width}"`),
    );
    expect(bodyWith(widths.join(''))?.pictures).toMatchObject([
      { address: 'https://example.org/700.jpg' },
    ]);
    expect(bodyWith(`<media:group>${widths.join('')}</media:group>`)?.pictures).toMatchObject([
      { address: 'https://example.org/700.jpg' },
    ]);
  });

  test('with captions of their own are each kept', () => {
    const two = ['a', 'b'].map((name, index) =>
      media(
        `https://example.org/${name}.jpg`,
        `width="${index + 1}"`,
        `<media:description>${name}</media:description>`,
      ),
    );
    expect(bodyWith(two.join(''))?.pictures).toHaveLength(2);
  });

  test('are enclosures too, but sound and video are none', () => {
    const body = bodyWith(
      '<enclosure url="https://example.org/a.jpg" type="image/jpeg" length="1"/>' +
        '<enclosure url="https://example.org/a.mp3" type="audio/mpeg" length="1"/>' +
        '<media:content url="https://example.org/a.mp4" type="video/mp4"/>',
    );
    expect(body?.pictures.map(({ address }) => address)).toEqual(['https://example.org/a.jpg']);
  });

  test('are thumbnails only where there is nothing better', () => {
    const thumbnail = '<media:thumbnail url="https://example.org/t.jpg"/>';
    expect(bodyWith(thumbnail)?.pictures).toMatchObject([{ address: 'https://example.org/t.jpg' }]);
    const better = bodyWith(thumbnail + media('https://example.org/a.jpg'));
    expect(better?.pictures).toMatchObject([{ address: 'https://example.org/a.jpg' }]);
    expect(
      bodyWith(thumbnail, '<p>Text.</p><img src="https://example.org/b.jpg">')?.pictures,
    ).toHaveLength(1);
  });

  test('of Atom and JSON feeds are found', () => {
    const link = '<link rel="enclosure" type="image/png" href="https://example.org/a.png"/>';
    const entry = entryOf(
      atom(`<entry><id>1</id><title>T</title><content>Text.</content>${link}</entry>`),
    );
    expect(entry.body?.pictures).toHaveLength(1);
    const withImage = { id: '1', content_text: 'Text.', image: 'https://example.org/a' };
    expect(entryOf(json([withImage])).body?.pictures).toMatchObject([
      { address: 'https://example.org/a' },
    ]);
  });
});

describe('entries are told apart', () => {
  test('by a guid of their title and date, where they have nothing else', () => {
    const date = '<pubDate>Wed, 01 May 2024 06:00:00 GMT</pubDate>';
    const twice = parse(rss(item(null, null, 'A', date) + item(null, null, 'B', date)));
    const guids = twice.entries.map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(2);
    const changed = entryOf(rss(item(null, null, 'A', `${date}<description>new</description>`)));
    expect(changed.guid).toBe(guids[0]);
  });

  test('also when a live blog gives all of them one address', () => {
    const feed = parse(rss(item('1', '/live', 'A') + item('2', '/live?utm_source=x', 'B')));
    expect(feed.entries).toMatchObject([
      { guid: '1', ownAddress: false },
      { guid: '2', ownAddress: false },
    ]);
  });

  test('also when they are parts of a page', () => {
    const feed = parse(rss(item('1', '/changelog#v1', 'A') + item(null, '/changelog#v2', 'B')));
    expect(feed.entries.map(({ ownAddress }) => ownAddress)).toEqual([false, false]);
    expect(new Set(feed.entries.map(({ guid }) => guid)).size).toBe(2);
    expect(feed.entries[1]?.guid).toMatch(/^carrel:/);
    expect(entryOf(rss(item('1', '/a#ref=rss'))).ownAddress).toBe(true);
  });

  test('also when they lead to the front page', () => {
    expect(entryOf(rss(item('1', '/'))).ownAddress).toBe(false);
  });

  test('by their addresses, where a guid is given to several', () => {
    const feed = parse(rss(item('0', '/a', 'A') + item('0', '/b', 'B')));
    expect(feed.entries).toMatchObject([
      { guid: null, address: 'https://example.org/a', ownAddress: true },
      { guid: null, address: 'https://example.org/b', ownAddress: true },
    ]);
  });

  test('and one that is there twice counts once, the first', () => {
    const feed = parse(rss(item('1', '/a', 'New') + item('1', '/a?utm_source=x', 'Old')));
    expect(titles(feed)).toEqual(['New']);
  });
});

describe('a change is seen', () => {
  const file = '<enclosure url="https://example.org/a.mp3?key=1" type="audio/mpeg"/>';
  const names = '<dc:creator>Jo Doe</dc:creator><dc:creator>Max Roe</dc:creator>';

  test('in the title, the text, the authors and the files', () => {
    const before = hashOf('A', 'Text');
    expect(hashOf('A', 'Other')).not.toBe(before);
    expect(hashOf('B', 'Text')).not.toBe(before);
    expect(hashOf('A', 'Text', names)).not.toBe(before);
    expect(hashOf('A', 'Text', file)).not.toBe(before);
  });

  test('in nothing that ticks or is shuffled', () => {
    const before = hashOf('A', 'Text', names + file);
    const shuffled = file.replace('key=1', 'key=2') + names.replace(/(.*?>)(<.*)/, '$2$1');
    const ticking =
      '<category>x</category><comments>9</comments><pubDate>Wed, 01 May 2024 06:00:00 GMT</pubDate>';
    expect(hashOf('A', 'Text', shuffled + ticking)).toBe(before);
  });
});
