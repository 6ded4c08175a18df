/**
 * Rewrites what the parser of feeds would pass over: elements by older or other names, in forms it
 * knows. Each step looks first, cheaply, whether there is anything for it to do, so that a plain
 * feed costs a few searches.
 */

/** Where elements are meant literally: nothing in it is rewritten. */
const CDATA_OR_COMMENT = '<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)|<!--[\\s\\S]*?(?:-->|$)';

/** Renames in RSS, by the name in lower case. */
const RSS_NAMES: Record<string, string> = {
  'dc:author': 'dc:creator',
  // https://www.ietf.org/archive/id/draft-nottingham-rss2-00.html and before it, RSS 3 and others
  summary: 'itunes:summary',
  fullitem: 'content:encoded',
};

/** What is repaired in RSS, to be looked for in one go: most feeds have none of it. */
const MAY_NEED_REPAIR = /<(?:summary|fullitem|body|xhtml:body|\/skip[HhDd])|dc:author/;

/** An RSS or RDF feed with its text in elements that the parser reads. */
export function repairedRss(text: string): string {
  let repaired = withoutRootPrefix(text);
  if (!MAY_NEED_REPAIR.test(repaired)) return repaired;
  if (hasAny(repaired, ['dc:author', '<summary', '<fullitem'])) repaired = renamed(repaired);
  if (hasAny(repaired, ['<body', '<xhtml:body'])) repaired = withBodiesAsContent(repaired);
  if (hasAny(repaired, ['</skipHours', '</skipDays', '</skiphours', '</skipdays'])) {
    repaired = withSkipsAsLists(repaired);
  }
  return repaired;
}

/**
 * An Atom 0.3 feed whose texts say by `type`, as in Atom 1.0, what `mode` said: markup as it
 * stands, or base64.
 */
export function repairedAtom(text: string): string {
  if (!text.includes('mode=')) return text;
  return text.replace(
    /<([\w:]+)((?:\s+[\w:]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*>/g,
    (tag, name: string, attributes: string) => {
      const mode = /\smode\s*=\s*["'](xml|base64)["']/i.exec(attributes)?.[1]?.toLowerCase();
      if (mode === undefined) return tag;
      // What is written inline as plain text is that.
      if (mode === 'xml' && /\stype\s*=\s*["']text\/plain/i.test(attributes)) return tag;
      const others = attributes.replace(/\s(?:mode|type)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '');
      const type = mode === 'base64' ? 'application/octet-stream' : 'xhtml';
      return `<${name}${others} type="${type}">`;
    },
  );
}

function hasAny(text: string, marks: string[]): boolean {
  return marks.some((mark) => text.includes(mark));
}

/** RSS in a namespace with a prefix (`<r:rss>`): without the prefix, all RSS is in none. */
function withoutRootPrefix(text: string): string {
  const prefix = /^<([\w-]+):rss[\s>]/i.exec(text)?.[1];
  return prefix === undefined ? text : text.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1');
}

const RENAMED = new RegExp(
  `${CDATA_OR_COMMENT}|(</?)(${Object.keys(RSS_NAMES).join('|')})(?=[\\s/>])`,
  'gi',
);

function renamed(text: string): string {
  return text.replace(RENAMED, (found, start?: string, name?: string) =>
    start === undefined || name === undefined
      ? found
      : start + (RSS_NAMES[name.toLowerCase()] ?? name),
  );
}

const BODY_START = new RegExp(`${CDATA_OR_COMMENT}|<(xhtml:)?body(?:\\s[^<>]*)?>`, 'gi');

/** The text as XHTML in the item (https://www.w3.org/TR/xhtml1/), before there was `content:encoded`. */
function withBodiesAsContent(text: string): string {
  let result = '';
  let at = 0;
  for (const { index, 0: found, 1: prefix = '' } of text.matchAll(BODY_START)) {
    if (index < at || found.startsWith('<!')) continue;
    const end = `</${prefix}body>`;
    const close = text.indexOf(end, index);
    if (close === -1) break;
    const inside = text.slice(index + found.length, close);
    const html =
      prefix === '' ? inside : inside.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
    const escaped = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    result += `${text.slice(at, index)}<content:encoded>${escaped}</content:encoded>`;
    at = close + end.length;
  }
  return result + text.slice(at);
}

/** The parser knows hours and days only as lists, and one is no list; an empty second is left out. */
function withSkipsAsLists(text: string): string {
  return text.replace(/<\/skiphours/i, '<hour></hour>$&').replace(/<\/skipdays/i, '<day></day>$&');
}
