import { webAddress } from './addresses.ts';
import { all, collapsed } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';

/**
 * Where an article goes on: the address of its next part, from `rel=next` or from the links of a
 * pager; `null` where the page has none. Many sites' `rel=next` is the next article: an address is
 * the next part only if it is the page's own but for its page number, which is one more.
 *
 * @param base what links are relative to
 * @param own the page's own address; without it nothing can be told
 */
export function nextPart(
  document: PageDocument,
  base: string | null,
  own: string | null,
): string | null {
  const here = own === null ? null : numbered(own);
  if (here === null) return null;
  const isNext = (address: string | null): address is string => {
    const there = address === null ? null : numbered(address);
    return there !== null && there.rest === here.rest && there.number === here.number + 1;
  };
  for (const link of all(document, 'link[rel~="next" i][href], a[rel~="next" i][href]')) {
    const address = addressOf(link, base);
    if (isNext(address)) return address;
  }
  for (const link of all(document.body, 'a[href]')) {
    if (!isOfPager(link, here.number + 1)) continue;
    const address = addressOf(link, base);
    if (isNext(address)) return address;
  }
  return null;
}

function addressOf(link: PageElement, base: string | null): string | null {
  const address = webAddress(link.getAttribute('href'), base);
  return address === null ? null : (address.split('#')[0] ?? null);
}

/** What links to the next part are called, whole. */
const NEXT =
  /^(?:[›»→>]+|(?:next|continue|read on|next page|weiter|nächste(?: seite)?|weiterlesen|page suivante|suivant|suite|siguiente|página siguiente|pagina successiva|successiva|avanti|próxima(?: página)?|volgende(?: pagina)?|nästa(?: sida)?|næste|neste|następna(?: strona)?|далее|следующая|další|sonraki|επόμενη|下一页|下一頁|次へ|次のページ|다음)\s*[›»→>]*)$/iu;

/** A link by its text: the number of the part, or a word for what comes next. */
function isOfPager(link: PageElement, number: number): boolean {
  const text = collapsed(link.textContent);
  return text === String(number) || NEXT.test(text);
}

interface Numbered {
  /** The address without its page number. */
  rest: string;
  /** 1 where the address has none. */
  number: number;
}

const PARAMETER = /^(?:p|pg|page|paged|pagina|pagenum|page_?no|seite|sivu|sida|strona|part|teil)$/i;

/** `/article/2`, `/article/page/2/`, `/article-seite-2.html`, `/article,2.html`, `/article_2.htm`. */
const IN_PATH = [
  /^(?<before>.+)\/(?:page|seite|pagina|p)[-/]?(?<number>\d{1,2})(?<after>\/?)$/i,
  /^(?<before>.+?)[-_](?:page|seite|pagina|p|s)[-_]?(?<number>\d{1,2})(?<after>\.\w{3,5}|\/?)$/i,
  /^(?<before>.+)\/(?<number>\d{1,2})(?<after>\/?)$/,
  /^(?<before>.+)[,_](?<number>\d{1,2})(?<after>\.\w{3,5})$/,
];

function numbered(address: string): Numbered | null {
  const url = URL.parse(address);
  if (url === null) return null;
  url.hash = '';
  for (const [name, value] of url.searchParams) {
    if (!PARAMETER.test(name) || !/^\d{1,2}$/.test(value)) continue;
    url.searchParams.delete(name);
    return { rest: restOf(url, url.pathname), number: Math.max(Number(value), 1) };
  }
  for (const pattern of IN_PATH) {
    const found = pattern.exec(url.pathname)?.groups;
    if (found === undefined) continue;
    const { before = '', number = '', after = '' } = found;
    if (Number(number) > 1) return { rest: restOf(url, before + after), number: Number(number) };
  }
  return { rest: restOf(url, url.pathname), number: 1 };
}

function restOf(url: URL, path: string): string {
  return `${url.host}${path.replace(/\/$/, '')}?${url.searchParams.toString()}`;
}
