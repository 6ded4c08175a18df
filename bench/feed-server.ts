import { createServer, type Server } from 'node:http';
import { feedXml, type Feeds } from './feeds.ts';

/**
 * The other side of the bench `refresh`, in a process of its own: each feed on an address of its
 * own, 127.0.1.1, 127.0.1.2 …, all on one port, which is sent to the parent. Feeds carry an
 * ETag, and who sends it back gets 304.
 */

process.on('message', (feeds: Feeds) => {
  void serve(feeds).then((port) => process.send?.(port));
});
process.on('disconnect', () => process.exit());

async function serve(feeds: Feeds): Promise<number> {
  const [first, ...others] = Array.from({ length: feeds.count }, (_, place) => ({
    server: serverOf(feedXml(feeds, place), `"${place}"`),
    host: `127.0.1.${place + 1}`,
  }));
  if (first === undefined) throw new RangeError('bench: no feeds to serve');
  const port = await listen(first.server, first.host, 0);
  for (const { server, host } of others) await listen(server, host, port);
  return port;
}

function serverOf(xml: string, etag: string): Server {
  const body = Buffer.from(xml);
  return createServer((request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag })
      .end(body);
  });
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
