import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import type { Feed, Folder } from '../../contract/types.ts';
import { parseOpml } from '../../main/engine/opml.ts';
import { writeOpml } from '../../main/engine/opml/write.ts';

const NOW = Date.UTC(2024, 4, 1, 6);

function parse(text: string) {
  return parseOpml(Buffer.from(text), 'feeds.opml');
}

function inBody(outlines: string): string {
  return `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`;
}

const aFeedOutline = '<outline text="Ok" xmlUrl="https://example.org/feed"/>';

function feed(id: number, title: string, folderId: number | null, more: Partial<Feed> = {}): Feed {
  return {
    id,
    folderId,
    address: `https://example.org/${id}/feed`,
    siteAddress: `https://example.org/${id}/`,
    title,
    ownTitle: null,
    icon: null,
    settings: {
      everyMinutes: null,
      textFrom: 'page',
      pictures: true,
      keep: null,
      enclosures: false,
    },
    login: null,
    articles: 0,
    lastTriedAt: null,
    lastSucceededAt: null,
    nextFetchAt: 0,
    failure: null,
    ...more,
  };
}

describe('a file that is no OPML is refused with its name and the cause', () => {
  test.each([
    ['', 'it is empty'],
    ['  \n', 'it is empty'],
    ['<html><body>Not found</body></html>', 'it is not an OPML file'],
    ['{"feeds":[]}', 'it is not an OPML file'],
    ['<opml version="2.0"><body><outline text="a', 'it is cut off before its first entry'],
    ['<opml', 'it is not an OPML file'],
  ])('%#', (text, cause) => {
    expect(() => parse(text)).toThrow(CarrelError);
    expect(() => parse(text)).toThrow(`opml: cannot read feeds.opml: ${cause}`);
  });
});

describe('what is not taken from a file is told', () => {
  test.each([
    [
      'an address that is none',
      'text="Files" xmlUrl="file:///etc/passwd"',
      '“Files” has no http address: file:///etc/passwd',
    ],
    [
      'a script',
      'text="S" xmlUrl="javascript:alert(1)"',
      '“S” has no http address: javascript:alert(1)',
    ],
    [
      'a link',
      'type="link" text="Page" url="https://example.org/"',
      '“Page” is a link, not a feed.',
    ],
    [
      'a link without a type',
      'text="Page" url="https://example.org/"',
      '“Page” is a link, not a feed.',
    ],
    [
      'a list in a list',
      'type="include" text="More" url="https://example.org/l.opml"',
      '“More” is another list, which is not fetched.',
    ],
    ['a feed without an address', 'type="rss" text="Lost"', '“Lost” has no address.'],
    [
      'one with neither name nor address',
      'type="rss"',
      '“An entry without a name” has no address.',
    ],
    [
      'what is commented out',
      'text="Old" isComment="True" xmlUrl="https://old.example/feed"',
      '“Old” is commented out.',
    ],
  ])('%s', (_what, attributes, sentence) => {
    const { feeds, refused } = parse(
      inBody(`<outline ${attributes}/><outline text="Ok" xmlUrl="https://example.org/feed"/>`),
    );
    expect(feeds.map(({ title }) => title)).toEqual(['Ok']);
    expect(refused).toEqual([sentence]);
  });

  test('all that stands in what is commented out, in one sentence', () => {
    const { feeds, refused } = parse(
      inBody(`
        <outline text="Old" isComment="true"><outline text="A"><outline xmlUrl="https://a.example/feed"/></outline></outline>
        <outline text="Ok" xmlUrl="https://example.org/feed"/>`),
    );
    expect(feeds.map(({ title }) => title)).toEqual(['Ok']);
    expect(refused).toEqual(['“Old” is commented out.']);
  });

  test('a feed that is there twice, in two folders', () => {
    const one = '<outline text="F" xmlUrl="https://example.org/feed"/>';
    const other = '<outline text="F" xmlUrl="http://www.example.org/feed/"/>';
    const { feeds, refused } = parse(
      inBody(`<outline text="A">${one}${other}</outline><outline text="B">${other}</outline>`),
    );
    expect(feeds.map(({ address, folders }) => [address, folders])).toEqual([
      ['https://example.org/feed', ['A']],
    ]);
    expect(refused).toEqual(['“F” is there twice; it is taken into “A”.']);
  });

  test.each(['', '<outline text="G" xmlU', '<outline text="G'])(
    'the end of a file that is cut off: %s',
    (rest) => {
      const { feeds, refused } = parse(
        `<opml version="2.0"><body><outline text="A"><outline text="F" xmlUrl="https://example.org/feed"/>${rest}`,
      );
      expect(feeds).toHaveLength(1);
      expect(refused).toEqual(['feeds.opml is cut off: its end is missing.']);
    },
  );

  test('an outline of another kind, which makes no folders', () => {
    const { feeds, emptyFolders, refused } = parse(
      inBody('<outline text="Milk"/><outline text="Bread"><outline text="Rye"/></outline>'),
    );
    expect({ feeds, emptyFolders }).toEqual({ feeds: [], emptyFolders: [] });
    expect(refused).toEqual(['feeds.opml names no feed that can be fetched.']);
  });

  test('ten thousand bad entries, in a hundred sentences and their number', () => {
    const { refused } = parse(
      inBody('<outline type="rss" text="Lost"/>'.repeat(10_000) + aFeedOutline),
    );
    expect(refused).toHaveLength(101);
    expect(refused.at(-1)).toBe('and 9,900 more');
  });

  test('a name and an address without end, shortened', () => {
    const { refused } = parse(
      inBody(
        `<outline text="${'x'.repeat(5000)}" xmlUrl="mailto:${'y'.repeat(5000)}"/>${aFeedOutline}`,
      ),
    );
    expect(refused).toHaveLength(1);
    expect(refused[0]?.length).toBeLessThan(450);
  });
});

