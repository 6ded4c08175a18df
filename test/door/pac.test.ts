import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proxyOf } from '../../main/electron/pac.ts';

test.each([
  ['', null],
  ['PROXY', null],
  ['PROXY ;', null],
  ['PROXY a b:1', null],
  ['PROXY user:secret@proxy.example:1', null],
  ['PROXY proxy.example:0', null],
  ['PROXY proxy.example:99999', null],
  ['PROXY proxy.example/path', null],
  ['SOCKS socks.example:1080; SOCKS5 socks.example:1080', null],
  ['DIRECT', null],
  ['DIRECT; PROXY proxy.example:3128', null],
  ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
  ['proxy proxy.example;direct', 'http://proxy.example:80'],
  ['HTTP proxy.example:8080', 'http://proxy.example:8080'],
  ['HTTPS proxy.example', 'https://proxy.example:443'],
  ['HTTPS proxy.example:8443;PROXY other.example:1', 'https://proxy.example:8443'],
  ['SOCKS5 socks.example:1080; PROXY [fd00::1]:3128', 'http://[fd00::1]:3128'],
  ['PROXY :::; PROXY proxy.example:3128', 'http://proxy.example:3128'],
])('of the proxies %j, %j is used', (list, proxy) => {
  expect(proxyOf(list)).toBe(proxy);
});

test('whatever a proxy script returns, there is a proxy’s address or none', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('PROXY ', 'HTTPS ', 'DIRECT', ';', 'a:1'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const proxy = proxyOf(pieces.join(''));
      expect(proxy ?? 'http://none:1').toMatch(/^https?:\/\/[^/]+:\d+$/);
    }),
  );
});
