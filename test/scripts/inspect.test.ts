import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

  test.each([[[]], [['feed']], [['page', 'a.xml']]])(
    'refuses %j and says how it is used',
    async (args) => {
      const { code, stdout, stderr } = await run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('npm run -s inspect -- feed FILE');
    },
  );
});

function run(args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const script = fileURLToPath(new URL('../../scripts/inspect.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}
