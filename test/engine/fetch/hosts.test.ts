import { expect, test } from 'vitest';
import { createHosts } from '../../../main/engine/fetch/hosts.ts';

const never = new AbortController().signal;

/** Asks for a turn and notes its name when it is given. */
function ask(
  hosts: ReturnType<typeof createHosts>,
  host: string,
  name: string,
  order: string[],
): Promise<() => void> {
  return hosts.enter(host, never).then((leave) => {
    order.push(name);
    return leave;
  });
}

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

test('a host with a long queue does not keep the others waiting', async () => {
  const hosts = createHosts({ perHost: 2, inAll: 2 });
  const order: string[] = [];
  const leaveA1 = await ask(hosts, 'a', 'a1', order);
  const leaveA2 = await ask(hosts, 'a', 'a2', order);
  void ask(hosts, 'a', 'a3', order);
  void ask(hosts, 'a', 'a4', order);
  void ask(hosts, 'b', 'b1', order);
  leaveA1();
  leaveA2();
  await settled();
  expect(order).toEqual(['a1', 'a2', 'a3', 'b1']);
});

test('at one host, whoever came first goes first', async () => {
  const hosts = createHosts({ perHost: 1, inAll: 9 });
  const order: string[] = [];
  const turns = ['1', '2', '3', '4'].map((name) => ask(hosts, 'a', name, order));
  for (const turn of turns) (await turn)();
  expect(order).toEqual(['1', '2', '3', '4']);
});

test('no more turns are given than there are in all', async () => {
  const hosts = createHosts({ perHost: 2, inAll: 3 });
  const order: string[] = [];
  for (const host of ['a', 'b', 'c', 'd', 'e']) void ask(hosts, host, host, order);
  await settled();
  expect(order).toEqual(['a', 'b', 'c']);
});

test('ending a turn twice frees one place only', async () => {
  const hosts = createHosts({ perHost: 1, inAll: 9 });
  const order: string[] = [];
  const leave = await ask(hosts, 'a', '1', order);
  void ask(hosts, 'a', '2', order);
  void ask(hosts, 'a', '3', order);
  leave();
  leave();
  await settled();
  expect(order).toEqual(['1', '2']);
});

test('who gives up waiting takes nobody else out of the queue', async () => {
  const hosts = createHosts({ perHost: 1, inAll: 9 });
  const order: string[] = [];
  const leave = await ask(hosts, 'a', '1', order);
  const ending = new AbortController();
  const gone = hosts.enter('a', ending.signal);
  void ask(hosts, 'a', '3', order);
  ending.abort(new Error('gone'));
  await expect(gone).rejects.toThrow('gone');
  leave();
  await settled();
  expect(order).toEqual(['1', '3']);
});
