import { describe, expect, test } from 'vitest';
import { feedsInSource, feedsOfKnownSite } from '../../../main/engine/feeds/known-sites.ts';

const channel = `UC${'x'.repeat(20)}-_`;
const youtube = 'https://www.youtube.com/feeds/videos.xml';

describe('an address has no known feed', () => {
  test.each([
    'not an address',
    'https://example.org/channel/UCxxxxxxxxxxxxxxxxxxxx-_',
    'https://www.youtube.com/',
    'https://www.youtube.com/channel/short',
    'https://www.youtube.com/watch?v=abc&list=PLabc',
    'https://www.youtube.com/playlist?list=WL',
    'https://notyoutube.com/user/ada',
    'https://www.reddit.com/r/news/comments/1/x/',
    'https://github.com/features/actions',
    'https://github.com/ada',
    'https://vimeo.com/12345',
    'https://www.substack.com/',
    'https://medium.com/about',
  ])('%s', (address) => {
    expect(feedsOfKnownSite(address)).toEqual([]);
  });
});

test.each([
  [`https://www.youtube.com/channel/${channel}`, `${youtube}?channel_id=${channel}`],
  [`https://m.youtube.com/channel/${channel}/videos?view=0`, `${youtube}?channel_id=${channel}`],
  ['https://www.youtube.com/user/Ada.B', `${youtube}?user=Ada.B`],
  ['https://www.youtube.com/playlist?app=x&list=PLa-b_c&si=y', `${youtube}?playlist_id=PLa-b_c`],
  ['https://old.reddit.com/r/news+sea/', 'https://www.reddit.com/r/news+sea/.rss'],
  ['https://reddit.com/r/news/top?t=day', undefined],
  ['https://github.com/ada/engine/releases', 'https://github.com/ada/engine/releases.atom'],
  ['https://github.com/ada/engine/commits/main', 'https://github.com/ada/engine/commits/main.atom'],
  ['https://bsky.app/profile/ada.example', 'https://bsky.app/profile/ada.example/rss'],
  ['https://medium.com/@ada', 'https://medium.com/feed/@ada'],
  ['https://ada.substack.com/', 'https://ada.substack.com/feed'],
  ['https://ada.tumblr.com/', 'https://ada.tumblr.com/rss'],
  ['https://vimeo.com/channels/sea', 'https://vimeo.com/channels/sea/videos/rss'],
])('the feed of %s is %s', (address, feed) => {
  expect(feedsOfKnownSite(address)[0]?.address).toBe(feed);
});

describe('the source of a page', () => {
  const other = `UC${'y'.repeat(22)}`;

  test.each([
    `<link rel="canonical" href="https://www.youtube.com/channel/${channel}">`,
    `<meta itemprop="identifier" content="${channel}">`,
    `{"channelId":"${other}","externalId":"${channel}"}`,
    `{"channelId":"${other}","microformat":{"externalChannelId":"${channel}"}}`,
    `{"videoDetails":{"channelId":"${channel}"}}{"channelId":"${other}"}`,
  ])('names the channel: %s', (html) => {
    const found = feedsInSource('https://www.youtube.com/watch?v=1', html);
    expect(found).toEqual([`${youtube}?channel_id=${channel}`]);
    expect(feedsInSource('https://example.org/', html)).toEqual([]);
  });

  test('without one names none', () => {
    expect(feedsInSource('https://www.youtube.com/@ada', '{"channelId":""}')).toEqual([]);
  });
});
