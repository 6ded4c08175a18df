import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** A name or an address led to this machine or its own network, where only typed hosts may lead. */
export class PrivateAddressError extends Error {
  /** What it led to: an IP address, or a name of this machine. */
  readonly led: string;

  constructor(led: string) {
    super(`${led} is an address of this machine or its own network`);
    this.name = 'PrivateAddressError';
    this.led = led;
  }
}

/** Looks a name up: all its addresses, as the system knows them. */
export type NameLookup = (
  hostname: string,
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void;

/** The system's way of looking names up, `/etc/hosts` and local names included. */
export const systemLookup: NameLookup = (hostname, done) => {
  lookup(hostname, { all: true }, done);
};

/**
 * A lookup for sockets. It stands where the socket connects, so that no second lookup can answer
 * otherwise than the one that was checked (DNS rebinding).
 * @param anywhere false: private addresses among the answers are left out, and where no other is
 *   left the lookup fails with a `PrivateAddressError`
 */
export function socketLookup(names: NameLookup, anywhere: boolean): LookupFunction {
  return (hostname, options, callback) => {
    names(hostname, (error, found) => {
      if (error !== null) return callback(error, []);
      const allowed = anywhere ? found : found.filter(({ address }) => !isPrivateAddress(address));
      const [first] = allowed;
      if (first === undefined) {
        return callback(new PrivateAddressError(found[0]?.address ?? hostname), []);
      }
      if (options.all === true) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}

/**
 * Whether the host of an address is one of this machine or its own network without asking a
 * server of names: a private IP address, or `localhost` and what is below it (RFC 6761, 6.3).
 * @param hostname as `URL.hostname` has it
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '').replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return host === 'localhost' || host.endsWith('.localhost');
}

/**
 * Whether a name can only mean something in the user's own network: it has no dot (`intranet`), or
 * one of the endings kept for that (RFC 6762, RFC 8375, ICANN's `.internal`).
 */
export function isLocalName(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return false;
  return !host.includes('.') || /\.(?:local|internal|home\.arpa)$/.test(host);
}

/**
 * IPv4 that is no server of the internet: the special-purpose registry of RFC 6890, multicast and
 * the reserved rest. 198.18.0.0/15 (benchmarks) is left out: many VPN and proxy programs answer
 * every name with an address of it, and nobody has a network there.
 */
const PRIVATE_IPV4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE_IPV4.addSubnet(network, prefix, 'ipv4');
}

/**
 * Whether an IP address is of this machine, its own network, or of no network at all (RFC 6890 and
 * its updates); in every form in which IPv6 carries an IPv4 address. What is no IP address is.
 */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 4) return PRIVATE_IPV4.check(address, 'ipv4');
  return isIP(address) === 6 ? isPrivateIpv6(groupsOf(address)) : true;
}

function isPrivateIpv6(groups: number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0, , , g = 0, h = 0] = groups;
  const isZero = (from: number, to: number): boolean =>
    groups.slice(from, to).every((group) => group === 0);
  // IPv4-mapped (RFC 4291, 2.5.5.2) and translated for IPv6-only networks (NAT64, RFC 6052).
  if (isZero(0, 5) && groups[5] === 0xffff) return isPrivateIpv4(g, h);
  if (a === 0x64 && b === 0xff9b && isZero(2, 6)) return isPrivateIpv4(g, h);
  // Everything else that the internet routes is 2000::/3 (RFC 4291, 2.4): not ::1, not fc00::/7.
  if (a < 0x2000 || a > 0x3fff) return true;
  // 6to4 (RFC 3056) and Teredo (RFC 4380, 4), whose client's address is written inverted.
  if (a === 0x2002) return isPrivateIpv4(b, c);
  if (a === 0x2001 && b === 0) {
    return isPrivateIpv4(c, d) || isPrivateIpv4(g ^ 0xffff, h ^ 0xffff);
  }
  // Documentation (RFC 3849, RFC 9637).
  return (a === 0x2001 && b === 0xdb8) || (a === 0x3fff && b < 0x1000);
}

function isPrivateIpv4(high: number, low: number): boolean {
  const address = [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  return PRIVATE_IPV4.check(address, 'ipv4');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  // `URL` writes all forms of an address in one: lower case, no IPv4 at the end, no zone.
  const written = URL.parse(`http://[${address.split('%', 1)[0]}]/`)?.hostname.slice(1, -1) ?? '';
  const [head = '', tail = ''] = written.split('::');
  const [before = [], after = []] = [head, tail].map((part) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)),
  );
  const between = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...between, ...after];
}
