import { BlockList, isIP } from 'node:net';

/** Addresses of a machine and of its own network (RFC 6890 and what it was amended by). */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}

/** Names that mean this machine or its network without being looked up (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)\.?$/i;

/**
 * Whether a host, as `URL.hostname` has it, is plainly of this machine or its own network. A public
 * name may lead there too; that is known when it is fetched.
 */
export function isPrivateHost(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  if (version === 0) return PRIVATE_NAME.test(hostname) || !hostname.includes('.');
  return PRIVATE.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
