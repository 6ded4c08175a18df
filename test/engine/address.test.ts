import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import { canonicalAddress, identityKeys, parseAddress } from '../../main/engine/address.ts';

describe('an address that is typed', () => {
  test.each([
    ['', 'it is empty'],
    ['   ', 'it is empty'],
    ['feed:', 'not feed'],
    ['ftp://example.org/x', 'not ftp'],
    ['javascript:alert(1)', 'not javascript'],
    ['file:///etc/passwd', 'not file'],
    ['mailto:a@example.org', 'not mailto'],
    ['two words', 'it is not a web address'],
    ['guardian', 'it is not a web address'],
    ['https://', 'it is not a web address'],
  ])('“%s” is refused: %s', (typed, cause) => {
    expect(() => parseAddress(typed)).toThrow(CarrelError);
    expect(() => parseAddress(typed)).toThrow(`address: cannot use “${typed}”: `);
    expect(() => parseAddress(typed)).toThrow(cause);
  });

  test.each([
    ['  example.org ', 'https://example.org/'],
    ['example.org:8080/feed', 'https://example.org:8080/feed'],
    ['localhost:8080/feed', 'https://localhost:8080/feed'],
    ['http://example.org/a b', 'http://example.org/a%20b'],
    ['HTTPS://Example.ORG/A', 'https://example.org/A'],
    ['feed://example.org/rss', 'https://example.org/rss'],
    ['feed:https://example.org/rss', 'https://example.org/rss'],
    ['feed:http://example.org/rss', 'http://example.org/rss'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['127.0.0.1/feed', 'https://127.0.0.1/feed'],
    ['http://intranet/feed', 'http://intranet/feed'],
  ])('“%s” is %s', (typed, href) => {
    expect(parseAddress(typed).href).toBe(href);
  });
});

describe('two addresses are compared', () => {
  test.each([
    ['https://EXAMPLE.org:443/A', 'https://example.org/A'],
    ['http://example.org:80', 'http://example.org/'],
    ['https://example.org/a#part', 'https://example.org/a'],
    ['https://example.org/a?utm_source=rss&utm_medium=feed', 'https://example.org/a'],
    ['https://example.org/a?b=2&fbclid=x&a=1', 'https://example.org/a?b=2&a=1'],
    ['https://example.org/a?MC_CID=1&gclid=2', 'https://example.org/a'],
    ['https://example.org/a?', 'https://example.org/a'],
    ['https://example.org/a?q=%20+%C3%A4&x', 'https://example.org/a?q=%20+%C3%A4&x'],
    ['https://example.org/a?id=utm_source', 'https://example.org/a?id=utm_source'],
    ['https://example.org/a?redirect=fbclid', 'https://example.org/a?redirect=fbclid'],
    ['not an address', 'not an address'],
  ])('%s as %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });

  test('and what is canonical stays as it is', () => {
    const once = canonicalAddress('https://example.org/ä?b=ö&utm_id=1#x');
    expect(canonicalAddress(once)).toBe(once);
  });
});

describe('an article is known', () => {
  const feedAddress = 'https://example.org/feed';
  const address = 'https://example.org/a?utm_source=rss';

  test('by its guid in its feed, and by its address', () => {
    expect(identityKeys({ feedAddress, guid: '17', address })).toEqual([
      'guid:https://example.org/feed 17',
      'url:https://example.org/a',
    ]);
  });

  test('by its address alone, where no feed brought it or the guid is missing', () => {
    expect(identityKeys({ feedAddress: null, guid: '17', address })).toEqual([
      'url:https://example.org/a',
    ]);
    expect(identityKeys({ feedAddress, guid: ' ', address })).toEqual([
      'url:https://example.org/a',
    ]);
  });

  test('by its guid alone, where the address is not its own', () => {
    expect(identityKeys({ feedAddress, guid: '17', address, ownAddress: false })).toEqual([
      'guid:https://example.org/feed 17',
    ]);
  });

  test('by its address also after its guid changed, and by its guid after its address did', () => {
    const before = identityKeys({ feedAddress, guid: '17', address });
    const otherGuid = identityKeys({ feedAddress, guid: '18', address });
    const otherAddress = identityKeys({
      feedAddress,
      guid: '17',
      address: 'https://example.org/b',
    });
    expect(before.some((key) => otherGuid.includes(key))).toBe(true);
    expect(before.some((key) => otherAddress.includes(key))).toBe(true);
  });

  test('but never by the guid of another feed', () => {
    const other = 'https://other.example/feed';
    const keys = identityKeys({ feedAddress, guid: '17', address: null });
    expect(keys).toHaveLength(1);
    expect(identityKeys({ feedAddress: other, guid: '17', address: null })).not.toEqual(keys);
  });
});
