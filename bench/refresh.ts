import { build } from '../scripts/build.ts';
import { bounds } from './bounds.ts';
import type { Feeds } from './feeds.ts';
import { inNewFolder } from './folder.ts';
import { timeUs } from './interleave.ts';
import { newsboatVersion, openNewsboat } from './newsboat.ts';
import { openRefreshFloor } from './refresh-floor.ts';
import {
  expectArticles,
  indexed,
  openSubscribed,
  peakMemoryMb,
  refreshAll,
  watchList,
} from './refreshing.ts';
import type { Limit, Report, Row } from './report.ts';
import { serveFeeds } from './serving.ts';
import { summarize } from './statistics.ts';

const feeds: Feeds = { count: 200, entries: 30, entryBytes: 4000 };
const rounds = 7;
/** In so many refreshes, list pages are asked for. */
const watched = 3;

interface Times {
  first: number[];
  again: number[];
}

/**
 * Refreshing all feeds, first time and again unchanged, beside newsboat, and beside a floor of
 * fetch, parse and one transaction.
 */
export async function refresh(): Promise<Report> {
  await build();
  const newsboat = newsboatVersion();
  const served = await serveFeeds(feeds);
  try {
    const { addresses } = served;
    const ours: Times & { indexed: number[] } = { first: [], again: [], indexed: [] };
    const floor: Times = { first: [], again: [] };
    const peer: Times = { first: [], again: [] };
    const memoryMb: number[] = [];
    // The first round warms the feeds' server and the file system, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const counted = round > 0;
      await inNewFolder((folder) => refreshOurs(folder, addresses, ours, memoryMb, counted));
      if (newsboat !== undefined) {
        await inNewFolder((folder) => refreshPeer(folder, addresses, peer, counted));
      }
      await inNewFolder((folder) => refreshFloor(folder, addresses, floor, counted));
      console.error(`refresh: round ${round} of ${rounds}`);
    }
    const size = `${feeds.count} feeds × ${feeds.entries} entries of ${feeds.entryBytes / 1000} kB`;
    const beside = (what: string, one: number[], other: number[], bound: number | null): Row => ({
      what: `${size}, ${what}`,
      measured: { ours: summarize(one), floor: summarize(other) },
      bound,
    });
    const rows = [
      beside('first time, beside the floor', ours.first, floor.first, null),
      beside('until searchable, beside the floor', ours.indexed, floor.first, null),
      beside('again unchanged, beside the floor', ours.again, floor.again, null),
    ];
    if (newsboat !== undefined) {
      rows.push(
        beside('first time, beside newsboat', ours.first, peer.first, bounds.refreshFirst),
        beside('again unchanged, beside newsboat', ours.again, peer.again, bounds.refreshAgain),
      );
    }
    return {
      bench: 'refresh',
      rows,
      limits: [...(await watch(addresses)), ...memoryLimit(memoryMb)],
      notes: [
        newsboat === undefined
          ? 'newsboat is not installed (Debian: apt-get install newsboat): no row beside it'
          : `beside: ${newsboat}, -x reload, 16 threads`,
      ],
    };
  } finally {
    served.close();
  }
}

async function refreshOurs(
  folder: string,
  addresses: string[],
  times: Times & { indexed: number[] },
  memoryMb: number[],
  counted: boolean,
): Promise<void> {
  const engine = await openSubscribed(folder, addresses);
  const firstUs = await timeUs(() => refreshAll(engine, folder), 0);
  expectArticles(folder, feeds.count * feeds.entries);
  const restUs = await timeUs(() => indexed(folder), 0);
  const againUs = await timeUs(() => refreshAll(engine, folder), 1);
  const peak = peakMemoryMb();
  await engine.close();
  if (!counted) return;
  times.first.push(firstUs);
  times.indexed.push(firstUs + restUs);
  times.again.push(againUs);
  if (peak !== undefined) memoryMb.push(peak);
}

async function refreshPeer(
  folder: string,
  addresses: string[],
  times: Times,
  counted: boolean,
): Promise<void> {
  const newsboat = openNewsboat(folder, addresses);
  const firstUs = await timeUs(() => newsboat.reload(), 0);
  const kept = newsboat.entries();
  if (kept !== feeds.count * feeds.entries) throw new Error(`bench: newsboat kept ${kept} entries`);
  const againUs = await timeUs(() => newsboat.reload(), 1);
  if (!counted) return;
  times.first.push(firstUs);
  times.again.push(againUs);
}

async function refreshFloor(
  folder: string,
  addresses: string[],
  times: Times,
  counted: boolean,
): Promise<void> {
  const floor = openRefreshFloor(folder, addresses);
  const firstUs = await timeUs(() => floor.refresh(), 0);
  const againUs = await timeUs(() => floor.refresh(), 1);
  await floor.close();
  if (!counted) return;
  times.first.push(firstUs);
  times.again.push(againUs);
}

/** A few more first refreshes, during which the window asks for a list page every 20 ms. */
async function watch(addresses: string[]): Promise<Limit[]> {
  const pagesUs: number[] = [];
  for (let round = 0; round < watched; round += 1) {
    await inNewFolder(async (folder) => {
      const engine = await openSubscribed(folder, addresses);
      pagesUs.push(...(await watchList(engine, () => refreshAll(engine, folder))));
      await engine.close();
    });
  }
  const { runs, p95, worst } = summarize(pagesUs);
  const what = `a list page during it, of ${runs},`;
  return [
    {
      what: `${what} 95th percentile`,
      value: p95 / 1000,
      most: bounds.listDuringP95Ms,
      unit: 'ms',
    },
    { what: `${what} worst`, value: worst / 1000, most: bounds.listDuringWorstMs, unit: 'ms' },
  ];
}

/** Linux alone tells the peak of another process. */
function memoryLimit(memoryMb: number[]): Limit[] {
  if (memoryMb.length === 0) return [];
  return [
    {
      what: 'peak memory of the engine, median',
      value: summarize(memoryMb).median,
      most: bounds.refreshMemoryMb,
      unit: 'MB',
    },
  ];
}
