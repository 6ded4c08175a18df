import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { meteredSource } from './metered.ts';

/** Often enough that who plugs a cable in need not wonder; a look costs well under a millisecond. */
const lookEveryMs = 10_000;

/** Asking the system starts a program. */
const askEveryMs = 60_000;

export interface NetworkState {
  /** Whether this machine has an address by which it could reach others. */
  online: boolean;
  /**
   * Whether the network is metered. `false` while nobody wants to know. `true` while the system is
   * being asked for the first time since there is a network: who waits for a free one must not
   * pay for the second that the answer takes.
   */
  metered: boolean;
}

/** The kind of network this machine is on. What is on this machine itself waits for none. */
export interface Network {
  state(): NetworkState;
  close(): void;
}

/** Where the state is read from. */
export interface NetworkSources {
  interfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** Asks the system; `null` where it cannot tell. A rejection counts as not metered. */
  metered: (() => Promise<boolean>) | null;
}

/**
 * Watches the network: looks at the machine's addresses every ten seconds, and asks the system
 * whether it is metered every minute at most, and only while `wantsMetered()`.
 *
 * `onChange` is called after the state has become another one; not for the state at first, and not
 * from within `state()`. Keeps no process alive.
 */
export function createNetwork(options: {
  wantsMetered: () => boolean;
  onChange: () => void;
  sources?: NetworkSources;
}): Network {
  const { wantsMetered, onChange } = options;
  const sources = options.sources ?? {
    interfaces: networkInterfaces,
    metered: meteredSource(),
  };
  let online = hasUsableAddress(sources.interfaces());
  /** What the system said last; `undefined` where it has not been asked on this network. */
  let answer: boolean | undefined;
  let askedAtMs = -Infinity;
  let isClosed = false;

  function state(): NetworkState {
    if (!online || sources.metered === null || !wantsMetered()) return { online, metered: false };
    void ask(sources.metered);
    return { online, metered: answer ?? true };
  }

  async function ask(metered: () => Promise<boolean>): Promise<void> {
    const now = performance.now();
    if (isClosed || now - askedAtMs < askEveryMs) return;
    askedAtMs = now;
    const isMetered = await metered().catch(() => false);
    // On another network by now, which was asked for itself.
    if (askedAtMs !== now) return;
    answer = isMetered;
    tellChange();
  }

  function look(): void {
    const isOnline = hasUsableAddress(sources.interfaces());
    if (isOnline && !online) {
      answer = undefined;
      askedAtMs = -Infinity;
    }
    online = isOnline;
    tellChange();
  }

  let told = state();
  function tellChange(): void {
    const now = state();
    if (isClosed || (now.online === told.online && now.metered === told.metered)) return;
    told = now;
    onChange();
  }

  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return {
    state,
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  };
}

/**
 * Whether an interface has an address that reaches further than this machine and its own cable: a
 * link-local one (RFC 3927, RFC 4291) is what a machine gives itself where no network gives one.
 */
export function hasUsableAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): boolean {
  return Object.values(interfaces).some((addresses) =>
    addresses?.some(({ internal, address }) => !internal && !isLinkLocal(address)),
  );
}

function isLinkLocal(address: string): boolean {
  return /^(?:169\.254\.|fe[89ab])/i.test(address);
}
