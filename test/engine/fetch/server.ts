import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on loopback, whose paths answer as the test says. */
export interface TestServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  origin: string;
  on(path: string, answer: Answer): void;
  /** Every request so far. */
  requests: IncomingMessage[];
  /** How many connections there are, and were at most at one time. */
  connections: { open: number; most: number };
  close(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const answers = new Map<string, Answer>();
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers.get(request.url ?? '');
    if (answer !== undefined) return answer(request, response);
    response.writeHead(404).end();
  });
  const connections = { open: 0, most: 0 };
  server.on('connection', (socket) => {
    connections.open++;
    // What was closed before this one was opened may be told after it.
    setImmediate(() => {
      connections.most = Math.max(connections.most, connections.open);
    });
    // `close` comes when both sides have closed; the client's side is what counts.
    let isOpen = true;
    const end = (): void => {
      if (isOpen) connections.open--;
      isOpen = false;
    };
    socket.on('end', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the test server has no port');
  return {
    origin: `http://127.0.0.1:${bound.port}`,
    on: (path, answer) => answers.set(path, answer),
    requests,
    connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A port on which nothing listens. */
export async function refusedPort(): Promise<number> {
  const server = await startServer();
  const port = Number(new URL(server.origin).port);
  await server.close();
  // Makes sure that it is really closed before a test relies on it.
  await new Promise<void>((resolve) => {
    connect(port, '127.0.0.1').on('error', () => resolve());
  });
  return port;
}
