import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { MOST_ON_PAGE } from '../../../contract/export.ts';
import { getArticle, removeArticles } from '../../../db/articles.ts';
import { keepEnclosures } from '../../../db/enclosures.ts';
import { mediaPath } from '../../../db/media.ts';
import { failPicture, keepPicture } from '../../../db/pictures.ts';
import type { NewPicture } from '../../../db/picture-places.ts';
import { bodyParts } from '../../../main/engine/export/body-parts.ts';
import { pageOf } from '../../../main/engine/export/page.ts';
import { hashOf } from '../../../main/engine/media-files.ts';
import { aFeed, anEnclosure, anEntry, aPicture, aVersion } from '../../db/library.ts';
import { manyArticles, type Backed } from '../backed-up.ts';
import { anExporter, asPage, idsIn, pageWords } from './exported.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>&'`;

interface Written {
  title?: string;
  html?: string;
  pictures?: NewPicture[];
  /** What each picture's file holds; `null` for one that is not kept. */
  files?: (Buffer | string | null)[];
}

let number = 0;

/** An article with a text and pictures; returns its id. */
function anArticle(
  { db, folder }: Backed,
  { title = 'A title', ...written }: Written = {},
): number {
  const { html = '<p>The text.</p>', pictures = [], files = [] } = written;
  number += 1;
  const { articleId } = anEntry(db, aFeed(db, 'paper'), number, { title });
  const { versionId } = aVersion(db, articleId, 'text', { html, pictures, metadata: { title } });
  for (const [ordinal, words] of files.entries()) {
    if (words === null) continue;
    const bytes = Buffer.from(words);
    const sha256 = hashOf(bytes);
    const path = mediaPath(folder, sha256);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const sizes = { width: 640, height: 480, sizeBytes: bytes.byteLength };
    keepPicture(db, { sha256, type: 'image/png', ...sizes, versionId, ordinal, now: 7 });
  }
  return articleId;
}

function aCaptioned(changes: Partial<NewPicture>): NewPicture {
  return { ...aPicture(`https://img.example/${number}-${changes.caption ?? ''}`), ...changes };
}

const place = (ordinal: number): string => `<figure data-picture="${ordinal}"></figure>`;

/** The bytes of the pictures in a page, in order. */
function picturesIn(page: string): Buffer[] {
  return [...page.matchAll(/src="data:image\/png;base64,([^"]*)"/g)].map(([, letters = '']) =>
    Buffer.from(letters, 'base64'),
  );
}

test.each([
  ['a headline', (words: string) => ({ title: words })],
  ['a caption', (caption: string) => ({ pictures: [aCaptioned({ caption })], files: ['x'] })],
  ['a credit', (credit: string) => ({ pictures: [aCaptioned({ credit })], files: ['x'] })],
  ['a description', (alt: string) => ({ pictures: [aCaptioned({ alt })], files: ['x'] })],
  ['an absent picture', (alt: string) => ({ pictures: [aCaptioned({ alt })], files: [null] })],
  ['a text', (words: string) => ({ html: `<p>Before</p>${words}<p onclick="x()">After</p>` })],
  ['a link', () => ({ html: '<p><a href="javascript:alert(1)">here</a></p>' })],
])('%s that is written to break out is words and nothing else', async (_, written) => {
  const library = anExporter();
  const page = await library.page([anArticle(library, written(HOSTILE))]);
  expect(page).not.toMatch(/<script|<img src=x|javascript:|onclick/i);
  expect(page.match(/<meta http-equiv/g)).toHaveLength(1);
  expect(page.endsWith('</html>\n')).toBe(true);
});

test.each([
  ['it waits', null, 'The picture waits.'],
  [
    'it failed',
    { kind: 'http', message: '404 Not Found' },
    'The picture failed. Why: http. <span lang="en" dir="ltr">(404 Not Found)',
  ],
  ['its feed is set so', { kind: 'skipped', message: 'set so' }, 'The picture was skipped.'],
] as const)(
  'where %s, its place says so, with its caption and where it is',
  async (_, failure, says) => {
    const library = anExporter();
    const pictures = [aCaptioned({ caption: 'The harbour', credit: 'A. Byron', alt: 'Boats' })];
    const id = anArticle(library, { html: place(0), pictures });
    const versionId = library.db.prepare<[], number>('SELECT max(id) FROM versions').pluck().get();
    if (failure !== null)
      failPicture(library.db, { versionId: versionId ?? 0, ordinal: 0 }, failure);
    const page = await library.page([id]);
    expect(page).toContain(says);
    for (const words of ['The harbour', 'A. Byron', 'Boats', 'href="https://img.example/']) {
      expect(page).toContain(words);
    }
    expect(picturesIn(page)).toEqual([]);
  },
);

