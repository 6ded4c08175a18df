import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client } from 'undici';
import type { ListQuery } from '../contract/types.ts';
import { version } from '../main/door/version.ts';
import { encodeArguments } from '../main/web/bytes.ts';
import { startWebDoor } from '../main/web/server.ts';
import { build } from '../scripts/build.ts';
import { interleave } from './interleave.ts';

const built = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * What the ways between the processes add to one list page: the engine's process alone, and the
 * browser door over HTTP on loopback, beside a server that does nothing but send the same
 * answer. Told as lines, not bounded: most of it is the platform's.
 */
export async function measureDoors(
  name: string,
  folder: string,
  query: ListQuery,
  runs: number,
): Promise<string[]> {
  await build();
  const door = await startWebDoor({ built, folder, port: 0, version });
  const answer = JSON.stringify({ ok: true, value: await door.call('list', [query]) });
  const echo = await startEcho(answer);
  const { origin, pathname } = new URL('api/list', door.address);
  const doorClient = new Client(origin);
  const echoClient = new Client(echo.origin);
  const body = encodeArguments([query]);
  const post = async (client: Client, path: string, from: string): Promise<void> => {
    const response = await client.request({
      path,
      method: 'POST',
      headers: { origin: from, 'content-type': 'application/json' },
      body,
    });
    if (response.statusCode !== 200)
      throw new Error(`bench: the door answers ${response.statusCode}`);
    await response.body.json();
  };
  try {
    const { ours, floor } = await interleave(
      {
        ours: () => post(doorClient, pathname, origin),
        floor: () => post(echoClient, '/', echo.origin),
      },
      runs,
    );
    const { ours: process } = await interleave(
      { ours: () => door.call('list', [query]), floor: () => undefined },
      runs,
    );
    return [
      `${name}: newest 50 of all from the engine’s process: ${us(process.median)} (p95 ${us(process.p95)})`,
      `${name}: newest 50 of all through the browser door: ${us(ours.median)} (p95 ${us(ours.p95)}); ` +
        `a bare HTTP echo of the same ${Math.round(answer.length / 1024)} kB: ${us(floor.median)}`,
    ];
  } finally {
    await Promise.all([doorClient.close(), echoClient.close()]);
    echo.close();
    await door.close();
  }
}

async function startEcho(answer: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('bench: the echo has no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

function us(value: number): string {
  return `${Math.round(value).toLocaleString('en')} µs`;
}
