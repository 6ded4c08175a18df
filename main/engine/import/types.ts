import type { Timestamp } from '../../../contract/types.ts';

/**
 * What a file that the reader brings holds, once it is unpacked: pages and addresses, and the files
 * that the pages show. Whatever the file was, from here on it goes the way of a fetched page.
 */

/** What a file says of a page besides its text; where it says nothing, `null`. */
export interface Said {
  /** Where on the web the page is, absolute, http(s). */
  address: string | null;
  title: string | null;
  authors: string[];
  siteName: string | null;
  publishedAt: Timestamp | null;
  /** When the page was fetched, or put into the service that the file is from. */
  savedAt: Timestamp | null;
  /** Whether its reader had read it, or put it away. */
  isRead: boolean;
  /** Whether its reader had marked it as a favourite. */
  isStarred: boolean;
  /** As its reader had written them. */
  tags: string[];
}

/** A page with its bytes. */
export interface BroughtPage extends Said {
  /** As the server, or the file, has them; transfer and content encodings taken off. */
  bytes: Uint8Array;
  /** The `Content-Type`; `null` where nothing says, and the bytes themselves have to. */
  contentType: string | null;
  /** Called so in the report, and as the source of an article that names no site. */
  name: string;
  /**
   * What relative addresses in it are relative to, where that is not the address of the page: one
   * of `saved:` where they lead to files that were brought with it (`saved://…/Report_files/map.png`);
   * else `null`.
   */
  base: string | null;
  /** Of a page that a server sent: its status and headers. */
  status: number | null;
  headers: [name: string, value: string][];
}

/** A page of which only the address is there: it is fetched. */
export interface BroughtLink extends Said {
  address: string;
}

/** A Said that says nothing; to be spread, and what is known written over it. */
export const NOTHING_SAID: Readonly<Said> = {
  address: null,
  title: null,
  authors: [],
  siteName: null,
  publishedAt: null,
  savedAt: null,
  isRead: false,
  isStarred: false,
  tags: [],
};

/** Where an unpacker puts what it finds. Its methods throw when a limit is reached. */
export interface Sink {
  page(page: BroughtPage): void;
  link(link: BroughtLink): void;
  /**
   * Keeps a file that pages may show, under its absolute address (http(s), `cid:` or `saved:`).
   * The first of an address is the one. Only what can be a picture is worth it.
   */
  resource(address: string, bytes: Uint8Array): void;
  /** Tells of something that was not taken, in a sentence: the act and the cause. */
  refuse(reason: string): void;
  /** Counts bytes that were unpacked and thrown away, towards the limit. */
  count(sizeBytes: number): void;
}

/** A file of an import, as it lies in the staging folder. */
export interface StagedFile {
  /** Where it lies. Never made of the name that its reader's system had for it. */
  path: string;
  /** Its name or path as the reader's system had it, with `/`: `trip/Report.html`. For words only. */
  name: string;
  sizeBytes: number;
  /** When it was last changed; `null` where the system did not say. */
  modifiedAt: Timestamp | null;
}

/** Unpacks one kind of file. Throws a CarrelError where the file as a whole cannot be read. */
export type Unpacker = (file: StagedFile, sink: Sink) => Promise<void>;
