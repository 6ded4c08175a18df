import { parse } from 'csv-parse/sync';
import { CarrelError } from '../../../../contract/errors.ts';
import { textOf, type Source } from './source.ts';

/** As much is parsed at once. */
const BATCH_CHARACTERS = 512 * 1024;

/** Longer than any row: one with a whole article in it, as wallabag writes. */
const MAX_ROW_CHARACTERS = 50_000_000;

/** A file that has as much to be read again after faults is no list any more. */
const MAX_READ_AGAIN = 400_000_000;

const RECORD_DELIMITERS = ['\r\n', '\n', '\r'];

/** A row: what stands in a column, by its name in any case; `''` where it has no such column. */
export type Row = (column: string) => string;

/** What a list with a header has. */
export interface CsvList {
  /** In lower case. */
  columns: ReadonlySet<string>;
  rows: AsyncIterable<Row>;
}

/** Called with the text of a line that is no row. */
export type OnBroken = (line: string) => void;

/**
 * Reads a list of values with a header (RFC 4180, and what programs write instead: semicolons or
 * tabs, stray quotes, rows that are too short). Memory holds one batch of rows.
 *
 * 1. Text comes in pieces; whole rows of it are parsed strictly. What follows waits for more text.
 * 2. At a fault, one line is read by itself: first with loose quotes, then without any. So a quote
 *    that nobody closed costs no row but, at most, its own.
 *
 * @returns `null` where the source is empty
 * @throws CarrelError `invalid` where it cannot be read, `too-large` for a row without end
 */
export async function readCsv(source: Source, onBroken: OnBroken): Promise<CsvList | null> {
  const records = recordsOf(source, onBroken);
  const first = await records.next();
  if (first.done === true) return null;
  const names = first.value.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const at = new Map(names.map((name, index) => [name, index]));
  return { columns: new Set(names), rows: rowsOf(records, at) };
}

async function* rowsOf(
  records: AsyncIterable<string[]>,
  at: ReadonlyMap<string, number>,
): AsyncGenerator<Row> {
  for await (const record of records) {
    yield (column) => record[at.get(column) ?? -1] ?? '';
  }
}

async function* recordsOf(source: Source, onBroken: OnBroken): AsyncGenerator<string[]> {
  let waiting = '';
  let wanted = BATCH_CHARACTERS;
  let delimiter: string | null = null;
  let readAgain = 0;

  for await (const piece of withEnd(textOf(source))) {
    waiting += piece ?? '';
    const isEnd = piece === null;
    // A row that is not whole is parsed again only when there is twice as much of it.
    if (!isEnd && waiting.length < wanted) continue;
    delimiter ??= delimiterOf(waiting);
    for (;;) {
      const { records, length, fault } = parseWhole(waiting, delimiter, isEnd);
      yield* records;
      waiting = waiting.slice(length);
      if (fault === null) break;
      const isUnclosed = fault === 'unclosed' && !isEnd && waiting.length < MAX_ROW_CHARACTERS;
      if (isUnclosed) break;
      const line = firstLine(waiting);
      waiting = waiting.slice(line.length);
      const record = parseLoosely(line, delimiter);
      if (record === null) onBroken(line);
      else yield record;
      readAgain += fault === 'unclosed' ? waiting.length : BATCH_CHARACTERS / 16;
      if (readAgain > MAX_READ_AGAIN) throw broken(source.name);
    }
    if (waiting.length > MAX_ROW_CHARACTERS) throw endless(source.name);
    wanted = Math.max(BATCH_CHARACTERS, waiting.length * 2);
  }
}

/** The pieces, and `null` when there are no more. */
async function* withEnd(pieces: AsyncIterable<string>): AsyncGenerator<string | null> {
  yield* pieces;
  yield null;
}

/** Where a fault is: a quote that is still open at the end, or a quote in a place for none. */
type Fault = 'unclosed' | 'stray' | null;

/** The rows that are whole, how many characters they take, and why it did not go on. */
function parseWhole(
  text: string,
  delimiter: string,
  isEnd: boolean,
): { records: string[][]; length: number; fault: Fault } {
  // Without its end, the last line may go on in the next piece.
  const until = isEnd ? text.length : text.lastIndexOf('\n') + 1;
  const bytes = Buffer.from(text.slice(0, until));
  const records: string[][] = [];
  let readBytes = 0;
  let fault: Fault = null;
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: RECORD_DELIMITERS,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { bytes_records }) => {
        records.push(record);
        readBytes = bytes_records;
        return null;
      },
    });
    readBytes = bytes.byteLength;
  } catch (error) {
    fault = codeOf(error) === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : 'stray';
  }
  return { records, length: bytes.subarray(0, readBytes).toString().length, fault };
}

/** One line as a row; `null` where it is none. */
function parseLoosely(line: string, delimiter: string): string[] | null {
  for (const quotes of [{ relax_quotes: true }, { quote: false }]) {
    try {
      const [record] = parse(line, {
        delimiter,
        record_delimiter: RECORD_DELIMITERS,
        relax_column_count: true,
        ...quotes,
      });
      if (record !== undefined && record.length > 1) {
        return 'quote' in quotes ? record.map((field) => field.replaceAll(/^"|"$/g, '')) : record;
      }
    } catch {
      // The next way, or none.
    }
  }
  return null;
}

/** With its end. */
function firstLine(text: string): string {
  return /^[^\n]*\n?/.exec(text)?.[0] ?? text;
}

/** Of those that programs write, the one that the header has most of. */
function delimiterOf(text: string): string {
  const header = firstLine(text.slice(0, 10_000));
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [';', '\t'].find((delimiter) => count(delimiter) > count(',')) ?? ',';
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function broken(name: string): CarrelError {
  return new CarrelError('invalid', `import: cannot read ${name}: too many quotes in it are wrong`);
}

function endless(name: string): CarrelError {
  return new CarrelError('too-large', `import: cannot read ${name}: a row in it is too long`);
}
