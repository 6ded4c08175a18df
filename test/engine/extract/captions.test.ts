import { describe, expect, it } from 'vitest';
import { partCaption } from '../../../main/engine/extract/credits.ts';
import { articleWith, page, paragraphs } from './pages.ts';

const img = '<img src="/a.jpg">';

describe('captions and credits', () => {
  it.each([
    [
      'figcaption with a credit in it',
      `<figure>${img}<figcaption>The pier <span class="credit">Photograph: Ada Byron</span></figcaption></figure>`,
      'Photograph: Ada Byron',
    ],
    [
      'figcaption with <cite>',
      `<figure>${img}<figcaption>The pier <cite>© Ada Byron</cite></figcaption></figure>`,
      '© Ada Byron',
    ],
    [
      'credit beside figcaption',
      `<figure>${img}<figcaption>The pier</figcaption><div class="photo-credit">Ada Byron</div></figure>`,
      'Ada Byron',
    ],
    [
      'a figure without figcaption',
      `<figure>${img}<p>The pier</p><small>Foto: Ada Byron</small></figure>`,
      'Foto: Ada Byron',
    ],
    [
      'elements beside',
      `<div class="bild">${img}<div class="bildunterschrift">The pier</div><small>Foto: Ada Byron</small></div>`,
      'Foto: Ada Byron',
    ],
    [
      'a paragraph named as caption',
      `<div><a href="/a.jpg">${img}</a><p class="cap">The pier. (Ada Byron)</p></div>`,
      'Ada Byron',
    ],
    [
      'an old table',
      `<table><tr><td>${img}</td></tr><tr><td><i>The pier.</i> Фото: Ada Byron</td></tr></table>`,
      'Фото: Ada Byron',
    ],
    [
      'both in what is named as credit',
      `<figure>${img}<figcaption class="lead__credit"><span itemprop="caption">The pier</span><span itemprop="creator">Ada Byron</span></figcaption></figure>`,
      'Ada Byron',
    ],
    [
      'words of buttons and of screen readers around them',
      `<figure>${img}<figcaption><span class="visually-hidden">Image caption</span><span>1 / 3</span> The pier <b class="hide-caption">hide caption</b><span class="caption__source">Ada Byron</span></figcaption></figure>`,
      'Ada Byron',
    ],
    [
      'attributes',
      '<img src="/a.jpg" data-caption="The pier" data-credit="Ada Byron">',
      'Ada Byron',
    ],
  ])('are found in %s', (_name, html, credit) => {
    const article = page(articleWith(html));
    expect(article.pictures).toMatchObject([
      { caption: expect.stringMatching(/^The pier\.?$/), credit },
    ]);
    expect(article.text.split('\n')).toEqual(paragraphs);
  });

  it.each([
    ['The pier. Photo: Ada Byron/Reuters', 'The pier.', 'Photo: Ada Byron/Reuters'],
    ['The pier © Ada Byron', 'The pier', '© Ada Byron'],
    ['The pier in fog (AP Photo/Ada Byron)', 'The pier in fog', 'AP Photo/Ada Byron'],
    ['波を彫る人。写真：水野 春', '波を彫る人。', '写真：水野 春'],
    ['The pier in winter weather.CreditAda Byron', 'The pier in winter weather.', 'Ada Byron'],
    ['Courtesy of Ada Byron', '', 'Courtesy of Ada Byron'],
    ['Fot. Ada Byron', '', 'Fot. Ada Byron'],
    ['Photo: Ada Byron', '', 'Photo: Ada Byron'],
    ['A photo of the pier at night', 'A photo of the pier at night', ''],
    ['Its source: a spring in the hills', 'Its source: a spring in the hills', ''],
    ['The pier (built 1911)', 'The pier (built 1911)', ''],
  ])('are parted: %s', (text, caption, credit) => {
    expect(partCaption(text)).toEqual({ caption, credit });
  });

  it.each(['harbour-1160x768.jpg', '.', '1 / 3', '×'])('are not made of %j', (text) => {
    const html = `<figure>${img}<figcaption>${text}</figcaption></figure>`;
    expect(page(articleWith(html)).pictures).toMatchObject([{ caption: '', credit: '' }]);
  });

  it('are not taken from the running text', () => {
    const article = page(
      articleWith(
        `<div>${img}</div><p>A paragraph right after a picture is <em>text</em>, however short.</p>`,
      ),
    );
    expect(article.pictures[0]?.caption).toBe('');
    expect(article.text).toContain('A paragraph right after a picture');
  });
});

function pair(one: string, two: string): string {
  return `<div class="gallery"><img src="/${one}.jpg"><img src="/${two}.jpg"></div>`;
}

describe('galleries', () => {
  const three = ['a', 'b', 'c'];
  const captions = three.map((name) => `Wall ${name}`);

  it.each([
    [
      'a list of figures',
      `<ul class="gallery">${three.map((name) => `<li><figure><img src="/${name}.jpg"><figcaption>Wall ${name}</figcaption></figure></li>`).join('')}</ul>`,
    ],
    [
      'figures in a figure',
      `<figure class="wp-block-gallery">${three.map((name) => `<figure><img src="/${name}.jpg"><figcaption>Wall ${name}</figcaption></figure>`).join('')}</figure>`,
    ],
    [
      'slides with text',
      `<div class="slideshow">${three.map((name, index) => `<div class="slide"><img src="/${name}.jpg"><div>Wall ${name}</div><div>${index + 1} / 3</div></div>`).join('')}<button>‹</button><button>›</button></div>`,
    ],
    [
      'slides that a script fills',
      `<div class="swiper">${three.map((name) => `<div class="slide" data-src="/${name}.jpg" data-caption="Wall ${name}"></div>`).join('')}</div>`,
    ],
    [
      'links to the large files',
      `<p>${three.map((name) => `<a href="/${name}.jpg" data-fancybox="walls" data-caption="Wall ${name}"><img src="/${name}-150x150.jpg"></a>`).join(' ')}</p>`,
    ],
    [
      'data in a script',
      `<div id="slider"></div><script>var slides = ${JSON.stringify(three.map((name) => ({ src: `/${name}.jpg`, caption: `Wall ${name}` })))};</script>`,
    ],
  ])('are numbered and in order: %s', (_name, html) => {
    const article = page(articleWith(html));
    expect(article.pictures.map((picture) => picture.address)).toEqual(
      three.map((name) => `https://post.example/${name}.jpg`),
    );
    expect(article.pictures.map((picture) => picture.caption)).toEqual(captions);
    expect(new Set(article.pictures.map((picture) => picture.gallery))).toEqual(new Set([0]));
    expect(article.text.split('\n')).toEqual(paragraphs);
  });

  it('are told apart from each other and from pictures that stand alone', () => {
    const between = `<p>${'A paragraph between two galleries, long enough to part them. '.repeat(3)}</p>`;
    const article = page(
      articleWith(
        `${pair('a', 'b')}${between}<p><img src="/alone.jpg"></p>${between}${pair('c', 'd')}`,
      ),
    );
    expect(article.pictures.map((picture) => picture.gallery)).toEqual([0, 0, null, 1, 1]);
  });
});
