import { expect, test } from 'vitest';
import { CarrelError, toFailure } from '../../contract/errors.ts';

test('keeps the kind of an error that lost its class on the way', () => {
  expect(toFailure({ kind: 'http', message: 'page: 404' })).toEqual({
    kind: 'http',
    message: 'page: 404',
  });
  expect(toFailure(new CarrelError('timeout', 'page: slow'))).toEqual({
    kind: 'timeout',
    message: 'page: slow',
  });
});

test('takes whatever else is thrown for a fault of Carrel’s own', () => {
  for (const thrown of [new Error('x'), { kind: 'toString', message: 'x' }, 'x', null, undefined]) {
    expect(toFailure(thrown).kind).toBe('internal');
  }
});
