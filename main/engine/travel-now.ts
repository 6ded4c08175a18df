import type { Missing, Travel } from '../../contract/provenance.ts';
import type { Failure, Timestamp } from '../../contract/types.ts';
import { completenessOf } from '../../db/completeness.ts';
import type { Db } from '../../db/open.ts';
import {
  articlesIn,
  jobsUntil,
  readTravel,
  remainingArticles,
  travelCounts,
} from '../../db/travel.ts';

/** What comes later than this is not to be had now (docs/travel.md). */
export const SOON_MS = 60_000;

/** The travel as it stands in the library at this moment; `null` where there is none. */
export function travelNow(db: Db, now: Timestamp): Travel | null {
  const kept = readTravel(db);
  if (kept === undefined) return null;
  const { of, remaining } = travelCounts(db);
  const isDone = kept.state === 'done';
  return {
    ...kept,
    of,
    done: of - remaining,
    waiting: kept.state === 'running' && of > 0 ? jobsUntil(db, now, now + SOON_MS) : 0,
    articles: articlesIn(db, kept.scope),
    missed: isDone && remaining > 0 ? missedOf(db) : [],
    missedCount: isDone ? remaining : 0,
  };
}

function missedOf(db: Db): Travel['missed'] {
  return remainingArticles(db).map(({ id, title }) => ({
    id,
    title,
    missing: (completenessOf(db, id)?.missing ?? []).map(withReason),
  }));
}

/** What nothing was tried for has no reason of its own. */
function withReason(missing: Missing): Missing {
  return missing.failure === null ? Object.assign(missing, { failure: untried(missing) }) : missing;
}

function untried({ what, address }: Missing): Failure {
  if (address === null) {
    return { kind: 'not-found', message: `travel: cannot fetch the ${what}: it names no address` };
  }
  return {
    kind: 'http',
    message: `travel: cannot fetch ${address} now: it was put off, and comes later by itself`,
  };
}
