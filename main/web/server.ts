import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Answer } from '../../contract/api.ts';
import { CarrelError, toFailure } from '../../contract/errors.ts';
import { dispatch } from '../door/dispatch.ts';
import { type Engine, startEngine } from '../door/engine-process.ts';
import { answerFile, type FileSources, notFound } from '../door/files.ts';
import { windowHeaders } from '../door/headers.ts';
import { send, toRequest } from './adapter.ts';
import { decodeArguments } from './bytes.ts';
import { forkEngine } from './engine-child.ts';
import { type EventStreams, eventStreams } from './event-stream.ts';
import { isOurHost, isOurOrigin, makeSecret, pathBelowSecret } from './guard.ts';
import { webServices } from './services.ts';

/** The largest body of a call: an imported file, in base64. */
const maxBodyBytes = 256 * 1024 * 1024;

export interface WebDoor {
  /** Where the window is: `http://127.0.0.1:PORT/SECRET/`. */
  address: string;
  /** Calls the engine without the window. */
  call: Engine['call'];
  /** Ends all connections, then the engine. */
  close(): Promise<void>;
}

/**
 * Opens the library in `folder` and serves the window on 127.0.0.1; port 0 takes a free one.
 * `built` is the folder `dist/`.
 *
 * Rejects with a `CarrelError` where the library cannot be opened or the port cannot be had.
 */
export async function startWebDoor(options: {
  built: string;
  folder: string;
  port: number;
  version: string;
}): Promise<WebDoor> {
  const { built, folder, version } = options;
  const streams = eventStreams();
  const engine = startEngine({
    spawn: () => forkEngine(join(built, 'engine/process.js')),
    start: { kind: 'start', folder, version },
    onEvent: (event) => streams.emit(event),
    services: webServices(),
  });
  await engine.ready;

  const sources: FileSources = {
    windowFolder: join(built, 'window'),
    media: (hash) => engine.media(hash),
    capture: (id) => engine.capture(id),
    made: (what, name) => engine.made(what, name),
    doorScript: { name: 'client.js', path: join(built, 'web/client.js') },
  };
  const secret = makeSecret();
  let port = 0;
  const server = createServer((request, response) => {
    handle({ engine, streams, sources, secret, port }, request, response).catch(() => {
      // Nothing a caller could act on; the connection is all there is to end.
      response.destroy();
    });
  });
  try {
    port = await listen(server, options.port);
  } catch (error) {
    streams.close();
    await engine.close();
    throw error;
  }
  return {
    address: `http://127.0.0.1:${port}/${secret}/`,
    call: (method, args) => engine.call(method, args),
    async close() {
      streams.close();
      server.close();
      server.closeAllConnections();
      await engine.close();
    },
  };
}

interface Door {
  engine: Engine;
  streams: EventStreams;
  sources: FileSources;
  secret: string;
  port: number;
}

async function handle(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathBelowSecret(request.url ?? '', door.secret);
  if (path === undefined || !isOurHost(request, door.port)) return send(notFound(), response);
  if (request.method === 'POST') {
    const method = /^\/api\/(\w+)$/.exec(path)?.[1];
    if (method === undefined || !isOurOrigin(request)) return send(notFound(), response);
    const answer = await answerCall(door.engine, method, request);
    const headers = { ...windowHeaders, 'Cache-Control': 'no-store' };
    return send(Response.json(answer, { headers }), response);
  }
  if (request.method === 'GET' && path === '/events') {
    door.streams.open(response, windowHeaders);
    return undefined;
  }
  return send(await answerFile(door.sources, toRequest(request, path)), response);
}

async function answerCall(
  engine: Engine,
  method: string,
  request: IncomingMessage,
): Promise<Answer> {
  let args: unknown;
  try {
    args = decodeArguments(await readBody(request));
  } catch (error) {
    if (error instanceof CarrelError) return { ok: false, ...toFailure(error) };
    return { ok: false, kind: 'invalid', message: `${method}: the arguments are not JSON` };
  }
  return dispatch(engine, method, args);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a request body comes as bytes');
    sizeBytes += chunk.length;
    if (sizeBytes > maxBodyBytes) {
      // The rest is read and dropped, so that the browser gets to read the answer.
      request.resume();
      throw new CarrelError('too-large', 'file: larger than the browser door takes (about 190 MB)');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const place = `127.0.0.1:${port}`;
      reject(
        new CarrelError('network', `browser door: cannot listen on ${place}: ${error.message}`),
      );
    });
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
