import { Client, type buildConnector } from 'undici';

/**
 * The connections to sites, no more than `perHost` to one, the idle ones counted: a connection is
 * taken for one request, given back after it, and kept for a few seconds for the next one.
 */
export interface Connections {
  /**
   * A connection that nobody uses. Who takes one has a turn at the site (`hosts.ts`).
   * @param site what is counted by
   * @param isTyped whether it may lead into the user's own network; never shared with others
   */
  take(site: string, origin: string, isTyped: boolean): Promise<Taken>;
  giveBack(client: Client): void;
  close(): Promise<void>;
}

export interface Taken {
  client: Client;
  /** Whether it served a request before, so that the server may be closing it now. */
  isReused: boolean;
}

export interface ConnectionOptions {
  perHost: number;
  connectors: Record<'typed' | 'public', buildConnector.connector>;
}

/** The settings of every connection, direct or through a proxy. */
export const CLIENT_OPTIONS = {
  // One connection carries one request: politeness stays countable, and what goes wrong on a
  // connection concerns one article.
  allowH2: false,
  pipelining: 1,
  // Some news sites send 20 kB of policy headers; Node's limit is 16 kB.
  maxHeaderSize: 64 * 1024,
  // The time limits are ours (`request.ts`): undici's count in steps of half a second.
  headersTimeout: 0,
  bodyTimeout: 0,
  // Long enough for an article's next picture. Servers may ask for less, not for more.
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 4_000,
};

/** Of a thousand feeds refreshed, no more than this many servers are kept waiting for nothing. */
const MOST_IDLE = 24;

interface Connection {
  client: Client;
  site: string;
  /** Equal where one connection can serve both: the origin, and where it may lead. */
  purpose: string;
}

export function createConnections(options: ConnectionOptions): Connections {
  const busy = new Map<Client, Connection>();
  // The longest unused first.
  const idle = new Set<Connection>();

  function connect(site: string, origin: string, reach: 'typed' | 'public'): Connection {
    const client = new Client(origin, { ...CLIENT_OPTIONS, connect: options.connectors[reach] });
    const connection = { client, site, purpose: `${reach} ${origin}` };
    client.on('disconnect', () => {
      if (idle.has(connection)) void drop(connection);
    });
    return connection;
  }

  async function drop(connection: Connection): Promise<void> {
    idle.delete(connection);
    await connection.client.destroy();
  }

  /** The idle connections to other hosts of the site that are too many for one more. */
  function excessAt(site: string, idleThere: Connection[]): Connection[] {
    const busyThere = [...busy.values()].filter((connection) => connection.site === site);
    const excess = busyThere.length + idleThere.length + 1 - options.perHost;
    return idleThere.slice(0, Math.max(excess, 0));
  }

  return {
    async take(site, origin, isTyped) {
      const reach = isTyped ? 'typed' : 'public';
      const idleThere = [...idle].filter((connection) => connection.site === site);
      const kept = idleThere.find(({ purpose }) => purpose === `${reach} ${origin}`);
      if (kept !== undefined) {
        idle.delete(kept);
        busy.set(kept.client, kept);
        return { client: kept.client, isReused: true };
      }
      const excess = excessAt(site, idleThere);
      const connection = connect(site, origin, reach);
      busy.set(connection.client, connection);
      // Nothing is opened before these are closed: the client connects with its first request.
      await Promise.all(excess.map(drop));
      return { client: connection.client, isReused: false };
    },

    giveBack(client) {
      const connection = busy.get(client);
      if (connection === undefined) return;
      busy.delete(client);
      const { connected, size } = client.stats;
      if (connected && size === 0) idle.add(connection);
      else void drop(connection);
      const [oldest] = idle;
      if (oldest !== undefined && idle.size > MOST_IDLE) void drop(oldest);
    },

    async close() {
      const clients = [...busy.keys(), ...[...idle].map(({ client }) => client)];
      busy.clear();
      idle.clear();
      await Promise.all(clients.map((client) => client.destroy()));
    },
  };
}
