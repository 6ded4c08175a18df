import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.ts';

/**
 * `npm test`: everything that is checked, in one command. The steps run in order and the first
 * that fails ends it; the last line printed says how many tests passed and failed.
 */

interface Step {
  name: string;
  /** A command as a shell takes it, or something to do here, which throws when it fails. */
  act: string | (() => void);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'carrel-test-'));

const steps: Step[] = [
  { name: 'browser', act: () => console.log(`Tests in the browser run in ${ensureBrowser()}`) },
  { name: 'types', act: 'tsc -b' },
  { name: 'lint', act: 'oxlint --type-aware --deny-warnings' },
  { name: 'format', act: 'oxfmt --check' },
  { name: 'node tests', act: vitest('node') },
  { name: 'build', act: 'node scripts/build.ts' },
  { name: 'element tests', act: vitest('elements') },
  { name: 'end-to-end tests', act: vitest('end-to-end') },
];

const failed = steps.find((step) => !passes(step));
if (failed !== undefined) {
  console.error(`\nFailed: ${failed.name}. The steps after it were not run.`);
  process.exitCode = 1;
}
const counts = ['node', 'elements', 'end-to-end'].map((project) => readReport(reportOf(project)));
const passedTests = counts.reduce((sum, { passed }) => sum + passed, 0);
const failedTests = counts.reduce((sum, count) => sum + count.failed, 0);
rmSync(reports, { recursive: true, force: true });
// What fails without a failed test (wrong types, a test file that cannot be loaded) counts as one.
const failures = failed !== undefined && failedTests === 0 ? 1 : failedTests;
console.log(`\n${passedTests} passed, ${failures} failed`);

function passes({ name, act }: Step): boolean {
  console.log(`\n== ${name}`);
  if (typeof act === 'string') return runCommand(act);
  try {
    act();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function runCommand(command: string): boolean {
  const programs = join(root, 'node_modules', '.bin');
  const path = `${programs}${delimiter}${process.env['PATH'] ?? ''}`;
  // A shell, because on Windows the programs of packages are `.cmd` files.
  const { status, error } = spawnSync(command, {
    cwd: root,
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  if (error !== undefined) console.error(`cannot run ${command}: ${error.message}`);
  return status === 0;
}

function vitest(project: string): string {
  const report = reportOf(project);
  return `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json="${report}"`;
}

function reportOf(project: string): string {
  return join(reports, `${project}.json`);
}

/** The counts in a report of vitest's JSON reporter; zeros where the step did not get there. */
function readReport(file: string): { passed: number; failed: number } {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
  };
}

function numberAt(value: unknown, key: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  const found = new Map(Object.entries(value)).get(key);
  return typeof found === 'number' ? found : 0;
}
