import { Pool, ProxyAgent, type Dispatcher } from 'undici';
import { CarrelError } from '../../../contract/errors.ts';
import { CLIENT_OPTIONS, createConnections } from './connections.ts';
import {
  isLocalName,
  isPrivateHost,
  PrivateAddressError,
  socketLookup,
  type NameLookup,
} from './private-address.ts';
import { environmentProxies, type Environment, type ProxyFor } from './proxies.ts';
import { siteOf } from './site.ts';
import { createTrust, trustingConnector, type ReadCertificates } from './trust.ts';

/** What one request goes through. */
export interface Route {
  dispatcher: Dispatcher;
  /** The proxy on the way as `host:port`, for errors; `null` where there is none. */
  proxy: string | null;
  /** Whether the connection served a request before, so that the server may be closing it now. */
  isReused: boolean;
  /** Ends the use; to be called once, when the answer was read. */
  leave(): void;
}

export interface Routes {
  /**
   * The way to an address.
   * @param isTyped whether the user typed its host: only then may it lead to this machine and its
   *   own network
   * @throws PrivateAddressError; CarrelError 'network' for a proxy that cannot be used
   */
  to(url: URL, isTyped: boolean): Promise<Route>;
  close(): Promise<void>;
}

export interface RouteOptions {
  perHost: number;
  /** The longest that connecting takes. */
  connectMs: number;
  proxyFor: ProxyFor;
  environment: Environment;
  names: NameLookup;
  readCertificates: ReadCertificates;
}

/**
 * 1. What is of this machine or its own network by its name is reached without a proxy, where the
 *    user typed it, and otherwise not at all.
 * 2. The environment says which proxy there is; where it does not, the system does.
 * 3. Through a proxy, the proxy looks the names up: what only the user's own network can mean by
 *    a name is then refused by the name.
 * 4. Without a proxy, the addresses found are checked where the socket connects.
 */
export function createRoutes(options: RouteOptions): Routes {
  const trust = createTrust(options.readCertificates);
  const connector = (anywhere: boolean) =>
    trustingConnector(trust, {
      allowH2: false,
      timeout: options.connectMs,
      lookup: socketLookup(options.names, anywhere),
    });
  const connections = createConnections({
    perHost: options.perHost,
    connectors: { typed: connector(true), public: connector(false) },
  });
  const ofEnvironment = environmentProxies(options.environment);
  const proxies = new Map<string, ProxyAgent>();

  function proxyAgent(proxy: URL): ProxyAgent {
    const known = proxies.get(proxy.href);
    if (known !== undefined) return known;
    // A company's proxy often shows certificates of the company's own authority.
    const context = trust.context();
    const tls = context === undefined ? {} : { secureContext: context };
    const agent = new ProxyAgent({
      ...CLIENT_OPTIONS,
      uri: proxy.href,
      requestTls: tls,
      proxyTls: { ...tls, timeout: options.connectMs },
      factory: (origin: URL | string, pool: object) =>
        new Pool(origin, { ...CLIENT_OPTIONS, ...pool, connections: options.perHost }),
    });
    proxies.set(proxy.href, agent);
    return agent;
  }

  async function proxyOf(url: URL): Promise<string | null> {
    const proxy = ofEnvironment(url);
    return proxy === undefined ? await options.proxyFor(url.href) : proxy;
  }

  return {
    async to(url, isTyped) {
      const isOwn = isPrivateHost(url.hostname);
      if (isOwn && !isTyped) throw new PrivateAddressError(url.hostname);
      const isLocal = isOwn || isLocalName(url.hostname);
      const proxy = isTyped && isLocal ? null : await proxyOf(url);
      if (proxy !== null) {
        if (isLocal) throw new PrivateAddressError(url.hostname);
        const proxyUrl = usableProxy(proxy, url);
        return {
          dispatcher: proxyAgent(proxyUrl),
          proxy: proxyUrl.host,
          isReused: false,
          leave() {},
        };
      }
      const { client, isReused } = await connections.take(siteOf(url.href), url.origin, isTyped);
      const leave = (): void => connections.giveBack(client);
      return { dispatcher: client, proxy: null, isReused, leave };
    },
    async close() {
      const agents = [...proxies.values()];
      await Promise.all([connections.close(), ...agents.map((agent) => agent.destroy())]);
    },
  };
}

/** Only HTTP proxies. With another kind nothing is fetched: going without would betray its user. */
function usableProxy(proxy: string, target: URL): URL {
  const url = URL.parse(proxy);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  // Not the whole address: it may hold a password.
  const kind =
    url === null ? 'it is not an address' : `Carrel does not speak ${url.protocol.slice(0, -1)}`;
  throw new CarrelError(
    'network',
    `cannot fetch ${target.href}: its proxy cannot be used: ${kind}`,
  );
}
