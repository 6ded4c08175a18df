import type { CarrelEvent } from '../../contract/api.ts';
import type { LibraryMove } from '../../contract/library.ts';
import { closeLibrary, openLibrary, type Db } from '../../db/open.ts';
import type { Context } from '../../main/engine/context.ts';
import { createMoves, type Moves } from '../../main/engine/move/moves.ts';
import { placeOf } from '../../main/engine/move/place.ts';
import { contextOn } from './context-on.ts';

/** A library that can be moved, in this process and without what fetches. */
export interface Moving {
  db: Db;
  /** Where the library is. */
  folder: string;
  context: Context;
  moves: Moves;
  events: CarrelEvent[];
  /** Resolves when the library was closed for a move, however that went. */
  closed: Promise<void>;
  /** The states that the move had, each once. */
  states(): string[];
  close(): Promise<void>;
}

/** Opens the library of a folder that Carrel is started with, as the engine does. */
export function openAt(started: string, rest = (): Promise<void> => Promise.resolve()): Moving {
  const place = placeOf(started);
  const { folder } = place;
  const db = openLibrary(folder);
  const context = contextOn(db, { folder });
  const events: CarrelEvent[] = [];
  const closed = Promise.withResolvers<void>();
  const moves = createMoves(context, {
    place,
    emit: (event) => void events.push(event),
    rest,
    onMoving: () => undefined,
    onClosed: closed.resolve,
  });
  return {
    db,
    folder,
    context,
    moves,
    events,
    closed: closed.promise,
    states: () => [
      ...new Set(events.map((event) => (event.kind === 'move' ? String(event.move?.state) : ''))),
    ],
    async close() {
      if (!(await moves.close())) closeLibrary(db);
    },
  };
}

/** Moves the library of a folder, starts again, and waits until all is done. */
export async function moveFrom(started: string, to: string): Promise<LibraryMove | null> {
  const before = openAt(started);
  await before.moves.begin(to);
  await before.closed;
  const after = openAt(started);
  await settled(after);
  await after.close();
  return after.moves.state();
}

/** Waits until what was left has been removed. */
export async function settled({ moves }: Moving): Promise<void> {
  while (moves.state()?.state === 'removing')
    await new Promise((resolve) => setTimeout(resolve, 5));
}
