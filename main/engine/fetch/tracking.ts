/** A picture as a page or feed names it. */
export interface NamedPicture {
  address: string;
  /** In pixels, where it is declared. */
  width: number | null;
  height: number | null;
}

/** Nobody prints a picture this small; counters are 1×1, some 2×2 or 3×3 so as not to be filtered. */
const PIXEL = 3;

/** Hosts, with all below them, that serve counters and advertisements and no picture. */
const COUNTING_HOSTS = new Set([
  'amazon-adsystem.com',
  'chartbeat.net',
  'counter.theconversation.com',
  'doubleclick.net',
  'feeds.wordpress.com',
  'feedsportal.com',
  'google-analytics.com',
  'googletagmanager.com',
  'imrworldwide.com',
  'ioam.de',
  'met.vgwort.de',
  'pixel.wp.com',
  'px.ads.linkedin.com',
  'quantserve.com',
  'scorecardresearch.com',
  'statcounter.com',
  'stats.wordpress.com',
  'stats.wp.com',
  'track.hubspot.com',
  'xiti.com',
]);

/** Counters at hosts that serve other things as well; tested against host and path. */
const COUNTERS = [
  // FeedBurner, also under a publisher's own name.
  /^[^/]*feedburner\.com\/~/,
  /\/~r\/.+\/~4\//,
  /^(?:www\.)?facebook\.com\/tr(?:\/|$)/,
  /^blogger\.googleusercontent\.com\/tracker\//,
  /^(?:[^/]+\.)?assoc-amazon\.[a-z.]+\/e\/ir$/,
  /^bat\.bing\.com\/action\//,
  /^(?:t\.co|analytics\.twitter\.com)\/i\/adsct$/,
  // Mailchimp and Mandrill, SendGrid, and the newsletters of Substack.
  /^[^/]*(?:list-manage\.com|mandrillapp\.com)\/track\/open/,
  /\/wf\/open$/,
  /^email\.[^/]*substack\.com\/o\//,
  /\/(?:matomo|piwik)\.php$/,
  /\/__utm\.gif$/,
  /\/(?:pixel|1x1|blank|spacer|clear|transparent|beacon|counter|count|track|tracking)\.gif$/,
  /\/(?:1x1|blank|spacer|transparent)\.png$/,
];

/**
 * Whether a picture is there to be counted and not to be seen: by the size it is declared with, or
 * by its address. Such a picture is never fetched.
 */
export function isTrackingPixel({ address, width, height }: NamedPicture): boolean {
  if (width !== null && height !== null && Math.max(width, height) <= PIXEL) return true;
  const url = URL.parse(address);
  if (url === null || url.protocol === 'data:') return false;
  const host = url.hostname.replace(/\.$/, '');
  if (isCountingHost(host)) return true;
  const where = host + url.pathname.toLowerCase();
  return COUNTERS.some((counter) => counter.test(where));
}

function isCountingHost(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_, index) => COUNTING_HOSTS.has(labels.slice(index).join('.')));
}
