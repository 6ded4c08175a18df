import { createServer, type RequestListener, type Server } from 'node:http';
import { feedXml, type Feeds } from './feeds.ts';
import { seeded } from './words.ts';

/**
 * The other side of the refreshing benches, in a process of its own: each feed on an address of
 * its own, 127.0.1.1, 127.0.1.2 … 127.0.2.1 …, all on one port, which is sent to the parent. Feeds
 * carry an ETag, and who sends it back gets 304.
 */

/** What a server does: serves a feed, never answers, answers 500, or sends what is no feed. */
export type Manner = 'feed' | 'hang' | 'fail' | 'garbage';

/** What to serve: the feeds, and how each place's server behaves (well, where it is left out). */
export interface Serving extends Feeds {
  manners?: Manner[];
}

/** The address of the server at a place, from 0; 250 in each block of addresses. */
export function hostAt(place: number): string {
  return `127.0.${1 + Math.floor(place / 250)}.${1 + (place % 250)}`;
}

if (process.send !== undefined) {
  process.on('message', (serving: Serving) => {
    void serve(serving).then((port) => process.send?.(port));
  });
  process.on('disconnect', () => process.exit());
}

async function serve(serving: Serving): Promise<number> {
  const [first, ...others] = Array.from({ length: serving.count }, (_, place) => ({
    server: createServer(answering(serving, place)),
    host: hostAt(place),
  }));
  if (first === undefined) throw new RangeError('bench: no feeds to serve');
  const port = await listen(first.server, first.host, 0);
  for (const { server, host } of others) await listen(server, host, port);
  return port;
}

function answering(serving: Serving, place: number): RequestListener {
  switch (serving.manners?.[place] ?? 'feed') {
    case 'hang':
      return () => undefined;
    case 'fail':
      return (_request, response) => response.writeHead(500).end('Internal Server Error');
    case 'garbage':
      return answeringGarbage(garbage(place));
    case 'feed':
      return answeringFeed(Buffer.from(feedXml(serving, place)), `"${place}"`);
  }
}

function answeringFeed(body: Buffer, etag: string): RequestListener {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag })
      .end(body);
  };
}

function answeringGarbage(body: Buffer): RequestListener {
  return (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
}

/** A hundred kilobytes of chance. */
function garbage(place: number): Buffer {
  const random = seeded(place);
  return Buffer.from(Array.from({ length: 100_000 }, () => Math.floor(random() * 256)));
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
