import { escapeHtml } from '../extract/vocabulary.ts';
import type { Timestamp } from '../../../contract/types.ts';

/** An article of which a file gives the text and, beside it, what is said of it. */
export interface PagePieces {
  title: string | null;
  /** Where it is on the web, absolute, http(s). */
  address: string | null;
  language: string | null;
  description: string | null;
  authors: readonly string[];
  siteName: string | null;
  publishedAt: Timestamp | null;
  /** HTML, a piece or a whole page; passed on as it is, what reads the page cleans it. */
  body: string;
}

/** A whole, small HTML page of an article, for what reads pages: every word about it is where pages have it. */
export function wholePage(pieces: PagePieces): string {
  const { title, address, language, description, authors, siteName, publishedAt } = pieces;
  const meta = (key: 'name' | 'property', name: string, content: string | null): string =>
    content === null || content === ''
      ? ''
      : `<meta ${key}="${name}" content="${escapeHtml(content)}">\n`;
  const html =
    `<!DOCTYPE html>\n<html${language === null ? '' : ` lang="${escapeHtml(language)}"`}>\n<head>\n` +
    '<meta charset="utf-8">\n' +
    (title === null ? '' : `<title>${escapeHtml(title)}</title>\n`) +
    (address === null ? '' : `<link rel="canonical" href="${escapeHtml(address)}">\n`) +
    authors.map((author) => meta('name', 'author', author)).join('') +
    meta('name', 'description', description) +
    meta('property', 'og:site_name', siteName) +
    meta('property', 'article:published_time', isoOf(publishedAt)) +
    `</head>\n<body>\n<article>\n${title === null ? '' : `<h1>${escapeHtml(title)}</h1>\n`}` +
    `${insideOf(pieces.body)}\n</article>\n</body>\n</html>\n`;
  return html.toWellFormed();
}

/** Of a whole page what is in its body, so that no second head says anything of the article. */
function insideOf(html: string): string {
  const body = /<body(?:\s[^>]*)?>/i.exec(html);
  if (body === null) return html;
  const inside = html.slice(body.index + body[0].length);
  const end = inside.search(/<\/body\s*>/i);
  return end === -1 ? inside : inside.slice(0, end);
}

function isoOf(at: Timestamp | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
