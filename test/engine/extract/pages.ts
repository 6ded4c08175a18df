/** Small handwritten pages for the tests of extraction. */
import { extractPage } from '../../../main/engine/extract/page.ts';
import type { ExtractedArticle } from '../../../main/engine/extract/types.ts';

export const address = 'https://post.example/harbour/keeper';

/** Nine paragraphs, long enough to be an article's. */
export const paragraphs = [
  'The keeper carried the key down a hundred and twelve steps on Saturday, wrapped in a clean dishcloth, and said nothing.',
  'He is the last who lived on the rock for the sake of its lamp; from this week on, the light lights itself, and rings if it cannot.',
  'He was twenty-six when he took the post, and he took it, he says, because the advertisement did not mention people at all.',
  'The day of a keeper is not what visitors imagine: it is paint, brass, accounts, weather, more paint, and a stove that sulks.',
  'There are thirty-one books of weather in the tower, all in one hand, and the first entry is a complaint about the ink.',
  'Some of the entries are of less use to science: a seal called Margaret, for one, who came on Thursdays and stayed for tea.',
  'Electricity came to the rock with a cable in the spring of that year, and with it a kettle, a radio, and letters from firms.',
  'On his last evening he trimmed a wick that nobody had lit for forty years, because it was Friday, and because it was there.',
  'He has a room above the chandlery now, from which, if the armchair is turned a little, the light can be seen after dark.',
];

export function page(
  html: string,
  at: string | null = address,
  { originals = false }: { originals?: boolean } = {},
): ExtractedArticle {
  return extractPage({
    bytes: Buffer.from(html),
    address: at,
    contentType: 'text/html; charset=utf-8',
    originals,
  });
}

/** An article's page with something between its first paragraphs. */
export function articleWith(
  inside: string,
  around: { head?: string; before?: string; after?: string } = {},
): string {
  const [first = '', ...others] = paragraphs;
  return `<!doctype html><html lang="en"><head><title>The last keeper</title>${around.head ?? ''}</head><body>
<nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav>${around.before ?? ''}
<article><h1>The last keeper</h1><p>${first}</p>${inside}${others.map((text) => `<p>${text}</p>`).join('\n')}</article>${around.after ?? ''}
</body></html>`;
}
