import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import type { Feed, Folder } from '../../contract/types.ts';
import { parseOpml, writeOpml } from '../../main/engine/opml.ts';

const NOW = Date.UTC(2024, 4, 1, 6);

function parse(text: string) {
  return parseOpml(Buffer.from(text), 'feeds.opml');
}

function inBody(outlines: string): string {
  return `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`;
}

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
    ['<opml version="2.0"><body><outline text="a', 'its XML is broken'],
    ['<opml version="2.0"></opml>', 'its XML is broken'],
    ['<opml', 'it is not an OPML file'],
    [inBody('<outline text="x">'.repeat(5000)), 'its XML is broken'],
  ])('%#', (text, cause) => {
    expect(() => parse(text)).toThrow(CarrelError);
    expect(() => parse(text)).toThrow(`opml: cannot read feeds.opml: ${cause}`);
  });
});

describe('what is not taken from a file is told', () => {
  test('an address that is none', () => {
    const { feeds, refused } = parse(
      inBody(
        '<outline text="Files" xmlUrl="file:///etc/passwd"/><outline text="Ok" xmlUrl="https://example.org/feed"/>',
      ),
    );
    expect(feeds.map(({ title }) => title)).toEqual(['Ok']);
    expect(refused).toEqual(['“Files” has no http address: file:///etc/passwd']);
  });

  test('a link that is no feed', () => {
    const { feeds, refused } = parse(
      inBody('<outline type="link" text="Page" url="https://example.org/"/>'),
    );
    expect(feeds).toEqual([]);
    expect(refused).toEqual(['“Page” is a link, not a feed.']);
  });

  test('a feed that is there twice, in two folders', () => {
    const one = '<outline text="F" xmlUrl="https://example.org/feed"/>';
    const { feeds, refused } = parse(
      inBody(`<outline text="A">${one}</outline><outline text="B">${one}${one}</outline>`),
    );
    expect(feeds).toHaveLength(1);
    expect(feeds[0]?.folders).toEqual(['A']);
    expect(new Set(refused)).toEqual(new Set(['“F” is there twice; it is taken into “A”.']));
  });

  test.each(['', '<outline text="G" xmlU'])('the end of a file that is cut off: %s', (rest) => {
    const { feeds, refused } = parse(
      `<opml version="2.0"><body><outline text="A"><outline text="F" xmlUrl="https://example.org/feed"/>${rest}`,
    );
    expect(feeds).toHaveLength(1);
    expect(refused).toEqual(['feeds.opml is cut off: its end is missing.']);
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
        siteAddress: 'https://example.org/',
        folders: ['News', 'Local & near'],
      },
      {
        address: 'https://other.example/feed',
        title: 'Other',
        siteAddress: null,
        folders: ['News'],
      },
    ]);
  });

  test('from OPML 1.0, attribute names in any case, titles only in `title`, raw ampersands', () => {
    const { feeds } = parse(
      '<opml version="1.0"><body><OUTLINE Title="Tom & Jerry" XMLURL="http://example.org/?a=1&b=2" HTMLURL="x y"/></body></opml>',
    );
    expect(feeds).toEqual([
      {
        address: 'http://example.org/?a=1&b=2',
        title: 'Tom & Jerry',
        siteAddress: null,
        folders: [],
      },
    ]);
  });

  test('from `url` where the type says that it is a feed, and `feed:` addresses', () => {
    const { feeds } = parse(
      inBody(
        '<outline type="rss" text="A" url="https://a.example/feed"/><outline text="B" xmlUrl="feed:https://b.example/feed"/>',
      ),
    );
    expect(feeds.map(({ address }) => address)).toEqual([
      'https://a.example/feed',
      'https://b.example/feed',
    ]);
  });

  test('in the encoding the file declares', () => {
    const text = inBody('<outline text="Z\xfcrich" xmlUrl="https://example.org/feed"/>').replace(
      '?>',
      ' encoding="ISO-8859-1"?>',
    );
    const { feeds } = parseOpml(Buffer.from(text, 'latin1'), 'feeds.opml');
    expect(feeds[0]?.title).toBe('Zürich');
  });
});

describe('a list that is written', () => {
  const folders: Folder[] = [
    { id: 1, parentId: null, title: 'News & "Views" <here>' },
    { id: 2, parentId: 1, title: "Ärzte's / Ὀδυσσεύς 新聞" },
    { id: 3, parentId: null, title: 'Empty' },
  ];
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
    expect(read.feeds.toSorted((a, b) => a.title.localeCompare(b.title))).toEqual([
      {
        address: 'https://example.org/?a=1&b=%222%22',
        title: 'A & B > C "quoted" \'single\'',
        siteAddress: 'https://example.org/2/',
        folders: ['News & "Views" <here>'],
      },
      {
        address: 'https://example.org/3/feed',
        title: 'Deep',
        siteAddress: 'https://example.org/3/',
        folders: ['News & "Views" <here>', "Ärzte's / Ὀδυσσεύς 新聞"],
      },
      {
        address: 'https://example.org/4/feed',
        title: 'Line break and',
        siteAddress: 'https://example.org/4/',
        folders: ['News & "Views" <here>', "Ärzte's / Ὀδυσσεύς 新聞"],
      },
      {
        address: 'https://example.org/5/feed',
        title: 'Lost',
        siteAddress: 'https://example.org/5/',
        folders: [],
      },
      { address: 'https://example.org/1/feed', title: 'Top', siteAddress: null, folders: [] },
    ]);
  });

  test('is OPML 2.0 with a date, also without a single feed', () => {
    const text = writeOpml({ folders: [], feeds: [] }, NOW);
    expect(text).toContain('<opml version="2.0">');
    expect(text).toContain('<dateCreated>Wed, 01 May 2024 06:00:00 GMT</dateCreated>');
    expect(parse(text)).toEqual({ feeds: [], refused: [] });
  });

  test('keeps an empty folder', () => {
    expect(writeOpml({ folders, feeds }, NOW)).toContain('<outline text="Empty">');
  });
});
