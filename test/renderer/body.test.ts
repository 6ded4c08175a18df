import { afterEach, describe, expect, test, vi } from 'vitest';
import { setBody, walkedBody } from '../../renderer/body.ts';

function bySanitizer(html: string): HTMLElement {
  const container = document.createElement('div');
  document.body.append(container);
  setBody(container, html);
  return container;
}

/** The same with a browser that has no `setHTML()`. */
function byWalking(html: string): HTMLElement {
  const container = document.createElement('div');
  Object.defineProperty(container, 'setHTML', { value: undefined });
  document.body.append(container);
  setBody(container, html);
  return container;
}

const hostile = [
  '<script>window.pwned = true</script>',
  '<img src="x:" onerror="window.pwned = true">',
  '<p onclick="window.pwned = true" style="position:fixed" class="page">text</p>',
  '<svg onload="window.pwned = true"><script>window.pwned = true</script></svg>',
  '<math><mi xlink:href="javascript:window.pwned = true">x</mi></math>',
  '<iframe srcdoc="<script>parent.pwned = true</script>"></iframe>',
  '<object data="https://evil.example/"></object><embed src="https://evil.example/">',
  '<form action="https://evil.example/"><input autofocus onfocus="window.pwned = true"></form>',
  '<style>body { display: none }</style><link rel="stylesheet" href="https://evil.example/">',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=x:">',
  '<template><script>window.pwned = true</script></template>',
  '<noscript><p title="</noscript><img src=x: onerror=window.pwned=true>"></p></noscript>',
  '<p><table><td><math><mtext><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=true&gt;">',
  '<carrel-gallery></carrel-gallery><button is="x-y">press</button><video autoplay src="x:"></video>',
];

const allowed = new Set(
  (
    'p h2 h3 h4 ul ol li dl dt dd blockquote figure pre hr br table caption thead tbody tr th td ' +
    'a em strong s del ins sub sup mark small code q cite abbr time kbd samp var ruby rt rp bdi bdo'
  ).split(' '),
);

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe.each([
  ['the sanitizer', bySanitizer],
  ['the walk', byWalking],
])('a body put in by %s', (_, put) => {
  test.each(hostile)('is inert where the file holds %s', async (html) => {
    const body = put(`<p>before</p>${html}<p>after</p>`);
    await new Promise((done) => {
      setTimeout(done, 20);
    });
    expect('pwned' in window).toBe(false);
    for (const element of body.querySelectorAll('*')) {
      expect(allowed).toContain(element.localName);
      for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|style|class/);
    }
    expect(body.textContent).toContain('before');
  });

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'carrel://app/index.html',
    '/settings',
    '#top',
    'relative.html',
  ])('has no link to %s', (href) => {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    link.textContent = 'words';
    const body = put(`<p>${link.outerHTML}</p>`);
    expect(body.querySelector('a')?.hasAttribute('href')).toBe(false);
    expect(body.textContent).toBe('words');
  });

  test('opens its links outside of the window, telling nobody where from', () => {
    const link = put('<a href="https://x.example/a?b=1">x</a>').querySelector('a');
    expect(link?.href).toBe('https://x.example/a?b=1');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer nofollow');
  });

  test('keeps the vocabulary with its attributes, and the places of pictures', () => {
    const html =
      '<h2>One</h2><p lang="de" dir="ltr">Two <em>three</em></p>' +
      '<ol start="3"><li>x</li></ol><figure data-picture="7"></figure>' +
      '<table><tbody><tr><th colspan="2">h</th><td rowspan="2">d</td></tr></tbody></table>';
    const body = put(html);
    expect(body.innerHTML).toBe(html);
  });

  test('keeps notes and what refers to them', () => {
    const html =
      '<p>Word<sup><a data-note="1">1</a></sup></p><ol><li data-note-text="1">Note.</li></ol><p data-note-text="2">Two.</p>';
    expect(put(html).innerHTML).toBe(html);
  });

  test('keeps the words of wrappers it does not know as its own', () => {
    expect(put('<div><section><p>in <span>the</span> box</p></section></div>').innerHTML).toBe(
      '<p>in the box</p>',
    );
  });

  test('replaces what was there before', () => {
    const body = put('<p>old</p>');
    setBody(body, '<p>new</p>');
    expect(body.textContent).toBe('new');
  });
});

/** Runs a module in a page of its own whose policy is the window's, and gives what it posts. */
async function underPolicy(policies: string, module: string): Promise<unknown> {
  const page = document.createElement('iframe');
  const answer = new Promise((resolve) => {
    window.addEventListener('message', (event) => resolve(event.data), { once: true });
  });
  page.srcdoc = `<meta http-equiv="Content-Security-Policy" content="
      require-trusted-types-for 'script'; trusted-types ${policies}; style-src 'self'">
    <div></div><script type="module">
    import { setBody } from '/renderer/body.ts';
    const box = document.querySelector('div');
    try { ${module} } catch (thrown) { parent.postMessage(String(thrown), '*'); }
    </script>`;
  document.body.append(page);
  return answer;
}

const putAndPost = `setBody(box, '<p>kept</p><script>1</' + 'script>');
  setBody(box, '<p>again</p><img src=x>');
  parent.postMessage(box.innerHTML, '*');`;
const withoutSanitizer = `Object.defineProperty(box, 'setHTML', { value: undefined });`;

describe('under Trusted Types', () => {
  test('the sanitizer needs no policy', async () => {
    expect(await underPolicy('lit-html', putAndPost)).toBe('<p>again</p>');
  });

  test('the walk needs the policy carrel-body', async () => {
    const module = withoutSanitizer + putAndPost;
    expect(await underPolicy('lit-html', module)).toMatch(/TypeError/);
    expect(await underPolicy('lit-html carrel-body', module)).toBe('<p>again</p>');
  });
});

test('walks a document without letting it fetch or run anything', () => {
  const fetched: string[] = [];
  const observer = new PerformanceObserver((list) => {
    fetched.push(...list.getEntries().map((entry) => entry.name));
  });
  observer.observe({ type: 'resource' });
  walkedBody('<img src="https://evil.example/seen.png"><script>window.pwned = true</script>');
  fetched.push(...observer.takeRecords().map((entry) => entry.name));
  observer.disconnect();
  expect(fetched.filter((name) => name.includes('evil.example'))).toEqual([]);
  expect('pwned' in window).toBe(false);
});
