import type { PageWords } from '../../../contract/export.ts';
import type { Article, ArticleId } from '../../../contract/types.ts';
import { escapeHtml } from '../extract/vocabulary.ts';
import { articleHtml, tongueOf } from './article-html.ts';
import { POLICY, STYLE } from './page-style.ts';
import type { FindFile } from './picture-html.ts';

/** What a page is made from. */
export interface PageSource {
  title: (id: ArticleId) => string | undefined;
  article: (id: ArticleId) => Article | undefined;
  file: FindFile;
  /** Is told of an article that is not in the library any more. */
  gone: () => void;
}

/**
 * Articles as one page of HTML that needs nothing else: one article as it is, several below a list of
 * them. It comes in pieces, none of them larger than a piece of a picture's file or a text.
 * @param signal ends it between two pieces
 */
export async function* pageOf(
  ids: ArticleId[],
  words: PageWords,
  source: PageSource,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
  for await (const piece of ids.length === 1
    ? one(ids, words, source)
    : several(ids, words, source)) {
    signal.throwIfAborted();
    yield typeof piece === 'string' ? Buffer.from(piece.toWellFormed()) : piece;
  }
}

type Pieces = AsyncGenerator<string | Buffer, void, void>;

async function* one([id = 0]: ArticleId[], words: PageWords, source: PageSource): Pieces {
  const article = source.article(id);
  if (article === undefined) {
    source.gone();
    return;
  }
  const { title, address } = article;
  // Where the page is brought into a Carrel again, this says which article it is.
  const canonical = /^https?:/i.test(address ?? '')
    ? `<link rel="canonical" href="${escapeHtml(address ?? '')}">\n`
    : '';
  yield beginning(title, tongueOf(article), canonical);
  yield '<main>\n';
  yield* articleHtml(article, words, { anchor: 'a1', isOnly: true }, source.file);
  yield '</main>\n</body>\n</html>\n';
}

async function* several(ids: ArticleId[], words: PageWords, source: PageSource): Pieces {
  yield beginning(words.heading, ` lang="${words.locale}" dir="${words.direction}"`);
  yield `<h1>${escapeHtml(words.heading)}</h1>\n<nav aria-labelledby="contents">\n`;
  yield `<h2 id="contents">${escapeHtml(words.contents)}</h2>\n<ol>\n`;
  for (const [index, id] of ids.entries()) {
    const title = source.title(id) ?? words.removed;
    yield `<li><a href="#a${index + 1}" dir="auto">${escapeHtml(title)}</a></li>\n`;
  }
  yield '</ol>\n</nav>\n<main>\n';
  for (const [index, id] of ids.entries()) {
    const anchor = `a${index + 1}`;
    const article = source.article(id);
    if (article !== undefined) {
      yield* articleHtml(article, words, { anchor, isOnly: false }, source.file);
    } else {
      source.gone();
      yield `<article id="${anchor}"><p class="note">${escapeHtml(words.removed)}</p></article>\n`;
    }
  }
  yield '</main>\n</body>\n</html>\n';
}

function beginning(title: string, tongue: string, links = ''): string {
  return `<!doctype html>
<html${tongue}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Carrel">
<title>${escapeHtml(title)}</title>
${links}<style>${STYLE}</style>
</head>
<body>
`;
}
