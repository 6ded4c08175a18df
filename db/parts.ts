import type { Db } from './open.ts';
import { prepared } from './statement.ts';

/** A further part of an article whose page goes on elsewhere; the first part is no row of it. */
export interface Part {
  /** From 2. */
  part: number;
  address: string;
  /** `null` until it is fetched. */
  captureId: number | null;
}

/**
 * Notes that an article goes on at an address.
 * @returns whether that part is to be fetched; it is not where it was found to be none
 */
export function addPart(db: Db, firstId: number, part: number, address: string): boolean {
  prepared(
    db,
    'INSERT OR IGNORE INTO parts (first_id, part, address) VALUES (:firstId, :part, :address)',
  ).run({ firstId, part, address });
  return partToFetch(db, firstId) !== undefined;
}

/** The further parts of an article, in order. */
export function partsOf(db: Db, firstId: number): Part[] {
  return prepared<Part>(
    db,
    `SELECT part, address, capture_id AS captureId FROM parts
     WHERE first_id = ? AND is_end = 0 ORDER BY part`,
  ).all(firstId);
}

/** The next part that is to be fetched. */
export function partToFetch(db: Db, firstId: number): Part | undefined {
  return partsOf(db, firstId).find(({ captureId }) => captureId === null);
}

/** Notes that a part is none, and that the article ends before it. */
export function endBefore(db: Db, firstId: number, part: number): void {
  prepared(db, 'UPDATE parts SET is_end = 1 WHERE first_id = ? AND part = ?').run(firstId, part);
}
