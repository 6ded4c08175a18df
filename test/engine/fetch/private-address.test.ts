import { describe, expect, test } from 'vitest';
import { lookup, type LookupAddress } from 'node:dns';
import {
  isLocalName,
  isPrivateAddress,
  isPrivateHost,
  PrivateAddressError,
  socketLookup,
} from '../../../main/engine/fetch/private-address.ts';

describe('an address of this machine or its own network is private', () => {
  test.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '0.1.2.3', '::']],
    ['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.7']],
    ['private networks of IPv6', ['fc00::1', 'fdff:1234::1']],
    ['link-local', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1']],
    ['carriers', ['100.64.0.1', '100.127.255.255']],
    ['many at once', ['224.0.0.251', '239.255.255.250', '255.255.255.255', 'ff02::fb']],
    ['no network', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '2001:db8::1']],
    ['no network of IPv6', ['100::1', '3fff::1', '64:ff9b:1::1', '5f00::1']],
    ['IPv4-mapped', ['::ffff:127.0.0.1', '::ffff:c0a8:7', '0:0:0:0:0:FFFF:10.0.0.1']],
    ['IPv4-compatible', ['::127.0.0.1', '::192.168.0.7', '::8.8.8.8']],
    ['NAT64', ['64:ff9b::127.0.0.1', '64:ff9b::a00:1']],
    ['6to4', ['2002:7f00:1::', '2002:c0a8:7::1']],
    ['Teredo', ['2001:0:7f00:1::', '2001:0:808:808:0:0:80ff:fffe', '2001:0:808:808::3f57:fff8']],
    ['what is no address', ['', 'localhost', '1.2.3']],
  ])('%s', (_, addresses) => {
    expect(addresses.filter((address) => !isPrivateAddress(address))).toEqual([]);
  });
});

test.each([
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450:4001:82a::200e',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
  '2002:808:808::1',
  '2001:0:808:808::f7f7:f7f7',
  // Many VPN programs answer every name with an address of this network.
  '198.18.0.5',
])('an address of the internet is not: %s', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});

test.each([
  ['localhost', true],
  ['localhost.', true],
  ['a.localhost', true],
  ['[::1]', true],
  ['127.0.0.1', true],
  ['192.168.0.7', true],
  ['localhost.example.org', false],
  ['example.org', false],
  ['[2606:4700::1111]', false],
])('a host is private by its name alone: %s', (hostname, isPrivate) => {
  expect(isPrivateHost(hostname)).toBe(isPrivate);
});

test.each([
  ['intranet', true],
  ['printer.local', true],
  ['wiki.corp.internal', true],
  ['nas.home.arpa.', true],
  ['example.org', false],
  ['local.example.org', false],
  ['8.8.8.8', false],
  ['[2606:4700::1111]', false],
])('a name is local where only the own network can know it: %s', (hostname, isLocal) => {
  expect(isLocalName(hostname)).toBe(isLocal);
});

describe('a lookup for sockets', () => {
  const PRIVATE = { address: '192.168.0.7', family: 4 };
  const PUBLIC = { address: '8.8.8.8', family: 4 };

  /** What a socket gets to know of a name that has these addresses. */
  async function seen(found: LookupAddress[], anywhere: boolean, all: boolean): Promise<unknown> {
    const find = socketLookup((_, done) => done(null, found), anywhere);
    return await new Promise((resolve) => {
      find('example.org', { all }, (error, ...answer) => resolve(error ?? answer));
    });
  }

  test('refuses a name that leads to private addresses alone', async () => {
    for (const all of [true, false]) {
      const error = await seen([PRIVATE], false, all);
      expect(error).toBeInstanceOf(PrivateAddressError);
      expect(error).toMatchObject({ led: '192.168.0.7' });
    }
  });

  test('leaves private addresses out where there are others', async () => {
    expect(await seen([PRIVATE, PUBLIC], false, true)).toEqual([[PUBLIC]]);
    expect(await seen([PRIVATE, PUBLIC], false, false)).toEqual(['8.8.8.8', 4]);
  });

  test('leaves all in for a host that was typed', async () => {
    expect(await seen([PRIVATE, PUBLIC], true, true)).toEqual([[PRIVATE, PUBLIC]]);
  });

  test('passes on why a name cannot be looked up', async () => {
    const find = socketLookup((hostname, done) => lookup(hostname, { all: true }, done), false);
    const error = await new Promise((resolve) => {
      find('carrel.invalid', { all: true }, resolve);
    });
    expect(error).toMatchObject({ code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) });
  });
});
