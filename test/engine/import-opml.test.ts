import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Feed, FeedSettings } from '../../contract/types.ts';
import { changeFeed } from '../../db/feed-changes.ts';
import { addFeed, listFeeds } from '../../db/feeds.ts';
import { addFolder, listFolders } from '../../db/folders.ts';
import { dueJobs } from '../../db/jobs.ts';
import type { Db } from '../../db/open.ts';
import { exportOpml } from '../../main/engine/export-opml.ts';
import { importOpml, type TakenList } from '../../main/engine/import-opml.ts';
import { loginOf, saveLogin } from '../../main/engine/logins.ts';
import { aFeed, newLibrary } from '../db/library.ts';
import { contextOn } from './context-on.ts';

async function take(db: Db, outlines: string): Promise<TakenList> {
  const text = `<opml version="2.0"><body>${outlines}</body></opml>`;
  return await takeFile(db, { name: 'feeds.opml', bytes: Buffer.from(text) });
}

async function takeFile(db: Db, file: { name: string; bytes: Uint8Array }): Promise<TakenList> {
  const taken: TakenList = { feeds: [], present: 0, refused: [] };
  await importOpml(contextOn(db), file, taken);
  return taken;
}

/** What a file says of a feed, and what the library says of it then. */
function inLibrary(db: Db): [string, string | undefined][] {
  const folders = new Map(listFolders(db).map(({ id, title }) => [id, title]));
  return listFeeds(db).map(({ address, folderId }) => [address, folders.get(folderId ?? 0)]);
}

test('a file that is no list changes nothing and says why', async () => {
  const db = newLibrary();
  const bytes = Buffer.from('<opml><body><outline text="A" xmlUrl="https://a.exa');
  await expect(takeFile(db, { name: 'cut.opml', bytes })).rejects.toThrow(
    'opml: cannot read cut.opml: it is cut off before its first entry',
  );
  expect(listFeeds(db)).toEqual([]);
});

test('a feed that is in the library stays as it is, however its address is spelled', async () => {
  const db = newLibrary();
  aFeed(db, 'a', addFolder(db, 'Mine', null));
  const report = await take(
    db,
    `<outline text="Theirs">
       <outline text="Theirs" xmlUrl="http://www.a.example/feed/" carrel:keep="3"/>
     </outline>`,
  );
  expect(report).toMatchObject({ feeds: [], present: 1, refused: [] });
  expect(inLibrary(db)).toEqual([['https://a.example/feed', 'Mine']]);
  expect(listFeeds(db)).toMatchObject([{ title: 'a', settings: { keep: null } }]);
  // The folder is not made for a feed that stands elsewhere.
  expect(listFolders(db).map(({ title }) => title)).toEqual(['Mine']);
});

test('feeds come in their folders, under their titles, and are fetched; empty folders stay', async () => {
  const db = newLibrary();
  const report = await take(
    db,
    `<outline text="News"><outline text="Mine" title="Theirs" xmlUrl="https://a.example/feed"/></outline>
     <outline xmlUrl="https://b.example/feed" htmlUrl="https://b.example/"/>
     <outline text="Later"/>`,
  );
  expect(report).toMatchObject({ present: 0, refused: [] });
  expect(report.feeds).toHaveLength(2);
  expect(listFeeds(db)).toMatchObject([
    { title: 'https://b.example/feed', ownTitle: null, siteAddress: 'https://b.example/' },
    { title: 'Mine', ownTitle: 'Mine' },
  ]);
  expect(inLibrary(db)[1]).toEqual(['https://a.example/feed', 'News']);
  expect(listFolders(db).map(({ title }) => title)).toEqual(['Later', 'News']);
  const jobs = dueJobs(db, 1_700_000_000_000, {
    limit: 9,
    perHost: 9,
    running: [],
    paused: [],
    onlyLocal: false,
  });
  expect(jobs.map(({ kind }) => kind)).toEqual(['refresh', 'refresh']);
});

test('what a list names was typed by nobody', async () => {
  const db = newLibrary();
  await take(db, '<outline xmlUrl="http://192.168.1.1/feed"/>');
  expect(db.prepare('SELECT typed FROM feeds').pluck().all()).toEqual([0]);
});

test('a login in an address is kept as the login of its feed', async () => {
  const db = newLibrary();
  const report = await take(db, '<outline xmlUrl="https://ada:secret@a.example/feed"/>');
  expect(await loginOf(contextOn(db), report.feeds[0] ?? 0)).toEqual({
    kind: 'basic',
    name: 'ada',
    password: 'secret',
  });
  expect(inLibrary(db)).toEqual([['https://a.example/feed', undefined]]);
});

