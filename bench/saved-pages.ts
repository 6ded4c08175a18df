import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageBytes, readCorpus } from './corpus.ts';

/** A page as a browser saves it, with its pictures beside it. */
export interface SavedPage {
  path: string;
  bytes: Uint8Array;
  /** Where it is from, as its first line says. */
  address: string;
  pictures: { path: string; bytes: Uint8Array }[];
}

const picturesFolder = fileURLToPath(new URL('../test/newsroom/pictures', import.meta.url));

/** Pictures of each page, of some hundred kilobytes together, as news pages have them. */
const PICTURES = 3;

/** Larger ones are posters, of which no page has three. */
const MOST_PICTURE_BYTES = 200_000;

/**
 * So many saved pages: those of a corpus, one after the other and again from the first, each with
 * pictures put into the middle of its text. No two have the same bytes.
 */
export function* savedPages(corpusFolder: string, count: number): Generator<SavedPage> {
  const { articles, multilingual } = readCorpus(corpusFolder);
  const pages = [...articles, ...multilingual];
  const jpegs = readdirSync(picturesFolder)
    .filter((name) => name.endsWith('.jpg'))
    .map((name) => readFileSync(join(picturesFolder, name)))
    .filter(({ length }) => length <= MOST_PICTURE_BYTES);
  for (let at = 0; at < count; at += 1) {
    const page = pages[at % pages.length];
    if (page === undefined) return;
    const address = `https://${at}.example/${page.id}`;
    const pictures = Array.from({ length: PICTURES }, (_, place) => {
      const jpeg = jpegs[(at * PICTURES + place) % jpegs.length] ?? Buffer.alloc(0);
      // What follows the end of a JPEG is read by nothing: each is a file of its own.
      return {
        path: `${at}_files/${place}.jpg`,
        bytes: Buffer.concat([jpeg, Buffer.from(`${at}`)]),
      };
    });
    const bytes = withPictures(pageBytes(page.file), address, pictures);
    yield { path: `${at}.html`, bytes, address, pictures };
  }
}

/** What names pictures elsewhere: where a browser saved the page, none is fetched. */
const ELSEWHERE = /<(?=img|source|picture)|(?<=og:|twitter:)(?=image)|(?<=")(?=image"|thumbnail)/gi;

/** In the page's own encoding, whatever it is: markup is ASCII in all that pages are written in. */
function withPictures(
  page: Uint8Array,
  address: string,
  pictures: SavedPage['pictures'],
): Uint8Array {
  const html = Buffer.from(page)
    .toString('latin1')
    .replaceAll(ELSEWHERE, (found) => `${found}not-`);
  const ends = [...html.matchAll(/<\/p>/gi)].map(({ index }) => index + 4);
  const middle = ends[Math.floor(ends.length / 2)] ?? html.length;
  const figures = pictures
    .map(({ path }) => `<figure><img src="./${path}"><figcaption>A picture</figcaption></figure>`)
    .join('');
  const from = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->\n`;
  return Buffer.from(from + html.slice(0, middle) + figures + html.slice(middle), 'latin1');
}
