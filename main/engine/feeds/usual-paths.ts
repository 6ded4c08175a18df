/** Below the typed path, the commonest; each is a request to a site that may have none. */
const BELOW = ['feed', 'rss', 'feed.xml', 'atom.xml', 'rss.xml', 'index.xml'];
/** On the site, as its software builds them: WordPress, Ghost, Hugo, Jekyll, Blogger, Drupal. */
const ON_SITE = [
  ...BELOW,
  'feed.json',
  'feeds/posts/default',
  'feed/',
  'blog/feed',
  'blog/feed.xml',
  'blog/rss.xml',
  'blog/index.xml',
  'news/feed',
  '?feed=rss2',
];

/**
 * Where the feed of a page is, most likely first, when the page names none: below its own path
 * first, then on its site. At most 22 addresses.
 */
export function usualPaths(address: string): string[] {
  const page = URL.parse(address);
  if (page === null) return [];
  const path = page.pathname.replace(/\/+$/, '');
  const isFile = /\.\w{1,5}$/.test(path);
  const paths = [
    // Mastodon and what is built like it: the posts of one person.
    ...(/^\/@[\w.-]+$/.test(path) ? [`${path}.rss`] : []),
    ...(path === '' || isFile ? [] : BELOW.map((name) => `${path}/${name}`)),
    ...ON_SITE.map((name) => `/${name}`),
  ];
  return [...new Set(paths.map((one) => new URL(one, page.origin).href))];
}
