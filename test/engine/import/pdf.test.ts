import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readPdfArticle } from '../../../main/engine/import/pdf-article.ts';
import { readPdf } from '../../../main/engine/import/pdf.ts';
import { aPdf, block, PASSWORD, type WrittenLine } from './a-pdf.ts';

const read = async (pages: WrittenLine[][]): Promise<string[]> =>
  (await readPdf(aPdf(pages), 'a.pdf')).paragraphs;

const titled = async (info: Record<string, string>) => readPdf(aPdf([[]], { info }), 'a.pdf');

describe('a PDF that cannot be read is refused with its name and the cause', () => {
  test('one that asks for a password', async () => {
    const bytes = aPdf([block(['Secret'])], { trailer: PASSWORD });
    await expect(readPdf(bytes, 'secret.pdf')).rejects.toMatchObject({
      kind: 'invalid',
      message: 'import: cannot read secret.pdf: it asks for a password',
    });
  });

  test.each([
    ['nothing', ''],
    ['a beginning alone', '%PDF-1.7\n'],
    ['something else', 'A letter. '.repeat(200)],
  ])('%s', async (_, bytes) => {
    await expect(readPdf(Buffer.from(bytes), 'broken.pdf')).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(/^import: cannot read broken\.pdf: it is damaged \(.+\)$/),
    });
  });

  test('any bytes in it, with no other error', async () => {
    const whole = aPdf([block(['One line', 'and another'])], { info: { Title: 'Bridges' } });
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(whole.length), async (changed, length) => {
        const bytes = new Uint8Array(whole).slice(0, length);
        for (const [at, byte] of changed) bytes[at % Math.max(1, length)] = byte;
        const outcome = await readPdf(bytes, 'a.pdf').catch((error: unknown) => error);
        expect(outcome).toSatisfy(
          (it: object) => 'paragraphs' in it || ('kind' in it && it.kind === 'invalid'),
        );
      }),
      { numRuns: 100 },
    );
  });
});

test('reads what is left of a file whose list of objects cannot be found', async () => {
  const bytes = aPdf([block(['The bridge stands.'])]);
  const cut = bytes.subarray(0, bytes.length - 20);
  expect((await readPdf(cut, 'a.pdf')).paragraphs).toEqual(['The bridge stands.']);
});

test('leaves the bytes it is given as they were', async () => {
  const bytes = new Uint8Array(aPdf([block(['Text'])]));
  await readPdf(bytes, 'a.pdf');
  expect(bytes.length).toBeGreaterThan(100);
});

test('runs no script in it, and fetches nothing', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('fetched'));
  const script = '/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true) >>';
  // A Japanese font whose map of letters is not in the file.
  const font = `/Subtype /Type0 /BaseFont /Ryumin /Encoding /90ms-RKSJ-H /DescendantFonts [
    << /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin /CIDSystemInfo
    << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>]`;
  await readPdf(aPdf([block(['Text'])], { catalog: script, font }), 'a.pdf');
  expect('wasRun' in globalThis).toBe(false);
  expect(fetched).not.toHaveBeenCalled();
});

test('a scanned page has no text', async () => {
  const pdf = await readPdf(aPdf([[], []]), 'scan.pdf');
  expect(pdf).toMatchObject({ title: null, pages: 2, paragraphs: [] });
});

describe('lines become paragraphs', () => {
  test('a wider space begins one', async () => {
    const first = block(['The bridge was closed', 'in the spring.']);
    const second = block(['It opens again', 'in the autumn.'], { y: 650 });
    expect(await read([[...first, ...second]])).toEqual([
      'The bridge was closed in the spring.',
      'It opens again in the autumn.',
    ]);
  });

  test('an indented line begins one', async () => {
    const page = block(['The bridge was closed', 'in the spring.', 'It opens again', 'in May.']);
    const [, , indented] = page;
    if (indented !== undefined) indented.x = 84;
    expect(await read([page])).toEqual([
      'The bridge was closed in the spring.',
      'It opens again in May.',
    ]);
  });

  test('larger letters begin one', async () => {
    const heading = { text: 'The bridge', y: 718, size: 16 };
    expect(await read([[heading, ...block(['It is closed', 'today.'])]])).toEqual([
      'The bridge',
      'It is closed today.',
    ]);
  });

  test('lines of a typescript, far apart, are one', async () => {
    const lines = ['The bridge', 'was closed', 'in the spring.'];
    const page = lines.map((text, index) => ({ text, y: 700 - index * 26 }));
    expect(await read([page])).toEqual(['The bridge was closed in the spring.']);
  });

  test('a sentence goes on in the next column and on the next page', async () => {
    const left = block(['The bridge was', 'closed in']);
    const right = block(['the spring', 'of this'], { x: 320 });
    expect(await read([[...left, ...right], block(['year.', 'It is old.'])])).toEqual([
      'The bridge was closed in the spring of this year. It is old.',
    ]);
  });

  test('a page after the end of a sentence begins one', async () => {
    expect(await read([block(['It is closed.']), block(['It was old.'])])).toEqual([
      'It is closed.',
      'It was old.',
    ]);
  });

  test.each([
    ['news-', 'paper', 'newspaper'],
    ['news\u00AD', 'paper', 'newspaper'],
    ['Franco-', 'German', 'Franco-German'],
    ['2019-', '2020', '2019-2020'],
    ['a dash -', 'and more', 'a dash - and more'],
  ])('%s and %s are %s', async (end, start, whole) => {
    expect(await read([block([end, start])])).toEqual([whole]);
  });
});

