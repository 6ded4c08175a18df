import { describe, expect, test } from 'vitest';
import { entryOf, json, parse, rss, titles } from './sample.ts';

/** Formats and elements that the parser does not know, and what is made of them. */

/** An RSS item with these elements. */
function item(elements: string): ReturnType<typeof entryOf> {
  return entryOf(rss(`<item>${elements}</item>`));
}

describe('RSS of every age', () => {
  test('in a namespace with a prefix', () => {
    const feed = parse(
      '<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:title>News</r:title><r:item><r:title>One</r:title></r:item></r:channel></r:rss>',
    );
    expect(feed.title).toBe('News');
    expect(titles(feed)).toEqual(['One']);
  });

  test('0.90, which is RDF', () => {
    const feed = parse(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>News</title></channel><item><title>One</title><link>https://example.org/1</link></item></rdf:RDF>',
    );
    expect(feed.entries).toMatchObject([{ title: 'One', address: 'https://example.org/1' }]);
  });

  test('whose items stand beside the channel, or without one', () => {
    const one = '<item><title>One</title></item>';
    expect(titles(parse(`<rss><channel><title>News</title></channel>${one}</rss>`))).toEqual([
      'One',
    ]);
    expect(titles(parse(`<rss version="2.0">${one}</rss>`))).toEqual(['One']);
    expect(titles(parse(`<channel><title>News</title>${one}</channel>`))).toEqual(['One']);
  });

  test.each([
    '<body xmlns="http://www.w3.org/1999/xhtml"><p>A <b>B</b> &amp; C.</p></body>',
    '<xhtml:body><xhtml:p>A <xhtml:b>B</xhtml:b> &amp; C.</xhtml:p></xhtml:body>',
    '<fullitem>&lt;p&gt;A &lt;b&gt;B&lt;/b&gt; &amp;amp; C.&lt;/p&gt;</fullitem>',
  ])('with its text in older elements: %s', (text) => {
    expect(item(`<title>T</title>${text}<guid>1</guid>`)).toMatchObject({
      guid: '1',
      body: { text: 'A B & C.' },
    });
  });

  test('leaves alone what a text says of such elements', () => {
    const text = '<description><![CDATA[How <fullitem>s and <body>s differ.]]></description>';
    expect(item(`<title>T</title>${text}`).body?.text).toBe('How s and s differ.');
  });

  test('with Dublin Core in place of its own elements', () => {
    const dublin =
      '<dc:title>One</dc:title><dc:author>Jo Doe</dc:author><dc:description>Text.</dc:description><dc:date>2024-05-01</dc:date>';
    expect(item(dublin)).toMatchObject({
      title: 'One',
      authors: ['Jo Doe'],
      excerpt: 'Text.',
      publishedAt: Date.UTC(2024, 4, 1),
    });
  });

  test('that says only when an entry was changed has that as its date', () => {
    const entry = item('<title>T</title><dcterms:modified>2024-05-01</dcterms:modified>');
    expect(entry).toMatchObject({ publishedAt: Date.UTC(2024, 4, 1), modifiedAt: null });
  });

  test('with Atom in it, and places, which do no harm', () => {
    const entry = item(
      '<title>T</title><atom:link href="https://example.org/1"/><atom:updated>2024-05-01T00:00:00Z</atom:updated><georss:point>1 2</georss:point>',
    );
    expect(entry).toMatchObject({
      address: 'https://example.org/1',
      publishedAt: Date.UTC(2024, 4, 1),
    });
  });
});

describe('an author is', () => {
  test.each([
    ['<author>jo@example.org (Jo Doe)</author>', ['Jo Doe']],
    ['<dc:creator>Jo Doe &lt;jo@example.org&gt;</dc:creator>', ['Jo Doe']],
    ['<dc:creator>jo@example.org (Jo Doe)</dc:creator>', ['Jo Doe']],
    ['<dc:creator>By Jo Doe and Max Roe</dc:creator>', ['Jo Doe', 'Max Roe']],
    ['<dc:creator>Doe, Jo</dc:creator>', ['Doe, Jo']],
    ['<dc:creator>jo@example.org</dc:creator>', []],
    ['<itunes:author>Jo Doe</itunes:author>', ['Jo Doe']],
  ])('%s', (elements, authors) => {
    expect(item(`<title>T</title>${elements}`).authors).toEqual(authors);
  });
});

