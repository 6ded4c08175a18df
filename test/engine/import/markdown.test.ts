import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownToHtml } from '../../../main/engine/import/markdown.ts';

const read = (text: string) => markdownToHtml(Buffer.from(text));

test('any bytes give a page', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(markdownToHtml(bytes).html).toContain('<');
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), (matter, body) => {
      expect(read(`---\n${matter}\n---\n${body}`).html).toContain('<');
    }),
  );
});

describe('front matter', () => {
  test('that does not end is text', () => {
    const { html, said } = read('---\ntitle: A\n\nText');
    expect(said).toEqual({});
    expect(html).toContain('title: A');
  });

  test.each([
    ['plain', 'title: The Bridge: a Life', 'The Bridge: a Life'],
    ['quoted', 'title: "The Bridge"', 'The Bridge'],
    ['in single quotes', "Title: 'The Bridge'", 'The Bridge'],
  ])('a title %s', (_, line, title) => {
    expect(read(`---\n${line}\n---\nText`).said.title).toBe(title);
    expect(read(`\uFEFF---\r\n${line}\r\n...\r\nText`).said.title).toBe(title);
  });

  test.each(['tags: [sea, "land"]', 'tags:\n  - sea\n  - land', 'tags:\n- sea\n- "land"'])(
    'the list %j',
    (lines) => {
      expect(read(`---\n${lines}\n---\nText`).said.tags).toEqual(['sea', 'land']);
    },
  );

  test('an address of the web, an author and a time', () => {
    const { said } = read(
      '---\nauthor: Ana Lima\nurl: https://a.example/b\ndate: 2024-05-01\n---\n',
    );
    expect(said).toMatchObject({
      authors: ['Ana Lima'],
      address: 'https://a.example/b',
      publishedAt: Date.UTC(2024, 4, 1),
    });
    expect(read('---\nurl: javascript:alert(1)\n---\n').said.address).toBeUndefined();
  });
});

describe('text', () => {
  test('without a title says none', () => {
    const { html, said } = read('Only text.');
    expect(said).toEqual({});
    expect(html).toContain('<p>Only text.</p>');
  });

  test('a heading that says the title again comes once', () => {
    expect(read('---\ntitle: Bridges\n---\n# Bridges\n\nText').html).not.toMatch(
      /<h1>Bridges[\s\S]*<h1>Bridges/,
    );
  });

  test('tables, HTML and relative links go through', () => {
    const { html } = read(
      '|a|b|\n|-|-|\n|1|2|\n\n<aside>Raw</aside>\n\n[next](../next.md) ![p](p.png)',
    );
    expect(html).toContain('<td>1</td>');
    expect(html).toContain('<aside>Raw</aside>');
    expect(html).toContain('href="../next.md"');
    expect(html).toContain('src="p.png"');
  });
});
