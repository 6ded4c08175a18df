import { describe, expect, it } from 'vitest';
import { cleanFragment } from '../../../main/engine/extract/fragment.ts';
import { address, articleWith, page } from './pages.ts';

/** The body of an article whose page has a text with a reference, and notes. */
function body(text: string, notes = '', around: { after?: string } = {}): string {
  return page(
    articleWith(`<p>${text}</p>`, {}).replace(
      '</article>',
      `${notes}</article>${around.after ?? ''}`,
    ),
  ).html;
}

/** What a body has of its notes: each block's number and words. */
function notesIn(html: string): [number, string][] {
  return [...html.matchAll(/<(\w+)[^>]* data-note-text="(\d+)"[^>]*>(.*?)<\/\1>/gs)].map(
    ([, , number, words = '']) => [Number(number), words.replaceAll(/<[^>]*>/g, '')],
  );
}

/** What refers to notes in a body: number and words. */
function referencesIn(html: string): [number, string][] {
  return [...html.matchAll(/<a[^>]* data-note="(\d+)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, number, words = '']) => [Number(number), words.replaceAll(/<[^>]*>/g, '')],
  );
}

const lamp = 'The lamp was lit by hand until that year.';
const stove = 'The stove is in the museum of the harbour now.';

describe('links within a page that lead to no note stay plain words', () => {
  it.each([
    [
      'a table of contents',
      '<a href="#s1">1</a> and <a href="#s2">The stove</a> are the parts of it',
      '<h2 id="s1">1 The lamp</h2><p>It is lit at dusk by hand.</p><h2 id="s2">The stove</h2><p>It sulks.</p>',
    ],
    ['a link to nowhere', 'He said so <sup><a href="#fn1">1</a></sup> once.', ''],
    ['a link to itself', 'He said so <sup><a href="#x" id="x">1</a></sup> once.', ''],
    [
      'a link to its own paragraph',
      'He said so <sup><a href="#me">1</a></sup> once.<a id="me"></a>',
      '',
    ],
    [
      'a figure by its number',
      'See figure <a href="#fig1">1</a> for it.',
      `<div class="figure" id="fig1"><p>1 ${lamp}</p></div>`,
    ],
    ['a formula by its number', 'By <a href="#eq1">(1)</a> it is so.', '<p id="eq1">x = y + 1</p>'],
    [
      'a number without any sign of a note',
      'In the year <a href="#p9">9</a> it was so.',
      `<p id="p9">${lamp}</p>`,
    ],
    [
      'comments',
      'There are <a href="#comment-5"><sup>5</sup></a> of them.',
      `<div class="comment" id="comment-5"><p>${lamp}</p></div>`,
    ],
    [
      'a chapter',
      'He said so <sup><a href="#long">1</a></sup> once.',
      `<div id="long">${`<p>${lamp}</p>`.repeat(150)}</div>`,
    ],
  ])('%s', (_, text, after) => {
    const html = body(text, after);
    expect(html).not.toContain('data-note');
    expect(html).not.toContain('href');
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain(text.replaceAll(/<[^>]*>/g, ''));
  });
});

describe('what pages write as notes', () => {
  it.each([
    [
      'an encyclopedia',
      '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
      `<div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1" aria-label="Jump up">^</a></b></span> <span class="reference-text">${lamp}</span></li></ol></div>`,
      '[1]',
    ],
    [
      'Markdown',
      '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>',
      `<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>${lamp}&nbsp;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#8617;&#xfe0e;</a></p></li></ol></div>`,
      '1',
    ],
    [
      'Pandoc',
      '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
      `<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol><li id="fn1"><p>${lamp}<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>`,
      '1',
    ],
    [
      'a blog, by the full own address',
      `<sup><a href="${address}#user-content-fn-1-99" id="user-content-fnref-1-99">1</a></sup>`,
      `<ol><li id="user-content-fn-1-99">${lamp} <a href="${address}#user-content-fnref-1-99">Jump back</a></li></ol>`,
      '1',
    ],
    [
      'a newsletter',
      '<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a>',
      `<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>${lamp}</p></div></div>`,
      '1',
    ],
    [
      'a book',
      '<a epub:type="noteref" href="#n1">*</a>',
      `<aside epub:type="footnote" id="n1"><p>${lamp}</p></aside>`,
      '*',
    ],
    [
      'a word processor',
      '<a href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a>',
      `<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> ${lamp}</p></div>`,
      '[1]',
    ],
    [
      'nobody in particular, raised',
      '<sup><a href="#below">†</a></sup>',
      `<p id="below">${lamp}</p>`,
      '†',
    ],
    [
      'a list of descriptions',
      '[<a href="#d1">1</a>]',
      `<dl class="notes"><dt id="d1">1</dt><dd>${lamp}</dd></dl>`,
      '1',
    ],
    [
      'a mark before its paragraph',
      '<a href="#m1">[1]</a>',
      `<a name="m1"></a><p>${lamp}</p>`,
      '[1]',
    ],
    [
      'an id with escapes and quotes',
      '<sup><a href="#n%C3%B6te%20%22a%22%27">1</a></sup>',
      `<p id="nöte &quot;a&quot;'">${lamp}</p>`,
      '1',
    ],
    [
      'a button that opens it',
      '<button popovertarget="pop1">1</button>',
      `<div id="pop1" popover class="footnote">${lamp}</div>`,
      '1',
    ],
    [
      'words that are hidden',
      '<a href="#h1">1</a> <span id="h1" hidden>' + lamp + '</span>',
      '',
      '1',
    ],
    [
      'the margin',
      `<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"><span class="sidenote">${lamp}</span>`,
      '',
      '1',
    ],
    [
      'a marker before what it shows',
      `<sup class="modern-footnotes-footnote"><a href="javascript:void(0)">1</a></sup><span class="modern-footnotes-footnote__note">${lamp}</span>`,
      '',
      '1',
    ],
  ])('%s', (_, reference, notes, words) => {
    const html = body(`He lit it himself,${reference} and said nothing.`, notes);
    expect(referencesIn(html)).toEqual([[1, words]]);
    expect(notesIn(html)).toEqual([[1, lamp]]);
    expect(html.replaceAll(/<[^>]*>/g, '')).toMatch(
      /He lit it himself,\[?[\d*†[\]]+ ?and said nothing\./,
    );
  });
});

describe('notes', () => {
  it('are numbered by their first references, and several may share one', () => {
    const html = body(
      'One <a href="#b">[7]</a> two <a href="#a">[3]</a> three <a href="#b">[7]</a> end.',
      `<ul class="notes"><li id="a">${lamp}</li><li id="b">${stove}</li></ul>`,
    );
    expect(referencesIn(html)).toEqual([
      [1, '[7]'],
      [2, '[3]'],
      [1, '[7]'],
    ]);
    expect(notesIn(html)).toEqual([
      [2, lamp],
      [1, stove],
    ]);
  });

  it('of one line each, parted by line breaks, are one each', () => {
    const html = body(
      'One [<a href="#f1n">1</a>] two [<a href="#f2n">2</a>] end.',
      `<div><b>Notes</b><br><br>[<a name="f1n">1</a>] ${lamp}<br><br>[<a name="f2n">2</a>] ${stove}<br><br>Thanks to all.</div>`,
    );
    expect(notesIn(html)).toEqual([
      [1, `[1] ${lamp}`],
      [2, `[2] ${stove}`],
    ]);
    expect(html).toContain('<p>Thanks to all.</p>');
  });

  it('of several paragraphs are all of them, each marked', () => {
    const html = body(
      'One <sup><a href="#fn1">1</a></sup> end.',
      `<div class="footnote" id="fn1"><p>${lamp}</p><p>${stove}</p></div>`,
    );
    expect(html).toContain(`<p data-note-text="1">${lamp}</p><p data-note-text="1">${stove}</p>`);
  });

  it('come back where what holds them was taken for furniture', () => {
    const links = [1, 2, 3, 4].map(
      (n) =>
        `<li id="fn${n}"><a href="https://a.example/${n}">A source with a name of its own, the ${n}th</a></li>`,
    );
    const html = body(
      'One <sup><a href="#fn2">2</a></sup> two <sup><a href="#fn4">4</a></sup> end.',
      '',
      { after: `<footer class="site-footer"><ol>${links.join('')}</ol></footer>` },
    );
    expect(notesIn(html).map(([number]) => number)).toEqual([1, 2]);
    expect(html).toMatch(/<ol><li data-note-text="1"><a href="https:\/\/a\.example\/2">.*<\/ol>$/s);
    expect(html).not.toContain('a.example/1');
  });

  it('that begin like a pointer to another article keep their words', () => {
    const see =
      'See also <a href="https://a.example/lamps">The lamps of that coast, a history</a>.';
    const html = body(
      'One <sup><a href="#fn1">1</a></sup> end.',
      `<ol class="footnotes"><li id="fn1">${see}</li></ol>`,
    );
    expect(notesIn(html)).toEqual([[1, see.replaceAll(/<[^>]*>/g, '')]]);
  });

  it('may refer to each other, and lead back to the text from several places', () => {
    const html = body(
      'One <sup id="r1"><a href="#fn1">1</a></sup> two <sup id="r2"><a href="#fn1">1</a></sup> three <sup><a href="#fn2">2</a></sup> end.',
      `<ol class="footnotes"><li id="fn1">^ <a href="#r1"><b>a</b></a> <a href="#r2"><b>b</b></a> ${lamp} See <a href="#fn2">2</a>.</li><li id="fn2">${stove} See <a href="#fn1">1</a>.</li></ol>`,
    );
    expect(notesIn(html)).toEqual([
      [1, `${lamp} See 2.`],
      [2, `${stove} See 1.`],
    ]);
    expect(referencesIn(html).map(([number]) => number)).toEqual([1, 1, 2, 2, 1]);
  });

  it('lose the marks that lead back, also to where nothing is found to refer to them', () => {
    const html = body(
      '<b id="r0">One</b> <sup id="r1"><a href="#fn1">1</a></sup> end.',
      `<table><tr><td><i id="r2">x</i></td><td>${lamp}</td></tr></table><ol class="footnotes"><li id="fn1">↑ <a href="#r1"><sup>1.0</sup></a> <a href="#r2"><sup>1.10</sup></a> ${stove}</li></ol>`,
    );
    expect(notesIn(html)).toEqual([[1, stove]]);
  });

  it('with an id that is there twice are the first of them', () => {
    const html = body(
      'One <sup><a href="#fn1">1</a></sup> end.',
      `<ol class="footnotes"><li id="fn1">${lamp}</li><li id="fn1">${stove}</li></ol>`,
    );
    expect(notesIn(html)).toEqual([[1, lamp]]);
    expect(html).toContain(`<li>${stove}</li>`);
  });

  it('of a reference that stands outside of the article are text', () => {
    const html = page(
      articleWith(`<div class="footnotes"><p id="fn1">${lamp}</p></div>`, {
        before: '<div class="newsletter"><p>News <sup><a href="#fn1">1</a></sup></p></div>',
      }),
    ).html;
    expect(html).toContain(`<p>${lamp}</p>`);
    expect(html).not.toContain('data-note');
  });

  it('are found by their words, which are in the text', () => {
    const { text } = page(
      articleWith(
        `<p>He lit it,<label for="s1"></label><input type="checkbox" id="s1"><span class="sidenote">${lamp}</span> and said nothing.</p>`,
      ),
    );
    expect(text.split('\n')).toContain(lamp);
    expect(text.split('\n')).toContain('He lit it,1 and said nothing.');
  });

  it('are found in what a feed brings', () => {
    const { html } = cleanFragment({
      html: `<p>He lit it.<sup id="r"><a href="${address}#fn1">1</a></sup></p><ol><li id="fn1">${lamp} <a href="${address}#r">↩</a></li></ol>`,
      address,
      title: 'The last keeper',
      language: 'en',
    });
    expect(html).toBe(
      `<p>He lit it.<sup><a data-note="1">1</a></sup></p><ol><li data-note-text="1">${lamp}</li></ol>`,
    );
  });

  it('are not what a page marks as such itself', () => {
    const html = body(
      'One <a data-carrel-note="1" href="#x">1</a> <a data-note="1">2</a> end.',
      '<p data-carrel-note-text="1" data-note-text="1">Not a note at all.</p>',
    );
    expect(html).not.toContain('data-note');
  });
});

describe('hostile notes', () => {
  it('a thousand of them, each referred to by the next, take no time to speak of', () => {
    const all = Array.from({ length: 1_000 }, (_, n) => n);
    const html = body(
      all.map((n) => `Word <sup id="r${n}"><a href="#fn${n}">${n}</a></sup>`).join(' '),
      `<ol class="footnotes">${all.map((n) => `<li id="fn${n}">${lamp} <a href="#fn${(n + 1) % 1_000}">${n}</a> <a href="#r${n}">↩</a></li>`).join('')}</ol>`,
    );
    expect(notesIn(html)).toHaveLength(1_000);
    expect(referencesIn(html)).toHaveLength(2_000);
  });

  it.each([
    [
      'ten thousand references to one',
      (n: number) => `w<sup><a href="#fn1">1</a></sup>`.repeat(n),
      `<p id="fn1" class="footnote">${lamp}</p>`,
    ],
    [
      'ten thousand marks in one line',
      (n: number) =>
        Array.from(
          { length: n },
          (_, i) => `w<sup><a href="#m${i}">1</a></sup><i></i><b id="m${i}"></b>`,
        ).join(''),
      '',
    ],
    [
      'ten thousand notes within each other',
      (n: number) =>
        Array.from({ length: n }, (_, i) => `w<sup><a href="#m${i}">1</a></sup>`).join(''),
      Array.from({ length: 300 }, (_, i) => `<div class="footnote" id="m${i}">`).join('') + lamp,
    ],
  ])('%s are read to their end', (_, text, notes) => {
    expect(body(text(10_000), notes)).toContain('The keeper carried');
  });
});
