import { expect, test, vi } from 'vitest';
import type { CarrelEvent } from '../../contract/api.ts';
import { gatherChanges } from '../../main/engine/changes.ts';

test('tells many changes of one moment in one event, each article once', () => {
  vi.useFakeTimers();
  const events: CarrelEvent[] = [];
  const changes = gatherChanges((event) => events.push(event));
  changes.articles([1, 2]);
  changes.articles([2, 3]);
  changes.sources();
  expect(events).toEqual([]);
  vi.runAllTimers();
  expect(events).toEqual([{ kind: 'sources' }, { kind: 'articles', ids: [1, 2, 3] }]);
  vi.useRealTimers();
});

test('tells nothing when nothing changed', () => {
  const events: CarrelEvent[] = [];
  const changes = gatherChanges((event) => events.push(event));
  changes.articles([]);
  changes.flush();
  expect(events).toEqual([]);
});
