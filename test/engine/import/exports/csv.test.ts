import { describe, expect, test } from 'vitest';
import { readPocketArchive } from '../../../../main/engine/import/exports/pocket-archive.ts';
import { unpackCsv } from '../../../../main/engine/import/exports/csv.ts';
import { archiveOf, openSink, textOf, unpacked } from './brought.ts';

const POCKET = 'title,url,time_added,tags,status\n';
const INSTAPAPER = 'URL,Title,Selection,Folder,Timestamp,Tags\n';
const READWISE = 'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n';
const WALLABAG = 'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\n';

describe('a list in CSV', () => {
  test('says so when it is empty', async () => {
    await expect(unpacked(unpackCsv, 'part_000000.csv', '')).rejects.toThrow(
      'import: cannot read part_000000.csv: it is empty',
    );
  });

  test('is refused when its columns are those of no list that is known', async () => {
    await expect(unpacked(unpackCsv, 'sales.csv', 'year,sum\n2026,4\n')).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('sales.csv: its columns are those of no list'),
    });
  });

  test('is refused when it is no text', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452ffd8ff00', 'hex');
    await expect(unpacked(unpackCsv, 'list.csv', png)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('keeps every row around a quote that nobody closed', async () => {
    const { links, refused } = await unpacked(
      unpackCsv,
      'pocket.csv',
      `${POCKET}One,https://a.example/1,1700000000,,unread\n` +
        '"Two,https://a.example/2,1700000000,,unread\n' +
        '"Three, and more",https://a.example/3,1700000000,,unread\n' +
        'Four,https://a.example/4,1700000000,,unread\n',
    );
    expect(links.map(({ address, title }) => [address, title])).toEqual([
      ['https://a.example/1', 'One'],
      ['https://a.example/2', 'Two'],
      ['https://a.example/3', 'Three, and more'],
      ['https://a.example/4', 'Four'],
    ]);
    expect(refused).toEqual([]);
  });

  test('keeps a title with a quote in the middle', async () => {
    const { links } = await unpacked(
      unpackCsv,
      'pocket.csv',
      `${POCKET}A 5" disk,https://a.example/1,,,unread\nTwo,https://a.example/2,,,archive\n`,
    );
    expect(links.map(({ title }) => title)).toEqual(['A 5" disk', 'Two']);
  });

  test('keeps a title that runs over two lines, and a comma in it', async () => {
    const { links } = await unpacked(
      unpackCsv,
      'pocket.csv',
      `${POCKET}"One,\r\nand ""two""",https://a.example/1,1700000000,,unread\r\n`,
    );
    expect(links.map(({ title }) => title)).toEqual(['One, and "two"']);
  });

  test('keeps a row that is cut off at the end of the file', async () => {
    const { links } = await unpacked(
      unpackCsv,
      'pocket.csv',
      `${POCKET}One,https://a.example/1,1700000000,,unread\n"Tw`,
    );
    expect(links.map(({ title }) => title)).toEqual(['One']);
  });

  test('counts what has no address, in one sentence', async () => {
    const { links, refused } = await unpacked(
      unpackCsv,
      'pocket.csv',
      `${POCKET}Lost,,,,unread\nLost too,/relative,,,unread\nMade up,ftp://x.example/,,,unread\n` +
        'Kept,https://a.example/1,,,unread\n',
    );
    expect(links).toHaveLength(1);
    expect(refused).toEqual([
      'import: not taken from pocket.csv: 3 entries (the first: “Lost”): no address that can be fetched',
    ]);
  });

  test('is read in UTF-16 with a byte order mark', async () => {
    const text = `\ufeff${POCKET}Größe 大,https://a.example/1,1700000000,,unread\n`;
    const { links } = await unpacked(unpackCsv, 'pocket.csv', Buffer.from(text, 'utf16le'));
    expect(links).toMatchObject([{ title: 'Größe 大', address: 'https://a.example/1' }]);
  });

  test('is read in Windows-1252, also where its first accent comes late', async () => {
    const rows = 'Plain,https://a.example/1,1700000000,,unread\n'.repeat(10_000);
    const text = `${POCKET}${rows}Caf\u00e9 cr\u00e8me,https://a.example/2,1700000000,,unread\n`;
    const { links } = await unpacked(unpackCsv, 'pocket.csv', Buffer.from(text, 'latin1'));
    expect(links.at(-1)?.title).toBe('Café crème');
  });

  test('stays UTF-8 where one character was cut in two', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${POCKET}Schöne Grüße aus Köln,https://a.example/1,,,unread\nCut `),
      Buffer.from([0xc3]),
      Buffer.from(',https://a.example/2,,,unread\n'),
    ]);
    const { links } = await unpacked(unpackCsv, 'pocket.csv', bytes);
    expect(links.map(({ title }) => title)).toEqual(['Schöne Grüße aus Köln', 'Cut \ufffd']);
  });

  test('gives all of 50,000 rows, with a broken one among them', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, at) =>
        `${at === 777 ? '"' : ''}Title ${at},https://a.example/${at},1700000000,a|b,archive`,
    );
    const { links } = await unpacked(unpackCsv, 'pocket.csv', POCKET + rows.join('\n'));
    expect(links).toHaveLength(50_000);
    expect(new Set(links.map(({ address }) => address)).size).toBe(50_000);
  });

  test('takes a title of a million characters as its beginning', async () => {
    const { links } = await unpacked(
      unpackCsv,
      'pocket.csv',
      `${POCKET}${'word '.repeat(200_000)},https://a.example/1,,,unread\n`,
    );
    expect(links[0]?.title?.length).toBeLessThanOrEqual(500);
  });
});

