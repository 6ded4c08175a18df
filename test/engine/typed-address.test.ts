import { describe, expect, test } from 'vitest';
import { readTypedAddress, withLogin } from '../../main/engine/typed-address.ts';

test.each(['', 'feed:', 'javascript:alert(1)', 'feed:javascript:alert(1)', 'ftp://example.org/'])(
  '“%s” is no address',
  (typed) => {
    expect(() => readTypedAddress(typed)).toThrow('address: cannot use');
  },
);

test.each([
  ['feed://example.org/rss', 'https://example.org/rss'],
  ['feed:http://example.org/rss', 'http://example.org/rss'],
  ['web+feed:https://example.org/rss', 'https://example.org/rss'],
  ['podcast:example.org/rss', 'https://example.org/rss'],
  ['PCAST://example.org/rss', 'https://example.org/rss'],
  ['itpc://example.org/rss', 'https://example.org/rss'],
  [' example.org/rss ', 'https://example.org/rss'],
])('“%s” is %s', (typed, address) => {
  expect(readTypedAddress(typed)).toEqual({ address, login: null });
});

describe('a login in an address', () => {
  test.each([
    ['https://a%3Ab:c@example.org/', 'a name with a colon'],
    ['https://a:b%0Ac@example.org/', 'a line end'],
  ])('that cannot be sent is none: %s (%s)', (typed) => {
    expect(readTypedAddress(typed)).toEqual({ address: 'https://example.org/', login: null });
  });

  test.each([
    ['https://ada:pass@example.org/', 'ada', 'pass'],
    ['feed:https://ada@example.org/', 'ada', ''],
    ['https://:pass@example.org/', '', 'pass'],
    ['https://ada:100%@example.org/', 'ada', '100%'],
    ['https://ada:a%40b%2F@example.org/', 'ada', 'a@b/'],
  ])('is taken out of it: %s', (typed, name, password) => {
    expect(readTypedAddress(typed)).toEqual({
      address: 'https://example.org/',
      login: { kind: 'basic', name, password },
    });
  });

  test('is read as it was written', () => {
    const login = { kind: 'basic', name: '%41 @/ü', password: ':?#[]%' } as const;
    const address = 'https://example.org/feed?a=1';
    expect(readTypedAddress(withLogin(address, login))).toEqual({ address, login });
  });
});
