import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What a file of JSON says; of packages, whether npm is to build them. */
function packageAt(path: string): { gypfile?: boolean } {
  return JSON.parse(readFileSync(new URL(`../../${path}/package.json`, import.meta.url), 'utf8'));
}

test('npm ci compiles nothing that brings its binaries along', () => {
  const file = new URL('../../package-lock.json', import.meta.url);
  const lock: { packages: Record<string, { gypfile?: boolean }> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const prebuilt = Object.entries(lock.packages).filter(
    ([path]) =>
      existsSync(new URL(`../../${path}/binding.gyp`, import.meta.url)) &&
      packageAt(path).gypfile === false,
  );
  expect(prebuilt.map(([path]) => path)).toContain('node_modules/better-sqlite3');
  for (const [path, { gypfile }] of prebuilt) expect([path, gypfile]).toEqual([path, false]);
});
