import type { FeedSettings, Login } from '../../../contract/types.ts';

/** A subscription as an OPML file names it. */
export interface OpmlFeed {
  address: string;
  /** Empty where the file gives none. */
  title: string;
  /** Whether the title is the reader's own, and not what the feed calls itself. */
  isOwnTitle: boolean;
  siteAddress: string | null;
  /** The folder it stands in: the titles from the outermost to the innermost. */
  folders: string[];
  /** What the file sets of it. */
  settings: Partial<FeedSettings>;
  login: Login | null;
}

export interface OpmlList {
  feeds: OpmlFeed[];
  /** The folders that nothing stands in, as the folders of a feed. */
  emptyFolders: string[][];
  /** What was not taken, and why, one sentence each; of very many the first, and their number. */
  refused: string[];
}
