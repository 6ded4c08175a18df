/** The sample newsroom: a web of five sites on one loopback port, to fetch from and to test against. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { articles } from './newsdesk.ts';
import type { Edition } from './model.ts';
import { send } from './respond.ts';
import { buildRoutes, sites } from './routes.ts';

/** One request, as it came in; `path` is with its parameters. */
export interface NewsroomRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  at: Date;
}

export interface NewsroomOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** What all dates are counted back from; by default the present hour. */
  now?: Date;
  /** Where the pictures are. */
  dataFolder?: URL;
  log?: (request: NewsroomRequest) => void;
}

export interface Newsroom {
  /** `http://127.0.0.1:8420` */
  origin: string;
  /** The feeds worth subscribing to, most ordinary first. */
  feeds: { title: string; address: string }[];
  /** Every request so far, oldest first. */
  requests: NewsroomRequest[];
  /** Brings the next text of an article; returns its revision (0 is the first text). */
  revise(slug: string): number;
  /** Takes an article out of all feeds; its page stays. `restore` brings it back. */
  withdraw(slug: string): void;
  restore(slug: string): void;
  /** Ends the server and every open connection at once. */
  close(): Promise<void>;
}

/** Starts the newsroom. Rejects if the port is taken or the pictures are not there. */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { port = 0, host = '127.0.0.1', now = presentHour(), log } = options;
  const dataFolder = options.dataFolder ?? new URL('./pictures/', import.meta.url);
  const revisions = new Map<string, number>();
  const withdrawn = new Set<string>();
  const requests: NewsroomRequest[] = [];
  const timers = new Set<NodeJS.Timeout>();

  const server = createServer((request, response) => {
    const record = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: request.headers,
      at: new Date(),
    };
    requests.push(record);
    log?.(record);
    answer(request, response);
  });
  const origin = await listen(server, port, host);
  const edition: Edition = { origin, now, revisionOf: (slug) => revisions.get(slug) ?? 0 };
  const routes = buildRoutes(edition, { dataFolder, withdrawn });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(request, response, {
        status: 405,
        headers: { allow: 'GET, HEAD' },
        type: 'text/plain',
        body: 'This newsroom is only for reading.',
      });
      return;
    }
    const address = URL.parse(request.url ?? '/', origin);
    const route = address ? routes.get(address.pathname) : undefined;
    if (!address || !route) {
      send(request, response, { status: 404, type: 'text/plain', body: 'There is no such page.' });
      return;
    }
    const reply = route(address.searchParams);
    if (!reply.delayMs) {
      send(request, response, reply);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      send(request, response, reply);
    }, reply.delayMs);
    timers.add(timer);
    response.on('close', () => clearTimeout(timer));
  }

  return {
    origin,
    feeds: sites
      .flatMap((site) => site.feeds)
      .filter((feed) => feed.path !== '/special/trouble.xml')
      .map((feed) => ({ title: feed.title, address: origin + feed.path })),
    requests,
    revise(slug) {
      known(slug);
      const revision = edition.revisionOf(slug) + 1;
      revisions.set(slug, revision);
      return revision;
    },
    withdraw: (slug) => void withdrawn.add(known(slug)),
    restore: (slug) => void withdrawn.delete(known(slug)),
    close() {
      for (const timer of timers) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function presentHour(): Date {
  return new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
}

function known(slug: string): string {
  if (!articles.some((article) => article.slug === slug))
    throw new Error(`newsroom: no article is called ${slug}`);
  return slug;
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`newsroom: cannot listen on port ${port}`, { cause })),
    );
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
    });
  });
}
