/**
 * The Channel Definition Format (https://www.w3.org/TR/NOTE-CDFsubmit.html), which some old feeds
 * are in still, as RSS: links and dates stand in attributes there. A `<channel>` of RSS that lacks
 * its `<rss>` becomes one as well.
 */
export function cdfAsRss(text: string): string {
  const channel = text
    .replace(/<(\/?)abstract(?=[\s>])/gi, '<$1description')
    .replace(/<(channel|item)((?:\s[^<>]*)?)>/gi, (_, name: string, attributes: string) => {
      const isEmpty = attributes.endsWith('/');
      const link = element('link', attribute(attributes, 'href'));
      const date = element('dcterms:modified', attribute(attributes, 'lastmod'));
      const base = /\sxml:base\s*=\s*(?:"[^"]*"|'[^']*')/i.exec(attributes)?.[0] ?? '';
      return `<${name.toLowerCase()}${base}>${link}${date}${isEmpty ? `</${name}>` : ''}`;
    });
  // One that is cut off stays so.
  const end = /<\/channel\s*>\s*$/i.test(channel.slice(-200)) ? '</rss>' : '';
  return `<rss version="2.0">${channel}${end}`;
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return match?.[1] ?? match?.[2];
}

/** The value is escaped already: it stood in an attribute. */
function element(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<${name}>${value}</${name}>`;
}
