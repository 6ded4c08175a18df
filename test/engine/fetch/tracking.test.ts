import { expect, test } from 'vitest';
import { parseFeed } from '../../../main/engine/feeds/parse.ts';
import { isTrackingPixel } from '../../../main/engine/fetch/tracking.ts';

test.each([
  'http://feeds.feedburner.com/~r/HarbourPost/~4/a1b2c3',
  'https://feeds.harbour.example/~r/HarbourPost/~4/a1b2c3',
  'http://feeds.wordpress.com/1.0/comments/harbour.wordpress.com/17/',
  'https://pixel.wp.com/b.gif?host=harbour.example',
  'http://stats.wordpress.com/b.gif?v=noscript',
  'https://www.google-analytics.com/__utm.gif?utmac=x',
  'https://harbour.example/stats/__utm.gif',
  'https://ad.doubleclick.net/ddm/activity/src=1',
  'https://sb.scorecardresearch.com/p?c1=2',
  'https://pixel.quantserve.com/pixel/p-1.gif',
  'https://www.facebook.com/tr?id=1&noscript=1',
  'http://pi.feedsportal.com/r/1/u/2/mf.gif',
  'https://ssl-vg03.met.vgwort.de/na/0123',
  'https://counter.theconversation.com/content/1/count.gif',
  'https://harbour.us1.list-manage.com/track/open.php?u=1',
  'https://u1.ct.sendgrid.net/wf/open?upn=1',
  'https://email.mg1.substack.com/o/abc',
  'https://stats.harbour.example/matomo.php?idsite=1',
  'https://harbour.example/Pixel.GIF?x=1',
  'https://harbour.example/img/1x1.gif',
  'https://harbour.example/spacer.png',
])('a counter is known by its address: %s', (address) => {
  expect(isTrackingPixel({ address, width: null, height: null })).toBe(true);
});

test.each([
  [1, 1],
  [3, 3],
  [0, 0],
  [1, 3],
])('a counter is known by its size: %i×%i', (width, height) => {
  const address = 'https://harbour.example/a';
  expect(isTrackingPixel({ address, width, height })).toBe(true);
});

test.each([
  ['https://harbour.example/tracking.jpg', null, null],
  ['https://harbour.example/2026/pixel-art.gif', null, null],
  ['https://harbour.example/blank-canvas.png', null, null],
  ['https://www.facebook.com/trips/a.jpg', null, null],
  ['https://harbour.files.wordpress.com/2026/a.jpg', null, null],
  ['https://i0.wp.com/harbour.example/a.jpg', null, null],
  ['https://notdoubleclick.net/a.jpg', null, null],
  ['https://harbour.example/line.gif', 600, 1],
  ['https://harbour.example/a.jpg', 3, null],
  ['https://harbour.example/a.jpg', 4, 4],
  ['data:image/gif;base64,R0lGOD', null, null],
  ['not an address', null, null],
])('a picture is none: %s %s×%s', (address, width, height) => {
  expect(isTrackingPixel({ address, width, height })).toBe(false);
});

const COUNTER = 'https://ssl-vg03.met.vgwort.de/na/0123';
const PICTURE = 'https://harbour.example/boats.jpg';

test('a counter in a text or beside it is no picture of a feed’s entry', () => {
  const html = `<p>The boats are back.</p><img src="${COUNTER}"><img src="${PICTURE}">
    <img src="https://harbour.example/c" width="0" height="0">`;
  const feed = parseFeed({
    bytes: Buffer.from(`<rss version="2.0"><channel><title>Harbour</title>
      <item><guid>in-text</guid><description><![CDATA[${html}]]></description></item>
      <item><guid>beside</guid><description>The boats are back.</description>
        <enclosure url="${COUNTER}" type="image/gif" length="43"/>
        <enclosure url="${PICTURE}" type="image/jpeg" length="9000"/></item>
      </channel></rss>`),
    address: 'https://harbour.example/feed',
    contentType: 'application/rss+xml',
  });
  const pictures = feed.entries.map(({ body }) => body?.pictures.map(({ address }) => address));
  expect(pictures).toEqual([[PICTURE], [PICTURE]]);
});
