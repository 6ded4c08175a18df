import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { inspectArticle } from '../main/engine/extract/inspect.ts';
import { linesOf } from '../main/engine/extract/lines.ts';
import { extractPage } from '../main/engine/extract/page.ts';
import { all } from '../main/engine/extract/dom.ts';
import { parseDocument } from '../main/engine/extract/parse.ts';
import type { Given } from './score.ts';

/** One extractor in a process of its own, so that time and memory are its own. */
export type Extractor = 'carrel' | 'readability' | 'defuddle';

export interface ToExtractor {
  extractor: Extractor;
  bytes: Uint8Array;
  url: string | null;
}

export interface FromExtractor {
  given: Given;
  /** From bytes to what the extractor gives. */
  ms: number;
  /** The most memory the process has had so far. */
  peakMb: number;
}

const NOTHING: Given = { text: '', title: '', author: '', date: '', pictures: [] };

/** What an extractor gives, still to be put into the form that is scored. */
type Finish = () => Given;

type Extract = (bytes: Uint8Array, url: string | null) => Finish | Promise<Finish>;

const EXTRACTORS: Record<Extractor, Extract> = {
  carrel(bytes, url) {
    const article = extractPage({ bytes, address: url, contentType: null });
    return () => {
      const page = inspectArticle(article);
      return {
        text: page.text,
        title: page.title,
        author: page.byline.join(', '),
        date: page.published ?? '',
        pictures: page.pictures,
      };
    };
  },
  readability(bytes) {
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    const read = new Readability(document).parse();
    return () => ({
      ...contentOf(read?.content ?? ''),
      title: read?.title ?? '',
      author: read?.byline ?? '',
      date: read?.publishedTime ?? '',
    });
  },
  async defuddle(bytes, url) {
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    const read = await Defuddle(document, url ?? undefined);
    return () => ({
      ...contentOf(read.content),
      title: read.title,
      author: read.author,
      date: read.published,
    });
  },
};

/** Text and pictures of the HTML that the others give. */
function contentOf(html: string): Pick<Given, 'text' | 'pictures'> {
  const { body } = parseDocument(`<div>${html}</div>`, 'the content');
  const pictures = all(body, 'img').map((img) => ({
    // Lenient: a picture counts wherever one of its addresses stands.
    urls: [...img.attributes].map(({ value }) => value),
    caption: img.closest('figure')?.querySelector('figcaption')?.textContent ?? '',
    credit: '',
    gallery: null,
  }));
  return {
    text: linesOf(body)
      .map((line) => line.text)
      .join('\n'),
    pictures,
  };
}

process.on('message', (asked: ToExtractor) => {
  void extract(asked).then((answer) => process.send?.(answer));
});

async function extract({ extractor, bytes, url }: ToExtractor): Promise<FromExtractor> {
  const startedAt = performance.now();
  let finish: Finish;
  try {
    finish = await EXTRACTORS[extractor](bytes, url);
  } catch {
    // A page that it cannot read has no text.
    finish = () => NOTHING;
  }
  const ms = performance.now() - startedAt;
  return { given: finish(), ms, peakMb: process.resourceUsage().maxRSS / 1024 };
}
