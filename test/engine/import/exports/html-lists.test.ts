import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../../../contract/errors.ts';
import { unpackBookmarks } from '../../../../main/engine/import/exports/bookmarks.ts';
import { unpackCsv } from '../../../../main/engine/import/exports/csv.ts';
import { unpackInstapaperHtml } from '../../../../main/engine/import/exports/instapaper.ts';
import { unpackJson } from '../../../../main/engine/import/exports/json.ts';
import { unpackPocketHtml } from '../../../../main/engine/import/exports/pocket.ts';
import { unpacked } from './brought.ts';

describe('any file', () => {
  test.each([
    ['list.csv', unpackCsv],
    ['list.json', unpackJson],
    ['ril_export.html', unpackPocketHtml],
    ['instapaper.html', unpackInstapaperHtml],
    ['bookmarks.html', unpackBookmarks],
  ])('called %s ends well, or with an error that names it', async (name, unpack) => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.string({
        unit: fc.constantFrom('"', ',', '\n', '<a href="', '<dl>', '[', '{', 'é', '\0'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (content) => {
        const thrown: unknown = await unpacked(unpack, name, content).then(
          () => null,
          (error: unknown) => error,
        );
        const isNamed = thrown instanceof CarrelError && thrown.message.includes(name);
        expect(thrown === null || isNamed).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('that is gone is named, with the cause', async () => {
    const file = { path: '/nowhere/at/all', name: 'x.html', sizeBytes: 1, modifiedAt: null };
    const sink = { page() {}, link() {}, resource() {}, refuse() {}, count() {} };
    await expect(unpackPocketHtml(file, sink)).rejects.toThrow(
      /import: cannot read x.html: ENOENT/,
    );
    await expect(unpackJson(file, sink)).rejects.toThrow(/import: cannot read x.html: ENOENT/);
  });
});

describe('the page of Pocket', () => {
  test('gives what stands before the place where it is cut off', async () => {
    const { links } = await unpacked(
      unpackPocketHtml,
      'ril_export.html',
      '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>' +
        '<li><a href="https://a.example/1?x=1&amp;y=2" time_added="1700000000" tags="press,field">One &amp; more</a></li>' +
        '</ul><h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1700000001" tags="">Two</a></li>' +
        '<li><a href="https://a.example/3" time_ad',
    );
    expect(links).toMatchObject([
      {
        address: 'https://a.example/1?x=1&y=2',
        title: 'One & more',
        savedAt: 1_700_000_000_000,
        tags: ['press', 'field'],
        isRead: false,
      },
      { address: 'https://a.example/2', title: 'Two', tags: [], isRead: true },
    ]);
  });

  test('gives all of 50,000 links', async () => {
    const items = Array.from(
      { length: 50_000 },
      (_, at) =>
        `<li><a href="https://a.example/${at}" time_added="1700000000" tags="">T${at}</a></li>`,
    );
    const { links } = await unpacked(
      unpackPocketHtml,
      'ril_export.html',
      `<h1>Unread</h1><ul>${items.join('\n')}</ul>`,
    );
    expect(links).toHaveLength(50_000);
    expect(links.at(-1)).toMatchObject({ address: 'https://a.example/49999', title: 'T49999' });
  });
});

describe('the page of Instapaper', () => {
  test('tells its own folders from those of the reader', async () => {
    const { links } = await unpacked(
      unpackInstapaperHtml,
      'instapaper-export.html',
      '<title>Instapaper: Export</title><h1>Unread</h1><ol><li><a href="https://a.example/1">One</a></ol>' +
        '<h1>Archive</h1><ol><li><a href="https://a.example/2">Two</a></ol>' +
        '<h1>Trains</h1><ol><li><a href="https://a.example/3">Three</a></ol>',
    );
    expect(links).toMatchObject([
      { isRead: false, tags: [] },
      { isRead: true, tags: [] },
      { isRead: false, tags: ['Trains'] },
    ]);
  });
});

describe('bookmarks', () => {
  test('have their folders and tags, but not the folders of the browser itself', async () => {
    const { links, refused } = await unpacked(
      unpackBookmarks,
      'bookmarks.html',
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
  <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
  <DL><p>
    <DT><H3>Work</H3>
    <DL><p>
      <DT><H3>Rail &amp; sea</H3>
      <DL><p><DT><A HREF="https://a.example/1" ADD_DATE="1700000000000000" TAGS="press,field">One</A>
      <DD>What it is about</DL><p>
      <DT><A HREF="https://a.example/2" ADD_DATE="99999999999">Two</A>
    </DL><p>
    <DT><A HREF="javascript:alert(1)">Bookmarklet</A>
    <DT><A HREF="javascript:alert(2)">Another</A>
    <DT><A HREF="place:sort=8">Most visited</A>
    <DT><A HREF="chrome://settings">Settings</A>
    <DT><A HREF="file:///home/me/x.html">Mine</A>
  </DL><p>
  <DT><A HREF="https://a.example/3" ADD_DATE="1700000000" data-important="true">Three</A>
</DL>`,
    );
    expect(links).toMatchObject([
      { title: 'One', tags: ['Work', 'Rail & sea', 'press', 'field'], savedAt: 1_700_000_000_000 },
      { title: 'Two', tags: ['Work'], savedAt: null },
      { title: 'Three', tags: [], isStarred: true },
    ]);
    expect(refused).toEqual([
      expect.stringContaining('2 entries (the first: “javascript:alert(1)”): bookmarklets'),
      expect.stringContaining('1 entry (“place:sort=8”): searches'),
      expect.stringContaining('1 entry (“chrome://settings”): pages of the browser'),
      expect.stringContaining('1 entry (“file:///home/me/x.html”): files on a computer'),
    ]);
  });
});
