import { describe, expect, it } from 'vitest';
import { leftoverKinds } from '../../../main/engine/extract/leftovers.ts';
import { extractTextFile } from '../../../main/engine/extract/text.ts';
import { articleWith, page, paragraphs } from './pages.ts';

const title = 'The last keeper hands over the key';

/** What Carrel keeps of the page, however it is written. */
const kept = {
  title,
  text: paragraphs.join('\n'),
  html: `<figure data-picture="0"></figure>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
  pictures: [
    {
      address: 'https://post.example/pictures/light.jpg',
      alt: '',
      caption: title,
      credit: '',
      gallery: 0,
      width: null,
      height: null,
    },
  ],
};

describe('the page that Carrel began from', () => {
  it('keeps title, nine paragraphs and one picture when the leftovers have telling names', () => {
    const leftovers = `<div class="lb-caption">${title}</div><div class="lb-count">1 / 1</div>
      <button class="lb-close">X</button><div class="lb-arrows"><a href="#">&gt;</a> <a href="#">&lt;</a></div>`;
    const article = page(`<html lang="en"><head><title>${title} – The Post</title></head><body>
      <div class="lb-close">X</div><div class="lb-close">X</div><h1>${title}</h1>
      <div class="stage"><img src="/pictures/light.jpg" alt=""></div>${leftovers}
      <div class="content">${paragraphs.map((text) => `<p>${text}</p><p>&nbsp;</p>`).join('\n')}</div>
      <span class="lb-close">X</span>${leftovers}<div><a href="/">Back</a> <a href="#top">Top</a></div></body></html>`);
    expect(article).toMatchObject(kept);
  });

  it('keeps the same when nothing on the page has a name, and no heading is one', () => {
    const leftovers = `<div>${title}</div><div><span>1 / 1</span></div><div><a href="javascript:void(0)">X</a></div><div>&gt; &lt;</div>`;
    const article = page(`<title>${title}</title>
      <div><span>X</span></div><div>X</div><div><b>${title}</b></div>
      <div><a href="#"><img src="/pictures/light.jpg" alt=""></a></div>
      <div>${paragraphs.map((text) => `<div>${text}</div><div>&nbsp;</div>`).join('\n')}</div>${leftovers}`);
    expect(article).toMatchObject(kept);
  });

  it('keeps the same when controls and caption stand in one line', () => {
    const leftovers = `<p><span>X</span> <span>${title}</span> <span>1 / 1</span> <a>&gt;</a> <a>&lt;</a></p>`;
    const article = page(`<title>${title}</title>
      <p><span>X</span></p><p>X</p><h2>${title}</h2><img src="/pictures/light.jpg">${leftovers}
      ${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}`);
    expect(article).toMatchObject(kept);
  });

  it('keeps the same when the large picture comes last, in the hidden lightbox', () => {
    const article = page(`<title>${title}</title><h1>${title}</h1>
      <div><img src="/pictures/light-320x200.jpg" alt=""></div>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
      <div style="display:none"><p>X</p><a href="/pictures/light.jpg"><img src="/pictures/light.jpg"></a>
      <p>${title}</p><p>1 / 1</p><p>X</p><p>&gt; &lt;</p></div>`);
    expect(article.text.split('\n')).toEqual(paragraphs);
    expect(article.pictures).toHaveLength(1);
    expect(article.pictures[0]).toMatchObject({ gallery: 0 });
  });

  it('imports from plain text, with blank lines and no-break spaces between', () => {
    const text = `X\nX\n${title}\n\n${paragraphs.join('\n\n\u00a0\n\n')}\n\n\u00a0\n${title}\n1 / 1\nX\n> <\n`;
    const article = extractTextFile({ bytes: Buffer.from(text), name: 'keeper.txt' });
    expect(article.title).toBe(title);
    expect(article.text.split('\n')).toEqual(paragraphs);
  });

  it('imports from plain text whose leftovers all come before the body', () => {
    const text = `X\r\nX\r\n${title}\r\n${title}\r\n1 / 1\r\n\r\n${paragraphs.join('\r\n\u00a0\r\n')}\r\nX\r\n> <\r\n`;
    const article = extractTextFile({ bytes: Buffer.from(text), name: 'keeper.txt' });
    expect(article.title).toBe(title);
    expect(article.text.split('\n')).toEqual(paragraphs);
  });
});

describe('leftovers of a lightbox', () => {
  it.each(['The X factor', '1 / 2 cup of flour', 'Next year', 'closed', '2/3 of all ships', ''])(
    'are not seen in %j',
    (text) => expect(leftoverKinds(text)).toBeNull(),
  );

  it.each([
    'X',
    '×',
    '✕',
    'Close',
    'Schließen',
    '1 / 1',
    '3/12',
    '3 von 12',
    '> <',
    '‹ ›',
    'Previous Next',
    'Zurück | Weiter',
    'Закрыть',
    '閉じる',
  ])('are seen in %j', (text) => expect(leftoverKinds(text)).not.toBeNull());

  it('do no harm right in the body of a page', () => {
    const article = page(articleWith('', { before: 'X' }));
    expect(article.text).toContain(paragraphs.join('\n'));
  });

  it('leave a letter alone that an article has as heading or in a table', () => {
    const article =
      page(`<title>Letters</title><h1>Letters</h1><p>${paragraphs[0]}</p><h2>X</h2><p>${paragraphs[1]}</p>
      <table><tr><th>Ship</th><th>Late</th></tr><tr><td>Halyard</td><td>X</td></tr></table><p>${paragraphs[2]}</p><p>${paragraphs[3]}</p>`);
    expect(article.html).toContain('<h2>X</h2>');
    expect(article.html).toContain('<td>X</td>');
  });
});
