import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../../contract/errors.ts';
import { parseFeed } from '../../../main/engine/feeds/parse.ts';
import { ADDRESS, atom, entryOf, json, parse, rss, titles } from './sample.ts';

/** Feeds made to do harm, and feeds that something happened to on the way. */

const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'><svg/onload=alert(1)>';
const ESCAPED = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('a feed that is too large', () => {
  test('is refused above 20 MB, unread', () => {
    const bytes = new Uint8Array(20 * 1024 * 1024 + 1);
    const kind = { kind: 'too-large', message: `feed: ${ADDRESS} is too large: 20 MB` };
    expect(() => parse(bytes)).toThrow(expect.objectContaining(kind));
  });

  test('in entries gives the first 5,000, which are the newest', () => {
    const items = Array.from({ length: 10_000 }, (_, at) => `<item><guid>${at}</guid></item>`);
    const { entries } = parse(rss(items.join('')));
    expect(entries).toHaveLength(5_000);
    expect(entries.at(-1)?.guid).toBe('4999');
  }, 60_000);

  test('in its texts is shortened where they are shown in a line', () => {
    const long = 'word '.repeat(200_000);
    const entry = entryOf(rss(`<item><title>${long}</title><guid>${long}</guid></item>`));
    expect(entry.title.length).toBeLessThanOrEqual(500);
    expect(entry.guid).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('a feed in which every field is hostile does nothing', () => {
  const link = 'javascript:alert(1)';

  test('in RSS', () => {
    const entry = entryOf(
      rss(
        `<item><title>${ESCAPED}T</title><link>${link}</link><guid>${ESCAPED}</guid><author>${ESCAPED}</author><pubDate>${ESCAPED}</pubDate>
          <description>${ESCAPED}Text.</description><enclosure url="${link}" type="${ESCAPED}" length="${ESCAPED}"/>
          <media:content url="${link}" medium="image"><media:credit>${ESCAPED}</media:credit></media:content></item>`,
      ),
    );
    expect(entry).toMatchObject({ address: null, publishedAt: null, enclosures: [] });
    expect(entry.body?.html).not.toMatch(/script|onerror|onload|javascript:/i);
    expect(entry.body?.pictures).toMatchObject([{ address: 'https://example.org/feeds/x' }]);
    expect(entry.guid).toBe(HOSTILE);
    expect(entry.excerpt).not.toContain('alert(1)</script>');
  });

  test('in Atom and JSON', () => {
    const ofAtom = entryOf(
      atom(
        `<entry><id>${link}</id><title type="html">${ESCAPED}T</title><link href="${link}"/><content type="html">${ESCAPED}Text.</content></entry>`,
      ),
    );
    const ofJson = entryOf(
      json([{ id: link, url: link, title: 'T', content_html: `${HOSTILE}Text.`, image: link }]),
    );
    for (const entry of [ofAtom, ofJson]) {
      expect(entry.address).toBeNull();
      expect(entry.body?.html).not.toMatch(/script|onerror|onload|javascript:/i);
    }
  });

  test('in what it says of itself', () => {
    const feed = parse(
      rss(
        `<image><url>${link}</url></image><itunes:new-feed-url>${link}</itunes:new-feed-url><ttl>${ESCAPED}</ttl>`,
      ).replace('https://www.example.org/', link),
    );
    expect(feed).toMatchObject({ siteAddress: null, iconAddress: null, newAddress: null });
  });
});

describe('a text in one line cannot change how others are shown', () => {
  const controls = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

  test('overrides, embeddings and isolates of direction are left out, marks stay', () => {
    const text = `a${controls}b\u200f!`;
    const entry = entryOf(
      rss(
        `<item><title>${text}</title><dc:creator>Jo ${text}</dc:creator><description>${text}</description></item>`,
      ),
    );
    expect(entry).toMatchObject({ title: 'ab\u200f!', authors: ['Jo ab\u200f!'] });
    expect(entry.excerpt).toBe('ab\u200f!');
  });

  test('also those written as references', () => {
    expect(entryOf(rss('<item><title>a&amp;#8238;b&#x202e;c</title></item>')).title).toBe('abc');
  });

  test('halves of characters and controls are left out, in JSON too', () => {
    const items = [{ id: 'x\ud800', title: 'a\ud83d\u0007b', content_text: 'c\udc00\u0000d' }];
    const entry = entryOf(json(items));
    expect(entry).toMatchObject({ guid: 'x\ufffd', title: 'ab', body: { text: 'cd' } });
  });
});

describe('an encoding that is lied about', () => {
  test('costs nothing where the bytes tell', () => {
    const bytes = Buffer.from(rss('<item><title>Fähre — 新聞</title></item>'));
    expect(titles(parse(bytes, 'text/xml; charset=utf-16'))).toEqual(['Fähre — 新聞']);
    expect(titles(parse(bytes, 'text/xml; charset=shift_jis'))).toEqual(['Fähre — 新聞']);
  });
});

describe('what a feed gives twice', () => {
  test('is told apart: guids of a thousand entries that are all the same', () => {
    const items = Array.from(
      { length: 1000 },
      (_, at) => `<item><title>${at}</title><guid isPermaLink="false">1</guid></item>`,
    );
    const guids = parse(rss(items.join(''))).entries.map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(1000);
  });
});

describe('a feed that is cut', () => {
  const entries = ['One', 'Two', 'Three'];
  const whole: [string, string][] = [
    [
      'RSS',
      rss(
        entries
          .map(
            (name) =>
              `<item><title><![CDATA[${name}]]></title><link>https://example.org/${name}</link><description>&lt;p&gt;Text.</description></item>`,
          )
          .join(''),
      ),
    ],
    [
      'Atom',
      atom(
        entries
          .map(
            (name) =>
              `<entry><id>${name}</id><title>${name}</title><content type="xhtml"><div><p>Text.</p></div></content></entry>`,
          )
          .join(''),
      ),
    ],
    ['JSON', json(entries.map((name) => ({ id: name, title: name, content_html: '<p>Text.' })))],
  ];

  test.each(whole)('anywhere gives its whole entries and no half: %s', (_, text) => {
    for (let at = 0; at < text.length; at += 3) {
      const read = titlesOf(Buffer.from(text.slice(0, at)));
      expect(entries.slice(0, read.length)).toEqual(read);
    }
    expect(titlesOf(Buffer.from(text))).toEqual(entries);
  });

  test.each(whole)('or otherwise changed is read or refused, and nothing else: %s', (_, text) => {
    const bytes: Uint8Array = Buffer.from(text);
    fc.assert(
      fc.property(fc.array(mutation(bytes.length), { minLength: 1, maxLength: 6 }), (mutations) => {
        const mutated = mutations.reduce((before, mutate) => mutate(before), bytes);
        const feed = readOrRefused(mutated);
        for (const entry of feed?.entries ?? []) {
          expect(entry.guid !== null || entry.ownAddress).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

type Mutation = (bytes: Uint8Array) => Uint8Array;

/** Cuts, deletes, doubles or overwrites a part. */
function mutation(length: number): fc.Arbitrary<Mutation> {
  const part = fc.tuple(fc.nat(length), fc.nat(60));
  const odd = fc.constantFrom(
    '<',
    '>',
    '&',
    ']]>',
    '<![CDATA[',
    '<!--',
    '</item>',
    '"',
    '\0',
    '{',
    ']',
  );
  return fc.oneof(
    fc.nat(length).map((at) => (bytes: Uint8Array) => bytes.subarray(0, at)),
    part.map(([at, size]) => spliced(at, size, () => '')),
    part.map(([at, size]) => spliced(at, size, (removed) => removed.repeat(2))),
    fc.tuple(part, odd).map(([[at], sign]) => spliced(at, 0, () => sign)),
    fc.tuple(fc.nat(length), fc.uint8Array({ maxLength: 8 })).map(
      ([at, noise]) =>
        (bytes: Uint8Array) =>
          Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)]),
    ),
  );
}

function spliced(at: number, size: number, replace: (removed: string) => string): Mutation {
  return (bytes) => {
    const removed = Buffer.from(bytes.subarray(at, at + size)).toString('latin1');
    const between = Buffer.from(replace(removed), 'latin1');
    return Buffer.concat([bytes.subarray(0, at), between, bytes.subarray(at + size)]);
  };
}

function titlesOf(bytes: Uint8Array): string[] {
  return (readOrRefused(bytes)?.entries ?? []).map(({ title }) => title);
}

/** A feed, or `null` where it is refused in the one way it may be. */
function readOrRefused(bytes: Uint8Array): ReturnType<typeof parseFeed> | null {
  try {
    return parseFeed({ bytes, address: ADDRESS, contentType: null });
  } catch (error) {
    if (error instanceof CarrelError && error.kind === 'not-a-feed') return null;
    throw error;
  }
}
