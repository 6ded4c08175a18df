import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askDoor } from '../../main/engine/ask-door.ts';
import type { FromEngine } from '../../main/engine/protocol.ts';

/** The engine's side of the channel; the door's side is in the test's hands. */
function open() {
  const posted: FromEngine[] = [];
  const door = askDoor((message) => posted.push(message));
  return { posted, ...door };
}

const address = 'https://news.example/feed';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a door that says nothing', () => {
  test('has no proxy after five seconds', async () => {
    const { services } = open();
    const proxy = services.proxyFor(address);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await proxy).toBeNull();
  });

  test('has a minute for the keychain, whose password may have to be typed', async () => {
    const { services, posted, told } = open();
    const sealing = services.seal('secret').catch((error: unknown) => error);
    const having = services.hasKeychain();
    await vi.advanceTimersByTimeAsync(59_999);
    told({ kind: 'told', id: 2, reply: { kind: 'hasKeychain', has: true } });
    expect(await having).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    const message = 'keychain: cannot seal: the door did not answer within 60 seconds';
    expect(await sealing).toHaveProperty('message', message);
    // Too late, and to nobody.
    told({ kind: 'told', id: 1, reply: { kind: 'seal', sealed: Uint8Array.of(1) } });
    expect(posted).toHaveLength(2);
  });
});

describe('a door with a dialog for folders', () => {
  test('is waited for as long as its reader looks for one', async () => {
    const { services, told } = open();
    const folder = services.chooseFolder();
    await vi.advanceTimersByTimeAsync(50 * 60_000);
    told({ kind: 'told', id: 1, reply: { kind: 'chooseFolder', folder: '/media/disk' } });
    expect(await folder).toBe('/media/disk');
  });

  test('that cannot show it says why', async () => {
    const { services, told } = open();
    const folder = services.chooseFolder();
    told({ kind: 'told', id: 1, reply: { kind: 'failed', message: 'no display' } });
    await expect(folder).rejects.toThrow('folder: cannot let one be chosen: no display');
  });
});

describe('a door that is gone', () => {
  test('ends what it was asked, and what it is asked later', async () => {
    const { services, posted, gone } = open();
    const proxy = services.proxyFor(address);
    const text = services.unseal(Uint8Array.of(1));
    gone();
    expect(await proxy).toBeNull();
    const message = 'keychain: cannot open what was sealed: the door is gone';
    await expect(text).rejects.toThrow(message);
    expect(await services.proxyFor(address)).toBeNull();
    await expect(services.hasKeychain()).rejects.toThrow('the door is gone');
    expect(posted).toHaveLength(2);
  });
});

describe('a door', () => {
  test('that fails says why, and has no proxy', async () => {
    const { services, told } = open();
    const proxy = services.proxyFor(address);
    const sealed = services.seal('secret');
    for (const id of [1, 2]) {
      told({ kind: 'told', id, reply: { kind: 'failed', message: 'no such service' } });
    }
    expect(await proxy).toBeNull();
    await expect(sealed).rejects.toThrow('keychain: cannot seal: no such service');
  });

  test('that answers another question has answered none', async () => {
    const { services, told } = open();
    const proxy = services.proxyFor(address);
    const has = services.hasKeychain();
    told({ kind: 'told', id: 1, reply: { kind: 'hasKeychain', has: true } });
    told({ kind: 'told', id: 2, reply: { kind: 'unseal', text: 'yes' } });
    expect(await proxy).toBeNull();
    await expect(has).rejects.toThrow('the door answered unseal');
  });

  test('answers each question by its number, in whatever order', async () => {
    const { services, posted, told } = open();
    const first = services.proxyFor('http://one.example/');
    const second = services.proxyFor('http://two.example/');
    expect(posted).toEqual([
      { kind: 'ask', id: 1, question: { kind: 'proxyFor', address: 'http://one.example/' } },
      { kind: 'ask', id: 2, question: { kind: 'proxyFor', address: 'http://two.example/' } },
    ]);
    told({ kind: 'told', id: 2, reply: { kind: 'proxyFor', proxy: 'http://proxy.example:2' } });
    told({ kind: 'told', id: 1, reply: { kind: 'proxyFor', proxy: null } });
    expect([await first, await second]).toEqual([null, 'http://proxy.example:2']);
  });

  test('is sent the bytes to open, and not the memory they are a view of', async () => {
    const { services, posted, told } = open();
    const text = services.unseal(Buffer.from('..sealed..').subarray(2, 8));
    const [asked] = posted;
    if (asked?.kind !== 'ask' || asked.question.kind !== 'unseal') throw new Error('nothing asked');
    expect(Buffer.from(asked.question.sealed.buffer).toString()).toBe('sealed');
    told({ kind: 'told', id: 1, reply: { kind: 'unseal', text: 'opened' } });
    expect(await text).toBe('opened');
  });
});
