import type { open } from 'node:fs/promises';

/** A disk on which there is no room for more than so many pieces in files whose path has this in it. */
export interface Disk {
  room: number;
  /** Empty while there is room for all. */
  below: string;
}

/** The `open` of `node:fs/promises` as it is on such a disk. */
export function openOn(disk: Disk, real: typeof open): typeof open {
  return async (path, flags, mode) => {
    const file = await real(path, flags, mode);
    if (disk.below === '' || !String(path).includes(disk.below)) return file;
    const writeFile = file.writeFile.bind(file);
    file.writeFile = async (...args) => {
      disk.room -= 1;
      if (disk.room < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      await writeFile(...args);
    };
    return file;
  };
}
