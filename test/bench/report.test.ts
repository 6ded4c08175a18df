import { describe, expect, it } from 'vitest';
import { isWithinBound, machineLine, toTable, type Row } from '../../bench/report.ts';
import type { Summary } from '../../bench/statistics.ts';

function row(what: string, ours: number, floor: number, bound: number | null): Row {
  return { what, measured: { ours: summary(ours), floor: summary(floor) }, bound };
}

function summary(median: number): Summary {
  return { runs: 300, median, p95: median * 2, worst: median * 3 };
}

describe('a bound', () => {
  it('is exceeded by more than so many floors', () => {
    expect(isWithinBound(row('a page', 301, 100, 3))).toBe(false);
  });

  it('is kept by exactly so many floors, and by anything where there is none', () => {
    expect(isWithinBound(row('a page', 300, 100, 3))).toBe(true);
    expect(isWithinBound(row('a search', 900, 100, null))).toBe(true);
  });
});

describe('the table', () => {
  it('says which rows are over their bound', () => {
    const rows = [
      row('a page', 250, 100, 3),
      row('counts', 250, 100, 1),
      row('search', 1, 2, null),
    ];
    const lines = toTable({ bench: 'list', rows, notes: ['a note'] }).split('\n');
    expect(lines[2]).toMatch(/^a page .*\b2\.50 +≤ 3 +ok$/);
    expect(lines[3]).toMatch(/^counts .*\b2\.50 +≤ 1 +over$/);
    expect(lines[4]).toMatch(/^search .*\b0\.50$/);
    expect(lines[5]).toBe('  a note');
  });

  it('says which figures are above or below what they may be', () => {
    const limits = [
      { what: 'a page', value: 17, most: 16, unit: 'ms' },
      { what: 'memory', value: 200, most: 200, unit: 'MB' },
      { what: 'title', value: 0.9, least: 0.92, unit: '' },
      { what: 'date', value: 0.9, least: 0.9, unit: '' },
    ];
    const tables = [
      [
        ['', 'ours'],
        ['title', '0.9'],
      ],
    ];
    expect(toTable({ bench: 'some', rows: [], tables, limits, notes: [] }).split('\n')).toEqual([
      'some',
      '       ours',
      'title   0.9',
      '  a page: 17.0 ms (≤ 16 ms, over)',
      '  memory: 200.0 MB (≤ 200 MB, ok)',
      '  title: 0.900 (≥ 0.92, below)',
      '  date: 0.900 (≥ 0.9, ok)',
    ]);
  });

  it('keeps its columns in line, also below Chinese', () => {
    const rows = [row('harbour', 1, 1, 3), row('港湾', 1234.5, 1, 3)];
    const [, , latin = '', chinese = ''] = toTable({ bench: 'search', rows, notes: [] }).split(
      '\n',
    );
    // The two characters take two columns each in a terminal.
    expect(chinese.indexOf('≤') + 2).toBe(latin.indexOf('≤'));
    expect(chinese).toContain('1,235');
  });
});

it('names the machine, the Node and the SQLite that the figures belong to', () => {
  expect(machineLine('3.50.0')).toMatch(
    /^\d+ × .+ · \d+ GB · .+ · Node \d+\.\d+\.\d+ · SQLite 3\.50\.0$/,
  );
});