test.each([
  ['is gone', (path: string) => rmSync(path)],
  ['has another size', (path: string) => writeFileSync(path, 'rotten')],
])('a picture whose file %s is told as lost, and the rest is there', async (_, spoil) => {
  const library = anExporter();
  const pictures = [aCaptioned({ caption: 'lost' }), aCaptioned({ caption: 'there' })];
  const id = anArticle(library, { pictures, files: ['the lost one', 'the other'] });
  spoil(mediaPath(library.folder, hashOf(Buffer.from('the lost one'))));
  const page = await library.page([id]);
  expect(page).toContain('The picture is lost.');
  expect(picturesIn(page).map(String)).toEqual(['the other']);
});

test.each([
  ['CON', 'CON_.html'],
  ['nul.tar', 'nul_.tar.html'],
  ['../../etc/passwd', 'etc passwd.html'],
  [String.raw`a/b\c:d*e?f"g<h>i|j`, 'a b c d e f g h i j.html'],
  ['. . .', 'carrel-2026-03-28.html'],
  ['', 'carrel-2026-03-28.html'],
  ['a\u202Egnp.exe\u0000', 'a gnp.exe.html'],
  ['ends with dots...', 'ends with dots.html'],
  ['Überall für 100 %', 'Überall für 100 %.html'],
])('the file of an article called %j is called %j', async (title, name) => {
  const library = anExporter();
  const id = anArticle(library);
  library.db.prepare('UPDATE articles SET title = ?').run(title);
  expect(await library.take([id], asPage)).toMatchObject({ state: 'done', name });
  expect(readdirSync(join(library.folder, 'exports'))).toEqual(['export']);
});

test.each(['👩‍🚒', 'x', '漢'])(
  'a long headline of %s gives a name that every system takes',
  async (letter) => {
    const library = anExporter();
    const id = anArticle(library, { title: letter.repeat(400) });
    const { name } = await library.take([id], asPage);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    const { name: archive } = await library.take([id], { kind: 'carrel' });
    expect(Buffer.byteLength(archive)).toBeLessThanOrEqual(255);
  },
);

test('more articles or larger pictures than a browser opens with ease are refused', async () => {
  const library = anExporter();
  manyArticles(library, MOST_ON_PAGE + 1);
  expect(await library.take(idsIn(library), asPage)).toMatchObject({
    state: 'failed',
    failure: { kind: 'too-large', message: expect.stringContaining('1000 articles') },
  });
  library.db.exec('UPDATE media SET size_bytes = 200000000');
  const [one = 0, two = 0] = idsIn(library);
  expect(await library.take([one, two], asPage)).toMatchObject({
    failure: { kind: 'too-large', message: expect.stringContaining('533 MB') },
  });
  expect(existsSync(join(library.folder, 'exports'))).toBe(false);
});

test('an article that is removed while a page is made is told in its place', async () => {
  const library = anExporter();
  const ids = [anArticle(library, { title: 'One' }), anArticle(library, { title: 'Two' })];
  const gone: string[] = [];
  const source = {
    title: (id: number) => `Title ${id}`,
    article: () => undefined,
    file: () => undefined,
    gone: () => void gone.push('gone'),
  };
  const pieces: Buffer[] = [];
  const { signal } = new AbortController();
  for await (const piece of pageOf(ids, pageWords, source, signal)) pieces.push(piece);
  const page = Buffer.concat(pieces).toString();
  expect(gone).toHaveLength(2);
  expect(page.match(/It was removed\./g)).toHaveLength(2);
  expect(page).toContain('id="a2"');
  removeArticles(library.db, ids);
  expect(await library.take(ids, asPage)).toMatchObject({ failure: { kind: 'not-found' } });
});

test.each([1, 2, 3, 4, 5, 3_000_001])(
  'a picture of %d bytes is in it byte for byte',
  async (size) => {
    const library = anExporter();
    const bytes = randomBytes(size);
    const id = anArticle(library, { pictures: [aCaptioned({})], files: [bytes] });
    const [picture] = picturesIn(await library.page([id]));
    expect(picture?.equals(bytes)).toBe(true);
  },
);

test('a large picture comes in pieces, none of which is held', async () => {
  const library = anExporter();
  const size = 12_000_000;
  const path = join(library.folder, 'large.png');
  writeFileSync(path, Buffer.alloc(size));
  const id = anArticle(library, { pictures: [aCaptioned({})], files: ['x'] });
  const article = getArticle(library.db, id);
  const source = {
    title: () => '',
    article: () => article,
    file: () => ({ path, type: 'image/png', sizeBytes: size }),
    gone: () => undefined,
  };
  const { signal } = new AbortController();
  let largest = 0;
  let all = 0;
  for await (const { byteLength } of pageOf([id], pageWords, source, signal)) {
    largest = Math.max(largest, byteLength);
    all += byteLength;
  }
  expect(all).toBeGreaterThan(16_000_000);
  expect(largest).toBeLessThan(1_500_000);
});

