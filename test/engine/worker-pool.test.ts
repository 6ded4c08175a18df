import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkerPool, type WorkerPool } from '../../main/engine/worker-pool.ts';

const file = new URL('./fixtures/hostile-worker.ts', import.meta.url);
const page = (address: string) => ({ bytes: new Uint8Array(), address, contentType: null });

describe('the pool of worker threads', () => {
  let pool: WorkerPool;
  beforeEach(() => {
    pool = createWorkerPool(file, { threads: 2, memoryMb: 64, taskMs: 1500 });
  });
  afterEach(async () => {
    await pool.close();
  });

  test('ends a task that takes too long, and only that one', async () => {
    const hung = pool.run('page', page('hang'));
    const others = Promise.all(['a', 'b', 'c'].map((name) => pool.run('page', page(name))));
    await expect(hung).rejects.toMatchObject({ kind: 'timeout' });
    await expect(others).resolves.toEqual(['a', 'b', 'c']);
  });

  test('ends a task that takes too much memory, and only that one', async () => {
    const patient = createWorkerPool(file, { threads: 2, memoryMb: 64, taskMs: 25_000 });
    const eater = patient.run('page', page('eat'));
    const other = patient.run('page', page('other'));
    await expect(eater).rejects.toMatchObject({ kind: 'too-large' });
    await expect(other).resolves.toBe('other');
    await patient.close();
  });

  test('goes on after a thread ended under its task', async () => {
    await expect(pool.run('page', page('exit'))).rejects.toMatchObject({ kind: 'internal' });
    await expect(pool.run('page', page('after'))).resolves.toBe('after');
  });

  test('gives the failure of a task with its kind', async () => {
    await expect(pool.run('page', page('fail'))).rejects.toMatchObject({
      kind: 'no-article',
      message: 'extract: no article',
    });
  });

  test('does more tasks than it has threads, all of them', async () => {
    const names = Array.from({ length: 40 }, (_, number) => `page ${number}`);
    await expect(Promise.all(names.map((name) => pool.run('page', page(name))))).resolves.toEqual(
      names,
    );
  });

  test('fails what waits when it is closed', async () => {
    const hung = Promise.allSettled(['hang', 'hang', 'late'].map((n) => pool.run('page', page(n))));
    await pool.close();
    const outcomes = await hung;
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(pool.run('page', page('after'))).rejects.toMatchObject({ kind: 'engine-down' });
  });
});
