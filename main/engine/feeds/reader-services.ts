/** Services in which feeds are read: their addresses hold the address of a feed. */
const SERVICE =
  /(?:^|\.)(?:feedly|inoreader|newsblur|netvibes|theoldreader|bloglovin|feedbin|commafeed|bazqux|subtome|feedvalidator)\.(?:com|org)$|^my\.yahoo\.com$|^fusion\.google\.com$|^validator\.w3\.org$/i;
/** Google's reader is gone, but the buttons to it are not. */
const GOOGLE_READER = /^www\.google\.com\/(?:reader|ig)\//i;

const PARAMETERS = ['url', 'add_feed', 'feed', 'feeds', 'feedurl', 'subscribe'];

/** Whether an address belongs to a service of this kind. */
export function isReaderService(url: URL): boolean {
  return SERVICE.test(url.hostname) || GOOGLE_READER.test(url.hostname + url.pathname);
}

/**
 * The address of the feed or site that stands in an address of a reader service:
 * `https://feedly.com/i/subscription/feed/https://example.org/rss`, `…/feed%2Fhttps%3A%2F%2F…`,
 * `https://www.inoreader.com/?add_feed=https%3A%2F%2F…`; `null` where there is none.
 */
export function addressInReader(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !isReaderService(url)) return null;
  // What follows a `?` in a path that is not escaped belongs to the address in it.
  const isRaw = /https?:\//i.test(url.pathname);
  const inPath = embedded(decoded(url.pathname) + (isRaw ? url.search : ''));
  if (inPath !== null) return inPath;
  const inside = [url.searchParams, new URLSearchParams(url.hash.replace(/^[^?]*\?/, ''))];
  for (const name of PARAMETERS) {
    for (const parameters of inside) {
      const found = embedded(parameters.get(name) ?? '');
      if (found !== null) return found;
    }
  }
  return embedded(decoded(url.hash));
}

/** The address that ends a text; on their way, servers make one slash of two. */
function embedded(text: string): string | null {
  const match = /(?:^|\/)(https?):\/{1,2}([^/].*)$/i.exec(text);
  return match === null ? null : (URL.parse(`${match[1]}://${match[2]}`)?.href ?? null);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
