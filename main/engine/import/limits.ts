/** Larger than any page that people wrote, its pictures inside it included; as of a fetched page. */
export const MAX_PAGE_BYTES = 50 * 1024 * 1024;

/** As of a fetched picture. */
export const MAX_RESOURCE_BYTES = 50 * 1024 * 1024;

/** No archive of a person's reading has as many; one that has is an attack, or a mistake. */
export const MAX_ENTRIES = 500_000;

/**
 * What a file may become when it is unpacked: text shrinks to a tenth, seldom to a twentieth; a bomb
 * to a thousandth. What is small anyway may be more.
 */
export function mostUnpackedBytes(sizeBytes: number): number {
  return Math.max(256 * 1024 * 1024, sizeBytes * 100);
}
