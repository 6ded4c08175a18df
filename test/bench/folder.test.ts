import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchFolder } from '../../bench/folder.ts';

it('lets CARREL_BENCH_DIR name the folder, unless it is empty', () => {
  expect(benchFolder('linux', { CARREL_BENCH_DIR: '/fast/disk' }, '/home/ada')).toBe('/fast/disk');
  const unset = benchFolder('linux', { CARREL_BENCH_DIR: '' }, '/home/ada');
  expect(unset).toBe(join('/home/ada', '.cache', 'carrel-bench'));
});

it('takes the platform’s folder for what can be made again', () => {
  expect(benchFolder('linux', { XDG_CACHE_HOME: '/var/c' }, '/home/ada')).toBe(
    join('/var/c', 'carrel-bench'),
  );
  // The XDG specification has relative paths ignored.
  expect(benchFolder('linux', { XDG_CACHE_HOME: 'c' }, '/home/ada')).toBe(
    join('/home/ada', '.cache', 'carrel-bench'),
  );
  expect(benchFolder('darwin', {}, '/Users/ada')).toBe(
    join('/Users/ada', 'Library/Caches/carrel-bench'),
  );
  expect(benchFolder('win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Users\\ada')).toBe(
    join('C:\\Local', 'carrel-bench'),
  );
});