describe('a hostile file', () => {
  test('that nests ten thousand levels deep is read, its folders as deep as people make them', () => {
    const { feeds, refused } = parse(
      inBody('<outline text="x">'.repeat(10_000) + aFeedOutline + '</outline>'.repeat(10_000)),
    );
    expect(feeds.map(({ folders }) => folders.length)).toEqual([32]);
    expect(refused).toEqual([
      'Of folders, the first 5,000 are taken, 32 deep; what is in others stands in the folder around them.',
    ]);
  });

  test('with entities that grow gets none of them', () => {
    const entities = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">';
    const { feeds } = parse(
      `<?xml version="1.0"?><!DOCTYPE opml [${entities}]><opml version="2.0"><body>
       <outline text="&c;" xmlUrl="https://example.org/feed"/></body></opml>`,
    );
    expect(feeds.map(({ title }) => title)).toEqual(['&c;']);
  });

  test('of fifty thousand feeds is read whole', () => {
    const outlines = Array.from(
      { length: 50_000 },
      (_, n) =>
        `<outline text="Feed &#8217; ${n}" xmlUrl="https://h${n}.example/feed?a=1&amp;b=2"/>`,
    );
    const { feeds, refused } = parse(inBody(outlines.join('\n')));
    expect(feeds).toHaveLength(50_000);
    expect(refused).toEqual([]);
  });

  test('of any text is read, as far as it is a list', () => {
    const pieces =
      '<opml>|</opml>|<outline |<outline>|</outline>|/>|>|<|"|\'|text=|xmlUrl=|https://a.example/|=| |&amp;|&#x41;|<!--|-->|<!DOCTYPE a [|]>|<![CDATA[|]]>|isComment="true"|text="A"';
    const piece = fc.constantFrom(...pieces.split('|'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (text) => {
        const { feeds } = parse(`<opml>${aFeedOutline}${text.join('')}`);
        expect(feeds.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('feeds are taken', () => {
  test('with their folders as a path, and what is in a nameless folder too', () => {
    const { feeds } = parse(
      inBody(`
        <outline text="News">
          <outline text="Local &amp; near">
            <outline type="rss" text="Post" xmlUrl="https://example.org/feed" htmlUrl="https://example.org"/>
          </outline>
          <outline><outline text="Other" xmlUrl="https://other.example/feed"/></outline>
        </outline>`),
    );
    expect(feeds).toEqual([
      {
        address: 'https://example.org/feed',
        title: 'Post',
        isOwnTitle: true,
        siteAddress: 'https://example.org/',
        folders: ['News', 'Local & near'],
        settings: {},
        login: null,
      },
      {
        address: 'https://other.example/feed',
        title: 'Other',
        isOwnTitle: true,
        siteAddress: null,
        folders: ['News'],
        settings: {},
        login: null,
      },
    ]);
  });

  test('from OPML 1.0, attribute names in any case, titles only in `title`, raw ampersands', () => {
    const { feeds } = parse(
      '<opml version="1.0"><body><OUTLINE Title="Tom & Jerry" XMLURL="http://example.org/?a=1&b=2" HTMLURL="x y"/></body></opml>',
    );
    expect(feeds).toMatchObject([
      {
        address: 'http://example.org/?a=1&b=2',
        title: 'Tom & Jerry',
        siteAddress: null,
        folders: [],
      },
    ]);
  });

  test('from `url` where the type says that it is a feed, and `feed:` and podcast addresses', () => {
    const { feeds } = parse(
      inBody(
        `<outline type="rss" text="A" url="https://a.example/feed"/><outline text="B" xmlUrl="feed:https://b.example/feed"/>
         <outline text="C" xmlUrl="itpc://c.example/feed"/>`,
      ),
    );
    expect(feeds.map(({ address }) => address)).toEqual([
      'https://a.example/feed',
      'https://b.example/feed',
      'https://c.example/feed',
    ]);
  });

  test('in the encoding the file declares, also with a byte order mark', () => {
    const text = inBody('<outline text="Z\xfcrich" xmlUrl="https://example.org/feed"/>').replace(
      '?>',
      ' encoding="ISO-8859-1"?>',
    );
    for (const bytes of [Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect(parseOpml(bytes, 'feeds.opml').feeds[0]?.title).toBe('Zürich');
    }
  });

  test('with the names of HTML for characters, and what is no name as it is written', () => {
    const { feeds } = parse(
      inBody(
        '<outline text="Caf&eacute;&nbsp;&amp;amp; &#8220;B&#x61;r&#148; &nothing; R&D" xmlUrl="https://example.org/feed"/>',
      ),
    );
    expect(feeds[0]?.title).toBe('Café &amp; “Bar” &nothing; R&D');
  });

  test('with `text` as the title where `title` says another; an address is no title', () => {
    const { feeds } = parse(
      inBody(
        `<outline text="Mine" title="Theirs" xmlUrl="https://a.example/feed"/>
         <outline text=" " title="Theirs" xmlUrl="https://b.example/feed"/>
         <outline text="https://c.example/feed" xmlUrl="https://c.example/feed"/>`,
      ),
    );
    expect(feeds.map(({ title, isOwnTitle }) => [title, isOwnTitle])).toEqual([
      ['Mine', true],
      ['Theirs', true],
      ['https://c.example/feed', false],
    ]);
  });

  test('out of broken XML: ends that are missing, quotes and signs that do not belong there', () => {
    const { feeds } = parse(`<opml version="1.1"><body><outline text="A">
      <outline text="1 < 2" xmlUrl="https://a.example/feed">
      <outline text='Rock 'n' roll' xmlUrl=https://b.example/feed>
      <outline text="C" xmlUrl="https://c.example/feed"
      <outline text="D" xmlUrl="https://d.example/feed"/></body></opml>`);
    expect(feeds.map(({ address }) => address)).toEqual(
      ['a', 'b', 'c', 'd'].map((host) => `https://${host}.example/feed`),
    );
  });

  test('with the login in an address apart from it, where it can be sent', () => {
    const { feeds } = parse(
      inBody(
        `<outline text="A" xmlUrl="https://ada:p%C3%A4%20%25@a.example/feed"/>
         <outline text="B" xmlUrl="https://a%3Ab:c@b.example/feed"/>`,
      ),
    );
    expect(feeds.map(({ address, login }) => [address, login])).toEqual([
      ['https://a.example/feed', { kind: 'basic', name: 'ada', password: 'pä %' }],
      ['https://b.example/feed', null],
    ]);
  });

  test('with what Carrel once wrote of their settings, and garbage there is none', () => {
    const { feeds } = parse(
      inBody(
        `<outline xmlUrl="https://a.example/feed" carrel:everyMinutes="90" carrel:textFrom="feed" carrel:pictures="false" carrel:keep="20" carrel:enclosures="true"/>
         <outline xmlUrl="https://b.example/feed" carrel:everyMinutes="1" carrel:textFrom="sky" carrel:pictures="0" carrel:keep="-1" carrel:enclosures=""/>`,
      ),
    );
    expect(feeds.map(({ settings }) => settings)).toEqual([
      { everyMinutes: 90, textFrom: 'feed', pictures: false, keep: 20, enclosures: true },
      {},
    ]);
  });
});

describe('categories', () => {
  const feedIn = (host: string, category: string) =>
    `<outline text="${host}" xmlUrl="https://${host}.example/feed" category="${category}"/>`;

  test('are folders where no feed stands in one; of several the first, and that is told', () => {
    const { feeds, refused } = parse(
      inBody(feedIn('a', '/News/Local') + feedIn('b', ' harbour ,/News') + feedIn('c', ' ,/')),
    );
    expect(feeds.map(({ folders }) => folders)).toEqual([['News', 'Local'], ['harbour'], []]);
    expect(refused).toEqual(['“b” is in several categories; it is taken into “harbour”.']);
  });

  test('are none beside folders', () => {
    const { feeds } = parse(
      inBody(`<outline text="F">${feedIn('a', 'x')}</outline>${feedIn('b', '/y')}`),
    );
    expect(feeds.map(({ folders }) => folders)).toEqual([['F'], []]);
  });
});

test('folders that nothing is taken into are kept, each once with those around it', () => {
  const { emptyFolders } = parse(
    inBody(`${aFeedOutline}
      <outline text="A"><outline text="B"/><outline text="C">${aFeedOutline}</outline></outline>
      <outline text="D"></outline>`),
  );
  expect(emptyFolders).toEqual([['A', 'B'], ['A', 'C'], ['D']]);
});

describe('a list that is written', () => {
  const folders: Folder[] = [
    { id: 1, parentId: null, title: 'News & "Views" <here>' },
    { id: 2, parentId: 1, title: "Ärzte's / Ὀδυσσεύς 新聞" },
    { id: 3, parentId: null, title: 'Empty' },
  ];
  const inDeep = ['News & "Views" <here>', "Ärzte's / Ὀδυσσεύς 新聞"];
  const feeds: Feed[] = [
    feed(1, 'Top', null, { siteAddress: null }),
    feed(2, 'A & B > C "quoted" \'single\'', 1, { address: 'https://example.org/?a=1&b="2"' }),
    feed(3, 'Deep', 2),
    feed(4, 'Line\nbreak\u0007 and \ud800', 2),
    feed(5, 'Lost', 99),
  ];

  test('reads in again the same', () => {
    const read = parse(writeOpml({ folders, feeds }, NOW));
    expect(read.refused).toEqual([]);
    expect(read.feeds.map((one) => [one.title, one.address, one.siteAddress, one.folders])).toEqual(
      [
        ['Deep', 'https://example.org/3/feed', 'https://example.org/3/', inDeep],
        ['Line break and', 'https://example.org/4/feed', 'https://example.org/4/', inDeep],
        [
          'A & B > C "quoted" \'single\'',
          'https://example.org/?a=1&b=%222%22',
          'https://example.org/2/',
          inDeep.slice(0, 1),
        ],
        ['Lost', 'https://example.org/5/feed', 'https://example.org/5/', []],
        ['Top', 'https://example.org/1/feed', null, []],
      ],
    );
    expect(read.emptyFolders).toEqual([['Empty']]);
  });

  test('is OPML 2.0 with a date, also without a single feed', () => {
    const text = writeOpml({ folders: [], feeds: [] }, NOW);
    expect(text).toContain('<opml version="2.0" ');
    expect(text).toContain('<dateCreated>Wed, 01 May 2024 06:00:00 GMT</dateCreated>');
    expect(parse(text)).toEqual({ feeds: [], emptyFolders: [], refused: [] });
  });

  test('says which titles are the reader’s own, and what the reader set', () => {
    const settings = {
      everyMinutes: 60,
      textFrom: 'feed',
      pictures: false,
      keep: 50,
      enclosures: true,
    } as const;
    const mine = feed(1, 'Mine', null, { ownTitle: 'Mine', settings });
    const { feeds: read } = parse(
      writeOpml({ folders: [], feeds: [mine, feed(2, 'Top', null)] }, NOW),
    );
    expect(read.map((one) => [one.title, one.isOwnTitle, one.settings])).toEqual([
      ['Mine', true, settings],
      ['Top', false, {}],
    ]);
  });

  test('writes two folders of one title in one place as one, and one without visible title too', () => {
    const same: Folder[] = [
      { id: 1, parentId: null, title: 'A' },
      { id: 2, parentId: null, title: 'A ' },
      { id: 3, parentId: 2, title: '\u200b' },
    ];
    const text = writeOpml({ folders: same, feeds: [feed(1, 'X', 1), feed(2, 'Y', 2)] }, NOW);
    expect(text.match(/<outline text="A">/g)).toHaveLength(1);
    expect(parse(text).feeds.map(({ folders: path }) => path)).toEqual([['A'], ['A']]);
    expect(parse(text).emptyFolders).toEqual([['A', '?']]);
  });

  test('has no password in it, unless it was asked for', () => {
    const login = { kind: 'basic', name: 'a/b@c', password: 'p:%41 ü&"' } as const;
    const secret = feed(1, 'S', null, {
      address: 'https://old:login@example.org/feed',
      siteAddress: 'https://old:login@example.org/',
    });
    const list = { folders: [], feeds: [secret] };
    expect(writeOpml(list, NOW)).not.toContain('login');
    const read = parse(writeOpml(list, NOW, new Map([[1, login]])));
    expect(read.feeds).toMatchObject([{ address: 'https://example.org/feed', login }]);
  });
});
