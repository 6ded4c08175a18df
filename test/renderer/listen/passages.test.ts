import { afterEach, describe, expect, test } from 'vitest';
import { passagesOf, rangeOf } from '../../../renderer/listen/passages.ts';
import type { PlacedPassage } from '../../../renderer/listen/passages.ts';

const notices = { language: 'en', table: 'A table is left out.', code: 'Code is left out.' };

function passages(html: string, headline?: string): PlacedPassage[] {
  const body = document.createElement('div');
  body.className = 'body';
  body.lang = 'en';
  body.append(document.createRange().createContextualFragment(html));
  const head = document.createElement('h1');
  head.lang = 'en';
  head.textContent = headline ?? '';
  document.body.append(head, body);
  return passagesOf(headline === undefined ? null : head, body, notices);
}

const texts = (html: string): string[] => passages(html).map(({ text }) => text);

afterEach(() => document.body.replaceChildren());

describe('what is read of an article', () => {
  test('the headline, then each block in its order', () => {
    const found = passages(
      '<p>One.</p><h2>Two</h2><ul><li>Three</li><li>Four<ul><li>Five</li></ul>Six</li></ul>' +
        '<blockquote><p>Seven</p></blockquote><dl><dt>Eight</dt><dd>Nine</dd></dl>',
      'Zero',
    );
    const words = 'Zero One. Two Three Four Five Six Seven Eight Nine'.split(' ');
    expect(found.map(({ text }) => text)).toEqual(words);
  });

  test.each([
    [
      'marks of footnotes',
      '<p>The eels<sup>3</sup> came.<sup>[4]</sup> Back*<sup>*</sup></p>',
      ['The eels came. Back*'],
    ],
    [
      'what refers to a footnote',
      '<p>The eels<a data-note="1" href="#note-1">3</a> came in 1804<a data-note="2">b</a>.</p>',
      ['The eels came in 1804.'],
    ],
    [
      'what is written beside characters',
      '<p><ruby>波<rp>(</rp><rt>なみ</rt><rp>)</rp></ruby>です</p>',
      ['波です'],
    ],
    ['soft hyphens', '<p>har\u00ADbour\n   light</p>', ['harbour light']],
    [
      'the rest of an address',
      '<p>See https://www.tern.example/a/b?c=1 now</p>',
      ['See tern.example now'],
    ],
    ['pictures and their captions', '<p>a</p><figure><figcaption>b</figcaption></figure>', ['a']],
    ['cards of films', '<p class="embed"><a>▶ Film</a></p><p>a</p>', ['a']],
    ['what is pressed', '<p>a <button>Open</button></p>', ['a']],
    ['rules and lines of signs', '<hr><p>***</p><p>a</p>', ['a']],
  ])('not %s', (_, html, read) => {
    expect(texts(html)).toEqual(read);
  });

  test.each([
    ['powers', '<p>10<sup>6</sup> and 5 m<sup>2</sup></p>', '106 and 5 m2'],
    ['endings', '<p>Le 1<sup>er</sup> mai</p>', 'Le 1er mai'],
    [
      'words across inline elements',
      '<p>the <em>har</em>bour <a>light</a>s</p>',
      'the harbour lights',
    ],
    ['broken lines, apart', '<p>one<br>two</p>', 'one two'],
  ])('but %s', (_, html, read) => {
    expect(texts(html)).toEqual([read]);
  });

  test('of a table its caption, or that it is left out; of code that it is left out', () => {
    const cells = '<tbody><tr><td>1</td></tr></tbody>';
    const found = passages(
      `<div class="table"><table><caption>Catches</caption>${cells}</table></div>` +
        `<div class="table"><table>${cells}</table></div><pre>x = 1</pre>`,
    );
    expect(found.map(({ text, isNotice }) => [text, isNotice])).toEqual([
      ['Catches', false],
      ['A table is left out.', true],
      ['Code is left out.', true],
    ]);
  });

  test('with the language that all of a passage is marked with', () => {
    const found = passages(
      '<p>a</p><blockquote lang="de"><p>b</p></blockquote><p><em lang="fr">c</em></p>' +
        '<p>d <em lang="fr">e</em></p><p lang="ar" dir="rtl">و</p>',
      'Title',
    );
    expect(found.map(({ language }) => language)).toEqual([null, null, 'de', 'fr', null, 'ar']);
  });
});

describe('where a part of a passage stands', () => {
  test('is found across elements and what is not read', () => {
    const [passage] = passages('<p>the <em>har</em>\u00ADbour<sup>1</sup> lights</p>');
    if (passage === undefined) throw new Error('no passage');
    const at = passage.text.indexOf('harbour');
    expect(String(rangeOf(passage, at, at + 'harbour'.length))).toBe('har\u00ADbour');
    expect(String(rangeOf(passage, passage.text.indexOf('lights'), passage.text.length))).toBe(
      'lights',
    );
  });

  test('is as much as is left of a text that became shorter', () => {
    const [passage] = passages('<p>the harbour lights</p>');
    const node = passage?.block.firstChild;
    if (passage === undefined || !(node instanceof Text)) throw new Error('no passage');
    node.data = 'the har';
    expect(String(rangeOf(passage, 4, 11))).toBe('har');
  });

  test('and nowhere for what Carrel says itself', () => {
    const [passage] = passages('<pre>x</pre>');
    if (passage === undefined) throw new Error('no passage');
    expect(rangeOf(passage, 0, 4)).toBeNull();
  });
});
