/**
 * The bounds that the benches hold: how many times the floor ours may take, medians compared.
 * What each floor is: bench/README.md. A bound that is exceeded makes the bench exit with 1.
 */
export const bounds = {
  /** A list page through the contract, against the bare query. */
  listPage: 3,
  /** The unread counts of all feeds, against one list page, both through the contract. */
  counts: 1,
} as const;
