import { expect, it } from 'vitest';
import { interleave } from '../../bench/interleave.ts';

it('passes on what a run throws', async () => {
  const sides = {
    ours: () => {
      throw new Error('the page is empty');
    },
    floor: () => 0,
  };
  await expect(interleave(sides, 2)).rejects.toThrow('the page is empty');
});

it('lets both sides go first equally often, warm-up apart', async () => {
  const order: string[] = [];
  const { ours, floor } = await interleave(
    { ours: () => order.push('ours'), floor: () => order.push('floor') },
    4,
  );
  expect(order.slice(-8)).toEqual([
    'ours',
    'floor',
    'floor',
    'ours',
    'ours',
    'floor',
    'floor',
    'ours',
  ]);
  expect([ours.runs, floor.runs]).toEqual([4, 4]);
});

it('waits for what a promise brings before the other side begins', async () => {
  let isRunning = false;
  let overlaps = 0;
  const side = async (): Promise<void> => {
    if (isRunning) overlaps += 1;
    isRunning = true;
    await new Promise((resolve) => setImmediate(resolve));
    isRunning = false;
  };
  await interleave({ ours: side, floor: side }, 3);
  expect(overlaps).toBe(0);
});
