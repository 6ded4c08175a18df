import type { DoorServices } from './door-services.ts';
import type { FromEngine, Question, Reply, ToEngine } from './protocol.ts';

/** Chromium may have to fetch a proxy script first; a fetch must not wait much longer than this. */
const quickTimeoutMs = 5000;

/** A system may ask its user for the password of the keychain, and wait for it to be typed. */
const keychainTimeoutMs = 60_000;

/** A dialog stays open as long as its reader likes; this long, nobody is there any more. */
const chooserTimeoutMs = 60 * 60_000;

/** The asking side of `DoorServices`, on the channel between the engine and its door. */
export interface AskedDoor {
  services: DoorServices;
  /** Takes what the door told; what nobody waits for any more is dropped. */
  told: (message: Extract<ToEngine, { kind: 'told' }>) => void;
  /** The door is gone: whatever is asked, now or later, ends at once. */
  gone: () => void;
}

/**
 * Asks the door by `post`. Nothing hangs: a door that says nothing in time has no proxy, and
 * everything else rejects, with an error that names the act.
 */
export function askDoor(post: (message: FromEngine) => void): AskedDoor {
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  let isGone = false;

  function ask(question: Question, timeoutMs: number): Promise<Reply> {
    if (isGone) return Promise.resolve(failed('the door is gone'));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle(failed(`the door did not answer within ${timeoutMs / 1000} seconds`));
      }, timeoutMs);
      // An engine that is done does not stay for an answer.
      timer.unref();
      const settle = (reply: Reply): void => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(reply);
      };
      waiting.set(id, settle);
      post({ kind: 'ask', id, question });
    });
  }

  return {
    services: {
      async proxyFor(address) {
        const reply = await ask({ kind: 'proxyFor', address }, quickTimeoutMs);
        return reply.kind === 'proxyFor' ? reply.proxy : null;
      },
      async hasKeychain() {
        const reply = await ask({ kind: 'hasKeychain' }, keychainTimeoutMs);
        if (reply.kind === 'hasKeychain') return reply.has;
        throw refusal('keychain: cannot ask for a keychain', reply);
      },
      async seal(text) {
        const reply = await ask({ kind: 'seal', text }, keychainTimeoutMs);
        if (reply.kind === 'seal') return reply.sealed;
        throw refusal('keychain: cannot seal', reply);
      },
      async unseal(sealed) {
        // A copy: of a view, some channels send the whole memory that it is a view of.
        const question: Question = { kind: 'unseal', sealed: Uint8Array.from(sealed) };
        const reply = await ask(question, keychainTimeoutMs);
        if (reply.kind === 'unseal') return reply.text;
        throw refusal('keychain: cannot open what was sealed', reply);
      },
      async hasChooser() {
        const reply = await ask({ kind: 'hasChooser' }, quickTimeoutMs);
        return reply.kind === 'hasChooser' && reply.has;
      },
      async chooseFolder() {
        const reply = await ask({ kind: 'chooseFolder' }, chooserTimeoutMs);
        if (reply.kind === 'chooseFolder') return reply.folder;
        throw refusal('folder: cannot let one be chosen', reply);
      },
    },
    told({ id, reply }) {
      waiting.get(id)?.(reply);
    },
    gone() {
      isGone = true;
      for (const settle of waiting.values()) settle(failed('the door is gone'));
    },
  };
}

function failed(message: string): Reply {
  return { kind: 'failed', message };
}

function refusal(act: string, reply: Reply): Error {
  const cause = reply.kind === 'failed' ? reply.message : `the door answered ${reply.kind}`;
  return new Error(`${act}: ${cause}`);
}
