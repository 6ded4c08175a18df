import type { Db } from '../../db/open.ts';
import { gatherChanges } from '../../main/engine/changes.ts';
import type { Context } from '../../main/engine/context.ts';
import { noServices } from '../../main/engine/door-services.ts';
import { discoverFeeds } from '../../main/engine/feeds/discover.ts';
import { parseFeed } from '../../main/engine/feeds/parse.ts';
import { parseOpml } from '../../main/engine/opml.ts';
import { createKeeper } from '../../main/engine/keeper.ts';
import { createMoves, type Moves } from '../../main/engine/move/moves.ts';
import type { WorkerTasks } from '../../main/engine/worker-tasks.ts';

const unused = (): never => {
  throw new Error('this test neither fetches nor opens pages');
};

const tasks: WorkerTasks = {
  page: unused,
  savedPage: unused,
  pdf: unused,
  unpack: unused,
  checkBackup: unused,
  feed: (input) => parseFeed(input),
  opml: ({ bytes, name }) => parseOpml(bytes, name),
  feedsOfPage: discoverFeeds,
  iconsOfPage: unused,
};

/** For what is neither moved nor closed: moves that end nothing. */
export function movesOn(context: Context): Moves {
  const { folder } = context;
  return createMoves(context, {
    place: { home: folder, folder, left: [] },
    emit: () => undefined,
    rest: unused,
    onMoving: unused,
    onClosed: unused,
  });
}

/** The engine's surroundings on a library, with what reads lists and feeds in this thread. */
export function contextOn(db: Db, changes: Partial<Context> = {}): Context {
  return {
    db,
    folder: '',
    services: noServices,
    fetcher: { get: unused, download: unused, close: unused },
    workers: {
      // A task's input and output belong together, which a table of tasks cannot tell.
      run: async (task, input) => await Reflect.apply(tasks[task], undefined, [input]),
      close: unused,
    },
    changes: gatherChanges(() => undefined),
    keeping: new Set(),
    keeper: createKeeper(db),
    network: { state: () => ({ online: true, metered: false }), close: () => undefined },
    now: () => 1_700_000_000_000,
    ...changes,
  };
}
