import { describe, expect, test } from 'vitest';
import { readStartFlags } from '../../scripts/start.ts';

describe('the flags of npm start', () => {
  test.each([['--prot=1'], ['--port'], ['--library'], ['somewhere'], ['--browser=yes']])(
    'do not include %s',
    (flag) => {
      expect(() => readStartFlags([flag])).toThrow(/--?\w+|somewhere/);
    },
  );

  test('reach the door they are meant for', () => {
    const flags = readStartFlags(['--library', '/a b', '--port', '8080', '--no-open', '--demo']);
    expect(flags).toEqual({
      browser: false,
      help: false,
      both: ['--library=/a b', '--demo'],
      browserOnly: ['--port=8080', '--no-open'],
    });
  });

  test('may be none', () => {
    expect(readStartFlags([])).toEqual({ browser: false, help: false, both: [], browserOnly: [] });
  });
});
