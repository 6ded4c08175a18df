import { CarrelError } from '../contract/errors.ts';

/** What the system says when a disk or a quota is full. */
const DISK_FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
/** What SQLite says when the library's files cannot be read or written. */
const UNUSABLE =
  /^SQLITE_(?:IOERR|READONLY|CANTOPEN|NOTADB|CORRUPT|BUSY|LOCKED|PERM|PROTOCOL|NOLFS)/;

/**
 * An error of the library's files as a CarrelError: 'disk-full' or 'library'. Any other error,
 * a CarrelError included, comes back as it is.
 * @param act what could not be done, to follow “cannot”: `keep what was fetched`
 */
export function asLibraryError(act: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
    return error;
  }
  if (DISK_FULL.has(error.code)) {
    return new CarrelError('disk-full', `library: cannot ${act}: the disk is full`, {
      cause: error,
    });
  }
  // Errors of the file system, and only they, name a path.
  if (UNUSABLE.test(error.code) || 'path' in error) {
    return new CarrelError('library', `library: cannot ${act}: ${error.message}`, {
      cause: error,
    });
  }
  return error;
}