describe('what stands on every page is left out', () => {
  const RIVERS = ['Tejo', 'Douro', 'Minho', 'Sado', 'Mondego'];
  const textOf = (river = ''): string[] => [
    `The ${river}`,
    'has bridges,',
    `and the ${river}`,
    `is ${river}.`,
  ];
  const pageWith = (page: number, edges: WrittenLine[]): WrittenLine[] => [
    // Some programs write the foot first.
    ...edges,
    ...block(textOf(RIVERS[page])),
  ];

  test('heads, and feet with a number', async () => {
    const pages = [0, 1, 2, 3].map((page) =>
      pageWith(page, [
        { text: `Page ${page + 1} of 4`, y: 30 },
        { text: 'The Bridge Courier', y: 760 },
      ]),
    );
    expect(await read(pages)).toEqual(RIVERS.slice(0, 4).map((river) => textOf(river).join(' ')));
  });

  test('numbers of two pages', async () => {
    const pages = ['1', '2'].map((text, index) => pageWith(index, [{ text, y: 30 }]));
    expect((await read(pages)).join('\n')).not.toMatch(/^[12]\b|\b[12]$/);
  });

  test('Roman numbers', async () => {
    const pages = ['- iv -', '- v -'].map((text, index) => pageWith(index, [{ text, y: 30 }]));
    expect((await read(pages)).join('\n')).not.toMatch(/iv|- v/);
  });

  test('but no heads of chapters', async () => {
    const heads = [1, 4, 6, 7].map((chapter, page) =>
      pageWith(page, [{ text: `Chapter ${chapter}`, y: 730, size: 16 }]),
    );
    expect((await read(heads)).filter((each) => each.startsWith('Chapter'))).toHaveLength(4);
  });

  test('but no line that two pages share, and none inside the text', async () => {
    const twice = [1, 2].map((number) => pageWith(number, [{ text: 'Dear Ana,', y: 760 }]));
    expect((await read(twice)).filter((each) => each.startsWith('Dear Ana,'))).toHaveLength(2);
    const inside = [1, 2, 3].map(() => block(['One', 'two', 'a refrain', 'three', 'four']));
    expect((await read(inside)).join(' ').match(/a refrain/g)).toHaveLength(3);
  });
});

describe('what it says of itself', () => {
  test.each([
    'Microsoft Word - bridges.doc',
    'untitled',
    'Untitled-1',
    'bridges_final_2.indd',
    'Document1',
    'PowerPoint Presentation',
    String.raw`C:\texts\bridges`,
    '2024-05-01',
    ' ',
  ])('"%s" is no title', async (Title) => {
    expect((await titled({ Title })).title).toBeNull();
  });

  test.each([
    'The Bridges of Lisbon',
    'Untitled Lives: a History of Nobody',
    'Presentation of the Bridge',
  ])('"%s" is one', async (Title) => {
    expect((await titled({ Title })).title).toBe(Title);
  });

  test.each([
    ['Ana Lima', ['Ana Lima']],
    ['Ana Lima, Bo Chen and Cy Day', ['Ana Lima', 'Bo Chen', 'Cy Day']],
    ['Lima, Ana; Chen, Bo', ['Lima, Ana', 'Chen, Bo']],
    ['Administrator', []],
    ['', []],
  ])('the authors of "%s" are %j', async (Author, authors) => {
    expect((await titled({ Author })).authors).toEqual(authors);
  });

  test('its time with its zone, and no time that is none', async () => {
    const of = async (CreationDate: string) => (await titled({ CreationDate })).publishedAt;
    expect(await of("D:20240501120000+02'00'")).toBe(Date.UTC(2024, 4, 1, 10));
    expect(await of('yesterday')).toBeNull();
  });

  test('XMP goes first, and the language is the catalog’s', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bridges</rdf:li></rdf:Alt>
      </dc:title><dc:creator><rdf:Seq><rdf:li>Ana Lima</rdf:li><rdf:li>Bo Chen</rdf:li></rdf:Seq>
      </dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const info = { Title: 'bridges.doc', Author: 'user' };
    const bytes = aPdf([block(['Text'])], { xmp, info, catalog: '/Lang (pt_BR)' });
    expect(await readPdf(bytes, 'a.pdf')).toMatchObject({
      title: 'Bridges',
      authors: ['Ana Lima', 'Bo Chen'],
      language: 'pt-BR',
    });
  });
});

test('becomes an article, named after its file where it has no title', async () => {
  const bytes = aPdf([block(['Is 1 < 2?'])], { info: { Title: 'untitled' } });
  expect(await readPdfArticle({ bytes, name: 'Bridges.PDF' })).toMatchObject({
    title: 'Bridges',
    html: '<p>Is 1 &lt; 2?</p>',
    text: 'Is 1 < 2?',
    wordCount: 3,
    direction: 'ltr',
  });
});
