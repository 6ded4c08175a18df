import { expect, test, vi } from 'vitest';
import type { Job } from '../../db/jobs.ts';
import { createPauses } from '../../main/engine/pauses.ts';
import { createSlots } from '../../main/engine/slots.ts';

function job(id: number, kind: Job['kind'] = 'refresh'): Job {
  return {
    id,
    kind,
    feedId: id,
    articleId: null,
    captureId: null,
    versionId: null,
    ordinal: null,
    host: `${id}.example`,
    attempts: 0,
    runAt: 0,
  };
}

const never = new Promise<never>(() => undefined);

test('a server that hangs costs its connection, and its slot for a moment only', async () => {
  vi.useFakeTimers();
  try {
    const slots = createSlots();
    const most = slots.free();
    const freed = vi.fn<() => void>();
    for (let id = 0; id < most; id += 1) void slots.run(job(id), freed, (slot) => slot.away(never));
    expect(slots.free()).toBe(0);
    await vi.advanceTimersByTimeAsync(300);
    expect(freed).toHaveBeenCalledTimes(most);
    expect(slots.free()).toBe(most);
    expect(slots.running()).toHaveLength(most);
  } finally {
    vi.useRealTimers();
  }
});

test('waits no longer for more when too many servers hang', async () => {
  vi.useFakeTimers();
  try {
    const slots = createSlots();
    for (let id = 0; slots.free() > 0; id += 1) {
      void slots.run(
        job(id),
        () => undefined,
        (slot) => slot.away(never),
      );
      await vi.advanceTimersByTimeAsync(300);
    }
    // More would be a burst of connections.
    expect(slots.running().length).toBeLessThan(200);
  } finally {
    vi.useRealTimers();
  }
});

test('a job that is back from its server has its slot again, and gives it up when it ends', async () => {
  const slots = createSlots();
  const most = slots.free();
  const answer = Promise.withResolvers<string>();
  const rest = Promise.withResolvers<void>();
  const run = slots.run(
    job(1),
    () => undefined,
    async (slot) => {
      expect(await slot.away(answer.promise)).toBe('answer');
      await rest.promise;
    },
  );
  answer.resolve('answer');
  await vi.waitFor(() => expect(slots.free()).toBe(most - 1));
  rest.resolve();
  await run;
  expect(slots.free()).toBe(most);
});

test('ends the jobs that are named, and no other', async () => {
  const slots = createSlots();
  const signals: AbortSignal[] = [];
  for (const one of [job(1), job(2, 'extract')]) {
    void slots.run(
      one,
      () => undefined,
      (slot) => {
        signals.push(slot.signal);
        return never;
      },
    );
  }
  slots.abort(({ kind }) => kind === 'refresh', new Error('enough'));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});

test('pages of one host have a pause between them; those of this machine’s own servers do not', () => {
  vi.useFakeTimers();
  try {
    const pauses = createPauses(() => 0.5);
    for (const host of ['a.example', '127.0.0.1:8080', 'localhost:80', '[::1]:80', '']) {
      pauses.after(host);
    }
    expect(pauses.hosts()).toEqual(['a.example']);
    expect(pauses.nextMs()).toBe(1000);
    vi.advanceTimersByTime(999);
    expect(pauses.hosts()).toEqual(['a.example']);
    vi.advanceTimersByTime(2);
    expect(pauses.hosts()).toEqual([]);
    expect(pauses.nextMs()).toBe(Infinity);
  } finally {
    vi.useRealTimers();
  }
});
