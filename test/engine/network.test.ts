import type { NetworkInterfaceInfo } from 'node:os';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  isMeteredByNetworkManager,
  isMeteredByWindows,
  meteredSource,
} from '../../main/engine/metered.ts';
import { createNetwork, hasUsableAddress } from '../../main/engine/network.ts';

function address(value: string, internal = false): NetworkInterfaceInfo {
  const common = { address: value, netmask: '', mac: '', internal, cidr: null };
  return value.includes(':')
    ? { ...common, family: 'IPv6', scopeid: 0 }
    : { ...common, family: 'IPv4' };
}

const loopback = { lo: [address('127.0.0.1', true), address('::1', true)] };
const wifi = { ...loopback, wlan0: [address('192.168.1.7')] };

/** A machine whose addresses and whose network's cost are in the test's hands. */
function open(options: { wanted?: boolean; canTell?: boolean } = {}) {
  const { wanted = true, canTell = true } = options;
  const machine = { interfaces: wifi, wanted, changes: 0, asked: 0 };
  const answers: PromiseWithResolvers<boolean>[] = [];
  const network = createNetwork({
    wantsMetered: () => machine.wanted,
    onChange: () => {
      machine.changes += 1;
    },
    sources: {
      interfaces: () => machine.interfaces,
      metered: canTell
        ? () => {
            machine.asked += 1;
            const answer = Promise.withResolvers<boolean>();
            answers.push(answer);
            return answer.promise;
          }
        : null,
    },
  });
  onTestFinished(() => network.close());
  const say = async (isMetered: boolean | Error): Promise<void> => {
    const answer = answers.shift();
    if (isMetered instanceof Error) answer?.reject(isMetered);
    else answer?.resolve(isMetered);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { network, machine, say };
}

const online = { online: true, metered: false };
const metered = { online: true, metered: true };
const offline = { online: false, metered: false };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a machine is offline', () => {
  test.each([
    ['no interface', {}],
    ['an interface without addresses', { eth0: [], eth1: undefined }],
    ['nothing but loopback', loopback],
    ['an address it gave itself', { eth0: [address('169.254.10.3'), address('fe80::1c2d')] }],
    ['an address it gave itself, in capitals', { eth0: [address('FEBF::1')] }],
  ])('with %s', (_, interfaces) => {
    expect(hasUsableAddress(interfaces)).toBe(false);
  });
});

describe('a machine is online', () => {
  test.each(['10.0.0.2', '2001:db8::7', 'fd00::7', 'fec0::1', '169.255.0.1'])(
    'with the address %s',
    (value) => {
      expect(hasUsableAddress({ ...loopback, eth0: [address(value)] })).toBe(true);
    },
  );
});

describe('the cost of a network', () => {
  test('that fails to be told is none', async () => {
    const { network, say } = open();
    await say(new Error('no such program'));
    expect(network.state()).toEqual(online);
  });

  test('is not asked for while nobody wants to know', async () => {
    const { network, machine } = open({ wanted: false });
    await vi.advanceTimersByTimeAsync(300_000);
    expect([network.state(), machine.asked]).toEqual([online, 0]);
  });

  test('is none where the system cannot tell', () => {
    expect(open({ canTell: false }).network.state()).toEqual(online);
    expect(meteredSource('darwin')).toBeNull();
  });

  test('counts as high until it is known', async () => {
    const { network, machine, say } = open();
    expect(network.state()).toEqual(metered);
    await say(false);
    expect([network.state(), machine.changes]).toEqual([online, 1]);
  });

  test('is asked for once a minute, however often the state is read', async () => {
    const { network, machine, say } = open();
    await say(true);
    for (let second = 1; second < 60; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      network.state();
    }
    expect([machine.asked, machine.changes]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(machine.asked).toBe(2);
    // What was known holds while it is asked for again.
    expect(network.state()).toEqual(metered);
    await say(false);
    expect([network.state(), machine.changes]).toEqual([online, 1]);
  });

  test('is asked for when the reader comes to want to know', async () => {
    const { network, machine, say } = open({ wanted: false });
    machine.wanted = true;
    expect(network.state()).toEqual(metered);
    await say(true);
    machine.wanted = false;
    expect(network.state()).toEqual(online);
  });

  test('is asked for anew on a network after none, and an answer about the one before is dropped', async () => {
    const { network, machine, say } = open();
    machine.interfaces = { ...loopback, wlan0: [] };
    await vi.advanceTimersByTimeAsync(10_000);
    expect(network.state()).toEqual(offline);
    machine.interfaces = wifi;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(machine.asked).toBe(2);
    await say(false);
    expect(network.state()).toEqual(metered);
    await say(false);
    expect(network.state()).toEqual(online);
  });
});

describe('a network that is watched', () => {
  test('says that it went and that it came, within ten seconds', async () => {
    const { network, machine } = open({ wanted: false });
    machine.interfaces = { ...loopback, wlan0: [address('169.254.1.1')] };
    await vi.advanceTimersByTimeAsync(10_000);
    expect([network.state(), machine.changes]).toEqual([offline, 1]);
    machine.interfaces = wifi;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([network.state(), machine.changes]).toEqual([online, 2]);
  });

  test('says nothing once it is closed', async () => {
    const { network, machine, say } = open();
    network.close();
    await say(false);
    machine.interfaces = { ...loopback, wlan0: [] };
    await vi.advanceTimersByTimeAsync(120_000);
    expect([machine.changes, machine.asked]).toEqual([0, 1]);
  });
});

/** Recorded outputs; NMMetered has 0 unknown, 1 yes, 2 no, 3 guessed yes, 4 guessed no. */
test.each([
  ['u 1\n', true],
  ['u 3\n', true],
  ['u 0\n', false],
  ['u 2\n', false],
  ['u 4\n', false],
  ['u 13\n', false],
  ['', false],
  ['Failed to get property Metered on interface org.freedesktop.NetworkManager', false],
])('NetworkManager’s %j is metered: %s', (output, isMetered) => {
  expect(isMeteredByNetworkManager(output)).toBe(isMetered);
});

test.each([
  ['Fixed\r\n', true],
  ['Variable\r\n', true],
  ['Unrestricted\r\n', false],
  ['Unknown\r\n', false],
  ['', false],
  ['Unable to find type [Windows.Networking.Connectivity.NetworkInformation]', false],
])('Windows’ %j is metered: %s', (output, isMetered) => {
  expect(isMeteredByWindows(output)).toBe(isMetered);
});
