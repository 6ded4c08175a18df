import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { extract } from './extract.ts';
import { benchFolder } from './folder.ts';
import { importPages } from './import.ts';
import { list } from './list.ts';
import { refreshBad } from './refresh-bad.ts';
import { refresh } from './refresh.ts';
import {
  isWithinBound,
  isWithinLimit,
  machineLine,
  ratio,
  toTable,
  type Report,
} from './report.ts';
import { search } from './search.ts';
import { travel } from './travel.ts';
import { windowBench } from './window.ts';

/** `npm run bench -- NAME`: see bench/README.md. */

const benches: Record<string, (runs: number) => Promise<Report> | undefined> = {
  list,
  search,
  refresh,
  'refresh-bad': refreshBad,
  travel,
  window: () => windowBench(values.part),
  extract: () => (values.corpus === undefined ? undefined : extract(values.corpus)),
  import: () => (values.corpus === undefined ? undefined : importPages(values.corpus)),
};

const help = `npm run bench -- NAME [--runs N] [--json FILE]

  list      pages of lists and the unread counts, with 100,000 and 1,000,000 articles
  search    words, prefixes and phrases, in the same libraries
  refresh   200 feeds with 30 entries each, first time and again unchanged
  refresh-bad  1,000 feeds of which a quarter hang, fail or send garbage
  extract   articles, pictures and galleries of the pages of a corpus (--corpus)
  travel    20,000 articles that are all complete, confirmed to be
  window    the window in Chromium, over 100,000 articles
  import    2,000 saved pages with their pictures, taken from a folder (--corpus)
  all       one after the other; extract and import only where there is a corpus

  --part NAME   of window: starting, opening, scrolling, searching, gallery or memory alone
  --corpus DIR  a folder of pages that people have read (bench/README.md)
  --runs N      how often each thing is measured (default: 400; refreshes: always the same)
  --json FILE   writes the figures to a file as well

Libraries are made once, in ${benchFolder()} (CARREL_BENCH_DIR names another folder).
Exits with 1 when a bound is exceeded.`;

/** Fewer than 300 runs of some microseconds do not give the same median twice. */
const leastRuns = 300;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '400' },
    json: { type: 'string' },
    part: { type: 'string', multiple: true },
    corpus: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const runs = Number(values.runs);

if (values.help || name === undefined) {
  console.log(help);
} else if (!Object.hasOwn(benches, name) && name !== 'all') {
  console.error(`bench: there is no ${name}\n\n${help}`);
  process.exitCode = 2;
} else if ((name === 'extract' || name === 'import') && values.corpus === undefined) {
  console.error(`bench: ${name} reads pages from a folder: --corpus DIR\n\n${help}`);
  process.exitCode = 2;
} else if (!Number.isInteger(runs) || runs < leastRuns) {
  console.error(`bench: --runs takes a number from ${leastRuns}, not ${values.runs}`);
  process.exitCode = 2;
} else {
  await runBenches(name === 'all' ? Object.keys(benches) : [name]);
}

async function runBenches(names: string[]): Promise<void> {
  const machine = machineLine(sqliteVersion());
  const reports: Report[] = [];
  for (const one of names) {
    const report = await benches[one]?.(runs);
    if (report === undefined) continue;
    reports.push(report);
    console.log(`${toTable(report)}\n`);
  }
  console.log(machine);
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ machine, reports: reports.map(withRatios) }, null, 2)}\n`,
    );
  }
  const over: { what: string }[] = [];
  for (const { rows, limits = [] } of reports) {
    over.push(...rows.filter((row) => !isWithinBound(row)));
    over.push(...limits.filter((limit) => !isWithinLimit(limit)));
  }
  for (const row of over) console.error(`over its bound: ${row.what}`);
  if (over.length > 0) process.exitCode = 1;
}

function withRatios(report: Report): object {
  return { ...report, rows: report.rows.map((row) => ({ ...row, ratio: ratio(row) })) };
}

function sqliteVersion(): string {
  const db = new Database(':memory:');
  const found: unknown = db.prepare('SELECT sqlite_version()').pluck().get();
  db.close();
  return String(found);
}
