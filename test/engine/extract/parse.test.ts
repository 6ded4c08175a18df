import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { PageDocument, PageNode } from '../../../main/engine/extract/dom.ts';
import { isElement, nodesBelow } from '../../../main/engine/extract/dom.ts';
import { cleanDocument, fragmentSource } from '../../../main/engine/extract/fragment.ts';
import { flatten, parseDocument } from '../../../main/engine/extract/parse.ts';
import { sourceOf } from '../../../main/engine/extract/source.ts';

/** A document as text that shows every element, attribute, text and comment. */
function shown(document: PageDocument): string {
  const show = (node: PageNode): string => {
    if (!isElement(node)) return node.nodeType === 3 ? `‹${node.textContent}›` : '‹!›';
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${value}`);
    const inside = [...node.childNodes].map(show).join('').replaceAll('›‹', '');
    return `(${node.localName}${attributes.join('')}${inside})`;
  };
  return show(document.documentElement);
}

/** The same by linkedom, a full DOM, whose attribute names are those written. */
function byLinkedom(html: string): PageDocument {
  const { document }: { document: PageDocument } = parseHTML(sourceOf(html, 'x'));
  for (const element of document.querySelectorAll('*')) {
    const written = [...element.attributes].filter(({ name }) => name !== name.toLowerCase());
    for (const { name, value } of written) {
      const lower = name.toLowerCase();
      element.removeAttribute(name);
      if (!element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
  // It cuts a text at every character reference.
  for (const text of [...nodesBelow(document.body)].filter((node) => node.nodeType === 3)) {
    const before = text.previousSibling;
    if (before?.nodeType !== 3) continue;
    text.textContent = `${before.textContent}${text.textContent}`;
    before.remove();
  }
  flatten(document.body);
  return document;
}

function both(html: string): { expected: string; found: string } {
  return { expected: shown(byLinkedom(html)), found: shown(parseDocument(html, 'x')) };
}

describe('HTML is parsed into what a full DOM would be', () => {
  it.each([
    '',
    'text only',
    '<p>one<p>two</i></p></p><b><i>x</b>y</i>',
    '<ul><li>a<li>b</ul><table><tr><td>c<td>d',
    '<html lang=de><body class="a b a" dir=rtl><p>x</body></html>after',
    '<body/>x</body/>y<head>z</head>',
    '<!doctype html><!-- c --><?php echo 1 ?><![CDATA[ d ]]>e',
    '<!-- never closed <p>x',
    '<IMG SRC=a.jpg src=b.jpg Alt="A &amp; B" CLASS="x  x y">',
    '<a href=x>a &lt;b&gt; &eacute;&#8217;&nbsp;&unknown; &amp</a>',
    '<svg viewBox="0 0 1 1"><g class="a a"/><text>t</text></svg>u<math><mi/>v</math>',
    '<script>if (a < b) "</p>"</script><style>p > a {}</style><textarea><p></textarea>',
    '<template><p class=x>inside</p></template><noscript><img src=x></noscript>',
    '</p></br></div>stray<br/>z<p/>w',
    'nul\0 and lone \ud800 surrogate',
    '<p 1=a 0=b __proto__=c =d>x',
  ])('%j', (html) => {
    const { expected, found } = both(html);
    expect(found).toBe(expected);
  });

  it('with as little depth: 400 elements, and the one that holds the text', () => {
    const { expected, found } = both(`${'<b>'.repeat(450)}deep${'</b>'.repeat(450)}`);
    expect(found).toBe(expected);
    expect(found.match(/\(b\b/g)).toHaveLength(401);
  });

  it('and refused where it nests too deep', () => {
    const html = '<div>'.repeat(6_000);
    expect(() => parseDocument(html, 'the feed')).toThrow(
      'extract: the feed nests more than 5,000 elements deep',
    );
  });
});

const SLIDE = '<div data-src="slide.jpg" data-original="other.jpg" title="A slide">';

/** What feeds' texts are made of, and what breaks them. */
const piece = fc.constantFrom(
  ...[
    'p',
    'div',
    'span',
    'a',
    'em',
    'b',
    'ul',
    'ol',
    'li',
    'h1',
    'h3',
    'blockquote',
    'pre',
  ].flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...['table', 'tr', 'td', 'figure', 'figcaption', 'noscript', 'picture', 'small'].flatMap(
    (name) => [`<${name}>`, `</${name}>`],
  ),
  '<a href="/next" title=t>',
  '<a href="photo.jpg" rel="lightbox[one]">',
  '<a href="#">',
  '<div class="gallery slider">',
  SLIDE,
  '<p dir="rtl" lang=ar>',
  '<span DIR=ltr>',
  '<img src="a.jpg" alt="The lamp" width=640 height=480>',
  '<img src="a-300x200.jpg" data-caption="Seen from the sea">',
  '<IMG SRC=b.png srcset="c.png 800w, d.png 1600w">',
  '<img src=pixel.gif width=1 height=1>',
  '<iframe src="https://www.youtube.com/embed/1" title=Film></iframe>',
  '<video><source src=film.mp4></video>',
  '<script>x < y</script>',
  '<!-- comment -->',
  '<![CDATA[ data ]]>',
  '<br>',
  '<hr>',
  'A title',
  'A lamp on a rock. ',
  'Photo: Ada Byron',
  'Close',
  'X',
  '1 / 2',
  '&amp; &eacute;&nbsp;',
  ' ',
  '\n\t',
  '<',
  '&',
);

describe('a fragment is cleaned into the same body', () => {
  const input = { address: 'https://post.example/a/', title: 'A title', language: null };

  it('whichever parser read it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = fragmentSource({ ...input, html: pieces.join('') });
        const { expected, found } = both(source);
        expect(found).toBe(expected);
        expect(cleanDocument(parseDocument(source, 'x'), input)).toEqual(
          cleanDocument(byLinkedom(source), input),
        );
      }),
      { numRuns: 300, examples: [[[SLIDE, '<a href="/next" title=t>', '<![CDATA[ data ]]>']]] },
    );
  });
});
