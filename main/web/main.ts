import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toFailure } from '../../contract/errors.ts';
import { libraryFolder } from '../door/library-folder.ts';
import { version } from '../door/version.ts';
import { hasDisplay, openBrowser } from './open-browser.ts';
import { startWebDoor } from './server.ts';

/** The browser door's program, built as `dist/web/main.js`. */

const help = `Carrel ${version} in your browser

  --library DIR   the library's folder (default: ${libraryFolder()})
  --port N        the port on 127.0.0.1 (default: a free one)
  --no-open       print the address, open no browser
  --demo          subscribe to the sample newsroom
  --help          this text`;

interface Flags {
  library: string;
  port: number;
  open: boolean;
  demo: boolean;
  help: boolean;
}

/** The flags of the command line; throws, with a message to print, on others. */
function readFlags(): Flags {
  const { values } = parseArgs({
    options: {
      library: { type: 'string', default: libraryFolder() },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}`);
  }
  if (values.library === '') throw new Error('--library takes a folder');
  return { ...values, port, open: !values['no-open'] };
}

async function run({ library, port, open, demo }: Flags): Promise<void> {
  const built = fileURLToPath(new URL('..', import.meta.url));
  const door = await startWebDoor({ built, folder: library, port, version });
  const close = (): void => {
    void door.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, close);
  if (demo) await door.call('openSampleNewsroom', []);
  console.log(`Carrel is at ${door.address}`);
  if (open && hasDisplay()) openBrowser(door.address);
}

try {
  const flags = readFlags();
  if (flags.help) {
    console.log(help);
  } else {
    await run(flags).catch((error: unknown) => {
      console.error(toFailure(error).message);
      process.exit(1);
    });
  }
} catch (error) {
  console.error(toFailure(error).message);
  process.exitCode = 2;
}