describe('Pocket', () => {
  test('gives title, time, tags and what was archived', async () => {
    const { links } = await unpacked(
      unpackCsv,
      'part_000000.csv',
      `${POCKET}One,https://a.example/1,1700000000,press|field work,archive\n` +
        'https://a.example/2,https://a.example/2,0,,unread\n',
    );
    expect(links).toMatchObject([
      {
        address: 'https://a.example/1',
        title: 'One',
        savedAt: 1_700_000_000_000,
        tags: ['press', 'field work'],
        isRead: true,
        isStarred: false,
      },
      { title: null, savedAt: null, tags: [], isRead: false },
    ]);
  });

  test('reads the parts of its archive, and says which part is broken', async () => {
    const { sink, links, refused } = openSink();
    await readPocketArchive(
      archiveOf({
        'pocket/part_000000.csv': `${POCKET}One,https://a.example/1,1,,unread\n`,
        'pocket/part_000001.csv': '',
        'pocket/annotations/part_000000.json': '[]',
        'pocket/part_000002.csv': `${POCKET}Two,https://a.example/2,1,,unread\n`,
      }),
      sink,
    );
    expect(links.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(refused).toEqual(['import: cannot read pocket/part_000001.csv: it is empty']);
  });
});

describe('Instapaper', () => {
  test('tells its own folders from those of the reader', async () => {
    const { links, refused } = await unpacked(
      unpackCsv,
      'instapaper-export.csv',
      `${INSTAPAPER}https://a.example/1,One,,Archive,1700000000,"[""press""]"\n` +
        'https://a.example/2,Two,A line,Starred,1700000000,[]\n' +
        'https://a.example/3,Three,,Trains,1700000000,\n' +
        'https://a.example/4,Four,,Unread,1700000000,"a,b"\n' +
        'instapaper-private://email/1,Mail,,Unread,1700000000,\n',
    );
    expect(links).toMatchObject([
      { isRead: true, isStarred: false, tags: ['press'] },
      { isRead: false, isStarred: true, tags: [] },
      { isRead: false, isStarred: false, tags: ['Trains'] },
      { isRead: false, isStarred: false, tags: ['a', 'b'] },
    ]);
    expect(refused).toEqual([
      'import: not taken from instapaper-export.csv: 1 entry (“instapaper-private://email/1”): texts that Instapaper alone has',
    ]);
  });
});

describe('Readwise Reader', () => {
  test('gives tags as Python writes them, times with a zone and what was archived', async () => {
    const { links } = await unpacked(
      unpackCsv,
      'reader.csv',
      `${READWISE}One,https://a.example/1,01h,"['press', ""children's books"", 'a\\'b']",2022-11-06 04:33:50+00:00,0.5,archive,True\n` +
        'Two,https://a.example/2,01h,[],2022-11-06T05:33:50+01:00,0,new,True\n',
    );
    expect(links).toMatchObject([
      {
        tags: ['press', "children's books", "a'b"],
        savedAt: Date.UTC(2022, 10, 6, 4, 33, 50),
        isRead: true,
      },
      { tags: [], savedAt: Date.UTC(2022, 10, 6, 4, 33, 50), isRead: false },
    ]);
  });

  test('counts what was uploaded to it, and e-mails', async () => {
    const { links, refused } = await unpacked(
      unpackCsv,
      'reader.csv',
      `${READWISE}A.pdf,https://read.readwise.io/new/read/01h,01h,[],,0,new,True\n` +
        'B.pdf,https://readwise.io/reader/document_raw_content/7,01h,[],,0,new,True\n' +
        'Mail,mailto:reader-forwarded-email/1,01h,[],,0,new,True\n' +
        'Blog,https://blog.readwise.io/reader/,01h,[],,0,new,True\n',
    );
    expect(links.map(({ title }) => title)).toEqual(['Blog']);
    expect(refused).toEqual([
      expect.stringContaining('2 entries (the first: “A.pdf”): uploaded or mailed to Readwise'),
      expect.stringContaining('1 entry (“mailto:reader-forwarded-email/1”): e-mails'),
    ]);
  });
});

describe('wallabag in CSV', () => {
  test('gives the text of an article as a page, and an address where there is none', async () => {
    const { pages, links } = await unpacked(
      unpackCsv,
      'All articles.csv',
      `${WALLABAG}"A ""fine"" day";https://a.example/1;"<p>Rain; then sun.</p>";"press, field";text/html;en;"05/04/2024 03:20:10"\n` +
        'Two;https://a.example/2;;;;;\n',
    );
    expect(pages).toMatchObject([
      {
        address: 'https://a.example/1',
        title: 'A "fine" day',
        tags: ['press', 'field'],
        savedAt: Date.UTC(2024, 3, 5),
        base: null,
        contentType: 'text/html; charset=utf-8',
      },
    ]);
    expect(textOf(pages[0])).toContain('<p>Rain; then sun.</p>');
    expect(textOf(pages[0])).toContain('<html lang="en">');
    expect(links).toMatchObject([{ address: 'https://a.example/2' }]);
  });
});
