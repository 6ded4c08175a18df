/** What a page shows or is drawn with, and is nothing to read by itself. */
const SHOWN = /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|css|m?js|map|woff2?|ttf|otf|eot)$/i;

const PAGE = /\.(?:x?html?|shtml|md|markdown)$/i;

/** What systems put into folders for themselves: `.DS_Store`, `Thumbs.db`, `desktop.ini`. */
const OF_THE_SYSTEM = /(?:^|\/)(?:(?:\.[^/]+|__MACOSX)(?:\/|$)|(?:Thumbs\.db|desktop\.ini)$)/i;

/**
 * Which of the files that were brought together are nothing by themselves: those in the folder that a
 * browser saved beside a page (`Report_files`, `Report-Dateien`, `Report.files`), the pictures, styles
 * and scripts in a folder that also has a page, and what systems put into folders.
 * @param paths with `/`
 * @returns a test of a path
 */
export function companionsAmong(paths: readonly string[]): (path: string) => boolean {
  const pages = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    if (!PAGE.test(path)) continue;
    pages.add(path.replace(PAGE, ''));
    folders.add(folderOf(path));
  }
  const known = new Map<string, boolean>();

  /** Whether a folder, or one it is in, is that of a page. */
  function isOfPage(folder: string): boolean {
    if (folder === '') return false;
    const before = known.get(folder);
    if (before !== undefined) return before;
    const stem = /^(.+)[_.-][\p{L}_]+$/u.exec(folder)?.[1];
    const is = (stem !== undefined && pages.has(stem)) || isOfPage(folderOf(folder));
    known.set(folder, is);
    return is;
  }

  /** Whether there is a page in a folder or in one that it is in. */
  function isUnderPage(folder: string): boolean {
    return folders.has(folder) || (folder !== '' && isUnderPage(folderOf(folder)));
  }

  return (path) => {
    const folder = folderOf(path);
    if (OF_THE_SYSTEM.test(path) || isOfPage(folder)) return true;
    return SHOWN.test(path) && isUnderPage(folder);
  };
}

/** `''` for what is at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
