import { CarrelError } from '../../../../contract/errors.ts';
import type { Sink, Unpacker } from '../types.ts';
import { readCsv, type Row } from './csv-rows.ts';
import { takeLink } from './entry.ts';
import { readInstapaperRow } from './instapaper.ts';
import { readPocketRow } from './pocket.ts';
import { readReadwiseRow } from './readwise.ts';
import { countRefusals, type CountedRefusals } from './refusals.ts';
import { fileSource, type Source } from './source.ts';
import { takeWallabagRow } from './wallabag-csv.ts';

type TakeRow = (row: Row, sink: Sink, refusals: CountedRefusals) => void;

/** Each service with the columns that only its lists have. */
const SERVICES: { columns: string[]; take: TakeRow }[] = [
  {
    columns: ['url', 'time_added', 'status'],
    take: (row, sink, refusals) => {
      takeLink(readPocketRow(row), sink, refusals);
    },
  },
  {
    columns: ['url', 'folder', 'selection'],
    take: (row, sink, refusals) => {
      takeLink(readInstapaperRow(row), sink, refusals);
    },
  },
  {
    columns: ['url', 'document tags', 'location'],
    take: (row, sink, refusals) => {
      const entry = readReadwiseRow(row, refusals);
      if (entry !== null) takeLink(entry, sink, refusals);
    },
  },
  { columns: ['url', 'content', 'mime type'], take: takeWallabagRow },
];

/** The lists of Pocket, Instapaper, Readwise Reader and wallabag, told by their header. */
export const unpackCsv: Unpacker = async (file, sink) => {
  await readCsvExport(fileSource(file.path, file.name), sink);
};

/** As `unpackCsv`, of a file that may lie in an archive. */
export async function readCsvExport(source: Source, sink: Sink): Promise<void> {
  const refusals = countRefusals(source.name);
  const list = await readCsv(source, (line) => {
    refusals.add('their quotes are wrong', line);
  });
  if (list === null) throw unreadable(source.name, 'it is empty');
  const { columns, rows } = list;
  const service = SERVICES.find((one) => one.columns.every((column) => columns.has(column)));
  if (service === undefined) {
    throw unreadable(
      source.name,
      'its columns are those of no list that Pocket, Instapaper, Readwise Reader or wallabag writes',
    );
  }
  for await (const row of rows) service.take(row, sink, refusals);
  refusals.tell(sink);
}

function unreadable(name: string, cause: string): CarrelError {
  return new CarrelError('invalid', `import: cannot read ${name}: ${cause}`);
}
