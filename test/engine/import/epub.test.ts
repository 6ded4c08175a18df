import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackEpub } from '../../../main/engine/import/epub.ts';
import { aSink, aZip, overwritten, staged, thrownBy, unpacked } from './a-sink.ts';

const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1');

const CONTAINER =
  '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';

const chapter = (title: string): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><p>Text</p></body></html>`;

/** A book of EPUB 3, as a publisher makes one. */
const MODERN = {
  'META-INF/container.xml': CONTAINER,
  'OEBPS/book.opf': `<?xml version="1.0"?>
    <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <metadata><dc:title>The Bridges &amp; the River</dc:title><dc:creator>Ana Lima</dc:creator>
      <dc:date>2024-05-01</dc:date></metadata>
    <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="cover" href="front.xhtml" media-type="application/xhtml+xml"/>
      <item id="one" href="text/chapter%201.xhtml" media-type="application/xhtml+xml"/>
      <item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
      <item id="notes" href="text/notes.xhtml" media-type="application/xhtml+xml"/>
      <item id="p" href="images/1.gif" media-type="image/gif"/>
      <item id="css" href="s.css" media-type="text/css"/>
    </manifest>
    <spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="one"/>
      <itemref idref="two"/><itemref idref="one"/><itemref idref="notes" linear="no"/></spine>
    </package>`,
  'OEBPS/nav.xhtml': `<html><body><nav epub:type="toc"><ol>
      <li><a href="text/chapter%201.xhtml#top"><span>The first</span> bridge</a></li></ol></nav>
    <nav epub:type="landmarks"><a epub:type="cover" href="front.xhtml">Cover</a>
      <a epub:type="toc" href="text/two.xhtml#toc">Contents</a></nav></body></html>`,
  'OEBPS/front.xhtml': chapter('Cover'),
  'OEBPS/text/chapter 1.xhtml': chapter('The Bridges &amp; the River'),
  'OEBPS/text/two.xhtml': chapter('The Bridges &amp; the River'),
  'OEBPS/text/notes.xhtml': chapter('Notes'),
  'OEBPS/images/1.gif': GIF,
  'OEBPS/s.css': 'p{}',
};

const book = async (files: Record<string, Buffer | string>, name = 'bridges.epub') =>
  unpacked(unpackEpub, await aZip(files), name);

function encrypted(uri: string, algorithm: string): string {
  return `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/>
    <KeyInfo><EncryptedKey><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>
    </EncryptedKey></KeyInfo><CipherData><CipherReference URI="${uri}"/></CipherData>
    </EncryptedData></encryption>`;
}
const AES = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';

describe('a file that is no book is refused with its name', () => {
  test.each([
    ['no ZIP', Buffer.from('PK'), 'it is cut off or no ZIP file'],
    ['a ZIP of something else', null, 'it is no book (EPUB)'],
  ])('%s', async (_, bytes, cause) => {
    const read = unpacked(unpackEpub, bytes ?? (await aZip({ 'a.txt': 'x' })), 'a.epub');
    expect(await thrownBy(read)).toBe(`invalid: import: cannot read a.epub: ${cause}`);
  });

  test('any bytes in its lists give pages, refusals or that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 40 }), fc.nat(1200), async (noise, at) => {
        const opf = MODERN['OEBPS/book.opf'];
        const damaged = `${opf.slice(0, at)}${noise}${opf.slice(at + noise.length)}`;
        const zip = await aZip({ ...MODERN, 'OEBPS/book.opf': damaged, 'OEBPS/nav.xhtml': noise });
        const thrown = await thrownBy(unpackEpub(staged(zip), aSink().sink));
        expect(thrown).toMatch(/^(?:invalid: import: |nothing was thrown)/);
      }),
      { numRuns: 100 },
    );
  });

  test('one that is locked, saying so', async () => {
    const lock = encrypted('OEBPS/text/chapter%201.xhtml', AES);
    expect(await thrownBy(book({ ...MODERN, 'META-INF/encryption.xml': lock }))).toBe(
      'invalid: import: cannot read bridges.epub: it is locked by a copy protection (DRM), which Carrel cannot open',
    );
  });
});

test('reads a book of which only fonts or pictures are encrypted, without those', async () => {
  const fonts = encrypted('OEBPS/f.otf', 'http://ns.adobe.com/pdf/enc#RC');
  expect((await book({ ...MODERN, 'META-INF/encryption.xml': fonts })).resources.size).toBe(1);
  const pictures = encrypted('OEBPS/images/1.gif', AES);
  const read = await book({ ...MODERN, 'META-INF/encryption.xml': pictures });
  expect([read.pages.length, read.resources.size]).toEqual([2, 0]);
});

test('keeps to the book where its lists lead out of it, or to the web', async () => {
  const opf = MODERN['OEBPS/book.opf']
    .replace('text/two.xhtml', '../../../../etc/passwd.html')
    .replace('images/1.gif', 'https://tracker.example/1.gif');
  const { pages, resources, refused } = await book({ ...MODERN, 'OEBPS/book.opf': opf });
  expect([pages.length, resources.size]).toEqual([1, 0]);
  expect(refused).toEqual(['import: cannot take “etc/passwd.html” of bridges.epub: it is missing']);
});

test('refuses a chapter that unpacks to more than it declares, and reads the others', async () => {
  const zip = await aZip({ ...MODERN, 'OEBPS/text/two.xhtml': 'x'.repeat(100_000) });
  const at = zip.lastIndexOf('OEBPS/text/two.xhtml') - 46;
  zip.writeUInt32LE(10, at + 24);
  const { pages, refused } = await unpacked(unpackEpub, zip, 'bridges.epub');
  expect(pages).toHaveLength(1);
  expect(refused[0]).toContain('it unpacks to more than');
});

test('takes the limit of the sink for the end', async () => {
  const read = unpacked(unpackEpub, await aZip(MODERN), 'bridges.epub', 100);
  expect(await thrownBy(read)).toBe('too-large: import: the limit of the test');
});

test('gives the chapters in their order, once, without cover, contents and what is beside', async () => {
  const { pages, resources, refused } = await book(MODERN);
  expect(pages.map(({ name, base, title }) => [name, base, title])).toEqual([
    [
      'The Bridges & the River › The first bridge',
      'saved://book/OEBPS/text/chapter%201.xhtml',
      'The first bridge',
    ],
    ['The Bridges & the River › two.xhtml', 'saved://book/OEBPS/text/two.xhtml', null],
  ]);
  expect(pages[0]).toMatchObject({
    address: null,
    authors: ['Ana Lima'],
    siteName: 'The Bridges & the River',
    publishedAt: Date.UTC(2024, 4, 1),
    contentType: 'application/xhtml+xml',
  });
  const picture = new URL('../images/1.gif', pages[0]?.base ?? 'x:').href;
  expect([...resources.keys()]).toEqual([picture]);
  expect(refused).toEqual([]);
});

test('reads a book of EPUB 2, as programs make one of articles', async () => {
  const { pages } = await book({
    'content.opf': `<opf:package xmlns:opf="o" xmlns:dc="d"><opf:metadata><dc:title>Daily</dc:title>
      <dc:creator opf:role="aut">calibre</dc:creator><dc:creator opf:role="trl">T</dc:creator>
      <dc:date opf:event="modification">2020-01-01</dc:date>
      <dc:date opf:event="publication">2024-05-01T06:00:00+00:00</dc:date></opf:metadata>
      <opf:manifest><opf:item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
      <opf:item id="a" href="feed_0/a.html" media-type="application/xhtml+xml"/>
      <opf:item id="t" href="toc.html" media-type="application/xhtml+xml"/></opf:manifest>
      <opf:spine toc="ncx"><opf:itemref idref="t"/><opf:itemref idref="a"/></opf:spine>
      <opf:guide><opf:reference type="toc" href="toc.html"/></opf:guide></opf:package>`,
    'toc.ncx': `<ncx><docTitle><text>Daily</text></docTitle><navMap><navPoint><navLabel>
      <text>Bridge opens</text></navLabel><content src="feed_0/a.html"/></navPoint></navMap></ncx>`,
    'feed_0/a.html': chapter('Daily'),
    'toc.html': chapter('Contents'),
  });
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatchObject({
    name: 'Daily › Bridge opens',
    title: 'Bridge opens',
    authors: [],
    publishedAt: Date.UTC(2024, 4, 1, 6),
  });
});

test('tells of a book without chapters, and of a chapter that is missing', async () => {
  const { refused } = await book({ 'a.opf': '<package/>' });
  expect(refused).toEqual(['import: bridges.epub has no chapter that can be read']);
  const zip = overwritten(await aZip(MODERN), 'OEBPS/text/two.xhtml', 'OEBPS/text/owt.xhtml');
  const missing = await unpacked(unpackEpub, zip, 'bridges.epub');
  expect(missing.refused).toEqual([
    'import: cannot take “OEBPS/text/two.xhtml” of bridges.epub: it is missing',
  ]);
});