test('a list of thousands lets others at the library in between', async () => {
  const db = newLibrary();
  const outlines = Array.from(
    { length: 2_000 },
    (_, n) => `<outline xmlUrl="https://h${n}.example/feed"/>`,
  );
  const seen = new Set<number>();
  const look = setInterval(() => seen.add(listFeeds(db).length), 0);
  const report = await take(db, outlines.join(''));
  clearInterval(look);
  expect(report.feeds).toHaveLength(2_000);
  expect(seen.size).toBeGreaterThan(5);
});

describe('exported', () => {
  test('a token stays here, and so does a login that cannot be opened', async () => {
    const db = newLibrary();
    const context = contextOn(db);
    await saveLogin(context, aFeed(db, 'a'), { kind: 'bearer', token: 'tok' });
    await saveLogin(
      contextOn(db, {
        services: {
          ...context.services,
          hasKeychain: () => Promise.resolve(true),
          seal: (text) => Promise.resolve(Buffer.from(text)),
        },
      }),
      aFeed(db, 'b'),
      { kind: 'basic', name: 'ada', password: 'sealed' },
    );
    await saveLogin(context, aFeed(db, 'c'), { kind: 'basic', name: 'ada', password: 'open' });
    const text = await exportOpml(context, { logins: true });
    expect(text.match(/xmlUrl="[^"]*"/g)).toEqual([
      'xmlUrl="https://a.example/feed"',
      'xmlUrl="https://b.example/feed"',
      'xmlUrl="https://ada:open@c.example/feed"',
    ]);
    for (const exported of [
      await exportOpml(context),
      await exportOpml(context, { logins: false }),
    ])
      expect(exported).not.toContain('ada');
  });

  test('and brought into an empty library, any tree is exported as the same bytes again', async () => {
    const [one, other] = [newLibrary(), newLibrary()];
    await fc.assert(
      fc.asyncProperty(trees, fc.boolean(), async (tree, logins) => {
        for (const db of [one, other]) db.exec('DELETE FROM feeds; DELETE FROM folders;');
        await plant(one, tree);
        const text = await exportOpml(contextOn(one), { logins });
        const bytes = Buffer.from(text);
        const report = await takeFile(other, { name: 'out.opml', bytes });
        expect(report.refused).toEqual([]);
        expect(await exportOpml(contextOn(other), { logins })).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

interface Tree {
  folders: { title: string; within: number }[];
  feeds: {
    title: string;
    ownTitle: string | null;
    within: number;
    path: string;
    settings: FeedSettings;
    password: string | null;
  }[];
}

/** Titles as people and feeds make them, and as nobody should; never blank, as the contract has it. */
const titles = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom('News', 'news', 'A & B', '<b>"x"</b>', '&amp;', 'e\u0301', '\u00e9', ' a  b\n'),
  )
  .filter((title) => title.trim() !== '');

const settings: fc.Arbitrary<FeedSettings> = fc.record({
  everyMinutes: fc.option(fc.integer({ min: 15, max: 43_200 })),
  textFrom: fc.constantFrom('page', 'feed'),
  pictures: fc.boolean(),
  keep: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  enclosures: fc.boolean(),
});

/** Folders stand in those before them, or at the top; feeds in any. */
const trees: fc.Arbitrary<Tree> = fc.record({
  folders: fc.array(fc.record({ title: titles, within: fc.nat(20) }), { maxLength: 8 }),
  feeds: fc.array(
    fc.record({
      title: titles,
      ownTitle: fc.option(titles),
      within: fc.nat(20),
      path: fc.webPath(),
      settings,
      password: fc.option(fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text))),
    }),
    { maxLength: 12 },
  ),
});

async function plant(db: Db, tree: Tree): Promise<void> {
  const folders: (number | null)[] = [null];
  for (const { title, within } of tree.folders) {
    // Not `addFolder`, which makes no second one of a title; renaming does.
    const { lastInsertRowid } = db
      .prepare('INSERT INTO folders (title, parent_id) VALUES (?, ?)')
      .run(title, folders[within % folders.length]);
    folders.push(Number(lastInsertRowid));
  }
  for (const [n, one] of tree.feeds.entries()) {
    const added: { feed: Feed } = addFeed(db, {
      address: new URL(`https://h${n}.example/${one.path}`).href,
      title: one.title,
      ownTitle: one.ownTitle,
      siteAddress: n % 2 === 0 ? `https://h${n}.example/` : null,
      folderId: folders[one.within % folders.length] ?? null,
      textFrom: 'page',
      now: 1000,
    });
    changeFeed(db, added.feed.id, { settings: one.settings });
    if (one.password === null) continue;
    const login = { kind: 'basic', name: `ada${n}%41`, password: one.password } as const;
    await saveLogin(contextOn(db), added.feed.id, login);
  }
}
