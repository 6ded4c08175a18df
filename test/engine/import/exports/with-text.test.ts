import { describe, expect, test } from 'vitest';
import { unpackJson } from '../../../../main/engine/import/exports/json.ts';
import { readOmnivoreArchive } from '../../../../main/engine/import/exports/omnivore.ts';
import { archiveOf, openSink, textOf, unpacked } from './brought.ts';

const ENTRY = {
  url: 'https://a.example/1',
  title: 'Rain & <sun>',
  content: '<p>It rained.</p>',
  is_archived: 1,
  is_starred: 0,
  tags: ['press', { id: 1, label: 'Field', slug: 'field' }],
  created_at: '2024-04-05T10:00:00+0200',
  published_at: '1987-04-01T00:00:00+0000',
  published_by: ['Ada "A" Byron'],
  domain_name: 'a.example',
  language: 'de_AT',
  mimetype: 'text/html',
};

describe('wallabag in JSON', () => {
  test('says that a file is cut off', async () => {
    const text = JSON.stringify([ENTRY, ENTRY]);
    await expect(unpacked(unpackJson, 'all.json', text.slice(0, -40))).rejects.toThrow(
      'import: cannot read all.json: it is cut off: its end is missing',
    );
  });

  test.each(['{"a":1}', '[]', 'null', '3', '[[[1]]]'])(
    'refuses %s, which is no list',
    async (text) => {
      await expect(unpacked(unpackJson, 'x.json', text)).rejects.toMatchObject({ kind: 'invalid' });
    },
  );

  test('makes a page of a text, with all that is said of it where pages have it', async () => {
    const { pages } = await unpacked(unpackJson, 'all.json', JSON.stringify([ENTRY]));
    expect(pages).toMatchObject([
      {
        address: 'https://a.example/1',
        title: 'Rain & <sun>',
        name: 'Rain & <sun>',
        isRead: true,
        isStarred: false,
        tags: ['press', 'Field'],
        savedAt: Date.UTC(2024, 3, 5, 8),
        publishedAt: Date.UTC(1987, 3, 1),
        authors: ['Ada "A" Byron'],
        siteName: 'a.example',
      },
    ]);
    const html = textOf(pages[0]);
    expect(html).toContain('<html lang="de-AT">');
    expect(html).toContain('<title>Rain &amp; &lt;sun&gt;</title>');
    expect(html).toContain('<link rel="canonical" href="https://a.example/1">');
    expect(html).toContain('content="Ada &quot;A&quot; Byron"');
    expect(html).toContain('<p>It rained.</p>');
  });

  test('gives the address of what wallabag could not fetch, and of pictures', async () => {
    const { pages, links } = await unpacked(
      unpackJson,
      'all.json',
      JSON.stringify({
        _embedded: {
          items: [
            { ...ENTRY, content: "wallabag can't retrieve contents for this article." },
            { ...ENTRY, mimetype: 'image/jpeg' },
            { ...ENTRY, url: '', given_url: 'https://a.example/given', content: null },
          ],
        },
      }),
    );
    expect(pages).toEqual([]);
    expect(links.map(({ address }) => address)).toEqual([
      'https://a.example/1',
      'https://a.example/1',
      'https://a.example/given',
    ]);
  });

  test('counts entries that are none', async () => {
    const { links, refused } = await unpacked(
      unpackJson,
      'all.json',
      JSON.stringify([{ is_archived: 0 }, 7, null, { ...ENTRY, content: '' }]),
    );
    expect(links).toHaveLength(1);
    expect(refused).toEqual([
      'import: not taken from all.json: 3 entries: no address that can be fetched',
    ]);
  });
});

describe('Omnivore', () => {
  const metadata = (slug: string, more: object = {}): object => ({
    id: slug,
    slug,
    title: `About ${slug}`,
    url: `https://a.example/${slug}`,
    state: 'Active',
    labels: ['press'],
    savedAt: '2024-10-30T12:39:28.023Z',
    publishedAt: '2024-10-01T00:00:00.000Z',
    author: 'Ada',
    description: 'In short',
    ...more,
  });

  test('joins texts with what is said of them, also where that comes after them', async () => {
    const { sink, pages, links, refused } = openSink();
    await readOmnivoreArchive(
      archiveOf({
        'content/one.html': '<html><head><title>x</title></head><body><p>One.</p></body></html>',
        'content/paper.pdf': '%PDF-1.4',
        'highlights/one.md': '> One',
        'metadata_0_to_20.json': JSON.stringify([
          metadata('one', { state: 'Archived' }),
          metadata('two'),
        ]),
        'metadata_20_to_40.json': JSON.stringify([metadata('paper')]),
        'content/nobodys.html': '<p>Nobody’s.</p>',
        'metadata_40_to_60.json': '[{"slug":',
      }),
      sink,
      'omnivore.zip',
    );
    expect(pages).toMatchObject([
      { title: 'About one', isRead: true, tags: ['press'], authors: ['Ada'] },
      { title: 'About paper', contentType: 'application/pdf', isRead: false },
      { title: null, address: null, name: 'nobodys', contentType: 'text/html' },
    ]);
    expect(textOf(pages[0])).not.toContain('<title>x</title>');
    expect(textOf(pages[0])).toContain('<p>One.</p>');
    expect(links).toMatchObject([{ address: 'https://a.example/two', title: 'About two' }]);
    expect(refused).toEqual([
      'import: cannot read metadata_40_to_60.json: it is cut off: its end is missing',
      expect.stringContaining('highlights, which Carrel does not take over'),
    ]);
  });
});
