import type { Body } from './types.ts';
import { LONGEST_WALL, wallOf } from './walls.ts';

/** A text of fewer words, without pictures, is no article: a notice, a label, a teaser. */
const FEWEST_WORDS = 8;

/** Pages that say that something else would be here have hardly more. */
const NOTICE_WORDS = 120;

/** Short articles share their page with a login, too; a login page has hardly any words. */
const LOGIN_WORDS = 40;

/** So many pictures are what a page is about, whatever its few words are. */
const GALLERY = 3;

const ASKS_TO_LOG_IN = 'it asks to log in or subscribe';

const ERROR_TITLE =
  /\b(?:40[0-9]|50[0-9])\b|page not found|not found|seite nicht gefunden|nicht gefunden|page introuvable|página no encontrada|pagina non trovata|страница не найдена|ページが見つかりません|页面不存在|access denied|forbidden|service unavailable|server error|bad gateway|gateway time-?out|error$/i;

const LOGIN_TITLE =
  /\b(?:log ?in|sign ?in|sign ?up|subscribe to (?:continue|read)|anmelden|einloggen|connexion|se connecter|iniciar sesión|accedi|inloggen|войти)\b|вход|ログイン|登录/i;

/** What is known of a page beside the text that would be kept of it. */
export interface AroundBody {
  title: string;
  /** Whether it asks for a password. */
  hasPassword: boolean;
  /** Every line that is printed on it, one block each. */
  printed: readonly string[];
  /** What it says to readers without scripts. */
  unscripted: readonly string[];
}

/**
 * Why what was found on a page is no article, as the end of a sentence; `null` when it is one.
 * Judged by what would be kept: how much text, how much of it in links, what it says it is.
 */
export function whyNoArticle(body: Body, page: AroundBody): string | null {
  const { wordCount } = body;
  const { title } = page;
  const wall = whichWall(body, page);
  if (wall !== null) return wall;
  if (wordCount === 0 && body.pictures.length === 0) return 'it holds no text';
  if (wordCount < NOTICE_WORDS && ERROR_TITLE.test(title)) return `it is an error page, ‘${title}’`;
  if (wordCount < NOTICE_WORDS && LOGIN_TITLE.test(title)) return ASKS_TO_LOG_IN;
  if (wordCount < LOGIN_WORDS && page.hasPassword) return ASKS_TO_LOG_IN;
  const linked = linkedShare(body);
  if (linked > 0.6) return 'it is a list of links';
  if (isFrontPage(body)) return 'it is a list of articles';
  if (wordCount < FEWEST_WORDS && body.pictures.length === 0)
    return `it holds only ${wordCount} words`;
  return null;
}

/** What stands in the article's place; where nothing is kept, what else the page says. */
function whichWall({ text, wordCount, pictures }: Body, page: AroundBody): string | null {
  // A gallery is what it shows.
  if (pictures.length >= (wordCount === 0 ? 1 : GALLERY)) return null;
  if (text.length > LONGEST_WALL) return null;
  const wall = wallOf(text.split('\n'), page.title, page.printed);
  if (wall !== null || wordCount >= FEWEST_WORDS || pictures.length > 0) return wall;
  return wallOf(page.printed, page.title) ?? wallOf(page.unscripted, page.title);
}

/**
 * Whether most headings are links with a few words after each: a front page. Forty words are more
 * than a teaser has and fewer than a section of an article.
 */
function isFrontPage(body: Body): boolean {
  const headings = body.html.match(/<h[234][^>]*>/g)?.length ?? 0;
  const linked =
    body.html.match(/<h[234][^>]*><a href="[^"]*"[^>]*>(?:(?!<\/a>).)*<\/a><\/h[234]>/gs)?.length ??
    0;
  return linked >= 3 && linked > headings * 0.6 && body.wordCount < linked * 40;
}

/** The share of the text that stands in links. Written by Carrel itself, so it can be counted so. */
function linkedShare(body: Body): number {
  const linked = [...body.html.matchAll(/<a href="[^"]*"[^>]*>(.*?)<\/a>/gs)].reduce(
    (sum, match) => sum + (match[1] ?? '').replace(/<[^>]*>/g, '').length,
    0,
  );
  return linked / Math.max(1, body.text.length);
}
