/**
 * The bounds that the benches hold: how many times the floor ours may take, medians compared.
 * What each floor is: bench/README.md. A bound that is exceeded makes the bench exit with 1.
 */
export const bounds = {
  /** A list page through the contract, against the bare query. */
  listPage: 3,
  /** The unread counts of all feeds, against one list page, both through the contract. */
  counts: 1,
  /** A search as one types, against the plain ranked query: for common words, and for all others. */
  searchCommon: 0.25,
  search: 1,
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
  /** The least of what extraction gives, as `score.ts` counts it, over a corpus. */
  extract: {
    wordF1: 0.955,
    fourGramF1: 0.955,
    title: 0.92,
    author: 0.82,
    date: 0.9,
    phraseF1: 0.93,
    titleOther: 0.88,
    authorOther: 0.75,
    dateOther: 0.85,
    pictureRecall: 0.95,
    picturePrecision: 0.95,
    captions: 0.95,
    galleries: 0.85,
  },
  /** Articles that are all complete, confirmed to be, against the bare SQL that counts them. */
  travel: 3,
  /** The time of an import, against extraction of the same pages alone: 0.7 of its pages a second. */
  importPages: 1 / 0.7,
  importMemoryMb: 300,
  window: {
    /** From the start to the list, and from the click to the article, against finished pages. */
    start: 1.5,
    open: 1.5,
    /** Of the frames of ten seconds of scrolling, those over 25 ms beyond the share of a static list. */
    lateFramesMore: 0.01,
    /** Rows that a picture of the list in motion shows empty. */
    blankRows: 0,
    /** Frames between the engine's answer and what was found on the screen. */
    searchFrames: 2,
    /** Frames between the key and the next picture of a gallery. */
    pictureFrames: 3,
    /** Frames that show no article, or one that is not the chosen one, while another is opened. */
    wrongFrames: 0,
    scriptKb: 200,
    /** The memory after 300 articles with pictures, against that after 30. */
    memory: 1.2,
  },
  /** The time of extraction, against that of @mozilla/readability with linkedom. */
  extractTime: 1,
} as const;
