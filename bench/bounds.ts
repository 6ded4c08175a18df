/**
 * The bounds that the benches hold: how many times the floor ours may take, medians compared.
 * What each floor is: bench/README.md. A bound that is exceeded makes the bench exit with 1.
 */
export const bounds = {
  /** A list page through the contract, against the bare query. */
  listPage: 3,
  /** The unread counts of all feeds, against one list page, both through the contract. */
  counts: 1,
  /** A first refresh, against newsboat's. */
  refreshFirst: 0.9,
  /** A refresh in which nothing changed, against newsboat's. */
  refreshAgain: 0.25,
  /** A list page in the middle of a first refresh: it stays within a frame, and is never seen to wait. */
  listDuringP95Ms: 16,
  listDuringWorstMs: 50,
  /** The engine's peak during it. */
  refreshMemoryMb: 200,
  /** A refresh in which a quarter of the feeds are no good, against one without them. */
  refreshBesideBad: 1.3,
} as const;
