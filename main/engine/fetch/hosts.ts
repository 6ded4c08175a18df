/** At how many places at once Carrel may be busy. */
export interface HostLimits {
  perHost: number;
  inAll: number;
}

/** Waits for a turn at a host; the function it gives ends the turn (twice does no harm). */
export interface Hosts {
  enter(host: string, signal: AbortSignal): Promise<() => void>;
}

interface Waiter {
  admit: () => void;
}

interface Host {
  active: number;
  waiting: Waiter[];
}

/**
 * A gate before all hosts: at most `perHost` turns at one host and `inAll` together. Hosts take
 * turns, and at one host whoever came first goes first: a feed with a hundred pictures does not
 * keep the other feeds waiting.
 */
export function createHosts(limits: HostLimits): Hosts {
  // The order of this map is the order in which hosts are served.
  const hosts = new Map<string, Host>();
  let active = 0;

  function admitWaiting(): void {
    for (const [name, host] of hosts) {
      if (active >= limits.inAll) return;
      if (host.active >= limits.perHost) continue;
      const next = host.waiting.shift();
      if (next === undefined) continue;
      host.active++;
      active++;
      // To the end of the order: every other host comes before this one's next.
      hosts.delete(name);
      hosts.set(name, host);
      next.admit();
    }
  }

  function leave(name: string, host: Host): void {
    host.active--;
    active--;
    if (host.active === 0 && host.waiting.length === 0) hosts.delete(name);
    admitWaiting();
  }

  return {
    async enter(name, signal) {
      signal.throwIfAborted();
      const host = hosts.get(name) ?? { active: 0, waiting: [] };
      hosts.set(name, host);

      await new Promise<void>((resolve, reject) => {
        const waiter = { admit };
        function admit(): void {
          signal.removeEventListener('abort', giveUp);
          resolve();
        }
        function giveUp(): void {
          host.waiting.splice(host.waiting.indexOf(waiter), 1);
          if (host.active === 0 && host.waiting.length === 0) hosts.delete(name);
          reject(signal.reason);
        }
        signal.addEventListener('abort', giveUp, { once: true });
        host.waiting.push(waiter);
        admitWaiting();
      });

      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave(name, host);
      };
    },
  };
}