describe('Atom 0.3', () => {
  const old = (entry: string): ReturnType<typeof entryOf> =>
    entryOf(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${entry}</entry></feed>`);

  test('gives texts in base64', () => {
    const text = Buffer.from('<p>A &amp; B, ü.</p>').toString('base64');
    const entry = old(
      `<title>T</title><content type="text/html" mode="base64">\n${text}\n</content>`,
    );
    expect(entry.body?.text).toBe('A & B, ü.');
  });

  test.each(['$$$$', 'AAAA////', ''])('and leaves out what is none: %j', (text) => {
    expect(old(`<title>T</title><content mode="base64">${text}</content>`).body).toBeNull();
  });

  test('gives markup as it stands', () => {
    const entry = old(
      '<title>T</title><content type="text/html" mode="xml"><div>A &lt;b&gt; C.</div></content>',
    );
    expect(entry.body?.text).toBe('A <b> C.');
  });

  test('gives its dates by their old names', () => {
    const entry = old(
      '<title>T</title><issued>2024-05-01T00:00:00Z</issued><modified>2024-05-02T00:00:00Z</modified>',
    );
    expect(entry).toMatchObject({
      publishedAt: Date.UTC(2024, 4, 1),
      modifiedAt: Date.UTC(2024, 4, 2),
    });
  });
});

test('the Channel Definition Format is read as RSS', () => {
  const feed = parse(
    `<CHANNEL HREF="https://example.org/"><TITLE>News</TITLE>
      <ITEM HREF="/1" LASTMOD="2024-05-01T06:00Z"><TITLE>One</TITLE><ABSTRACT>Text.</ABSTRACT></ITEM>
      <ITEM HREF="/2"/></CHANNEL>`,
  );
  expect(feed).toMatchObject({ title: 'News', siteAddress: 'https://example.org/' });
  expect(feed.entries).toMatchObject([
    {
      title: 'One',
      address: 'https://example.org/1',
      excerpt: 'Text.',
      publishedAt: Date.UTC(2024, 4, 1, 6),
    },
    { address: 'https://example.org/2' },
  ]);
});

describe('a JSON feed', () => {
  test('1.0 has one author', () => {
    const author = { name: 'Jo Doe' };
    expect(entryOf(json([{ id: '1', title: 'T', author }])).authors).toEqual(['Jo Doe']);
  });

  test('that is cut off keeps its whole entries', () => {
    const whole = json([
      { id: '1', title: 'One [1}' },
      { id: '2', title: 'Two' },
    ]);
    const cut = whole.slice(0, whole.indexOf('Two'));
    expect(titles(parse(cut))).toEqual(['One [1}']);
  });

  test('with line ends in texts, commas too many and something behind it is read', () => {
    const text = json([{ id: '1', title: 'One LINE two' }])
      .replace(' LINE ', '\n\t')
      .replace('}]', ',},]');
    expect(titles(parse(`${text}<!-- 0.2 s -->`))).toEqual(['One two']);
  });

  test.each([
    '{',
    '{"version":"https://jsonfeed.org/version/1","items":[}',
    '{"items":[{"id":"1"}}',
  ])('that is nothing of it is refused: %s', (text) => {
    expect(() => parse(text)).toThrow('its JSON is broken');
  });
});

describe('entities that a DOCTYPE declares', () => {
  const declared = (entities: string, title: string): string =>
    `<!DOCTYPE rss [${entities}]>${rss(`<item><title>${title}</title></item>`)}`;

  test('are put in', () => {
    const entities = `<!ENTITY desk "The Desk"><!ENTITY co 'Co'>`;
    expect(titles(parse(declared(entities, '&desk; &amp; &co;')))).toEqual(['The Desk & Co']);
  });

  test.each([
    ['made of others', '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">', 'x &b;'],
    ['of files', '<!ENTITY b SYSTEM "file:///etc/passwd">', 'x &b;'],
    ['of parameters', '<!ENTITY % p "x"><!ENTITY b "%p;">', 'x &b;'],
    ['without end', '<!ENTITY b "', 'x &b;'],
  ])('are left as they are: %s', (_, entities, title) => {
    expect(titles(parse(declared(entities, title)))).toEqual([title]);
  });

  test('swell a feed by a million characters at most', () => {
    const entities = `<!ENTITY a "${'a'.repeat(1000)}">`;
    const text = declared(entities, 'T').replace(
      '</item>',
      `<description>${'&a;'.repeat(5000)}</description></item>`,
    );
    const body = entryOf(text).body?.text ?? '';
    expect(body.length).toBeGreaterThan(1_000_000);
    expect(body.length).toBeLessThan(1_100_000);
  });
});
