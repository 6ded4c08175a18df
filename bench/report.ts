import { arch, cpus, platform, release, totalmem } from 'node:os';
import type { Sides } from './interleave.ts';
import type { Summary } from './statistics.ts';

/** One comparison: what was measured, on both sides, and how many times the floor is allowed. */
export interface Row {
  what: string;
  measured: Sides<Summary>;
  /** The most that ours may be, in floors; `null` where it is only told. */
  bound: number | null;
}

/** Something that is bounded by itself, whatever else was measured. */
export interface Limit {
  what: string;
  value: number;
  /** The most it may be, or the least. */
  most?: number;
  least?: number;
  unit: string;
}

export interface Report {
  bench: string;
  rows: Row[];
  /** Figures beside those of others: a line of headings, and lines. */
  tables?: string[][][];
  limits?: Limit[];
  /** Other things that were seen, one line each. */
  notes: string[];
}

/** How many floors ours takes. */
export function ratio(row: Row): number {
  return row.measured.ours.median / row.measured.floor.median;
}

/** Whether a row keeps its bound; what has none does. */
export function isWithinBound(row: Row): boolean {
  return row.bound === null || ratio(row) <= row.bound;
}

export function isWithinLimit({ value, most = Infinity, least = -Infinity }: Limit): boolean {
  return value <= most && value >= least;
}

/** The report as a table for a terminal, its columns aligned, followed by limits and notes. */
export function toTable(report: Report): string {
  const head = ['', 'ours µs', 'p95', 'floor µs', 'p95', 'ratio', 'bound', ''];
  const lines = report.rows.map((row) => [
    row.what,
    micros(row.measured.ours.median),
    micros(row.measured.ours.p95),
    micros(row.measured.floor.median),
    micros(row.measured.floor.p95),
    ratio(row).toFixed(2),
    row.bound === null ? '' : `≤ ${row.bound}`,
    verdict(row),
  ]);
  const tables = (report.tables ?? []).flatMap(align);
  const table = lines.length === 0 ? tables : [...align([head, ...lines]), ...tables];
  const below = [...(report.limits ?? []).map(limitLine), ...report.notes];
  return [
    lines.length === 0 ? report.bench : `${report.bench}: medians`,
    ...table,
    ...below.map((line) => `  ${line}`),
  ].join('\n');
}

function limitLine(limit: Limit): string {
  const { what, value, most, least, unit } = limit;
  const bound = most === undefined ? `≥ ${least ?? ''}` : `≤ ${most}`;
  const verdictOf = isWithinLimit(limit) ? 'ok' : most === undefined ? 'below' : 'over';
  const written = unit === '' ? value.toFixed(3) : `${value.toFixed(1)} ${unit}`;
  return `${what}: ${written} (${`${bound} ${unit}`.trim()}, ${verdictOf})`;
}

function verdict(row: Row): string {
  if (row.bound === null) return '';
  return isWithinBound(row) ? 'ok' : 'over';
}

function micros(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

/** The first column to the left, the others to the right. */
function align(cells: string[][]): string[] {
  const columns = cells[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((line) => width(line[column] ?? ''))),
  );
  return cells.map((line) =>
    line
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - width(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Columns of a terminal: a CJK ideograph takes two. */
function width(text: string): number {
  return text.length + (text.match(/\p{Ideographic}/gu)?.length ?? 0);
}

/** The machine and the versions the figures belong to, in one line. */
export function machineLine(sqliteVersion: string): string {
  const processors = cpus();
  const memoryGb = Math.round(totalmem() / 1024 ** 3);
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? arch()}`,
    `${memoryGb} GB`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    `SQLite ${sqliteVersion}`,
  ].join(' · ');
}
