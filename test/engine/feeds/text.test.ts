import { describe, expect, test } from 'vitest';
import type { RawText } from '../../../main/engine/feeds/raw.ts';
import { contentHtml, plainText, shortened } from '../../../main/engine/feeds/text.ts';

describe('a text is shown plain', () => {
  test.each<[RawText['type'], string, string]>([
    ['unsure', 'Fish &amp; Chips', 'Fish & Chips'],
    ['unsure', 'It&#8217;s &quot;fine&quot;', 'It’s "fine"'],
    ['unsure', 'AT&T & <b>Co</b>', 'AT&T & Co'],
    ['unsure', 'How to use <script> and <main>', 'How to use <script> and <main>'],
    ['unsure', 'a < b', 'a < b'],
    ['unsure', 'One<br>Two', 'One Two'],
    ['text', 'Fish &amp; <b>Chips</b>', 'Fish &amp; <b>Chips</b>'],
    ['html', '<p>One</p><p>Two <em>th</em>ree</p>', 'One Two three'],
    ['html', 'a<script>alert(1)</script><style>p{}</style>b', 'a b'],
    ['html', '<li>One</li><li>Two</li>', 'One Two'],
    ['html', 'a &lt;b&gt; c', 'a <b> c'],
    ['html', 'unclosed <b>bold', 'unclosed bold'],
    ['html', '<script>never closed', ''],
    ['text', '  two\n  lines\t ', 'two lines'],
    ['text', 'bell\u0007 nul\0 lone\ud800', 'bell nul lone'],
  ])('%s: %s', (type, value, plain) => {
    expect(plainText({ value, type })).toBe(plain);
  });

  test('also when it nests deeper than anybody writes', () => {
    const value = `${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}`;
    expect(plainText({ value, type: 'html' })).toBe('deep');
  });
});

describe('a long text is shortened', () => {
  test('between words, without the punctuation before the cut', () => {
    expect(shortened('Ferries leave the harbour, at six', 27)).toBe('Ferries leave the harbour…');
  });

  test('inside a word where there are no spaces, but never inside a character', () => {
    expect(shortened('新聞'.repeat(10), 10)).toBe('新聞新聞新聞新聞新…');
    expect(shortened('😀'.repeat(10), 10)).toBe('😀😀😀😀…');
  });

  test('and a short one is left as it is', () => {
    expect(shortened('At six', 6)).toBe('At six');
  });
});

describe('a text becomes HTML', () => {
  test.each<[RawText['type'], string, string]>([
    ['text', 'a < b & c\n\nnext\nline', '<p>a &lt; b &amp; c</p>\n<p>next<br>line</p>'],
    ['unsure', 'a &amp; b\r\n\r\n < c', '<p>a &amp; b</p>\n<p>&lt; c</p>'],
    ['unsure', '<p>a</p>', '<p>a</p>'],
    ['html', 'a\n\nb', 'a\n\nb'],
  ])('%s: %j', (type, value, html) => {
    expect(contentHtml({ value, type })).toBe(html);
  });
});
