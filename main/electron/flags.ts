import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { libraryFolder } from '../door/library-folder.ts';

export interface Flags {
  /** The library's folder. */
  library: string;
  /** Whether to subscribe to the sample newsroom. */
  demo: boolean;
}

/**
 * The flags of the desktop app. Others are let pass: systems and Chromium have their own.
 *
 * A library named by `--library` has a profile of its own, so that one window per library can
 * be open at a time, and not one in all.
 */
export function readFlags(): Flags {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { library: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
  });
  const demo = values.demo === true;
  if (typeof values.library !== 'string' || values.library === '') {
    return { library: libraryFolder(), demo };
  }
  const library = resolve(values.library);
  const name = createHash('sha256').update(library).digest('hex').slice(0, 16);
  const profile = join(app.getPath('userData'), 'libraries', name);
  mkdirSync(profile, { recursive: true });
  app.setPath('userData', profile);
  return { library, demo };
}
