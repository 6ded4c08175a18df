import { build } from '../scripts/build.ts';
import { bounds } from './bounds.ts';
import type { Manner } from './feed-server.ts';
import type { Feeds } from './feeds.ts';
import { inNewFolder } from './folder.ts';
import { timeUs } from './interleave.ts';
import { openSubscribed, until } from './refreshing.ts';
import type { Report } from './report.ts';
import { serveFeeds } from './serving.ts';
import { summarize } from './statistics.ts';

const feeds: Feeds = { count: 1000, entries: 30, entryBytes: 1000 };
const rounds = 3;

/** Of twenty feeds, two hang, two fail and one sends garbage, spread among the others. */
function mannerAt(place: number): Manner {
  return (
    ({ 3: 'hang', 11: 'hang', 6: 'fail', 16: 'fail', 9: 'garbage' } as const)[place % 20] ?? 'feed'
  );
}

/**
 * A first refresh of a thousand feeds of which a quarter are no good, until all others are kept,
 * beside one of those others alone.
 */
export async function refreshBad(): Promise<Report> {
  await build();
  const manners = Array.from({ length: feeds.count }, (_, place) => mannerAt(place));
  const served = await serveFeeds({ ...feeds, manners });
  try {
    const good = served.addresses.filter((_, place) => manners[place] === 'feed');
    const among: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const amongUs = await refreshUs(served.addresses, good.length);
      const aloneUs = await refreshUs(good, good.length);
      console.error(`refresh-bad: round ${round} of ${rounds}`);
      if (round === 0) continue;
      among.push(amongUs);
      alone.push(aloneUs);
    }
    const counted = (manner: Manner): number => manners.filter((one) => one === manner).length;
    return {
      bench: 'refresh-bad',
      rows: [
        {
          what: `${good.length} good feeds of ${feeds.count}, beside those alone`,
          measured: { ours: summarize(among), floor: summarize(alone) },
          bound: bounds.refreshBesideBad,
        },
      ],
      notes: [
        `${counted('hang')} never answer, ${counted('fail')} answer 500, ` +
          `${counted('garbage')} send garbage; 30 entries of 1 kB in each of the others`,
      ],
    };
  } finally {
    served.close();
  }
}

/** How long it takes from asking for all feeds until so many were fetched and kept. */
async function refreshUs(addresses: string[], good: number): Promise<number> {
  return await inNewFolder(async (folder) => {
    const engine = await openSubscribed(folder, addresses);
    const us = await timeUs(async () => {
      await engine.call('refresh', [{ kind: 'all' }]);
      await until(folder, `SELECT count(last_succeeded_at) = ${good} FROM feeds`);
    }, 0);
    await engine.close();
    return us;
  });
}
