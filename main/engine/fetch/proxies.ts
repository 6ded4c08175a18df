import { BlockList, isIP } from 'node:net';

/** Which proxy an address is reached by, as an address itself; `null` where it is reached without. */
export type ProxyFor = (address: string) => Promise<string | null>;

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says about proxies, as curl reads it: `http_proxy`, `https_proxy`,
 * `all_proxy` and `no_proxy`, in lower or upper case, the lower first.
 * @returns for an address: its proxy; `null` where it is to be reached without; `undefined` where
 *   the environment does not say
 */
export function environmentProxies(
  environment: Environment,
): (url: URL) => string | null | undefined {
  const named = (name: string): string | undefined =>
    [environment[name], environment[name.toUpperCase()]].find(
      (value) => value !== undefined && value.trim() !== '',
    );
  const byProtocol = new Map([
    ['http:', named('http_proxy') ?? named('all_proxy')],
    ['https:', named('https_proxy') ?? named('all_proxy')],
  ]);
  const exceptions = (named('no_proxy') ?? '').split(/[\s,]+/).filter((one) => one !== '');
  return (url) => {
    const host = url.hostname.replace(/\.$/, '').replace(/^\[|\]$/g, '');
    if (exceptions.some((exception) => covers(exception.toLowerCase(), host))) return null;
    const proxy = byProtocol.get(url.protocol)?.trim();
    // curl takes a proxy without a scheme for an HTTP proxy.
    return proxy === undefined || proxy.includes('://') ? proxy : `http://${proxy}`;
  };
}

/** One word of `no_proxy`: `*`, a domain with all below it, an IP address or a network (CIDR). */
function covers(exception: string, host: string): boolean {
  if (exception === '*') return true;
  const [network = '', prefix] = exception.replace(/^\[|\]$/g, '').split('/');
  if (isIP(network) !== 0 || isIP(host) !== 0) {
    if (isIP(network) === 0 || isIP(network) !== isIP(host)) return false;
    const family = isIP(network) === 4 ? 'ipv4' : 'ipv6';
    const longest = family === 'ipv4' ? 32 : 128;
    const length = prefix === undefined ? longest : Number(prefix);
    if (!Number.isInteger(length) || length < 0 || length > longest) return false;
    const covered = new BlockList();
    covered.addSubnet(network, length, family);
    return covered.check(host, family);
  }
  const domain = exception.replace(/^\*?\./, '');
  return host === domain || host.endsWith(`.${domain}`);
}
