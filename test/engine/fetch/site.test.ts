import { expect, test } from 'vitest';
import { siteOf } from '../../../main/engine/fetch/site.ts';

test.each(['', 'nothing', 'data:image/png;base64,xx', 'mailto:a@example.org', 'https://'])(
  'what is no address of the web is of no site: “%s”',
  (address) => {
    expect(siteOf(address)).toBe('');
  },
);

test.each([
  ['https://www.example.org/a', 'example.org'],
  ['https://img.cdn.example.org/a.jpg', 'example.org'],
  ['https://example.org:8443/a', 'example.org'],
  ['http://user:secret@example.org/a', 'example.org'],
  ['https://news.example.co.uk/', 'example.co.uk'],
  ['https://co.uk/', 'co.uk'],
  ['https://WWW.Bücher.EXAMPLE/', 'xn--bcher-kva.example'],
  ['https://www.example.org./', 'example.org'],
  ['http://intranet/feed', 'intranet'],
])('the hosts of one domain are one site: %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

test.each([
  // Known to the public suffix list.
  ['https://one.github.io/feed.xml', 'one.github.io'],
  ['https://one.blogspot.com/feeds/posts/default', 'one.blogspot.com'],
  ['https://one.hatenablog.com/feed', 'one.hatenablog.com'],
  ['https://www.one.pages.dev/', 'one.pages.dev'],
  // Known to Carrel.
  ['https://one.substack.com/feed', 'one.substack.com'],
  ['https://one.wordpress.com/feed/', 'one.wordpress.com'],
  ['https://one.tumblr.com/rss', 'one.tumblr.com'],
  ['https://www.one.bandcamp.com/', 'one.bandcamp.com'],
  ['https://medium.com/feed/@one', 'medium.com'],
])('the publishers of a platform are sites of their own: %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

test.each([
  ['http://127.0.0.1:8080/feed', '127.0.0.1:8080'],
  ['http://127.1.2.3/feed', '127.1.2.3'],
  ['http://localhost:3000/', 'localhost:3000'],
  ['http://a.localhost:3000/', 'a.localhost:3000'],
  ['http://[::1]:3000/', '[::1]:3000'],
])('every server of this machine is a site of its own: %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

test.each([
  ['http://192.0.2.7:8080/feed', '192.0.2.7'],
  ['http://0xC0000207/', '192.0.2.7'],
  ['https://[2001:DB8::1]:8443/', '[2001:db8::1]'],
])('an IP address is a site, whatever its ports: %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});
