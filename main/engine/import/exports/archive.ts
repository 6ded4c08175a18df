/** A file in an archive, before it is unpacked. */
export interface ArchiveEntry {
  /** With `/`, as the archive has it: `content/the-slug.html`. */
  name: string;
  sizeBytes: number;
  /** Unpacks it. Throws a CarrelError where it is larger than asked for, or broken. */
  read(mostBytes: number): Promise<Uint8Array>;
}

/** The files of an archive, from the first each time; names alone cost next to nothing. */
export type Entries = () => AsyncIterable<ArchiveEntry>;
