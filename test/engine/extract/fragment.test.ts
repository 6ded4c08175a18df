import { describe, expect, it } from 'vitest';
import { cleanFragment } from '../../../main/engine/extract/fragment.ts';
import type { Body } from '../../../main/engine/extract/types.ts';

function clean(html: string, title = 'A title'): Body {
  return cleanFragment({ html, address: 'https://post.example/a/', title, language: 'en' });
}

describe('hostile fragments', () => {
  it.each([
    ['<script>alert(1)</script>', ''],
    ['<p onclick="alert(1)" style="x" class="y" id="z">text</p>', '<p>text</p>'],
    ['<a href="javascript:alert(1)">text</a>', '<p>text</p>'],
    ['<a href="&#106;avascript:alert(1)">text</a>', '<p>text</p>'],
    ['<a href="data:text/html,x">text</a>', '<p>text</p>'],
    [
      '<a href="https://a.example/&quot;onclick=&quot;x">text</a>',
      '<p><a href="https://a.example/%22onclick=%22x">text</a></p>',
    ],
    ['<svg><script>alert(1)</script><text>x</text></svg>text', '<p>text</p>'],
    ['<math><mi xlink:href="javascript:x">y</mi></math>text', '<p>text</p>'],
    ['<style>p{}</style><template><p>x</p></template>text', '<p>text</p>'],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe>text', '<p>text</p>'],
    ['<form action="x"><input value="y"><button>z</button></form>text', '<p>text</p>'],
    ['<img src="x" onerror="alert(1)">', '<figure data-picture="0"></figure>'],
    ['<p title="<img src=x onerror=alert(1)>">text</p>', '<p>text</p>'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<p>&quot;&gt;</p>'],
    ['a <p>b <blockquote>c', '<p>a</p><p>b</p><blockquote><p>c</p></blockquote>'],
  ])('%s', (html, cleaned) => {
    const result = clean(html).html;
    expect(result.replace(/<p>&quot;&gt;<\/p>/, '')).toBe(
      cleaned.replace(/<p>&quot;&gt;<\/p>/, ''),
    );
    expect(result).not.toMatch(/onerror=alert\(1\)>(?!&)|<script|javascript:/);
  });

  it('ends where nesting is bounded', () => {
    const { html, text } = clean(`${'<blockquote><b>'.repeat(900)}deep`);
    expect(text).toBe('deep');
    expect(html.match(/<blockquote>/g)?.length).toBeLessThanOrEqual(24);
  });
});

describe('the vocabulary of the body', () => {
  it.each([
    ['<b>b</b><i>i</i>', '<p><strong>b</strong><em>i</em></p>'],
    ['one<br><br>two<br>three', '<p>one</p><p>two<br>three</p>'],
    ['<div>one</div><div>two <span>three</span></div>', '<p>one</p><p>two three</p>'],
    ['<h1>One</h1><p>x</p><h4>Two</h4><p>y</p>', '<h2>One</h2><p>x</p><h3>Two</h3><p>y</p>'],
    ['<h2>A title</h2><p>x</p>', '<p>x</p>'],
    ['<ul>stray<li>one<li><p>two</p></ul>', '<p>stray</p><ul><li>one</li><li>two</li></ul>'],
    [
      '<ol start="3"><li>x<ul><li>y</li></ul>z</li></ol>',
      '<ol start="3"><li>x<ul><li>y</li></ul>z</li></ol>',
    ],
    ['<li>alone</li>', '<p>alone</p>'],
    [
      '<table><tr><th>a<th>b<tr><td colspan=2>c<tr><td>d<td></table>',
      '<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2">c</td></tr><tr><td>d</td><td></td></tr></table>',
    ],
    ['<table><tr><td>only layout</td></tr></table>', '<p>only layout</p>'],
    ['<pre>  a\n  <code>b &lt; c</code></pre>', '<pre>  a\n  <code>b &lt; c</code></pre>'],
    ['<a href="x"><h2>head</h2></a>', '<h2><a href="https://post.example/a/x">head</a></h2>'],
    [
      '<a href="#note">1</a> <a href="mailto:a@b.example">mail</a>',
      '<p>1 <a href="mailto:a@b.example">mail</a></p>',
    ],
    ['a&nbsp;<em>b</em> <i> </i>c', '<p>a\u00a0<em>b</em> c</p>'],
    ['<p>&nbsp;</p><p></p><p>x</p><div><br></div>', '<p>x</p>'],
    ['<p>x</p><hr><p>y</p>', '<p>x</p><hr><p>y</p>'],
    [
      '<div dir="rtl"><p>x</p></div><span dir="ltr">y</span>',
      '<p dir="rtl">x</p><p><bdi dir="ltr">y</bdi></p>',
    ],
    [
      '<p lang="fr_FR">x <abbr title="a &quot;b&quot;">ab</abbr></p>',
      '<p lang="fr-FR">x <abbr title="a &quot;b&quot;">ab</abbr></p>',
    ],
    ['<dl><dt>t</dt><dd>d</dd></dl>', '<dl><dt>t</dt><dd>d</dd></dl>'],
    [
      '<ruby>字<rp>(</rp><rt>zi</rt><rp>)</rp></ruby>',
      '<p><ruby>字<rp>(</rp><rt>zi</rt><rp>)</rp></ruby></p>',
    ],
    ['<center><font color=red>old</font></center><marquee>news</marquee>', '<p>old</p><p>news</p>'],
  ])('%s', (html, cleaned) => expect(clean(html).html).toBe(cleaned));

  it('gives visible text a line for each block, and counts words in scripts with and without spaces', () => {
    expect(
      clean(
        '<p>It’s <b>one</b> line</p><ul><li>two</li></ul><figure><img src=a.jpg><figcaption>no</figcaption></figure>',
      ),
    ).toMatchObject({
      text: 'It’s one line\ntwo',
      wordCount: 4,
      pictures: [{ address: 'https://post.example/a/a.jpg', caption: 'no' }],
    });
    expect(clean('<p>灯台の光は夜の海を照らす。</p>').wordCount).toBeGreaterThan(4);
  });

  it('is empty for nothing', () => {
    expect(clean('')).toEqual({
      html: '',
      text: '',
      wordCount: 0,
      pictures: [],
      language: 'en',
      direction: 'ltr',
    });
  });
});
