import { sql as library } from './0001-library.ts';
import { sql as feeds } from './0002-feeds.ts';
import { sql as extraction } from './0003-extraction.ts';
import { sql as bringing } from './0004-bringing.ts';
import { sql as removing } from './0005-removing.ts';

/** One step of the schema: brings a database from `version - 1` to `version`. */
export interface Migration {
  version: number;
  sql: string;
}

/** Every step, in order. A step that was released is never changed again. */
export const migrations: Migration[] = [
  { version: 1, sql: library },
  { version: 2, sql: feeds },
  { version: 3, sql: extraction },
  { version: 4, sql: bringing },
  { version: 5, sql: removing },
];
