/** What the newsroom prints: sites, articles, and the pieces a page is made of. */

export type SiteId = 'harbour-post' | 'signal' | 'atelier' | 'weltblatt' | 'vestnik' | 'special';

/** One picture at its place in an article; `name` is a key of the catalogue. */
export interface Figure {
  name: string;
  alt: string;
  caption: string;
  credit: string;
}

/** What the body of an article is made of (parsed from `Article.body`, see prose.ts). */
export type Block =
  | { kind: 'paragraph'; html: string }
  | { kind: 'heading'; html: string }
  | { kind: 'quote'; html: string; source: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string }
  | { kind: 'figure'; figure: Figure }
  | { kind: 'gallery'; figures: Figure[] }
  | { kind: 'footnotes'; notes: { label: string; html: string }[] };

export interface Article {
  /** Unique in the whole newsroom. */
  slug: string;
  site: SiteId;
  /** BCP 47. */
  lang: string;
  section: string;
  headline: string;
  /** One or two sentences: the feed's summary and the page's description. */
  description: string;
  authors: readonly string[];
  /** Hours before the newsroom's "now". */
  hoursAgo: number;
  /** Later than published, if the article was modified. */
  modifiedHoursAgo?: number;
  /** The zone its dates are written in, such as `+01:00`. */
  zone: string;
  tags: readonly string[];
  lead?: Figure;
  /** Paragraphs in the small markup that prose.ts explains. */
  body: string;
  /** Paths of feeds that carry it besides those of its own site. */
  alsoIn?: string[];
  /** Later texts of the same article; `revise()` goes from one to the next. */
  revisions?: string[];
}

/** A picture file and the smaller and other-format files made from the same drawing. */
export interface Picture {
  file: string;
  width: number;
  height: number;
  /** Same drawing, same format, smaller; by width, ascending. */
  smaller: { file: string; width: number }[];
  /** Same drawing and size in other formats. */
  twins: { file: string; type: string }[];
}

/** What a template needs to know about this run of the newsroom. */
export interface Edition {
  origin: string;
  now: Date;
  /** How often `revise()` was called for an article. */
  revisionOf(slug: string): number;
}

export interface Feed {
  path: string;
  title: string;
  description: string;
  kind: 'rss-full' | 'rss-summary' | 'atom' | 'json' | 'rdf';
  lang: string;
  /** Added to every link of this feed, as feeds do that want to be counted. */
  tracking: string;
  charset?: 'windows-1251';
  carries(article: Article): boolean;
}

/** One site of the newsroom: how its addresses, its pages and its home page look. */
export interface Site {
  id: SiteId;
  name: string;
  lang: string;
  home: string;
  about: string;
  charset?: 'windows-1251';
  feeds: Feed[];
  pathOf(article: Article): string;
  page(article: Article, edition: Edition, related: Related[]): string;
  homePage(articles: Article[], edition: Edition): string;
}

/** Another article of the same site, as a teaser links to it. */
export interface Related {
  path: string;
  headline: string;
  description: string;
  picture?: string;
}

export const mediaTypes: Record<Feed['kind'], string> = {
  'rss-full': 'application/rss+xml',
  'rss-summary': 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  rdf: 'application/rdf+xml',
};
