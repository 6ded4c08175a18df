import { describe, expect, test } from 'vitest';
import { plainText } from '../../../renderer/article/plain-text.ts';
import { article, picture } from './sample.ts';
import { find, show } from './stage.ts';

/** What comes on the clipboard when an element's text is selected and copied. */
async function copied(shown: ReturnType<typeof article>, selector: string): Promise<DataTransfer> {
  const view = await show(shown);
  const chosen = find(view, selector);
  const { promise, resolve } = Promise.withResolvers<DataTransfer>();
  view.addEventListener('copy', ({ clipboardData }) => {
    const copy = new DataTransfer();
    for (const type of ['text/plain', 'text/html']) {
      copy.setData(type, clipboardData?.getData(type) ?? '');
    }
    resolve(copy);
  });
  const selection = getSelection();
  selection?.setBaseAndExtent(chosen, 0, chosen, chosen.childNodes.length);
  find(view, '.page').dispatchEvent(
    new ClipboardEvent('copy', {
      bubbles: true,
      composed: true,
      cancelable: true,
      clipboardData: new DataTransfer(),
    }),
  );
  return promise;
}

describe('a quotation that is copied', () => {
  const shown = article({
    html: '<p>At a quarter to <em>four</em> the harbour is <a href="https://paper.example/slate">slate</a>.</p><p>Yes.</p>',
  });

  test('brings its source along, in plain text', async () => {
    const text = (await copied(shown, '.body p')).getData('text/plain');
    expect(text).toMatch(/^At a quarter to four the harbour is slate\.\n\n— The Night Pilots\n/u);
    expect(text).toMatch(
      /The Harbour Courier, .*2026.*\nhttps:\/\/paper\.example\/night-pilots\n$/u,
    );
  });

  test('and in HTML, without what the window put into the text', async () => {
    const html = (await copied(shown, '.body p')).getData('text/html');
    expect(html).toContain('<em>four</em>');
    expect(html).toContain('<a href="https://paper.example/night-pilots">The Night Pilots</a>');
    expect(html).toMatch(/^<blockquote lang="en">/u);
    expect(html).not.toMatch(/<!--|target=|class=/u);
  });

  test('a word or a name is copied as it stands', async () => {
    const transfer = await copied(shown, '.body p + p');
    // Left to the browser.
    expect(transfer.getData('text/plain')).toBe('');
  });
});

test('a whole article is handed on as text, in blocks', () => {
  const text = plainText(
    article({
      html:
        '<h2>Lights</h2><p>One<br>two  <strong>three</strong>.</p><figure data-picture="0"></figure>' +
        '<ol start="3"><li>c</li><li>d<ul><li>e</li></ul></li></ol>' +
        '<blockquote><p>said</p><p>twice</p></blockquote><pre>a\n  b</pre>' +
        '<table><tbody><tr><th>x</th><td>y</td></tr></tbody></table>',
      pictureList: [picture(0)],
    }),
  );
  expect(text).toMatch(
    /^The Night Pilots\nForty-one people bring every ship in\.\nIngrid Solheim and Tomas Ek\n/u,
  );
  expect(text.slice(text.indexOf('Lights'))).toBe(
    'Lights\n\nOne\ntwo three.\n\n[Picture: Caption 1 · Credit 1]\n\n3. c\n4. d\n\n   - e\n\n' +
      '> said\n> \n> twice\n\na\n  b\n\nx\ty\n',
  );
});