test('all that the vocabulary of a body has is in it as it was kept', () => {
  const html = [
    '<h2>One</h2><p>Some <em>em</em> <strong>strong</strong> <mark>m</mark> <small>s</small></p>',
    '<h3>Two</h3><p><a href="https://a.example/?a=1&amp;b=2">link</a> &lt;script&gt; H<sub>2</sub>O<br>x</p>',
    '<ol start="3"><li>three</li><li><p>four</p><p>more</p></li></ol><ul><li>item</li></ul>',
    '<blockquote><p lang="de">Zitat</p><p><cite>who</cite></p></blockquote><hr>',
    '<pre>  code\n    <code>x &lt; y</code></pre><dl><dt>term</dt><dd>says</dd></dl>',
    '<table><caption>c</caption><thead><tr><th colspan="2">h</th></tr></thead>',
    '<tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    '<p lang="ar" dir="rtl">نص <bdi>x</bdi></p><p><ruby>漢<rt>kan</rt></ruby> <abbr title="t">a</abbr></p>',
  ].join('');
  expect(bodyParts(html, [])).toEqual([html]);
});

test('pictures stand where the text has them, those of a gallery together, all others after it', async () => {
  const library = anExporter();
  const names = ['one', 'two', 'three', 'four', 'five'];
  const pictures = names.map((caption, index) =>
    aCaptioned({ caption, gallery: [1, 2, 3].includes(index) ? 1 : null }),
  );
  const html = `<p>First.</p>${place(0)}<p>Then.</p>${place(1)}${place(2)}${place(3)}<p>Last.</p>`;
  const page = await library.page([anArticle(library, { html, pictures, files: names })]);
  expect(picturesIn(page).map(String)).toEqual(names);
  const order = ['First.', 'one', 'Then.', '"gallery"', 'two', 'three', 'four', 'Last.', 'five'];
  const places = order.map((words) => page.lastIndexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(page.match(/class="gallery"/g)).toHaveLength(1);
  expect(page).toContain(
    '<img src="data:image/png;base64,b25l" alt="one" width="640" height="480">',
  );
});

test('its head says where it is from, by whom and when, and what came with it', async () => {
  const library = anExporter();
  const id = anArticle(library, { title: 'The harbour' });
  const address = 'https://paper.example/the-harbour?a=1&b=2';
  library.db
    .prepare(`UPDATE articles SET subtitle = 'At dawn', language = 'ar', direction = 'rtl',
      address = ?, published_at = 0, modified_at = 86400000, authors = '["Ada Byron","B. Bell"]'`)
    .run(address);
  keepEnclosures(library.db, id, [anEnclosure('a.mp3', { title: 'The sound' })], false);
  const page = await library.page([id]);
  const escaped = address.replace('&', '&amp;');
  for (const words of [
    '<html lang="ar" dir="rtl">',
    '<title>The harbour</title>',
    `<link rel="canonical" href="${escaped}">`,
    '<h1 dir="auto">The harbour</h1>',
    'At dawn',
    'The Paper',
    'datetime="1970-01-01T00:00:00.000Z"',
    '<dl class="facts" lang="en-GB" dir="ltr">',
    '1 January 1970',
    '2 January 1970',
    `<a href="${escaped}" rel="noreferrer">`,
    'The sound',
    'https://cast.example/a.mp3',
  ]) {
    expect(page).toContain(words);
  }
  expect(page).toMatch(/Ada Byron.+B\. Bell/);
});

test('several stand below a list of them, each in its own language, headings below headlines', async () => {
  const library = anExporter();
  const ids = ['Zwei', 'One'].map((title) =>
    anArticle(library, {
      title,
      html: '<h2>A part</h2><p>Text.</p><h3>In it</h3><p>Text.</p><h4>Deep</h4><p>Text.</p>',
    }),
  );
  library.db.prepare(`UPDATE articles SET language = 'de' WHERE id = ?`).run(ids[0]);
  const page = await library.page(ids);
  expect(page).toContain('<html lang="en-GB" dir="ltr">');
  expect(page.match(/<h1[ >]/g)).toHaveLength(1);
  for (const words of [
    '<li><a href="#a1" dir="auto">Zwei</a></li>',
    '<li><a href="#a2" dir="auto">One</a></li>',
    '<article id="a1" lang="de" dir="ltr">',
    '<h2 dir="auto">Zwei</h2>',
    '<h3>A part</h3>',
    '<h5>Deep</h5>',
  ]) {
    expect(page).toContain(words);
  }
  expect(page.indexOf('id="a1"')).toBeLessThan(page.indexOf('id="a2"'));
});

test('a text that is not whole says so', async () => {
  const library = anExporter();
  const id = anArticle(library);
  library.db.exec(`UPDATE articles SET text_state = 'waiting'`);
  expect(await library.page([id])).toContain('The text waits.');
  library.db.exec(`UPDATE articles SET text_state = 'failed'`);
  expect(await library.page([id])).toContain('The text failed.');
});
