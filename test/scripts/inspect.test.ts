import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectFile } from '../../scripts/inspect.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carrel-inspect-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A feed with all that is shown of an item. */
const WHOLE = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
  <title>News</title><link>https://example.org/</link>
  <item><title>One &amp;amp; two</title><link>one</link><guid isPermaLink="false">1</guid>
    <pubDate>Wed, 01 May 2024 08:00:00 +0200</pubDate><dc:date>2024-05-01T06:00:00Z</dc:date>
    <dc:creator>jo@example.org</dc:creator>
    <description>Short &lt;b&gt;text&lt;/b&gt;.</description>
    <content:encoded><![CDATA[<p>Long <a href="/more">text</a>.</p><script>x()</script>]]></content:encoded>
    <enclosure url="https://example.org/a.mp3" length="9"/>
    <media:content url="https://example.org/a.jpg" medium="image"><media:description>Fog</media:description><media:credit>Jo Doe</media:credit></media:content></item>
  <item/><item><description>No title.</description></item>
</channel></rss>`;

/** A page with a picture that has a caption, a credit and an alternative text. */
const PAGE = `<!doctype html><html lang="en"><head><title>A harbour freezes</title>
  <meta name="author" content="Ada Byron">
  <meta property="article:published_time" content="2024-05-01T08:00:00Z"></head>
  <body><nav><a href="/">Home</a></nav><article><h1>A harbour freezes</h1>
  <p>${'The ferries stayed where they were, and the ice grew thicker by the hour. '.repeat(4)}</p>
  <figure><img src="/ice.jpg" alt="Ice" width="1200" height="800"><figcaption>The quay at noon. Photo: Bo Lund</figcaption></figure>
  <p>${'By the evening people walked to the islands, which nobody had done for years. '.repeat(4)}</p>
  </article></body></html>`;

describe('a file that cannot be read is a line with the reason', () => {
  test.each([
    ['missing', 'not-found', 'no such file'],
    ['page.xml', 'not-a-feed', 'it is an HTML page'],
    ['empty.xml', 'not-a-feed', 'it is empty'],
    ['large.xml', 'too-large', 'is too large'],
  ])('%s: %s', (name, kind, message) => {
    file('page.xml', '<html><body>Hello</body></html>');
    file('empty.xml', '');
    file('large.xml', new Uint8Array(20 * 1024 * 1024 + 1));
    expect(inspectFile(join(folder, name))).toEqual({
      file: join(folder, name),
      error: { kind, message: expect.stringContaining(message) },
    });
  });

  test('and a folder is no file', () => {
    expect(inspectFile(folder)).toMatchObject({ error: { message: /directory/i } });
  });
});

test('a feed is shown as Carrel reads it, with nothing made up', () => {
  const path = file('whole.xml', WHOLE);
  const nothing = { title: null, link: null, published: null, updated: null };
  const empty = { id: null, authors: [], enclosures: [], pictures: [] };
  expect(inspectFile(path)).toEqual({
    file: path,
    title: 'News',
    link: 'https://example.org/',
    items: [
      {
        id: '1',
        title: 'One & two',
        // Nothing says what it is relative to.
        link: 'one',
        published: '2024-05-01T06:00:00.000Z',
        updated: '2024-05-01T06:00:00.000Z',
        authors: ['jo@example.org'],
        summary: 'Short text.',
        content: '<figure data-picture="0"></figure><p>Long <a href="/more">text</a>.</p>',
        enclosures: [
          {
            url: 'https://example.org/a.mp3',
            type: 'audio/mpeg',
            sizeBytes: 9,
            durationSeconds: null,
            title: null,
          },
        ],
        pictures: [{ url: 'https://example.org/a.jpg', caption: 'Fog', credit: 'Jo Doe' }],
      },
      { ...nothing, ...empty, summary: 'No title.', content: '<p>No title.</p>' },
    ],
  });
});

describe('the command', () => {
  test('prints one line for each file, in order, whatever is in them', async () => {
    const paths = [file('a.xml', WHOLE), join(folder, 'missing'), file('b\n.xml', WHOLE)];
    const { code, stdout } = await run(['feed', ...paths]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject(
      paths.map((path) => ({ file: path })),
    );
  });

  test('reads pages named on standard input, in order, whatever is in them', async () => {
    const address = 'https://example.org/news/1';
    const zipped = file('page.html.gz', gzipSync(PAGE));
    const asked = [{ file: zipped, url: address }, { file: join(folder, 'missing') }];
    const input = `${asked.map((one) => JSON.stringify(one)).join('\n')}\n\n`;
    const { code, stdout } = await run(['page', '--batch'], input);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ file: zipped, title: 'A harbour freezes', ms: expect.any(Number) }),
      {
        file: asked[1]?.file,
        error: expect.objectContaining({ kind: 'not-found' }),
        ms: expect.any(Number),
      },
    ]);
  });

  test('says which line of standard input is none', async () => {
    const { code, stderr } = await run(['page', '--batch'], '{"file": "a.html"}\nb.html\n');
    expect(code).toBe(2);
    expect(stderr).toContain('line 2 is not');
  });

  test.each([
    [[]],
    [['feed']],
    [['article', 'a.html']],
    [['page']],
    [['page', 'a.html', 'b.html']],
    [['page', 'a.html', '--link', 'https://example.org/']],
  ])('refuses %j and says how it is used', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('npm run -s inspect -- feed FILE');
  });
});

function run(
  args: string[],
  input = '',
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const script = fileURLToPath(new URL('../../scripts/inspect.ts', import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
    // Who was refused does not read it.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

test('a page is shown as Carrel reads it', async () => {
  const path = file('page.html', PAGE);
  const { stdout } = await run(['page', path, '--url', 'https://example.org/news/1']);
  const page: unknown = JSON.parse(stdout);
  expect(page).toMatchObject({
    file: path,
    title: 'A harbour freezes',
    subtitle: null,
    byline: ['Ada Byron'],
    published: '2024-05-01T08:00:00.000Z',
    modified: null,
    language: 'en',
    html: expect.stringContaining('<figure data-picture="0"></figure>'),
    text: expect.stringMatching(/^The ferries.*hour\.\nBy the evening/su),
    pictures: [
      {
        url: 'https://example.org/ice.jpg',
        urls: ['https://example.org/ice.jpg'],
        caption: 'The quay at noon.',
        credit: 'Photo: Bo Lund',
        alt: 'Ice',
        width: 1200,
        height: 800,
        gallery: null,
      },
    ],
    galleries: [],
    warnings: [],
  });
});

test('a page that holds no article is a line with the reason', async () => {
  const path = file('empty.html', ' ');
  const { stdout } = await run(['page', path]);
  expect(JSON.parse(stdout)).toMatchObject({
    file: path,
    error: { kind: 'no-article', message: expect.stringContaining('it is empty') },
  });
});
