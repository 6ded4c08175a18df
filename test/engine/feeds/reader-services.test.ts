import { expect, test } from 'vitest';
import { addressInReader } from '../../../main/engine/feeds/reader-services.ts';

test.each([
  'not an address',
  'https://feedly.com/i/my',
  'https://feedly.com/i/subscription/feed/javascript:alert(1)',
  'https://feedly.com/i/subscription/feed/%E0%A4%A',
  'https://www.inoreader.com/?add_feed=file%3A%2F%2F%2Fetc%2Fpasswd',
  'https://example.org/?url=https%3A%2F%2Fother.example%2Frss',
  'https://www.google.com/search?q=https://example.org/rss',
])('%s holds no address', (address) => {
  expect(addressInReader(address)).toBeNull();
});

test.each([
  ['https://feedly.com/i/subscription/feed/http://example.org/rss', 'http://example.org/rss'],
  [
    'https://feedly.com/i/subscription/feed/http:/example.org/rss?a=1&b=2',
    'http://example.org/rss?a=1&b=2',
  ],
  [
    'https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fexample.org%2Frss%3Fa%3D1',
    'https://example.org/rss?a=1',
  ],
  [
    'https://feedly.com/#subscription%2Ffeed%2Fhttps%3A%2F%2Fexample.org%2Frss',
    'https://example.org/rss',
  ],
  ['https://www.inoreader.com/feed/https%3A%2F%2Fexample.org%2Frss', 'https://example.org/rss'],
  ['https://www.inoreader.com/?add_feed=https://example.org/rss', 'https://example.org/rss'],
  ['https://www.newsblur.com/?url=https%3A%2F%2Fexample.org%2Frss', 'https://example.org/rss'],
  [
    'https://theoldreader.com/feeds/subscribe?url=https%3A%2F%2Fexample.org%2Frss',
    'https://example.org/rss',
  ],
  [
    'https://www.netvibes.com/subscribe.php?url=https%3A%2F%2Fexample.org%2Frss',
    'https://example.org/rss',
  ],
  ['https://www.google.com/reader/view/feed/https://example.org/rss', 'https://example.org/rss'],
  [
    'https://www.google.com/reader/view/#stream/feed%2Fhttps%3A%2F%2Fexample.org%2Frss',
    'https://example.org/rss',
  ],
  [
    'https://www.subtome.com/#/subscribe?feeds=https%3A%2F%2Fexample.org%2Frss',
    'https://example.org/rss',
  ],
])('%s holds %s', (address, feed) => {
  expect(addressInReader(address)).toBe(feed);
});
