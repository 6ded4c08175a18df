import { BlockList, isIP } from 'node:net';

/** What a system's settings say of proxies, whichever system it is. */
export interface ProxySettings {
  /** As `http://host:port`, for addresses of either kind; `null` for none. */
  http: string | null;
  https: string | null;
  /**
   * Hosts reached without: names and addresses in which `*` stands for anything, domains with a
   * dot first, networks (`10.0.0.0/8`, or as macOS shortens them, `169.254/16`), and `<local>` for
   * names without a dot.
   */
  bypass: string[];
}

export const noProxy: ProxySettings = { http: null, https: null, bypass: [] };

/** The proxy for an address by these settings; `null` for none. This machine is asked directly. */
export function proxyBy(settings: ProxySettings, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  const proxy = protocol === 'https:' ? settings.https : settings.http;
  if (proxy === null || isThisMachine(hostname)) return null;
  return settings.bypass.some((rule) => isBypassed(hostname, rule)) ? null : proxy;
}

/** A proxy of the parts that settings have; `null` where they make no address. */
export function proxyAddress(host: string | undefined, port: string | undefined): string | null {
  if (host === undefined || host === '' || port === undefined) return null;
  return asProxy(`http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`);
}

/** `host:port` or an `http://` address as `http://host:port`; `null` for what is neither. */
export function asProxy(text: string): string | null {
  const address = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'http:' || hostname === '' || port === '0') return null;
  return `http://${hostname}:${port === '' ? '80' : port}`;
}

function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function isBypassed(hostname: string, rule: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (rule === '<local>') return !host.includes('.') && isIP(host) === 0;
  const network = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(rule);
  if (network !== null) return isWithin(host, network[1] ?? '', Number(network[2]));
  const pattern = rule.toLowerCase().replace(/^\[|\]$/g, '');
  if (pattern.startsWith('.')) return host === pattern.slice(1) || host.endsWith(pattern);
  return matches(host, pattern);
}

function isWithin(host: string, network: string, bits: number): boolean {
  const family = isIP(host);
  if (family === 0) return false;
  const start = family === 4 ? fourParts(network) : network;
  if (isIP(start) !== family || bits > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(start, bits, kind);
  return list.check(host, kind);
}

/** `169.254` as `169.254.0.0`. */
function fourParts(network: string): string {
  const parts = network.split('.');
  return [...parts, '0', '0', '0'].slice(0, Math.max(4, parts.length)).join('.');
}

/** Whether `*` of the pattern can be filled so that it is the host. Settings are short. */
function matches(host: string, pattern: string): boolean {
  const pieces = pattern.split('*').map((piece) => piece.replace(/[^\w-]/g, String.raw`\$&`));
  return new RegExp(`^${pieces.join('.*')}$`).test(host);
}
