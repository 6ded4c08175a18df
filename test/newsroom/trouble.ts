/** Addresses that misbehave, each in its own way and always the same. */
import type { Reply } from './respond.ts';

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p><p><a href="/">To the newsroom</a></p></body></html>`;

function redirect(status: number, location: string): () => Reply {
  return () => ({
    status,
    headers: { location },
    body: page('Moved', `It is now at <a href="${location}">${location}</a>.`),
  });
}

const login = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in | The Back Pages</title></head><body><div class="menu"><a href="/special/">The Back Pages</a></div><form action="#" method="post"><h1>Sign in</h1><label>Name <input name="name"></label><label>Password <input type="password" name="password"></label><button>Sign in</button><p><a href="#forgot">Forgot it?</a> · <a href="#new">New here?</a></p></form><footer>© The Back Pages</footer></body></html>`;

/** A feed that was cut off in the middle of its second entry. */
const cutFeed = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Cut off</title><link>/special/</link><description>…</description><item><title>The first & last entry</title><link>/special/one-picture</link></item><item><title>The sec`;

/** The replies that need no article, by path. */
export const troubles: Record<string, () => Reply> = {
  '/special/missing': () => ({
    status: 404,
    body: page('404: not on the shelf', 'This page was never printed.'),
  }),
  '/special/gone': () => ({
    status: 410,
    body: page('410: pulped', 'This page was withdrawn for good.'),
  }),
  '/special/broken': () => ({
    status: 500,
    body: page('500: the press stopped', 'Someone has gone to fetch oil.'),
  }),
  '/special/redirect': redirect(301, '/special/redirect/2'),
  '/special/redirect/2': redirect(302, '3'),
  '/special/redirect/3': redirect(307, '/special/redirect/4'),
  '/special/redirect/4': redirect(308, '/special/one-picture'),
  '/special/loop': redirect(302, '/special/loop/again'),
  '/special/loop/again': redirect(302, '/special/loop'),
  '/special/moved-feed.xml': redirect(301, '/harbour-post/feed.xml'),
  '/special/not-a-feed.xml': () => ({
    type: 'application/rss+xml',
    body: page(
      'Feed of the day',
      'Our feeds have a new home. This is a page, whatever its type says.',
    ),
  }),
  '/special/cut-feed.xml': () => ({ type: 'application/xml', body: cutFeed }),
  '/special/not-a-picture.jpg': () => ({
    body: page('Hotlinking is not allowed', 'Please look at our pictures on our pages.'),
  }),
  '/special/login': () => ({ body: login }),
};
