import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../../main/engine/fetch/fetcher.ts';
import { createTrust, systemCertificates } from '../../../main/engine/fetch/trust.ts';

const certificate = readFileSync(new URL('./fixtures/certificate.pem', import.meta.url), 'utf8');
const key = readFileSync(new URL('./fixtures/key.pem', import.meta.url), 'utf8');

let origin: string;
let stop: () => Promise<void>;
const fetchers: Fetcher[] = [];

beforeEach(async () => {
  const server = createServer({ cert: certificate, key }, (_, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the test server has no port');
  origin = `https://127.0.0.1:${bound.port}`;
  stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});

afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((fetcher) => fetcher.close()));
  await stop();
});

/** A way to fetch with these authorities in the place of the system's. */
function trusting(readCertificates: () => string[]) {
  const fetcher = createFetcher({
    version: '1',
    readCertificates,
    names: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  fetchers.push(fetcher);
  return async (address: string) => {
    const typedHosts = [new URL(address).hostname];
    return await fetcher.get(address, { accept: '*/*', maxBytes: 100, typedHosts });
  };
}

describe('a certificate', () => {
  test('of an authority that nobody trusts is refused, in words', async () => {
    await expect(trusting(() => [])(origin)).rejects.toMatchObject({
      kind: 'network',
      message: `cannot fetch ${origin}/: its certificate is self-signed`,
    });
  });

  test('is refused where the system’s authorities cannot be read', async () => {
    const unreadable = (): never => {
      throw new Error('no keychain');
    };
    await expect(trusting(unreadable)(origin)).rejects.toThrow('its certificate is self-signed');
    await expect(trusting(() => ['no certificate'])(origin)).rejects.toThrow('is self-signed');
  });

  test('for another name is refused, although its authority is trusted', async () => {
    const address = origin.replace('127.0.0.1', 'other.example');
    await expect(trusting(() => [certificate])(address)).rejects.toThrow(
      'its certificate is for another name',
    );
  });

  test('of an authority that the system trusts is accepted, and the system is asked once', async () => {
    let asked = 0;
    const get = trusting(() => {
      asked++;
      return [certificate];
    });
    for (const path of ['/a', '/b']) expect((await get(origin + path)).status).toBe(200);
    expect((await get(origin.replace('127.0.0.1', 'localhost'))).status).toBe(200);
    expect(asked).toBe(1);
  });
});

test('the system’s authorities stand beside Node’s own', () => {
  for (const one of systemCertificates()) expect(one).toContain('BEGIN CERTIFICATE');
  expect(createTrust(() => [certificate]).context()).toBeDefined();
  expect(createTrust(() => []).context()).toBeUndefined();
});
