/** `node test/newsroom/main.ts [--port 8420]`: opens the sample newsroom until Ctrl-C. */
import { parseArgs } from 'node:util';
import { startNewsroom } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8420' },
    quiet: { type: 'boolean', default: false },
  },
});

const newsroom = await startNewsroom({
  port: Number(values.port),
  ...(values.quiet
    ? {}
    : {
        log: (request) =>
          console.log(`${request.at.toISOString()} ${request.method} ${request.path}`),
      }),
});

console.log(`The newsroom is open at ${newsroom.origin}/ and has these feeds:`);
for (const feed of newsroom.feeds) console.log(`  ${feed.address}  ${feed.title}`);

process.once('SIGINT', () => void newsroom.close());
