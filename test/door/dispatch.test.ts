import { describe, expect, test } from 'vitest';
import { CarrelError } from '../../contract/errors.ts';
import { dispatch } from '../../main/door/dispatch.ts';

/** An engine that answers with what it was called with. */
const echo = { call: (method: string, args: unknown[]) => Promise.resolve([method, args]) };

describe('the dispatcher', () => {
  test('refuses a method that the contract does not have', async () => {
    for (const method of ['format', 'constructor', '__proto__', '']) {
      const answer = await dispatch(echo, method, []);
      expect(answer).toMatchObject({ ok: false, kind: 'invalid' });
      expect(answer).toHaveProperty('message', `Carrel has no method ${method}`);
    }
  });

  test.each([
    ['markRead', [['1'], true], 'markRead: argument 1[0]: '],
    ['markRead', [[1], 'yes'], 'markRead: argument 2: '],
    ['list', [{ scope: { kind: 'all' }, limit: 0, after: null }], 'list: argument 1.limit: '],
    ['list', [{ scope: { kind: 'nowhere' }, limit: 1, after: null }], 'list: argument 1.scope'],
    ['counts', ['extra'], 'counts: arguments: '],
    ['counts', 'no list', 'counts: arguments: '],
    ['counts', undefined, 'counts: arguments: '],
    [
      'addToImport',
      [1, [{ path: 'a', sizeBytes: 2, modifiedAt: null, offset: 0, bytes: [1, 2] }]],
      'addToImport: argument 2[0].bytes: ',
    ],
  ])('names the method and the argument that is wrong: %s %j', async (method, args, message) => {
    const answer = await dispatch(echo, method, args);
    expect(answer).toMatchObject({ ok: false, kind: 'invalid' });
    expect(answer).toHaveProperty('message', expect.stringContaining(message));
  });

  test('hands on what the schema made of the arguments', async () => {
    const answer = await dispatch(echo, 'subscribe', ['  news.example ']);
    expect(answer).toEqual({ ok: true, value: ['subscribe', ['news.example']] });
  });

  test('answers with the kind and message of what the engine threw', async () => {
    const refuse = { call: () => Promise.reject(new CarrelError('disk-full', 'library: full')) };
    expect(await dispatch(refuse, 'counts', [])).toEqual({
      ok: false,
      kind: 'disk-full',
      message: 'library: full',
    });
  });

  test('answers with an internal failure where something threw that has no kind', async () => {
    const fail = { call: () => Promise.reject(new TypeError('x is not a function')) };
    expect(await dispatch(fail, 'counts', [])).toEqual({
      ok: false,
      kind: 'internal',
      message: 'x is not a function',
    });
  });
});
