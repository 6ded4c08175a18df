import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openReadOnly } from '../../db/open.ts';
import { readValue, writeValue } from '../../db/settings.ts';
import { createKeeper } from '../../main/engine/keeper.ts';
import { newLibrary } from '../db/library.ts';

test('fails the one whose step throws, alone and whole, and keeps the others', async () => {
  const db = newLibrary();
  const keeper = createKeeper(db);
  const kept = [
    keeper.keep({ steps: 2, write: (step) => writeValue(db, `good-${step}`, true) }),
    keeper.keep({
      steps: 2,
      write(step) {
        writeValue(db, `bad-${step}`, true);
        if (step === 1) throw new Error('this entry cannot be kept');
      },
    }),
    keeper.keep({ steps: 1, write: () => writeValue(db, 'late', true) }),
  ];
  const ends = await Promise.allSettled(kept);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(['good-0', 'good-1', 'late'].map((key) => readValue(db, key))).toEqual([true, true, true]);
  // Its first step was in the transaction that was undone.
  expect([readValue(db, 'bad-0'), readValue(db, 'bad-1')]).toEqual([undefined, undefined]);
});

test('does the steps of each in their order, once each on the disk', async () => {
  const db = newLibrary();
  const keeper = createKeeper(db);
  db.exec('CREATE TABLE steps (writing TEXT, step INTEGER)');
  const add = db.prepare('INSERT INTO steps VALUES (?, ?)');
  const writing = (name: string): Promise<void> =>
    keeper.keep({ steps: 40, write: (step) => void add.run(name, step) });
  await Promise.all([writing('a'), writing('b'), writing('c')]);
  for (const name of ['a', 'b', 'c']) {
    const steps = db.prepare('SELECT step FROM steps WHERE writing = ? ORDER BY rowid').pluck();
    expect(steps.all(name)).toEqual(Array.from({ length: 40 }, (_, step) => step));
  }
});

test('puts those that come together into one transaction', async () => {
  const db = newLibrary();
  const keeper = createKeeper(db);
  const watcher = openReadOnly(dirname(db.name));
  onTestFinished(() => void watcher.close());
  const seen: unknown[] = [];
  await Promise.all(
    [1, 2, 3].map((n) =>
      keeper.keep({
        steps: 1,
        write() {
          // What the one before kept is not committed yet, and cannot be seen from outside.
          seen.push(
            watcher.prepare(`SELECT count(*) FROM settings WHERE key LIKE 'feed-%'`).pluck().get(),
          );
          writeValue(db, `feed-${n}`, n);
        },
      }),
    ),
  );
  expect(seen).toEqual([0, 0, 0]);
  expect(readValue(db, 'feed-3')).toBe(3);
});

test('lets the library answer in between, and takes what comes meanwhile', async () => {
  const db = newLibrary();
  const keeper = createKeeper(db);
  const order: string[] = [];
  const long = keeper
    .keep({
      steps: 30,
      write(step) {
        const until = performance.now() + 2;
        while (performance.now() < until);
        writeValue(db, 'long', step);
      },
    })
    .then(() => order.push('long'));
  await new Promise((resolve) => setTimeout(resolve, 0));
  order.push('answered');
  await long;
  expect(order).toEqual(['answered', 'long']);
  expect(readValue(db, 'long')).toBe(29);
});
