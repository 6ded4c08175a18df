import { webAddress } from './addresses.ts';
import { all, collapsed } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';

/** Hosts whose frames are content; any other frame is an advertisement or a widget. */
const CONTENT_HOSTS =
  /(?:^|\.)(?:youtube|youtube-nocookie|vimeo|dailymotion|twitch|ted|rumble|bilibili|rutube|vk|ok|soundcloud|spotify|bandcamp|mixcloud|twitter|x|instagram|facebook|tiktok|threads|mastodon|datawrapper|dwcdn|infogram|flourish|tableau|codepen|jsfiddle|gist\.github|archive|openstreetmap|arte|ardmediathek|zdf|bbc|nytimes|brightcove|jwplatform|jwplayer|slideshare|scribd|documentcloud)\.\w{2,5}$/i;

/** Frames in a text are few; a page with more is no article. */
const MAX_EMBEDS = 100;

/**
 * Puts a labelled link in the place of what cannot be kept: a film, a sound, a post, a map in a
 * frame. The label is the frame's own title, else where it leads.
 */
export function linkEmbeds(document: PageDocument, root: PageElement, base: string | null): void {
  for (const embed of all(root, 'iframe, video, audio').slice(0, MAX_EMBEDS)) {
    const address = addressOf(embed, base);
    const host = URL.parse(address ?? '')?.hostname.replace(/^www\./, '') ?? '';
    const isMedia = embed.localName !== 'iframe';
    if (address === null || (!isMedia && !CONTENT_HOSTS.test(host))) continue;
    const link = document.createElement('a');
    link.setAttribute('href', address);
    const title = collapsed(embed.getAttribute('title') ?? embed.getAttribute('aria-label'));
    link.append(title === '' ? `▶ ${host}` : `▶ ${title} (${host})`);
    const paragraph = document.createElement('p');
    paragraph.append(link);
    embed.replaceWith(paragraph);
  }
}

function addressOf(embed: PageElement, base: string | null): string | null {
  const source = embed.querySelector('source[src]');
  const written = [embed, source].flatMap((element) =>
    ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src'].map(
      (name) => element?.getAttribute(name) ?? null,
    ),
  );
  for (const one of written) {
    const address = webAddress(one, base);
    if (address !== null) return address;
  }
  return null;
}
